"""A `predict`: a number, a choice or a line over years, kept beside the record and never graded."""

import re

import pytest
import yaml
from support import event, questions

from lesson import tables
from lesson.bank import compile, facts, grade, lint, load
from lesson.bank.kinds.predict import SKIPPED
from lesson.core.event import problem
from lesson.publish import answer_key, preview, worksheet
from lesson.screen import ask, own

BASE = {
    "type": "predict",
    "objective": "Expect something.",
    "explanation": "An event is not news of an event.",
    "shown": "14 of 22",
    "beside": "The others came later.",
    "evidence": ["claim"],
}
NUMBER = {**BASE, "id": "00-number", "ask": "number", "stem": "How many?", "record": 14, "unit": "reports"}
CHOICE = {
    **BASE,
    "id": "00-choice",
    "ask": "choice",
    "stem": "Which day?",
    "options": [{"text": "the first", "feedback": "He did."}, {"text": "the second", "feedback": "He did, too."}],
}
LINE = {
    **BASE,
    "id": "00-line",
    "ask": "line",
    "stem": "What came next?",
    "series": "count_of",
    "years": "2009 to 2013",
    "given": 2010,
    "span": "0 to 3000",
    "unit": "people",
}
ALL = {"number": NUMBER, "choice": CHOICE, "line": LINE}
COUNTS = {"2009": 2914, "2010": 2402, "2011": 2706, "2012": 1502, "2013": 1514}


@pytest.fixture(autouse=True)
def series(monkeypatch):
    """A count for each year, and words for each year, whatever the course says."""

    def value(call):
        name, _, rest = call.partition("(")
        return str(there[name](rest.removesuffix(")").strip()))

    there = {"count_of": COUNTS.__getitem__, "name_of": lambda year: f"the year {year}"}
    monkeypatch.setattr(facts, "value", value)


def read(folder, *items):
    claim = str(tables.rows("claims")[0]["claim_id"])
    text = yaml.safe_dump(list(items), allow_unicode=True, sort_keys=False).replace("- claim", f"- {claim}")
    found, broken = load.load(questions(folder, text))
    return found, [str(slip) for slip in [*broken, *lint.problems(found)]]


def sheet_of(folder, item):
    (made,), problems = read(folder, item)
    assert problems == []
    return made, compile.compile(made)


def test_a_number_has_its_record_as_a_range(tmp_path):
    assert sheet_of(tmp_path / "1", NUMBER)[1]["record"] == [14, 14]
    made, sheet = sheet_of(tmp_path / "2", {**NUMBER, "record": "14 to 20", "span": "1 to 100", "log": True})
    assert (sheet["record"], sheet["span"], sheet["log"]) == ([14, 20], [1, 100], True)
    assert compile.start(made) is None
    assert grade.chance(made) == 0


def test_a_line_has_a_number_for_each_year(tmp_path):
    _, sheet = sheet_of(tmp_path, LINE)
    assert sheet["record"] == list(COUNTS.values())
    assert (sheet["years"], sheet["given"], sheet["span"]) == ([2009, 2013], 2010, [0, 3000])
    by_row = {**LINE, "series": "count_of( {year} )"}
    assert sheet_of(tmp_path / "rows", by_row)[1]["record"] == list(COUNTS.values())
    without = {name: value for name, value in LINE.items() if name != "given"}
    assert sheet_of(tmp_path / "first", without)[1]["given"] == 2009


@pytest.mark.parametrize(
    ("item", "what", "mend"),
    [
        ({**NUMBER, "ask": "several"}, "in which form the guess is made", "ask: number, choice or line"),
        ({**NUMBER, "ask": None}, "in which form the guess is made", "ask: number, choice or line"),
        ({**NUMBER, "votes": 2, "isomorph": "00-number"}, "made once", "take 'votes' out"),
        ({**NUMBER, "record": None}, "'ask: number' needs 'record'", "add record: "),
        ({**NUMBER, "record": "20 to 14"}, "runs from 20 down to 14", "lower number first"),
        ({**NUMBER, "record": "many"}, "'record' is not a number", "record: "),
        ({**NUMBER, "span": "20 to 100"}, "The record lies outside the span", "holds the record"),
        ({**NUMBER, "span": "0 to 100", "log": True}, "no place on a log scale", "above 0"),
        ({**NUMBER, "series": "count_of"}, "'series' says nothing in a guess of this form", "take it out"),
        ({**NUMBER, "options": CHOICE["options"]}, "'options' says nothing in a guess of this form", "take it out"),
        ({**CHOICE, "options": None}, "'ask: choice' needs 'options'", "two options or more"),
        ({**CHOICE, "options": CHOICE["options"][:1]}, "The number of options is 1", "write 2 to"),
        ({**CHOICE, "unit": "people"}, "'unit' says nothing in a guess of this form", "take it out"),
        ({**LINE, "series": None}, "'ask: line' needs 'series'", "add series: "),
        ({**LINE, "series": "count_of(2009)"}, "'series' is not a fact of a year", "cell(ROW-{year}, total)"),
        ({**LINE, "series": "nowhere"}, "There is no fact 'nowhere(2009)'", "a number of each year"),
        ({**LINE, "series": "name_of"}, "The fact 'name_of(2009)' is no number", "a number of each year"),
        ({**LINE, "years": "2009 to 2014"}, "There is no fact 'count_of(2014)'", "a number of each year"),
        ({**LINE, "years": "2013 to 2009"}, "leaves no line", "before the last one"),
        ({**LINE, "given": 2013}, "leaves no line", "before the last one"),
        ({**LINE, "span": "0 to 2000"}, "The record lies outside the span", "holds the record"),
        ({**LINE, "shown": ""}, "'shown' is missing or empty", "add shown: "),
    ],
)
def test_a_slip_is_named_and_how_to_mend_it(tmp_path, item, what, mend):
    problems = "\n".join(read(tmp_path, item)[1])
    assert what in problems
    assert mend in problems


def test_an_answer_stays_when_the_record_changes(tmp_path):
    version = sheet_of(tmp_path / "0", LINE)[0].version
    assert sheet_of(tmp_path / "1", {**LINE, "shown": "less"})[0].version == version
    assert sheet_of(tmp_path / "2", {**LINE, "given": 2009})[0].version != version
    number = sheet_of(tmp_path / "3", NUMBER)[0].version
    assert sheet_of(tmp_path / "4", {**NUMBER, "record": 15})[0].version == number
    assert sheet_of(tmp_path / "5", {**NUMBER, "unit": "pages"})[0].version != number


@pytest.mark.parametrize("answer", [12.5, -3, SKIPPED, [0.5, -3, 2e14], [2402, 2706.5], [1, None, [0, 1]]])
def test_a_guess_is_a_line_of_the_log(answer):
    assert problem(event(answer=answer)) is None


@pytest.mark.parametrize("answer", [[1e15], [True], [[0.5, 1]], [[0, 1, 2]], [float("nan")], [[1000, 0]], [{}]])
def test_what_no_line_can_be_is_refused(answer):
    assert "answer" in problem(event(answer=answer))


@pytest.mark.parametrize("form", ALL)
def test_the_readable_forms_hold_what_is_asked_and_not_the_record(tmp_path, form):
    _, sheet = sheet_of(tmp_path, ALL[form])
    text, html = ask.as_text(sheet, "Question 1 of 2"), ask.as_html(sheet, "Question 1 of 2")
    for told in (sheet["shown"], sheet["beside"], sheet["explanation"], "1,514", "He did"):
        assert told not in text + html
    assert {"number": "Write a number", "choice": "B. the second", "line": "Draw a line from 2011 to 2013"}[
        form
    ] in text
    assert ("Told beforehand: 2009: 2,914, 2010: 2,402." in html) == (form == "line")


@pytest.mark.parametrize("form", ALL)
def test_paper_has_room_for_the_guess_and_only_the_key_has_the_record(tmp_path, form):
    made, sheet = sheet_of(tmp_path, {**ALL[form], **({"span": "0 to 50"} if form == "number" else {})})
    asked, told = worksheet.entry(1, made, sheet), answer_key.entry(1, made, sheet, {})
    assert {"number": "A line from 0 to 50", "choice": 'class="box"', "line": "An empty grid, 2009 to 2013"}[
        form
    ] in asked
    assert sheet["shown"] not in asked
    assert "1,514" not in asked
    assert "<b>Key:</b> The record: 14 of 22." in told
    assert sheet["beside"] in told
    assert len(re.findall("<circle", asked)) == (2 if form == "line" else 0)


def test_the_page_of_ones_own_has_the_record_and_what_an_answer_in_words_needs(tmp_path, monkeypatch):
    made = [sheet_of(tmp_path / form, ALL[form])[0] for form in ALL]
    monkeypatch.setattr(own.journey, "items", lambda: made)
    sheet, _ = own.summary()
    guesses = [item for item in sheet["items"] if "guess" in item["use"]]
    assert [item["text"] for item in guesses] == ["How many?", "Which day?", "What came next?"]
    assert [item["shown"] for item in guesses] == ["14 of 22"] * 3
    assert [option["text"] for option in guesses[1]["options"]] == ["the first", "the second"]
    assert (guesses[2]["years"], guesses[2]["given"], guesses[2]["unit"]) == ([2009, 2013], 2010, "people")
    for item, answer in zip(guesses, (9, 1, [1, 2, 3]), strict=True):
        assert grade.grade(item, answer).outcome is None


@pytest.mark.parametrize("form", ALL)
def test_each_state_can_be_previewed(tmp_path, form):
    made, sheet = sheet_of(tmp_path, ALL[form])
    shots = list(preview.shots(made, sheet))
    assert len({shot.name for shot in shots}) == len(shots)
    answers = [e["answer"] for shot in shots for e in shot.past]
    assert SKIPPED in answers
    assert {grade.grade(sheet, answer).outcome for answer in answers} == {None}
    assert all(problem(e) is None for shot in shots for e in shot.past)
