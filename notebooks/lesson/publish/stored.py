"""The stored notebook of a lesson: where it is, its cells, and what the builder sets of each cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import nbformat

from lesson.bank import lessons
from lesson.core import home
from lesson.core.problem import DataError, Problem
from lesson.publish import marks
from lesson.publish.lesson_file import Cell, trimmed
from lesson.publish.pairs import pairs

FOLDED = {"jupyter": {"source_hidden": True}}
CLOSED = {"jp-MarkdownHeadingCollapsed": True}


def metadata(number: str, cell: Cell) -> dict[str, Any]:
    """What the builder sets of a cell: code is folded, unless the lesson is about code; optional parts are closed.

    So a reader meets the question first, and what does not belong to the core path under one named heading.
    """
    if cell.kind == "code":
        return {} if number in home.settings().code_open else FOLDED
    return CLOSED if is_optional(cell) else {}


def is_optional(cell: Cell) -> bool:
    """Whether a cell is the heading of a part for whoever has more time."""
    return cell.kind == "markdown" and bool(re.match(rf"#+ {re.escape(home.settings().optional)}\b", cell.source))


def path_of(number: str) -> Path:
    """Where the notebook of a lesson stands. Raises KeyError where there is no such lesson."""
    return home.root() / "notebooks" / f"{lessons.folder(number).name}.ipynb"


def read(number: str) -> Any | None:
    """Return the stored notebook, None where there is none. Raises DataError when it cannot be read."""
    path = path_of(number)
    if not path.exists():
        return None
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError, LookupError, AttributeError, nbformat.ValidationError) as error:
        what = f"It cannot be read as a notebook ({str(error).splitlines()[0]})."
        mend = f"build it afresh with: python do.py notebooks {number}"
        raise DataError([Problem(lessons.shown(path), 1, path.name, what, mend)]) from error


def cells(notebook: Any) -> list[tuple[Cell, Any]]:
    """Return the cells of a notebook that hold anything, as lesson.md has them, each with the notebook's own one."""
    found = []
    for own in notebook.cells:
        source = marks.back(own.source) if own.cell_type == "markdown" else own.source
        found.append((Cell(own.cell_type, trimmed(own.cell_type, source)), own))
    return [(cell, own) for cell, own in found if cell.source]


def paired(ours: Sequence[Cell], notebook: Any) -> tuple[list[tuple[Cell, Any]], dict[int, int]]:
    """Return the notebook's `cells`, and for the place of each the place in lesson.md of the cell that it is."""
    there = cells(notebook)
    return there, pairs([plain(cell) for cell in ours], [cell for cell, _ in there])


def plain(cell: Cell) -> Cell:
    """A cell of lesson.md with its facts written in the one way in which a notebook gives them back."""
    return replace(cell, source=marks.plain(cell.source)) if cell.kind == "markdown" else cell


def ids(number: str, kept: Sequence[str | None]) -> list[str]:
    """Return an id for each cell. `kept` holds, for each, the id that it has in the stored notebook, if it has one.

    A cell keeps its id when others come and go. A new one after c04-00 is c04a-00; at the end it has the next number.
    """
    form = re.compile(rf"c(\d+)[a-z]*-{number}")
    own = [match for cell_id in kept if cell_id and (match := form.fullmatch(cell_id))]
    taken, highest = {match[0] for match in own}, max((int(match[1]) for match in own), default=0)
    given: list[str] = []
    before = 0
    for cell_id in kept:
        match = form.fullmatch(cell_id or "")
        if match and match[0] not in given:
            before = int(match[1])
            given.append(match[0])
            continue
        if before >= highest:
            before = highest = before + 1
            new = f"c{before:02}-{number}"
        else:
            letters = ("z" * (n // 26) + ascii_lowercase[n % 26] for n in count())
            new = next(made for made in (f"c{before:02}{end}-{number}" for end in letters) if made not in taken)
        taken.add(new)
        given.append(new)
    return given
