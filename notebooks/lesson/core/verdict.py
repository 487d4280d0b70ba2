"""How the worth of single options becomes a verdict: the same few steps that screen/js/verdict.js takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lesson.core.item import Outcome, Sheet, Verdict, is_whole


def is_index(value: Any, count: int) -> bool:
    """Whether a value is one of the whole numbers from 0 up to, and without, `count`. As in JSON, 1.0 is 1."""
    return is_whole(value) and 0 <= value < count


def unanswered(sheet: Sheet) -> Verdict:
    """The verdict on what is no answer."""
    return Verdict("unanswered", (None,) * len(sheet["options"]))


def kept(given: bool) -> Verdict:
    """The verdict of a question that grades nothing: only whether an answer was given."""
    return Verdict(None if given else "unanswered")


def chosen(sheet: Sheet, index: Any) -> Verdict:
    """The verdict on the one option that counts; `index` is anything."""
    options = sheet["options"]
    if not is_index(index, len(options)):
        return unanswered(sheet)
    outcome = options[int(index)]["verdicts"]["chosen"]
    return Verdict(outcome, tuple(outcome if i == index else None for i in range(len(options))))


def whole(outcomes: Sequence[Outcome]) -> Verdict:
    """One settled miss makes it "not yet"; only debated parts make it "debated"."""
    if any(outcome in ("not yet", "unanswered") for outcome in outcomes):
        return Verdict("not yet", tuple(outcomes))
    return Verdict("debated" if all(o == "debated" for o in outcomes) else "supported", tuple(outcomes))
