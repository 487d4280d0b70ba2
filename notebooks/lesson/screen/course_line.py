"""The line at the head and the end of a lesson: the course, its lessons, what is answered, and what is next.

The whole is rendered here; lesson.js fills in where a learner stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from lesson.bank import lessons, load
from lesson.core import home
from lesson.core.item import Item
from lesson.core.words import say
from lesson.screen.card import Card


def progress(lesson: str, end: bool = False) -> Card:
    """Return the line of a lesson: its head, or at the `end` the same opened, with the next lesson.

    Raises KeyError for an unknown lesson, and DataError where its questions have a mistake.
    """
    found = {number: load.load(lessons.questions(number))[0] for number in lessons.numbers()}
    found[lesson] = load.items(lesson)
    parts = _end(lesson, found[lesson]) if end else _head(found[lesson])
    sheet = _sheet(lesson, found, f"{_course(lesson)}{parts}", end)
    return Card(sheet, _readable(lesson, found[lesson], end), _text(lesson, found[lesson], end))


def alone(lesson: str, found: Sequence[Item]) -> dict[str, Any]:
    """The sheet of one lesson's line where no other lesson is at hand."""
    return _sheet(lesson, {lesson: found}, f'<p class="standing" role="status"></p>{_head(found)}', False)


def _sheet(lesson: str, found: Mapping[str, Sequence[Item]], html: str, end: bool) -> dict[str, Any]:
    items = [
        {
            "id": item.id,
            "version": item.version,
            "again_in": item.again_in,
            "lesson": number,
            "number": place,
            "extra": item.id in extra,
        }
        for number, listed in found.items()
        for extra in [lessons.extra(number)]
        for place, item in enumerate(listed, 1)
    ]
    title = say("look", "lineEnd" if end else "lineHead", lesson=lesson)
    name = f"{lesson}-end" if end else f"{lesson}-progress"
    return {"id": name, "view": "progress", "lesson": lesson, "title": title, "html": html, "items": items}


# ---------------------------------------------------------------- what lesson.js draws in


def _course(lesson: str) -> str:
    """The course, a dot for each of its lessons, and where one is in this one."""
    dots = []
    for number in lessons.numbers():
        here = ' aria-current="page"' if number == lesson else ""
        name = escape(lessons.title(number), quote=True)
        words = f'<span class="sr">{name}: <span data-stands="{number}"></span></span>'
        dots.append(f'<li><a href="{_file(number)}" title="{name}"{here}>{words}</a></li>')
    course = f'<a class="home" href="{_file(lessons.numbers()[0])}">{escape(home.settings().title)}</a>'
    where = '<p class="standing" role="status"></p>'
    return f'<div class="line">{course}<ol class="dots">{"".join(dots)}</ol>{where}</div>'


def _head(found: Sequence[Item]) -> str:
    fold = f"<details><summary>{escape(say('look', 'lineFold'))}</summary>{_numbers(found)}{_people()}</details>"
    return f'<div class="problems"></div><p class="offer"></p><div class="left"></div>{fold}'


def _people() -> str:
    """Whose answers they are, and two forms for whoever else works here; lesson.js sends what is in them."""

    def row(css: str, label: str, field: str, button: str) -> str:
        inside = f"<label>{escape(say('card', label))} {field}</label>"
        inside += f' <button type="submit" class="plain">{escape(say("card", button))}</button>'
        return f'<form class="{css}">{inside}</form>'

    chosen = row("switch", "continueAs", '<select name="folder"></select>', "continue")
    typed = row("new", "newName", '<input type="text" name="name" maxlength="80" autocomplete="off">', "newLearner")
    others = f"<p><b>{escape(say('card', 'switch'))}</b></p>{chosen}{typed}"
    return f'<div><p class="quiet kept-for" tabindex="-1"></p><div class="others">{others}</div></div>'


def _end(lesson: str, found: Sequence[Item]) -> str:
    buttons = '<a class="button plain open" hidden></a>'
    if following := _next(lesson):
        words = escape(say("look", "next", title=lessons.title(following)))
        buttons = f'<a class="button" href="{_file(following)}">{words}</a> {buttons}'
    rows = "".join(
        f'<li><a href="{_file(number)}">{escape(lessons.title(number))}</a> <span data-stands="{number}"></span></li>'
        for number in lessons.numbers()
    )
    label = escape(say("look", "lessons"))
    return f'{_numbers(found)}<ul class="lessons" aria-label="{label}">{rows}</ul><div class="row">{buttons}</div>'


def _numbers(found: Sequence[Item]) -> str:
    """A link to each question of the lesson; those for whoever has more time are marked with a plus."""
    extra = lessons.extra(found[0].lesson) if found else ()
    links = [
        f'<li class="spare"><a href="#{item.id}">+ {number}</a></li>'
        if item.id in extra
        else f'<li><a href="#{item.id}">{number}</a></li>'
        for number, item in enumerate(found, 1)
    ]
    note = f'<p class="quiet">{escape(say("look", "plus"))}</p>' if extra else ""
    return f'<ol class="numbers" aria-label="{escape(say("look", "numbers"))}">{"".join(links)}</ol>{note}'


# ---------------------------------------------------------------- where nothing runs


def _readable(lesson: str, found: Sequence[Item], end: bool) -> str:
    """The line as HTML that needs no script: links to the lessons, how many questions this one has, what is next."""
    links = [
        f"<b>{number}</b>" if number == lesson else f'<a href="{_file(number)}">{number}</a>'
        for number in lessons.numbers()
    ]
    course = f"{escape(home.settings().title)} · {' · '.join(links)}"
    lines = [f"<p>{course}</p>", f"<p>{escape(_counts(lesson, found))}</p>"]
    if end and (following := _next(lesson)):
        words = escape(say("look", "next", title=lessons.title(following)))
        lines.append(f'<p><a href="{_file(following)}">{words}</a></p>')
    return "".join(lines)


def _text(lesson: str, found: Sequence[Item], end: bool) -> str:
    lines = [f"{home.settings().title}. {_counts(lesson, found)}"]
    if end and (following := _next(lesson)):
        lines.append(say("look", "next", title=lessons.title(following)))
    return "\n".join([*lines, say("card", "runToSee")])


def _counts(lesson: str, found: Sequence[Item]) -> str:
    extra = len(lessons.extra(lesson))
    words = say("look", "progress", lesson=lesson, n=len(found) - extra)
    return f"{words} {say('look', 'progressExtra', n=extra)}" if extra else words


def _next(lesson: str) -> str:
    """The number of the lesson after this one, "" after the last."""
    return next((number for number in lessons.texts() if number > lesson), "")


def _file(number: str) -> str:
    return f"{lessons.folder(number).name}.ipynb"
