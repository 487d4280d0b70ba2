"""`make pages` writes every lesson as a page, an index of them, and one file that holds them all, into build/pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from lesson.bank import lessons
from lesson.core import home
from lesson.publish import page, stored
from lesson.publish.document import HERE, document, island, write
from lesson.publish.page import Card
from lesson.publish.pages import cells, frame
from lesson.publish.pages.cells import Lesson
from lesson.publish.pages.frame import INDEX, Turn
from lesson.publish.pages.markup import Styles
from lesson.publish.pages.thin import thin


def pages() -> Iterator[tuple[str, str]]:
    """Yield the name and the HTML of every page. Raises FileNotFoundError where a lesson has no notebook yet."""
    numbers = shown()
    names = {file: frame.page_of(file) for file in (stored.path_of(number).name for number in numbers)}
    found = [cells.read(number, names) for number in numbers]
    articles = list(map(frame.article, found, _turns(found)))
    for lesson, article in zip(found, articles, strict=True):
        yield names[lesson.file], _page(lesson.title, [lesson], [article])
    title = home.settings().title
    single = single_name()
    more = f'<p><a href="{single}">{frame.SAY["oneFile"]}</a></p>'
    yield INDEX, document(title, _style([]), frame.whole([frame.index(found, more)]))
    yield single, _inside(_page(title, found, [frame.index(found), *articles]), found)


def shown() -> list[str]:
    """The numbers of the lessons that learners are given."""
    return [number for number in lessons.texts() if number not in home.settings().for_teachers]


def alone(number: str) -> str:
    """Return the page of one lesson, which leads to no other page. Raises FileNotFoundError as `pages` does."""
    lesson = cells.read(number, {})
    return _page(lesson.title, [lesson], [frame.article(lesson, None)])


def single_name() -> str:
    """The name of the file that holds all lessons."""
    return f"{home.settings().id}.html"


def _turns(found: Sequence[Lesson]) -> list[Turn]:
    ends = [(frame.page_of(lesson.file), lesson.title) for lesson in found]
    return [Turn(before, after) for before, after, _ in zip_longest([None, *ends[:-1]], [*ends[1:], None], found)]


def _page(title: str, found: Sequence[Lesson], parts: Sequence[str]) -> str:
    body = f"{frame.whole(parts)}\n{island('lesson-data', _data(found))}"
    return document(title, _style(found), body, page.script())


def _style(found: Sequence[Lesson]) -> str:
    brought = Styles()
    for lesson in found:
        brought.add(lesson.styles)
    return page.style() + (HERE / "pages" / "pages.css").read_text(encoding="utf-8") + brought.css()


def _data(found: Sequence[Lesson]) -> dict[str, Any]:
    """What the script draws from; questions that come back bring the sheets of all that may."""
    made = page.data([block for lesson in found for block in lesson.blocks if isinstance(block, Card)])
    made["asked"] = {lesson.number: lesson.asked for lesson in found}
    if any(lesson.again for lesson in found):
        again = cells.graded(made["sheets"])
        made["sheets"] |= again
        made["again"] = list(again)
    return thin(made)


def _inside(html: str, found: Sequence[Lesson]) -> str:
    """Turn links between the pages into links within the one file."""
    at = {frame.page_of(lesson.file): frame.name(lesson.number) for lesson in found} | {INDEX: "lessons"}
    names = "|".join(map(re.escape, at))
    return re.sub(rf'href="({names})"', lambda match: f'href="#{at[match[1]]}"', html)


def main(arguments: Sequence[str]) -> int:
    """`[FOLDER]`: write all pages into it, or into build/pages. Return 1 where a lesson has no notebook yet."""
    folder = Path(arguments[0]) if arguments else home.build() / "pages"
    try:
        made = list(pages())
    except FileNotFoundError as error:
        print(f"{error} is not there. To mend it: python do.py notebooks")
        return 1
    for name, html in made:
        write(folder / name, html)
    return 0
