"""What the tables are: data/ and seeds/ each have a descriptor beside them (datapackage.json)."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from lesson.core import home
from lesson.core.problem import DataError, Problem


def folder_of(table: str) -> Path:
    """The folder whose descriptor has this table; that of the evidence where none has."""
    return home.seeds() if table in names(home.seeds()) else home.data()


def descriptor(folder: Path) -> dict[str, Any]:
    """Return what the descriptor in `folder` says of each table, by name; nothing where there is none.

    Raises DataError where it cannot be read.
    """
    path = folder / "datapackage.json"
    return _descriptor(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=8)
def _descriptor(path: Path, stamp: int) -> dict[str, Any]:
    try:
        return {resource["name"]: resource for resource in json.loads(path.read_text(encoding="utf-8"))["resources"]}
    except (ValueError, LookupError, TypeError) as error:
        what = f"It cannot be read as a descriptor ({type(error).__name__}: {error})."
        mend = "look for a comma or a quotation mark too many or too few near this line."
        file, line = f"{path.parent.name}/{path.name}", getattr(error, "lineno", 1)
        raise DataError([Problem(file, line, "descriptor", what, mend)]) from error


def names(folder: Path | None = None) -> list[str]:
    """Return the names of all tables that a descriptor describes, of data/ if none is named."""
    return list(descriptor(folder or home.data()))


def fields(table: str, folder: Path | None = None) -> list[dict[str, Any]]:
    """Return the fields of a table as its descriptor gives them."""
    found: list[dict[str, Any]] = descriptor(folder or folder_of(table))[table]["schema"]["fields"]
    return found


def words(table: str, field: str, folder: Path | None = None) -> list[str]:
    """Return the words that a field may hold, as its descriptor lists them; none where any text fits."""
    found = next(described for described in fields(table, folder) if described["name"] == field)
    return list(found.get("constraints", {}).get("enum", ()))


def key(table: str, folder: Path | None = None) -> str:
    """Return the field that names a row of this table, or "" where none does."""
    schema = descriptor(folder or folder_of(table))[table]["schema"]
    primary = schema.get("primaryKey", "")
    return primary if isinstance(primary, str) else ""
