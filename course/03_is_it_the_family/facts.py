"""Facts of lesson 03: the ladder of verbs."""

from __future__ import annotations

from lesson.bank.facts import fact

from . import ladder


@fact
def rungs(which: str) -> int:
    """Rungs of the ladder: "all", with a source about "diplomats", or without one about diplomats ("none")."""
    with_source = len(ladder.reach())
    return {"all": len(ladder.VERBS), "diplomats": with_source, "none": len(ladder.VERBS) - with_source}[which]
