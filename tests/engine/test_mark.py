"""A `mark`: pieces of a text in our words, or sentences of a text by their numbers."""

import copy

import pytest
import yaml
from support import questions

from lesson import tables
from lesson.bank import compile, grade, lint, load
from lesson.bank.sentences import sentences
from lesson.core.words import words
from lesson.publish import answer_key, preview, worksheet
from lesson.screen import ask

DIGEST = "seeds/digest.md"
PIECES = [
    {"text": "Sources say", "correct": True, "feedback": "One source became several."},
    {"text": "that a clerk", "correct": False, "feedback": "As before.", "mistake": "marking what is striking"},
    {"text": "came in **May**.", "verdict": "debated", "feedback": "Open.", "evidence": ["claim"]},
]
ONE = {
    "id": "00-place",
    "type": "mark",
    "ask": "one",
    "objective": "Find the place.",
    "stem": "Which piece changed?",
    "title": "Second page",
    "text_beside": "**First page.** A source says it.",
    "options": PIECES,
    "explanation": "Read who says so.",
    "evidence": ["claim"],
}


def sentence(number, **more):
    return {"text": number, "correct": False, "feedback": f"On {number}.", "mistake": "haste", **more}


BY_NUMBER = {
    **{name: ONE[name] for name in ("objective", "stem", "explanation", "evidence")},
    "id": "00-places",
    "type": "mark",
    "from": DIGEST,
    "options": [
        sentence(2, correct=True),
        sentence(3),
        sentence(4, verdict="debated", correct=None, evidence=["claim"]),
    ],
}


def read(folder, *items):
    """What stands in a file, with a claim of the course as evidence, and every problem."""
    claim = str(tables.rows("claims")[0]["claim_id"])
    text = yaml.safe_dump(list(items), allow_unicode=True, sort_keys=False).replace("- claim", f"- {claim}")
    found, broken = load.load(questions(folder, text))
    return found, [str(problem) for problem in [*broken, *lint.problems(found)]]


def sheet_of(folder, item):
    (made,), problems = read(folder, item)
    assert problems == []
    return made, compile.compile(made)


def changed(item, **changes):
    return {**copy.deepcopy(item), **changes}


def test_pieces_are_numbered_in_their_order(tmp_path):
    _, sheet = sheet_of(tmp_path, ONE)
    assert [option["number"] for option in sheet["options"]] == [1, 2, 3]
    assert (sheet["ask"], sheet["title"]) == ("one", "Second page")
    assert sheet["text_beside"].startswith("<p><strong>First page.</strong>")


def test_a_sentence_stands_for_its_number(tmp_path):
    made, sheet = sheet_of(tmp_path, BY_NUMBER)
    there = sentences(DIGEST)
    assert [option.text for option in made.options] == [there[2], there[3], there[4]]
    assert [option["number"] for option in sheet["options"]] == [2, 3, 4]
    assert (made.taken_from, made.ask) == (DIGEST, "several")


def test_every_numbered_line_is_a_sentence_and_no_other():
    there = sentences(DIGEST)
    assert list(there) == list(range(1, len(there) + 1))
    assert not any(text.startswith(("#", "*")) or text != text.strip() for text in there.values())


@pytest.mark.parametrize(
    ("item", "what", "mend"),
    [
        (changed(ONE, ask="number"), "'ask' is number", "one or several"),
        (changed(BY_NUMBER, **{"from": "seeds/nowhere.md"}), "no text 'seeds/nowhere.md' with numbered", "a Markdown file of seeds/"),
        (changed(BY_NUMBER, **{"from": "../secret.md"}), "'from' is not a text of the seeds", "from: seeds/digest.md"),
        (changed(BY_NUMBER, options=[sentence(2, correct=True), sentence(999)]), "'999' is no sentence", "text: 1"),
        (changed(BY_NUMBER, options=[sentence(2, correct=True), sentence("two")]), "'two' is no sentence", "text: 1"),
        (changed(BY_NUMBER, options=[sentence(2, correct=True), sentence(2)]), "stands twice", "each sentence once"),
        (changed(ONE, options=[{**PIECES[0]}, {**PIECES[0], "text": "again"}]), "2 places are the key", "ask: several"),
        (changed(ONE, options=[PIECES[1], PIECES[2]]), "No option is the key", "correct: true"),
        (changed(ONE, options=[PIECES[0], {**PIECES[1], "mistake": ""}]), "which mistake it diagnoses", "add 'mistake"),
        (changed(BY_NUMBER, options=[sentence(2, correct=True), sentence(3, correct=True)]), "Ticking everything is right", "wrong"),
        (changed(ONE, type="single"), "'ask' is not a field of a question of type single", "type: mark or predict"),
    ],
)  # fmt: skip
def test_a_slip_is_named_and_how_to_mend_it(tmp_path, item, what, mend):
    problems = "\n".join(read(tmp_path, item)[1])
    assert what in problems
    assert mend in problems


def test_two_debated_places_may_stand_without_a_settled_one(tmp_path):
    debated = {**PIECES[2], "text": "another"}
    (made,), problems = read(tmp_path, changed(ONE, options=[PIECES[1], PIECES[2], debated]))
    assert problems == []
    assert grade.chance(made) == pytest.approx(2 / 3)


def test_chance_is_that_of_one_option_or_of_a_set(tmp_path):
    assert grade.chance(sheet_of(tmp_path / "one", ONE)[0]) == pytest.approx(2 / 3)
    assert grade.chance(sheet_of(tmp_path / "all", BY_NUMBER)[0]) == pytest.approx(2 / 7)


def test_the_version_follows_what_is_read(tmp_path):
    first = sheet_of(tmp_path / "0", ONE)[0].version
    changes = [{"ask": "several"}, {"title": "Another"}, {"text_beside": "Other words."}]
    others = [sheet_of(tmp_path / str(n), changed(ONE, **change))[0].version for n, change in enumerate(changes, 1)]
    assert len({first, *others}) == 4
    assert sheet_of(tmp_path / "5", changed(ONE, explanation="Other words."))[0].version == first


@pytest.mark.parametrize("item", [ONE, BY_NUMBER], ids=["one", "several"])
def test_the_readable_forms_hold_the_text_and_no_key(tmp_path, item):
    _, sheet = sheet_of(tmp_path, item)
    text, html = ask.as_text(sheet, "Question 1 of 2"), ask.as_html(sheet, "Question 1 of 2")
    for option in sheet["options"]:
        assert f"  {option['number']}. {option['text']}" in text
        assert f"<sup>{option['number']}</sup> {option['label']}" in html
        assert option["feedback"] not in text + html
    for name in ("title", "text_beside"):
        assert sheet["words"][name] in text
        assert sheet[name] in html


@pytest.mark.parametrize("item", [ONE, BY_NUMBER], ids=["one", "several"])
def test_paper_asks_to_underline_and_the_key_names_the_places(tmp_path, item):
    made, sheet = sheet_of(tmp_path, item)
    asked, told = worksheet.entry(1, made, sheet), answer_key.entry(1, made, sheet, {})
    right = sheet["options"][0]["number"]
    assert words("paper")["markOne" if sheet["ask"] == "one" else "markSeveral"] in asked
    assert f"<sup>{right}</sup>" in asked
    assert sheet["options"][0]["feedback"] not in asked
    assert f"<b>Key:</b> {right}; ticked or not, both can be argued: {right + 2}" in told
    assert f"<li><b>{right}</b>" in told


@pytest.mark.parametrize(("item", "states"), [(ONE, 7), (BY_NUMBER, 7)], ids=["one", "several"])
def test_each_state_can_be_previewed(tmp_path, item, states):
    made, sheet = sheet_of(tmp_path, item)
    shots = list(preview.shots(made, sheet))
    assert len({shot.name for shot in shots}) == len(shots) == states
    outcomes = {grade.grade(sheet, event["answer"]).outcome for shot in shots for event in shot.past}
    assert {"supported", "not yet"} <= outcomes
    assert "unanswered" not in outcomes
