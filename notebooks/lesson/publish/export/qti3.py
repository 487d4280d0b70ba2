"""QTI 3.0: a package for each lesson, one file a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lesson.core import home
from lesson.core.item import Outcome, Sheet
from lesson.core.words import say
from lesson.publish.export import parts
from lesson.publish.export.losses import Losses, usual
from lesson.publish.export.parts import Files, Lesson, Way
from lesson.publish.export.qti3_item import SPACE, Made, at, chose, holds, item, paired, within
from lesson.publish.export.xml import Element, document, from_html, tag

NAME = "qti3"
PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"


def write(lessons: Sequence[Lesson], losses: Losses) -> Files:
    """Return a package for each lesson."""
    found: Files = {}
    for lesson in lessons:
        names = {sheet["id"]: f"items/{sheet['id']}.xml" for sheet in lesson.sheets}
        files = {"imsmanifest.xml": _manifest(lesson, names), "assessment.xml": _test(lesson, names)}
        for sheet in lesson.sheets:
            losses.carry(NAME, sheet, _lost(sheet))
            files[names[sheet["id"]]] = document(item(sheet, KINDS[sheet["type"]](sheet)))
        found[f"{NAME}/{lesson.number}.zip"] = parts.zipped(files)
    return found


def _lost(sheet: Sheet) -> list[str]:
    named = usual(sheet)
    named += ["sure"] if sheet["start"] is not None else []
    named += ["hints"] if sheet["hints"] else []
    named += {"pick": ["rows"], "order": ["rows", "asShown"], "group": ["rows", "named"], "reflect": ["byHand"]}.get(
        sheet["type"], []
    )
    return named


# ---------------------------------------------------------------- the package


def _manifest(lesson: Lesson, names: dict[str, str]) -> str:
    test = tag(
        "resource",
        tag("file", href="assessment.xml"),
        *(tag("dependency", identifierref=f"i-{name}") for name in names),
        identifier="assessment",
        type="imsqti_test_xmlv3p0",
        href="assessment.xml",
    )
    items = (
        tag("resource", tag("file", href=path), identifier=f"i-{name}", type="imsqti_item_xmlv3p0", href=path)
        for name, path in names.items()
    )
    metadata = tag("metadata", tag("schema", "QTI Package"), tag("schemaversion", "3.0.0"))
    name = f"{home.settings().id}-{lesson.number}"
    parts_of = (metadata, tag("organizations"), tag("resources", test, *items))
    return document(tag("manifest", *parts_of, xmlns=PACKAGE, identifier=name))


def _test(lesson: Lesson, names: dict[str, str]) -> str:
    items = (tag("qti-assessment-item-ref", identifier=f"i-{name}", href=path) for name, path in names.items())
    section = tag("qti-assessment-section", *items, identifier="section", title=lesson.title, visible="true")
    part = tag("qti-test-part", section, identifier="part", navigation_mode="nonlinear", submission_mode="individual")
    name = f"{home.settings().id}-{lesson.number}"
    return document(tag("qti-assessment-test", part, xmlns=SPACE, identifier=name, title=lesson.title))


# ---------------------------------------------------------------- one function a kind


def _choices(sheet: Sheet, most: int) -> Element:
    choices = [
        tag("qti-simple-choice", from_html("div", parts.label(sheet, option)), identifier=f"C{i}")
        for i, option in enumerate(sheet["options"])
    ]
    return tag("qti-choice-interaction", *choices, response_identifier="RESPONSE", max_choices=str(most))


def _hottext(sheet: Sheet, most: int) -> Element:
    """The text itself, with its pieces to be marked."""
    pieces: list[Element | str] = []
    for i, option in enumerate(sheet["options"]):
        piece = from_html("qti-hottext", option["label"], identifier=f"C{i}")
        pieces += [tag("sup", str(option["number"])), " ", piece, " "]
    return tag("qti-hottext-interaction", tag("p", *pieces), response_identifier="RESPONSE", max_choices=str(most))


def _one(sheet: Sheet, interaction: Element, body: str | None = None) -> Made:
    """One option that counts; where nothing is graded, the option chosen is said something to all the same."""
    ways = parts.chosen(sheet)
    right = [f"C{i}" for i, way in enumerate(ways) if way.good][:1]
    made = Made(interaction, "single", "identifier", right, body=body)
    made.judge(0, [(chose(f"C{i}"), way) for i, way in enumerate(ways)])
    return made


def _single(sheet: Sheet) -> Made:
    return _one(sheet, _choices(sheet, 1))


def _each(sheet: Sheet, interaction: Element, body: str | None = None) -> Made:
    """Every option counts, ticked or left."""
    right = [f"C{i}" for i, option in enumerate(sheet["options"]) if option["verdicts"]["ticked"] == "supported"]
    made = Made(interaction, "multiple", "identifier", right, body=body)
    for i, option in enumerate(sheet["options"]):
        on, off = parts.ticked(option)
        made.judge(i, [(holds(f"C{i}"), on), (None, off)])
    return made


def _several(sheet: Sheet) -> Made:
    return _each(sheet, _choices(sheet, 0))


def _mark(sheet: Sheet) -> Made:
    body = parts.question(sheet, text=False)
    if parts.is_several(sheet):
        return _each(sheet, _hottext(sheet, 0), body)
    return _one(sheet, _hottext(sheet, 1), body)


def _placed(sheet: Sheet) -> Made:
    """Cards in rows, places in columns; each card once."""
    cards = parts.placed(sheet)
    places = cards[0].ways
    rows = [_associable(f"R{i}", card.label, "1") for i, card in enumerate(cards)]
    columns = [_associable(f"C{j}", way.label, "0") for j, way in enumerate(places)]
    sets = (tag("qti-simple-match-set", *rows), tag("qti-simple-match-set", *columns))
    interaction = tag(
        "qti-match-interaction",
        *sets,
        response_identifier="RESPONSE",
        max_associations=str(len(cards)),
        class_="qti-match-tabular",
    )
    right = [f"R{i} C{[way.good for way in card.ways].index(True)}" for i, card in enumerate(cards)]
    made = Made(interaction, "multiple", "directedPair", right, body=parts.question(sheet) + parts.how(sheet))
    for i, card in enumerate(cards):
        made.constants |= {f"P{i}_{j}": ("directedPair", f"R{i} C{j}") for j in range(len(places))}
        ways: list[tuple[Element | None, Way]] = [(paired(f"P{i}_{j}"), way) for j, way in enumerate(card.ways)]
        made.judge(i, [*ways, (None, _nowhere())])
    return made


def _associable(name: str, label: str, most: str) -> Element:
    return tag("qti-simple-associable-choice", from_html("div", label), identifier=name, match_max=most)


def _nowhere() -> Way:
    outcome: Outcome = "unanswered"
    return Way("", outcome, parts.said(outcome, say("card", "notPlaced")))


def _order(sheet: Sheet) -> Made:
    cards = parts.placed(sheet)
    choices = [
        tag("qti-simple-choice", from_html("div", parts.label(sheet, option)), identifier=f"C{i}")
        for i, option in enumerate(sheet["options"])
    ]
    interaction = tag("qti-order-interaction", *choices, response_identifier="RESPONSE", shuffle="false")
    made = Made(interaction, "ordered", "identifier", [f"C{i}" for i in _right_order(sheet)])
    made.constants = {f"N{n}": ("integer", str(n)) for n in range(1, len(cards) + 1)}
    for i, card in enumerate(cards):
        made.judge(i, [(at(f"N{n}", f"C{i}"), way) for n, way in enumerate(card.ways, 1)])
    return made


def _right_order(sheet: Sheet) -> list[int]:
    first = [list(option["verdicts"].values()).index("supported") for option in sheet["options"]]
    return sorted(range(len(first)), key=lambda i: (first[i], i))


def _entry(base: str, length: str = "8") -> Element:
    entry = tag("qti-text-entry-interaction", response_identifier="RESPONSE", expected_length=length)
    return tag("p", entry)


def _numeric(sheet: Sheet) -> Made:
    low, high = sheet["bands"][0]
    made = Made(_entry("float"), "single", "float", [repr(((low or 0) + (high or 0)) / 2)])
    pairs = zip(sheet["bands"], parts.chosen(sheet), strict=True)
    made.judge(0, [(within(band), way) for band, way in pairs])
    return made


def _scale(sheet: Sheet) -> Made:
    slider = tag(
        "qti-slider-interaction",
        response_identifier="RESPONSE",
        lower_bound="0",
        upper_bound="100",
        step="1",
        step_label="false",
    )
    return Made(slider, "single", "integer", body=parts.question(sheet) + parts.how(sheet))


def _text() -> Element:
    return tag("qti-extended-text-interaction", response_identifier="RESPONSE", expected_lines="10")


def _reflect(sheet: Sheet) -> Made:
    return Made(_text(), "single", "string")


def _predict(sheet: Sheet) -> Made:
    if sheet["ask"] == "choice":
        made = _one(sheet, _choices(sheet, 1))
        made.right, made.graded = (), False
        return made
    if sheet["ask"] == "number":
        return Made(_entry("float"), "single", "float")
    return Made(_text(), "single", "string", body=parts.question(sheet) + parts.how(sheet))


KINDS: dict[str, Callable[[Sheet], Made]] = {
    "single": _single,
    "multiple": _several,
    "match": _placed,
    "pick": _several,
    "order": _order,
    "group": _placed,
    "numeric": _numeric,
    "scale": _scale,
    "reflect": _reflect,
    "mark": _mark,
    "predict": _predict,
}
