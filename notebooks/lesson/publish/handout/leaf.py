"""One sheet of paper: its head, what is on it, and lines that fill what is left."""

from __future__ import annotations

import re
from html import escape

from lesson.core.words import Words

SAY = Words("paper")
LINES = 40
"""More than any sheet holds; those that do not fit are not seen."""


def leaf(kind: str, head: str, body: str, foot: str) -> str:
    """Return one sheet. All parts are safe HTML."""
    return f'<section class="leaf {kind}">{head}{body}<p class="foot">{foot}</p></section>'


def head(title: str, place: str, beside: str, first: bool = False) -> str:
    """The line on top: a title, where in the lesson this is, and a place for a name or a word."""
    tag = "h1" if first else "p"
    return (
        f'<div class="head"><{tag} class="title">{escape(title)}</{tag}><span>{escape(place)}</span>'
        f'<span class="beside">{beside}</span></div>'
    )


def name() -> str:
    """Where a learner writes a name."""
    return f'{SAY["name"]} <span class="blank"></span>'


def room(prompt: str = "") -> str:
    """Lines to write on, as many as the sheet has room for; `prompt` is safe HTML."""
    return f'<div class="room"><p>{prompt or SAY["room"]}</p><div class="lines">{"<i></i>" * LINES}</div></div>'


def still(html: str) -> str:
    """HTML as paper can carry it: no style of its own, no links, nothing folded."""
    html = re.sub(r"<style>.*?</style>", "", html, flags=re.S)
    html = re.sub(r"<details>\s*<summary>.*?</details>", "", html, flags=re.S)
    return re.sub(r"</?a\b[^>]*>", "", html)
