"""Rows of a small table that fit. The answer is the list of their indexes; the key is computed from the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lesson.bank import computed
from lesson.bank.form import Form
from lesson.bank.kinds import multiple, rows
from lesson.bank.kinds.kind import Breach
from lesson.bank.tabled import LETTERS
from lesson.core.item import Item

DOES = "ticks rows of a small table in the card; the key is computed from the rows"
LEAST = 4
GRADED = True
LISTED = True

chance = multiple.chance
grade = multiple.grade


def own(item: Form, options: Sequence[Form]) -> dict[str, Any]:
    """Which rows the rule picks."""
    told, more = rows.own(item, options, computed.picked, _letters)
    for option, right in zip(options, told, strict=False):
        option.keep("right", right)
    return more


def _letters(told: list[bool]) -> rows.Key:
    return [letter for letter, right in zip(LETTERS, told, strict=False) if right]


def worth(item: Form, option: Form) -> dict[str, Any]:
    """What ticking the row is worth, and what leaving it."""
    if option["verdict"]:
        return rows.part(option, {"ticked": "debated", "left": "debated"})
    right, wrong = ("supported", "not yet") if option.get("right") else ("not yet", "supported")
    return rows.part(option, {"ticked": right, "left": wrong})


def lint(item: Item) -> Iterator[Breach]:
    """Something to tick, something to leave."""
    yield from rows.lint(item)
    settled = [option.verdicts["ticked"] for option in item.options if not option.debated]
    if "supported" not in settled:
        yield "The rule picks no row.", "look at the rule: is the word spelled as in the table?"
    if "not yet" not in settled:
        yield "The rule picks every row.", "add a row that must be left, or mend the rule."
