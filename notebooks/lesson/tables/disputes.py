"""disputes.csv: another value for one cell of one row, and the publication that gives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lesson.core.problem import Problem
from lesson.tables.describe import key, names
from lesson.tables.read import Row, lined, read

TABLE = "disputes"


def problems(folder: Path) -> Iterator[Problem]:
    """Every dispute over a column that is not there, with the value of the row itself, or with a source of no row."""
    if not {TABLE, "citations"} <= set(names(folder)):
        return
    cited = {(row["table"], row["row_id"], row["source_id"]) for row in read("citations", folder)[0]}
    for line, dispute in lined(TABLE, folder)[0]:
        row = _row(dispute, folder)
        if row is None:
            continue  # whoever looks at the links says so
        what = mend = ""
        if dispute["field"] not in row:
            what, mend = f"{dispute['table']}.csv has no such column.", f"use one of: {', '.join(row)}."
        elif str(row[dispute["field"]]) == dispute.get("value"):
            what, mend = "The row itself has this value.", "write the other value, or take the line out."
        elif dispute.get("source_id") and (dispute["table"], dispute["row_id"], dispute["source_id"]) not in cited:
            what = f"The row does not cite '{dispute['source_id']}', which gives the other value."
            mend = "add to citations.csv: {table},{row_id},{source_id},dissent,".format(**dispute)
        if what:
            where = f"{dispute['row_id']}, {dispute['field']}"
            yield Problem(f"{folder.name}/{TABLE}.csv", line, where, what, mend)


def _row(dispute: Row, folder: Path) -> Row | None:
    """The row that a dispute is about; None where there is none."""
    table = dispute["table"]
    if table not in names(folder):
        return None
    field = key(table, folder)
    return next((row for row in read(table, folder)[0] if row.get(field) == dispute["row_id"]), None)
