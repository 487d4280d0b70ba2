"""A change that a learner would see makes the comparison fail; running a lesson again changes nothing."""

import os
import re

import pytest
from support import HOME, LESSONS, copy_project, nbval, run_python

SPOILED = {
    "a cell of the table of cases": ("data/cases.csv", "2016-07,2016-08,", "2016-06,2016-08,", "2016-06"),
    "the name of a source": ("data/sources.csv", "korea-net-2016-08,Korea.net", "korea-net-2016-08,Corea.net", "Corea.net"),
    "the text of an option": ("course/00_start_here/questions.yaml", "text: North Korea's diplomats, too, are chosen with care and well taught.", "text: North Korea's diplomats are chosen with care and nicely taught.", "nicely taught"),
    "a claim": ("seeds/claims.csv", "What makes people stay is alike in both services.", "What makes people stay is alike in the two.", "alike in the two"),
    "a sentence of the digest": ("seeds/digest.md", "11. Most of them", "11. Plenty of them", "Plenty of them"),
    "a date of the time line": ("data/timeline.csv", "TL-16,2016-08-17", "TL-16,2016-08-15", "15 August 2016"),
    "a word of the interface that is printed": ("notebooks/lesson/words/en.json", "To answer, run this cell", "To reply, run this cell", "To reply, run this cell"),
}  # fmt: skip


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What strict nbval says of lesson 00 in a copy in which each of these was changed."""
    project = copy_project(tmp_path_factory.mktemp("spoiled") / "project")
    for path, old, new, _ in SPOILED.values():
        text = (project / path).read_text(encoding="utf-8")
        assert text.count(old) > 0, path
        (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = nbval(project, "notebooks/00_start_here.ipynb")
    assert done.returncode == 1, done.stdout[-2000:]
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)


@pytest.mark.parametrize("name", SPOILED)
def test_nbval_sees(said, name):
    *_, shown = SPOILED[name]
    stored = (HOME / "notebooks/00_start_here.ipynb").read_text(encoding="utf-8")
    assert shown in said
    assert shown not in stored


def test_running_the_lessons_again_changes_no_byte_and_touches_no_answers(tmp_path):
    project = copy_project(tmp_path / "project")
    answers = project / "my-answers"
    answers.mkdir()
    (answers / "mine.txt").write_text("mine")
    env = {"LESSON_ANSWERS": str(answers)}
    done = run_python(project, "-m", "lesson.publish.cli", "build", **env)
    assert done.returncode == 0, done.stderr
    for path in LESSONS:
        assert (project / "notebooks" / path.name).read_bytes() == path.read_bytes(), path.name
    assert os.listdir(answers) == ["mine.txt"]


def test_the_test_run_itself_writes_elsewhere():
    assert not os.environ["LESSON_ANSWERS"].startswith(str(HOME))
