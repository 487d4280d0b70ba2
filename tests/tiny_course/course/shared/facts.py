"""Numbers of the library, computed from data/counts.csv."""

from lesson import tables
from lesson.bank.facts import fact


@fact
def trial_sundays() -> int:
    """How many Sundays were counted."""
    return len(tables.rows("counts"))


@fact
def fewest_visitors() -> int:
    """The lowest count of a Sunday."""
    return min(row["visitors"] for row in tables.rows("counts"))


@fact
def most_visitors() -> int:
    """The highest count of a Sunday."""
    return max(row["visitors"] for row in tables.rows("counts"))


@fact
def visitors(count_id: str) -> int:
    """The visitors of one Sunday."""
    return int(tables.find(count_id)[1]["visitors"])
