"""Dated things in lanes over the same years, and under them a count for some of these years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lesson.screen.drawn.drawing import BROAD, Marks
from lesson.screen.drawn.scale import Scale, years
from lesson.screen.drawn.svg import LINE, block, circle, extent, line, rect, text, wrap

EDGE, TALL = 12, 110
"""Pixels left free at both sides, and of the longest bar."""


@dataclass(frozen=True)
class Point:
    """Something dated, in a few words; `until` makes it last."""

    date: str
    words: str
    until: str = ""


@dataclass(frozen=True)
class Lane:
    """Points of one kind, with what kind it is."""

    title: str
    points: Sequence[Point]


@dataclass(frozen=True)
class Counts:
    """A count for some years: its title, the number of each year, and what is said where nobody counted."""

    title: str
    of: Mapping[int, int]
    gap: str


def timeline(lanes: Sequence[Lane], counts: Counts, first: int, last: int, width: float) -> Marks:
    """Draw the lanes from the top, then the bars; `first` and `last` are years, both shown whole."""
    at = Scale(first, last + 1, EDGE, width - EDGE)
    marks, rules, y = [], [], 14.0
    for lane in lanes:
        drawn, y = _lane(lane, at, y, width)
        marks.append(drawn)
    marks.append(block(EDGE, y, wrap(counts.title, width - 2 * EDGE), "b halo"))
    y += LINE * (len(wrap(counts.title, width - 2 * EDGE)) - 1) + 24
    foot = y + TALL
    size = Scale(0, max(counts.of.values()), 0, TALL)
    half = (at(first + 1) - at(first)) / 2
    for year in range(first, last + 1):
        x = at(year) + half
        rules.append(line(at(year), 24, at(year), foot, "grid"))
        marks += [text(x, foot + 18, str(year) if width >= BROAD else f"’{year % 100:02d}", "q", "middle")]
        if year in counts.of:
            tall = size(counts.of[year])
            marks += [rect(x - half * 0.55, foot - tall, half * 1.1, tall, "record")]
            marks += [text(x, foot - tall - 6, str(counts.of[year]), "y halo", "middle")]
    marks += [*_gaps(counts, at, first, last, foot), line(EDGE, foot, width - EDGE, foot, "axis")]
    return "".join([*rules, *marks]), foot + 28


def _lane(lane: Lane, at: Scale, y: float, width: float) -> tuple[str, float]:
    """One lane, and where the next one begins: each label below the next later one, so that no line meets it."""
    axis = y + 16
    lines, marks, floor = (
        [line(EDGE, axis, width - EDGE, axis, "axis")],
        [text(EDGE, y, lane.title, "b halo")],
        axis + 6,
    )
    for point in sorted(lane.points, key=lambda point: point.date, reverse=True):
        x = at(years(point.date))
        words = wrap(point.words, min(210.0, width - 2 * EDGE))
        start = min(x, width - EDGE - max(map(extent, words)))
        floor += LINE
        lines.append(line(x, axis, x, floor - 12, "axis"))
        if point.until:
            marks.append(rect(x, axis - 5, max(at(years(point.until, late=True)) - x, 4), 10, "record"))
        else:
            marks.append(circle(x, axis, 5, "mark"))
        marks.append(block(max(start, EDGE), floor, words, "halo"))
        floor += LINE * (len(words) - 1) + 4
    return "".join([*lines, *marks]), floor + 28


def _gaps(counts: Counts, at: Scale, first: int, last: int, foot: float) -> list[str]:
    """Frames over the years that nobody counted, with the words for it where there is room."""
    marks, year = [], first
    while year <= last:
        end = year
        while end <= last and end not in counts.of:
            end += 1
        if end > year:
            x, wide = at(year) + 3, at(end) - at(year) - 6
            marks.append(rect(x, foot - 26, wide, 26, "frame"))
            if extent(counts.gap) < wide:
                marks.append(text(x + wide / 2, foot - 9, counts.gap, "q halo", "middle"))
        year = end + 1
    return marks
