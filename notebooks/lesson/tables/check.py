"""Every problem of every table: of form, of links between tables, of rows without a source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lesson.core import home
from lesson.core.problem import Problem
from lesson.tables import disputes, numbers
from lesson.tables.describe import descriptor, key, names
from lesson.tables.read import Row, lined, read

UNCITED = ("sources", "citations", "disputes", "glossary", numbers.TABLE)
"""Tables whose rows say nothing about the world that would need a source of its own."""


def check(folder: Path | None = None) -> list[Problem]:
    """Return every problem of every table of a folder, of data/ if none is named, links between tables included."""
    folder = folder or home.data()
    problems: list[Problem] = []
    for table in names(folder):
        problems += read(table, folder)[1]
    if any(problem.fatal for problem in problems):
        return problems  # links are looked at when every row can be read
    links = (_dangling, _uncited, _unused, _unlinked, disputes.problems, numbers.problems)
    return problems + [problem for rule in links for problem in rule(folder)]


def _dangling(folder: Path) -> Iterator[Problem]:
    """Foreign keys of the descriptor, and the two columns that may point into any table."""
    for table, resource in descriptor(folder).items():
        found = lined(table, folder)[0]
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
        for number, row in lined(table, folder)[0]:
            if (table, row[key(table, folder)]) not in cited:
                yield Problem(
                    f"{folder.name}/{table}.csv",
                    number,
                    row[key(table, folder)],
                    "No source is given for this row.",
                    f"add a line to citations.csv: {table},{row[key(table, folder)]},<source_id>,main,",
                )


def _unused(folder: Path) -> Iterator[Problem]:
    """Every publication carries a row, but for the text that is examined; no address stands twice."""
    if not {"sources", "citations"} <= set(names(folder)):
        return
    used = {row["source_id"] for row in read("citations", folder)[0]} | {home.settings().text}
    seen: dict[str, str] = {}
    for line, row in lined("sources", folder)[0]:
        name, address = row["source_id"], row["url"].split("://")[-1].removeprefix("www.").rstrip("/").lower()
        if name not in used:
            mend = f"add a line to citations.csv: <table>,<row>,{name},main, or take this line out."
            yield Problem("data/sources.csv", line, name, "No row rests on this publication.", mend)
        if address and seen.setdefault(address, name) != name:
            mend = "keep one of the two lines, and name it wherever the other is cited."
            yield Problem("data/sources.csv", line, name, f"'{seen[address]}' has the same address.", mend)


def _unlinked(folder: Path) -> Iterator[Problem]:
    """A publication has an address if, and only if, we link to it."""
    for number, row in lined("sources", folder)[0] if "sources" in names(folder) else ():
        if "linked" in row and (row["linked"] == "no") == bool(row["url"]):
            has, mend = (
                ("an address, and linked is no", "empty the url, or write yes under linked")
                if row["url"]
                else ("no address, and linked is yes", "write the url, or no under linked")
            )
            yield Problem(
                f"{folder.name}/sources.csv", number, f"{row['source_id']}, linked", f"It has {has}.", f"{mend}."
            )


def _label(table: str, row: Row, folder: Path) -> str:
    return str(row[key(table, folder)]) if key(table, folder) else " ".join(str(v) for v in list(row.values())[:2])
