"""A row of the tables as a question sees it: its columns, its publication, and what its author says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lesson import tables
from lesson.core.dates import is_date, spoken
from lesson.tables import Row

Value = str | int | float | None
PERIOD = " to "
"""What stands between two dates."""
CITATIONS, SOURCE = "#citations", "@source."


class RuleError(Exception):
    """A rule or a column that cannot be computed: what is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


@dataclass(frozen=True)
class Line:
    """One row under its letter. `code` holds the author's readings by name, `source` the publication that is meant."""

    letter: str
    table: str
    row: Row
    source: Row | None = None
    code: Mapping[str, str] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether a column, a reading or a field of the publication has this name."""
        if name.startswith(SOURCE):
            return self.source is not None and name.removeprefix(SOURCE) in self.source
        return name == CITATIONS or name in self.code or name in self.row

    def value(self, names: str) -> Value:
        """Return what stands under a name, or under the first of "one or another" that the row has.

        Raises RuleError when there is no such name.
        """
        name = self._first(names)
        if name == CITATIONS:
            ids = (self.table, self.row[tables.key(self.table)])
            return sum((cited["table"], cited["row_id"]) == ids for cited in tables.rows("citations"))
        if name.startswith(SOURCE):
            return (self.source or {})[name.removeprefix(SOURCE)]  # type: ignore[no-any-return]
        return self.code[name] if name in self.code else self.row[name]

    def _first(self, names: str) -> str:
        parts = names.split(" or ")
        found = next((name for name in parts if self.has(name)), None)
        if found is not None:
            return found
        if self.source is None and any(name.startswith(SOURCE) for name in parts):
            raise RuleError(f"Row {self.letter} names no publication for '{names}'.", "add 'source: id of a source'.")
        there = ", ".join([*self.code, *self.row, CITATIONS])
        raise RuleError(f"Row {self.letter} has no column or code '{names}'.", f"use one of: {there}.")

    def words(self, name: str) -> tuple[str, ...]:
        """The words that a column may hold, as the descriptor lists them; none where any text fits."""
        return tuple(tables.words(self.table, name)) if name in self.row and name not in self.code else ()


def shown(value: Value) -> str:
    """A value as a reader sees it: dates and periods spoken, thousands parted, nothing as ""."""
    if value is None or value == "":
        return ""
    if isinstance(value, int | float):
        return f"{value:,}"
    ends = value.split(PERIOD)
    return PERIOD.join(map(spoken, ends)) if all(map(is_date, ends)) else value
