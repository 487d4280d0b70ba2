"""The figures of a class, by published definitions. Pure arithmetic, standard library only.

Facility, discrimination, discriminative efficiency and alpha are those of the quiz statistics of Moodle ("Quiz
statistics calculations", docs.moodle.org/dev): first attempts only, each question against the rest of the others.
`words/en.json` has one sentence of meaning for each figure. Marks run from 0 to 1, one list for each learner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import NormalDist

from lesson.core.rates import Range

FEW = 10
"""Under so many learners no percentages and no means, and no telling apart."""
ENOUGH = 50
"""From so many learners on a correlation is worth showing, with its interval."""
DUBIOUS = 15.0
"""A discriminative efficiency under this, in per cent, is flagged."""
_EVEN = 1e-12
"""A spread of marks under this is none: what is left of it is rounding."""

Marks = Sequence[Sequence[float]]


def mean(numbers: Iterable[float]) -> float | None:
    """The mean; None of nothing."""
    found = list(numbers)
    return sum(found) / len(found) if found else None


def facility(marks: Iterable[float]) -> float | None:
    """The mean mark of a question, from 0 to 1: how easy it was."""
    return mean(marks)


def covariance(x: Sequence[float], y: Sequence[float]) -> float:
    """The covariance of a sample of two or more."""
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / (len(x) - 1)


def correlation(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Pearson's correlation; None of fewer than 3, or where one of the two is always the same."""
    if len(x) < 3:
        return None
    spread = covariance(x, x) * covariance(y, y)
    return max(-1.0, min(1.0, covariance(x, y) / sqrt(spread))) if spread > _EVEN else None


def discrimination(own: Sequence[float], others: Sequence[float]) -> float | None:
    """The correlation of the marks of a question with the rest of the test, from -1 to 1."""
    return correlation(own, others)


def efficiency(own: Sequence[float], others: Sequence[float]) -> float | None:
    """The covariance of a question with the rest as a percentage of the most that these marks allow.

    None of fewer than 3 learners, or where even the most is 0: everybody has the same mark.
    """
    if len(own) < 3:
        return None
    most = covariance(sorted(own), sorted(others))
    return 100 * covariance(own, others) / most if most > _EVEN else None


def alpha(marks: Marks) -> float | None:
    """Cronbach's alpha, the coefficient of internal consistency; None of fewer than 3 learners or 2 questions."""
    count = len(marks[0]) if marks else 0
    if len(marks) < 3 or count < 2:
        return None
    totals = [sum(row) for row in marks]
    whole = covariance(totals, totals)
    parts = sum(covariance(column, column) for column in zip(*marks, strict=True))
    return count / (count - 1) * (1 - parts / whole) if whole > _EVEN else None


def interval(r: float, n: int, level: float = 0.95) -> Range:
    """The interval of a correlation of n pairs, by Fisher's transformation. Raises ValueError under 4 pairs."""
    if n < 4:
        raise ValueError("an interval needs 4 pairs or more")
    if abs(r) == 1:
        return Range(r, r)
    reach = NormalDist().inv_cdf((1 + level) / 2) / sqrt(n - 3)
    return Range(tanh(atanh(r) - reach), tanh(atanh(r) + reach))


@dataclass(frozen=True)
class Change:
    """How many were right both times, moved to the key, left it, and were on the key neither time."""

    stayed: int = 0
    to: int = 0
    away: int = 0
    off: int = 0

    @property
    def n(self) -> int:
        """How many voted twice."""
        return self.stayed + self.to + self.away + self.off


def change(pairs: Iterable[tuple[bool, bool]]) -> Change:
    """Count whether each learner was right in vote 1, and in vote 2."""
    found = list(pairs)
    return Change(*(found.count(pair) for pair in ((True, True), (False, True), (True, False), (False, False))))


def shift(pairs: Iterable[tuple[int, int]], options: int) -> list[list[int]]:
    """Count from which option, the row, to which option, the column, each learner went."""
    table = [[0] * options for _ in range(options)]
    for before, after in pairs:
        table[before][after] += 1
    return table


@dataclass(frozen=True)
class Told:
    """Told apart (d') and leaning to doubt, and from how many calls on what holds and on what does not."""

    apart: float
    doubt: float
    solid: int
    unsupported: int


def told_apart(hits: int, solid: int, false: int, unsupported: int) -> Told:
    """Compare how often what holds was called solid with how often what does not hold was.

    Half a call is added to each count and one to each total, so that no share is 0 or 1. Positive doubt leans to doubt.
    Raises ValueError for a count above its total.
    """
    if not (0 <= hits <= solid and 0 <= false <= unsupported):
        raise ValueError("a count lies between 0 and its total")
    normal = NormalDist()
    right = normal.inv_cdf((hits + 0.5) / (solid + 1))
    wrong = normal.inv_cdf((false + 0.5) / (unsupported + 1))
    return Told(right - wrong, -(right + wrong) / 2, solid, unsupported)


def thirds(scores: Sequence[float]) -> tuple[list[int], list[int]]:
    """The places of the top and the bottom third, each with all who tie with its last; nobody where they would meet."""
    size = len(scores) // 3
    ranked = sorted(scores)
    if not size or ranked[size - 1] >= ranked[-size]:
        return [], []
    top = [place for place, score in enumerate(scores) if score >= ranked[-size]]
    return top, [place for place, score in enumerate(scores) if score <= ranked[size - 1]]
