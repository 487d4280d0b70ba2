"""The frame of a figure: what one sees, what is counted, the drawing in two widths, n, sources, the numbers said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from lesson.core.words import say
from lesson.screen.drawn.style import style
from lesson.screen.table import Table

BROAD, NARROW = 640, 343
"""Pixels for which a figure is drawn: a column of text, and a phone."""
Marks = tuple[str, float]
"""The inside of an SVG, and its height in pixels."""


@dataclass(frozen=True)
class Drawing:
    """A figure. `draw` makes its marks for a width; `alt` says in a sentence or two what there is to see.

    `words` say every number; where a `table` holds them all, with its sources, it stands in the fold instead.
    """

    caption: str
    sub: str
    draw: Callable[[float], Marks]
    alt: str
    below: str
    words: Sequence[str] = ()
    table: Table | None = None
    broad: float = BROAD

    def html(self) -> str:
        """The figure as HTML, complete in itself; every word from data is escaped."""
        wide = " wide" if self.broad > BROAD else ""
        return (
            f'{style("figure")}<figure class="lesson-figure{wide}"><p class="title">{escape(self.caption)}</p>'
            f'<p class="sub">{escape(self.sub)}</p>{self.svg(self.broad, "broad")}{self.svg(NARROW, "narrow")}'
            f"<figcaption>{escape(self.below)}</figcaption></figure>"
            f"<details><summary>{escape(say('look', 'inWords', what=self.caption))}</summary>{self._folded()}</details>"
        )

    def svg(self, width: float, css: str) -> str:
        """The drawing for one width."""
        marks, height = self.draw(width)
        return (
            f'<svg class="{css}" viewBox="0 0 {width:g} {height:g}" role="img"><title>{escape(self.caption)}</title>'
            f"<desc>{escape(self.alt)}</desc>{marks}</svg>"
        )

    def _folded(self) -> str:
        if self.table:
            return self.table.html()
        return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in self.words)}</ul>"

    def text(self) -> str:
        """The figure as words: a table says all that there is to see."""
        head = say("look", "figure", alt=self.caption)
        if self.table:
            return "\n".join([head, self.below, self.table.text()])
        return "\n".join([head, self.sub, self.alt, *(f"- {line}" for line in self.words), self.below])
