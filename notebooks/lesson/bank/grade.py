"""What an answer is worth, and what a blind guess is: each kind of question knows its own.

tests/vectors.json holds answers and verdicts that these graders and those of screen/js/types/ must agree on.
"""

from __future__ import annotations

from typing import Any

from lesson.bank.kinds import KINDS
from lesson.core.item import Item, Sheet, Verdict


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """Return the verdict on `answer`; whatever does not fit the sheet counts as unanswered.

    Shapes of an answer: single, the index of an option; multiple, a list of indexes; match, see kinds/match.py;
    numeric, a number; scale, a whole number from 0 to 100; reflect, a text; mark, as single or as multiple;
    predict, see kinds/predict.py. Numbers are what they are in JSON.
    """
    return KINDS[sheet["type"]].grade(sheet, answer)


def is_graded(item: Item) -> bool:
    """Whether an answer gets a verdict."""
    return KINDS[item.type].GRADED


def chance(item: Item) -> float:
    """How often blind guessing earns "supported" or "debated", between 0 and 1; 0 where nothing is graded."""
    return KINDS[item.type].chance(item)
