"""Moodle XML: one file, a category for each lesson.

Cards that are placed become a Cloze question, because Moodle's own matching has one key for each card and nothing to
say about it; a Cloze has several keys and a text for each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lesson.core import home
from lesson.core.item import Sheet
from lesson.publish.export import parts
from lesson.publish.export.losses import Losses, usual
from lesson.publish.export.parts import Files, Lesson, Way
from lesson.publish.export.xml import Element, document, tag

NAME = "moodle"
SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
"""One share of one, two, three ...: Moodle takes no fraction that is not in its own list."""
ANY = "*"
"""In a numerical question, whatever no other answer holds."""


def write(lessons: Sequence[Lesson], losses: Losses) -> Files:
    """Return the one file of all lessons."""
    quiz = tag("quiz")
    for lesson in lessons:
        quiz.append(_category(lesson))
        for sheet in lesson.sheets:
            losses.carry(NAME, sheet, _lost(sheet))
            quiz.append(KINDS[sheet["type"]](sheet))
    return {"moodle.xml": document(quiz).encode()}


def _category(lesson: Lesson) -> Element:
    """A slash in a name is written twice, so that it does not open another category."""
    names = (home.settings().title, lesson.title)
    path = "/".join(["$course$/top", *(name.replace("/", "//") for name in names)])
    return tag("question", tag("category", _text(path)), type="category")


def _lost(sheet: Sheet) -> list[str]:
    named = usual(sheet)
    kind = sheet["type"]
    named += ["sureCbm"] if sheet["start"] is not None else []
    named += ["hintsTries"] if sheet["hints"] else []
    named += ["free" if parts.is_several(sheet) else "debated"] if sheet["debated"] else []
    named += ["leftAfter"] if parts.is_several(sheet) else []
    named += {"pick": ["rows"], "order": ["rows", "numbered"], "group": ["rows", "named"], "mark": ["pieces"]}.get(
        kind, []
    )
    named += {"scale": ["slider"], "reflect": ["byHand"]}.get(kind, [])
    return named


# ---------------------------------------------------------------- what all questions have


def _text(text: str) -> Element:
    return tag("text", text)


def _html(name: str, text: str, **attributes: str) -> Element:
    return tag(name, _text(text), format="html", **attributes)


def _question(kind: str, sheet: Sheet, text: str, graded: bool, *more: Element, each: bool = False) -> Element:
    """A question with its text, what everybody reads afterwards, its hints and its tags."""
    names = [sheet["lesson"], sheet["type"], *(["debated"] if sheet["debated"] else [])]
    return tag(
        "question",
        tag("name", _text(sheet["id"])),
        _html("questiontext", text),
        _html("generalfeedback", parts.after(sheet, each)),
        tag("defaultgrade", "1" if graded else "0"),
        tag("penalty", "0"),
        tag("hidden", "0"),
        tag("idnumber", sheet["id"]),
        *more,
        *(_html("hint", hint) for hint in sheet["hints"]),
        tag("tags", *(tag("tag", _text(name)) for name in names)),
        type=kind,
    )


def _answer(text: str, fraction: str, said: str, *more: Element, plain: bool = False) -> Element:
    form = "moodle_auto_format" if plain else "html"
    return tag("answer", _text(text), _html("feedback", said), *more, fraction=fraction, format=form)


def _choice(sheet: Sheet, several: bool, graded: bool, answers: Sequence[Element]) -> Element:
    settings = [
        tag("single", "false" if several else "true"),
        tag("shuffleanswers", "false"),
        tag("answernumbering", "none" if sheet["type"] == "mark" else "ABCD"),
        tag("showstandardinstruction", "0"),
    ]
    text = parts.question(sheet)
    return _question("multichoice", sheet, text, graded, *settings, *answers, each=several)


def _numerical(sheet: Sheet, text: str, graded: bool, answers: Sequence[Element]) -> Element:
    settings = [tag("unitgradingtype", "0"), tag("showunits", "3"), tag("unitpenalty", "0")]
    return _question("numerical", sheet, text, graded, *answers, *settings)


def _essay(sheet: Sheet, text: str) -> Element:
    settings = [
        tag("responseformat", "editor"),
        tag("responserequired", "1"),
        tag("responsefieldlines", "10"),
        tag("attachments", "0"),
        _html("graderinfo", parts.rubric(sheet)),
        _html("responsetemplate", ""),
    ]
    return _question("essay", sheet, text, False, *settings, each=True)


# ---------------------------------------------------------------- one function a kind


def _single(sheet: Sheet) -> Element:
    answers = [_answer(way.label, "100" if way.good else "0", way.said) for way in parts.chosen(sheet)]
    return _choice(sheet, False, True, answers)


def _several(sheet: Sheet) -> Element:
    """Right ones share 100, wrong ones share -100: ticking everything earns nothing. Debated ones count neither way."""
    worth = [option["verdicts"]["ticked"] for option in sheet["options"]]
    shares = {
        outcome: sign + _share(worth.count(outcome), sheet)
        for outcome, sign in (("supported", ""), ("not yet", "-"))
        if outcome in worth
    }
    answers = [
        _answer(parts.label(sheet, option), shares.get(outcome, "0"), parts.ticked(option)[0].said)
        for option, outcome in zip(sheet["options"], worth, strict=True)
    ]
    return _choice(sheet, True, True, answers)


def _share(count: int, sheet: Sheet) -> str:
    """Raises ValueError where Moodle has no fraction for so many."""
    if count > len(SHARES):
        raise ValueError(f"{sheet['id']}: Moodle has no share for {count} options, {len(SHARES)} at most.")
    return SHARES[count - 1]


def _mark(sheet: Sheet) -> Element:
    return _several(sheet) if parts.is_several(sheet) else _single(sheet)


def _numeric(sheet: Sheet) -> Element:
    """Inside, near, and last whatever else: Moodle takes the first answer that holds the number."""
    answers = []
    for way, band in zip(parts.chosen(sheet), sheet["bands"], strict=True):
        centre, reach = parts.middle(band)
        number = ANY if band[0] is None else repr(centre)
        tolerance = tag("tolerance", "0" if band[0] is None else repr(reach))
        answers.append(_answer(number, "100" if way.good else "0", way.said, tolerance, plain=True))
    return _numerical(sheet, parts.question(sheet), True, answers)


def _placed(sheet: Sheet) -> Element:
    """A row for each card, with a list to choose from."""
    cards = parts.placed(sheet)
    rows = "".join(
        f'<tr><th scope="row">{card.label}</th><td>{{1:MC:{"~".join(map(_cloze, card.ways))}}}</td></tr>'
        for card in cards
    )
    text = f"{parts.question(sheet)}{parts.how(sheet)}<table><tbody>{rows}</tbody></table>"
    return _question("cloze", sheet, text, True, each=True)


def _cloze(way: Way) -> str:
    return f"{'=' if way.good else ''}{_guarded(way.label)}#{_guarded(way.said)}"


def _guarded(html: str) -> str:
    """HTML inside a Cloze: Moodle resolves its entities once more, and reads signs of its own."""
    found = html.replace("&", "&amp;").replace("\\", "&amp;#92;").replace("~", "&amp;#126;")
    return found.replace("#", "\\#").replace("}", "\\}")


def _scale(sheet: Sheet) -> Element:
    said = sheet["options"][0]["feedback"]
    text = parts.question(sheet) + parts.how(sheet)
    return _numerical(sheet, text, False, [_answer(ANY, "100", said, tag("tolerance", "0"), plain=True)])


def _reflect(sheet: Sheet) -> Element:
    return _essay(sheet, parts.question(sheet))


def _predict(sheet: Sheet) -> Element:
    """Every guess earns the same: nothing, for the question has no points."""
    text = parts.question(sheet) + parts.how(sheet)
    if sheet["ask"] == "choice":
        return _choice(sheet, False, False, [_answer(way.label, "100", way.said) for way in parts.chosen(sheet)])
    if sheet["ask"] == "line":
        return _essay(sheet, text)
    centre, reach = parts.middle(sheet["record"])
    record = _answer(repr(centre), "100", sheet["shown"], tag("tolerance", repr(reach)), plain=True)
    other = _answer(ANY, "100", sheet["shown"], tag("tolerance", "0"), plain=True)
    return _numerical(sheet, text, False, [record, other])


KINDS: dict[str, Callable[[Sheet], Element]] = {
    "single": _single,
    "multiple": _several,
    "match": _placed,
    "pick": _several,
    "order": _placed,
    "group": _placed,
    "numeric": _numeric,
    "scale": _scale,
    "reflect": _reflect,
    "mark": _mark,
    "predict": _predict,
}
