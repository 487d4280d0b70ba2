"""Numbers as people write them."""

from __future__ import annotations


def spoken(value: float) -> str:
    """Return a number as people write it: 10,000 or 2.5."""
    if value == round(value):
        return f"{round(value):,}"
    return f"{value:.4g}" if abs(value) < 1 else f"{value:,.2f}".rstrip("0").rstrip(".")
