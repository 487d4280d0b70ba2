"""The commands that need the lessons: `python do.py check` and its kin call them, and nothing in the engine does."""

from __future__ import annotations

import inspect
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from lesson.bank import claim_ties, facts, filled, lessons, lint, load, map_places, schema
from lesson.bank.takes import takes
from lesson.core import home
from lesson.core.problem import DataError, Problem, ProblemError
from lesson.publish import (
    adopt,
    agreed,
    blind,
    build,
    coverage,
    differ,
    expected,
    lesson_calls,
    lesson_file,
    lesson_rules,
    look_rules,
    own_rules,
    pace,
    preview,
    seen_rules,
)
from lesson.publish.export import main as export
from lesson.publish.handout import needs
from lesson.publish.pages import site
from lesson.screen.registries import EXPLORERS, LOOKS
from lesson.tables.check import check as check_tables

Step = Callable[[], Iterable[Problem]]


def problems() -> list[Problem]:
    """Every problem of the course, in the order of the steps below.

    What a broken table or module would make others say is left out: its own problems are all that is listed.
    """
    found: list[Problem] = []
    first: list[Step] = [_names, _tables, lessons.problems]
    for step in first:
        found += _told(step)
        if any(problem.fatal for problem in found):
            return found
    steps: list[Step] = [*(partial(_lesson, number) for number in lessons.texts()), filled.problems]
    for step in [*steps, look_rules.problems, own_rules.hidden, own_rules.problems, expected.problems, agreed.problems]:
        found += _told(step)
    return list(dict.fromkeys(found))


def _told(step: Step) -> list[Problem]:
    """The problems that a step finds, and those that stop it."""
    found: list[Problem] = []
    try:
        found += step()
    except DataError as error:
        found += error.problems
    except ProblemError as error:
        found.append(error.problem)
    return found


def _names() -> Iterator[Problem]:
    """Load every module of the course: a name that is taken, or a module that cannot be loaded, stops this step."""
    for registry in (facts.FACTS, EXPLORERS, LOOKS):
        registry.names()
    yield from ()


def _tables() -> Iterator[Problem]:
    found = [problem for folder in (home.data(), home.seeds()) for problem in check_tables(folder)]
    yield from found
    if not any(problem.fatal for problem in found):
        yield from claim_ties.problems()
        yield from map_places.problems()


def _lesson(number: str) -> Iterator[Problem]:
    """The questions of a lesson, its text and its notebook; then its length, where nothing has to be mended.

    A lesson may have no questions: then nothing is asked of its minutes and parts.
    """
    items, broken = load.load(lessons.questions(number)) if number in lessons.numbers() else ((), ())
    found = [*broken, *lint.problems(items), *differ.problems(number)]
    cells, unread = lesson_file.read(number)
    if not unread:
        found += lesson_rules.problems(number, cells)
    if not unread and not any(problem.fatal for problem in broken):
        found += lesson_calls.problems(number, cells, items)
    if number in lessons.numbers() and not any(problem.fatal for problem in [*broken, *unread]):
        found += needs.problems(number)
    yield from found
    if not any(problem.fatal for problem in found):
        yield from seen_rules.problems(number)
        yield from pace.problems(number)


def check(arguments: Sequence[str]) -> int:
    """List every problem of the course; return 1 when one of them has to be mended before anything is built."""
    found = problems()
    for problem in found:
        print(problem)
    fatal = sum(problem.fatal for problem in found)
    if fatal < len(found):
        print(f"{len(found) - fatal} to look at.")
    print(f"{fatal} to mend." if fatal else "Tables, questions and lessons: nothing to mend.")
    return int(fatal > 0)


def expect(arguments: Sequence[str]) -> int:
    """Show which figures, and then which keys, claims and rows, are not as somebody checked them; ask, and write."""
    keeps = any(kept.path.is_file() for kept in agreed.files())
    return expected.main(arguments) or (agreed.main(arguments) if keeps else 0)


def show_coverage(arguments: Sequence[str]) -> int:
    """Print which claim is taught where, on how much evidence."""
    coverage.main()
    return 0


def show_facts(arguments: Sequence[str]) -> int:
    """Print every fact that a text may name, with what it takes and what it says."""
    for name in facts.FACTS.names():
        function = facts.FACTS.find(name)
        words = ", ".join(inspect.signature(function).parameters)
        print(f"{{{{{name}({words})}}}}  {(inspect.getdoc(function) or '').splitlines()[0]} ({takes(function)})")
    return 0


def write_schema(arguments: Sequence[str]) -> int:
    """Write the table of fields for editors and into CONTRIBUTING.md, from the rules of the bank."""
    schema.main()
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "check": check,
    "build": build.main,
    "adopt": adopt.main,
    "preview": preview.main,
    "pages": site.main,
    "blind": blind.main,
    "coverage": show_coverage,
    "expected": expect,
    "agree": agreed.main,
    "facts": show_facts,
    "schema": write_schema,
    "export": export.main,
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console that lacks a letter shows a sign for it, and goes on
            stream.reconfigure(errors="replace")
    if not arguments or arguments[0] not in COMMANDS:
        print(f"Use: {Path(__file__).stem} {' | '.join(COMMANDS)}")
        return 2
    return COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
