"""One option. The answer is its index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lesson.bank.form import Form
from lesson.bank.kinds.choices import NO_KEY, mistakes, nothing_more, says_whether_right
from lesson.bank.kinds.kind import Breach
from lesson.core.item import Item
from lesson.core.verdict import chosen

DOES = "chooses one option"
LEAST = 2
GRADED = True
LISTED = True

own = nothing_more
grade = chosen


def worth(item: Form, option: Form) -> dict[str, Any]:
    """What choosing the option is worth."""
    if not says_whether_right(option):
        return {}
    right = "supported" if option["correct"] else "not yet"
    return {"verdicts": {"chosen": "debated" if option["verdict"] else right}}


def lint(item: Item) -> Iterator[Breach]:
    """One key, or two debated readings and more."""
    yield from mistakes(item)
    keys = [option for option in item.options if option.is_key]
    if not keys:
        yield NO_KEY
    elif len(keys) == 1 and keys[0].debated:
        yield "Only one reading is debated.", "mark the other defensible reading too, or make it the key."
    elif len(keys) > 1 and not all(option.debated for option in keys):
        mend = "keep one, or use type: multiple, or mark the readings 'verdict: debated'."
        yield f"{len(keys)} options are the key.", mend


def chance(item: Item) -> float:
    """The share of options that are a key."""
    return sum(option.is_key for option in item.options) / len(item.options)
