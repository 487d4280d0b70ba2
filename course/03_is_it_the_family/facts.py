"""Facts of lesson 03: families, the rule on children."""

from __future__ import annotations

from course.shared.facts import said
from lesson.bank import written
from lesson.bank.facts import fact
from lesson.tables import find

DIPLOMATS = "DPRK diplomats"


@fact
def rungs(which: str) -> int:
    """Rungs of the ladder: "all", with a source about "diplomats", or without one about diplomats ("none")."""
    lines = written.find("ladder").lines
    verbs = {line.said("verb") for line in lines}
    reached = {line.said("verb") for line in lines for row_id in line.rows if find(row_id)[1]["about"] == DIPLOMATS}
    return {"all": len(verbs), "diplomats": len(reached), "none": len(verbs) - len(reached)}[which]


@fact
def contact(year: str) -> str:
    """Of people who left and were asked in a year, the per cent who report contact with people in the North."""
    pattern = {"2020": r"([\d.]+) per cent reported contact", "2022": r"gave ([\d.]+) and"}[year]
    return said("E-A3-17", pattern)


@fact
def family_rule_end() -> str:
    """Until when, by one historian, whole families were sent to camps as a uniform rule."""
    return said("E-A3-15", r"until about ([\d-]+)")
