"""A changed key, claim or row is named until somebody has read it and agreed."""

import shutil
from pathlib import Path

import pytest
import yaml
from support import TINY

from lesson.core import home
from lesson.publish import agreed, cli


@pytest.fixture
def copy(tmp_path):
    """A copy of the tiny course that keeps what was agreed to."""
    place = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    with home.at(place):
        assert agreed.main(["--yes"]) == 0
        assert list(agreed.problems()) == []
        yield place


def questions(place, change):
    """Change the questions as an editor would, in their order."""
    (path,) = place.glob("course/*/questions.yaml")
    items = yaml.safe_load(path.read_text(encoding="utf-8"))
    change({item["id"]: item for item in items})
    path.write_text(yaml.safe_dump(items, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return [str(problem) for problem in agreed.problems()]


def swapped(name):
    def change(items):
        one, other = items["00-full-room"]["options"][:2]
        one[name], other[name] = other[name], one[name]

    return change


CHANGES = {
    "option texts swapped under their verdicts": swapped("text"),
    "feedback swapped": swapped("feedback"),
    "a word taken out of the explanation": lambda items: items["00-full-room"].update(explanation="Another reason."),
    "another stem": lambda items: items["00-full-room"].update(stem="What else does it show?"),
    "an option taken out": lambda items: items["00-full-room"]["options"].pop(0),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_question_is_named_with_what_it_was(copy, change):
    found = questions(copy, CHANGES[change])
    assert found
    assert all(
        "key.md" in message and "It says now: '" in message and "python do.py agree" in message for message in found
    )


def test_a_changed_claim_and_a_changed_row_are_named(copy):
    for name, old, new in (
        ("seeds/claims.csv", "open every Sunday", "open on no Sunday"),
        ("data/counts.csv", ",31,9,", ",32,9,"),
    ):
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
    told = {problem.file: str(problem) for problem in agreed.problems()}
    assert set(told) == {"course/00_sunday_library/key.md", "seeds/key.md", "data/agreed.csv"}  # a key says its facts
    assert "K3" in told["seeds/key.md"]
    assert "counts,CNT-1" in told["data/agreed.csv"]


def test_whoever_agrees_ends_it_and_whoever_does_not_changes_nothing(copy, capsys):
    questions(copy, CHANGES["feedback swapped"])
    before = {path: path.read_bytes() for path in copy.rglob("key.md")}
    assert agreed.main([], ask=lambda question: "n") == 1
    assert {path: path.read_bytes() for path in copy.rglob("key.md")} == before
    assert "+- A." in capsys.readouterr().out
    assert agreed.main([], ask=lambda question: "y") == 0
    assert list(agreed.problems()) == []


def test_many_changes_of_one_file_are_named_and_then_counted_no_more(copy):
    def every(items):
        for item in items.values():
            item["explanation"] = "Another reason."

    found = questions(copy, every)
    assert len(found) == agreed.MOST + 1
    assert "More has changed after this line." in found[-1]


def test_a_course_that_keeps_no_key_is_asked_for_none():
    assert [path.name for path in TINY.rglob("key.md")] == []
    assert list(agreed.problems()) == []
    assert cli.problems() == []
