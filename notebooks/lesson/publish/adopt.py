"""Take back into lesson.md what somebody changed in the stored notebook, in JupyterLab. Nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lesson.bank import lessons
from lesson.core.problem import DataError, Problem
from lesson.publish import differ, lesson_file, marks, stored
from lesson.publish.build import keep
from lesson.publish.lesson_file import Cell


def adopt(number: str) -> list[str]:
    """Write lesson.md as the notebook has it; return what was taken, and what an author has to look at.

    Raises DataError when one of the two cannot be read. What lesson.md cannot hold is quoted at its end.
    """
    path = lesson_file.path_of(number)
    cells, problems = lesson_file.read(number) if path.exists() else ([], [])
    if problems:
        raise DataError(problems)
    notebook = stored.read(number)
    if notebook is None:
        name = lessons.shown(stored.path_of(number))
        raise DataError(
            [Problem(name, 1, "file", "There is no notebook.", f"python do.py notebooks {number} builds it.")]
        )
    there, found = stored.paired(cells, notebook)
    said = [str(problem).split(" To mend it:")[0] for problem in differ.of(number, cells, notebook)] if cells else []
    taken = [
        cells[found[j]] if j in found and stored.plain(cells[found[j]]).source == cell.source else cell
        for j, (cell, _) in enumerate(there)
    ]
    text, unplaced = _text(taken)
    if not path.exists() or text != path.read_text(encoding="utf-8"):
        if path.exists():
            said.append(f"As it was: {lessons.shown(keep(path, f'{number}_{path.name}'))}")
        path.write_text(text, encoding="utf-8", newline="\n")
    return said + [_kept_fact(*fact) for fact in _typed_over(there)] + [_at_end(cell) for cell in unplaced]


def _text(cells: Sequence[Cell]) -> tuple[str, list[Cell]]:
    """Return the text of a lesson.md with these cells, and those that it cannot hold and has as a quotation."""
    placed = [cell for cell in cells if lesson_file.holds(cell)]
    unplaced = [cell for cell in cells if not lesson_file.holds(cell)]
    return lesson_file.write([*placed, *map(lesson_file.quoted, unplaced)]), unplaced


def _typed_over(there: Sequence[tuple[Cell, Any]]) -> list[tuple[str, str, str]]:
    return [fact for cell, own in there if cell.kind == "markdown" for fact in marks.stale(own.source)]


def _kept_fact(call: str, words: str, now: str) -> str:
    return f"The notebook says '{words}' where {{{{{call}}}}} says '{now}': the fact stays. Change data/ to change it."


def _at_end(cell: Cell) -> str:
    return f"{cell.name} could not be placed, since lesson.md cannot hold it as it is: it stands quoted at its end."


def main(arguments: Sequence[str]) -> int:
    """`NUMBER ...`: take these notebooks back into their lesson.md. Return 1 when an author has to mend something."""
    if not arguments or set(arguments) - set(lessons.texts()):
        print(f"Say which lesson, by its number: {', '.join(lessons.texts())}.")
        return 2
    left = 0
    for number in arguments:
        try:
            said = adopt(number)
        except DataError as error:
            print(f"Nothing was changed in lesson {number}.\n{error}")
            left += 1
            continue
        cells, problems = lesson_file.read(number)
        problems += differ.wrong_facts(number, cells)
        for line in [*said, *problems]:
            print(line)
        left += len(problems)
        if not problems:
            print(f"Lesson {number}: lesson.md says what the notebook says. Next: python do.py notebooks {number}")
    return int(left > 0)
