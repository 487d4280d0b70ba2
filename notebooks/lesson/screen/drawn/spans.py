"""One row each for what began on one date and was known on another: a ring, a square, the wait between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lesson.screen.drawn.drawing import BROAD, Marks
from lesson.screen.drawn.scale import Scale, years
from lesson.screen.drawn.svg import circle, extent, line, n, path, rect, text

HEIGHT, TOP = 22, 46
"""Pixels of a row, and above the first one."""
ALONE = 1.9 / 12
"""Years of a wait under which the square stands alone."""
YEARS = 5
"""Years from one rule to the next."""


@dataclass(frozen=True)
class Span:
    """What it is, when it began, and when it was known, each as 2016, 2016-08 or 2016-08-17."""

    name: str
    began: str
    known: str


@dataclass(frozen=True)
class Day:
    """A day to compare with, and what it is called."""

    date: str
    words: str


def spans(rows: Sequence[Span], first: int, day: Day, width: float) -> Marks:
    """Draw the rows from top to bottom; what began before the year `first` has an arrow to the left."""
    beside = width >= BROAD
    last = max(int(years(row.known)) for row in rows) + 2
    names = max(extent(row.name) for row in rows) if beside else 0
    at = Scale(first, last, names + 16, width - 12)
    each = HEIGHT if beside else HEIGHT + 14
    foot = TOP + each * len(rows)
    marks = [_rule(at(year), year, foot) for year in range(-(-first // YEARS) * YEARS, last, YEARS)]
    x = at(years(day.date))
    marks += [line(x, TOP - 8, x, foot, "day"), text(x + 4, 14, day.words, "b", "end" if x > width / 2 else "")]
    for i, row in enumerate(rows):
        y = TOP + i * each + each / 2 + (0 if beside else 7)
        marks.append(text(names, y + 4, row.name, "", "end") if beside else text(16, y - 9, row.name, "halo"))
        marks.append(_wait(row, at, y))
    return "".join(marks), foot + 26


def _rule(x: float, year: int, foot: float) -> str:
    return line(x, TOP - 8, x, foot, "grid") + text(x, foot + 18, str(year), "q", "middle")


def _wait(row: Span, at: Scale, y: float) -> str:
    """The ring is left out where only the year is known: then the line is broken from the first day of that year on."""
    began, known = at(years(row.began)), at(years(row.known))
    early = years(row.began) < at.low
    marks = [line(began, y, known, y, "span" if "-" in row.began else "open")]
    if early:
        marks.append(path(f"M{n(began - 7)} {n(y)}l8 -5v10z", "record"))
    elif "-" in row.began and years(row.known) - years(row.began) >= ALONE:
        marks.append(circle(began, y, 5, "ring"))
    marks.append(rect(known - 5, y - 5, 10, 10, "record"))
    return "".join(marks)
