"""What is folded over the whole course: the claims voted on twice, every graded answer, the desk of dated reports."""

from __future__ import annotations

import hashlib
from typing import Any

from lesson.course import bank, tables
from lesson.course.items import SEEDS, UNGRADED, Item
from lesson.course.tables import Row

Part = dict[str, Any]
"""What a view needs to fold and grade one item: id, version, type, and its look-ups."""


def lessons() -> list[str]:
    """The numbers of the lessons that have questions: "00", "01" ..."""
    return sorted(path.stem for path in bank.ITEMS.glob("[0-9][0-9].yaml"))


def items() -> list[Item]:
    """Every item of the course, in order. Raises DataError when a file has a mistake."""
    return [item for lesson in lessons() for item in bank.items(lesson)]


def part(item: Item) -> Part:
    """The item without its words: enough to tell what an answer is worth."""
    return {
        "id": item.id,
        "version": item.version,
        "type": item.type,
        "columns": list(item.columns),
        "bands": [list(band) for band in item.bands],
        "options": [{"verdicts": dict(option.verdicts)} for option in item.options],
    }


def votes() -> list[tuple[str, Item]]:
    """The claims that the course votes on twice, each with its item."""
    return [(item.evidence[0], item) for item in items() if item.again_in]


def graded() -> list[Item]:
    """The items with a verdict and a "how sure are you?"."""
    return [item for item in items() if item.type not in UNGRADED and item.confidence]


def texts() -> list[Item]:
    """The items that are answered in one's own words."""
    return [item for item in items() if item.type == "reflect"]


def claims() -> list[tuple[Row, Part, bool]]:
    """Each claim with what is voted on, and whether the map itself must ask (no lesson does)."""
    asked = dict(votes())
    found = []
    for row in tables.rows("claims", SEEDS):
        item = asked.get(row["claim_id"])
        found.append((row, part(item) if item else opinion(f"map-{row['claim_id']}", row["claim"]), item is None))
    return found


DESK_FIRST = ("DESK-02", "DESK-03", "DESK-04", "DESK-13", "DESK-07", "DESK-09", "DESK-10", "DESK-14")
"""Three true, three false, two unsettled, as in the other half; in neither does the kind of report tell the outcome.

The first four are done in class: two true, two false. Then come the others, which are for home.
"""


def desk(half: int) -> list[Row]:
    """The dated reports of one half: the first as named above, the second by date. Raises ValueError for another."""
    if half not in (1, 2):
        raise ValueError("The desk has two halves: half=1 and half=2.")
    if half == 1:
        return [tables.find(desk_id)[1] for desk_id in DESK_FIRST]
    mine = [row for row in tables.rows("desk") if row["desk_id"] not in DESK_FIRST]
    return sorted(mine, key=lambda row: (row["report_date"], row["desk_id"]))


def opinion(item_id: str, words: str) -> Part:
    """A question from 0 to 100 that belongs to a view; its version is a hash of its words."""
    version = hashlib.sha256(words.encode()).hexdigest()[:8]
    return {"id": item_id, "version": version, "type": "scale", "columns": [], "bands": [], "options": []}
