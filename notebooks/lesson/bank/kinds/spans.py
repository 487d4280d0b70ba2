"""Numbers and ranges as authors write them, and the span in which guesses would lie."""

from __future__ import annotations

import re

from lesson.bank.form import Form
from lesson.bank.values import RANGE

SPAN = "write span: 10 to 10000, where guesses would lie."
Range = tuple[float, float]


def range_of(text: str) -> Range:
    """Two numbers; one number is a range of its own."""
    match = re.fullmatch(RANGE, text)
    assert match  # the table of fields lets nothing else pass
    return float(match[1]), float(match[2] or match[1])


def span_of(item: Form, inside: Range, called: str) -> Range | None:
    """Where guesses would lie; it holds what is `inside`, and starts above 0 when it is counted in factors."""
    if not item["span"]:
        if item["log"]:
            item.slip("log", "'log' counts a span, and there is none.", SPAN)
        return None
    first, last = range_of(item["span"])
    if first >= last:
        shown = item["span"] if " to " in item["span"] else f"{item['span']} to {item['span']}"
        item.slip("span", f"'span' does not rise from {shown}.", SPAN)
    elif item["log"] and first <= 0:
        what = "'span' touches 0 or less, which has no place on a log scale."
        item.slip("span", what, "start it above 0, or take 'log' out.")
    elif not first <= inside[0] <= inside[1] <= last:
        what = f"The {called} lies outside the span, {item['span']}."
        item.slip("span", what, f"write a span that holds the {called}.")
    return first, last
