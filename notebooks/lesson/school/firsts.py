"""The first attempts of a learner, graded afresh: what a class is counted by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lesson.bank.grade import grade
from lesson.core.event import Event
from lesson.core.fold import order
from lesson.core.item import Sheet, Verdict
from lesson.school.read import Person
from lesson.school.tally import GOOD, chosen


@dataclass(frozen=True)
class Given:
    """One answer, how sure its giver was, in per cent, when, and what it is worth.

    `right` says whether it is the key, or a reading that can be defended; `chosen` has the options that it counts for,
    `parts` how many of its options or cards were treated well.
    """

    answer: Any
    confidence: int | None
    time: str
    right: bool
    chosen: tuple[int, ...]
    parts: int


@dataclass(frozen=True)
class First:
    """The first answers of one learner to one question: vote 1, or the only answer, and vote 2.

    `late` says that vote 1 was given after it was closed, `earlier` that there are answers to an earlier version alone.
    """

    one: Given | None = None
    two: Given | None = None
    late: bool = False
    earlier: bool = False


def first_of(sheet: Sheet, events: Iterable[Event], closed: str = "") -> First:
    """Return the first answers among the events of one question; `closed` is when vote 1 ended, as events tell time.

    What the sheet cannot grade is no answer. The order is that of the log: attempt, time, id.
    """
    answers = [event for event in events if event["kind"] in ("vote", "commit") and event["answer"] is not None]
    now = sorted((event for event in answers if event["item_version"] == sheet["version"]), key=order)
    if not now:
        return First(earlier=bool(answers))
    if sheet["votes"] == 1:
        return First(one=_first(sheet, now))
    one = _first(sheet, [event for event in now if event["kind"] == "vote" and event["vote"] == 1])
    two = _first(sheet, [event for event in now if event["kind"] == "commit"])
    if one and closed and one.time > closed:
        return First(two=two, late=True)
    return First(one, two)


def firsts(person: Person, sheets: Mapping[str, Sheet], closed: Mapping[str, str]) -> dict[str, First]:
    """Return the first answers of one learner to each question."""
    return {name: first_of(sheet, person.of(name), closed.get(name, "")) for name, sheet in sheets.items()}


def _first(sheet: Sheet, events: Iterable[Event]) -> Given | None:
    for event in events:
        verdict = grade(sheet, event["answer"])
        if verdict.outcome != "unanswered":
            return _given(sheet, event, verdict)
    return None


def _given(sheet: Sheet, event: Event, verdict: Verdict) -> Given:
    """Everything that is counted of an answer, worked out once."""
    answer = event["answer"]
    return Given(
        answer=answer,
        confidence=event["confidence"],
        time=event["time"],
        right=verdict.outcome in GOOD,
        chosen=tuple(chosen(sheet, answer, verdict)),
        parts=sum(outcome in GOOD for outcome in verdict.options),
    )
