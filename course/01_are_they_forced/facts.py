"""Facts of lesson 01: two days in November, a statement under guard, and what refusing would have cost."""

from __future__ import annotations

import re
from datetime import date

from course.shared.facts import abroad, evidence_on, source_date, told
from lesson.bank import written
from lesson.bank.facts import fact
from lesson.core.dates import spoken
from lesson.tables import evidence, find

UNDER_GUARD, INTERVIEW = "PRK-1996-ZMB-3", "cnn-2017-11-02"
DISOWNED = "seoul-shinmun-1996-01-30-b"
SILENT = "Not said"
"""The price in a line of the table "refusing" whose piece names none."""


@fact
def interview() -> str:
    """The day of the television interview in which a former deputy ambassador spoke of a modern slave."""
    return spoken(source_date(INTERVIEW))


@fact
def guarded() -> str:
    """The day on which a third secretary under guard accused Seoul in public, as it is said."""
    return spoken(_guarded())


@fact
def disowned() -> str:
    """The day on which newspapers printed that he had called this statement a cover."""
    return spoken(source_date(DISOWNED))


@fact
def guarded_days() -> int:
    """Days from the statement under guard to the newspapers that printed how he disowned it."""
    return (date.fromisoformat(source_date(DISOWNED)) - date.fromisoformat(_guarded())).days


@fact
def order_year(event_id: str) -> str:
    """The year of an event of the time line, such as an order about children."""
    return str(find(event_id)[1]["date"][:4])


@fact
def evidence_year(evidence_id: str) -> str:
    """The year, or the years, that a piece of evidence is about."""
    return str(find(evidence_id)[1]["about_year"])


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
def labourers_each(end: str) -> int:
    """Labourers abroad for one diplomat abroad: the fewest ("low") or the most ("high") by published counts."""
    return round(int(told("labourers").replace(",", "")) / abroad("high" if end == "low" else "low"))


def _guarded() -> str:
    """The day as 1996-01-18. Raises KeyError when the case no longer gives it."""
    case = find(UNDER_GUARD)[1]
    match = re.search(r"state in public on (\d+) Jan", case["dprk_response"])
    if not match:
        raise KeyError(f"{UNDER_GUARD} no longer gives the day of the statement")
    return f"{case['date_left'][:4]}-01-{int(match[1]):02d}"
