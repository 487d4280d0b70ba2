"""A grid of dots, one for each piece: its row says whom it is about, its column how it stands, its fill how far it is
trusted. A dot is a fold: it opens its piece below the grid, without a script; only one is open at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lesson.core.words import say
from lesson.screen.drawn.style import style
from lesson.screen.table import NO_FORMULAS

TRUST = ("high", "medium", "low")


@dataclass(frozen=True)
class Piece:
    """One piece: whom it is about, how it stands, how far it is trusted, and its words, each under what it is."""

    name: str
    about: str
    stance: str
    trust: str
    words: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Grid:
    """The grid of some pieces. `mark` tells its folds from those of another grid on the same page."""

    mark: str
    caption: str
    sub: str
    below: str
    columns: Sequence[str]
    pieces: Sequence[Piece]
    words: Sequence[str]

    def groups(self) -> list[str]:
        """Whom the pieces are about, most pieces first."""
        about = [piece.about for piece in self.pieces]
        return sorted(set(about), key=lambda group: (-about.count(group), group))

    def html(self) -> str:
        """The grid as HTML, complete in itself; every word from data is escaped."""
        counts = [sum(piece.stance == stance for piece in self.pieces) for stance in self.columns]
        heads = [f"{stance}, {count}" for stance, count in zip(self.columns, counts, strict=True)]
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (say("look", "dotsAbout"), *heads))
        rows = "".join(self._row(group) for group in self.groups())
        legend = "".join(
            f'<li><span class="dot {trust}"></span>{escape(say("look", name))}</li>'
            for trust, name in zip(TRUST, ("trustHigh", "trustMedium", "trustLow"), strict=True)
        )
        items = "".join(f"<li>{escape(line)}</li>" for line in self.words)
        return (
            f'{style("figure", "dots")}<figure class="lesson-figure lesson-dots {NO_FORMULAS}">'
            f'<p class="title">{escape(self.caption)}</p><p class="sub">{escape(self.sub)}</p>'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            f'<ul class="legend">{legend}</ul><figcaption>{escape(self.below)}</figcaption></figure>'
            f"<details><summary>{escape(say('look', 'inWords', what=self.caption))}</summary><ul>{items}</ul></details>"
        )

    def _row(self, group: str) -> str:
        here = [piece for piece in self.pieces if piece.about == group]
        cells = []
        for stance in self.columns:
            dots = "".join(self._dot(piece) for piece in here if piece.stance == stance)
            inside = f'<div class="row {escape(stance, quote=True)}">{dots}</div>' if dots else ""
            cells.append(f'<td data-l="{escape(stance, quote=True)}">{inside}</td>')
        return f'<tr><th scope="row">{escape(f"{group}, {len(here)}")}</th>{"".join(cells)}</tr>'

    def _dot(self, piece: Piece) -> str:
        said = say("look", "dot", name=piece.name, stance=piece.stance, trust=piece.trust)
        body = "".join(f"<p><b>{escape(what)}</b> {escape(words)}</p>" for what, words in piece.words)
        trust = piece.trust if piece.trust in TRUST else "low"
        return (
            f'<details name="dots-{escape(self.mark, quote=True)}"><summary aria-label="{escape(said, quote=True)}">'
            f'<span class="dot {trust}"></span></summary>'
            f'<div class="piece"><p><b>{escape(said)}</b></p>{body}</div></details>'
        )

    def text(self) -> str:
        """The grid as words: how many pieces, and each of them in short."""
        head = [say("look", "figure", alt=self.caption), self.sub]
        return "\n".join([*head, *(f"- {line}" for line in self.words), self.below])
