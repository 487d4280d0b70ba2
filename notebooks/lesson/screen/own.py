"""Views of one's own answers: the argument in the colours of one's votes, what moved, how sure and how right."""

from __future__ import annotations

from typing import Any

from lesson import tables
from lesson.bank import journey, lessons
from lesson.bank.claim_names import label
from lesson.core import home, markdown
from lesson.core.item import Item
from lesson.core.words import say
from lesson.screen.registries import Made, explorer


@explorer("calibration")
def calibration() -> Made:
    """How sure against how right."""
    items = [journey.part(item) for item in journey.sure()]
    sheet = {"id": "calibration", "view": "calibration", "title": say("look", "calibrationTitle"), "items": items}
    return sheet, [say("look", "calibrationWords", n=len(items))]


@explorer("shift")
def shift() -> Made:
    """First and second votes."""
    sheet = {"id": "shift", "view": "shift", "title": say("look", "shiftTitle"), "items": _votes()}
    return sheet, [f"- {item['claim']}: {item['text']}" for item in _votes()]


def _votes() -> list[dict[str, Any]]:
    words = {row["claim_id"]: row["claim"] for row in tables.rows("claims")}
    return [{**journey.part(item), "claim": label(claim), "text": words[claim]} for claim, item in journey.votes()]


def _guess(item: Item) -> dict[str, Any]:
    """What the page of one's own needs to say of a prediction: the question, the answer in words, the record."""
    options = [{"verdicts": {}, "text": markdown.plain(option.text)} for option in item.options]
    text, shown = markdown.plain(item.stem), markdown.plain(item.shown)
    return {"text": text, "shown": shown, "unit": item.unit, "options": options}


@explorer("summary")
def summary() -> Made:
    """One's own course on a page."""
    uses: dict[str, dict[str, Any]] = {}

    def add(item: dict[str, Any], use: str, **more: object) -> None:
        uses.setdefault(item["id"], {**item, "use": []})
        uses[item["id"]] |= more
        uses[item["id"]]["use"].append(use)

    for item in journey.items():
        add(journey.part(item), f"lesson {item.lesson}")
    for vote in _votes():
        add(vote, "claim", claim=vote["claim"], text=vote["text"])
    for item in journey.texts():
        add(journey.part(item), "text", text=markdown.plain(item.stem))
    for item in journey.guesses():
        add(journey.part(item), "guess", **_guess(item))
    for item in journey.sure():
        add(journey.part(item), "sure")
    title = say("look", "summaryTitle", title=home.settings().title)
    sheet = {
        "id": "summary",
        "view": "summary",
        "title": title,
        "lessons": lessons.numbers(),
        "items": list(uses.values()),
    }
    return sheet, [say("look", "summaryWords")]
