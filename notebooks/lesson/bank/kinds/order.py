"""Cards put in order. The answer is the list of their indexes, the first card first; the key is computed from the rows.

Each card has a verdict for each place, "1", "2" and so on; cards that are equal may stand in either order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import factorial, prod
from typing import Any

from lesson.bank import computed
from lesson.bank.computed import Ranked
from lesson.bank.form import Form
from lesson.bank.kinds import rows
from lesson.bank.kinds.kind import Breach
from lesson.bank.tabled import LETTERS
from lesson.core.item import Item, Sheet, Verdict
from lesson.core.verdict import is_index, unanswered, whole

DOES = "puts cards in order; the order is computed from the rows"
LEAST = 3
GRADED = True
LISTED = True
MOST = 6


def own(item: Form, options: Sequence[Form]) -> dict[str, Any]:
    """Where each card belongs, and what it is ordered by."""
    told, more = rows.own(item, options, computed.ranked, _letters)
    for option, ranked in zip(options, told, strict=False):
        option.keep("ranked", ranked)
    item.keep("places", len(options))
    return more


def _letters(told: list[Ranked]) -> rows.Key:
    return [LETTERS[i] for i in sorted(range(len(told)), key=lambda i: (min(told[i].places), i))]


def worth(item: Form, option: Form) -> dict[str, Any]:
    """What each place is worth for a card."""
    ranked = option.get("ranked", Ranked(frozenset(), "", None))
    places = range(1, item["places"] + 1)
    verdicts = {str(place): "supported" if place in ranked.places else "not yet" for place in places}
    return rows.part(option, verdicts, measure=ranked.words, size=ranked.size)


def lint(item: Item) -> Iterator[Breach]:
    """Few cards, not all equal, and not in order from the start."""
    yield from rows.lint(item)
    if len(item.options) > MOST:
        yield f"There are {len(item.options)} cards.", f"keep {MOST}: more is a test of patience."
    places = [option.verdicts[str(place)] for place, option in enumerate(item.options, 1)]
    if set(places) == {"supported"}:
        yield "The cards stand in the right order from the start.", "move some of them in the file."


def chance(item: Item) -> float:
    """One order among all; equal cards may change places."""
    ties = Counter(tuple(sorted(option.verdicts.items())) for option in item.options)
    return prod(map(factorial, ties.values())) / factorial(len(item.options))


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """Every card has its place; what is no order of all cards is no answer."""
    options = sheet["options"]
    count = len(options)
    if not isinstance(answer, list) or len(answer) != count or not all(is_index(i, count) for i in answer):
        return unanswered(sheet)
    if len(set(answer)) < count:
        return unanswered(sheet)
    return whole([option["verdicts"][str(answer.index(i) + 1)] for i, option in enumerate(options)])
