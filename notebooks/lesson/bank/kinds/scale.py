"""How far one agrees: the answer is a whole number from 0 to 100. Kept for before and after, never graded."""

from __future__ import annotations

from typing import Any

from lesson.bank.kinds import choices
from lesson.core.item import Sheet, Verdict
from lesson.core.verdict import is_index, kept

DOES = "says how far they agree, 0 to 100; never graded"
LEAST = 1
GRADED = False
LISTED = False

own = choices.nothing_more
worth = choices.ungraded
lint = choices.no_rules
chance = choices.no_chance


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """Only whether there is an answer."""
    return kept(is_index(answer, 101))
