"""The questions of a lesson, read once for each state of the files that they come from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lesson import tables
from lesson.bank import lessons
from lesson.bank.author import Author
from lesson.core.item import Item
from lesson.core.problem import DataError, Problem


def items(lesson: str) -> tuple[Item, ...]:
    """Return the items of a lesson, named by its number, in their order. Raises DataError with every mistake."""
    found, problems = load(lessons.questions(lesson))
    fatal = [problem for problem in problems if problem.fatal]
    if fatal:
        raise DataError(fatal)
    return found


def item(item_id: str) -> Item:
    """Return one item. Raises KeyError, with the ids there are, when no lesson has it."""
    lesson = item_id[:2]
    there = items(lesson) if lesson in lessons.numbers() else ()
    for found in there:
        if found.id == item_id:
            return found
    raise KeyError(
        f"There is no item '{item_id}'. Items of lesson {lesson}: {', '.join(i.id for i in there) or 'none'}."
    )


def load(path: Path) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Return the items of a file that can be read, and every mistake in it."""
    try:
        status = path.stat()
    except OSError:
        return (), (
            Problem(lessons.shown(path), 1, "file", "The file is not there.", "give the lesson a questions.yaml."),
        )
    return _load(path, (status.st_mtime_ns, status.st_size), tables.stamp())


@lru_cache(maxsize=16)
def _load(path: Path, own: tuple[int, int], facts_from: int) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    author = Author(path)
    found = tuple(author.items())
    return found, tuple(author.problems)
