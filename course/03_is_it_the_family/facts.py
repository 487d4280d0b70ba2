"""Facts of lesson 03: the ladder of verbs."""

from __future__ import annotations

from typing import Literal

from lesson.bank import written
from lesson.bank.facts import fact
from lesson.tables import find

DIPLOMATS = "DPRK diplomats"


@fact
def rungs(which: Literal["all", "diplomats", "none"]) -> int:
    """Rungs of the ladder: "all", with a source about "diplomats", or without one about diplomats ("none")."""
    lines = written.find("ladder").lines
    verbs = {line.said("verb") for line in lines}
    reached = {line.said("verb") for line in lines for row_id in line.rows if find(row_id)[1]["about"] == DIPLOMATS}
    return {"all": len(verbs), "diplomats": len(reached), "none": len(verbs) - len(reached)}[which]
