"""The argument as a drawing, in the colours of one's own votes, with arrows that can be broken."""

from __future__ import annotations

from typing import Any

from lesson.bank import journey
from lesson.bank.claim_ties import listed
from lesson.bank.map_places import Box, Places, places
from lesson.core import home
from lesson.core.words import say
from lesson.screen.registries import Made, explorer
from lesson.tables import Row


@explorer("map")
def claim_map() -> Made:
    """The argument in the colours of one's own votes, with arrows that can be broken."""
    drawn, found = places(), {row["claim_id"]: (row, part, asked) for row, part, asked in journey.claims()}
    claims = [_claim(box, *found[box.id], drawn) if box.id in found else _given(box) for box in drawn.boxes]
    lanes = [
        {"title": lane.title, "first": lane.first, "last": lane.last, "unstated": lane.unstated} for lane in drawn.lanes
    ]
    sheet: dict[str, Any] = {
        "id": "map",
        "view": "map",
        "title": say("look", "ownMapTitle"),
        "claims": claims,
        "lanes": lanes,
        "question": drawn.question,
        "items": [claim["item"] for claim in claims if claim["item"]],
    }
    return sheet, [_line(claim, claims) for claim in claims]


def _claim(box: Box, row: Row, part: journey.Part, asked: bool, drawn: Places) -> dict[str, Any]:
    """A claim of the text: what it rests on are claims, and what is given in its support."""
    dashed = {part for group in home.settings().map if "bridge" in group.css.split() for part in group.parts}
    return {
        **_place(box),
        "text": row["claim"],
        "whom": row["said_of"].replace("->", say("look", "to")),
        "note": row["note"] if row["part"] in home.settings().explains else "",
        "rests": [*listed(row, "depends_on"), *(other.id for other in drawn.boxes if other.supports == box.id)],
        "disputes": listed(row, "disputes"),
        "dotted": row["part"] in dashed,
        "item": part,
        "asked": asked,
    }


def _given(box: Box) -> dict[str, Any]:
    """Something that is no claim of the text, and nobody votes on."""
    empty = {"whom": "", "rests": [], "disputes": [], "dotted": False, "item": None, "asked": False}
    return {**_place(box), "text": box.says.lstrip(",.:; "), "note": box.note, **empty}


def _place(box: Box) -> dict[str, Any]:
    place = [box.column, box.row, box.rows]
    return {"id": box.id, "name": box.name, "says": box.says, "place": place}


def _line(claim: dict[str, Any], claims: list[dict[str, Any]]) -> str:
    """One claim in words: its name, whom it is about, the whole of it, what it rests on and speaks against."""
    names = {other["id"]: _called(other) for other in claims}
    parts = [f"- {_called(claim)}", f" ({claim['whom']})" if claim["whom"] else "", f": {claim['text']}"]
    for field, word in (("rests", "restsOn"), ("disputes", "speaksAgainst")):
        if claim[field]:
            parts.append(" " + say("look", word, ids=", ".join(names[other] for other in claim[field])))
    return "".join(parts)


def _called(claim: dict[str, Any]) -> str:
    return f"{claim['id']}, {claim['name']}" if claim["name"] and claim["item"] else claim["name"] or str(claim["id"])
