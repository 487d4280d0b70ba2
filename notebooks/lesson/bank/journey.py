"""What is folded over the whole course: every item, the claims voted on twice, every graded answer."""

from __future__ import annotations

import hashlib
from typing import Any

from lesson import tables
from lesson.bank import lessons, load
from lesson.bank.grade import is_graded
from lesson.core.item import Item
from lesson.tables import Row

Part = dict[str, Any]
"""What a view needs to fold and grade one item: id, version, type, and its look-ups."""


def items() -> list[Item]:
    """Every item of the course, in order. Raises DataError when a file has a mistake."""
    return [item for number in lessons.numbers() for item in load.items(number)]


def part(item: Item) -> Part:
    """The item without its words: enough to tell what an answer is worth."""
    return {
        "id": item.id,
        "version": item.version,
        "type": item.type,
        "columns": list(item.columns),
        "bands": [list(band) for band in item.bands],
        "options": [{"verdicts": dict(option.verdicts)} for option in item.options],
        "ask": item.ask,
        "years": list(item.years or ()),
        "given": item.given,
    }


def votes() -> list[tuple[str, Item]]:
    """The claims that the course votes on twice, each with its item."""
    return [(item.evidence[0], item) for item in items() if item.again_in]


def graded() -> list[Item]:
    """The items with a verdict."""
    return [item for item in items() if is_graded(item)]


def sure() -> list[Item]:
    """The items that ask how sure one is: one thing is right or wrong there. Sorts and ticks are left out."""
    return [item for item in graded() if item.confidence]


def texts() -> list[Item]:
    """The items that are answered in one's own words."""
    return [item for item in items() if item.type == "reflect"]


def guesses() -> list[Item]:
    """The items that ask for a prediction."""
    return [item for item in items() if item.type == "predict"]


def claims() -> list[tuple[Row, Part, bool]]:
    """Each claim with what is voted on, and whether the map itself must ask (no lesson does)."""
    asked = dict(votes())
    found = []
    for row in tables.rows("claims"):
        item = asked.get(row["claim_id"])
        found.append((row, part(item) if item else opinion(f"map-{row['claim_id']}", row["claim"]), item is None))
    return found


def opinion(item_id: str, words: str) -> Part:
    """A question from 0 to 100 that belongs to a view; its version is a hash of its words."""
    version = hashlib.sha256(words.encode()).hexdigest()[:8]
    return {"id": item_id, "version": version, "type": "scale", "columns": [], "bands": [], "options": []}
