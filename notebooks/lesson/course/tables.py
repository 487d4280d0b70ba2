"""Rows from data/ and seeds/, read by the descriptor beside them (datapackage.json) with the standard library.

A mistake in a table is a `Problem`: which file, line, row and field, what is wrong, how to mend it.
`python -m lesson.course.tables` lists every problem of every table at once.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lesson.course.items import DATA, SEEDS

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]

ESSAY = "medium-2020-08-18"
"""The source id of the essay itself."""

FAMILY = ("family_left_behind", "reported_family_outcome", "dprk_response")
"""Columns that touch families: that sources differ on them is said, and not on what."""

UNCITED = ("sources", "citations", "disputes", "glossary")
"""Tables whose rows say nothing about the world that would need a source."""


@dataclass(frozen=True)
class Problem:
    """One mistake in a file that an author or teacher edits."""

    file: str
    line: int
    where: str
    what: str
    mend: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.where}: {self.what} To mend it: {self.mend}"


class DataError(Exception):
    """A table or a bank of items cannot be used; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [str(problem) for problem in self.problems[:10]]
        more = len(self.problems) - len(shown)
        super().__init__("\n".join(shown + ([f"... and {more} more."] if more else [])))


@lru_cache(maxsize=8)
def _descriptor(folder: Path) -> dict[str, Any]:
    text = (folder / "datapackage.json").read_text(encoding="utf-8")
    return {resource["name"]: resource for resource in json.loads(text)["resources"]}


def names(folder: Path = DATA) -> list[str]:
    """Return the names of all tables that the descriptor in `folder` describes."""
    return list(_descriptor(folder))


def fields(table: str, folder: Path = DATA) -> list[dict[str, Any]]:
    """Return the fields of a table as its descriptor gives them."""
    found: list[dict[str, Any]] = _descriptor(folder)[table]["schema"]["fields"]
    return found


def words(table: str, field: str, folder: Path = DATA) -> list[str]:
    """Return the words that a field may hold, as its descriptor lists them; none where any text fits."""
    found = next(described for described in fields(table, folder) if described["name"] == field)
    return list(found.get("constraints", {}).get("enum", ()))


def key(table: str, folder: Path = DATA) -> str:
    """Return the field that names a row of this table, or "" where none does."""
    schema = _descriptor(folder)[table]["schema"]
    primary = schema.get("primaryKey", "")
    return primary if isinstance(primary, str) else ""


def rows(table: str, folder: Path = DATA) -> list[Row]:
    """Return all rows of a table, typed. Raises DataError with every problem when the file cannot be used."""
    found, problems = read(table, folder)
    fatal = [problem for problem in problems if problem.fatal]
    if fatal:
        raise DataError(fatal)
    return found


@lru_cache(maxsize=64)
def _read(table: str, folder: Path, stamp: tuple[int, int]) -> tuple[tuple[tuple[int, Row], ...], tuple[Problem, ...]]:
    """Rows, each after the line on which it begins."""
    resource = _descriptor(folder)[table]
    path = folder / resource["path"]
    reader = _Reader(f"{folder.name}/{resource['path']}", resource["schema"])
    return tuple(reader.rows(path.read_bytes())), tuple(reader.problems)


def read(table: str, folder: Path = DATA) -> tuple[list[Row], list[Problem]]:
    """Return the rows that can be read and the problems of all others."""
    found, problems = _lined(table, folder)
    return [row for _, row in found], problems


def _lined(table: str, folder: Path) -> tuple[list[tuple[int, Row]], list[Problem]]:
    """The rows that can be read, each after the line on which it begins, and the problems of all others."""
    path = folder / _descriptor(folder)[table]["path"]
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
    """Return a number that changes when any table does, for caches of what was computed from them."""
    paths = sorted([*DATA.glob("*.csv"), *SEEDS.glob("*.csv")])
    return hash(tuple((path.name, path.stat().st_mtime_ns) for path in paths))


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
        wrong = _type_problem(field, cell) or _rule_problem(rules, cell)
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


def _type_problem(field: dict[str, Any], cell: str) -> tuple[str, str] | None:
    kind = field["type"]
    if kind == "integer" and not re.fullmatch(r"-?\d+", cell):
        return f"'{cell}' is not a whole number.", "write digits only, such as 236."
    if kind == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", cell):
        return f"'{cell}' is not a number.", "write digits with a point, such as 1.5."
    if field.get("dates") == "partial" and not is_date(cell):
        return f"'{cell}' is not a date.", "write 2016, 2016-08 or 2016-08-17, as exactly as it is known."
    return None


def _rule_problem(rules: dict[str, Any], cell: str) -> tuple[str, str] | None:
    if "enum" in rules and cell not in rules["enum"]:
        return f"'{cell}' is not one of the words for this column.", f"use one of: {'; '.join(rules['enum'])}."
    if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
        return f"'{cell}' does not have the form {rules['pattern']}.", "write it in that form."
    if "minimum" in rules and float(cell) < rules["minimum"]:
        return f"{cell} is below {rules['minimum']}.", "check the number."
    return None


def is_date(text: str) -> bool:
    """Say whether `text` is a real year, month or day written as 2016, 2016-08 or 2016-08-17."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def check(folder: Path = DATA) -> list[Problem]:
    """Return every problem of every table, links between tables included."""
    problems: list[Problem] = []
    for table in names(folder):
        problems += read(table, folder)[1]
    return problems + list(_dangling(folder)) + list(_uncited(folder))


def _dangling(folder: Path) -> Iterator[Problem]:
    """Foreign keys of the descriptor, and the two columns that may point into any table."""
    for table, resource in _descriptor(folder).items():
        found = _lined(table, folder)[0]
        file = f"{folder.name}/{resource['path']}"
        for link in resource["schema"].get("foreignKeys", []):
            target, field = link["reference"]["resource"], link["reference"]["fields"]
            there = {row[field] for row in read(target, folder)[0]}
            for number, row in found:
                value = row[link["fields"]]
                if value and value not in there:
                    yield Problem(
                        file,
                        number,
                        f"{_label(table, row, folder)}, {link['fields']}",
                        f"'{value}' does not stand in {target}.csv.",
                        f"correct it, or add the row to {target}.csv.",
                    )
        if {"table", "row_id"} <= {field["name"] for field in resource["schema"]["fields"]}:
            yield from _pointers(table, file, found, folder)


def _pointers(table: str, file: str, found: list[tuple[int, Row]], folder: Path) -> Iterator[Problem]:
    ids = {
        name: {row[key(name, folder)] for row in read(name, folder)[0]} for name in names(folder) if key(name, folder)
    }
    for number, row in found:
        if row["table"] not in ids or row["row_id"] not in ids[row["table"]]:
            yield Problem(
                file,
                number,
                f"{row['table']} {row['row_id']}, row_id",
                f"There is no row '{row['row_id']}' in {row['table']}.csv.",
                "correct the table or the row, or take this line out.",
            )


def _uncited(folder: Path) -> Iterator[Problem]:
    """Every row of every table rests on a source."""
    if "citations" not in names(folder):
        return
    cited = {(row["table"], row["row_id"]) for row in read("citations", folder)[0]}
    for table in names(folder):
        if table in UNCITED:
            continue
        for number, row in _lined(table, folder)[0]:
            if (table, row[key(table, folder)]) not in cited:
                yield Problem(
                    f"{folder.name}/{table}.csv",
                    number,
                    row[key(table, folder)],
                    "No source is given for this row.",
                    f"add a line to citations.csv: {table},{row[key(table, folder)]},<source_id>,main,",
                )


def _label(table: str, row: Row, folder: Path) -> str:
    return str(row[key(table, folder)]) if key(table, folder) else " ".join(str(v) for v in list(row.values())[:2])


def public_on(found: Iterable[Row], day: str) -> list[Row]:
    """Return the rows that were public on `day` (2020-08-18); a month or a year counts from its first day."""
    return [row for row in found if row["public_since"] <= day[: len(row["public_since"])]]


def cases(kind: str | None = None, person_type: str | None = None, known_by: str | None = None) -> list[Row]:
    """Return the reported departures, filtered first by what kind of row it is, then by who left.

    `kind` and `person_type` are words of the descriptor; `known_by` is a day on which the report was public already.
    Raises ValueError for a word that the table does not use.
    """
    found = _where("cases", case_kind=kind, person_type=person_type)
    return public_on(found, known_by) if known_by else found


def evidence(bears_on: str | None = None, about: str | None = None, stance: str | None = None) -> list[Row]:
    """Return the pieces of evidence on one claim, about one group, of one stance; None takes them all.

    Raises ValueError for a word that the table does not use. Look at `about` before you add rows up.
    """
    return _where("evidence", bears_on=bears_on, about=about, stance=stance)


def _where(table: str, **wanted: str | None) -> list[Row]:
    """The rows of a table whose fields hold the wanted words; None takes every word."""
    found = rows(table)
    for field, word in wanted.items():
        if word is not None:
            there = words(table, field)
            if word not in there:
                raise ValueError(f"'{word}' is not one of the words of {field}. Use one of: {'; '.join(there)}.")
            found = [row for row in found if row[field] == word]
    return found


def sources(table: str, row_id: str, folder: Path = DATA) -> list[Row]:
    """Return the publications that a row rests on, the main one first, each with its `role`."""
    by_id = {row["source_id"]: row for row in rows("sources", folder)}
    cited = [row for row in rows("citations", folder) if row["table"] == table and row["row_id"] == row_id]
    order = {"main": 0, "second": 1, "dissent": 2}
    cited.sort(key=lambda row: order[row["role"]])
    return [{**by_id[row["source_id"]], "role": row["role"]} for row in cited]


def disputed(table: str, row_id: str, folder: Path = DATA) -> list[str]:
    """Return in words, in the order of the alphabet, which columns of a row sources differ on.

    What touches families is "other points".
    """
    said = {field["name"]: field["title"].lower() for field in fields(table, folder)}
    said |= dict.fromkeys(FAMILY, "other points")
    return sorted({said[d["field"]] for d in rows("disputes", folder) if (d["table"], d["row_id"]) == (table, row_id)})


def find(row_id: str) -> tuple[str, Row]:
    """Return the table and the row that `row_id` names. Raises KeyError when no table has it."""
    for row in rows("claims", SEEDS):
        if row["claim_id"] == row_id:
            return "claims", row
    for table in names():
        field = key(table)
        for row in rows(table) if field else []:
            if row[field] == row_id:
                return table, row
    raise KeyError(row_id)


def frame(table: str) -> pd.DataFrame:
    """Return any table as a typed pandas DataFrame: text as `string`, whole numbers as `Int64`, empty cells missing."""
    import pandas as pd

    folder = SEEDS if table in names(SEEDS) else DATA
    kinds: dict[str, Callable[[Any], Any]] = {
        "integer": lambda s: s.astype("Int64"),
        "number": lambda s: s.astype("Float64"),
    }
    found = pd.DataFrame(rows(table, folder), columns=[field["name"] for field in fields(table, folder)])
    for field in fields(table, folder):
        column = found[field["name"]]
        cast = kinds.get(field["type"], lambda s: s.replace("", None).astype("string"))
        found[field["name"]] = cast(column)
    return found


def main() -> None:
    """List every problem of every table; exit with 1 when there is one."""
    problems = check() + check(SEEDS)
    for problem in problems:
        print(problem)
    counts = [f"{table} {len(rows(table))}" for table in names()] if not problems else []
    print(f"{len(problems)} problems." if problems else f"No problem. Rows: {', '.join(counts)}.")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
