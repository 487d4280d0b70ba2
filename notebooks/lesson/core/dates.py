"""Dates as they are known: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from lesson.core.words import say


def is_date(text: str) -> bool:
    """Say whether `text` is a real year, month or day written as 2016, 2016-08 or 2016-08-17."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def spoken(day: str) -> str:
    """A date as it is said: "17 August 2016", "August 2016" or "2016"."""
    year, *rest = day.split("-")
    month = say("dates", str(int(rest[0]))) if rest else ""
    number = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (number, month, year) if part)


def months(day: str) -> tuple[int, int]:
    """The first and the last month that a date can mean, counted from the year 0."""
    year = 12 * int(day[:4])
    return (year + int(day[5:7]),) * 2 if len(day) > 4 else (year + 1, year + 12)


def days(day: str) -> tuple[int, int]:
    """The first and the last day that a date can mean, counted as `date.toordinal` does."""
    year, month, number = (int(part) for part in [*day.split("-"), "0", "0"][:3])
    first = date(year, month or 1, number or 1)
    last = date(year, month or 12, number or monthrange(year, month or 12)[1])
    return first.toordinal(), last.toordinal()
