"""How much of an answer is right, from 0 to 1: for blind tests and for statistics. A learner sees words only.

single, and mark with one place, 1 or 0; multiple, pick and mark the mean of the share of right ones ticked and of
wrong ones left, so that any habit of ticking earns 0.5; match the share of cards in a good column; order the share of
pairs in the right order; group the mean of the share of true pairs put together and of other pairs kept apart; numeric
1 inside and 0.5 near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any

from lesson.bank.grade import grade
from lesson.bank.kinds import group, numeric
from lesson.core.item import Sheet

GOOD = ("supported", "debated")
NEAR = 0.5


def credit(sheet: Sheet, answer: Any) -> float:
    """Return the credit of an answer to a graded question, 0 for no answer. Raises KeyError where nothing is graded."""
    of_kind = CREDIT[sheet["type"]]
    return 0.0 if grade(sheet, answer).outcome == "unanswered" else of_kind(sheet, answer)


def _whole(sheet: Sheet, answer: Any) -> float:
    return float(grade(sheet, answer).outcome in GOOD)


def _ticked(sheet: Sheet, answer: Any) -> float:
    """What is debated counts neither way."""
    ticked = [(option["verdicts"]["ticked"], i in answer) for i, option in enumerate(sheet["options"])]
    found = [on for outcome, on in ticked if outcome == "supported"]
    left = [not on for outcome, on in ticked if outcome == "not yet"]
    return _mean(_share(part) for part in (found, left) if part)


def _mark(sheet: Sheet, answer: Any) -> float:
    """One place, as in a single; each place, as in a multiple."""
    return _ticked(sheet, answer) if isinstance(answer, list) else _whole(sheet, answer)


def _match(sheet: Sheet, answer: Any) -> float:
    return _share(outcome in GOOD for outcome in grade(sheet, answer).options)


def _order(sheet: Sheet, answer: Any) -> float:
    """Pairs of equal cards fit in either order, and are left out."""
    first = [list(option["verdicts"].values()).index("supported") for option in sheet["options"]]
    places = [answer.index(i) for i in range(len(first))]
    pairs = [(a, b) for a, b in combinations(range(len(first)), 2) if first[a] != first[b]]
    return _share((first[a] < first[b]) == (places[a] < places[b]) for a, b in pairs)


def _group(sheet: Sheet, answer: Any) -> float:
    """A card without a group stands alone."""
    keys = group.groups(sheet)
    pairs = list(combinations(range(len(keys)), 2))
    put = [answer[a] is not None and answer[a] == answer[b] for a, b in pairs]
    together = [on for (a, b), on in zip(pairs, put, strict=True) if keys[a] == keys[b]]
    apart = [not on for (a, b), on in zip(pairs, put, strict=True) if keys[a] != keys[b]]
    return _mean(_share(part) for part in (together, apart) if part)


def _numeric(sheet: Sheet, answer: Any) -> float:
    inside, near, _ = numeric.BANDS
    index = next(i for i, outcome in enumerate(grade(sheet, answer).options) if outcome is not None)
    return {inside: 1.0, near: NEAR}.get(sheet["options"][index]["text"], 0.0)


CREDIT: dict[str, Callable[[Sheet, Any], float]] = {
    "single": _whole,
    "multiple": _ticked,
    "match": _match,
    "numeric": _numeric,
    "pick": _ticked,
    "order": _order,
    "group": _group,
    "mark": _mark,
}


def _share(parts: Iterable[bool]) -> float:
    found = list(parts)
    return sum(found) / len(found) if found else 1.0


def _mean(parts: Iterable[float]) -> float:
    found = list(parts)
    return sum(found) / len(found) if found else 1.0
