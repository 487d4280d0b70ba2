"""Cards put together. The answer is a list with a number for each card, or None; cards of one number are one group.

Which number a group has says nothing: the learner's groups are laid over those of the key so that as many cards as
possible agree. Each card has a verdict for each group of the key, "1", "2" and so on, as in a match for each column.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from typing import Any

from lesson.bank import computed
from lesson.bank.form import Form
from lesson.bank.kinds import rows
from lesson.bank.tabled import LETTERS
from lesson.core.item import Item, Outcome, Sheet, Verdict
from lesson.core.verdict import is_index, unanswered, whole

DOES = "puts cards that belong together into one group; the groups are computed from the rows"
LEAST = 3
GRADED = True
LISTED = True

lint = rows.lint

Pairs = tuple[tuple[int, int], ...]
"""Groups of the key, each with the learner's group that is laid over it."""


def own(item: Form, options: Sequence[Form]) -> dict[str, Any]:
    """Which group each card belongs to."""
    told, more = rows.own(item, options, computed.grouped, _letters)
    for option, number in zip(options, told, strict=False):
        option.keep("group", number)
    item.keep("groups", max(told, default=-1) + 1)
    return more


def _letters(told: list[int]) -> rows.Key:
    numbers = sorted(set(told))
    return [[letter for letter, own in zip(LETTERS, told, strict=False) if own == number] for number in numbers]


def worth(item: Form, option: Form) -> dict[str, Any]:
    """What each group of the key is worth for a card: one of them is its own."""
    groups, mine = range(item["groups"]), option.get("group", 0)
    return rows.part(option, {str(i + 1): "supported" if i == mine else "not yet" for i in groups})


def chance(item: Item) -> float:
    """One way among all ways to put the cards into groups (the Bell number)."""
    ways = [1]
    for n in range(len(item.options)):
        ways.append(sum(comb(n, k) * ways[k] for k in range(n + 1)))
    return 1 / ways[-1]


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """A card without a number counts as a miss."""
    options = sheet["options"]
    if not isinstance(answer, list) or len(answer) != len(options):
        return unanswered(sheet)
    if not all(n is None or is_index(n, len(options)) for n in answer) or all(n is None for n in answer):
        return unanswered(sheet)
    keys = groups(sheet)
    over = set(laid_over(keys, answer))
    outcomes: list[Outcome] = []
    for key, number in zip(keys, answer, strict=True):
        outcomes.append("unanswered" if number is None else "supported" if (key, number) in over else "not yet")
    return whole(outcomes)


def groups(sheet: Sheet) -> list[int]:
    """The group of the key to which each card belongs, counted from 0."""
    return [list(option["verdicts"].values()).index("supported") for option in sheet["options"]]


def laid_over(keys: Sequence[int], answer: Sequence[int | None]) -> Pairs:
    """Return the pairs of a group of the key and a group of the learner by which most cards agree.

    Among equally good ways the first counts: groups of the key in their order, each with the learner's lowest number,
    or with none last.
    """

    def best(key: int, used: frozenset[int]) -> tuple[int, Pairs]:
        if key > max(keys):
            return 0, ()
        numbers = [number for own, number in zip(keys, answer, strict=True) if own == key and number is not None]
        found, pairs = -1, ()  # type: tuple[int, Pairs]
        for number in sorted(set(numbers) - used):
            rest, others = best(key + 1, used | {number})
            if numbers.count(number) + rest > found:
                found, pairs = numbers.count(number) + rest, ((key, number), *others)
        rest, others = best(key + 1, used)
        return (rest, others) if rest > found else (found, pairs)

    return best(0, frozenset())[1]
