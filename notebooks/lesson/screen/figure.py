"""Figures: rows in, a matplotlib Figure out, and beside it the same numbers in words.

JupyterLab honours only the `alt` of an HTML image, so that is what carries the description to a screen reader;
the plain text carries it to nbval. Shapes say the same as colours; n and the date of the sources are drawn.
"""

from __future__ import annotations

import base64
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from lesson.course.tables import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, QUIET, LINE, YES, NO, OPEN = "#1b1f24", "#59636e", "#d5dbe1", "#00639c", "#a84300", "#62459a"
STANCES = ("supports", "qualifies", "cautions", "challenges")
COLOURS = {"supports": YES, "qualifies": OPEN, "cautions": QUIET, "challenges": NO}
SHAPES = {
    "testimony": "^", "journalism": "o", "official document": "s", "court or legal text": "P", "UN/NGO report": "D",
    "state media": "X", "survey": "v", "scholarship": "*", "reference work": "h",
}  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """A figure with its words: `alt` says what there is to see, `words` gives every number of it."""

    figure: Figure
    alt: str
    caption: str
    words: str

    def html(self) -> str:
        """The figure as HTML, complete in itself; the numbers can be unfolded."""
        data = io.BytesIO()
        self.figure.savefig(data, format="png", dpi=140, metadata={"Software": None})
        image = base64.b64encode(data.getvalue()).decode()
        items = "".join(f"<li>{escape(line)}</li>" for line in self.words.splitlines())
        return (
            f'<figure style="margin:8px 0;max-width:44rem"><img alt="{escape(self.alt, quote=True)}" '
            f'style="width:100%;height:auto;background:#fff" src="data:image/png;base64,{image}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
            f"<details><summary>The same in words</summary><ul>{items}</ul></details>"
        )

    def text(self) -> str:
        """The figure as words."""
        return f"Figure: {self.alt}\n{self.caption}\n{self.words}"


def _canvas(height: float) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.8, height), layout="constrained", facecolor="white")
    axes = figure.subplots()
    axes.tick_params(colors=INK, labelsize=9, length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)
    axes.set_axisbelow(True)
    return figure, axes


LONGEST = 32
"""Months that the axis of waits shows; a longer wait is an arrow with its length in words."""


def waits(rows: Sequence[Row], wait: Callable[[Row], tuple[int, int]], as_of: str) -> Picture:
    """Departures in the order of leaving, each with the months until the first public report.

    `rows` are cases; `wait` gives the fewest and the most months of a row. A square is a wait known to the month, a
    broken line between two bars is what the dates leave open.
    """
    found = sorted(rows, key=lambda row: (row["date_left"], row["case_id"]))
    figure, axes = _canvas(1.2 + 0.24 * len(found))
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
    note = f"n = {len(found)} reported departures of diplomats; as of {as_of}"
    figure.suptitle(
        f"Square: known to the month. Broken line: what the dates leave open.\n{note}", fontsize=9, color=QUIET
    )
    exact = [wait(row)[0] for row in found if wait(row)[0] == wait(row)[1]]
    alt = (
        f"Months from leaving to the first public report, {len(found)} reported departures of diplomats in the order of"
        f" leaving. {len(exact)} waits are known to the month, from {min(exact)} to {max(exact)}."
        f" The other {len(found) - len(exact)} are known only as a range."
    )
    caption = f"How long the public did not know. n = {len(found)}; as of {as_of}. A count of public reports."
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


def evidence(rows: Sequence[Row], claim: str, as_of: str) -> Picture:
    """Evidence for one claim, by stance, by whom it is about, and by kind. `rows` are those of the evidence table."""
    groups = sorted({row["about"] for row in rows}, key=lambda g: (-sum(r["about"] == g for r in rows), g))
    figure, axes = _canvas(1.9 + 0.8 * len(groups))
    lines = []
    for y, group in enumerate(reversed(groups)):
        for x, stance in enumerate(STANCES):
            here = [row for row in rows if row["about"] == group and row["stance"] == stance]
            for i, row in enumerate(sorted(here, key=lambda r: (r["kind"], r["evidence_id"]))):
                place = (x - 0.38 + 0.155 * (i % 6), y + 0.24 - 0.26 * (i // 6))
                axes.plot(*place, marker=SHAPES[row["kind"]], markersize=8, color=COLOURS[stance], linestyle="none")
    for group in groups:
        for stance in STANCES:
            kinds = Counter(r["kind"] for r in rows if r["about"] == group and r["stance"] == stance)
            listed = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items()))
            if kinds:
                lines.append(f"About {group}, {stance}: {sum(kinds.values())} ({listed}).")
    axes.set_xlim(-0.5, len(STANCES) - 0.5)
    axes.set_ylim(-0.5, len(groups) - 0.5)
    axes.set_xticks(range(len(STANCES)), STANCES)
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(groups)), [f"about\n{group}" for group in reversed(groups)])
    for x in range(1, len(STANCES)):
        axes.axvline(x - 0.5, color=LINE)
    for y in range(1, len(groups)):
        axes.axhline(y - 0.5, color=LINE)
    axes.spines["bottom"].set_visible(False)
    _legend(figure, axes, sorted({row["kind"] for row in rows}), f"n = {len(rows)} pieces of evidence; as of {as_of}")
    stances = Counter(row["stance"] for row in rows)
    counts = "; ".join(f"{stance} {stances[stance]}" for stance in STANCES)
    alt = (
        f"Evidence on {claim}, {len(rows)} pieces: columns by stance, rows by whom they are about, shapes by kind."
        f" {counts[:1].upper()}{counts[1:]}."
    )
    caption = (
        f"Evidence on {claim}, as of {as_of}. A number of pieces is not a weight: read who says so, and about whom."
    )
    return Picture(figure, alt, caption, "\n".join(lines))


def _legend(figure: Figure, axes: Axes, kinds: Sequence[str], note: str) -> None:
    handles = [axes.plot([], [], marker=SHAPES[kind], color=INK, linestyle="none", label=kind)[0] for kind in kinds]
    figure.legend(
        handles=handles, loc="outside lower center", ncols=3, frameon=False, fontsize=9, title=note, title_fontsize=9
    )


def _place(row: Row) -> str:
    place = str(row["host_city"] or row["host_country"])
    hidden = re.fullmatch(r"undisclosed \((?:another )?(.*?)n?(?: country)?\)", place)
    return f"{hidden[1]}, host not told" if hidden else place
