"""Questions that the course asks of its tables: a row by its id, evidence on a claim, what a row rests on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lesson.core import home
from lesson.core.words import say
from lesson.tables.describe import fields, key, names, words
from lesson.tables.read import Row, rows

if TYPE_CHECKING:
    import pandas as pd


def evidence(bears_on: str | None = None, about: str | None = None, stance: str | None = None) -> list[Row]:
    """Return the pieces of evidence on one claim, about one group, of one stance; None takes them all.

    Raises ValueError for a word that the table does not use. Look at `about` before you add rows up.
    """
    return where("evidence", bears_on=bears_on, about=about, stance=stance)


def where(table: str, **wanted: str | None) -> list[Row]:
    """The rows of a table whose fields hold the wanted words; None takes every word."""
    found = rows(table)
    for field, word in wanted.items():
        if word is not None:
            there = words(table, field)
            if word not in there:
                raise ValueError(f"'{word}' is not one of the words of {field}. Use one of: {'; '.join(there)}.")
            found = [row for row in found if row[field] == word]
    return found


def sources(table: str, row_id: str) -> list[Row]:
    """Return the publications that a row rests on, the main one first, each with its `role`."""
    by_id = {row["source_id"]: row for row in rows("sources")}
    cited = [row for row in rows("citations") if row["table"] == table and row["row_id"] == row_id]
    order = {"main": 0, "second": 1, "dissent": 2}
    cited.sort(key=lambda row: order[row["role"]])
    return [{**by_id[row["source_id"]], "role": row["role"]} for row in cited]


def disputed(table: str, row_id: str) -> list[str]:
    """Return in words, in the order of the alphabet, which columns of a row sources differ on.

    What touches families is "other points".
    """
    said = {field["name"]: field["title"].lower() for field in fields(table)}
    said |= dict.fromkeys(home.settings().families, say("look", "otherPoints"))
    return sorted({said[d["field"]] for d in rows("disputes") if (d["table"], d["row_id"]) == (table, row_id)})


def differing(table: str, row_id: str) -> str:
    """Return what sources say differently about a row, each note once; nothing of what touches families."""
    families = home.settings().families
    found = [d for d in rows("disputes") if (d["table"], d["row_id"]) == (table, row_id) and d["field"] not in families]
    return " ".join(dict.fromkeys(filter(None, (d.get("note", "") for d in found))))


def find(row_id: str) -> tuple[str, Row]:
    """Return the table and the row that `row_id` names. Raises KeyError when no table has it."""
    for folder in (home.seeds(), home.data()):
        for table in names(folder):
            field = key(table, folder)
            if field and _fits(table, field, row_id):
                for row in rows(table, folder):
                    if row[field] == row_id:
                        return table, row
    raise KeyError(row_id)


def ids() -> set[str]:
    """The name of every row that has one, of data/ and seeds/."""
    found: set[str] = set()
    for folder in (home.seeds(), home.data()):
        for table in names(folder):
            if field := key(table, folder):
                found |= {row[field] for row in rows(table, folder)}
    return found


def _fits(table: str, field: str, row_id: str) -> bool:
    """Whether an id has the form of this table's ids: most tables need not be read to find a row."""
    described = next(each for each in fields(table) if each["name"] == field)
    return bool(re.fullmatch(described.get("constraints", {}).get("pattern", ".*"), row_id))


def frame(table: str) -> pd.DataFrame:
    """Return any table as a typed pandas DataFrame: text as `string`, whole numbers as `Int64`, empty cells missing."""
    import pandas as pd

    kinds: dict[str, Callable[[Any], Any]] = {
        "integer": lambda s: s.astype("Int64"),
        "number": lambda s: s.astype("Float64"),
    }
    found = pd.DataFrame(rows(table), columns=[field["name"] for field in fields(table)])
    for field in fields(table):
        column = found[field["name"]]
        cast = kinds.get(field["type"], lambda s: s.replace("", None).astype("string"))
        found[field["name"]] = cast(column)
    return found
