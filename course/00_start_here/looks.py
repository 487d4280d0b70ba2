"""What lesson 00 shows: the departures of which a reader could know only in a later year."""

from __future__ import annotations

from course.shared import departure, facts
from lesson.bank.facts import as_read
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Table

from . import facts as mine


@look("late")
def late() -> Drawn:
    """Departures of diplomats that were first reported in a later year, the latest first."""
    found = facts.latest_first(mine.late())
    caption = (
        f"Departures of diplomats first reported in a later year, {len(found)} of {facts.departures()}. "
        f"Sources {as_read()}."
    )
    rows = [[departure.who(row), departure.left(row), departure.public(row)] for row in found]
    return Table(caption, ("Who, where", "Left", "First report"), rows)
