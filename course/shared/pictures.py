"""Pictures of this course: how long the public did not know."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lesson.screen.picture import INK, LINE, OPEN, QUIET, YES, Picture, canvas
from lesson.tables import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LONGEST = 32
"""Months that the axis of waits shows; a longer wait is an arrow with its length in words."""


def waits(rows: Sequence[Row], wait: Callable[[Row], tuple[int, int]], as_read: str) -> Picture:
    """Departures in the order of leaving, each with the months until the first public report.

    `rows` are cases; `wait` gives the fewest and the most months of a row. A square is a wait known to the month, a
    broken line between two bars is what the dates leave open.
    """
    found = sorted(rows, key=lambda row: (row["date_left"], row["case_id"]))
    figure, axes = canvas(1.2 + 0.24 * len(found))
    words = []
    for y, row in enumerate(reversed(found)):
        _draw_wait(axes, y, *wait(row))
    for row in found:
        low, high = wait(row)
        months = f"{low} month{'s' * (low != 1)}" if low == high else f"{low} to {high} months"
        words.append(f"{_place(row)}, left {row['date_left']}, public {row['public_since']}: {months}.")
    axes.set_yticks(range(len(found)), [f"{_place(row)} {row['date_left'][:4]}" for row in reversed(found)])
    axes.set_xlim(-0.7, LONGEST + 3)
    axes.set_xticks(range(0, LONGEST + 1, 4))
    axes.grid(axis="x", color=LINE)
    axes.set_xlabel("months from leaving to the first public report", fontsize=9, color=INK)
    note = f"n = {len(found)} reported departures of diplomats; {as_read}"
    figure.suptitle(
        f"Square: known to the month. Broken line: what the dates leave open.\n{note}", fontsize=9, color=QUIET
    )
    exact = [wait(row)[0] for row in found if wait(row)[0] == wait(row)[1]]
    alt = (
        f"Months from leaving to the first public report, {len(found)} reported departures of diplomats in the order of"
        f" leaving. {len(exact)} waits are known to the month, from {min(exact)} to {max(exact)}."
        f" The other {len(found) - len(exact)} are known only as a range."
    )
    caption = f"How long the public did not know. n = {len(found)}; {as_read}. A count of public reports."
    return Picture(figure, alt, caption, "\n".join(words))


def _draw_wait(axes: Axes, y: int, low: int, high: int) -> None:
    if low > LONGEST:
        axes.annotate("", (LONGEST + 0.9, y), (0, y), arrowprops={"arrowstyle": "->", "color": YES, "lw": 1.5})
        axes.text(LONGEST + 1, y, f"{low // 12}+ years", fontsize=8, va="center", color=INK)
    elif low == high:
        axes.plot([0, low], [y, y], color=YES, linewidth=2)
        axes.plot(low, y, marker="s", markersize=7, color=YES)
    else:
        ends = [low, min(high, LONGEST)]
        axes.plot(ends, [y, y], color=OPEN, linewidth=2, linestyle=(0, (2, 2)), marker="|", markersize=9)


def _place(row: Row) -> str:
    place = str(row["host_city"] or row["host_country"])
    hidden = re.fullmatch(r"undisclosed \((?:another )?(.*?)n?(?: country)?\)", place)
    return f"{hidden[1]}, host not told" if hidden else place
