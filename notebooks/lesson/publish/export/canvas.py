"""QTI 1.2 as Canvas writes and reads it: a zip for each lesson, which becomes a quiz.

Several keys of a single question need "points by answer" (VaryPointsByAnswer). A card that may stand in two columns
cannot be one of a categorization, where each card has one place: it becomes a question of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from lesson.core import home
from lesson.core.item import Sheet
from lesson.core.words import say
from lesson.publish.export import canvas_quiz, parts
from lesson.publish.export.canvas_quiz import GENERAL, RESPONSE, condition, equal, item, material, setvar, shown
from lesson.publish.export.losses import Losses, usual
from lesson.publish.export.parts import Files, Lesson, Placed, Way
from lesson.publish.export.xml import Element, tag

NAME = "canvas"
FULL = 100.0
VARIES = ("scoring_algorithm", "VaryPointsByAnswer")


@dataclass(frozen=True)
class Text:
    """What stands around an answer: the name and title of the question, what is read before, and after."""

    name: str
    before: str
    after: str
    graded: bool = True


def write(lessons: Sequence[Lesson], losses: Losses) -> Files:
    """Return a zip for each lesson."""
    found: Files = {}
    for lesson in lessons:
        items: list[Element] = []
        for sheet in lesson.sheets:
            losses.carry(NAME, sheet, _lost(sheet))
            items += KINDS[sheet["type"]](sheet)
        name = f"{home.settings().id}-{lesson.number}"
        found[f"{NAME}/{lesson.number}.zip"] = parts.zipped(canvas_quiz.package(name, lesson.title, items))
    return found


def _lost(sheet: Sheet) -> list[str]:
    named = usual(sheet)
    kind, debated = sheet["type"], sheet["debated"]
    named += ["sure"] if sheet["start"] is not None else []
    named += ["hints"] if sheet["hints"] else []
    if debated:
        named.append("takenOut" if parts.is_several(sheet) else "apart" if kind == "match" else "debated")
    named += ["leftAfter"] if parts.is_several(sheet) else []
    named += {
        "match": ["eachAfter"],
        "pick": ["rows"],
        "order": ["rows", "eachAfter", "asShown"],
        "group": ["rows", "named", "eachAfter"],
        "numeric": ["near"],
        "mark": ["pieces"],
        "scale": ["slider", "byHand"],
        "reflect": ["byHand"],
        "predict": [] if sheet["ask"] == "choice" else ["byHand"],
    }.get(kind, [])
    return named


def _text_of(sheet: Sheet, each: bool = False, graded: bool = True) -> Text:
    return Text(sheet["id"], parts.question(sheet), parts.after(sheet, each), graded)


# ---------------------------------------------------------------- the forms that Canvas has


def _single(text: Text, ways: Sequence[Way]) -> Element:
    """One of several; where two are right, points are given by answer."""
    names = [f"a{i}" for i in range(len(ways))]
    choices = [(name, way.label) for name, way in zip(names, ways, strict=True)]
    told = [condition([equal(name)], shown(f"{name}_fb"), more=True) for name in names]
    right = [(name, way) for name, way in zip(names, ways, strict=True) if way.good]
    scored = [condition([equal(name)], setvar("Set", FULL)) for name, _ in right]
    said = {f"{name}_fb": way.said for name, way in zip(names, ways, strict=True)}
    more = (VARIES,) if len(right) > 1 else ()
    answer = canvas_quiz.choice(choices, "Single")
    return _made(text, "multiple_choice_question", [answer], [*told, *scored], said, more)


def _several(sheet: Sheet) -> list[Element]:
    """Ticks; what is debated is not offered, for Canvas would mark it wrong, ticked or left."""
    offered = [(f"a{i}", option) for i, option in enumerate(sheet["options"])]
    offered = [(name, option) for name, option in offered if option["verdicts"]["ticked"] != "debated"]
    tests = [
        equal(name) if option["verdicts"]["ticked"] == "supported" else tag("not", equal(name))
        for name, option in offered
    ]
    told = [condition([equal(name)], shown(f"{name}_fb"), more=True) for name, _ in offered]
    said = {f"{name}_fb": parts.ticked(option)[0].said for name, option in offered}
    scored = condition([tag("and", *tests)], setvar("Set", FULL))
    answer = canvas_quiz.choice([(name, parts.label(sheet, option)) for name, option in offered], "Multiple")
    text = _text_of(sheet, each=True)
    return [_made(text, "multiple_answers_question", [answer], [*told, scored], said)]


def _sorted(text: Text, cards: Sequence[tuple[str, Placed]]) -> Element:
    """Cards into categories, each of which is worth the same share."""
    places = cards[0][1].ways
    labels = [(name, card.label) for name, card in cards]
    categories, scored = [], []
    right = {j: [name for name, card in cards if card.ways[j].good] for j in range(len(places))}
    filled = sum(bool(names) for names in right.values())
    for j, way in enumerate(places):
        categories.append(canvas_quiz.choice(labels, "Multiple", f"c{j}", way.label))
        if right[j]:
            tests = [equal(name, f"c{j}") for name in right[j]]
            scored.append(condition(tests, setvar("Add", round(FULL / filled, 2)), more=True))
    return _made(text, "categorization_question", categories, scored, {})


def _made(
    text: Text,
    kind: str,
    answers: Sequence[Element],
    conditions: Sequence[Element],
    said: dict[str, str],
    more: Sequence[tuple[str, str]] = (),
) -> Element:
    points = "1" if text.graded else "0"
    fields = [("question_type", kind), ("points_possible", points), *more]
    told = {GENERAL: text.after, **said}
    return item(text.name, fields, [material(text.before), *answers], conditions, told)


def _essay(sheet: Sheet) -> list[Element]:
    text = Text(sheet["id"], parts.question(sheet) + parts.how(sheet), parts.after(sheet, each=True), graded=False)
    return [_made(text, "essay_question", [canvas_quiz.entry()], [], {})]


# ---------------------------------------------------------------- one function a kind


def _choice(sheet: Sheet) -> list[Element]:
    return [_single(_text_of(sheet), parts.chosen(sheet))]


def _mark(sheet: Sheet) -> list[Element]:
    return _several(sheet) if parts.is_several(sheet) else _choice(sheet)


def _match(sheet: Sheet) -> list[Element]:
    """The settled cards together, then each debated one alone."""
    cards = [(f"r{i}", card) for i, card in enumerate(parts.placed(sheet))]
    alone = [(name, card) for name, card in cards if sum(way.good for way in card.ways) > 1]
    settled = [pair for pair in cards if pair not in alone]
    if len(settled) < 2:
        alone, settled = cards, []
    text = Text(sheet["id"], parts.question(sheet) + parts.how(sheet), parts.after(sheet, each=True))
    found = [_sorted(text, settled)] if settled else []
    lead = say("export", "cardOf", stem=sheet["stem"])
    for name, card in alone:
        own = Text(f"{sheet['id']}-{name}", f"{lead}<p>{card.label}</p>", parts.after(sheet))
        found.append(_single(own, card.ways))
    return found


def _group(sheet: Sheet) -> list[Element]:
    cards = [(f"r{i}", card) for i, card in enumerate(parts.placed(sheet))]
    named = [
        (name, Placed(card.label, tuple(Way(_named(way.label), way.outcome, way.said) for way in card.ways)))
        for name, card in cards
    ]
    text = Text(sheet["id"], parts.question(sheet) + parts.how(sheet), parts.after(sheet, each=True))
    return [_sorted(text, named)]


def _named(letter: str) -> str:
    return escape(say("export", "inColumn", letter=letter))


def _order(sheet: Sheet) -> list[Element]:
    """Cards in order. Equal cards have one order here, that of the list."""
    names = [(f"a{i}", parts.label(sheet, option)) for i, option in enumerate(sheet["options"])]
    first = [list(option["verdicts"].values()).index("supported") for option in sheet["options"]]
    right = sorted(range(len(first)), key=lambda i: (first[i], i))
    scored = condition([equal(f"a{i}") for i in right], setvar("Set", FULL))
    answer = canvas_quiz.choice(names, "Ordered")
    return [_made(_text_of(sheet, each=True), "ordering_question", [answer], [scored], {})]


def _numeric(sheet: Sheet) -> list[Element]:
    """The inner band alone: whatever Canvas finds beside it would count as right."""
    low, high = sheet["bands"][0]
    tests = [tag("vargte", repr(low), respident=RESPONSE), tag("varlte", repr(high), respident=RESPONSE)]
    scored = condition(tests, setvar("Set", FULL))
    return [_made(_text_of(sheet, each=True), "numerical_question", [canvas_quiz.entry("Decimal")], [scored], {})]


def _predict(sheet: Sheet) -> list[Element]:
    if sheet["ask"] != "choice":
        return _essay(sheet)
    return [_single(_text_of(sheet, graded=False), parts.chosen(sheet))]


KINDS: dict[str, Callable[[Sheet], list[Element]]] = {
    "single": _choice,
    "multiple": _several,
    "match": _match,
    "pick": _several,
    "order": _order,
    "group": _group,
    "numeric": _numeric,
    "scale": _essay,
    "reflect": _essay,
    "mark": _mark,
    "predict": _predict,
}
