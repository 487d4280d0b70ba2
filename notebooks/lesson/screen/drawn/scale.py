"""From numbers and dates to pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Numbers from `low` to `high` on pixels from `start` to `end`; what lies outside stands at the nearer end."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a number."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def years(date: str, late: bool = False) -> float:
    """A date (2016, 2016-08, 2016-08-17) as years; of a year or a month its beginning, or with `late` its end."""
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    passed = (month - 1 + (max(day, 1) - 1) / 31) / 12 if month else 0.0
    unknown = 1.0 if not month else 1 / 12 if not day else 0.0
    return year + passed + (unknown if late else 0.0)
