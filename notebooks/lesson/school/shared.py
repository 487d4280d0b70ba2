"""What of a learner's answers a class may see."""

from __future__ import annotations

from collections.abc import Iterable

from lesson.bank import load
from lesson.bank.grade import is_graded
from lesson.core.event import Event
from lesson.core.problem import DataError


def shared(events: Iterable[Event], nickname: str) -> list[Event]:
    """Return the events that go to a class: all under a nickname, else those that hold no words and no opinion."""
    return [event for event in events if nickname or not is_private(event)]


def is_private(event: Event) -> bool:
    """Whether an event holds a text, an opinion, or an answer to what is no graded question of this course."""
    if isinstance(event["answer"], str) or event["kind"] == "note":
        return True
    try:
        item = load.item(event["item"])
    except (KeyError, DataError):
        return True
    return not (is_graded(item) or item.type == "predict")
