"""Facts of lesson 05: what praise shows, and the last words of the essay."""

from __future__ import annotations

from lesson.bank.facts import fact
from lesson.bank.takes import End
from lesson.tables import Row, evidence, rows


@fact
def in_service() -> int:
    """In how many pieces on C6 a diplomat speaks who was serving at that time, so far as the row says so."""
    serving = {line["row_id"] for line in rows("numbers") if line["name"] == "speaker"}
    return sum(row["evidence_id"] in serving for row in evidence(bears_on="C6", about="DPRK diplomats"))


@fact
def more_a_year(end: End) -> float:
    """How many more people a year came under special protection in the second of two periods, give or take a half.

    `end` is low or high. The periods are the months from the first to the last, both counted.
    """
    first, second = (_a_year(row) for row in rows("elite_arrivals") if row["elite_id"] in ("ELI-01", "ELI-02"))
    return round(second - first + (0.5 if end == "high" else -0.5), 1)


def _a_year(row: Row) -> float:
    begin, last = ([int(part) for part in end.split("-")] for end in str(row["period"]).split(" to "))
    return float(row["value_low"]) / ((last[0] - begin[0]) + (last[1] - begin[1] + 1) / 12)
