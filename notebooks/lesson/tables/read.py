"""Rows of a table, typed, read by its descriptor with the standard library; a mistake is a `Problem`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from lesson.core import home, odd
from lesson.core.dates import is_date
from lesson.core.problem import DataError, Problem
from lesson.tables.describe import descriptor, folder_of

Row = dict[str, Any]


def rows(table: str, folder: Path | None = None) -> list[Row]:
    """Return all rows of a table, typed. Raises DataError with every problem when the file cannot be used."""
    found, problems = read(table, folder)
    fatal = [problem for problem in problems if problem.fatal]
    if fatal:
        raise DataError(fatal)
    return found


@lru_cache(maxsize=64)
def _read(table: str, folder: Path, stamp: tuple[int, int]) -> tuple[tuple[tuple[int, Row], ...], tuple[Problem, ...]]:
    """Rows, each after the line on which it begins."""
    resource = descriptor(folder)[table]
    path = folder / resource["path"]
    reader = _Reader(f"{folder.name}/{resource['path']}", resource["schema"])
    return tuple(reader.rows(path.read_bytes())), tuple(reader.problems)


def read(table: str, folder: Path | None = None) -> tuple[list[Row], list[Problem]]:
    """Return the rows that can be read and the problems of all others."""
    found, problems = lined(table, folder)
    return [row for _, row in found], problems


def lined(table: str, folder: Path | None = None) -> tuple[list[tuple[int, Row]], list[Problem]]:
    """The rows that can be read, each after the line on which it begins, and the problems of all others."""
    folder = folder or folder_of(table)
    path = folder / descriptor(folder)[table]["path"]
    if not path.is_file():
        return [], [
            Problem(
                f"{folder.name}/{path.name}",
                1,
                "file",
                "The file is not there.",
                "put it back, or take its entry out of datapackage.json.",
            )
        ]
    status = path.stat()
    found, problems = _read(table, folder, (status.st_mtime_ns, status.st_size))
    return [(line, dict(row)) for line, row in found], list(problems)


def stamp() -> int:
    """Return a number that changes when any table or text does, for caches of what was computed from them."""
    paths = sorted([*home.data().glob("*.csv"), *home.seeds().glob("*.csv"), *home.seeds().glob("*.md")])
    return hash(tuple((str(path), path.stat().st_mtime_ns) for path in paths))


class _Reader:
    """Reads one file by one schema and collects what is wrong with it."""

    def __init__(self, file: str, schema: dict[str, Any]) -> None:
        self.file = file
        self.fields: list[dict[str, Any]] = schema["fields"]
        self.key = schema.get("primaryKey", "")
        self.problems: list[Problem] = []
        self._seen: dict[tuple[str, ...], int] = {}

    def rows(self, content: bytes) -> Iterator[tuple[int, Row]]:
        text = self._decode(content)
        lines = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = next(lines, [])
            if not self._header(header):
                return
            start = lines.line_num + 1
            for cells in lines:
                row = self._row(header, cells, start)
                if row is not None:
                    self._repeated(row, start)
                    yield start, row
                start = lines.line_num + 1
        except csv.Error as error:
            self._add(
                lines.line_num,
                "row",
                f"The quotation marks do not fit ({error}).",
                'put a cell with a comma, a line break or a quotation mark in "..." and write such a mark twice.',
            )

    def _add(self, line: int, where: str, what: str, mend: str, fatal: bool = True) -> None:
        self.problems.append(Problem(self.file, line, where, what, mend, fatal))

    def _decode(self, content: bytes) -> str:
        if content.startswith(b"\xef\xbb\xbf"):
            self._add(
                1,
                "file",
                "The file starts with an invisible mark (BOM).",
                "save it as plain UTF-8, without BOM.",
                fatal=False,
            )
            content = content[3:]
        if b"\r" in content:
            self._add(
                1,
                "file",
                "Lines end as on Windows or an old Mac (CR).",
                "save it with Unix line ends (LF).",
                fatal=False,
            )
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            self._add(
                line,
                "file",
                f"A character is not UTF-8 (byte {content[error.start]:#04x}).",
                "save the file as UTF-8 (in a spreadsheet: CSV UTF-8).",
            )
            return content.decode("utf-8", "replace")

    def _header(self, header: list[str]) -> bool:
        wanted = [field["name"] for field in self.fields]
        if header == wanted:
            return True
        missing = [name for name in wanted if name not in header]
        extra = [name for name in header if name not in wanted]
        twice = sorted({name for name in header if header.count(name) > 1})
        if len(header) == 1 and ";" in header[0]:
            what, mend = "Columns are parted by ';'.", "save it with ',' between columns."
        elif missing:
            what, mend = (
                f"Missing column: {', '.join(missing)}.",
                "put the column back; datapackage.json names them all.",
            )
        elif extra:
            what = f"Unknown column: {', '.join(extra) or 'one without a name'}."
            mend = "take it out, or describe it in datapackage.json."
        elif twice:
            what, mend = f"Column named twice: {', '.join(twice)}.", "keep one of them."
        else:
            what, mend = "Columns stand in another order.", f"use this order: {', '.join(wanted)}."
        self._add(1, "header", what, mend)
        return False

    def _row(self, header: list[str], cells: list[str], line: int) -> Row | None:
        if not cells or not any(cell.strip() for cell in cells):
            self._add(line, "row", "The row is empty.", "take the line out.", fatal=False)
            return None
        name = cells[0] or "row without a name"
        if len(cells) != len(header):
            more = "more" if len(cells) > len(header) else "fewer"
            self._add(
                line,
                name,
                f"The row has {len(cells)} cells, {more} than the {len(header)} columns.",
                'look for a comma too many or too few; a cell with a comma needs "..." around it.',
            )
            return None
        return {
            field["name"]: self._cell(field, cell, name, line) for field, cell in zip(self.fields, cells, strict=True)
        }

    def _repeated(self, row: Row, line: int) -> None:
        """Look for an earlier row with the same key, where it takes several fields to name a row."""
        if isinstance(self.key, str):
            return
        named = tuple(str(row[field]) for field in self.key)
        first = self._seen.setdefault(named, line)
        if first != line:
            self._add(
                line,
                " ".join(named),
                f"Line {first} has the same {', '.join(self.key)} already.",
                "take one of the two lines out, or correct it.",
            )

    def _cell(self, field: dict[str, Any], cell: str, name: str, line: int) -> Any:
        where = f"{name}, {field['name']}"
        rules = field.get("constraints", {})
        unique = rules.get("unique") or field["name"] == self.key
        if cell == "":
            if rules.get("required") or field["name"] == self.key:
                self._add(line, where, "The cell is empty.", f"fill it: {field.get('description', '')}")
            return None if field["type"] in ("integer", "number") else ""
        if cell != cell.strip():
            self._add(line, where, "A space stands before or after the text.", "take it out.")
        wrong = _text_problem(cell) or _type_problem(field, cell) or _rule_problem(rules, cell)
        if wrong:
            self._add(line, where, *wrong)
            return None if field["type"] in ("integer", "number") else cell
        if unique:
            first = self._seen.setdefault((field["name"], cell), line)
            if first != line:
                self._add(line, where, f"'{cell}' stands in line {first} already.", "give each row a name of its own.")
        if field["type"] == "integer":
            return int(cell)
        return float(cell) if field["type"] == "number" else cell


TIME_WORDS = re.compile(r"[A-Za-z0-9 .,;/()-]{2,60}")
"""A time in words: "2012-2022", "late 1980s", "before 1990; 2020"."""


def _text_problem(cell: str) -> tuple[str, str] | None:
    """What a text holds that is something else to a program that shows or opens it."""
    if sign := odd.hidden(cell):
        return f"It holds a sign that nobody sees ({sign}).", "write the cell anew, without it."
    if piece := odd.markup(cell):
        return f"It looks like markup ({piece}).", "write it in words; cells hold no markup."
    if odd.formula(cell):
        return f"A spreadsheet takes '{cell[:20]}' for a formula.", "begin the cell with a letter or a digit."
    return None


def _type_problem(field: dict[str, Any], cell: str) -> tuple[str, str] | None:
    kind = field["type"]
    if kind == "integer" and not re.fullmatch(r"-?\d+", cell):
        return f"'{cell}' is not a whole number.", "write digits only, such as 236."
    if kind == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", cell):
        return f"'{cell}' is not a number.", "write digits with a point, such as 1.5."
    if field.get("dates") == "partial" and not is_date(cell):
        return f"'{cell}' is not a date.", "write 2016, 2016-08 or 2016-08-17, as exactly as it is known."
    if field.get("dates") == "words" and not TIME_WORDS.fullmatch(cell):
        return f"'{cell[:60]}' is no time in words.", "write years and plain words, such as 2012-2022 or late 1980s."
    return None


def _rule_problem(rules: dict[str, Any], cell: str) -> tuple[str, str] | None:
    if "enum" in rules and cell not in rules["enum"]:
        return f"'{cell}' is not one of the words for this column.", f"use one of: {'; '.join(rules['enum'])}."
    if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
        return f"'{cell}' does not have the form {rules['pattern']}.", "write it in that form."
    if "minimum" in rules and float(cell) < rules["minimum"]:
        return f"{cell} is below {rules['minimum']}.", "check the number."
    return None
