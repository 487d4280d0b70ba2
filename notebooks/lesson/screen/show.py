"""What `lesson.show` can show: a table, a map or a picture of the course, by name."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from lesson.core.words import say
from lesson.screen import reference
from lesson.screen.caption import first_words
from lesson.screen.registries import LOOKS

__all__ = ["Look", "folded", "reference", "show"]


@dataclass(frozen=True)
class Look:
    """Something to look at, as HTML and as words; folded away under the name `fold`, where there is one."""

    html: str
    text: str
    fold: str = ""

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/html": folded(self.html, self.fold) if self.fold else self.html, "text/plain": self.text}


def folded(html: str, name: str) -> str:
    """Fold something away under a name that says what it is."""
    return f"<details><summary>{escape(name)}</summary>{html}</details>"


def fold_name(caption: str, closed: bool | str) -> str:
    """The name of a fold: the first sentence of what is in it, and in brackets what an author says of it."""
    if not closed:
        return ""
    first = first_words(caption)
    return f"{first} ({closed})" if isinstance(closed, str) else first


def show(name: str, page: int = 1, closed: bool | str = False, claim: str = "", lesson: str = "") -> Look:
    """Return the look of this name. Raises KeyError, with the names there are, for an unknown one.

    `closed` folds it away under its own first sentence; a text is put behind that in brackets, such as "answers
    question 3". Raises ValueError, with what there is, for a page or a claim that it does not have.
    """
    draw = LOOKS.find(name)
    asked: dict[str, Any] = {"page": page, "claim": claim, "lesson": lesson}
    plain: dict[str, Any] = {"page": 1, "claim": "", "lesson": ""}
    takes = list(inspect.signature(draw).parameters)
    _refuse(name, [word for word in asked if asked[word] != plain[word] and word not in takes], takes)
    drawn = draw(**{word: asked[word] for word in takes})
    return Look(drawn.html(), drawn.text(), fold_name(drawn.caption, closed))


def _refuse(name: str, strange: Sequence[str], takes: Sequence[str]) -> None:
    """Raises ValueError for words that this look does not take."""
    if strange:
        there = ", ".join(f"{word}=..." for word in takes) or say("look", "takesNothing")
        raise ValueError(say("look", "takesNo", name=name, word=strange[0], there=there))
