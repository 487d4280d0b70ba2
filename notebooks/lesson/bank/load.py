"""The questions of a lesson, read once for each state of the files that they come from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lesson import tables
from lesson.bank import lessons
from lesson.bank.author import Author
from lesson.core import files
from lesson.core.item import Item
from lesson.core.problem import DataError, Problem


def items(lesson: str) -> tuple[Item, ...]:
    """Return the items of a lesson, named by its number, in their order. Raises DataError with every mistake."""
    found, problems = load(lessons.questions(lesson))
    fatal = [problem for problem in problems if problem.fatal]
    if fatal:
        raise DataError(fatal)
    return found


def order(lesson: str) -> tuple[str, ...]:
    """Return the ids of a lesson as they stand in its file. Raises DataError where the file cannot be read."""
    path = lessons.questions(lesson)
    if not path.exists():
        return ()
    ids, problems = _ids(path, files.state(path))
    if not ids and problems:
        raise DataError(list(problems))
    return ids


def item(item_id: str) -> Item:
    """Return one item; no other of its lesson is made. Raises KeyError, with the ids there are, for an unknown one.

    Raises DataError with what is wrong with this item.
    """
    lesson = item_id[:2]
    there = order(lesson) if lesson in lessons.numbers() else ()
    if item_id not in there:
        raise KeyError(f"There is no item '{item_id}'. Items of lesson {lesson}: {', '.join(there) or 'none'}.")
    path = lessons.questions(lesson)
    stand = files.state(path), tables.stamp()
    whole = _WHOLE.get(path)
    made, problems = whole[1:] if whole and whole[0] == stand else _one(path, *stand, item_id)
    for found in made:
        if found.id == item_id:
            return found
    raise DataError([problem for problem in problems if problem.fatal])


def load(path: Path) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Return the items of a file that can be read, and every mistake in it."""
    stand = files.state(path), tables.stamp()
    if not path.exists():
        return (), (
            Problem(lessons.shown(path), 1, "file", "The file is not there.", "give the lesson a questions.yaml."),
        )
    if path not in _WHOLE or _WHOLE[path][0] != stand:
        author = Author(path)
        _WHOLE[path] = stand, tuple(author.items()), tuple(author.problems)
    return _WHOLE[path][1:]


Made = tuple[tuple[Item, ...], tuple[Problem, ...]]
State = tuple[int, int]
_WHOLE: dict[Path, tuple[tuple[State, int], tuple[Item, ...], tuple[Problem, ...]]] = {}
"""What each file gave when it was last read whole, with the state of the files at that time."""


@lru_cache(maxsize=16)
def _ids(path: Path, own: State) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    author = Author(path)
    return tuple(author.ids()), tuple(author.problems)


@lru_cache(maxsize=64)
def _one(path: Path, own: State, facts_from: int, item_id: str) -> Made:
    author = Author(path)
    return tuple(author.items(item_id)), tuple(author.problems)
