"""Every number that prose, a figure or a key states, computed from data/.

Text names a fact as `{{departures()}}`. A course registers its facts with @fact in modules named facts.py: small
functions that return an int, a float or a short str. The ones here read one cell and fit every course.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from lesson import tables
from lesson.bank.takes import check
from lesson.core import markdown
from lesson.core.dates import spoken
from lesson.core.registry import Registry
from lesson.core.words import say

PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
UNKNOWN = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError, StopIteration)
"""What `value` raises when a text names a fact that is not there, or with words that do not fit."""
CALL = re.compile(r"([a-z_][a-z0-9_]*)\(([^()]*)\)")
FACTS: Registry[Callable[..., object]] = Registry("fact", "facts")
FACTS("spoken")(spoken)
F = TypeVar("F", bound=Callable[..., Any])


def fact(function: F) -> F:
    """Register a function as a fact, by its own name. Raises ValueError when the name is taken."""
    FACTS(function.__name__)(function)
    return function


def value(call: str) -> str:
    """Return what `call`, such as "known_departures(2020-08-18)", says, as text.

    Raises KeyError when there is no such fact, TypeError or ValueError when its arguments do not fit.
    """
    name, arguments = _parts(call)
    function = FACTS.find(name)
    check(name, function, arguments)
    return " ".join(str(function(*arguments)).split())


def in_markdown(call: str) -> str:
    """The same as Markdown that says just these words: what stands in a table is never markup."""
    return markdown.words(value(call))


def tidy(call: str) -> str:
    """Return a call as it is compared: one space after each comma and no other. Raises KeyError for no call."""
    name, arguments = _parts(call)
    return f"{name}({', '.join(arguments)})"


def _parts(call: str) -> tuple[str, list[str]]:
    match = CALL.fullmatch(call.strip())
    if not match:
        raise KeyError(call)
    return match[1], [" ".join(part.split()) for part in match[2].split(",") if part.strip()]


@fact
def as_of() -> str:
    """The month in which the sources were read: "November 2026"."""
    return spoken(max(row["seen_on"] for row in tables.rows("sources")))


@fact
def newest() -> str:
    """The month of the newest dated publication that was read: "February 2026"."""
    return spoken(max(row["date"] for row in tables.rows("sources") if row["date"])[: len("2026-02")])


@fact
def as_read() -> str:
    """Both months, as captions say them: "read in November 2026; the newest is of February 2026"."""
    return say("look", "asRead", as_of=as_of(), newest=newest())


@fact
def cell(row_id: str, field: str) -> str:
    """What stands in one cell, by row and column. Raises KeyError for a cell that is empty or not there."""
    table, row = tables.find(row_id)
    if row.get(field) in (None, ""):
        raise KeyError(f"{row_id} of {table}.csv has nothing in '{field}'")
    return str(row[field])


@fact
def date(row_id: str, field: str = "") -> str:
    """A date of a row as it is said, of a publication too: of its first column of dates, or of the one named.

    Raises KeyError where there is none.
    """
    day, exact = _dated(row_id, field)
    return spoken(day) if exact else day


@fact
def year(row_id: str, field: str = "") -> str:
    """The year of such a date; where the column holds years in words, these: "2012-2022"."""
    day, exact = _dated(row_id, field)
    return day[:4] if exact else day


@fact
def number(row_id: str, name: str) -> str:
    """A number or a word that a row says, as numbers.csv gives it: "eleven", "50,000". Raises KeyError for neither."""
    return str(tables.number(row_id, name)["value"])


def _dated(row_id: str, wanted: str) -> tuple[str, bool]:
    """The text of a column that its descriptor calls `dates`, and whether it is a date and not words."""
    table, _ = tables.find(row_id)
    for field in tables.fields(table):
        if field.get("dates") and wanted in ("", field["name"]):
            return cell(row_id, field["name"]), field["dates"] == "partial"
    raise KeyError(f"{row_id} of {table}.csv has no column of dates{f' {wanted!r}' if wanted else ''}")
