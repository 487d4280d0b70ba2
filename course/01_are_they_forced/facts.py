"""Facts of lesson 01: two days in November, a statement under guard, and what refusing would have cost."""

from __future__ import annotations

from datetime import date

from course.shared.facts import abroad, evidence_on
from lesson.bank import written
from lesson.bank.facts import fact
from lesson.bank.takes import End
from lesson.core.dates import spoken
from lesson.tables import evidence, find, number

HEARING = "us-government-publishing-2017-11-01"
UNDER_GUARD, DISOWNED = "PRK-1996-ZMB-3", "seoul-shinmun-1996-01-30-b"
SILENT = "Not said"
"""The price in a line of the table "refusing" whose piece names none."""


@fact
def hearing_month() -> str:
    """The month of both descriptions of one life, as it is said: "November 2017"."""
    return spoken(find(HEARING)[1]["date"][: len("2017-11")])


@fact
def guarded() -> str:
    """The day on which a third secretary under guard accused Seoul in public, as it is said."""
    return spoken(_guarded_on())


@fact
def guarded_days() -> int:
    """Days from the statement under guard to the newspaper that printed what he said of it afterwards."""
    return (date.fromisoformat(find(DISOWNED)[1]["date"]) - date.fromisoformat(_guarded_on())).days


@fact
def price_unsaid() -> int:
    """How many pieces of evidence on A1 do not say what refusing would have cost, as the editors read them."""
    priced = [line for line in written.find("refusing").lines if line.said("price") != SILENT]
    return evidence_on("A1") - len(priced)


@fact
def nobody_refuses() -> int:
    """How many pieces of evidence on A1 are about no refusing at all, as the editors read them."""
    return len(_without_refusing())


@fact
def nobody_refuses_rows() -> str:
    """The ids of these pieces."""
    return ", ".join(_without_refusing())


def _without_refusing() -> list[str]:
    shown = {row_id for line in written.find("refusing").lines for row_id in line.rows}
    return [row["evidence_id"] for row in evidence(bears_on="A1") if row["evidence_id"] not in shown]


@fact
def labourers_each(end: End) -> int:
    """Labourers abroad for one diplomat abroad: the fewest ("low") or the most ("high") by published counts."""
    return round(float(number("E-A1-09", "labourers")["low"]) / abroad("high" if end == "low" else "low"))


def _guarded_on() -> str:
    """The day as 1996-01-18."""
    return str(number(UNDER_GUARD, "under guard")["value"])
