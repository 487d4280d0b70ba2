"""What `lesson.show` can show: a table, a map or a picture of the course, by name."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lesson.core.words import say
from lesson.screen import reference
from lesson.screen.registries import LOOKS

__all__ = ["Look", "folded", "reference", "show"]


@dataclass(frozen=True)
class Look:
    """Something to look at, as HTML and as words; folded away when it answers a prediction."""

    html: str
    text: str
    closed: bool = False

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/html": folded(self.html) if self.closed else self.html, "text/plain": self.text}


def folded(html: str) -> str:
    """Fold away what answers a prediction."""
    return f"<details><summary>{say('card', 'lookAfter')}</summary>{html}</details>"


def show(name: str, page: int = 1, closed: bool = False, claim: str = "", lesson: str = "") -> Look:
    """Return the look of this name. Raises KeyError, with the names there are, for an unknown one.

    Raises ValueError, with what there is, for a page or a claim that it does not have.
    """
    draw = LOOKS.find(name)
    asked: dict[str, Any] = {"page": page, "claim": claim, "lesson": lesson}
    plain: dict[str, Any] = {"page": 1, "claim": "", "lesson": ""}
    takes = list(inspect.signature(draw).parameters)
    _refuse(name, [word for word in asked if asked[word] != plain[word] and word not in takes], takes)
    drawn = draw(**{word: asked[word] for word in takes})
    return Look(drawn.html(), drawn.text(), closed)


def _refuse(name: str, strange: Sequence[str], takes: Sequence[str]) -> None:
    """Raises ValueError for words that this look does not take."""
    if strange:
        there = ", ".join(f"{word}=..." for word in takes) or say("look", "takesNothing")
        raise ValueError(say("look", "takesNo", name=name, word=strange[0], there=there))
