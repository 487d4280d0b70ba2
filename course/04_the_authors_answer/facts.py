"""Facts of lesson 04: the author's answer."""

from __future__ import annotations

from lesson.bank import written
from lesson.bank.facts import fact
from lesson.tables import rows


@fact
def other_rows(trigger: str = "") -> int:
    """How many rows the table of other services has; with a trigger, how many begin with these words."""
    found: int = sum(row["trigger"].startswith(trigger) for row in rows("comparators"))
    if not found:
        raise ValueError(f"no trigger in comparators.csv begins with '{trigger}'")
    return found


@fact
def planks_on_both() -> int:
    """On how many planks of the table "planks" rows stand for both services."""
    lines = written.find("planks").lines
    return sum(all(line.lists[f"{side}_rows"] for side in ("mongolia", "dprk")) for line in lines)
