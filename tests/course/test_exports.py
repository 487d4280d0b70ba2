"""The whole bank in every format: what a system would make of our files is what our graders say."""

import csv
import io
import re
from functools import cache

import pytest
import readers
from support import HOME

from lesson.bank import lessons
from lesson.bank.grade import grade
from lesson.core.verdict import unanswered
from lesson.core.words import words
from lesson.publish.export import main, qti3_item
from lesson.publish.export.losses import WHOLE, Losses

GRADED = ("single", "multiple", "match", "pick", "order", "group", "numeric", "mark")
GOOD = ("supported", "debated")
MOODLE = {
    100,
    90,
    83.33333,
    80,
    75,
    70,
    66.66667,
    60,
    50,
    40,
    33.33333,
    30,
    25,
    20,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10,
    5,
    0,
}
"""Every fraction that Moodle knows; a negative one is the same below zero."""


@cache
def found():
    return [main.lesson(number) for number in lessons.numbers()]


@cache
def sheets():
    return [sheet for lesson in found() for sheet in lesson.sheets]


@cache
def everything():
    losses = Losses()
    return main.made(found(), losses), losses


@cache
def in_moodle():
    return readers.moodle(everything()[0]["moodle.xml"].decode())


@cache
def in_qti3():
    files = [readers.unzipped(content) for path, content in everything()[0].items() if path.startswith("qti3/")]
    return {name[6:-4]: text for each in files for name, text in each.items() if name.startswith("items/")}


@cache
def in_canvas():
    quizzes = [content for path, content in everything()[0].items() if path.startswith("canvas/")]
    return {name: item for zipped in quizzes for name, item in readers.canvas(readers.unzipped(zipped)).items()}


def graded():
    return [sheet for sheet in sheets() if sheet["type"] in GRADED]


def word(outcome):
    return f"<b>{words('card')[outcome]}.</b>"


# ---------------------------------------------------------------- Moodle


def test_moodle_has_a_category_for_each_lesson_and_every_question():
    questions, categories = in_moodle()
    assert set(questions) == {sheet["id"] for sheet in sheets()}
    assert len(categories) == len(set(categories)) == len(lessons.numbers())
    assert all(re.fullmatch(r"\$course\$/top/.+/\d\d .+", name) for name in categories)


def test_every_fraction_is_one_that_moodle_knows_and_they_come_to_100():
    for name, question in in_moodle()[0].items():
        fractions = [fraction for _, fraction, *_ in question.answers]
        for choices in readers.cloze(question.text) if question.kind == "cloze" else ():
            assert len(choices) >= 2, name
            assert max(fraction for _, fraction, _ in choices) == 100, name
            assert {abs(fraction) for _, fraction, _ in choices} <= MOODLE, name
        if question.kind in ("essay", "cloze"):
            assert not fractions, name
            continue
        assert {abs(fraction) for fraction in fractions} <= MOODLE, name
        if question.kind == "multichoice" and not question.single:
            assert sum(f for f in fractions if f > 0) == pytest.approx(100, abs=0.001), name
            assert sum(f for f in fractions if f < 0) == pytest.approx(-100, abs=0.001), name
        else:
            assert max(fractions) == 100, name


def test_a_number_has_an_answer_for_whatever_else_at_the_very_end():
    for name, question in in_moodle()[0].items():
        if question.kind == "numerical":
            assert [text for text, *_ in question.answers].index("*") == len(question.answers) - 1, name


def test_moodle_grades_every_answer_as_we_do_and_says_what_we_say():
    count = 0
    for sheet in graded():
        question = in_moodle()[0][sheet["id"]]
        for answer in readers.answers(sheet):
            verdict = grade(sheet, answer)
            score, said = question.score(sheet, answer)
            assert (score >= 0.9999) == (verdict.outcome in GOOD), (sheet["id"], answer, score)
            if sheet["type"] in ("single", "numeric", "match"):
                outcomes = [outcome for outcome in verdict.options if outcome]
                assert [text.startswith(word(o)) for text, o in zip(said, outcomes, strict=True)] == [True] * len(said)
            count += 1
    assert count > 1000


def test_moodle_says_the_text_of_each_option_as_it_was_written():
    for sheet in graded():
        question = in_moodle()[0][sheet["id"]]
        if question.kind == "cloze":
            said = [text for choices in readers.cloze(question.text) for _, _, text in choices]
        else:
            said = [text for _, _, text, _ in question.answers]
        for option in sheet["options"]:
            assert any(text.endswith(f"> {option['feedback']}") for text in said), (sheet["id"], option["text"])
        assert sheet["explanation"] in question.after
        assert all(link["id"] in question.after for link in sheet["evidence"])


def test_whatever_is_not_graded_has_no_points():
    for sheet in sheets():
        assert (in_moodle()[0][sheet["id"]].points > 0) == (sheet["type"] in GRADED), sheet["id"]


# ---------------------------------------------------------------- QTI 3.0


def test_qti_comes_to_our_verdict_on_every_answer_and_shows_what_we_say():
    for sheet in graded():
        item = readers.Qti3(in_qti3()[sheet["id"]])
        for answer in readers.answers(sheet):
            verdict = grade(sheet, answer)
            made = item.outcomes(item.response(sheet, answer))
            assert made["VERDICT"] == verdict.outcome.replace(" ", "-"), (sheet["id"], answer)
            assert made["SCORE"] == (verdict.outcome in GOOD)
            assert len(made["FEEDBACK"]) == len(set(made["FEEDBACK"])) <= len(item.said)
            if sheet["type"] not in ("group", "order"):  # there the learner's groups are laid over those of the key
                shown = [item.said[name].split(".")[0] for name in made["FEEDBACK"] if name != qti3_item.AFTER]
                wanted = [words("card")[outcome] for outcome in verdict.options if outcome]
                assert shown == wanted, (sheet["id"], answer)


def test_qti_says_nothing_to_whoever_answers_nothing_but_that():
    for sheet in graded():
        made = readers.Qti3(in_qti3()[sheet["id"]]).outcomes(None)
        assert (made["VERDICT"], made["SCORE"]) == (unanswered(sheet).outcome, 0)
        assert made["FEEDBACK"] == ["EMPTY"]


# ---------------------------------------------------------------- Canvas


def in_parts(sheet, answer):
    """The answer to each of the questions that one of ours becomes in Canvas."""
    kind = sheet["type"]
    if kind == "numeric":
        return {sheet["id"]: {"response1": answer}}
    if kind in ("match", "group"):
        places = readers.as_places(sheet, answer)
        return {name: _placed(item, name, places) for name, item in of(sheet).items()}
    names = [f"a{i}" for i in (answer if isinstance(answer, list) else [answer])]
    offered = of(sheet)[sheet["id"]].offered["response1"]
    return {sheet["id"]: {"response1": [name for name in names if name in offered]}}


def _placed(item, name, places):
    if item.kind == "multiple_choice_question":
        return {"response1": [f"a{places[int(name.rsplit('-r', 1)[1])]}"]}
    cards = [int(card[1:]) for card in next(iter(item.offered.values()))]
    return {place: [f"r{i}" for i in cards if f"c{places[i]}" == place] for place in item.offered}


def of(sheet):
    name = re.compile(rf"{re.escape(sheet['id'])}(-r\d+)?")
    return {key: item for key, item in in_canvas().items() if name.fullmatch(key)}


def test_canvas_grades_every_answer_as_we_do():
    """Debated ticks are not offered there: without them there may be no answer left, which is none with us either."""
    for sheet in graded():
        items = of(sheet)
        for answer in readers.answers(sheet):
            given = in_parts(sheet, answer)
            scores = [items[name].score(parts)[0] for name, parts in given.items()]
            right = all(score == pytest.approx(100, abs=0.1) for score in scores)
            assert right == (grade(sheet, answer).outcome in GOOD), (sheet["id"], answer, scores)


def test_canvas_says_of_a_choice_what_we_say():
    for sheet in graded():
        item = of(sheet).get(sheet["id"])
        if sheet["type"] in ("single", "multiple", "pick", "mark"):
            for i, option in enumerate(sheet["options"]):
                if f"a{i}" in item.offered["response1"]:
                    assert f"a{i}_fb" in item.score({"response1": [f"a{i}"]})[1]
                    assert item.said[f"a{i}_fb"].endswith(f"> {option['feedback']}")
        told = item or next(iter(of(sheet).values()))
        assert sheet["explanation"] in told.said["general_fb"]
        if sheet["type"] == "single":
            assert (item.fields.get("scoring_algorithm") == "VaryPointsByAnswer") == sheet["debated"], sheet["id"]


# ---------------------------------------------------------------- all of them


def test_nothing_is_left_out_in_silence():
    files, losses = everything()
    total = len(sheets())
    counts = losses.counts()
    left = {form: sum(len(ids) for (own, _), ids in losses.left_out.items() if own == form) for form in counts}
    assert {form: count + left[form] for form, count in counts.items()} == dict.fromkeys(main.WRITERS, total)
    assert {form for form, lost in left.items() if lost} <= {"anki"}
    rows = list(csv.DictReader(io.StringIO(files["losses.csv"].decode())))
    kinds = {sheet["type"] for sheet in sheets()}
    assert {(row["format"], row["kind"]) for row in rows} == {(form, kind) for form in main.WRITERS for kind in kinds}
    assert all(int(row["affected"]) > 0 or row["lost"] == WHOLE for row in rows)


def told(table):
    """Every (loss, format, kind) of a table."""
    head, _, *rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if "|" in line]
    cells = ((row[0], form, cell) for row in rows for form, cell in zip(head[1:], row[1:], strict=True))
    return {(loss, form, kind) for loss, form, cell in cells for kind in cell.split(", ") if kind}


def test_the_page_on_exports_tells_every_loss():
    _, losses = everything()
    page = (HOME / "docs" / "exports.md").read_text(encoding="utf-8")
    lost = told(losses.as_markdown())
    assert len(lost) > 50
    assert lost - told(main.TABLE.search(page)[0]) == set(), "run: python do.py export"
