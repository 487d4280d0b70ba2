"""A teacher's plan, teach.yaml: what it must hold, each slip with file, line and how to mend it; what its pages lack."""

import re
import shutil

import pytest
from support import TINY

from lesson.bank import load
from lesson.core import home
from lesson.core.problem import DataError
from lesson.publish import paper
from lesson.publish.handout import needs, plan, timing

PLAN = """\
idea: A count is a count of something, as of {{as_of()}}.
say: [Guess first., Then look.]
split: At the full room.
replies:
  - {says: So it is full., answer: Of whom?}
drop: [The last question.]
pages:
  - lead: Visitors were counted.
    digest: [3, 4, 5]
    looks: [{look: sundays, without: [Sources]}]
    ask: [00-how-many, 00-full-room]
  - lead: The same idea, elsewhere.
    ask: [00-full-bus]
    write: What would *you* count?
cards: [EV-01, EV-02, EV-03]
"""
FILE = "course/00_sunday_library/teach.yaml"


@pytest.fixture
def write(tmp_path):
    """Write a plan into a copy of the tiny course; returns the problems in it, as they are printed."""
    place = shutil.copytree(TINY, tmp_path / "tiny")
    with home.at(place):

        def write(text):
            (place / FILE).write_text(text, encoding="utf-8")
            return [str(problem) for problem in needs.problems("00")]

        yield write


def test_a_lesson_without_a_plan_has_a_worksheet_and_a_long_key():
    assert plan.read("00") is None
    assert needs.problems("00") == []
    assert [name for name, _ in paper.handouts("00")] == ["00-worksheet", "00-long-key"]


def test_a_plan_makes_pages_a_key_and_cards(write):
    assert write(PLAN) == []
    made = dict(paper.handouts("00"))
    assert list(made) == ["00-worksheet", "00-key", "00-cards", "00-long-key"]
    found = plan.read("00")
    assert found.idea.startswith("A count is a count of something, as of April 2024")
    assert found.asked == ["00-how-many", "00-full-room", "00-full-bus"]
    first, second = re.findall(r'<section class="leaf core">(.*?)</p></section>', made["00-worksheet"], re.S)
    assert "People came on both days." in first
    assert "She thanks" not in first
    assert "The trial Sundays." in first
    assert "Sources</th>" not in first
    assert "What would <em>you</em> count?" in second
    assert "<a " not in first + second
    assert made["00-cards"].count('class="card front"') == 3
    assert made["00-key"].count('class="keyed"') == 3


def test_the_minutes_are_those_of_the_text_and_what_reading_takes(write):
    parts = timing.timed("00")
    assert all(part.minutes > 0 and part.least > 0 for part in parts)
    assert timing.total("00") == sum(part.minutes for part in parts)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("idea:", "ideas:", 1, "'ideas' is no field here."),
        ("split: At the full room.\n", "", 1, "'split' is missing or no text."),
        ("say: [Guess first., Then look.]", "say: Guess first.", 2, "'say' is missing or empty."),
        ("{{as_of()}}", "{{as_off()}}", 1, "There is no fact 'as_off()'"),
        ("{says: So it is full., answer: Of whom?}", "So it is full.", 5, "A reply is no mapping."),
        ("answer: Of whom?", "reply: Of whom?", 5, "'reply' is no field here."),
        ("00-full-bus", "00-full-train", 13, "There is no question '00-full-train'."),
        ("[3, 4, 5]", "[3, 4, 50]", 9, "There is no sentence '50'."),
        ("look: sundays", "look: mondays", 10, "There is no look 'mondays'."),
        ("without: [Sources]", "without: [Weather]", 10, "It cannot be shown ('sundays' has no columns Weather)."),
        ("{look: sundays, without: [Sources]}", "sundays", 10, "A look is no mapping, or its page is no number."),
        ("EV-03]", "EV-33]", 15, "There is no piece of evidence 'EV-33'."),
        ("    looks: [{look: sundays, without: [Sources]}]\n", "", 1, "00-how-many: It is asked beside 'sundays'."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_slip_is_named_with_its_place(write, old, new, line, what):
    assert old in PLAN
    told = write(PLAN.replace(old, new, 1))
    assert any(one.startswith(f"{FILE}:{line}: ") and what in one for one in told), told
    if "asked beside" not in what:
        with pytest.raises(DataError):
            plan.read("00")


@pytest.mark.parametrize(("text", "what"), [("- a list", "The file is no mapping."), ("idea: [", "file")])
def test_what_is_no_plan_is_said_to_be_none(write, text, what):
    told = write(text)
    assert len(told) == 1
    assert what in told[0] or "YAML" in told[0]


def test_sentences_that_a_question_names_are_read_from_stem_options_and_cells(write, monkeypatch):
    item = load.item("00-full-room")
    assert needs.spoken_of(item) == set()
    for stem, numbers in (
        ("Sentences 3 to 5 say so.", {3, 4, 5}),
        ("It is said (4).", {4}),
        ("Both are (1, 6).", {1, 6}),
        ("Sentence 99 is not there.", set()),
        ("In 2024 (a trial) 5 came.", set()),
    ):
        changed = type(item)(**{**item.__dict__, "stem": stem})
        assert needs.spoken_of(changed) == numbers, stem
