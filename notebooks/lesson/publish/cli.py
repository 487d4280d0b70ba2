"""The commands that need the lessons: `python do.py check` and its kin call them, and nothing in the engine does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lesson.bank import filled, lessons, lint, load
from lesson.core import home
from lesson.core.problem import DataError, Problem
from lesson.core.registry import NameTaken
from lesson.publish import adopt, build, coverage, differ, expected, preview
from lesson.screen.registries import LOOKS
from lesson.tables.check import check as check_tables


def problems() -> list[Problem]:
    """Every problem of tables, questions, looks and the course itself, in the order of their files."""
    found: list[Problem] = []
    for folder in (home.data(), home.seeds()):
        found += check_tables(folder)
    for number in lessons.numbers():
        items, broken = load.load(lessons.questions(number))
        found += [*broken, *lint.problems(items), *differ.problems(number)]
    return [*found, *filled.problems(), *_names(), *expected.problems()]


def _names() -> list[Problem]:
    """The first name that two looks share, functions and tables alike."""
    try:
        LOOKS.names()
    except NameTaken as error:
        return [error.problem]
    return []


def check(arguments: Sequence[str]) -> int:
    """List every problem of the course; return 1 when there is one."""
    try:
        found = problems()
    except DataError as error:
        found = list(error.problems)
    for problem in found:
        print(problem)
    print(f"{len(found)} to mend." if found else "Tables, questions and lessons: nothing to mend.")
    return bool(found)


def show_coverage(arguments: Sequence[str]) -> int:
    """Print which claim is taught where, on how much evidence."""
    coverage.main()
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "check": check,
    "build": build.main,
    "adopt": adopt.main,
    "preview": preview.main,
    "coverage": show_coverage,
    "expected": expected.main,
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"Use: {Path(__file__).stem} {' | '.join(COMMANDS)}")
        return 2
    return COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
