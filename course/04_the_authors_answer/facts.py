"""Facts of lesson 04: the author's answer."""

from __future__ import annotations

from lesson.bank.facts import fact
from lesson.tables import rows


@fact
def other_rows(trigger: str = "") -> int:
    """How many rows the table of other services has; with a trigger, how many begin with these words."""
    return sum(row["trigger"].startswith(trigger) for row in rows("comparators"))
