"""Keys that are computed from rows by a rule, and never typed.

    rows where public_since < 2016-07 and holds != staff      pick: = != < <= > >=, and `period covers 2014-10`
    longest first by months from date_left to @source.date    order: longest or shortest, by months or days
    earliest first by public_since                            order: earliest, latest, highest or lowest
    rows with the same voice                                  group

A name is a column of the row's table, a `code` of its author, #citations, or @source. and a field of the publication. A
date that is known to the year or the month counts as all its days: a rule that such a date cannot decide is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lesson.bank.lines import Line, RuleError, Value, shown
from lesson.core.dates import days, is_date, months
from lesson.core.words import say

Span = tuple[float, float]
"""The lowest and the highest number that something can be."""

NAME = r"[@#]?[\w.]+"
CONDITION = re.compile(rf"({NAME})\s*(!=|<=|>=|=|<|>|\bcovers\b)\s*(.+)")
AND = re.compile(rf"\s+and\s+(?={NAME}\s*(?:!=|<=|>=|=|<|>|covers\b))")
PERIOD = re.compile(r"(\d{4}(?:-\d\d){0,2})(?: to (\d{4}(?:-\d\d){0,2}))?")
LENGTH = re.compile(rf"(longest|shortest) first by (days|months) from ({NAME}) to ({NAME})")
RANK = re.compile(rf"(highest|lowest|latest|earliest) first by ({NAME})")
SAME = re.compile(rf"rows with the same ({NAME})")
DOWN = ("longest", "highest", "latest")
MONTH = 30.44
"""Days of a month, on average."""
LONG = {"days": 60, "months": 24}
"""From how many on a length is said in the next larger unit."""


@dataclass(frozen=True)
class Ranked:
    """The right places of one row, counted from 1, several where rows are equal; what it is ordered by, in words."""

    places: frozenset[int]
    words: str
    size: float | None


def picked(rule: str, lines: Sequence[Line]) -> list[bool]:
    """Return for each row whether the rule picks it. Raises RuleError."""
    conditions = [CONDITION.fullmatch(part.strip()) for part in AND.split(rule.removeprefix("rows where "))]
    if not rule.startswith("rows where ") or not all(conditions):
        raise RuleError(f"'{rule}' is no rule that picks rows.", "write it as in: rows where public_since < 2016-07.")
    held = [[_holds(line, *match.groups()) for match in conditions if match] for line in lines]
    return [all(each) for each in held]


def grouped(rule: str, lines: Sequence[Line]) -> list[int]:
    """Return for each row the number of its group, counted from 0 in the order of the rows. Raises RuleError."""
    match = SAME.fullmatch(rule)
    if not match:
        raise RuleError(f"'{rule}' is no rule that groups rows.", "write it as in: rows with the same voice.")
    values = [_filled(line, match[1]) for line in lines]
    order = list(dict.fromkeys(values))
    return [order.index(value) for value in values]


def ranked(rule: str, lines: Sequence[Line]) -> list[Ranked]:
    """Return for each row its places in the order. Raises RuleError, also where a date is too rough to tell."""
    if match := LENGTH.fullmatch(rule):
        first, unit, start, end = match.groups()
        spans = [_length(line, unit, start, end) for line in lines]
        words = [_length_in_words(span, unit) for span in spans]
        most = max(high for _, high in spans)
        sizes: list[float | None] = [round(max(0.0, sum(span) / 2 / most), 3) if most > 0 else None for span in spans]
    elif match := RANK.fullmatch(rule):
        first, name = match.groups()
        spans = [_span(line, name) for line in lines]
        words, sizes = [shown(line.value(name)) for line in lines], [None] * len(lines)
    else:
        mend = (
            "write it as in: longest first by months from date_left to public_since, or: earliest first by date_left."
        )
        raise RuleError(f"'{rule}' is no rule that orders rows.", mend)
    places = _places(spans, lines, down=first in DOWN)
    return [Ranked(*found) for found in zip(places, words, sizes, strict=True)]


# ---------------------------------------------------------------- conditions


def _holds(line: Line, name: str, operator: str, wanted: str) -> bool:
    wanted = wanted.strip()
    if operator == "covers":
        return _covers(line, name, wanted)
    value = line.value(name)
    if operator in ("=", "!=") and not (_is_number(value) or (_is_date(value) and is_date(wanted))):
        words = line.words(name)
        if words and wanted not in words:
            raise RuleError(f"'{wanted}' is not one of the words of {name}.", f"use one of: {'; '.join(words)}.")
        return (shown(value) == wanted) == (operator == "=")
    asked = _wanted(line, name, value, wanted)
    return _compared(_span(line, name), operator, asked, line, name)


def _wanted(line: Line, name: str, value: Value, wanted: str) -> Span:
    """What the rule asks for, as the same kind of thing as the cell."""
    if _is_number(value) and re.fullmatch(r"-?\d+(\.\d+)?", wanted):
        return float(wanted), float(wanted)
    if _is_date(value) and is_date(wanted):
        return days(wanted)
    what = f"Row {line.letter}: {name} is {shown(value)}, which cannot be compared with '{wanted}'."
    raise RuleError(what, "compare a number with a number, and a date with a date such as 2016-07.")


def _compared(cell: Span, operator: str, wanted: Span, line: Line, name: str) -> bool:
    if operator in ("!=", ">=", "<="):
        return not _compared(cell, {"!=": "=", ">=": "<", "<=": ">"}[operator], wanted, line, name)
    sure, never = {
        "<": (cell[1] < wanted[0], cell[0] >= wanted[0]),
        ">": (cell[0] > wanted[1], cell[1] <= wanted[1]),
        "=": (wanted[0] <= cell[0] and cell[1] <= wanted[1], cell[1] < wanted[0] or wanted[1] < cell[0]),
    }[operator]
    if not sure and not never:
        raise _too_rough(line, name)
    return sure


def _covers(line: Line, name: str, wanted: str) -> bool:
    """Whether a period such as "1997-07 to 2011-12" holds all of a date."""
    text = str(line.value(name))
    match = PERIOD.fullmatch(text)
    ends = [match[1], match[2] or match[1]] if match else []
    if not ends or not all(map(is_date, ends)) or not is_date(wanted):
        what = f"Row {line.letter}: {name} is '{text}'; whether it covers '{wanted}' cannot be computed."
        raise RuleError(what, "compare a period such as 1997-07 to 2011-12 with a date such as 2010-05.")
    (first, _), (_, last), (start, end) = days(ends[0]), days(ends[1]), days(wanted)
    if end < first or last < start:
        return False
    if first <= start and end <= last:
        return True
    raise _too_rough(line, name)


def _too_rough(line: Line, name: str) -> RuleError:
    what = f"Row {line.letter}: {name} is {shown(line.value(name))}, which is too rough for this rule."
    return RuleError(what, "ask for a date that no row straddles, or take another row.")


# ---------------------------------------------------------------- orders


def _places(spans: Sequence[Span], lines: Sequence[Line], down: bool) -> list[frozenset[int]]:
    """The places that fit each row; rows of the same exact value may stand in any order."""
    order = sorted(range(len(spans)), key=lambda i: sum(spans[i]), reverse=down)
    for one, other in ((order[i], order[j]) for i in range(len(order)) for j in range(i + 1, len(order))):
        (low, high), (first, last) = spans[one], spans[other]
        tied = low == high == first == last
        if not tied and low <= last and first <= high:
            either = " and ".join(lines[i].letter for i in sorted((one, other)))
            what = f"Which of the rows {either} comes first cannot be told."
            raise RuleError(what, "their dates are too rough: count in months, or take another row.")
    ranks = {span: [place for place, i in enumerate(order, 1) if spans[i] == span] for span in spans}
    return [frozenset(ranks[span]) for span in spans]


def _length(line: Line, unit: str, start: str, end: str) -> Span:
    """How many days or months lie between two dates: the fewest and the most."""
    count = months if unit == "months" else days
    found = [_filled(line, name) for name in (start, end)]
    for name, value in zip((start, end), found, strict=True):
        if not _is_date(value):
            raise RuleError(f"Row {line.letter}: {name} is '{value}', which is no date.", "name a column of dates.")
    (first, last), (sooner, later) = (count(str(value)) for value in found)
    return sooner - last, later - first


def _span(line: Line, name: str) -> Span:
    value = _filled(line, name)
    if isinstance(value, int | float):
        return float(value), float(value)
    if not is_date(value):
        what = f"Row {line.letter}: {name} is '{value}', which is neither a number nor a date."
        raise RuleError(what, "name a column of numbers or dates.")
    return days(value)


def _length_in_words(span: Span, unit: str) -> str:
    """A length as it is said: 3 days, 16 months, about 4 years and 7 months."""
    number = sum(span) / 2
    about = span[0] != span[1] or (unit == "days" and number >= LONG["days"])
    if unit == "days" and number >= LONG["days"]:
        number, unit = number / MONTH, "months"
    whole = round(number)
    if unit == "months" and whole >= LONG["months"]:
        years, rest = divmod(whole, 12)
        said = say("look", "lengthYears", n=years)
        said = say("look", "lengthAnd", years=said, months=_counted(rest, "months")) if rest else said
    else:
        said = _counted(whole, unit)
    return say("look", "about", what=said) if about else said


def _counted(number: int, unit: str) -> str:
    if unit == "days":
        return say("look", "lengthDay") if number == 1 else say("look", "lengthDays", n=number)
    if number == 0:
        return say("look", "lengthNone")
    return say("look", "lengthMonth") if number == 1 else say("look", "lengthMonths", n=number)


# ---------------------------------------------------------------- values


def _filled(line: Line, name: str) -> str | int | float:
    value = line.value(name)
    if value is None or value == "":
        raise RuleError(f"Row {line.letter}: {name} is empty.", "take another row, or say it as a code with its proof.")
    return value


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float)


def _is_date(value: Value) -> bool:
    return isinstance(value, str) and is_date(value)
