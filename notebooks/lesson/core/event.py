"""One line of a learner's log, what makes one whole, and what is folded from many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lesson.core.item import is_number, is_whole
from lesson.core.words import say

SCHEMA = 1
FIELDS = {
    "v", "id", "time", "notebook", "item", "item_version", "kind", "attempt", "vote", "answer", "confidence"
}  # fmt: skip
KINDS = ("vote", "commit", "hint", "note", "reset")

ID = re.compile(r"[A-Za-z0-9-]{8,64}")
HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can hold and UTF-8 cannot."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
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
    bad = sorted(FIELDS ^ set(event))
    texts = {"id": ID, "time": _TIME, "notebook": _NAME, "item": _NAME, "item_version": _NAME}
    bad += [k for k, p in texts.items() if not (isinstance(event.get(k), str) and p.fullmatch(event[k]))]
    if not _whole_number(event.get("v"), SCHEMA, SCHEMA):
        bad.append("v")
    if event.get("kind") not in KINDS:
        bad.append("kind")
    if not _whole_number(event.get("attempt"), 1, 9999):
        bad.append("attempt")
    if event.get("vote") is not None and not _whole_number(event["vote"], 1, 2):
        bad.append("vote")
    if event.get("confidence") is not None and not _whole_number(event["confidence"], 0, 100):
        bad.append("confidence")
    if not _is_answer(event.get("answer")):
        bad.append("answer")
    return say("log", "notOursSee", fields=", ".join(map(str, bad)))[:200] if bad else None


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
