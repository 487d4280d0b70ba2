"""Numbers as people write them."""

from __future__ import annotations


def spoken(value: float) -> str:
    """Return a number as people write it: 10,000 or 2.5."""
    return f"{round(value):,}" if value == round(value) else f"{value:,.4g}"
