"""What the code of a lesson asks for: questions, tables and pictures that are there, each question of it once."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from lesson.bank import lessons
from lesson.core.item import Item
from lesson.core.problem import Problem
from lesson.publish import lesson_file
from lesson.publish.lesson_file import LESSON, Cell
from lesson.publish.lesson_rules import Found
from lesson.publish.limits import Limits, limits
from lesson.screen import argument, own, reference  # noqa: F401  (they register what the engine can show and open)
from lesson.screen.registries import EXPLORERS, LOOKS

CALL = re.compile(r"""\blesson\.(ready|progress|ask|show|explore)\(\s*(["'])(.*?)\2\s*(\)?)""")


def problems(number: str, cells: Sequence[Cell], items: Sequence[Item]) -> Iterator[Problem]:
    """Every name in code that is not there, every question of the lesson that is asked never or twice."""
    file = lessons.shown(lesson_file.path_of(number))
    for cell, line, what, mend in _calls(cells, number, items):
        fence = cell.kind == "code"  # a line of its own before the code
        yield Problem(file, cell.line + fence + line, cell.name, what, mend)
    yield from _enough(file, items, limits())


def _calls(cells: Sequence[Cell], number: str, items: Sequence[Item]) -> Found:
    """What code asks for is there, and each question of the lesson is asked once."""
    known = {"show": LOOKS.names(), "explore": EXPLORERS.names()}
    times = dict.fromkeys((item.id for item in items), 0)
    for cell in (cell for cell in cells if cell.kind == "code"):
        yield from _unread(cell)
        for match in CALL.finditer(cell.source):
            line, verb, name = cell.source.count("\n", 0, match.start()), match[1], match[3]
            if name not in known.get(verb, [name]):
                what = f"There is nothing to {verb} with the name '{name}'."
                yield cell, line, what, f"use one of: {', '.join(known[verb])}."
            elif verb in ("ready", "progress") and name != number:
                yield cell, line, f"This is lesson {number}, and the code names '{name}'.", f'write "{number}".'
            elif verb == "ask" and name.startswith(number) and items and name not in times:
                mend = f"use one of: {', '.join(times)}."
                yield cell, line, f"There is no question '{name}'.", mend
            elif verb == "ask" and name in times:
                times[name] += match[4] == ")"  # more words in the brackets ask for a second vote
                if times[name] == 2:
                    yield cell, line, f"The question '{name}' is asked a second time.", "take one of the two cells out."
    for name, count in times.items():
        if not count:
            mend = f'write a code cell with lesson.ask("{name}").'
            yield cells[-1], 0, f"The question '{name}' of this lesson is asked nowhere.", mend


def _unread(cell: Cell) -> Found:
    """Code that Python cannot read; lines for the notebook itself, such as %time, are no Python."""
    if re.search(r"^\s*[%!]", cell.source, re.M):
        return
    try:
        ast.parse(cell.source)
    except SyntaxError as error:
        yield cell, (error.lineno or 1) - 1, f"Python cannot read the code ({error.msg}).", "correct this line."


def _enough(file: str, items: Sequence[Item], asked: Limits) -> Iterator[Problem]:
    """Warnings: a lesson with few questions is a lesson; one without any is something else."""
    if not items:
        return
    debated = sum(item.debated for item in items)
    if len(items) < asked.questions:
        what = f"The lesson has {len(items)} questions."
        yield Problem(file, 1, LESSON, what, f"write more: {asked.questions} fill a period.", fatal=False)
    if debated < asked.debated:
        what = f"{debated} of its questions are debated."
        mend = f"find {asked.debated} on which careful readers differ."
        yield Problem(file, 1, LESSON, what, mend, fatal=False)
