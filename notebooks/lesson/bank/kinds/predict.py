"""A guess before one looks: a number, a choice, or a line over years. Never graded: the record is shown beside it.

The answer is a number; the index of an option; a list with a number for each year after the `given` one; or "skipped"
from somebody who opened the record without guessing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lesson.bank import facts
from lesson.bank.form import Form
from lesson.bank.kinds import choices
from lesson.bank.kinds.spans import Range, range_of, span_of
from lesson.bank.rules_predict import FIELDS
from lesson.bank.values import AMOUNT
from lesson.core.item import Sheet, Verdict, is_number
from lesson.core.verdict import is_index, kept

DOES = "says a number, chooses, or draws a line before looking; kept beside the record, never graded"
LEAST = 2
GRADED = False
LISTED = True

SKIPPED = "skipped"
NEEDS = {"number": ("record",), "choice": ("options",), "line": ("series", "years", "span")}
TAKES = {"number": ("unit", "span", "log"), "choice": (), "line": ("unit", "given")}
EXAMPLES = {field.name: field.example for field in FIELDS} | {
    "options": "two options or more, '- text: ...', each with its feedback",
    "span": "span: 0 to 3000, the lowest and the highest of the drawing",
}
Made = dict[str, Any]

worth = choices.ungraded
lint = choices.no_rules
chance = choices.no_chance


def own(item: Form, options: Sequence[Form]) -> Made:
    """Check that each way of asking has what it needs, and return the record."""
    ask = item["ask"]
    if ask not in NEEDS:
        item.slip("ask", "It does not say in which form the guess is made.", "write ask: number, choice or line.")
        return {}
    if item["votes"] != 1:
        item.slip("votes", "A prediction is made once.", "take 'votes' out.")
    for name in NEEDS[ask]:
        if not item.has(name):
            item.slip("ask", f"'ask: {ask}' needs '{name}'.", f"add {EXAMPLES[name]}.")
    for name in ("options", "unit", "span", "log", "record", "series", "years", "given"):
        if item.has(name) and name not in (*NEEDS[ask], *TAKES[ask]):
            item.slip(name, f"'{name}' says nothing in a guess of this form, {ask}.", "take it out, or change 'ask'.")
    if not all(item.has(name) for name in NEEDS[ask]):
        return {}
    return {"number": _number, "line": _line}.get(ask, _nothing)(item)


def _nothing(item: Form) -> Made:
    return {}


def _number(item: Form) -> Made:
    low, high = range_of(item["record"])
    if low > high:
        item.slip("record", f"The record runs from {low:g} down to {high:g}.", "write the lower number first.")
        return {}
    return {"record": (low, high), "span": span_of(item, (low, high), "record")}


def _line(item: Form) -> Made:
    """One number a year, all inside the span, and at least one year to draw."""
    first, last = (int(year) for year in item["years"].split(" to "))
    given = item["given"] or first
    if not first <= given < last <= first + 60:
        what = f"From {first} to {last}, told up to {given}: that leaves no line of at most 60 years to draw."
        item.slip("years", what, "write years: 2009 to 2025, and a 'given' year before the last one.")
        return {}
    record = _series(item, first, last)
    if not record:
        return {}
    span: Range | None = span_of(item, (min(record), max(record)), "record")
    return {"record": record, "span": span, "years": (first, last), "given": given}


def _series(item: Form, first: int, last: int) -> tuple[float, ...]:
    """What the fact says of each year; nothing where it does not say a number of one."""
    found: list[float] = []
    asked = item["series"] if "(" in item["series"] else f"{item['series']}({{year}})"
    mend = "name a fact that says a number of each year, such as cell(ROW-{year}, total)."
    for year in range(first, last + 1):
        call = asked.replace("{year}", str(year))
        try:
            value = facts.value(call)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            item.slip("series", f"There is no fact '{call}' ({error}).", mend)
            return ()
        if not re.fullmatch(f"-?{AMOUNT}", value):
            item.slip("series", f"The fact '{call}' is no number.", mend)
            return ()
        found.append(float(value))
    return tuple(found)


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """Only whether there is a guess of the form that was asked for, or a decision to make none."""
    if isinstance(answer, str):
        return kept(answer == SKIPPED)
    if sheet["ask"] == "line":
        years = sheet["years"][1] - sheet["given"]
        return kept(isinstance(answer, list) and len(answer) == years and all(map(is_number, answer)))
    return kept(is_index(answer, len(sheet["options"])) if sheet["ask"] == "choice" else is_number(answer))
