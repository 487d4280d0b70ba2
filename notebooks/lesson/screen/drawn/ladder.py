"""A ladder with two halves: for each rung what is said on the left and on the right, as thick as it is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lesson.screen.drawn.drawing import BROAD, Marks
from lesson.screen.drawn.svg import LINE, SIZE, block, extent, line, text, wrap

RAIL = 64
"""Pixels from the middle of the ladder to one of its rails."""


@dataclass(frozen=True)
class Said:
    """What one source says at a rung, and how far it is trusted: high, medium or low."""

    words: str
    trust: str


@dataclass(frozen=True)
class Rung:
    """One rung: its word, and what is said on each half of it; nothing is a gap, and drawn as one."""

    word: str
    left: Sequence[Said]
    right: Sequence[Said]


@dataclass(frozen=True)
class Halves:
    """What the two halves are called, and what stands where nothing is said."""

    left: str
    right: str
    gap: str


def ladder(rungs: Sequence[Rung], halves: Halves, width: float) -> Marks:
    """Draw the rungs from the ground up: the first one is the lowest."""
    return (_broad if width >= BROAD else _narrow)(list(reversed(rungs)), halves, width)


def _broad(rungs: list[Rung], halves: Halves, width: float) -> Marks:
    middle = width / 2
    room = middle - RAIL - 16
    marks = [
        text(middle - RAIL - 14, SIZE, halves.left, "b", "end"),
        text(middle + RAIL + 14, SIZE, halves.right, "b"),
    ]
    y = 26.0
    for rung in rungs:
        left, right = (_lines(side, halves.gap, room) for side in (rung.left, rung.right))
        height = max(len(left), len(right)) * LINE + 18
        at = y + height / 2
        marks += [
            line(middle - RAIL, at, middle, at, f"rung {_trust(rung.left)}"),
            line(middle, at, middle + RAIL, at, f"rung {_trust(rung.right)}"),
            _pill(middle, at, rung.word),
            block(middle - RAIL - 14, _first(at, left), left, "" if rung.left else "q", "end"),
            block(middle + RAIL + 14, _first(at, right), right, "" if rung.right else "q"),
        ]
        y += height
    rails = [line(middle + side * RAIL, 24, middle + side * RAIL, y, "rail") for side in (-1, 1)]
    return "".join([*rails, *marks]), y + 4


def _narrow(rungs: list[Rung], halves: Halves, width: float) -> Marks:
    marks, y = [], 8.0
    for rung in rungs:
        at = y + 14
        marks += [
            line(8, at, width / 2, at, f"rung {_trust(rung.left)}"),
            line(width / 2, at, width - 8, at, f"rung {_trust(rung.right)}"),
            _pill(width / 2, at, rung.word),
        ]
        y += 34
        for title, side in ((halves.left, rung.left), (halves.right, rung.right)):
            lines = _lines(side, halves.gap, width - 44)
            marks += [text(22, y + LINE, title, "b"), block(22, y + 2 * LINE, lines, "" if side else "q")]
            y += LINE * (len(lines) + 1) + 6
        y += 14
    rails = [line(x, 4, x, y, "rail") for x in (8, width - 8)]
    return "".join([*rails, *marks]), y + 4


def _first(at: float, lines: list[str]) -> float:
    """The foot of the first of several lines that have their middle at one height."""
    return at + 4 - (len(lines) - 1) * LINE / 2


def _lines(said: Sequence[Said], gap: str, room: float) -> list[str]:
    return [part for one in said for part in wrap(one.words, room)] or wrap(gap, room)


def _trust(said: Sequence[Said]) -> str:
    """The most that any source here is trusted; "none" where there is none."""
    return next((trust for trust in ("high", "medium", "low") if any(one.trust == trust for one in said)), "none")


def _pill(x: float, y: float, word: str) -> str:
    wide = extent(word) + 20
    return (
        f'<rect x="{x - wide / 2:.1f}" y="{y - 12:.1f}" width="{wide:.1f}" height="24" rx="12" class="pill"/>'
        f"{text(x, y + 4, word, 'b', 'middle')}"
    )
