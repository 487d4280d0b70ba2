"""Rules for what a stored notebook shows: every fold has a name of its own, no table is too wide to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lesson.bank import lessons
from lesson.core.problem import DataError, Problem
from lesson.publish import lesson_file, stored
from lesson.publish.limits import limits

FOLD = re.compile(r"<details><summary>(.*?)</summary>", re.S)
"""A fold of a lesson; those of the publications of a row have a class, and are told by the row."""
HEAD, COLUMN = re.compile(r"<thead.*?</thead>", re.S), '<th scope="col"'


def problems(number: str) -> Iterator[Problem]:
    """Every fold with the name of an earlier one, and every table with more columns than the course allows."""
    try:
        notebook = stored.read(number)
    except DataError:
        return  # said elsewhere
    file, most = lessons.shown(lesson_file.path_of(number)), limits().table_columns
    seen: set[str] = set()
    for cell, own in stored.cells(notebook) if notebook else ():
        for html in _shown(own):
            for match in FOLD.finditer(html):
                name = unescape(match[1]).strip()
                if name in seen:
                    mend = "name it by what is in it alone."
                    yield Problem(file, 1, cell.name, f"A second fold has the name '{name}'.", mend)
                seen.add(name)
            for match in HEAD.finditer(html):
                if most and (count := match[0].count(COLUMN)) > most:
                    yield Problem(file, 1, cell.name, f"A table has {count} columns.", f"take some out: {most} fit.")


def _shown(cell: Any) -> Iterator[str]:
    """The text of a cell, or what it shows as HTML."""
    if cell.cell_type == "markdown":
        yield cell.source
    for output in cell.get("outputs", ()):
        yield "".join(output.get("data", {}).get("text/html", ""))
