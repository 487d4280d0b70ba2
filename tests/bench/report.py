"""Figures beside their bars, as Markdown tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from bench.clicks import COMMITS, Clicks, Kept
from bench.starts import Pair

FRAME = 16.0
AHEAD = 10.0
SAVED = 100.0
BEYOND = 300.0


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed (nearest rank)."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def both(values: Sequence[float]) -> str:
    return f"{median(values):.1f} / {p95(values):.1f}"


def times(of: Sequence[float], to: Sequence[float]) -> str:
    return f"{median(of) / median(to):.1f} / {p95(of) / p95(to):.1f}"


def met(is_met: bool) -> str:
    return "met" if is_met else "**not met**"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows))


def clicks(found: dict[str, Clicks], lesson: Clicks) -> str:
    """Click to feedback, the three beside each other."""
    head = ["click to feedback, p50 / p95, ms", "clicks each", "our card", "jupyterquiz", "plain ipywidgets",
            "jupyterquiz : ours", "plain : ours", "p95 under 16 ms", "not slower than jupyterquiz",
            "10 times ahead of plain"]  # fmt: skip
    rows = [_row(name, by.feedback["card"], by.feedback["quiz"], by.feedback["plain"]) for name, by in found.items()]
    card = lesson.feedback["card"]
    alone = ["idle, in the whole of lesson 00", str(len(card)), both(card), "", "", "", "", met(p95(card) < FRAME)]
    return table(head, [*rows, [*alone, "", ""]])


def _row(name: str, card: list[float], quiz: list[float], plain: list[float]) -> list[str]:
    bars = (p95(card) < FRAME, p95(card) <= p95(quiz), p95(card) * AHEAD <= p95(plain))
    figures = [both(card), both(quiz), both(plain), times(quiz, card), times(plain, card)]
    return [name, str(len(card)), *figures, *map(met, bars)]


def others(idle: Clicks, kept: Kept, first: Pair, imported: Pair, heavy: Sequence[str]) -> str:
    """Everything that is not a click to feedback."""
    head = ["figure", "ours", "beside it", "ours : beside", "bar", ""]
    lost = sum(COMMITS - lines for lines in kept.lines)
    rows = [
        [f'"Saved" after a commit, idle, p50 / p95 of {len(idle.saved)}', f"{both(idle.saved)} ms",
         f"plain ipywidgets' feedback {both(idle.feedback['plain'])} ms", times(idle.saved, idle.feedback["plain"]),
         "p95 under 100 ms", met(p95(idle.saved) < SAVED)],
        [f"{COMMITS} commits while the kernel is busy 8 s, each of {len(kept.lines)} times",
         f"{' and '.join(map(str, kept.lines))} lines, {lost} lost, {kept.twice} twice", "", "", f"{COMMITS} lines",
         met(not kept.twice and set(kept.lines) == {COMMITS})],
        ["fresh kernel, first cell run to first question visible, median of 5", _median(first.ours),
         f"bare anywidget {_median(first.other)}", f"{first.beyond:+.0f} ms, {_ratio(first)}",
         "under 300 ms beyond", met(first.beyond < BEYOND)],
        ["`import lesson` and a question, median of 5",
         f"{_median(imported.ours)}; {' and '.join(heavy) or 'no pandas, no matplotlib'} loaded",
         f"`import ipywidgets` {_median(imported.other)}", f"{imported.beyond:+.0f} ms, {_ratio(imported)}",
         "no pandas, no matplotlib", met(not heavy)],
    ]  # fmt: skip
    return table(head, rows)


def _median(values: Sequence[float]) -> str:
    return f"{median(values):.0f} ms ({min(values):.0f} to {max(values):.0f})"


def _ratio(pair: Pair) -> str:
    return f"{median(pair.ours) / median(pair.other):.2f}"
