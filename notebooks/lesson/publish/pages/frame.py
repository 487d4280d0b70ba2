"""What stands around the blocks of a lesson: contents, where to go on, whose answers, where it all comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import yaml

from lesson.bank import facts, load
from lesson.core import home
from lesson.core.words import Words, say
from lesson.publish.page import MINE, Card, drawn
from lesson.publish.pages import markup
from lesson.publish.pages.cells import Lesson

SAY = Words("page")
INDEX = "index.html"


@dataclass(frozen=True)
class Turn:
    """The lessons before and after one, as (address, title); None at the ends."""

    before: tuple[str, str] | None
    after: tuple[str, str] | None


def page_of(file: str) -> str:
    """The page of a notebook's file."""
    return f"{file.removesuffix('.ipynb')}.html"


def article(lesson: Lesson, turn: Turn | None) -> str:
    """Return a lesson as one part of a page; without a `turn` it leads to no other page."""
    first, *rest = lesson.blocks
    html = "\n".join(map(drawn, rest))
    asks = any(isinstance(block, Card) for block in rest)
    lines = [
        f'<article id="{name(lesson.number)}" data-part="" data-title="{escape(lesson.title, quote=True)}">',
        drawn(first).replace("<h1 ", '<h1 tabindex="-1" ', 1),
        _keeping(lesson) if asks else "",
        _contents(html),
        _folded(html),
        MINE.format(escape(SAY["mine"])) if asks else "",
        _turn(turn) if turn else "",
        f'<p class="quiet">{escape(say("page", "notebook", file=lesson.file))}</p>',
        "</article>",
    ]
    return markup.stepped("\n".join(filter(None, lines)))


def _keeping(lesson: Lesson) -> str:
    """Where answers stay, and a link that the script fills: where to go on."""
    return (
        f'<p class="quiet keeping">{escape(SAY["keeping"])}</p>\n'
        f'<noscript><p class="quiet">{escape(SAY["noScript"])}</p></noscript>\n'
        f'<p data-resume="{lesson.number}" hidden><a href="#{name(lesson.number)}">{escape(SAY["contents"])}</a></p>'
    )


def name(number: str) -> str:
    """The id of a lesson's part."""
    return f"lesson-{number}"


def _contents(html: str) -> str:
    """The headings of a lesson as links, folded away."""
    found = re.findall(r'<h2 id="([^"]*)">(.*?)</h2>', html, re.S)
    items = "".join(f'<li><a href="#{at}">{words}</a></li>' for at, words in found)
    fold = f"<details><summary>{escape(SAY['contents'])}</summary><ol>{items}</ol></details>"
    return f'<nav class="contents" aria-label="{escape(SAY["contents"])}">{fold}</nav>' if items else ""


def _folded(html: str) -> str:
    """Fold away each part for whoever has more time, as a notebook does."""
    optional = re.compile(rf'<h2 id="[^"]*">\s*{re.escape(home.settings().optional)}\b')
    parts = re.split(r"(?=<h2 id=)", html)
    return "".join(_fold(part) if optional.match(part) else part for part in parts)


def _fold(part: str) -> str:
    heading, rest = part.split("</h2>", 1)
    return f'<details class="more"><summary>{heading}</h2></summary>{rest}</details>\n'


def _turn(turn: Turn) -> str:
    """Links to the lesson before, to all, and to the next."""
    links = [
        f'<a rel="{rel}" href="{at[0]}">{escape(SAY[word])}: {escape(at[1])}</a>'
        for rel, word, at in (("prev", "previous", turn.before), ("next", "next", turn.after))
        if at
    ]
    links.insert(1, f'<a href="{INDEX}">{escape(SAY["lessons"])}</a>')
    items = "".join(f"<li>{link}</li>" for link in links)
    return f'<nav class="turn" aria-label="{escape(SAY["other"])}"><ul>{items}</ul></nav>'


def index(lessons: Sequence[Lesson], more: str = "") -> str:
    """Return the list of all lessons as one part of a page."""
    title = home.settings().title
    items = "\n".join(f"<li>{_entry(lesson)}</li>" for lesson in lessons)
    name = escape(SAY["lessons"])
    listed = f'<nav aria-label="{name}"><h2>{name}</h2>\n<ul class="lessons">\n{items}\n</ul></nav>'
    return (
        f'<article id="lessons" data-part="" data-title="{escape(title, quote=True)}">'
        f'<h1 tabindex="-1">{escape(title)}</h1>\n<p>{escape(SAY["intro"])}</p>\n{listed}\n{more}</article>'
    )


def _entry(lesson: Lesson) -> str:
    n = len(load.items(lesson.number)) if lesson.asked else 0
    note = f' <span class="quiet">{escape(say("page", "count", n=n))}</span>' if n else ""
    return f'<a href="{page_of(lesson.file)}">{escape(lesson.title)}</a>{note}'


def whole(parts: Sequence[str]) -> str:
    """Return the body of a page around its parts."""
    top = f'<header class="top"><a href="{INDEX}">{escape(home.settings().title)}</a></header>'
    main = "\n".join(parts)
    return (
        f'<div class="page lesson">\n<a class="skip" href="#content">{escape(SAY["skip"])}</a>\n{top}\n'
        f'<main id="content" tabindex="-1">\n{main}\n</main>\n{_foot()}\n</div>'
    )


def _foot() -> str:
    """When the sources were read, what one may do with the pages, and how to cite them."""
    lines = [say("page", "sources", as_read=facts.as_read()), home.settings().licence]
    if cite := cited():
        lines.append(say("page", "cite", cite=cite))
    words = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return f'<footer class="foot quiet"><h2>{escape(SAY["about"])}</h2>{words}</footer>'


def cited() -> str:
    """How to cite the course, from CITATION.cff; nothing where there is none."""
    path = home.root() / "CITATION.cff"
    if not path.is_file():
        return ""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    authors = ", ".join(map(_author, found["authors"]))
    return f"{authors} ({str(found['date-released'])[:4]}). {found['title']}. Version {found['version']}."


def _author(one: dict[str, str]) -> str:
    return one.get("name") or f"{one['given-names']} {one['family-names']}"
