"""What `lesson.explore` can open: things to try, fed by the reader's own answers or by rows that are shipped once."""

from __future__ import annotations

import hashlib
import inspect
import json
from html import escape
from typing import Any

from lesson.core.words import say
from lesson.screen import argument, own
from lesson.screen.card import Card, MapCard, notebook
from lesson.screen.registries import EXPLORERS
from lesson.screen.show import fold_name, folded

__all__ = ["argument", "explore", "own"]

CARDS: dict[str, type[Card]] = {"map": MapCard}
"""Views with a bundle of their own; all others are drawn by lesson.js."""


def explore(name: str, half: int = 1, closed: bool | str = False) -> Card:
    """Return the card of this name, folded away if `closed`. Raises KeyError, with the names there are, otherwise."""
    sheet, html, text = opened(name, half, closed)
    return CARDS.get(sheet["view"], Card)(sheet, html, text)


def opened(name: str, half: int = 1, closed: bool | str = False) -> tuple[dict[str, Any], str, str]:
    """Return the sheet of a card, and its readable forms: HTML and plain text. Raises as `explore`."""
    make = EXPLORERS.find(name)
    sheet, lines = make(half) if "half" in inspect.signature(make).parameters else make()
    mark = hashlib.sha256(json.dumps(sheet, sort_keys=True).encode()).hexdigest()[:8]
    fold = fold_name(sheet["title"], closed)
    sheet = {"notebook": notebook() or "explore", "lesson": "explore", "items": [], "closed": fold, **sheet}
    text = "\n".join([sheet["title"], *lines, say("card", "runToTry")])
    html = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    # Rows that only the script shows are in the words as a fingerprint, so that nbval sees when one changes.
    return sheet, folded(html, fold) if fold else html, f"{text}\n[{mark}]"
