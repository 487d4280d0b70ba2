"""Departures for 1,000 diplomat-years, over a small grid of assumptions: chance is one band, ignorance a second."""

from __future__ import annotations

from dataclasses import dataclass

from course.shared import facts
from lesson.core.rates import Range, exposure, poisson_interval

from . import facts as mine
from .facts import UNREPORTED

PERIODS = (("2012", "2024"), ("2017", "2024"), ("1991", "2024"))
"""They end before the latest years, since reports lag; no count of missions is from before 2017."""


@dataclass(frozen=True)
class Rate:
    """One cell of the grid. Rates are departures for 1,000 diplomat-years."""

    departures: int
    reported: int
    missions: int
    staff: float
    years: int
    rate: float
    chance: Range
    ignorance: Range


def missions() -> tuple[int, int]:
    """The lowest and the highest published count of missions from 2017 on."""
    return facts.missions("low"), facts.missions("high")


def staff() -> tuple[float, float, float]:
    """Diplomats at a mission: the shortest host list, the mean of the lists, the second longest.

    The longest list cannot stand for a mean: a former counsellor ranks a mission of that size among the largest.
    """
    return facts.host_list("low"), facts.host_mean(), mine.host_second()


def cell(m: int, s: int, p: int, u: int) -> Rate:
    """The cell for the m-th count of missions, the s-th of staff, the p-th period, the u-th share unreported."""
    (first, last), count, each = PERIODS[p], missions()[m], staff()[s]
    years, known = int(last) - int(first) + 1, mine.departures_left(first, last)
    left = round(known / (1 - UNREPORTED[u] / 100))
    person_years = count * each * years
    by_chance = poisson_interval(left, person_years)
    abroad = exposure(Range(*missions()), Range(min(staff()), max(staff())), years)
    most = known / (1 - max(UNREPORTED) / 100)
    return Rate(
        left,
        known,
        count,
        each,
        years,
        1000 * left / person_years,
        Range(1000 * by_chance.low, 1000 * by_chance.high),
        Range(1000 * known / abroad.high, 1000 * most / abroad.low),
    )
