"""Small tables that everybody can read: header cells with a scope, a caption, dispute marks in words, source links.

Wide screens show a grid; narrow ones a list with the name of each column before its value. The plain text holds the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from lesson.core.dates import is_date
from lesson.core.words import say
from lesson.tables import Row

NO_FORMULAS = "mathjax_ignore tex2jax_ignore"
"""Classes by which Jupyter leaves two dollar signs alone; otherwise the words between them become a formula."""
STYLE = """<style>
.lesson-table{max-width:44rem;overflow-wrap:break-word;container-type:inline-size;font-size:max(.9375rem,calc(var(--jp-content-font-size1,14px)*15/14));line-height:1.4}
.lesson-table .whole{white-space:nowrap}
.lesson-table table{border-collapse:collapse;width:100%;table-layout:auto;font-size:1em;line-height:1.4;text-align:left}
.lesson-table caption{caption-side:top;text-align:left;font-weight:600;font-size:1rem;padding:6px 0;color:inherit}
.lesson-table th,.lesson-table td{text-align:left!important;vertical-align:top!important;padding:8px 10px;line-height:1.4!important;white-space:normal!important;max-width:none!important}
.lesson-table tbody th{font-weight:600}
.lesson-table .mark{display:inline-block;border-bottom:1px dotted currentColor;font-size:.9em;font-weight:400}
.lesson-table summary{cursor:pointer;min-height:24px;text-decoration:underline dotted;text-underline-offset:3px}
.lesson-table details.mark{display:block;border:0}
.lesson-table .below{font-size:.9em}
.lesson-table .sources{margin:4px 0 0}
@container (max-width:36rem){
.lesson-table table,.lesson-table tbody,.lesson-table caption{display:block}
.lesson-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.lesson-table tbody tr{display:block;padding:6px 0;border-bottom:1px solid currentColor;background:none!important}
.lesson-table tbody th,.lesson-table tbody td{display:block;border:0;padding:3px 0}
.lesson-table td[data-l]::before{content:attr(data-l) ": ";font-weight:600}
}
</style>"""


@dataclass(frozen=True)
class Cell:
    """One cell: words, a mark that says what is disputed, links (label, address), and `why`, which the mark opens."""

    text: str
    mark: str = ""
    links: tuple[tuple[str, str], ...] = ()
    why: str = ""

    @property
    def html(self) -> str:
        """The cell as HTML; every word from data is escaped."""
        parts = [f'<span class="whole">{escape(self.text)}</span>' if is_date(self.text) else escape(self.text)]
        if self.mark:
            parts.append(self._marked)
        return " ".join(filter(None, [*parts, self._linked]))

    @property
    def _linked(self) -> str:
        return " · ".join(
            f'<a href="{escape(url, quote=True)}" target="_blank" rel="noopener noreferrer">{escape(label)}</a>'
            if url.startswith(("https://", "http://"))
            else escape(label)
            for label, url in self.links
        )

    def below(self, title: str) -> str:
        """The links folded under their number, as they stand below other words; or the words that stand for none."""
        if self.links:
            name = f"{escape(title)} ({len(self.links)})"
            return f'<details class="sources"><summary>{name}</summary>{self._linked}</details>'
        return f'<span class="sources">{escape(title)}: {escape(self.text)}</span>' if self.text else ""

    @property
    def _marked(self) -> str:
        mark = escape(self.mark)
        if not self.why:
            return f'<span class="mark">{mark}</span>'
        return f'<details class="mark"><summary>{mark}</summary>{escape(self.why)}</details>'

    @property
    def plain(self) -> str:
        """The cell as words; links by their labels."""
        return " ".join(
            filter(
                None, [self.text, f"[{self.mark}]" if self.mark else "", " · ".join(label for label, _ in self.links)]
            )
        )


def slim(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[list[str], list[list[str]]]:
    """Return the columns and the HTML of their cells; a last column of publications is folded below each row's words."""
    last = [row[-1] for row in rows]
    if len(columns) < 3 or not any(cell.links for cell in last) or any(cell.text and cell.links for cell in last):
        return list(columns), [[cell.html for cell in row] for row in rows]
    title = columns[-1]
    return list(columns[:-1]), [
        [*(cell.html for cell in row[:-2]), f"{row[-2].html}{row[-1].below(title)}"] for row in rows
    ]


@dataclass(frozen=True)
class Table:
    """A table to look at. `rows` hold one cell for each column; the first cell of a row names the row."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    below: str = ""

    def html(self) -> str:
        """The table as HTML, complete in itself."""
        columns, rows = slim(self.columns, self.rows)
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
        body = "".join(f"<tr>{_row(columns, row)}</tr>\n" for row in rows)
        below = f'<p class="below">{escape(self.below)}</p>' if self.below else ""
        return (
            f'{STYLE}<div class="lesson-table {NO_FORMULAS}"><table><caption>{escape(self.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>{below}</div>"
        )

    def text(self) -> str:
        """The table as lines of words."""
        lines = [say("look", "table", caption=self.caption)]
        for row in self.rows:
            rest = "; ".join(f"{name}: {cell.plain}" for name, cell in zip(self.columns[1:], row[1:], strict=True))
            lines.append(f"- {row[0].plain}. {rest}")
        return "\n".join([*lines, *([self.below] if self.below else [])])

    def __repr__(self) -> str:
        return self.text()

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.text()}


def _row(columns: Sequence[str], row: Sequence[str]) -> str:
    rest = "".join(
        f'<td data-l="{escape(name, quote=True)}">{html}</td>' for name, html in zip(columns[1:], row[1:], strict=True)
    )
    return f'<th scope="row">{row[0]}</th>{rest}'


PAGE = 10


def page_of(found: Sequence[Row], page: int) -> tuple[int, Sequence[Row]]:
    """Return where a page of ten rows begins, and its rows. Raises ValueError when there is no such page."""
    first = (page - 1) * PAGE
    shown = found[first : first + PAGE] if page > 0 else []
    if not shown:
        raise ValueError(say("look", "noPage", page=page, pages=-(-len(found) // PAGE)))
    return first, shown
