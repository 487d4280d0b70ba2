"""A table as HTML that a screen reader can read."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def grid(heads: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> str:
    """Return a table as HTML: the first cell of each row is its header. All but the titles is HTML already."""
    caption = f"<caption>{escape(title)}</caption>" if title else ""
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    return f"<table>{caption}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
