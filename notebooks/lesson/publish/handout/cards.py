"""Cards for rooms without computers: one piece of evidence a card, and four large letters to vote with.

A card is a quarter of a sheet. Its front and its back lie side by side: fold along the middle, or print and glue.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lesson import tables
from lesson.bank.facts import as_of
from lesson.core.words import Words
from lesson.tables import Row

SAY = Words("paper")
TABLE = "evidence"
A_SHEET = 2
LETTERS = "ABCD"


def sheets(pieces: Sequence[str]) -> str:
    """Return cards of these rows of evidence, two to a sheet, each with its back beside it."""
    found = [(n, row) for n, row in enumerate(map(_row, pieces), 1)]
    groups = [found[i : i + A_SHEET] for i in range(0, len(found), A_SHEET)]
    return "".join(f'<section class="cards">{"".join(_both(n, row) for n, row in group)}</section>' for group in groups)


def votes() -> str:
    """Return one sheet of four letters, each in a frame of its own form, to cut or to fold."""
    cards = "".join(f'<section class="vote {letter.lower()}"><b>{letter}</b></section>' for letter in LETTERS)
    return f'<section class="cards letters">{cards}</section>'


def _row(row_id: str) -> Row:
    return tables.find(row_id)[1]


def _both(number: int, row: Row) -> str:
    code = row["evidence_id"]
    prompts = "".join(f"<li>{escape(prompt)}</li>" for prompt in SAY["prompts"].split("|"))
    front = (
        f'<section class="card front"><p class="top"><b>{SAY["cardFront"].format(n=number)}</b> '
        f"<span>{escape(code)}</span></p><p>{escape(row['summary'])}</p><ol>{prompts}</ol></section>"
    )
    said = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in _told(row) if text)
    back = (
        f'<section class="card back"><p class="top"><b>{SAY["cardBack"]}</b> <span>{escape(code)}</span></p>'
        f"<dl>{said}</dl></section>"
    )
    return front + back


def _told(row: Row) -> list[tuple[str, str]]:
    """What the back tells: (name, text), and the publications last."""
    code = row["evidence_id"]
    disputed = ", ".join(tables.disputed(TABLE, code))
    read = SAY["cardRead"].format(as_of=as_of())
    publications = "; ".join(_publication(source) for source in tables.sources(TABLE, code))
    names = SAY["cardNames"].split("|")
    texts = [
        f"{row['bears_on']}, {row['stance']}",
        row["about"],
        row["who_says"],
        row["limits"],
        disputed,
        row["confidence"],
        f"{publications}. {read}",
    ]
    return list(zip(names, texts, strict=True))


def _publication(source: Row) -> str:
    """Publisher, date and language, and whether we read a copy."""
    copy = SAY["cardCopy"] if source["copy"] == "yes" else ""
    return ", ".join(filter(None, (source["publisher"], source["date"], source["language"], copy)))
