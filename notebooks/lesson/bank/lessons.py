"""The course in order: each lesson is a folder of course/ whose name begins with its number."""

from __future__ import annotations

from pathlib import Path

from lesson.core import home

QUESTIONS, TEXT = "questions.yaml", "lesson.md"


def folder(number: str) -> Path:
    """The folder of a lesson, the one whose name begins with its number. Raises KeyError where there is none."""
    for path in sorted(home.course().glob(f"{number}_*")):
        if path.is_dir():
            return path
    raise KeyError(f"There is no lesson '{number}'. Lessons: {', '.join(numbers()) or 'none'}.")


def numbers() -> list[str]:
    """The numbers of the lessons that have questions, as two digits each."""
    return [path.parent.name[:2] for path in sorted(home.course().glob(f"[0-9][0-9]_*/{QUESTIONS}"))]


def texts() -> list[str]:
    """The numbers of the lessons that have a text or questions: a notebook is built of each."""
    found = {path.parent.name[:2] for name in (QUESTIONS, TEXT) for path in home.course().glob(f"[0-9][0-9]_*/{name}")}
    return sorted(found)


def questions(number: str) -> Path:
    """The file of a lesson's questions. Raises KeyError where there is no such lesson."""
    return folder(number) / QUESTIONS


def shown(path: Path) -> str:
    """A file as messages name it: from the project's root, where it stands under it."""
    return path.relative_to(home.root()).as_posix() if path.is_relative_to(home.root()) else path.name
