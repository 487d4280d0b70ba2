"""A line to mark a number on, with round ticks: evenly spaced, or by powers of ten."""

from __future__ import annotations

import math
from html import escape

from lesson.core.numbers import spoken
from lesson.core.words import say

LEFT, RIGHT = 24, 576


def ruler(low: float, high: float, log: bool = False) -> str:
    """Return the line as SVG. It shows where guesses may lie, never where the key does."""
    marks = ticks(low, high, log)

    def place(value: float) -> float:
        share = math.log(value / low) / math.log(high / low) if log else (value - low) / (high - low)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    lines = "".join(f"M{place(mark)} 8V24" for mark in marks)
    names = "".join(f'<text x="{place(mark)}" y="38">{spoken(mark)}</text>' for mark in marks)
    label = escape(say("paper", "line", low=spoken(low), high=spoken(high)))
    return (
        f'<svg viewBox="0 0 600 44" role="img" aria-label="{label}">'
        f'<path d="M{LEFT} 16H{RIGHT}{lines}" fill="none" stroke="#000000" stroke-width="1.2"/>{names}</svg>'
    )


def ticks(low: float, high: float, log: bool) -> list[float]:
    """Return both ends and round numbers between them."""
    if log:
        powers = range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1)
        inner = [float(10**power) if power >= 0 else 10.0**power for power in powers]
    else:
        step = (high - low) / 10
        unit = 10 ** math.floor(math.log10(step))
        step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= step)
        inner = [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]
    room = 0.04
    far = [m for m in inner if _apart(m, low, low, high, log) > room and _apart(m, high, low, high, log) > room]
    return [low, *far, high]


def _apart(one: float, other: float, low: float, high: float, log: bool) -> float:
    """How far apart two numbers lie, as a share of the line."""
    return abs(math.log(one / other) / math.log(high / low)) if log else abs(one - other) / (high - low)
