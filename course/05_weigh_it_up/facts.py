"""Facts of lesson 05: what praise shows, and the last words of the essay."""

from __future__ import annotations

from lesson.bank.facts import fact
from lesson.tables import evidence, rows

_TWO = ("Thae Yong-ho", "Ri Il-gyu")


@fact
def in_service() -> int:
    """In how many pieces on C6 a diplomat speaks who was serving at that time, so far as the row says so."""
    serving = {line["row_id"] for line in rows("numbers") if line["name"] == "speaker"}
    return sum(row["evidence_id"] in serving for row in evidence(bears_on="C6", about="DPRK diplomats"))


@fact
def diplomat_pieces() -> int:
    """How many pieces of evidence, on any claim, are about North Korea's diplomats."""
    return len(evidence(about="DPRK diplomats"))


@fact
def two_voices() -> int:
    """Of these, the pieces in which the man who left London, or the one who left Havana, is among those who say so."""
    return sum(any(name in row["who_says"] for name in _TWO) for row in evidence(about="DPRK diplomats"))
