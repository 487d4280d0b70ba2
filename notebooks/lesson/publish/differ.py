"""What the stored notebook of a lesson says otherwise than its lesson.md, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from lesson.bank import lessons
from lesson.core.problem import DataError, Problem
from lesson.publish import lesson_file, marks, stored
from lesson.publish.lesson_file import LESSON, Cell
from lesson.publish.pairs import moved


def problems(number: str) -> list[Problem]:
    """Every mistake in the text of a lesson; without one, every cell in which its notebook differs."""
    cells, found = lesson_file.read(number)
    found += wrong_facts(number, cells)
    if found:
        return found
    try:
        notebook = stored.read(number)
    except DataError as error:
        return list(error.problems)
    if notebook is None:
        file, mend = lessons.shown(lesson_file.path_of(number)), f"build it with: python do.py notebooks {number}"
        return [Problem(file, 1, LESSON, "The lesson has no notebook yet.", mend)]
    return of(number, cells, notebook) + list(_set_otherwise(number, cells, notebook))


def wrong_facts(number: str, cells: Sequence[Cell]) -> list[Problem]:
    """Every fact in the text of a lesson that cannot be filled in."""
    file = lessons.shown(lesson_file.path_of(number))
    return [
        Problem(file, cell.line + line, cell.name, what, mend)
        for cell in cells
        if cell.kind == "markdown"
        for line, what, mend in marks.wrong(cell.source)
    ]


def of(number: str, cells: Sequence[Cell], notebook: Any) -> list[Problem]:
    """Every cell whose words or place differ in the notebook, at its line in lesson.md."""
    file = lessons.shown(lesson_file.path_of(number))
    take = f"python do.py adopt {number} takes it into {LESSON}, python do.py notebooks {number} drops it."
    again = f"python do.py notebooks {number} writes it afresh."
    there, found = stored.paired(cells, notebook)
    elsewhere, line = moved(found), 1
    listed: list[Problem] = []
    for j, (cell, own) in enumerate(there):
        if j not in found:
            listed.append(Problem(file, line, cell.name, "The notebook has this cell more, after this line.", take))
            continue
        mine = cells[found[j]]
        line = mine.line
        if (plain := stored.plain(mine)).source != cell.source:
            listed.append(Problem(file, line, mine.name, f"The notebook says {_first(plain, cell)}.", take))
        elif cell.kind == "markdown":
            for call, words, now in marks.stale(own.source):
                what = f"The notebook says '{words}' where {{{{{call}}}}} says '{now}'."
                listed.append(Problem(file, line, mine.name, what, again))
        if j in elsewhere:
            listed.append(Problem(file, line, mine.name, "The notebook has this cell at another place.", take))
    gone = (cell for i, cell in enumerate(cells) if i not in found.values())
    listed += [Problem(file, cell.line, cell.name, "The notebook has no such cell.", take) for cell in gone]
    return sorted(listed, key=lambda problem: problem.line)


def _first(ours: Cell, theirs: Cell) -> str:
    """The first line that a cell has otherwise, in words."""
    old, new = ours.source.split("\n"), theirs.source.split("\n")
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    if same == len(new):
        return f"nothing after '{new[-1][:60]}'"
    return f"'{new[same][:60]}'" if new[same].strip() else f"nothing in line {same + 1} of this cell"


def _set_otherwise(number: str, cells: Sequence[Cell], notebook: Any) -> Iterator[Problem]:
    """Cells of the notebook that are not as the builder leaves them: folded when they are code, and run."""
    file = lessons.shown(lesson_file.path_of(number))
    mend = f"python do.py notebooks {number} sets it."
    there, found = stored.paired(cells, notebook)
    for j, i in found.items():
        cell, own = cells[i], there[j][1]
        if own.metadata != stored.metadata(number, cell):
            what = "The code is not folded away in the notebook, or it has settings of its own there."
            what = what if cell.kind == "code" else "The text has settings of its own in the notebook."
            yield Problem(file, cell.line, cell.name, what, mend)
        if cell.kind == "code" and not own.execution_count:
            yield Problem(file, cell.line, cell.name, "The cell was not run in the notebook.", mend)
