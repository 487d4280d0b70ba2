"""What lesson 05 weighs: four readings of staying, and C6 word by word. Each text rests on the rows beside it."""

from __future__ import annotations

from dataclasses import dataclass

from course.shared import facts
from lesson.bank.facts import year


@dataclass(frozen=True)
class Reading:
    """One reading of staying: what one would expect if it held, what has been looked for, what has not."""

    name: str
    predicts: str
    looked_for: str
    not_looked_for: str
    rows: tuple[str, ...]


def readings() -> tuple[Reading, ...]:
    """Return the four readings; more than one can hold for one person."""
    counts = ", ".join(str(facts.posted_officials(year)) for year in ("2013", "2014", "2015"))
    return (
        Reading(
            "Content",
            "An open way changes little. Later, when speaking is safe and brings nothing, most former envoys still"
            " defend the service.",
            "Praise by a serving envoy: it fits all four. The long stay in Europe of the second leader's half-brother:"
            " why he stayed is not known. Mass support: argued from texts, about the whole population.",
            "What most envoys say when they can speak freely. In Mongolia insiders had that chance.",
            ("E-C6-01", "E-C4-08", "E-C6-04", "E-C6-08"),
        ),
        Reading(
            "It pays",
            "Departures rise where rewards fall. People with long service leave least, since they have most to lose.",
            "How much a post is wanted, and how low the pay is; both told from outside or by leavers. One leaver"
            " names an unfair appraisal of his work.",
            "Departures by pay, rank or years of service. Nobody outside has a list of all who served.",
            ("E-C4-01", "E-C4-03", "E-A1-12", "E-C3-04"),
        ),
        Reading(
            "Cannot leave",
            "Departures rise when a whole household may travel, and fall where watching is close.",
            f"The rule on children. While, by report, families were allowed, {counts} posted officials of every kind"
            " reached the South (2013, 2014, 2015 to October): a rise, no mass exit, and purges in those years too.",
            "Counts from before the rule was loosened. How many households were abroad together. Attempts that failed:"
            " one man's estimate, no list.",
            ("E-A3-18", "E-C5-04", "E-C5-03", "E-C6-10"),
        ),
        Reading(
            "Hides doubts",
            "Private words differ from public ones. When speaking becomes safe, many speak differently at once.",
            "What leavers say about themselves, afterwards: a deputy ambassador in London, for one. The memory of an"
            " analyst, written when the end was known.",
            "Private words of people who stayed. They have not been asked, and could not answer freely.",
            ("E-C6-02", "E-A1-19", "E-C6-06", "E-C6-10"),
        ),
    )


@dataclass(frozen=True)
class Word:
    """One word of C6: the best that stands for it, the best against it, and what one solid case can do."""

    word: str
    for_it: str
    against_it: str
    one_case: str
    rows: tuple[str, ...]


def words_of_c6() -> tuple[Word, ...]:
    """Return the words of C6 in the order of the sentence, the last one being the word "no one"."""
    seized = year("PRK-1999-THA")
    return (
        Word(
            "belong to the system",
            "Family background is checked. For party cadres, a sponsor is answerable.",
            "Two who left had held party office. The state adds security officers.",
            "One leaver does not end it: to belong is not to stay for ever.",
            ("E-C1-02", "E-C3-02", "E-C3-03"),
        ),
        Word(
            "happy to",
            "The post is said to be widely wanted. An ambassador in service defended his state on television.",
            "Former diplomats tell of shame and low pay. A deputy who praised says that he had doubted.",
            "Little: one man's feelings, told later, are about one man.",
            ("E-C4-01", "E-C6-01", "E-C4-02", "E-C6-02"),
        ),
        Word(
            "forces",
            "When missions closed and staff were called home, many returned, as far as outsiders saw.",
            f"A counsellor who had left was seized ({seized}). One unnamed source tells of staff kept inside.",
            "Much: see the last line.",
            ("E-CL-02", "E-CL-03", "E-CL-04"),
        ),
        Word(
            "and threatens their lives",
            "After London the state media spoke of a criminal case: a lesser threat.",
            "The law allows death for treason. A US report takes that to include leaving.",
            "With 'and', both must be done together. Read as people speak, either is enough.",
            ("E-CL-05", "E-A1-07"),
        ),
        Word(
            "no one",
            "If 'them' means those who stay today, an older case of somebody who had left is outside the sentence.",
            "If 'them' means the country's diplomats, one seizure that a third state reported is inside it.",
            "One solid case ends 'no one' for the group it belongs to. It gives no share.",
            ("E-CL-03",),
        ),
    )
