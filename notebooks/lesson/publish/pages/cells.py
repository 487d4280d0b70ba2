"""The cells of a stored notebook as blocks of a page: texts, cards drawn from the same sheets, and stored outputs."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from lesson.bank import compile, journey, load
from lesson.core import home
from lesson.core.item import Sheet
from lesson.core.words import say
from lesson.publish import stored
from lesson.publish.page import Block, Card, Prose
from lesson.publish.pages import markup
from lesson.publish.pages.markup import Place, Styles
from lesson.screen import ask, come_back, course_line, explore, show

PRE = '<pre tabindex="0">{}</pre>'
"""Lines that may be wider than the page: the keyboard can move them."""
UNREAD = ("stem_text", "words")
"""Fields of a sheet that only Python reads."""


@dataclass
class Lesson:
    """One lesson as a page needs it: `asked` says of each question where it stands and when it is done."""

    number: str
    title: str
    file: str
    blocks: list[Block]
    asked: list[dict[str, Any]] = field(default_factory=list)
    styles: Styles = field(default_factory=Styles)
    again: bool = False


def read(number: str, pages: dict[str, str]) -> Lesson:
    """Return a lesson from its stored notebook; `pages` holds the page of each notebook's file.

    Raises FileNotFoundError where there is no notebook, and DataError when it cannot be read.
    """
    notebook = stored.read(number)
    if notebook is None:
        raise FileNotFoundError(stored.path_of(number).name)
    file = stored.path_of(number).name
    lesson = Lesson(number, "", file, [])
    place = Place(number, pages)
    for cell in notebook.cells:
        lesson.blocks += _blocks(cell, place, lesson)
    if len(lesson.blocks) > 1 and isinstance(lesson.blocks[0], Card):  # the line of the course stands below the title
        lesson.blocks[:2] = lesson.blocks[1::-1]
    first = lesson.blocks[0]
    if not isinstance(first, Prose) or "<h1" not in first.html:
        raise ValueError(f"{file} does not begin with a heading '# ...'.")
    lesson.title = markup.words_of(first.html, "h1")
    return lesson


def _blocks(cell: Any, place: Place, lesson: Lesson) -> Iterator[Block]:
    if cell.cell_type == "markdown":
        if html := markup.text(cell.source, place, lesson.styles):
            yield Prose(html)
        return
    if cell.cell_type != "code":
        return
    verb, words, named = called(cell.source)
    if verb == "progress" and named.get("end"):
        return  # a page has its own way to the next lesson
    if verb in MADE:
        yield MADE[verb](lesson, _html(cell), *words, **named)
    elif verb == "show":
        html = _html(cell) or show.show(*words, **named)._repr_mimebundle_()["text/html"]
        yield Prose(markup.output(html, place, lesson.styles))
    elif verb != "ready":
        yield Prose(_in_jupyter(cell, place, lesson.styles))


def called(source: str) -> tuple[str, list[Any], dict[str, Any]]:
    """Return what a cell of code calls last, as in lesson.ask("..."), with its words; "" where it is something else."""
    last = ast.parse(source).body[-1:]
    call = last[0].value if last and isinstance(last[0], ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return "", [], {}
    if not isinstance(call.func.value, ast.Name) or call.func.value.id != "lesson":
        return "", [], {}
    words = [ast.literal_eval(word) for word in call.args]
    return call.func.attr, words, {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}


def _html(cell: Any) -> str:
    """The HTML of a cell's stored outputs, or their plain text as a block of it."""
    found = [output.data for output in cell.outputs if "data" in output]
    return "".join(data.get("text/html") or PRE.format(escape(data.get("text/plain", ""))) for data in found)


def _in_jupyter(cell: Any, place: Place, styles: Styles) -> str:
    """Code that a page cannot run, folded away: its words, where the lesson shows them, and what it gave."""
    is_open = place.number in home.settings().code_open
    code = PRE.format(f"<code>{escape(cell.source)}</code>") if is_open else ""
    fold = f"<summary>{escape(say('page', 'inJupyter'))}</summary>"
    return f'<details class="stored">{fold}{code}{markup.output(_html(cell), place, styles)}</details>'


# ---------------------------------------------------------------- cards


def sheet_of(sheet: Sheet) -> dict[str, Any]:
    """A compiled sheet without what no script reads."""
    return {name: value for name, value in sheet.items() if name not in UNREAD}


def graded(known: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The sheets of all questions that may come back, by id, in the order of the course; `known` are there already."""
    return {item.id: known.get(item.id) or sheet_of(compile.compile(item)) for item in journey.graded()}


def _asked(lesson: Lesson, html: str, item_id: str, vote: int = 1) -> Card:
    shown, head = ask.asked(item_id, vote)
    whole = sheet_of(shown)
    base = {name: value for name, value in whole.items() if name in Sheet.__annotations__}
    more = {name: value for name, value in whole.items() if name not in base} | {"notebook": _name(lesson)}
    kept = bool(shown["again_in"]) and vote == 1  # is done with its first vote: a later lesson asks the second
    at = f"{lesson.number}-q{len(lesson.asked) + 1}"
    lesson.asked.append({"id": item_id, "version": shown["version"], "kept": kept, "at": at, "head": head})
    return Card(base, _plain(ask.as_html(shown, head), "runToAnswer"), more=more, at=at)


def _progress(lesson: Lesson, html: str, number: str) -> Card:
    return Card(course_line.alone(number, load.items(number)), "")


def _explored(lesson: Lesson, html: str, name: str, half: int = 1, closed: bool | str = False) -> Card:
    sheet, readable, _ = explore.opened(name, half, closed)
    more = {"notebook": _name(lesson), "closed": sheet.pop("closed")}
    return Card(sheet, _plain(readable, "runToTry"), more=more)


def _come_back(lesson: Lesson, html: str, place: int) -> Card:
    """A card that the script chooses a question for; what can be read without it is the stored choice for nobody."""
    lesson.again = True
    more = {"view": "ask", "again": False, "claim": "", "number": place, "total": come_back.CARDS}
    more["notebook"] = come_back.NOTEBOOK
    return Card({"id": f"come-back-{place}"}, _plain(html, "runToAnswer"), more=more, place=place)


def _name(lesson: Lesson) -> str:
    """The name that a notebook's answers bear."""
    return lesson.file.removesuffix(".ipynb")


def _plain(html: str, note: str) -> str:
    """What can be read where nothing runs, without how to run it, which is true of a notebook only."""
    words = escape(say("card", note))
    return html.replace(f"<p><i>{words}</i></p>", "").replace(f"<p>{words}</p>", "").strip()


MADE: dict[str, Callable[..., Card]] = {
    "ask": _asked,
    "progress": _progress,
    "explore": _explored,
    "come_back": _come_back,
}
