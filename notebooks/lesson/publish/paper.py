"""A worksheet and a key for each lesson, as pages to print: `make handouts` writes them to build/handouts/.

Both are made from the compiled sheets, never from anybody's answers.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from html import escape

from lesson.bank import compile, lessons, load
from lesson.core import home
from lesson.core.item import Item
from lesson.core.problem import DataError
from lesson.core.words import Words
from lesson.publish import answer_key
from lesson.publish import worksheet as form
from lesson.publish.document import HERE, document, write

SAY = Words("paper")


def worksheet(lesson: str, found: Sequence[Item]) -> str:
    """Return what learners write on. Nothing in it tells a key."""
    blanks = "".join(f'<span>{SAY[name]}: <span class="blank"></span></span>' for name in ("name", "date"))
    entries = [form.entry(number, made, compile.compile(made)) for number, made in enumerate(found, 1)]
    return _printed(SAY["worksheet"].format(lesson=lesson), lesson, f'<div class="head">{blanks}</div>', entries)


def key(lesson: str, found: Sequence[Item]) -> str:
    """Return what the teacher reads."""
    places = {made.id: number for number, made in enumerate(found, 1)}
    entries = [answer_key.entry(places[made.id], made, compile.compile(made), places) for made in found]
    return _printed(SAY["key"].format(lesson=lesson), lesson, f"<p>{SAY['forTeachers']}</p>", entries)


def _printed(title: str, lesson: str, head: str, entries: Sequence[str]) -> str:
    style = (HERE / "paper.css").read_text(encoding="utf-8")
    body = f"<p>{escape(title)}</p><h1>{escape(lessons.title(lesson))}</h1>{head}"
    return document(f"{title}: {lessons.title(lesson)}", style, f"<main>{body}\n" + "\n".join(entries) + "\n</main>")


def main(arguments: Sequence[str]) -> int:
    """Write the handouts of the lessons named by their numbers, or of all; return 1 when questions have mistakes."""
    for lesson in arguments or lessons.numbers():
        try:
            found = load.items(lesson)
        except DataError as error:
            print(error)
            return 1
        write(home.build() / "handouts" / f"{lesson}-worksheet.html", worksheet(lesson, found))
        write(home.build() / "handouts" / f"{lesson}-key.html", key(lesson, found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
