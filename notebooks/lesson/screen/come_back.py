"""Return cards: questions asked again some weeks later, first those of which a learner was sure and wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from lesson.bank import compile, grade, journey
from lesson.core.event import Event
from lesson.core.fold import fold
from lesson.core.item import Item
from lesson.core.words import say
from lesson.screen.ask import as_html, as_text
from lesson.screen.card import Card, log

NOTEBOOK = "come-back"
CARDS, A_LESSON = 5, 2
SURE, UNSURE = 75, 50
"""Per cent of sureness from which somebody was sure, and up to which they were not."""


def come_back(place: int) -> Card:
    """Return the card at `place`, 1 to 5. Raises ValueError for another place."""
    if not 1 <= place <= CARDS:
        raise ValueError(say("look", "returnPlace", n=CARDS))
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    events = log().events
    item = chosen(journey.graded(), events, today)[place - 1]
    sheet = compile.compile(item)
    head = say("look", "returnCard", number=place, total=CARDS, lesson=item.lesson)
    shown = {
        **sheet,
        "view": "ask",
        "again": False,
        "fresh": not _answered(item, events, today),
        "claim": "",
        "number": place,
        "total": CARDS,
        "notebook": NOTEBOOK,
    }
    return Card(shown, as_html(sheet, head), as_text(sheet, head))


def chosen(items: Sequence[Item], events: Iterable[Event], today: str) -> list[Item]:
    """Return five items: sure and wrong, wrong, right by luck, right, not asked yet; at most two a lesson.

    What was asked again on an earlier day comes last; what was asked again today stays, so that a second run of the
    notebook shows the same cards. `today` is a day such as 2026-11-25.
    """
    found = list(events)
    before = [event for event in found if event["notebook"] != NOTEBOOK]
    again = {e["item"] for e in found if e["notebook"] == NOTEBOOK and not e["time"].startswith(today)}
    states = fold(before, {item.id: item.version for item in items})
    ranks = {item.id: (item.id in again, _rank(item, states[item.id].first)) for item in items}
    taken: list[Item] = []
    lessons: Counter[str] = Counter()
    for most in (A_LESSON, len(items)):
        for item in sorted(items, key=lambda each: ranks[each.id]):
            if len(taken) < CARDS and item not in taken and lessons[item.lesson] < most:
                taken.append(item)
                lessons[item.lesson] += 1
    return taken


def _rank(item: Item, first: Event | None) -> int:
    """The place of a first answer among the reasons to ask again; the lowest comes first."""
    if first is None:
        return 4
    sure = first["confidence"] or 0
    if grade.grade(compile.compile(item), first["answer"]).outcome not in ("supported", "debated"):
        return 0 if sure >= SURE else 1
    return 2 if sure <= UNSURE else 3


def _answered(item: Item, events: Iterable[Event], today: str) -> bool:
    return any(e["item"] == item.id and e["notebook"] == NOTEBOOK and e["time"].startswith(today) for e in events)
