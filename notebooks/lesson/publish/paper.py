"""What a lesson needs on paper: `make handouts` writes it to build/handouts/, as HTML and as PDF.

All is made from the compiled sheets and from the teacher's plan (teach.yaml), never from anybody's answers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from lesson.bank import compile, lessons, load
from lesson.core import home
from lesson.core.item import Item
from lesson.core.problem import DataError, ProblemError
from lesson.core.words import Words
from lesson.publish import answer_key
from lesson.publish.document import HERE, document, write
from lesson.publish.handout import cards, core, leaf, more, pdf, plan, short_key
from lesson.publish.handout.plan import Plan
from lesson.publish.handout.timing import timed

SAY = Words("paper")


def places(found: Sequence[Item]) -> dict[str, int]:
    """The number of each question in its lesson, on paper as on the screen."""
    return {made.id: number for number, made in enumerate(found, 1)}


def worksheet(lesson: str, found: Sequence[Item], plan: Plan | None = None) -> str:
    """Return what learners write on: the core pages, where there is a plan, then the rest. No key is told."""
    done = plan.asked if plan else []
    pages = core.pages(lesson, plan, places(found)) if plan else [_first_head(lesson)]
    rest = more.flow(lesson, found, places(found), done)
    template = f'<template class="room-to-write">{leaf.room()}</template>'
    return _paper(SAY["worksheet"].format(lesson=lesson), lesson, "".join(pages) + rest + template, packed=True)


def key(lesson: str, found: Sequence[Item]) -> str:
    """Return what the teacher looks up: every option, its feedback, its evidence."""
    numbers = places(found)
    entries = "\n".join(answer_key.entry(numbers[made.id], made, compile.compile(made), numbers) for made in found)
    title = SAY["longKey"].format(lesson=lesson)
    head = f"<p>{escape(title)}. {SAY['forTeachers']}</p><h1>{escape(lessons.title(lesson))}</h1>"
    return _paper(title, lesson, f'{head}<div class="long">{entries}</div>')


def short(lesson: str, found: Sequence[Item], plan: Plan) -> str:
    """Return the key on one page."""
    sheet = short_key.page(lesson, plan, places(found), timed(lesson))
    return _paper(SAY["key"].format(lesson=lesson), lesson, sheet)


def evidence_cards(lesson: str, plan: Plan) -> str:
    """Return the evidence cards of a lesson."""
    title = SAY["cards"].format(lesson=lesson)
    head = f'<div class="onscreen"><h1>{escape(title)}</h1><p>{SAY["cardsHow"]}</p></div>'
    return _paper(title, lesson, head + cards.sheets(plan.cards), "cut")


def voting_cards() -> str:
    """Return the four letters."""
    head = f'<div class="onscreen"><h1>{SAY["voting"]}</h1><p>{SAY["votingHow"]}</p></div>'
    return _paper(SAY["voting"], "", head + cards.votes(), "cut")


def _first_head(lesson: str) -> str:
    return leaf.head(lessons.title(lesson), SAY["worksheet"].format(lesson=lesson), leaf.name(), first=True)


def _paper(title: str, lesson: str, body: str, kind: str = "sheet", packed: bool = False) -> str:
    """A whole page; cards have a paper of their own size."""
    style = "".join((HERE / f"{name}.css").read_text(encoding="utf-8") for name in ("paper", f"handout/{kind}"))
    script = (HERE / "handout" / "pack.js").read_text(encoding="utf-8") if packed else ""
    named = f"{title}: {lessons.title(lesson)}" if lesson else title
    return document(named, style, f'<main class="{kind}">{body}</main>', script)


def handouts(lesson: str) -> Iterator[tuple[str, str]]:
    """Yield (name of the file, page) for one lesson. Raises DataError where something has mistakes."""
    found, planned = load.items(lesson), plan.read(lesson)
    yield f"{lesson}-worksheet", worksheet(lesson, found, planned)
    if planned:
        yield f"{lesson}-key", short(lesson, found, planned)
        yield f"{lesson}-cards", evidence_cards(lesson, planned)
    yield f"{lesson}-long-key", key(lesson, found)


def main(arguments: Sequence[str]) -> int:
    """Write the handouts of the lessons named by their numbers, or of all; return 1 when questions have mistakes."""
    made: Mapping[str, str]
    try:
        made = {name: page for lesson in arguments or lessons.numbers() for name, page in handouts(lesson)}
    except (DataError, ProblemError) as error:
        print(error)
        return 1
    program = pdf.browser()
    for name, page in {**made, "voting-cards": voting_cards()}.items():
        path = home.build() / "handouts" / f"{name}.html"
        write(path, page)
        _print(program, path)
    if not program:
        print(SAY["noBrowser"])
    return 0


def _print(program: str | None, path: Path) -> None:
    if program and not pdf.write(program, path):
        print(SAY["printFailed"].format(page=path.name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
