"""A written table with everything put in: facts, fields of rows, marks and the publications behind each cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lesson import tables
from lesson.bank import facts, written
from lesson.bank.written import PLACE, Column, Line, Look, Page, Words
from lesson.core import home
from lesson.core.problem import Problem
from lesson.tables import Row


@dataclass(frozen=True)
class Cell:
    """Words, a mark beside them, publications as rows of the table of sources, and why the mark stands there."""

    words: str
    mark: str
    sources: tuple[Row, ...]
    why: str = ""


@dataclass(frozen=True)
class Filled:
    """One page of a table; `lines` hold one cell for each column."""

    caption: str
    below: str
    lines: tuple[tuple[Cell, ...], ...]


def problems() -> list[Problem]:
    """Every mistake in the looks.yaml files of the course: of form, and of what they name."""
    found: list[Problem] = []
    for folder in home.folders():
        sound, broken = written.looks(folder)
        found += broken
        for look in sound:
            for page in look.pages:
                found += fill(look, page)[1]
    return found


def fill(look: Look, page: Page) -> tuple[Filled, list[Problem]]:
    """Return a page of a table with everything put in, and a problem for everything that is not there."""
    filler = _Filler(look)
    count = {"lines": str(len(page.lines))}
    caption, below = (filler.words(words, count.get) for words in (page.caption, page.below))
    lines = tuple(filler.line(line) for line in page.lines)
    return Filled(caption, below, lines), list(dict.fromkeys(filler.problems))


class _Filler:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.problems: list[Problem] = []

    def add(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.look.file, line, self.look.name, what, mend))

    def words(self, words: Words, known: Callable[[str], str | None]) -> str:
        """Put in facts and what `known` says of a name, in one pass: braces in a row are words."""

        def put(match: re.Match[str]) -> str:
            if match[2] is None:
                return self.fact(match[1], words.line)
            found = known(match[2])
            if found is None:
                what = f"'{match[2]}' is no word of the line, and no field that its rows have."
                self.add(words.line, what, f"write '{match[2]}: ...' in the line, or correct the name.")
            return found or ""

        if re.search("[{}]", PLACE.sub("", words.text)):
            self.add(words.line, "A '{' or '}' stands alone.", "write {{fact()}}, or {name}.")
        return PLACE.sub(put, words.text)

    def fact(self, call: str, line: int) -> str:
        try:
            return facts.value(call)
        except facts.UNKNOWN as error:
            names = ", ".join(facts.FACTS.names())
            self.add(line, f"There is no fact '{call}' ({error}).", f"use one of: {names}.")
            return "?"

    def line(self, line: Line) -> tuple[Cell, ...]:
        rows: dict[str, tuple[str, Row]] = {}
        for row_id in line.rows:
            try:
                rows[row_id] = tables.find(row_id)
            except KeyError:
                self.add(line.line, f"There is no row '{row_id}'.", "use an id that stands in a table.")
        if len(rows) < len(set(line.rows)):
            return ()
        return tuple(self.cell(column, line, rows) for column in self.look.columns)

    def cell(self, column: Column, line: Line, rows: dict[str, tuple[str, Row]]) -> Cell:
        def known(name: str) -> str | None:
            if name in line.words:
                return self.words(line.words[name], lambda inner: _field(inner, rows))
            return ", ".join(line.lists[name]) if name in line.lists else _field(name, rows)

        words = self.words(Words(column.words, line.line), known)
        if column.rows:
            words += self.ids(column, line, rows)
        mark = ""
        if all(known(name) is not None for name in Words(column.mark).names()):
            mark = self.words(Words(column.mark, column.line), known)
        why = ""
        if column.disputed and any(tables.disputed(table, row_id) for row_id, (table, _) in rows.items()):
            mark = column.disputed
            why = " ".join(filter(None, (tables.differing(table, row_id) for row_id, (table, _) in rows.items())))
        sources = tuple(self.sources(column, line, rows)) if column.sources else ()
        return Cell(words if sources else words or column.without, mark, sources, why)

    def ids(self, column: Column, line: Line, rows: dict[str, tuple[str, Row]]) -> str:
        """Row ids in brackets, each with what it is about where that is not what the column says."""
        if column.rows not in line.lists:
            self.add(line.line, f"'{column.rows}' is missing.", f"write '{column.rows}: [first id, second id]', or [].")
        field, usual = column.unless
        told = []
        for row_id in line.lists.get(column.rows, ()):
            value = str(rows[row_id][1].get(field, usual))
            told.append(row_id if value == usual else f"{row_id}, {field}: {value}")
        return f" ({'; '.join(told)})" if told else ""

    def sources(self, column: Column, line: Line, rows: dict[str, tuple[str, Row]]) -> list[Row]:
        if line.sources is None:
            return [s for row_id, (table, _) in rows.items() for s in tables.sources(table, row_id)[: column.sources]]
        there = {row["source_id"]: row for row in tables.rows("sources")}
        for source_id in line.sources:
            if source_id not in there:
                self.add(line.line, f"There is no source '{source_id}'.", "use an id that stands in sources.csv.")
        return [there[source_id] for source_id in line.sources if source_id in there]


def _field(name: str, rows: dict[str, tuple[str, Row]]) -> str | None:
    """What a field says: of one row ("E-1.about"), or each different thing that the rows of a line say, once."""
    row_id, _, field = name.rpartition(".")
    found = [row for each, (_, row) in rows.items() if row_id in ("", each)]
    said = dict.fromkeys(str(row[field]) for row in found if field in row)
    return ", ".join(said) if said else None
