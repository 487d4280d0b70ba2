"""All options that fit. The answer is the list of their indexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lesson.bank.form import Form
from lesson.bank.kinds.choices import NO_KEY, mistakes, nothing_more, says_whether_right
from lesson.bank.kinds.kind import Breach
from lesson.core.item import Item, Sheet, Verdict
from lesson.core.verdict import is_index, unanswered, whole

DOES = "ticks all that fit"
LEAST = 2
GRADED = True
LISTED = True

own = nothing_more


def worth(item: Form, option: Form) -> dict[str, Any]:
    """What ticking the option is worth, and what leaving it."""
    if not says_whether_right(option):
        return {}
    if option["verdict"]:
        return {"verdicts": {"ticked": "debated", "left": "debated"}}
    right, wrong = ("supported", "not yet") if option["correct"] else ("not yet", "supported")
    return {"verdicts": {"ticked": right, "left": wrong}}


def lint(item: Item) -> Iterator[Breach]:
    """A settled key, and something that must be left."""
    yield from mistakes(item)
    if not any(option.is_key and not option.debated for option in item.options):
        yield NO_KEY
    if all(option.is_key for option in item.options):
        yield "Ticking everything is right.", "add an option that is wrong, so that it has to be weighed."


def chance(item: Item) -> float:
    """Debated options may be ticked or left; at least one is ticked."""
    free = sum(option.debated for option in item.options)
    return float(2**free / (2 ** len(item.options) - 1))


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """Every option counts, ticked or left."""
    options = sheet["options"]
    if not isinstance(answer, list) or not answer or not all(is_index(i, len(options)) for i in answer):
        return unanswered(sheet)
    return whole([option["verdicts"]["ticked" if i in answer else "left"] for i, option in enumerate(options)])
