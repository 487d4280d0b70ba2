"""One item of QTI 3.0: what is answered, how it is judged, what is said.

Every graded question is a list of parts, each with its ways; one response processing for all kinds counts the parts
that are missed, settled or open, and comes to the verdict as core/verdict.py does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from lesson.core import home
from lesson.core.item import Sheet
from lesson.core.words import say
from lesson.publish.export import parts
from lesson.publish.export.parts import Way
from lesson.publish.export.qti3_rules import EMPTY, Branch, processing
from lesson.publish.export.xml import Element, from_html, tag

SPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
AFTER = "AFTER"
"""The name of what everybody reads afterwards."""


@dataclass
class Made:
    """A question in the making: what is answered, how it is judged, and what may be said.

    `cardinality` and `base` are those of the response, `right` its key, `judged` the branches of each part,
    `constants` the base type and the value of each name that a condition uses.
    """

    interaction: Element
    cardinality: str
    base: str
    right: Sequence[str] = ()
    judged: list[list[Branch]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    constants: dict[str, tuple[str, str]] = field(default_factory=dict)
    body: str | None = None
    graded: bool = True

    def judge(self, part: int, ways: Sequence[tuple[Element | None, Way]]) -> None:
        """Add a part: the first of its ways that holds counts; one without a condition holds where no other does."""
        branches = []
        for number, (holds, way) in enumerate(ways):
            name = f"F{part}_{number}"
            self.said[name] = way.said
            branches.append(Branch(holds, way.outcome, name))
        self.judged.append(branches)


# ---------------------------------------------------------------- the item


def item(sheet: Sheet, made: Made) -> Element:
    """Return the whole item."""
    made.said[EMPTY] = escape(say("card", "unanswered"))
    made.said[AFTER] = parts.after(sheet, each=not made.judged)
    body = parts.question(sheet) if made.body is None else made.body
    return tag(
        "qti-assessment-item",
        _response(made),
        *_outcomes(),
        *(_constant(name, base, value) for name, (base, value) in made.constants.items()),
        tag("qti-item-body", from_html("div", body), made.interaction, *_rubric(sheet)),
        processing(made.judged, AFTER, made.graded and bool(made.judged)),
        *(_modal(name, text) for name, text in made.said.items()),
        xmlns=SPACE,
        xml__lang=home.language(),
        identifier=f"i-{sheet['id']}",
        title=sheet["id"],
        adaptive="false",
        time_dependent="false",
    )


def _response(made: Made) -> Element:
    named = {"identifier": "RESPONSE", "cardinality": made.cardinality, "base_type": made.base}
    values = [tag("qti-value", value) for value in made.right]
    return tag("qti-response-declaration", *([tag("qti-correct-response", *values)] if values else []), **named)


def _outcomes() -> list[Element]:
    def declared(name: str, base: str, value: str = "", cardinality: str = "single") -> Element:
        default = [tag("qti-default-value", tag("qti-value", value))] if value else []
        return tag("qti-outcome-declaration", *default, identifier=name, cardinality=cardinality, base_type=base)

    return [
        declared("SCORE", "float", "0"),
        declared("MISSED", "integer", "0"),
        declared("SETTLED", "integer", "0"),
        declared("OPEN", "integer", "0"),
        declared("VERDICT", "identifier"),
        declared("FEEDBACK", "identifier", cardinality="multiple"),
    ]


def _constant(name: str, base: str, value: str) -> Element:
    """A value under a name: qti3-item-player 1.1.20 reads no pair in a qti-base-value, and no number in a qti-index."""
    default = tag("qti-default-value", tag("qti-value", value))
    return tag("qti-template-declaration", default, identifier=name, cardinality="single", base_type=base)


def _modal(name: str, text: str) -> Element:
    body = tag("qti-content-body", from_html("div", text))
    return tag("qti-modal-feedback", body, outcome_identifier="FEEDBACK", show_hide="show", identifier=name)


def _rubric(sheet: Sheet) -> list[Element]:
    """The levels of a rubric, for whoever reads a text."""
    if sheet["type"] != "reflect":
        return []
    body = tag("qti-content-body", from_html("div", parts.rubric(sheet)))
    return [tag("qti-rubric-block", body, view="scorer", use="scoring")]


# ---------------------------------------------------------------- what stands in conditions


def _variable() -> Element:
    return tag("qti-variable", identifier="RESPONSE")


def _value(base: str, value: str) -> Element:
    return tag("qti-base-value", value, base_type=base)


def chose(name: str) -> Element:
    """Whether one option is the answer."""
    return tag("qti-match", _variable(), _value("identifier", name))


def holds(name: str) -> Element:
    """Whether an option is among those ticked."""
    return tag("qti-member", _value("identifier", name), _variable())


def paired(name: str) -> Element:
    """Whether a card stands in a place; `name` is that of the pair."""
    return tag("qti-member", tag("qti-variable", identifier=name), _variable())


def at(place: str, name: str) -> Element:
    """Whether an option stands at a place; `place` is the name of its number."""
    return tag("qti-match", tag("qti-index", _variable(), n=place), _value("identifier", name))


def within(band: Sequence[float | None]) -> Element | None:
    """Whether a number lies in a band; None for the band that holds everything else."""
    low, high = band
    if low is None or high is None:
        return None
    least, most = (_value("float", repr(float(end))) for end in (low, high))
    return tag("qti-and", tag("qti-gte", _variable(), least), tag("qti-lte", _variable(), most))
