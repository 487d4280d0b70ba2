"""Slips of an author that no form forbids: each is one sentence, at its line, with a way to mend it."""

import shutil

import pytest
from support import TINY

from lesson.bank import lint, load
from lesson.core import home

ITEMS = """\
- id: 00-full-room
  type: single
  objective: Say what a full room shows.
  stem: Each chair was taken. What does that show?
  votes: 2
  isomorph: 00-full-bus
  options:
    - {text: They will come each Sunday of the year., correct: false, mistake: haste, feedback: One day is one day.}
    - {text: On that day somebody came., correct: true, feedback: So it is.}
    - {text: It snowed in the whole town on that day., correct: false, mistake: a guess, feedback: Nobody said so.}
  explanation: One case refutes one word.
  evidence: [K2]
- id: 00-full-bus
  type: single
  objective: Say what a full bus shows.
  stem: Each seat was taken. What does that show?
  options:
    - {text: Somebody took the bus., correct: true, feedback: So it is.}
    - {text: It is full each morning., correct: false, mistake: haste, feedback: One day is one day.}
    - {text: Other buses were as full., correct: false, mistake: haste, feedback: One bus is one bus.}
  explanation: One bus refutes one word.
  evidence: [K2]
"""
SLIPS = {
    "an option twice": ("On that day somebody came.", "They will come **each** Sunday of the year.", "Options 1 and 2 say the same"),
    "an option of 400 words": ("It snowed in", "It snowed " + "and snowed " * 200 + "in", "Option 3 has 4"),
    "evidence twice": ("[K2]", "[K2, K2]", "'K2' stands twice as evidence"),
    "evidence that is a publication": ("[K2]", "[school-2024-02]", "is a row of sources.csv"),
    "9999 minutes": ("  votes", "  minutes: 9999\n  votes", "takes 9999 minutes"),
    "a heading": ("One case refutes", '"# One case" #', "markup that no card shows (#)"),
    "a picture": ("explanation: One case refutes one word.", 'explanation: "![x](y)"', "no card shows (![)"),
    "a table": ("explanation: One case refutes one word.", 'explanation: "| a | b |"', "no card shows (| a | b |)"),
    "a tag of HTML": ("Each chair", "Each <b>chair</b>", "no card shows (<b)"),
    "one brace": ("feedback: So it is.", 'feedback: "{visitors(CNT-1)}"', "single braces ({visitors(CNT-1)})"),
    "its own isomorph": ("isomorph: 00-full-bus", "isomorph: 00-full-room", "its own isomorph"),
    "a ring of isomorphs": ("a full bus shows.\n", "a full bus shows.\n  votes: 2\n  isomorph: 00-full-room\n", "is a twin, and names one"),
    "an isomorph after one vote": ("  votes: 2\n", "", "with one vote names an isomorph"),
    "a lesson that is not there": ("  votes: 2\n", '  votes: 2\n  again_in: "77"\n', "There is no lesson '77'"),
    "a text cut off": ("One case refutes", "One case # refutes", "'One case ...' ends before ' #'"),
    "a tag of YAML": ("One case", "!!python/name:os.system One case", "A tag ("),
}  # fmt: skip


@pytest.fixture
def place(tmp_path):
    """The tables of the tiny course, without questions that tie to the ones here."""
    copy = shutil.copytree(TINY, tmp_path / "tiny")
    with home.at(copy):
        yield copy


def told(place, text):
    path = place / "course/00_sunday_library/questions.yaml"
    path.write_text(text, encoding="utf-8")
    items, problems = load.load(path)
    return [*problems, *lint.problems(items)]


def test_without_a_slip_nothing_is_said(place):
    assert told(place, ITEMS) == []


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_with_its_line_and_a_way_to_mend_it(place, name):
    old, new, what = SLIPS[name]
    assert old in ITEMS
    found = [problem for problem in told(place, ITEMS.replace(old, new, 1)) if what in problem.what]
    assert found, name
    assert all(problem.line > 0 and problem.mend.endswith(".") for problem in found)
