"""Departures for 1,000 diplomat-years, over a small grid of assumptions: chance is one band, ignorance a second."""

from __future__ import annotations

from dataclasses import dataclass

from lesson.course import facts
from lesson.course.rates import Range, exposure, poisson_interval

PERIODS = ((2010, 2019), (2015, 2019), (2010, 2023))
UNREPORTED = (0, 50, 100)
"""How many more left than were reported, in per cent of the reported ones. Assumptions: nobody has counted them."""


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
    """Diplomats at a mission: the shortest host list, the mean of the lists, the longest."""
    return facts.host_list("low"), round(facts.host_mean(), 1), facts.host_list("high")


def reported(first: int, last: int) -> int:
    """How many departures of diplomats between two years, both of them included, are reported in public."""
    return sum(first <= int(row["date_left"][:4]) <= last for row in facts.diplomats())


def cell(m: int, s: int, p: int, u: int) -> Rate:
    """The cell for the m-th count of missions, the s-th of staff, the p-th period, the u-th share unreported."""
    (first, last), count, each = PERIODS[p], missions()[m], staff()[s]
    years, known = last - first + 1, reported(first, last)
    left = round(known * (1 + UNREPORTED[u] / 100))
    person_years = count * each * years
    by_chance = poisson_interval(left, person_years)
    abroad = exposure(Range(*missions()), Range(min(staff()), max(staff())), years)
    most = round(known * (1 + max(UNREPORTED) / 100))
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
