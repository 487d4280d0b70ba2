"""The desk: dated reports in two halves."""

from __future__ import annotations

from lesson import tables
from lesson.tables import Row

DESK_FIRST = ("DESK-02", "DESK-03", "DESK-04", "DESK-13", "DESK-07", "DESK-09", "DESK-10", "DESK-14")
"""Three true, three false, two unsettled, as in the other half; in neither does the kind of report tell the outcome.

The first four are done in class: two true, two false. Then come the others, which are for home.
"""


def half_of(half: int) -> list[Row]:
    """The dated reports of one half: the first as named above, the second by date. Raises ValueError for another."""
    if half not in (1, 2):
        raise ValueError("The desk has two halves: half=1 and half=2.")
    if half == 1:
        return [tables.find(desk_id)[1] for desk_id in DESK_FIRST]
    mine = [row for row in tables.rows("desk") if row["desk_id"] not in DESK_FIRST]
    return sorted(mine, key=lambda row: (row["report_date"], row["desk_id"]))
