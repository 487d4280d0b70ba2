"""The response processing of QTI 3.0, the same for every graded kind of question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lesson.core.item import Outcome
from lesson.publish.export.xml import Element, tag

MISSES = ("not yet", "unanswered")
VERDICTS = {"supported": "supported", "debated": "debated", "not yet": "not-yet", "unanswered": "unanswered"}
"""The verdict as an identifier, which has no blank in it."""


@dataclass(frozen=True)
class Branch:
    """One way of treating a part: when it holds, what it is worth, and the name of what is then said."""

    holds: Element | None
    outcome: Outcome
    said: str


def processing(judged: Sequence[Sequence[Branch]], after: str, graded: bool) -> Element:
    """Judge each part by the first of its branches that holds, then the whole; `after` is said to everybody."""
    whole = [_verdict()] if graded else []
    rules = [_chain(part) for part in judged]
    answered = tag("qti-response-else", *rules, *whole, _say(after))
    empty = tag("qti-response-if", tag("qti-is-null", _variable("RESPONSE")), _set("VERDICT", _named("unanswered")))
    return tag("qti-response-processing", tag("qti-response-condition", empty, answered))


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
    """A debated part is neither missed nor settled."""
    if outcome == "debated":
        return []
    name = "MISSED" if outcome in MISSES else "SETTLED"
    one = tag("qti-base-value", "1", base_type="integer")
    return [_set(name, tag("qti-sum", _variable(name), one))]


def _verdict() -> Element:
    """One settled miss makes it "not yet"; only debated parts make it "debated"."""
    return tag(
        "qti-response-condition",
        tag("qti-response-if", _above("MISSED"), _set("VERDICT", _named("not yet"))),
        tag("qti-response-else-if", _above("SETTLED"), _set("VERDICT", _named("supported")), _right()),
        tag("qti-response-else", _set("VERDICT", _named("debated")), _right()),
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
