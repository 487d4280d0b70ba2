"""What every course can show: its claims, the evidence on them, its text in short, its words and its sources."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lesson import tables
from lesson.bank import load
from lesson.bank.claim_names import label
from lesson.bank.facts import as_read
from lesson.core import home, markdown
from lesson.core.words import say
from lesson.screen import cited
from lesson.screen.claim_map import claim_map
from lesson.screen.drawn import evidence as drawn
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table, page_of
from lesson.tables import Row


@dataclass(frozen=True)
class Written:
    """HTML that is there already, and the words of it."""

    as_html: str
    as_text: str
    caption: str

    def html(self) -> str:
        """The whole as HTML."""
        return self.as_html

    def text(self) -> str:
        """The whole as words."""
        return self.as_text


def _columns(name: str) -> list[str]:
    """The headings of a table, which stand in one text."""
    return say("look", name).split("|")


def _claim(claim: str) -> str:
    """Return the claim that a reader named. Raises ValueError where no evidence is on it."""
    there = tables.words("evidence", "bears_on")
    if claim not in there:
        raise ValueError(say("look", "noEvidence" if claim else "needsClaim", claim=claim, there=", ".join(there)))
    return claim


@look("claims")
def claims() -> Drawn:
    """The claim map as a table: the same as the picture, for reading in order."""
    rows = [
        [
            Cell(say("look", "claimPart", claim=label(row["claim_id"]), part=row["part"])),
            Cell(row["claim"]),
            Cell(row["said_of"]),
            Cell(", ".join(label(part) for part in row["depends_on"].split(";") if part) or say("look", "nothingHere")),
            Cell(row["sentences"].replace(";", ", ") or say("look", "noSentence")),
        ]
        for row in tables.rows("claims")
    ]
    caption = say("look", "claimsCaption", text=home.settings().text_label)
    return Table(caption, _columns("claimsColumns"), rows)


@look("map")
def claims_map() -> Drawn:
    """The claim map as boxes and arrows."""
    return Written(*claim_map(tables.rows("claims")), say("look", "mapTitle"))


@look("essay")
def digest() -> Drawn:
    """The text sentence by sentence, in our words; and the reader's own copy when there is one.

    The heading of the digest and the paragraph below it, which says how it was made, are left out.
    """
    text = (home.seeds() / "digest.md").read_text(encoding="utf-8").split("\n\n", 2)[-1]
    html = markdown.block(text.replace("## ", "#### "))
    return Written(f"{html}{_own_copy()}", markdown.plain(text), say("look", "digestTitle"))


def _own_copy() -> str:
    """The text that a reader has saved, escaped; nothing where there is none. It never enters the plain text."""
    path = Path(os.environ.get("LESSON_ESSAY") or home.seeds() / "essay.local.txt")
    try:
        own = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    body = "".join(f"<p>{escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", own) if part.strip())
    label = escape(say("look", "ownCopy", text=home.settings().text_label))
    return f"<details><summary>{label}</summary>{body}</details>"


@look("evidence")
def evidence(page: int = 1, claim: str = "") -> Drawn:
    """The evidence on one claim, ten pieces to a page: who says so, and why one should hesitate."""
    found = tables.evidence(bears_on=_claim(claim) if claim else None)
    first, shown = page_of(found, page)
    which = say("look", "evidenceOn" if claim else "evidenceOnAll", claim=label(claim))
    caption = say(
        "look",
        "evidenceCaption",
        which=which,
        first=first + 1,
        last=first + len(shown),
        n=len(found),
        as_read=as_read(),
    )
    return Table(caption, _columns("evidenceColumns"), [_piece(row) for row in shown], say("look", "evidenceBelow"))


def _piece(row: Row) -> list[Cell]:
    return [
        Cell(
            say("look", "evidencePiece", id=row["evidence_id"], stance=row["stance"], about=row["about"]),
            cited.disputed("evidence", row["evidence_id"]),
            why=tables.differing("evidence", row["evidence_id"]),
        ),
        Cell(row["summary"]),
        Cell(row["who_says"]),
        Cell(row["limits"]),
        Cell("", links=cited.sources("evidence", row["evidence_id"])),
    ]


@look("evidence picture")
def evidence_picture(claim: str = "") -> Drawn:
    """Evidence on one claim as a grid of dots."""
    chosen = _claim(claim)
    return drawn.evidence(tables.evidence(bears_on=chosen), label(chosen), as_read())


@look("glossary")
def glossary(lesson: str = "") -> Drawn:
    """The words of one lesson, or of all, explained."""
    found = [row for row in tables.rows("glossary") if not lesson or lesson in row["lesson"].split(";")]
    found.sort(key=lambda row: row["term"].lower())
    cells = [[Cell(row["term"]), Cell(row["meaning"])] for row in found]
    return Table(say("look", "glossaryCaption"), _columns("glossaryColumns"), cells)


@look("sources")
def sources(lesson: str = "") -> Drawn:
    """The publications behind the questions of a lesson, each with the rows that it carries."""
    carried: dict[str, list[str]] = {}
    for row_id in dict.fromkeys(row_id for item in load.items(lesson) for row_id in item.evidence):
        table, _ = tables.find(row_id)
        for source in tables.sources(table, row_id):
            carried.setdefault(source["source_id"], []).append(row_id)
    by_id = {row["source_id"]: row for row in tables.rows("sources")}
    found = sorted((by_id[name] for name in carried), key=lambda s: (s["publisher"].lower(), s["date"]))
    head = say("look", "sourcesHead", n=len(found), lesson=lesson, as_read=as_read())
    items, lines = [], [head]
    for source in found:
        name = ", ".join(filter(None, (source["publisher"], source["date"])))
        ids = ", ".join(carried[source["source_id"]])
        rest = say("look", "sourcesFor", description=source["description"], language=source["language"], ids=ids)
        link = Cell("", links=((name, source["url"]),)).html
        items.append(f"<li>{link}. {escape(rest)}</li>")
        lines.append(f"- {name}. {rest}")
    return Written(f"<p>{escape(head)}</p><ul>{''.join(items)}</ul>", "\n".join(lines), head)
