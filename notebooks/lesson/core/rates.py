"""How often, and how sure: exposure, and intervals from published methods. Pure arithmetic, standard library only.

An interval shows chance alone. What nobody knows, such as how many are abroad, is a second range and is kept apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, lgamma, log, sqrt


@dataclass(frozen=True)
class Range:
    """A lower and an upper end; the unit is that of whatever made it."""

    low: float
    high: float


def exposure(missions: Range, staff: Range, years: float) -> Range:
    """Return person-years: places x people at each x years, from both low ends and from both high ends.

    Raises ValueError when an end is negative or the years are not positive.
    """
    if min(missions.low, staff.low) < 0 or years <= 0:
        raise ValueError("missions and staff are 0 or more, and years more than 0")
    return Range(missions.low * staff.low * years, missions.high * staff.high * years)


def poisson_interval(events: int, person_years: float, level: float = 0.95) -> Range:
    """Return the exact interval for a rate, in events for each person-year.

    Method: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437-442.
    With no event the lower end is 0. Raises ValueError for a negative count or no exposure.
    """
    if events < 0 or person_years <= 0 or not 0 < level < 1:
        raise ValueError("events is 0 or more, person_years more than 0, level between 0 and 1")
    tail = (1 - level) / 2
    low = _solve(lambda mean: 1 - _poisson_cdf(events - 1, mean) - tail, events) if events else 0.0
    high = _solve(lambda mean: tail - _poisson_cdf(events, mean), events)
    return Range(low / person_years, high / person_years)


def _poisson_cdf(count: int, mean: float) -> float:
    """Probability of at most `count` events when `mean` are expected."""
    if count < 0:
        return 0.0
    if mean == 0:
        return 1.0
    return min(1.0, sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(count + 1)))


def _solve(rising: Callable[[float], float], events: int) -> float:
    """Return where a rising function of the expected number crosses 0, by halving, to the last digit of a float."""
    low, high = 0.0, events + 10 * sqrt(events + 1) + 20
    previous = inf
    while previous != (middle := (low + high) / 2):
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
        previous = middle
    return middle
