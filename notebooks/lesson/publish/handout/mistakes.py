"""The wrong answers of a question: the option, the mistake that it shows, and what is said to whoever made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lesson.core.item import Item, Sheet
from lesson.publish.worksheet import is_of_cards
from lesson.screen.ask import marks


@dataclass(frozen=True)
class Mistake:
    """`mark` and `option` name the answer; `shows` is the mistake, as a text; `reply` is safe HTML."""

    mark: str
    option: str
    shows: str
    reply: str


def mistakes(made: Item, sheet: Sheet) -> Iterator[Mistake]:
    """Yield what an author calls a mistake, in the order of the options."""
    names = marks(sheet) if sheet["listed"] else ["–"] * len(sheet["options"])
    for place, (name, option, shown) in enumerate(zip(names, made.options, sheet["options"], strict=True)):
        if option.mistake:
            yield Mistake(name, _said(sheet, place), option.mistake, shown["feedback"])


def _said(sheet: Sheet, place: int) -> str:
    """What an option says: its words, or where a table says it, what stands there beside its name."""
    option = sheet["options"][place]
    beside = sheet["tables"][0]["rows"][place][1:] if is_of_cards(sheet) else option["cells"]
    return ": ".join(filter(None, (option["text"], ", ".join(cell["text"] for cell in beside))))
