"""expected.csv: what somebody checked, what has changed since, what it lacks; shown, asked and written."""

import pytest

from lesson.core import home
from lesson.publish import expected

FACTS = '''from lesson.bank.facts import fact
from lesson.core import home


@fact
def boats() -> int:
    """How many boats there are."""
    return int((home.root() / "boats").read_text())


@fact
def crew(day: str, part: str = "all") -> str:
    """Who was there."""
    return f"crew, {part}, {day}"
'''


@pytest.fixture
def place(tmp_path):
    """Two lessons that share a fact, and use one each of their own."""
    (tmp_path / "boats").write_text("4")
    shared, first, second = (tmp_path / "course" / name for name in ("shared", "00_one", "01_two"))
    for folder in (shared, first, second):
        folder.mkdir(parents=True)
    (shared / "facts.py").write_text(FACTS)
    (shared / "expected.csv").write_text("call,value\nboats(),4\n")
    (first / "questions.yaml").write_text("- stem: How many?\n  key: '{{ boats() }} {{crew(2016,\n    sail)}}'\n")
    (first / "expected.csv").write_text('call,value\n"crew(2016, sail)","crew, sail, 2016"\n')
    (second / "questions.yaml").write_text("- stem: '{{boats()}}'\n")
    (second / "lesson.md").write_text("Some text.\n\nIn {{crew(2020)}} it was.\n")
    (second / "expected.csv").write_text('call,value\ncrew(2020),"crew, all, 2020"\n')
    with home.at(tmp_path):
        yield tmp_path


def test_what_fits_is_no_problem_and_writes_nothing(place, capsys):
    assert list(expected.problems()) == []
    assert expected.main([], ask=pytest.fail) == 0
    assert "as somebody checked it" in capsys.readouterr().out


def test_a_value_that_differs_is_named_with_its_line(place):
    (place / "boats").write_text("5")
    (problem,) = expected.problems()
    assert (problem.file, problem.line, problem.where) == ("course/shared/expected.csv", 2, "boats()")
    assert problem.what == "It says '5' now; '4' was checked."


def test_a_call_that_nobody_checked_is_named_where_it_is_used(place):
    (place / "course" / "01_two" / "expected.csv").unlink()
    (problem,) = expected.problems()
    assert (problem.file, problem.line, problem.where) == ("course/01_two/lesson.md", 3, "crew(2020)")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("call;value\n", 1, "It is 'call;value'."),
        ("", 1, "It is ''."),
        ('call,value\n"crew(2016, sail)","crew, sail, 2016"\ncrew(2016,sail),x\n', 3, "no call with its value"),
        ('call,value\n"crew(2016, sail)","crew, sail, 2016"\n"crew(2016,  sail)",x\n', 3, "stands twice"),
        ('call,value\n"crew(2016, sail)","crew, sail, 2016"\nfour,4\n', 3, "no call with its value"),
        ('call,value\n"crew(2016, sail)","crew, sail, 2016"\n\n', 3, "no call with its value"),
        ('call,value\n"crew(2016, sail)","crew, sail, 2016"\nships(),4\n', 3, "It says nothing"),
        ('call,value\n"crew(2016, sail)","crew, sail, 2016"\n"crew(1, 2, 3)",4\n', 3, "It says nothing"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(place, text, line, what):
    (place / "course" / "00_one" / "expected.csv").write_text(text)
    problems = [problem for problem in expected.problems() if problem.file == "course/00_one/expected.csv"]
    assert [problem.line for problem in problems] == [line]
    assert what in problems[0].what


def test_changes_are_shown_with_their_lessons_and_asked_before_they_are_written(place, capsys):
    (place / "boats").write_text("5")
    path = place / "course" / "shared" / "expected.csv"
    assert expected.main([], ask=lambda question: "n") == 1
    assert path.read_text() == "call,value\nboats(),4\n"
    assert capsys.readouterr().out.splitlines() == [
        "course/shared/expected.csv: boats(): 4 -> 5 (lesson 00, 01)",
        "Nothing was written.",
    ]
    assert expected.main([], ask=lambda question: "y") == 0
    assert path.read_text() == "call,value\nboats(),5\n"
    assert list(expected.problems()) == []


def test_what_is_lacking_goes_where_it_is_used_and_to_the_shared_file_where_two_lessons_use_it(place):
    for path in expected.paths():
        path.unlink()
    assert expected.main(["--yes"], ask=pytest.fail) == 0
    assert [path.read_text() for path in expected.paths()] == [
        "call,value\nboats(),4\n",
        'call,value\n"crew(2016, sail)","crew, sail, 2016"\n',
        'call,value\ncrew(2020),"crew, all, 2020"\n',
    ]


def test_a_broken_file_is_not_written_over(place, capsys):
    path = place / "course" / "00_one" / "expected.csv"
    path.write_text("call,value\nfour,4\n")
    assert expected.main(["--yes"]) == 1
    assert path.read_text() == "call,value\nfour,4\n"
    assert "expected.csv:2" in capsys.readouterr().out
