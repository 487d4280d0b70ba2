"""What a fact takes: the words in its brackets, checked before it is computed, so that a slip is never another number.

A course says it in the annotations of a fact: `end: End`, `day: Day`, `case_id: Annotated[str, id_of("cases")]`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from lesson import tables
from lesson.core.dates import is_date


@dataclass(frozen=True)
class Word:
    """A sort of word: `wants` says it, as in "a day such as 2020-08-18", and `fits` whether a word is one."""

    wants: str
    fits: Callable[[str], bool]


def of(table: str, column: str, *others: str) -> Word:
    """A word that stands in a column, or one of `others`; commas are left out of it, since a call parts by them."""
    known = {*others}
    return Word(
        _or(f"a word of {table}.csv, {column}", others),
        lambda text: text in known or any(str(row[column]).replace(",", "") == text for row in tables.rows(table)),
    )


def id_of(table: str, *others: str) -> Word:
    """The id of a row of one table, or one of `others`."""
    known = {*others}
    return Word(
        _or(f"an id of {table}.csv", others),
        lambda text: text in known or any(row[tables.key(table)] == text for row in tables.rows(table)),
    )


def _or(wants: str, others: Iterable[str]) -> str:
    return " or ".join([wants, *others])


End = Literal["low", "high"]
"""The lower or the higher end of a range."""
Day = Annotated[str, Word("a day such as 2020-08-18", is_date)]
Year = Annotated[str, Word("a year such as 2016", lambda text: len(text) == 4 and is_date(text))]


def check(name: str, function: Callable[..., object], arguments: Iterable[str]) -> None:
    """Look whether a fact takes these words. Raises TypeError for too many or too few, ValueError for a strange one."""
    try:
        bound = inspect.signature(function).bind(*arguments)
    except TypeError as error:
        raise TypeError(f"{name} takes {takes(function)}: {error}") from error
    hints = get_type_hints(function, include_extras=True)
    for parameter, value in bound.arguments.items():
        word = _word(hints.get(parameter))
        if word and not word.fits(value):
            raise ValueError(f"'{value}' is not {word.wants}; {name} takes {takes(function)}")


def takes(function: Callable[..., object]) -> str:
    """What a fact takes, in words: "end: low or high"; "nothing" where it takes nothing."""
    hints = get_type_hints(function, include_extras=True)
    parts = []
    for parameter in inspect.signature(function).parameters:
        word = _word(hints.get(parameter))
        parts.append(f"{parameter}: {word.wants}" if word else parameter)
    return "; ".join(parts) or "nothing"


def in_order(first: str, last: str) -> None:
    """Raises ValueError where the first of two years or days is the later one."""
    if first > last:
        raise ValueError(f"{first} is later than {last}; write the earlier one first")


def _word(hint: Any) -> Word | None:
    if get_origin(hint) is Literal:
        return Word(" or ".join(get_args(hint)), lambda text: text in get_args(hint))
    return next((part for part in getattr(hint, "__metadata__", ()) if isinstance(part, Word)), None)
