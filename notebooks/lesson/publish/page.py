"""A plain page of readable blocks and question cards: one file, no Python behind it, no request to anybody.

The cards are drawn from the same sheets as in a notebook; page.js holds what draws them, stands in for the kernel and
keeps the answers in the reader's browser. Without JavaScript each question is there to read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import count
from typing import Any

from lesson.bank import compile, lessons, load
from lesson.core import home, markdown
from lesson.core.event import Event
from lesson.core.item import Item, Sheet
from lesson.core.words import say, words
from lesson.publish.document import HERE, document, island
from lesson.screen import ask, card, course_line

READER = "browser"
"""The learner id of whoever reads a plain page, until several people share the browser."""


@dataclass(frozen=True)
class Prose:
    """Something to read: safe HTML, rendered from Markdown or by a view of the course."""

    html: str


@dataclass(frozen=True)
class Card:
    """One card: a compiled sheet with its view, past events, and messages that the card hears once it is drawn.

    `at` is the id of its place on the page; a card that returns has a `place` among the five, and no sheet of its own.
    """

    sheet: dict[str, Any]
    readable: str
    past: Sequence[Event] = ()
    say: Sequence[dict[str, str]] = ()
    learner: str = READER
    more: dict[str, Any] = field(default_factory=dict)
    at: str = ""
    place: int = 0


Block = Prose | Card


def prose(text: str) -> Prose:
    """Return Markdown as a block."""
    return Prose(markdown.block(text))


def question(sheet: Sheet, number: int, total: int, **more: Any) -> Card:
    """Return the card of one question, which can be read without JavaScript; `more` are other fields of `Card`."""
    note = f"<p><i>{escape(words('card')['runToAnswer'])}</i></p>"  # true of a notebook only
    readable = ask.as_html(sheet, say("card", "question", number=number, total=total)).removesuffix(note)
    shown = {"view": "ask", "number": number, "total": total, "notebook": sheet["lesson"], **more.pop("more", {})}
    return Card(dict(sheet), readable, more=shown, **more)


def progress(lesson: str, found: Sequence[Item]) -> Card:
    """Return the card that says which questions have an answer."""
    return Card(course_line.alone(lesson, found), "")


def questions(lesson: str) -> str:
    """Return the page of all questions of one lesson. Raises DataError when its file has mistakes."""
    found = load.items(lesson)
    cards = [question(compile.compile(item), number, len(found)) for number, item in enumerate(found, 1)]
    heading = words("page")["questions"].format(lesson=lesson)
    return page(lessons.title(lesson), [prose(f"## {heading}"), *cards, progress(lesson, found)])


def page(title: str, blocks: Sequence[Block], keep: bool = True, strings: dict[str, str] | None = None) -> str:
    """Return the whole page. `keep=False` keeps no answers; `strings` replaces words of the card.

    Raises ValueError when a block brings an h1 of its own: the title is the only one.
    """
    if any(re.search(r"<h1\b", block.html) for block in blocks if isinstance(block, Prose)):
        raise ValueError("The title is the page's only h1. Begin the headings of a block with '##'.")
    say = words("page")
    cards = [block for block in blocks if isinstance(block, Card)]
    lines = [
        '<div class="page lesson">',
        f'<a class="skip" href="#content">{say["skip"]}</a>',
        '<main id="content" tabindex="-1">',
        f"<h1>{escape(title)}</h1>",
        f'<p class="quiet keeping">{say["keeping"]}</p>' if keep else "",
        f'<noscript><p class="quiet">{say["noScript"]}</p></noscript>' if cards else "",
        *map(drawn, blocks),
        MINE.format(escape(say["mine"])) if keep and cards else "",
        "</main>\n</div>",
        island("lesson-data", data(cards, keep, strings)) if cards else "",
    ]
    return document(title, style(), "\n".join(filter(None, lines)), script() if cards else "")


MINE = '<section class="mine lesson-card" hidden><h2>{}</h2></section>'
"""Where page.js puts what one can do with one's answers: take them along, add some, delete them."""


def style() -> str:
    """Return the style of the cards and of the page around them."""
    files = (card.HERE / "lesson.css", card.HERE / "css" / "argument.css", HERE / "page.css")
    return "".join(file.read_text(encoding="utf-8") for file in files)


def script() -> str:
    """Return what draws the cards of a page and keeps its answers."""
    return (card.HERE / "page.js").read_text(encoding="utf-8")


def drawn(block: Block) -> str:
    """Return the HTML of a block; a card is a place that page.js fills, with the readable form in it."""
    if isinstance(block, Prose):
        return block.html
    at = f' id="{escape(block.at, quote=True)}"' if block.at else ""
    return f'<div class="place"{at} data-card="">{block.readable}</div>'


def data(cards: Sequence[Card], keep: bool = True, strings: dict[str, str] | None = None) -> dict[str, Any]:
    """Return what page.js draws the cards from. A sheet that stands on the page many times is stored once."""
    sheets: dict[str, dict[str, Any]] = {}
    return {
        "course": home.settings().id,
        "strings": {**words("card"), **(strings or {})},
        "cards": [_shown(block, sheets) for block in cards],
        "sheets": sheets,
        "words": words("page"),
        "keep": keep,
    }


def _shown(block: Card, sheets: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What a card is, without what it has not."""
    item = "" if block.place else _stored(sheets, block.sheet)
    shown = {"item": item, "more": block.more, "past": list(block.past), "say": list(block.say), "place": block.place}
    return {"learner": block.learner, **{name: value for name, value in shown.items() if value}}


def _stored(sheets: dict[str, dict[str, Any]], sheet: dict[str, Any]) -> str:
    """Store a sheet and return its name there: its id, or that with a number where another sheet has it."""
    names = (f"{sheet['id']}{f' {n}' if n else ''}" for n in count())
    name = next(each for each in names if sheets.get(each, sheet) == sheet)
    sheets[name] = sheet
    return name
