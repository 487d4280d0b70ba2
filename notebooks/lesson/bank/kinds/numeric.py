"""A number, graded by the band that it falls into: inside the key, near it, or far."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lesson.bank.form import Form
from lesson.bank.kinds.choices import mistakes
from lesson.bank.kinds.spans import Range, range_of, span_of
from lesson.core.item import Item, Sheet, Verdict, is_number
from lesson.core.verdict import chosen

DOES = "writes a number; options are its bands `inside`, `near` and `far`"
LEAST = 1  # which three it needs is said below
GRADED = True
LISTED = False

BANDS = ("inside", "near", "far")

lint = mistakes


def own(item: Form, options: Sequence[Form]) -> dict[str, Any]:
    """The bands around the key, and where guesses would lie."""
    if tuple(option["text"] for option in options) != BANDS:
        what = "The options of a numeric item are its bands."
        item.slip("options", what, f"write one option each: {', '.join(BANDS)}.")
    key = _key(item)
    if not key:
        return {}
    return {"bands": (key, _around(item, key), (None, None)), "span": span_of(item, key, "key")}


def _key(item: Form) -> Range | None:
    low, high = range_of(item["key"])
    if low > high:
        first, last = item["key"].split(" to ")
        item.slip("key", f"The key runs from {first} down to {last}.", f"write key: {last} to {first}.")
        return None
    return low, high


def _around(item: Form, key: Range) -> Range:
    """The band that is near the key and holds it."""
    (low, high), near = key, item["near"]
    reach = float(near.removeprefix("x"))
    factor = reach or 1
    around = (low / factor, high * factor) if near.startswith("x") else (low - reach, high + reach)
    if not around[0] <= low <= high <= around[1] or around == key:
        mend = "write a distance above 0, or a factor above 1 with a key above 0."
        item.slip("near", f"'near: {near}' makes no band around the key.", mend)
    return around


def worth(item: Form, option: Form) -> dict[str, Any]:
    """Only the inner band is right."""
    return {"verdicts": {"chosen": "supported" if option["text"] == BANDS[0] else "not yet"}}


def chance(item: Item) -> float:
    """The share of the span that the key takes; 0 where no span is given."""
    if not item.span:
        return 0.0
    ends = [float(end or 0) for end in (*item.bands[0], *item.span)]
    low, high, first, last = map(math.log, ends) if item.log else ends
    return (high - low) / (last - first)


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """The first band that holds the number counts."""
    return chosen(sheet, _band(sheet, answer))


def _band(sheet: Sheet, answer: Any) -> int | None:
    if not is_number(answer):
        return None
    for index, (low, high) in enumerate(sheet["bands"]):
        if (low is None or low <= answer) and (high is None or answer <= high):
            return index
    return None
