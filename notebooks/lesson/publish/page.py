"""A plain page of readable blocks and question cards: one file, no Python behind it, no request to anybody.

The cards are drawn by lesson.js from the same sheets as in a notebook; page.js stands in for the kernel and keeps the
answers in the reader's browser. Without JavaScript each question is there to read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from lesson.bank import compile, lessons, load
from lesson.core import home, markdown
from lesson.core.event import Event
from lesson.core.item import Item, Sheet
from lesson.core.words import say, words
from lesson.publish.document import HERE, document, island
from lesson.screen import ask, card, course_line

READER = "browser"
"""The learner id of whoever reads a plain page: lesson.js and page.js know nobody else."""


@dataclass(frozen=True)
class Prose:
    """Something to read: safe HTML, rendered from Markdown or by a view of the course."""

    html: str


@dataclass(frozen=True)
class Card:
    """One card: a compiled sheet with its view, past events, and messages that the card hears once it is drawn."""

    sheet: dict[str, Any]
    readable: str
    past: Sequence[Event] = ()
    say: Sequence[dict[str, str]] = ()
    learner: str = READER
    more: dict[str, Any] = field(default_factory=dict)


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
        f'<p class="quiet" id="keeping">{say["keeping"]}</p>' if keep else "",
        f'<noscript><p class="quiet">{say["noScript"]}</p></noscript>' if cards else "",
        *_blocks(blocks),
        _mine() if keep and cards else "",
        "</main>\n</div>",
        _scripts(cards, keep, {**words("card"), **(strings or {})}) if cards else "",
    ]
    return document(title, style(), "\n".join(filter(None, lines)))


def style() -> str:
    """Return the style of the cards and of the page around them."""
    return (card.HERE / "lesson.css").read_text(encoding="utf-8") + (HERE / "page.css").read_text(encoding="utf-8")


def _blocks(blocks: Sequence[Block]) -> list[str]:
    """Return the HTML of each block; a card is a place that page.js fills, with the readable form in it."""
    return [
        block.html if isinstance(block, Prose) else f'<div class="place" data-card="">{block.readable}</div>'
        for block in blocks
    ]


def _mine() -> str:
    """Two buttons that page.js shows where something can be kept: take the answers along, or delete them."""
    say = words("page")
    buttons = "".join(f'<button type="button" class="plain">{say[name]}</button> ' for name in ("download", "delete"))
    body = f'<h2>{say["mine"]}</h2><div class="row">{buttons}</div>'
    return f'<section class="mine lesson-card" id="mine" hidden>{body}</section>'


def _scripts(cards: Sequence[Card], keep: bool, strings: dict[str, str]) -> str:
    """Return the data and the script that draws it. A sheet that stands on the page many times is stored once."""
    data = {
        "module": (card.HERE / "lesson.js").read_text(encoding="utf-8"),
        "course": home.settings().id,
        "strings": strings,
        "sheets": {block.sheet["id"]: block.sheet for block in cards},
        "cards": [
            {
                "item": block.sheet["id"],
                "more": block.more,
                "past": list(block.past),
                "say": list(block.say),
                "learner": block.learner,
            }
            for block in cards
        ],
        "words": {name: words("page")[name] for name in ("notKeeping", "notKept", "deleteSure")},
        "keep": keep,
    }
    script = (HERE / "page.js").read_text(encoding="utf-8")
    return f'{island("lesson-data", data)}\n<script type="module">\n{script}</script>'
