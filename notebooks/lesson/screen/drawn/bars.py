"""Counts as bars on one scale, each with a bracket over the years that it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lesson.screen.drawn.drawing import BROAD, Marks
from lesson.screen.drawn.scale import Scale, years
from lesson.screen.drawn.svg import LINE, block, line, rect, text, wrap

NUMBER, BAR, APART = 44, 14, 20
"""Pixels kept for the number, of a bar's height, between two rows."""
BRACKET = 232
"""Pixels of the brackets beside the bars, where there is room for them."""


@dataclass(frozen=True)
class Bar:
    """A count: how many, of whom; from and to which date. `first` may be empty, `vague` says that it is not exact.

    `ours` is a count of another kind, drawn as a frame.
    """

    value: int
    whom: str
    first: str
    last: str
    vague: bool = False
    ours: bool = False


def bars(rows: Sequence[Bar], width: float) -> Marks:
    """Draw the rows from top to bottom in the order given."""
    beside = width >= BROAD
    room = width - NUMBER - (BRACKET if beside else 0)
    size = Scale(0, max(row.value for row in rows), 0, room - 20)
    first = min(years(row.first) for row in rows if row.first)
    last = max(years(row.last, late=True) for row in rows)
    span = Scale(int(first), int(last) + 1, width - BRACKET + 26 if beside else NUMBER, width - 6)
    marks, y = [], 4.0
    for row in rows:
        lines = wrap(row.whom, room - 20)
        marks += [
            text(0, y + BAR, str(row.value), "big"),
            rect(NUMBER, y, size(row.value), BAR, "frame" if row.ours else "record"),
            block(NUMBER, y + BAR + LINE, lines),
        ]
        below = y + BAR + len(lines) * LINE + 8
        marks.append(bracket(row, span, y + 10 if beside else below + 6))
        y = max(below, y + 34) + APART - 8 if beside else below + 26 + APART
    return "".join(marks), y


def bracket(row: Bar, span: Scale, y: float) -> str:
    """The years that a count covers: a line with two feet, its dates below; without a known beginning it is dotted."""
    start = span(years(row.first)) if row.first else span.start
    end = span(years(row.last, late=True))
    exact = bool(row.first) and not row.vague
    label = row.first if exact else f"~{row.first}" if row.first else "?"
    room = end - start > 110
    dates = [text(start, y + 22, label, "q"), text(end, y + 22, row.last, "q", "end")]
    if not room:
        dates = [text(end, y + 22, f"{label} – {row.last}", "q", "end")]
    return "".join(
        [
            line(start, y, end, y, "pen" if exact else "vague"),
            line(start, y, start, y + 6, "pen" if exact else "vague"),
            line(end, y, end, y + 6, "pen"),
            *dates,
        ]
    )
