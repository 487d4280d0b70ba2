"""Numbers and words that stand in the prose of rows, each in a cell of its own (numbers.csv)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lesson.core import home
from lesson.core.problem import Problem
from lesson.core.spelled import amount, shows
from lesson.tables.describe import key, names
from lesson.tables.read import Row, lined, read, rows

TABLE = "numbers"


def number(row_id: str, name: str) -> Row:
    """Return the line of numbers.csv on one row, of one name. Raises KeyError, with the names there are."""
    there = {row["name"]: row for row in rows(TABLE) if row["row_id"] == row_id}
    if name not in there:
        raise KeyError(f"numbers.csv has no '{name}' of {row_id}. Names: {', '.join(there) or 'none'}.")
    return there[name]


def problems(folder: Path) -> Iterator[Problem]:
    """Lines that point at no row, whose ends do not fit, or whose value the row's text shows no longer (no stop)."""
    if TABLE not in names(folder):
        return
    told = _texts(folder)
    for line, row in lined(TABLE, folder)[0]:
        what, mend, fatal = "", "", True
        if row["row_id"] not in told:
            what = f"There is no row '{row['row_id']}' in any table."
            mend = "correct the row, or take this line out."
        elif not _fits(row):
            what = f"The ends of '{row['value']}' do not fit it."
            mend = "write the same number in low, and in high that number, a higher end or nothing."
        elif not shows(told[row["row_id"]], row["value"]):
            what = f"The text of {row['row_id']} no longer shows '{row['value']}'."
            mend, fatal = "read the row and its source again, then correct this line or the row.", False
        if what:
            yield Problem(f"{folder.name}/{TABLE}.csv", line, f"{row['row_id']}, {row['name']}", what, mend, fatal)


def _fits(row: Row) -> bool:
    low, high, said = row["low"], row["high"], amount(row["value"])
    return (low is None or high is None or low <= high) and (said is None or low == said)


def _texts(folder: Path) -> dict[str, str]:
    """What every row says, by its id: all of its cells but the id, and the other values that disputes give."""
    found: dict[str, str] = {}
    for place in (folder, home.seeds()):
        for table in names(place):
            field = key(table, place)
            for row in read(table, place)[0] if field else ():
                found[row[field]] = " | ".join(str(value) for name, value in row.items() if name != field)
    if "disputes" in names(folder):
        for row in read("disputes", folder)[0]:
            if row["row_id"] in found:
                found[row["row_id"]] += f" | {row['value']} | {row['note']}"
    return found
