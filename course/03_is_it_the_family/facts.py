"""Facts of lesson 03: families, the rule on children."""

from __future__ import annotations

from course.shared.facts import said
from lesson.bank.facts import fact

from . import ladder


@fact
def rungs(which: str) -> int:
    """Rungs of the ladder: "all", with a source about "diplomats", or without one about diplomats ("none")."""
    with_source = len(ladder.reach())
    return {"all": len(ladder.VERBS), "diplomats": with_source, "none": len(ladder.VERBS) - with_source}[which]


@fact
def contact(year: str) -> str:
    """Of people who left and were asked in a year, the per cent who report contact with people in the North."""
    pattern = {"2020": r"([\d.]+) per cent reported contact", "2022": r"gave ([\d.]+) and"}[year]
    return said("E-A3-17", pattern)


@fact
def family_rule_end() -> str:
    """Until when, by one historian, whole families were sent to camps as a uniform rule."""
    return said("E-A3-15", r"until about ([\d-]+)")
