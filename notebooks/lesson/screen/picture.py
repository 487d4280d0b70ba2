"""Figures: rows in, a matplotlib Figure out, and beside it the same numbers in words.

JupyterLab honours only the `alt` of an HTML image, so that is what carries the description to a screen reader;
the plain text carries it to nbval. Shapes say the same as colours; n and the date of the sources are drawn.
"""

from __future__ import annotations

import base64
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import cycle
from typing import TYPE_CHECKING

from lesson import tables
from lesson.core.words import say
from lesson.screen.caption import first_words
from lesson.tables import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, QUIET, LINE, YES, NO, OPEN = "#1b1f24", "#59636e", "#d5dbe1", "#00639c", "#a84300", "#62459a"
STANCES = ("supports", "qualifies", "cautions", "challenges")
COLOURS = {"supports": YES, "qualifies": OPEN, "cautions": QUIET, "challenges": NO}
SHAPES = "^osPDXv*h<>p8d"
"""One for each kind of evidence, in the order in which the descriptor lists the kinds; after the last, the first."""


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
        name = say("look", "inWords", what=first_words(self.caption))
        return (
            f'<figure style="margin:8px 0;max-width:44rem"><img alt="{escape(self.alt, quote=True)}" '
            f'style="width:100%;height:auto;background:#fff" src="data:image/png;base64,{image}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
            f"<details><summary>{escape(name)}</summary><ul>{items}</ul></details>"
        )

    def text(self) -> str:
        """The figure as words."""
        return f"{say('look', 'figure', alt=self.alt)}\n{self.caption}\n{self.words}"


def canvas(height: float) -> tuple[Figure, Axes]:
    """An empty figure of this height in inches, with quiet axes."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.8, height), layout="constrained", facecolor="white")
    axes = figure.subplots()
    axes.tick_params(colors=INK, labelsize=9, length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)
    axes.set_axisbelow(True)
    return figure, axes


def evidence(rows: Sequence[Row], claim: str, as_read: str) -> Picture:
    """Evidence for one claim, by stance, by whom it is about, and by kind. `rows` are those of the evidence table."""
    groups = sorted({row["about"] for row in rows}, key=lambda g: (-sum(r["about"] == g for r in rows), g))
    figure, axes = canvas(1.9 + 0.8 * len(groups))
    shapes = dict(zip(tables.words("evidence", "kind"), cycle(SHAPES), strict=False))
    for y, group in enumerate(reversed(groups)):
        for x, stance in enumerate(STANCES):
            here = [row for row in rows if row["about"] == group and row["stance"] == stance]
            for i, row in enumerate(sorted(here, key=lambda r: (r["kind"], r["evidence_id"]))):
                place = (x - 0.38 + 0.155 * (i % 6), y + 0.24 - 0.26 * (i // 6))
                axes.plot(*place, marker=shapes[row["kind"]], markersize=8, color=COLOURS[stance], linestyle="none")
    axes.set_xlim(-0.5, len(STANCES) - 0.5)
    axes.set_ylim(-0.5, len(groups) - 0.5)
    axes.set_xticks(range(len(STANCES)), STANCES)
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(groups)), [say("look", "pictureGroup", group=group) for group in reversed(groups)])
    for x in range(1, len(STANCES)):
        axes.axvline(x - 0.5, color=LINE)
    for y in range(1, len(groups)):
        axes.axhline(y - 0.5, color=LINE)
    axes.spines["bottom"].set_visible(False)
    kinds_shown = {kind: shapes[kind] for kind in sorted({row["kind"] for row in rows})}
    _legend(figure, axes, kinds_shown, say("look", "pictureN", n=len(rows), as_read=as_read))
    stances = Counter(row["stance"] for row in rows)
    counts = "; ".join(f"{stance} {stances[stance]}" for stance in STANCES)
    alt = say("look", "pictureAlt", claim=claim, n=len(rows), counts=f"{counts[:1].upper()}{counts[1:]}")
    caption = say("look", "pictureCaption", claim=claim, as_read=as_read)
    return Picture(figure, alt, caption, "\n".join(_counted(rows, groups)))


def _counted(rows: Sequence[Row], groups: Sequence[str]) -> Iterator[str]:
    """For each group and stance the number of pieces, by kind."""
    for group in groups:
        for stance in STANCES:
            kinds = Counter(r["kind"] for r in rows if r["about"] == group and r["stance"] == stance)
            listed = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items()))
            if kinds:
                yield say("look", "pictureAbout", group=group, stance=stance, n=sum(kinds.values()), kinds=listed)


def _legend(figure: Figure, axes: Axes, shapes: Mapping[str, str], note: str) -> None:
    handles = [
        axes.plot([], [], marker=shape, color=INK, linestyle="none", label=kind)[0] for kind, shape in shapes.items()
    ]
    figure.legend(
        handles=handles, loc="outside lower center", ncols=3, frameon=False, fontsize=9, title=note, title_fontsize=9
    )
