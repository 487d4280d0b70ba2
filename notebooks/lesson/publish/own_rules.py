"""Rules that a course adds to those of the engine: functions that yield problems, under @rule in its rules.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lesson.bank import lessons
from lesson.core import home, odd
from lesson.core.problem import Problem
from lesson.core.registry import Registry
from lesson.tables import names

RULES: Registry[Callable[[], Iterable[Problem]]] = Registry("rule", "rules")
rule = RULES
"""Register a function: `@rule("names of people")`."""


def problems() -> Iterator[Problem]:
    """Every breach of a rule of the course itself."""
    for name in RULES.names():
        yield from RULES.find(name)()


def hidden() -> Iterator[Problem]:
    """Each line of an author that holds a sign that nobody sees; a mark at the head of a file is told elsewhere."""
    for file, lines in texts():
        for line, text in enumerate(lines, 1):
            if sign := odd.hidden(text.removeprefix("\ufeff") if line == 1 else text):
                what = f"The line holds a sign that nobody sees ({sign})."
                yield Problem(file, line, "text", what, "write the line anew, without it.")


def texts() -> Iterator[tuple[str, list[str]]]:
    """Yield each text that an author writes as (file, lines): tables, seeds, questions, tables that are words, lessons.

    A character that is no UTF-8 is replaced: whoever reads the file for its own sake names it.
    """
    tables = [folder / f"{name}.csv" for folder in (home.data(), home.seeds()) for name in names(folder)]
    written = [*home.course().glob("*/*.yaml"), *home.course().glob("*/*.md"), *home.seeds().glob("*.md")]
    for path in [*tables, *sorted(written)]:
        yield lessons.shown(path), _lines(path)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split("\n")
