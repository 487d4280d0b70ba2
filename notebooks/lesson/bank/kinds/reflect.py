"""A text of one's own. Never graded: the options are levels of a rubric, which appear after writing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lesson.bank.kinds import choices
from lesson.bank.kinds.kind import Breach
from lesson.core.item import BLANK, Item, Sheet, Verdict
from lesson.core.verdict import kept

DOES = "writes a text; options are the levels of a rubric, `explanation` is the model answer; never graded"
LEAST = 1
GRADED = False
LISTED = False

own = choices.nothing_more
worth = choices.ungraded
chance = choices.no_chance


def lint(item: Item) -> Iterator[Breach]:
    """A rubric has levels to compare with."""
    if len(item.options) < 2:
        yield "The rubric has fewer than two levels.", "add an option for each level, with an example."


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """Only whether there is an answer."""
    return kept(isinstance(answer, str) and bool(answer.strip(BLANK)))
