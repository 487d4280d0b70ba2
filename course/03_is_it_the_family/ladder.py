"""What lesson 03 looks at: the ladder of harm to families, the two sides, a sentence that drifts, the rule on children.

The editors choose the rows and say in a few words what each says; whom it is about, who says so, how far it is
trusted and its publications are read from the tables. A family is never described further than the row does.
"""

from __future__ import annotations

from dataclasses import dataclass

from lesson.tables import find, rows

VERBS = ("watched", "questioned", "moved", "demoted", "detained", "executed")
DIPLOMATS = "DPRK diplomats"
EVERY = "any group"


@dataclass(frozen=True)
class Rung:
    """The best source on one verb for one group; no `row` where there is none here."""

    verb: str
    says: str
    hesitate: str
    row: str = ""
    missing: str = DIPLOMATS

    @property
    def about(self) -> str:
        """Whom the source is about, as its row says; where there is none, whom one is missing about."""
        return str(find(self.row)[1]["about"]) if self.row else self.missing


NONE = "No source here."
GAP = "A gap in what we have read. It does not say that this never happens."

# Best: among the rows about one group, the one that the editors trust most; of equals, the one nearer to a witness.
# Diplomats' families come first, and at most two other groups follow, where a row speaks of them.
LADDER = (
    Rung(
        "watched",
        "Families of diplomats and high cadres who had left kept working, were watched, and had their phones tapped.",
        "The sources have no names. The same piece says that these families still feared for their lives.",
        "E-A3-10",
    ),
    Rung("questioned", NONE, GAP, missing=EVERY),
    Rung(
        "moved",
        "At worst, the family of an envoy who stays quietly in a third country is moved to the provinces.",
        "One man, on envoys only. He was asking for silence, and he could not know the latest practice.",
        "E-A3-14",
    ),
    Rung(
        "moved",
        "Families were made to move to another area where phone contact with the South had come to light.",
        "Ordinary families, mostly near the border. It cannot be carried over to the capital.",
        "E-A3-13",
    ),
    Rung("demoted", NONE, GAP, missing=EVERY),
    Rung(
        "detained",
        "Two people left; another former diplomat spoke of state custody for a relative of theirs.",
        "He had it from a friend. The next envoy wrote that there had been no force.",
        "E-A3-03",
    ),
    Rung(
        "detained",
        "The detention of one family was arbitrary. Their relative, an academic, had broken away in Europe.",
        "One family, from the South by origin, not a diplomat's. No other family case here is as well documented.",
        "E-A3-05",
    ),
    Rung(
        "detained",
        "Political camps held families because of what one member had done.",
        "Testimony, without access to the country. Nothing in it is about diplomats' families in particular.",
        "E-A3-07",
    ),
    Rung("executed", NONE, GAP),
    Rung(
        "executed",
        "A trade official told a refugee board that two relatives had been put to death.",
        "His own allegation; his right to stay depended on danger. No record or second witness confirms it.",
        "E-A3-27",
    ),
)


def reach(group: str = DIPLOMATS) -> list[str]:
    """The verbs for which a source about this group stands on the ladder, in order."""
    found = {rung.verb for rung in LADDER if rung.row and rung.about == group}
    return [verb for verb in VERBS if verb in found]


@dataclass(frozen=True)
class Piece:
    """A strong piece of evidence on one of the three claims that A3 joins; {end} and {contact} are facts."""

    claim: str
    side: str
    says: str
    row: str


COST, LIVES, REASON = "Leaving costs the family", "It costs them their lives", "That is why people stay"
FOR, AGAINST = "for", "against, as worded"

# As many pieces on each side, the strongest that there are here; whom each is about is read from its row.
SIDES = (
    Piece(COST, FOR, "A UN body found the detention of an academic's family arbitrary.", "E-A3-05"),
    Piece(
        COST,
        FOR,
        "Every diplomat had to leave a child at home, says one who left. Other records show whole families abroad.",
        "E-A3-01",
    ),
    Piece(COST, FOR, "The UN inquiry described camps that held families for what one member had done.", "E-A3-07"),
    Piece(
        COST,
        AGAINST,
        "Unnamed sources: families of diplomats and high cadres who had left kept their work and were watched."
        " They still feared for their lives.",
        "E-A3-10",
    ),
    Piece(
        COST,
        AGAINST,
        "A historian: camps for whole families were the uniform rule until about {end}, later not for everyone.",
        "E-A3-15",
    ),
    Piece(
        LIVES, FOR, "A trade official told a refugee board so, of two relatives. Nobody has confirmed it.", "E-A3-27"
    ),
    Piece(
        LIVES,
        AGAINST,
        "A diplomat left. Years later a powerful uncle was given a state funeral. Of others, nothing is shown.",
        "E-A3-11",
    ),
    Piece(
        LIVES,
        AGAINST,
        "In one survey {contact} per cent of ordinary people who had left reported contact with people in the North.",
        "E-A3-17",
    ),
    Piece(REASON, FOR, "Fear for relatives made him wait, says a diplomat who left.", "E-A3-02"),
    Piece(REASON, AGAINST, "A diplomat feared for relatives, and left all the same.", "E-A3-16"),
)


@dataclass(frozen=True)
class Wording:
    """One wording of what a man said, beside his own words."""

    where: str
    says: str
    change: str
    row: str
    source: str = ""


DRIFT = (
    Wording(
        "What he said, as two dailies report it",
        "If an envoy goes to the South, a penalty for the family has to be expected. Which one, nobody knows.",
        "the measure",
        "E-A3-14",
        "dong-a-ilbo-2020-10-07",
    ),
    Wording(
        "A site, in the text of its report",
        "Camps, and an extreme punishment.",
        "harder: an unknown penalty gets a place and a degree",
        "E-A3-21",
        "newdaily-2020-10-07",
    ),
    Wording(
        "The same site, in its headline",
        "Families of traitors are executed.",
        "hardest: an unknown penalty becomes the worst one",
        "E-A3-21",
        "newdaily-2020-10-07",
    ),
    Wording(
        "A short summary, on no page that we cite",
        "Nobody knows what happens to the families.",
        "softer: the penalty that he expected is left out",
        "E-A3-21",
    ),
)


@dataclass(frozen=True)
class Step:
    """A change of the rule on children, a count of arrivals, or something else that changed in the same years."""

    kind: str
    rows: tuple[str, ...]


STEPS = (
    Step("rule: looser", ("TL-06",)),
    Step("rule: tighter, then put off", ("TL-07", "TL-08")),
    Step("rule: looser", ("TL-09", "TL-10")),
    Step("rule: tighter, then taken back", ("TL-12", "TL-13")),
    Step("count", ("ELI-05",)),
    Step("something else: a purge", ("TL-14", "TL-15")),
    Step("count", ("ELI-06",)),
    Step("count", ("ELI-04",)),
    Step("rule: tighter", ("TL-17",)),
)


def unused_rule_rows() -> list[str]:
    """The rows of the timeline on the rule that no step shows; there should be none."""
    shown = {row_id for step in STEPS for row_id in step.rows}
    return [
        row["event_id"]
        for row in rows("timeline")
        if row["kind"] == "rule on children" and row["event_id"] not in shown
    ]
