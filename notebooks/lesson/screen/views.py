"""What `lesson.show` can show: each view picks rows of the course and puts them into a table or a map."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from lesson.course import facts, markdown, tables
from lesson.course.items import SEEDS
from lesson.course.tables import Row
from lesson.screen import (
    cited,
    departure,
    looks_analogy,
    looks_counting,
    looks_forced,
    looks_ladder,
    looks_readings,
    looks_reference,
)
from lesson.screen.card import strings
from lesson.screen.claim_map import claim_map
from lesson.screen.table import Cell, Table

PAGE = 10


@dataclass(frozen=True)
class Look:
    """Something to look at, as HTML and as words; folded away when it answers a prediction."""

    html: str
    text: str
    closed: bool = False

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/html": folded(self.html) if self.closed else self.html, "text/plain": self.text}


def folded(html: str) -> str:
    """Fold away what answers a prediction."""
    return f"<details><summary>{strings()['lookAfter']}</summary>{html}</details>"


def show(name: str, page: int = 1, closed: bool = False, claim: str = "", lesson: str = "") -> Look:
    """Return the view of this name. Raises KeyError, with the names there are, for an unknown one.

    Raises ValueError, with what there is, for a page or a claim that it does not have.
    """
    if name not in VIEWS:
        raise KeyError(f"There is no '{name}' to show. Names: {', '.join(VIEWS)}.")
    html, text = VIEWS[name](Wish(page, claim, lesson))
    return Look(html, text, closed)


@dataclass(frozen=True)
class Wish:
    """What a reader asked of a view: the page of a long table, the claim that evidence bears on, the lesson."""

    page: int = 1
    claim: str = ""
    lesson: str = ""


def _paged(found: list[Row], page: int) -> tuple[int, list[Row]]:
    """Return where a page of ten rows begins, and its rows. Raises ValueError when there is no such page."""
    first = (page - 1) * PAGE
    shown = found[first : first + PAGE] if page > 0 else []
    if not shown:
        raise ValueError(f"There is no page {page}; the table has {-(-len(found) // PAGE)}.")
    return first, shown


def _claim(wish: Wish) -> str:
    """Return the claim that a reader named. Raises ValueError where no evidence is on it."""
    there = tables.words("evidence", "bears_on")
    if wish.claim not in there:
        what = f"There is no evidence on '{wish.claim}'." if wish.claim else "This picture needs the name of a claim."
        raise ValueError(f"{what} Write one of: {', '.join(there)}.")
    return wish.claim


def _table(table: Table) -> tuple[str, str]:
    return table.html(), table.text()


def departures(wish: Wish) -> tuple[str, str]:
    """Reported departures of diplomats, newest first, ten to a page."""
    found = facts.latest_first()
    first, shown = _paged(found, wish.page)
    caption = (
        f"Reported departures of diplomats, {first + 1} to {first + len(shown)} of {len(found)}, the latest first. "
        f"A count of public reports, as of {facts.as_of()}."
    )
    below = (
        "Left: the month, or the year where no month is known. Public: the first report. Origin: somebody who knew, or"
        " says so, without having it from another of them. Link: a publication that we cite; many can have one origin."
        " Some of these pages name people whom we do not name. Read them for what they report; do not repeat the names."
    )
    columns = ("Who, where", "Left", "Public", "With", "Origins and links", "Sources")
    return _table(Table(caption, columns, [departure.cells(row) for row in shown], below))


def evidence(wish: Wish) -> tuple[str, str]:
    """The evidence on one claim, ten pieces to a page: who says so, and why one should hesitate."""
    found = tables.evidence(bears_on=_claim(wish) if wish.claim else None)
    first, shown = _paged(found, wish.page)
    which = f"on {wish.claim}" if wish.claim else "on all claims"
    caption = f"Evidence {which}, {first + 1} to {first + len(shown)} of {len(found)}, as of {facts.as_of()}."
    below = "Stance is relative to the claim. Look at whom a piece is about before you add anything up."
    columns = ("Evidence, stance, about whom", "What it says", "Who says so", "Why hesitate", "Sources")
    return _table(Table(caption, columns, [_piece(row) for row in shown], below))


def _piece(row: Row) -> list[Cell]:
    return [
        Cell(
            f"{row['evidence_id']} {row['stance']}; about {row['about']}",
            cited.disputed("evidence", row["evidence_id"]),
        ),
        Cell(row["summary"]),
        Cell(row["who_says"]),
        Cell(row["limits"]),
        Cell("", links=cited.sources("evidence", row["evidence_id"])),
    ]


def waits(wish: Wish) -> tuple[str, str]:
    """When diplomats left and when the public knew."""
    from lesson.screen import figure

    picture = figure.waits(facts.diplomats(), facts.wait, facts.as_of())
    return picture.html(), picture.text()


def evidence_picture(wish: Wish) -> tuple[str, str]:
    """Evidence on one claim as a grid."""
    from lesson.screen import figure

    claim = _claim(wish)
    picture = figure.evidence(tables.evidence(bears_on=claim), claim, facts.as_of())
    return picture.html(), picture.text()


def claims(wish: Wish) -> tuple[str, str]:
    """The claim map as a table: the same as the picture, for reading in order."""
    rows = [
        [
            Cell(row["claim_id"]),
            Cell(row["claim"]),
            Cell(row["said_of"]),
            Cell(row["part"]),
            Cell(row["depends_on"].replace(";", ", ") or "nothing here"),
            Cell(row["sentences"].replace(";", ", ") or "no sentence"),
        ]
        for row in tables.rows("claims", SEEDS)
    ]
    columns = ("Claim", "In our words", "Said of", "Part", "Rests on", "Sentences")
    return _table(Table("The claims of the essay, and what rests on what.", columns, rows))


def claims_map(wish: Wish) -> tuple[str, str]:
    """The claim map as boxes and arrows."""
    return claim_map(tables.rows("claims", SEEDS))


def digest(wish: Wish) -> tuple[str, str]:
    """The essay sentence by sentence, in our words; and the reader's own copy when there is one."""
    lines = (SEEDS / "digest.md").read_text(encoding="utf-8").splitlines()[1:]
    text = "\n".join(line for line in lines if not line.startswith("Each line") and not line.startswith("A phrase"))
    html = markdown.block(text.replace("## ", "#### "))
    return f"{html}{_own_copy()}", markdown.plain(text)


def _own_copy() -> str:
    """The text that a reader has saved, escaped; nothing where there is none. It never enters the plain text."""
    path = Path(os.environ.get("LESSON_ESSAY") or SEEDS / "essay.local.txt")
    try:
        own = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    body = "".join(f"<p>{escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", own) if part.strip())
    return f"<details><summary>Your copy of the essay</summary>{body}</details>"


def dates(wish: Wish) -> tuple[str, str]:
    """The London case and the essay's page on one short time line, with what was and was not public between them."""
    rows = []
    for day, text, row_id in facts.two_dates():
        first = tables.sources(tables.find(row_id)[0], row_id)[0]
        rows.append([Cell(facts.spoken(day)), Cell(text), Cell("", links=((first["publisher"], first["url"]),))])
    return _table(Table("Two dates.", ("Date", "What happened", "Source"), rows))


VIEWS: dict[str, Callable[[Wish], tuple[str, str]]] = {
    "departures": departures,
    "claims": claims,
    "map": claims_map,
    "essay": digest,
    "dates": dates,
    "waits": waits,
    "evidence": evidence,
    "evidence picture": evidence_picture,
}
VIEWS |= looks_reference.LOOKS
VIEWS |= looks_forced.LOOKS
VIEWS |= looks_counting.LOOKS
VIEWS |= looks_ladder.LOOKS
VIEWS |= looks_analogy.LOOKS
VIEWS |= looks_readings.LOOKS
