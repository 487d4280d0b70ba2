"""Rules for tables that are words over rows: small enough to read, and each line on rows of the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from lesson.bank import written
from lesson.bank.written import Look
from lesson.core import home
from lesson.core.problem import Problem
from lesson.publish.limits import Limits, limits


def problems() -> Iterator[Problem]:
    """Every breach in the sound tables of the course; the limits are in course.toml."""
    asked = limits()
    for folder in home.folders():
        for look in written.looks(folder)[0]:
            for line, what, mend in _of(look, asked):
                yield Problem(look.file, line, look.name, what, mend)


def _of(look: Look, asked: Limits) -> Iterator[tuple[int, str, str]]:
    seen = [column for column in look.columns if column.words or column.rows or column is not look.columns[-1]]
    if asked.table_columns and len(seen) > asked.table_columns:  # publications in the last one are folded
        what = f"The table has {len(seen)} columns."
        yield look.line, what, f"take some out: {asked.table_columns} fit on a screen."
    for page in look.pages:
        if asked.table_rows and len(page.lines) > asked.table_rows:
            what = f"A page of the table has {len(page.lines)} lines."
            yield page.lines[0].line, what, f"part it with 'pages:': {asked.table_rows} lines each at most."
        for line in page.lines:
            if asked.no_row and not line.rows and asked.no_row not in [words.text for words in line.words.values()]:
                mend = f"write 'row: ID', or '{asked.no_row}' where there is none."
                yield line.line, "A line rests on no row, and does not say so.", mend
