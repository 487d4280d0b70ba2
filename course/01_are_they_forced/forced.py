"""Lesson 01: what one person said and under which conditions, and what refusing would have cost.

The words here are the editors' reading of rows of the evidence table; the rows themselves say more.
"""

from __future__ import annotations

from dataclasses import dataclass

FOR = ("E-A1-01", "E-A1-04", "E-A1-06", "E-A1-07")
AGAINST = ("E-A1-10", "E-A1-11", "E-A1-12", "E-A1-13")
"""The strongest case on each side of A1, for the essay's own group: diplomats, and a law that covers them.

E-A1-05 and E-A1-14 belong to it too; the lesson has shown them before, in "two days".
"""


@dataclass(frozen=True)
class Statement:
    """Something that a person said: `day` calls a fact; the publications stand under `source_ids`."""

    day: str
    where: str
    said: str
    free: str
    evidence_id: str
    source_ids: tuple[str, ...]


STATEMENTS = (
    Statement(
        "date(us-government-publishing-2017-11-01)",
        "A committee of the US House, which had invited him: his opening statement",
        "More than twenty years of a life 'very privileged by North Korean standards'. In the same statement: he could"
        " not accept a life like his own for his children.",
        "Yes, he had left. The committee favoured pressure on Pyongyang.",
        "E-A1-14",
        ("us-government-publishing-2017-11-01", "c-span-transcript-2017-12-31"),
    ),
    Statement(
        "date(cnn-2017-11-02)",
        "CNN, a broadcaster, in Washington",
        "His life had been that of a modern slave, and he did not want such a life for his children. His reports were"
        " honest only up to a line set by loyalty.",
        "Yes, he had left. The listeners were sympathetic.",
        "E-A1-08",
        ("cnn-2017-11-02",),
    ),
    Statement(
        "guarded()",
        "In public, in Zambia",
        "Seoul had kidnapped his wife.",
        "No: security staff guarded him. He was made to say it (one newspaper), or proposed it as a trick (the other).",
        "E-A1-05",
        ("seoul-shinmun-1996-01-30-b", "hankook-ilbo-1996-01-30"),
    ),
    Statement(
        "date(seoul-shinmun-1996-01-30-b)",
        "To officials of South Korea's foreign ministry, who told two newspapers",
        "The public statement had been a cover.",
        "Out of reach of the guards, and received by the government whose officials pass on his words.",
        "E-A1-05",
        ("seoul-shinmun-1996-01-30-b", "hankook-ilbo-1996-01-30"),
    ),
)
"""One man on two days of 2017, and another man under guard and free."""

HIGH, LIGHTER, SILENT = "a high price", "a lighter price, or one to bargain over", "not said"


@dataclass(frozen=True)
class Refusal:
    """What a piece of evidence says on the price of refusing; `also` is another reading that can be argued for."""

    evidence_id: str
    refused: str
    price: str
    group: str
    also: str = ""


REFUSALS = (
    Refusal("E-A1-07", "To stay with the state (leaving)", "On paper up to death; few cases are documented", HIGH),
    Refusal(
        "E-A1-09",
        "To go on working (labourers)",
        "Threats to relatives, says a summary by a policy institute; our row does not say what for",
        HIGH,
        SILENT,
    ),
    Refusal("E-A1-16", "To go on supporting the system", "'A high cost of exit', in a model made from outside", HIGH),
    Refusal(
        "E-A1-04",
        "To keep silent about the news",
        "A team on its way to bring him home; what would have followed is not said",
        HIGH,
        SILENT,
    ),
    Refusal(
        "E-A1-12",
        "To pay a superior a bribe at once",
        "An unfair appraisal after he had delayed it, by his account (see PRK-2023-CUB)",
        LIGHTER,
    ),
    Refusal(
        "E-A1-13",
        "To send children home by a date",
        "The date was moved; a later order was withdrawn, by report",
        LIGHTER,
    ),
    Refusal(
        "E-A1-01",
        "To stay with the state (leaving)",
        "In the state's view, whoever wishes to leave may as well leave, says a former diplomat; no price is named",
        SILENT,
        LIGHTER,
    ),
    Refusal(
        "E-A1-05",
        "To accuse Seoul in public",
        "Rank spared him rough treatment, says one newspaper; what a refusal would have brought is not said",
        SILENT,
        HIGH,
    ),
)
"""The pieces on A1 in which somebody refuses, or would; in the others no refusing and no price is spoken of."""


def priced() -> list[str]:
    """The pieces of evidence that name a price of refusing, in one reading at least as the first one."""
    return [refusal.evidence_id for refusal in REFUSALS if refusal.group != SILENT]
