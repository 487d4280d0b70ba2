"""Build a lesson: lesson.md becomes a notebook, which is run with no answers of anybody and stored with its outputs.

An author writes text and code only. Ids, folded code and the kernel are set here, and twice gives the same bytes.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from lesson.bank import lessons
from lesson.core import home
from lesson.core.problem import DataError, Problem
from lesson.publish import differ, lesson_file, marks, stored
from lesson.publish.lesson_file import Cell
from lesson.publish.strip import strip_views

SECONDS = 60
"""The longest that one cell may take."""


def notebook(number: str, cells: Sequence[Cell], old: Any | None) -> Any:
    """Return the notebook of a lesson, not yet run. Cells keep the ids that they have in `old`, the stored one."""
    before, found = stored.paired(cells, old) if old else ([], {})
    kept: list[str | None] = [None] * len(cells)
    for j, i in found.items():
        kept[i] = before[j][1].get("id")
    made = nbformat.v4.new_notebook()
    for cell, cell_id in zip(cells, stored.ids(number, kept), strict=True):
        new = nbformat.v4.new_code_cell if cell.kind == "code" else nbformat.v4.new_markdown_cell
        source = cell.source if cell.kind == "code" else marks.fill(cell.source)
        made.cells.append(new(source, id=cell_id, metadata=nbformat.from_dict(stored.metadata(number, cell))))
    tidy(made)
    return made


def execute(made: Any, cells: Sequence[Cell], number: str) -> None:
    """Run a notebook where it will stand, with an empty folder of answers, so that nobody's work is touched.

    Raises DataError, with the line in lesson.md, where a cell fails.
    """
    place = stored.path_of(number).parent
    resources = {"metadata": {"path": str(place)}}
    client = NotebookClient(made, timeout=SECONDS, kernel_name="python3", store_widget_state=False, resources=resources)
    with tempfile.TemporaryDirectory() as empty, client.setup_kernel(env=_surroundings(empty)):
        for index, cell in enumerate(made.cells):
            try:
                client.execute_cell(cell, index)
            except CellExecutionError as error:
                raise DataError([_failed(number, cells[index], f"{error.ename}: {error.evalue}")]) from error
            except CellTimeoutError as error:
                raise DataError([_failed(number, cells[index], f"no end after {SECONDS} seconds")]) from error
            except DeadKernelError as error:
                raise DataError([_failed(number, cells[index], "Python itself ended")]) from error


def _surroundings(empty: str) -> dict[str, str]:
    path = [str(home.ENGINE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    ours = {"LESSON_ANSWERS": empty, "LESSON_ESSAY": str(Path(empty) / "none"), "LESSON_HOME": str(home.root())}
    return {**os.environ, **ours, "PYTHONPATH": os.pathsep.join(path)}


def _failed(number: str, cell: Cell, why: str) -> Problem:
    file = lessons.shown(lesson_file.path_of(number))
    return Problem(file, cell.line, cell.name, f"The cell fails ({why}).", "mend the cell, or what it calls.")


def tidy(made: Any) -> None:
    """Leave only what belongs to the lesson: no widget views, no times of a run, no version of a machine's Python."""
    strip_views(made)
    made.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for cell in made.cells:
        cell.metadata.pop("execution", None)


def build(number: str) -> str:
    """Build and store one lesson; return what its author should know, or "". Raises DataError when it has a mistake."""
    cells, problems = lesson_file.read(number)
    problems += differ.wrong_facts(number, cells)
    if problems:
        raise DataError(problems)
    try:
        old = stored.read(number)
    except DataError:
        old = None  # it is about to be built afresh
    made = notebook(number, cells, old)
    execute(made, cells, number)
    tidy(made)
    path = stored.path_of(number)
    said = ""
    if path.exists() and (old is None or differ.of(number, cells, old)):
        said = f"{path.name} said something else than lesson.md. As it was: {lessons.shown(keep(path, path.name))}"
    nbformat.write(made, path)
    return said


def keep(path: Path, name: str) -> Path:
    """Copy a file that is about to be written over into build/before, so that nothing typed is lost."""
    before = home.build() / "before"
    before.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(path, before / name))


def main(arguments: Sequence[str]) -> int:
    """`[NUMBER ...]`: build these lessons, or all. Return 1 when one has a mistake, with a line for each mistake."""
    if unknown := [number for number in arguments if number not in lessons.texts()]:
        print(f"There is no lesson {', '.join(unknown)}. Lessons: {', '.join(lessons.texts())}.")
        return 2
    failed = False
    for number in arguments or lessons.texts():
        print(f"Building lesson {number} ...", flush=True)
        try:
            said = build(number)
        except DataError as error:
            failed, said = True, "\n".join(map(str, error.problems))
        if said:
            print(said)
    return int(failed)
