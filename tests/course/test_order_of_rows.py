"""Columns that do not fit each other are named: a slip of a month, two ends turned round, a link out of its place."""

import csv
import shutil

import pytest
from support import HOME

from lesson.core import home
from lesson.publish import own_rules

SLIPS = {
    "left after it was known": ("cases", "PRK-1956-SUN", "date_left", "1999-10", "is later than public_since"),
    "an outcome before the report": ("desk", "DESK-01", "outcome_date", "1985-01-01", "is later than outcome_date"),
    "ends turned round": ("elite_arrivals", "ELI-01", "value_low", "99", "is above value_high"),
    "another year": ("cases", "PRK-1956-SUN", "case_id", "PRK-1966-SUN", "The id says 1966"),
    "another claim": ("evidence", "E-A1-01", "bears_on", "C3", "The id names A1"),
    "a link out of its place": ("chain", "CHAIN-01-2", "order", "7", "where 2 is due"),
    "a link too early": ("chain", "CHAIN-01-3", "date", "2009-01-01", "before the link above it"),
    "no origin": ("chain", "CHAIN-01-1", "new_origin", "no", "first link of a chain is an origin"),
    "two main sources": ("citations", "PRK-1956-SUN", "role", "main", "main sources"),
}
RULES = (
    "dates in order",
    "lowest and highest",
    "years in ids",
    "claims in ids",
    "links of a chain",
    "one main source",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A copy of the course and its tables."""
    copy = tmp_path_factory.mktemp("rows")
    for name in ("course", "data", "seeds"):
        shutil.copytree(HOME / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_between_columns_is_named_with_its_row(place, name):
    table, row_id, column, value, what = SLIPS[name]
    path = place / f"data/{table}.csv"
    before = path.read_bytes()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    at = rows[0].index("row_id") if table == "citations" else 0
    spoilt = [row for row in rows if row[at] == row_id]
    spoilt[-1][rows[0].index(column)] = value
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        with home.at(place):
            found = [problem for name in RULES for problem in own_rules.RULES.find(name)() if what in problem.what]
    finally:
        path.write_bytes(before)
    assert found
    assert {problem.file for problem in found} == {f"data/{table}.csv"}
