"""Where each claim stands on the drawn map: [drawing] of course.toml, or one column a group where there is none.

`[drawing.boxes]` names each claim once, in reading order, with a name in a few words, the rest of the sentence, and its
place: column, row, and over how many rows it reaches. A box that is no claim is something given: it says what it
`supports`. `lanes` are the headings over the columns; a lane that is `unstated` is drawn as a gap between the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lesson.core import home
from lesson.core.problem import Problem
from lesson.tables import names, rows

FIELDS = {"name", "says", "place", "supports", "note"}
MEND = 'write ID = {name = "Two words", says = "the rest of the sentence", place = [column, row, rows]}.'


@dataclass(frozen=True)
class Box:
    """One box of the map; `supports` and `note` belong to what is given and no claim of the text."""

    id: str
    name: str
    says: str
    column: int
    row: int
    rows: int = 1
    supports: str = ""
    note: str = ""


@dataclass(frozen=True)
class Lane:
    """A heading over the columns `first` to `last`; `unstated` where no sentence of the text says what is in it."""

    title: str
    first: int
    last: int
    unstated: bool = False


@dataclass(frozen=True)
class Places:
    """The whole drawing; `question` is what a reader is asked of it while nothing is broken."""

    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    question: str = ""


def places() -> Places:
    """Where everything stands: group by group where course.toml has no drawing, or one with a slip (see `problems`)."""
    found = home.settings().drawing
    if not found or list(problems()):
        return _grouped()
    lanes = tuple(
        Lane(str(lane["title"]), lane["columns"][0], lane["columns"][1], bool(lane.get("unstated")))
        for lane in found.get("lanes", [])
    )
    boxes = tuple(_box(name, box) for name, box in found["boxes"].items())
    return Places(lanes, boxes, str(found.get("question", "")))


def _box(name: str, found: dict[str, Any]) -> Box:
    column, row, *more = found["place"]
    box = Box(name, found["name"], found["says"], column, row, *more)
    return replace(box, supports=found.get("supports", ""), note=found.get("note", ""))


def _grouped() -> Places:
    """One column for each group of the map, its claims below each other in whole sentences."""
    lanes, boxes = [], []
    for column, group in enumerate(home.settings().map, 1):
        lanes.append(Lane(group.title, column, column))
        found = [row for row in rows("claims") if row["part"] in group.parts]
        boxes += [Box(row["claim_id"], "", row["claim"], column, place) for place, row in enumerate(found, 1)]
    return Places(tuple(lanes), tuple(boxes))


def problems() -> Iterator[Problem]:
    """Each claim without a box, each box that cannot be placed, each lane without columns."""
    found = home.settings().drawing
    if not found or "claims" not in names(home.seeds()):
        return
    boxes, claims = found.get("boxes"), [row["claim_id"] for row in rows("claims")]
    if not isinstance(boxes, dict):
        yield _slip("drawing", "There are no boxes.", "write [drawing.boxes], and a line for each claim.")
        return
    for name in claims:
        if name not in boxes:
            yield _slip("drawing.boxes", f"The claim '{name}' has no box.", MEND)
    for name, box in boxes.items():
        yield from _wrong(name, box, claims)
    for lane in found.get("lanes", []):
        if not (isinstance(lane, dict) and lane.get("title") and _numbers(lane.get("columns"), (2,))):
            mend = 'write {title = "...", columns = [first, last]}.'
            yield _slip("drawing.lanes", f"A lane lacks its title or its columns: {lane}.", mend)


def _wrong(name: str, box: object, claims: list[str]) -> Iterator[Problem]:
    where = f"drawing.boxes, {name}"
    if not isinstance(box, dict) or not {"name", "says", "place"} <= set(box) <= FIELDS:
        yield _slip(where, "It needs 'name', 'says' and 'place', and may have 'supports' and 'note'.", MEND)
        return
    if not _numbers(box["place"], (2, 3)):
        yield _slip(where, f"The place {box['place']} is no column, row and number of rows.", MEND)
    if name not in claims and box.get("supports") not in claims:
        mend = "name a claim, or write supports = the claim that it holds up."
        yield _slip(where, "It is no claim, and supports none.", mend)


def _numbers(value: object, lengths: tuple[int, ...]) -> bool:
    return isinstance(value, list) and len(value) in lengths and all(type(n) is int and n > 0 for n in value)


def _slip(where: str, what: str, mend: str) -> Problem:
    return Problem("course/course.toml", 1, where, what, mend)
