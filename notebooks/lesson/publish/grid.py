"""An empty grid of years and numbers to draw a line into, as SVG, with the numbers that are told beforehand."""

from __future__ import annotations

from html import escape

from lesson.core.item import Sheet
from lesson.core.numbers import spoken
from lesson.core.words import say
from lesson.publish.ruler import ticks
from lesson.screen.ask import told

LEFT, RIGHT, TOP, BOTTOM = 60, 580, 16, 216


def grid(sheet: Sheet) -> str:
    """Return the grid of a prediction that is a line; what comes after the given year is not in it."""
    (first, last), (low, high) = sheet["years"], sheet["span"]

    def x(year: int) -> float:
        return round(LEFT + (year - first) / (last - first) * (RIGHT - LEFT), 1)

    def y(value: float) -> float:
        return round(BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP), 1)

    every = max(1, (last - first) // 8)
    years = "".join(f'<text x="{x(year)}" y="{BOTTOM + 18}">{year}</text>' for year in range(first, last + 1, every))
    upright = "".join(f"M{x(year)} {TOP}V{BOTTOM}" for year in range(first, last + 1))
    level = "".join(f"M{LEFT} {y(value)}H{RIGHT}" for value in ticks(low, high, log=False))
    names = "".join(
        f'<text x="{LEFT - 30}" y="{y(value) + 4}">{spoken(value)}</text>' for value in ticks(low, high, log=False)
    )
    known = sheet["record"][: sheet["given"] - first + 1]
    dots = "".join(f'<circle cx="{x(first + i)}" cy="{y(value)}" r="4"/>' for i, value in enumerate(known))
    label = escape(say("paper", "grid", first=first, last=last, low=spoken(low), high=spoken(high)))
    return (
        f'<svg viewBox="0 0 600 240" role="img" aria-label="{label}">'
        f'<path d="{upright}{level}" fill="none" stroke="#999999" stroke-width="0.6"/>{dots}{years}{names}</svg>'
        f"<p>{escape(say('look', 'told', told=told(sheet)))}</p>"
    )
