"""The pieces of an SVG, as text: every word is escaped, colours come from classes alone (see style.py)."""

from __future__ import annotations

from html import escape

SIZE = 13
"""Pixels of a label."""
LINE = 17
"""Pixels from one line of a label to the next."""
LETTER = 7.5
"""Pixels of a letter of a label in a wide face, on average: what a line of words is sure to fit into."""


def n(value: float) -> str:
    """A number of pixels, short."""
    return f"{value:.1f}".removesuffix(".0")


def extent(words: str) -> float:
    """The pixels that words take as a label, rather too many than too few."""
    return len(words) * LETTER


def wrap(words: str, width: float) -> list[str]:
    """Break words into lines of at most `width` pixels; a word that is longer stands alone."""
    lines: list[str] = []
    for word in words.split():
        if lines and extent(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def text(x: float, y: float, words: str, css: str = "", anchor: str = "") -> str:
    """A label whose words begin at x, or end there (`anchor="end"`), or have it in their middle ("middle")."""
    more = f' class="{css}"' if css else ""
    more += f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{n(x)}" y="{n(y)}"{more}>{escape(words)}</text>'


def block(x: float, y: float, lines: list[str], css: str = "", anchor: str = "") -> str:
    """Several lines of a label, the first with its foot at y."""
    return "".join(text(x, y + i * LINE, line, css, anchor) for i, line in enumerate(lines))


def line(x: float, y: float, to_x: float, to_y: float, css: str) -> str:
    """A straight line."""
    return f'<line x1="{n(x)}" y1="{n(y)}" x2="{n(to_x)}" y2="{n(to_y)}" class="{css}"/>'


def rect(x: float, y: float, width: float, height: float, css: str) -> str:
    """A rectangle."""
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}" class="{css}"/>'


def circle(x: float, y: float, radius: float, css: str) -> str:
    """A circle."""
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" class="{css}"/>'


def path(d: str, css: str) -> str:
    """A path."""
    return f'<path d="{d}" class="{css}"/>'
