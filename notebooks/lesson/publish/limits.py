"""What a course asks of the text of its lessons: the table [lessons] of course.toml. What it does not name is free."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from lesson.core import home
from lesson.core.problem import DataError, Problem


@dataclass(frozen=True)
class Limits:
    """Numbers are words, lines or minutes, 0 for no limit; each tuple holds words of the course."""

    minutes: int = 0
    """Of a lesson's parts together, but for those marked with a word of `untimed`."""
    hook_words: int = 0
    """Of all texts above the first question together."""
    fold_words: int = 0
    cell_words: int = 0
    sentence_words: int = 0
    median_sentence_words: int = 0
    code_lines: int = 0
    questions: int = 0
    """The least that make a lesson; fewer are a warning."""
    debated: int = 0
    table_rows: int = 0
    table_columns: int = 0
    untimed: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """Headings that each lesson has."""
    extra_end: str = ""
    """The last words of a part for whoever has more time."""
    close: str = ""
    """The heading under which a lesson sorts what it found, and ends with a question."""
    sorts: tuple[str, ...] = ()
    """The words in bold by which it does."""
    world: tuple[str, ...] = ()
    """Words that speak of the world: a text with one names its rows. A `*` at the end stands for any ending."""
    numbered: tuple[str, ...] = ()
    """Nouns before a number that is no fact: "lesson 03"."""
    measured: tuple[str, ...] = ()
    """Words after such a number: "4 minutes"."""
    counted: tuple[str, ...] = ()
    """Nouns of the lesson itself, which a number word may count: "three readings"."""
    numbers: tuple[str, ...] = ()
    """Numbers that may stand as they are: "0 to 100"."""
    no_row: str = ""
    """What a line of a table says that rests on no row."""


def limits() -> Limits:
    """Return what course.toml asks for. Raises DataError for a limit that is not known or of another kind."""
    written = home.settings().lessons
    known = {field.name: type(field.default) for field in fields(Limits)}
    problems = [_problem(name, known) for name in written if name not in known]
    for name, value in written.items():
        wanted = known.get(name)
        if wanted and not _is(value, wanted):
            example = {int: f"{name} = 40", str: f'{name} = "words"', tuple: f'{name} = ["one", "two"]'}[wanted]
            problems.append(
                Problem("course/course.toml", 1, name, "It has another kind of value.", f"write {example}.")
            )
    if problems:
        raise DataError(problems)
    return Limits(**{name: _frozen(value) for name, value in written.items()})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _is(value: object, wanted: type) -> bool:
    if wanted is tuple:
        return isinstance(value, list) and all(isinstance(word, str) for word in value)
    return type(value) is wanted


def _problem(name: str, known: dict[str, type]) -> Problem:
    mend = f"use one of: {', '.join(known)}."
    return Problem("course/course.toml", 1, name, "It is no limit of a lesson.", mend)
