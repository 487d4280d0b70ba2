"""Anki: a deck of cards, one a question. The ids never change, so that a second import updates and adds nothing."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lesson.core import home
from lesson.core.item import Sheet
from lesson.publish.export import parts
from lesson.publish.export.losses import Losses
from lesson.publish.export.parts import Files, Lesson

NAME = "anki"
FIELDS = ("Id", "Front", "Back")
STYLE = """.card { font: 18px/1.5 sans-serif; max-width: 40em; margin: auto; }
td, th { text-align: left; padding: 0 1em 0 0; }"""
Sides = tuple[str, str]
"""Front and back of a card, as HTML."""


def write(lessons: Sequence[Lesson], losses: Losses) -> Files:
    """Return one package with a deck for each lesson."""
    import genanki  # only whoever exports has it

    model = genanki.Model(
        _number("model"),
        home.settings().title,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "card", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}],
        css=STYLE,
    )
    decks = []
    for lesson in lessons:
        deck = genanki.Deck(_number(f"deck {lesson.number}"), f"{home.settings().title}::{lesson.title}")
        for sheet in lesson.sheets:
            sides = KINDS[sheet["type"]](sheet)
            losses.carry(NAME, sheet, _lost(sheet), whole=sides is not None)
            if sides:
                name = genanki.guid_for(home.settings().id, sheet["id"])
                deck.add_note(genanki.Note(model=model, fields=[sheet["id"], *sides], guid=name, tags=_tags(sheet)))
        decks.append(deck)
    return {f"{NAME}.apkg": _packed(genanki.Package(decks))}


def _packed(package: Any) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.apkg"
        package.write_to_file(path)
        return path.read_bytes()


def _number(name: str) -> int:
    """A number that stands for this course and this name, in the range of Anki's own ids."""
    digest = hashlib.sha256(f"{home.settings().id} {name}".encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4]) % (1 << 30)


def _tags(sheet: Sheet) -> list[str]:
    return [sheet["lesson"], sheet["type"], *(["debated"] if sheet["debated"] else [])]


def _lost(sheet: Sheet) -> list[str]:
    if KINDS[sheet["type"]] is _nothing:
        return ["noRecall"]
    return ["recall", *(["votes"] if sheet["votes"] == 2 else []), *(["hints"] if sheet["hints"] else [])]


# ---------------------------------------------------------------- one function a kind


def _choices(sheet: Sheet) -> Sides:
    listed = "".join(f"<li>{parts.label(sheet, option)}</li>" for option in sheet["options"])
    front = f'{parts.question(sheet)}<ol type="A">{listed}</ol>'
    return front, parts.after(sheet, each=True)


def _placed(sheet: Sheet) -> Sides:
    cards = parts.placed(sheet)
    listed = "".join(f"<li>{card.label}</li>" for card in cards)
    columns = ", ".join(way.label for way in cards[0].ways) if sheet["type"] == "match" else ""
    front = f"{parts.question(sheet)}<ul>{listed}</ul><p>{columns}</p>"
    return front, parts.after(sheet, each=True)


def _open(sheet: Sheet) -> Sides:
    return parts.question(sheet), parts.after(sheet, each=True)


def _predict(sheet: Sheet) -> Sides:
    return _choices(sheet) if sheet["options"] else _open(sheet)


def _nothing(sheet: Sheet) -> None:
    """An opinion has no back."""


KINDS: dict[str, Callable[[Sheet], Sides | None]] = {
    "single": _choices,
    "multiple": _choices,
    "match": _placed,
    "pick": _choices,
    "order": _placed,
    "group": _placed,
    "numeric": _open,
    "scale": _nothing,
    "reflect": _open,
    "mark": _open,
    "predict": _predict,
}
