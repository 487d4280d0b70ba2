"""Which claim is taught where, on how much evidence, by which questions: `python do.py coverage`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lesson import tables
from lesson.bank import journey

STANCES = ("supports", "challenges", "qualifies", "cautions")


@dataclass(frozen=True)
class Cover:
    """One claim: where it is taught, its evidence by stance, the items that rest on it, the debated ones among them."""

    claim: str
    taught_in: tuple[str, ...]
    evidence: Counter[str]
    items: tuple[str, ...]
    debated: tuple[str, ...]


def coverage() -> list[Cover]:
    """Return one entry for each claim. An item rests on a claim when it cites it, or evidence that bears on it."""
    bears = {row["evidence_id"]: row["bears_on"] for row in tables.rows("evidence")}
    found = []
    for row in tables.rows("claims"):
        claim = row["claim_id"]
        mine = [item for item in journey.items() if claim in {bears.get(e, e) for e in item.evidence}]
        found.append(
            Cover(
                claim,
                tuple(row["taught_in"].split(";")),
                Counter(piece["stance"] for piece in tables.rows("evidence") if piece["bears_on"] == claim),
                tuple(item.id for item in mine),
                tuple(item.id for item in mine if item.debated),
            )
        )
    return found


def main() -> None:
    """Print the table as Markdown."""
    print(f"| claim | taught in | {' | '.join(STANCES)} | items | debated |")
    print("|---" * (4 + len(STANCES)) + "|")
    for cover in coverage():
        stances = " | ".join(str(cover.evidence[stance]) for stance in STANCES)
        print(
            f"| {cover.claim} | {', '.join(cover.taught_in)} | {stances} | {len(cover.items)} | {len(cover.debated)} |"
        )
