"""Every number that prose, a figure or a key states, computed from data/.

Text names a fact as `{{departures()}}`. A course registers its facts with @fact in modules named facts.py: small
functions that return an int, a float or a short str. The ones here read one cell and fit every course.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from lesson import tables
from lesson.core.dates import spoken
from lesson.core.registry import Registry

PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
UNKNOWN = (LookupError, TypeError, ValueError, AttributeError)
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

    Raises KeyError when there is no such fact, TypeError when its arguments do not fit.
    """
    match = CALL.fullmatch(call.strip())
    if not match:
        raise KeyError(call)
    arguments = [part.strip() for part in match[2].split(",") if part.strip()]
    return str(FACTS.find(match[1])(*arguments))


@fact
def as_of() -> str:
    """The month in which the sources were read: "November 2026"."""
    return spoken(max(row["seen_on"] for row in tables.rows("sources")))
