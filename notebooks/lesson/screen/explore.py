"""What `lesson.explore` can open: things to try, fed by the reader's own answers or by rows that are shipped once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from html import escape
from typing import Any

from lesson.course import facts, journey, markdown, tables
from lesson.course.items import SEEDS
from lesson.screen.card import Card, notebook, strings
from lesson.screen.claim_map import GROUPS
from lesson.screen.filters import FILTERS
from lesson.screen.rate import rate_sheet
from lesson.screen.table import Cell
from lesson.screen.views import folded

Sheet = dict[str, Any]
Made = tuple[Sheet, list[str]]
"""A sheet for lesson.js, and the lines of words that stand for it where nothing runs."""


def explore(name: str, half: int = 1, closed: bool = False) -> Card:
    """Return the card of this name, folded away if `closed`. Raises KeyError, with the names there are, otherwise."""
    if name in FILTERS:
        sheet, lines = FILTERS[name]()
    elif name in VIEWS:
        sheet, lines = VIEWS[name](half) if name == "desk" else VIEWS[name]()
    else:
        raise KeyError(f"There is no '{name}' to explore. Names: {', '.join([*VIEWS, *FILTERS])}.")
    mark = hashlib.sha256(json.dumps(sheet, sort_keys=True).encode()).hexdigest()[:8]
    sheet = {"notebook": notebook() or "explore", "lesson": "explore", "items": [], "closed": closed, **sheet}
    text = "\n".join([sheet["title"], *lines, strings()["runToTry"]])
    html = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    # Rows that only the script shows are in the words as a fingerprint, so that nbval sees when one changes.
    return Card(sheet, folded(html) if closed else html, f"{text}\n[{mark}]")


def desk(half: int) -> Made:
    """Dated reports of one half, without what became of them in the words that are stored."""
    items = [
        {
            **journey.opinion(row["desk_id"].lower(), row["report"]),
            "date": facts.spoken(row["report_date"]),
            "report": row["report"],
            "short": _short(row["report"]),
            "basis": row["basis_then"],
            "outcome": row["outcome"],
            "outcome_date": facts.spoken(row["outcome_date"]) if row["outcome_date"] else "",
            "after": row["outcome_note"],
            "sources": [
                {"label": ", ".join(filter(None, (s["publisher"], s["date"]))), "url": s["url"]}
                for s in tables.sources("desk", row["desk_id"])
            ],
        }
        for row in journey.desk(half)
    ]
    sheet = {"id": f"desk-{half}", "view": "desk", "title": f"The desk, part {half}: dated reports", "items": items}
    return sheet, [f"- {item['date']}: {item['report']} {strings()['deskBasis']} {item['basis']}" for item in items]


def _short(text: str) -> str:
    """The first dozen words, to tell reports apart in a table."""
    words = text.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")


def calibration() -> Made:
    """How sure against how right."""
    items = [journey.part(item) for item in journey.graded()]
    sheet = {"id": "calibration", "view": "calibration", "title": "How sure, and how right", "items": items}
    return sheet, [f"It compares, over {len(items)} questions, how sure you were with how often you were right."]


def shift() -> Made:
    """First and second votes."""
    sheet = {"id": "shift", "view": "shift", "title": "Your first and second votes", "items": _votes()}
    return sheet, [f"- {item['claim']}: {item['text']}" for item in _votes()]


def _votes() -> list[dict[str, Any]]:
    words = {row["claim_id"]: row["claim"] for row in tables.rows("claims", SEEDS)}
    return [{**journey.part(item), "claim": claim, "text": words[claim]} for claim, item in journey.votes()]


def claim_map() -> Made:
    """The argument in the colours of one's own votes, with arrows that can be broken."""
    found = journey.claims()
    claims = [
        {
            "id": row["claim_id"],
            "text": row["claim"],
            "whom": row["said_of"].replace("->", "to"),
            "note": row["note"] if row["part"] in ("step", "bridge", "conclusion") else "",
            "rests": [part for part in row["depends_on"].split(";") if part],
            "disputes": [part for part in row["disputes"].split(";") if part],
            "dotted": row["part"] == "bridge",
            "item": part,
            "asked": asked,
        }
        for row, part, asked in found
    ]
    groups = [
        {"title": title, "css": css, "ids": [row["claim_id"] for row, _, _ in found if row["part"] in parts]}
        for title, parts, css in GROUPS
    ]
    sheet = {
        "id": "map",
        "view": "map",
        "title": "The argument, in the colours of your votes",
        "claims": claims,
        "groups": groups,
    }
    sheet["items"] = [claim["item"] for claim in claims]
    lines = [
        f"- {c['id']}: {c['text']}" + (f" Rests on {', '.join(c['rests'])}." if c["rests"] else "") for c in claims
    ]
    return sheet, lines


def chain() -> Made:
    """One story through its publications, in order."""
    found = sorted(tables.rows("chain"), key=lambda row: row["order"])
    columns = ["Date and publisher", "Names as its source", "Adds"]
    links = [
        {
            "origin": row["new_origin"] == "yes",
            "cells": [
                escape(f"{row['date']}, {row['publisher']}"),
                escape(row["cites_whom"]),
                f"{escape(row['adds_what'])} {_links('chain', row['link_id'])}",
            ],
        }
        for row in found
    ]
    sheet = {
        "id": "chain",
        "view": "chain",
        "title": "One story, link by link",
        "story": found[0]["story"],
        "columns": columns,
        "links": links,
        "below": "An origin is somebody who knew, or says so, without having it from another publication.",
    }
    return sheet, [
        f"- {row['date']}, {row['publisher']}: from {row['cites_whom']}; adds {row['adds_what']}" for row in found
    ]


def _links(table: str, row_id: str) -> str:
    return Cell("", links=tuple((s["publisher"], s["url"]) for s in tables.sources(table, row_id)[:2])).html


def summary() -> Made:
    """One's own course on a page."""
    uses: dict[str, dict[str, Any]] = {}

    def add(item: dict[str, Any], use: str, **more: str) -> None:
        uses.setdefault(item["id"], {**item, "use": []})
        uses[item["id"]] |= more
        uses[item["id"]]["use"].append(use)

    for item in journey.items():
        add(journey.part(item), f"lesson {item.lesson}")
    for vote in _votes():
        add(vote, "claim", claim=vote["claim"], text=vote["text"])
    for item in journey.texts():
        add(journey.part(item), "text", text=markdown.plain(item.stem))
    for item in journey.graded():
        add(journey.part(item), "sure")
    title = "My course: Stay or Leave?"
    sheet = {
        "id": "summary",
        "view": "summary",
        "title": title,
        "lessons": journey.lessons(),
        "items": list(uses.values()),
    }
    return sheet, ["Your votes and what moved, your own words, how sure you were and how right: on one page, to print."]


VIEWS: dict[str, Callable[..., Made]] = {
    "rate": rate_sheet,
    "desk": desk,
    "chain": chain,
    "map": claim_map,
    "shift": shift,
    "calibration": calibration,
    "summary": summary,
}
