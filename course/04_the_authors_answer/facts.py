"""Facts of lesson 04: the author's answer."""

from __future__ import annotations

from course.shared.facts import said
from lesson.bank.facts import fact
from lesson.core.dates import spoken
from lesson.tables import find, rows


@fact
def relations_since() -> str:
    """The day on which North Korea and Mongolia began diplomatic relations, as it is said."""
    return spoken(find("TL-01")[1]["date"])


@fact
def one_party_until() -> str:
    """The day on which the leaders of Mongolia's ruling party stepped down, as it is said."""
    return spoken(find("TL-02")[1]["date"])


@fact
def decade(evidence_id: str) -> str:
    """The first decade that a piece of evidence speaks of: "1980s". Raises KeyError when it speaks of none."""
    return said(evidence_id, r"\b(\d{3}0s)\b")


@fact
def other_year(comparator_id: str) -> str:
    """The year in which somebody left another state's service."""
    return str(find(comparator_id)[1]["year"])


@fact
def other_rows(trigger: str = "") -> int:
    """How many rows the table of other services has; with a trigger, how many begin with these words."""
    return sum(row["trigger"].startswith(trigger) for row in rows("comparators"))
