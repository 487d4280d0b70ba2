"""What kinds share that let a learner choose among readings, or that grade nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lesson.bank.form import Form
from lesson.bank.kinds.kind import Breach
from lesson.core.item import Item

RIGHT = "add 'correct: true', 'correct: false' or 'verdict: debated'."
NO_KEY: Breach = (
    "No option is the key.",
    "mark one with 'correct: true', or two or more with 'verdict: debated'.",
)


def says_whether_right(option: Form) -> bool:
    """Whether an option is marked right, wrong or debated; it is kept as a mistake where it is not."""
    told = isinstance(option["correct"], bool) or bool(option["verdict"])
    if not told:
        option.slip("correct", "It does not say whether it is right.", RIGHT)
    return told


def mistakes(item: Item, of_keys: bool = False) -> Iterator[Breach]:
    """Each wrong option, and with `of_keys` each option at all, says which mistake it diagnoses."""
    for number, option in enumerate(item.options, 1):
        if not option.mistake and (of_keys or not option.is_key):
            yield f"Option {number} does not say which mistake it diagnoses.", "add 'mistake: ...' in a few words."


def nothing_more(item: Form, options: Sequence[Form]) -> dict[str, Any]:
    """For a kind whose fields are all in the table."""
    return {}


def ungraded(item: Form, option: Form) -> dict[str, Any]:
    """For a kind that grades nothing."""
    return {"verdicts": {}}


def no_chance(item: Item) -> float:
    """For a kind that grades nothing."""
    return 0.0


def no_rules(item: Item) -> Iterator[Breach]:
    """For a kind without rules of its own."""
    yield from ()
