"""The response processing of QTI 3.0, the same for every graded kind of question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lesson.core.item import Outcome
from lesson.publish.export.xml import Element, tag

MISSES = ("not yet", "unanswered")
VERDICTS = {"supported": "supported", "debated": "debated", "not yet": "not-yet", "unanswered": "unanswered"}
"""The verdict as an identifier, which has no blank in it."""

EMPTY = "EMPTY"
"""The name of what is said to whoever answers nothing."""


@dataclass(frozen=True)
class Branch:
    """One way of treating a part: when it holds, what it is worth, and the name of what is then said."""

    holds: Element | None
    outcome: Outcome
    said: str


def processing(judged: Sequence[Sequence[Branch]], after: str, graded: bool) -> Element:
    """Judge each part by the first of its branches that holds, then the whole; `after` is said to who answers."""
    whole = [_verdict(after)] if graded else [_say(after)]
    answered = tag("qti-response-else", *map(_chain, judged), *whole)
    empty = tag("qti-response-if", tag("qti-is-null", _variable("RESPONSE")), *_nothing())
    return tag("qti-response-processing", tag("qti-response-condition", empty, answered))


def _nothing() -> list[Element]:
    return [_set("VERDICT", _named("unanswered")), _say(EMPTY)]


def _chain(part: Sequence[Branch]) -> Element:
    made = tag("qti-response-condition")
    for number, branch in enumerate(part):
        rules = [*_counted(branch.outcome), _say(branch.said)]
        if branch.holds is None:
            made.append(tag("qti-response-else", *rules))
        else:
            made.append(tag("qti-response-else-if" if number else "qti-response-if", branch.holds, *rules))
    return made


def _counted(outcome: Outcome) -> list[Element]:
    name = "OPEN" if outcome == "debated" else "MISSED" if outcome in MISSES else "SETTLED"
    one = tag("qti-base-value", "1", base_type="integer")
    return [_set(name, tag("qti-sum", _variable(name), one))]


def _verdict(after: str) -> Element:
    """One settled miss makes it "not yet"; only debated parts make it "debated".

    Where no part was counted nothing was answered, though some players give an empty list then, and not null.
    """

    def branch(name: str, counted: str, outcome: Outcome, *more: Element) -> Element:
        return tag(name, _above(counted), _set("VERDICT", _named(outcome)), *more, _say(after))

    return tag(
        "qti-response-condition",
        branch("qti-response-if", "MISSED", "not yet"),
        branch("qti-response-else-if", "SETTLED", "supported", _right()),
        branch("qti-response-else-if", "OPEN", "debated", _right()),
        tag("qti-response-else", *_nothing()),
    )


def _right() -> Element:
    return _set("SCORE", tag("qti-base-value", "1", base_type="float"))


def _above(name: str) -> Element:
    return tag("qti-gt", _variable(name), tag("qti-base-value", "0", base_type="integer"))


def _variable(name: str) -> Element:
    return tag("qti-variable", identifier=name)


def _named(outcome: Outcome) -> Element:
    return tag("qti-base-value", VERDICTS[outcome], base_type="identifier")


def _set(name: str, value: Element) -> Element:
    return tag("qti-set-outcome-value", value, identifier=name)


def _say(name: str) -> Element:
    more = tag("qti-multiple", _variable("FEEDBACK"), tag("qti-base-value", name, base_type="identifier"))
    return _set("FEEDBACK", more)
