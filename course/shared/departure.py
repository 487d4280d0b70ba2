"""A reported departure in the cells of a table: only what a column asks for is read."""

from __future__ import annotations

import re

from lesson import tables
from lesson.screen import cited
from lesson.screen.table import Cell
from lesson.tables import Row

NO_NAME = (
    "A name stands here only where the person chose to speak in public under it. A missing name says nothing about how"
    " good the evidence is."
)


def who(row: Row) -> Cell:
    """The name where it may be told, else the post; and the place."""
    place = row["host_city"] or row["host_country"]
    told = row["person_name"] or _post(row)
    return Cell(
        told if place in told else f"{told}, {place}",
        "" if row["person_name"] else "not named here",
        why="" if row["person_name"] else NO_NAME,
    )


def _post(row: Row) -> str:
    """The post in a few words: what stands before the first comma, bracket or semicolon."""
    short = re.split(r"[,;(]", row["post"])[0].strip()
    return short[:1].upper() + short[1:]


def left(row: Row) -> Cell:
    """The month, or the year where no month is known."""
    return Cell(row["date_left"])


def public(row: Row) -> Cell:
    """The day or month of the first report."""
    return Cell(row["public_since"])


def with_whom(row: Row) -> Cell:
    """Who left too, in general words."""
    return Cell("not reported" if row["left_with"] == "unknown" else row["left_with"])


def origins(row: Row) -> Cell:
    """How many independent origins stand behind how many publications."""
    count, found = row["independent_origins"], len(tables.sources("cases", row["case_id"]))
    return Cell(
        f"{count} origin{'s' * (count > 1)}, {found} link{'s' * (found > 1)}",
        cited.disputed("cases", row["case_id"]),
        why=tables.differing("cases", row["case_id"]),
    )


def sources(row: Row) -> Cell:
    """The first publications."""
    return Cell("", links=cited.sources("cases", row["case_id"]))


def cells(row: Row) -> list[Cell]:
    """Who and where, left, public, with whom, origins and links, sources."""
    return [who(row), left(row), public(row), with_whom(row), origins(row), sources(row)]
