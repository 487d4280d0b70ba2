"""The course in order: each lesson is a folder of course/ whose name begins with its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lesson.core import home
from lesson.core.problem import Problem
from lesson.core.words import say

QUESTIONS, TEXT = "questions.yaml", "lesson.md"
ASKED = re.compile(r"""\blesson\.ask\(\s*["']([^"']+)["']""")


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


def title(number: str) -> str:
    """The heading of a lesson's text, "Lesson 07" where there is none yet. Raises KeyError for an unknown lesson."""
    found = re.search(r"^# +(.+)", _text(number), re.M)
    return found[1].strip() if found else say("page", "lesson", lesson=number)


def extra(number: str) -> frozenset[str]:
    """The ids of the questions that a lesson asks in parts for whoever has more time: they do not count as core."""
    optional = re.compile(rf"##? {re.escape(home.settings().optional)}\b")
    found, is_extra, is_code = set(), False, False
    for line in _text(number).splitlines():
        is_code ^= line.startswith("```")
        if not is_code and re.match(r"##? ", line):
            is_extra = bool(optional.match(line))
        elif is_code and is_extra:
            found |= {match[1] for match in ASKED.finditer(line)}
    return frozenset(found)


def _text(number: str) -> str:
    path = folder(number) / TEXT
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def questions(number: str) -> Path:
    """The file of a lesson's questions. Raises KeyError where there is no such lesson."""
    return folder(number) / QUESTIONS


def shown(path: Path) -> str:
    """A file as messages name it: from the project's root, where it stands under it."""
    return path.relative_to(home.root()).as_posix() if path.is_relative_to(home.root()) else path.name


def problems() -> Iterator[Problem]:
    """Every folder of the course that is no lesson, and what a lesson lacks: nothing is passed over in silence."""
    seen: dict[str, str] = {}
    for path in sorted(home.course().iterdir()):
        file = f"{home.PACKAGE}/{path.name}"
        if not path.is_dir() or path.name in (home.SHARED, "__pycache__") or path.name.startswith("."):
            continue
        if not re.fullmatch(r"\d\d_\w+", path.name):
            mend = "name it with two digits and '_', as in '07_your_words'; what lessons share goes into shared/."
            yield Problem(file, 1, path.name, "No lesson is made of this folder.", mend)
            continue
        if seen.setdefault(path.name[:2], path.name) != path.name:
            what = f"{seen[path.name[:2]]} has this number already."
            yield Problem(file, 1, path.name, what, "give one of the two lessons another number.")
        if not any(child.suffix for child in path.iterdir()):
            yield Problem(file, 1, path.name, "The folder is empty.", f"put lesson.md and {QUESTIONS} into it.")
        elif not any((path / name).is_file() for name in (QUESTIONS, TEXT)):
            what = "The file is not there, so no lesson is made of this folder."
            mend = f"write at least one question; a notebook without questions needs {TEXT} alone."
            yield Problem(f"{file}/{QUESTIONS}", 1, path.name, what, mend)
