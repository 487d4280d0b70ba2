"""Facts of lesson 00: how long news took."""

from __future__ import annotations

from course.shared.facts import ESSAY_PAGE, LONDON, departures, diplomats
from lesson.bank.facts import fact
from lesson.core.dates import months
from lesson.tables import Row, find


def late() -> list[Row]:
    """Reported departures of diplomats whose first public report came in a later year than the departure."""
    return [row for row in diplomats() if row["public_since"][:4] > row["date_left"][:4]]


@fact
def later_year() -> int:
    """How many of the reported departures of diplomats first came out in a later year."""
    return len(late())


@fact
def same_year() -> int:
    """How many of them were reported in the year of the departure."""
    return departures() - later_year()


@fact
def months_between() -> int:
    """Months from the announcement of the London case to the date on the essay's page, counted by calendar months."""
    (first, _), (second, _) = (months(find(row_id)[1]["date"]) for row_id in (LONDON, ESSAY_PAGE))
    return second - first
