"""One line of a learner's log, what makes one whole, and what is folded from many."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lesson.core.item import is_number, is_whole
from lesson.core.words import say

SCHEMA = 1
FIELDS = {
    "v", "id", "time", "notebook", "item", "item_version", "kind", "attempt", "vote", "answer", "confidence"
}  # fmt: skip
KINDS = ("vote", "commit", "hint", "note", "reset")
_TOLD_APART = ("id", "time", "item", "item_version", "kind", "attempt", "vote", "confidence")

ID = re.compile(r"[A-Za-z0-9-]{8,64}")
HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can hold and UTF-8 cannot."""
LAST_ATTEMPT = 9999
"""The highest attempt. A reset ends one below it, so that after any reset there is an attempt left."""
_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z", re.ASCII)
_NAME = re.compile(r"[\w.:-]{1,80}")

Event = dict[str, Any]
"""One line of a learner's log; `problem` says what makes one whole."""


@dataclass(frozen=True)
class State:
    """Where a learner stands with one item, folded from its events.

    `first` is the first answer ever, cleared or not, `vote` the first vote 1, `commit` the latest answer, all to the
    present version of the item;
    `earlier` the latest answer to an earlier version; `attempt` the highest attempt seen since the last reset.
    """

    first: Event | None = None
    vote: Event | None = None
    commit: Event | None = None
    earlier: Event | None = None
    note: Event | None = None
    attempt: int = 0
    hints: int = 0


def problem(event: object) -> str | None:
    """Say in one phrase what keeps `event` from being a line of a log, or None when it is one."""
    if not isinstance(event, dict):
        return say("log", "notOurs")
    if is_whole(event.get("v")) and event["v"] > SCHEMA:
        return say("log", "later")
    bad = bad_fields(event)
    return say("log", "notOursSee", fields=", ".join(bad))[:200] if bad else None


def bad_fields(event: Mapping[Any, Any]) -> list[str]:
    """Name each field that is missing, is one too many, or holds what it cannot; screen/js/event.js says the same."""
    bad = sorted(map(str, FIELDS ^ set(event)))
    texts = {"id": ID, "notebook": _NAME, "item": _NAME, "item_version": _NAME}
    bad += [k for k, p in texts.items() if not (isinstance(event.get(k), str) and p.fullmatch(event[k]))]
    last = LAST_ATTEMPT - 1 if event.get("kind") == "reset" else LAST_ATTEMPT
    vote, sure = event.get("vote"), event.get("confidence")
    fits = {
        "time": _is_time(event.get("time")),
        "v": _whole_number(event.get("v"), SCHEMA, SCHEMA),
        "kind": event.get("kind") in KINDS,
        "attempt": _whole_number(event.get("attempt"), 1, last),
        "vote": vote is None or _whole_number(vote, 1, 2),
        "confidence": sure is None or _whole_number(sure, 0, 100),
        "answer": _is_answer(event.get("answer")),
    }
    return bad + [name for name, fit in fits.items() if not fit]


def mark(event: Event) -> tuple[object, ...]:
    """What tells one line from another. The id alone does not: a file from elsewhere may bear the id of a real one."""
    answer = json.dumps(event["answer"], ensure_ascii=False)
    return (*(event[name] for name in _TOLD_APART), answer)


def _is_time(value: object) -> bool:
    """Whether a text is a moment that there was or will be, as a browser writes it."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    try:
        return found is not None and bool(date(*map(int, found.groups())))
    except ValueError:
        return False


def _is_answer(value: object) -> bool:
    """A shape that some question has: nothing, a number, a text without half characters, a list of cards."""
    if isinstance(value, str):
        return not HALF.search(value)
    if isinstance(value, list):
        return len(value) <= 100 and all(_is_card(c) for c in value)
    return value is None or is_number(value)


def _is_card(value: object) -> bool:
    """A number (an index, or a point of a line), nothing, or the two of a weighed card: its column and its weight."""
    if isinstance(value, list):
        return len(value) == 2 and all(part is None or _whole_number(part, 0, 999) for part in value)
    return value is None or is_number(value)


def _whole_number(value: object, low: int, high: int) -> bool:
    return is_whole(value) and low <= value <= high
