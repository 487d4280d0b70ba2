"""Facts of lesson 05: what praise shows, and the last words of the essay."""

from __future__ import annotations

from lesson.bank.facts import fact
from lesson.tables import evidence, rows


@fact
def in_service() -> int:
    """In how many pieces on C6 a diplomat speaks who was serving at that time, so far as the row says so."""
    serving = {line["row_id"] for line in rows("numbers") if line["name"] == "speaker"}
    return sum(row["evidence_id"] in serving for row in evidence(bears_on="C6", about="DPRK diplomats"))
