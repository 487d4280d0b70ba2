"""Facts that read one cell, and numbers.csv: what it may point at, and what is said when a row has changed."""

import json
import shutil

import pytest

from lesson import tables
from lesson.bank import facts
from lesson.core import home
from lesson.tables.check import check

THINGS = "thing_id,seen,told,summary,count\nTHING-1,2016-08-17,2015-2016,A team of 31 was seen in ten boats.,31\nTHING-2,,,Nobody was seen.,\n"
DISPUTES = "table,row_id,field,value,note\nthings,THING-1,count,27,\n"
NUMBERS = """row_id,name,value,unit,low,high
THING-1,team,31,people,31,31
THING-1,boats,ten,boats,10,
THING-1,other count,27,people,27,27
"""


def resource(name, key, *fields):
    made = [
        {"type": "string", "title": f[0], "example": "x", "description": "x", "name": f[0], **dict(f[1:])}
        for f in fields
    ]
    return {"name": name, "path": f"{name}.csv", "schema": {"primaryKey": key, "fields": made}}


@pytest.fixture
def place(tmp_path):
    """A home with a table of things, one dispute, and numbers that point at them."""
    data = tmp_path / "data"
    data.mkdir()
    resources = [
        resource("things", "thing_id", ("thing_id",), ("seen", ("dates", "partial")), ("told", ("dates", "words")), ("summary",),
                 ("count", ("type", "integer"))),
        resource("disputes", ["table", "row_id"], ("table",), ("row_id",), ("field",), ("value",), ("note",)),
        resource("numbers", ["row_id", "name"], ("row_id",), ("name",), ("value",), ("unit",), ("low", ("type", "number")),
                 ("high", ("type", "number"))),
    ]  # fmt: skip
    (data / "datapackage.json").write_text(json.dumps({"resources": resources}))
    for name, text in (("things", THINGS), ("disputes", DISPUTES), ("numbers", NUMBERS)):
        (data / f"{name}.csv").write_text(text)
    (tmp_path / "course").mkdir()
    shutil.copy(home.course() / "course.toml", tmp_path / "course")
    with home.at(tmp_path):
        yield data


def change(place, table, old, new):
    path = place / f"{table}.csv"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_number_needs_no_source_of_its_own(place):
    assert check(place) == []


def test_a_row_whose_text_lost_its_number_is_a_warning_and_stops_nothing(place):
    change(place, "things", "ten boats", "some boats")
    (problem,) = check(place)
    assert (problem.file, problem.line, problem.where, problem.fatal) == (
        "data/numbers.csv",
        3,
        "THING-1, boats",
        False,
    )
    assert "no longer shows 'ten'" in problem.what
    assert facts.value("number(THING-1, boats)") == "ten"


def test_a_number_may_stand_in_another_form_or_in_a_dispute(place):
    change(place, "things", "A team of 31 was seen in ten boats.,31", "A team of thirty-one was seen in 10 boats.,")
    assert check(place) == []
    change(place, "disputes", "count,27", "count,28")
    assert [problem.line for problem in check(place)] == [4]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("THING-1,team", "THING-9,team", 2, "no row 'THING-9'"),
        ("31,people,31,31", "31,people,13,31", 2, "do not fit"),
        ("31,people,31,31", "31,people,,", 2, "do not fit"),
        ("31,people,31,31", "31,people,31,30", 2, "do not fit"),
        ("THING-1,boats,ten", "THING-1,team,ten", 3, "Line 2 has the same row_id, name"),
    ],
)
def test_a_wrong_line_is_named(place, old, new, line, what):
    change(place, "numbers", old, new)
    problems = [problem for problem in check(place) if problem.file == "data/numbers.csv"]
    assert [(problem.line, problem.fatal) for problem in problems] == [(line, True)]
    assert what in str(problems[0])


def test_a_table_without_numbers_is_no_problem(place):
    described = json.loads((place / "datapackage.json").read_text())
    described["resources"].pop()
    (place / "datapackage.json").write_text(json.dumps(described))
    assert check(place) == []


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("date(THING-1)", "17 August 2016"), ("date(THING-1, told)", "2015-2016"), ("year(THING-1)", "2016"), ("year(THING-1, told)", "2015-2016"),
        ("cell(THING-1, count)", "31"), ("number(THING-1, team)", "31"), (" number( THING-1 ,  boats ) ", "ten"), ("number(THING-1, other  count)", "27"),
    ],
)  # fmt: skip
def test_what_a_row_says(place, call, says):
    assert facts.value(call) == says


@pytest.mark.parametrize(
    ("call", "what"),
    [
        ("date(THING-2)", "THING-2 of things.csv has nothing in 'seen'"), ("date(THING-1, summary)", "no column of dates 'summary'"), ("year(THING-9)", "THING-9"),
        ("cell(THING-1, colour)", "nothing in 'colour'"), ("number(THING-1, crew)", "Names: team, boats, other count"), ("number(THING-2, crew)", "Names: none"),
    ],
)  # fmt: skip
def test_what_a_row_does_not_say_is_missed(place, call, what):
    with pytest.raises(KeyError, match=what):
        facts.value(call)


def test_the_number_to_compute_with_is_typed(place):
    assert (tables.number("THING-1", "boats")["low"], tables.number("THING-1", "boats")["high"]) == (10.0, None)


@pytest.mark.parametrize(
    "call", ["", "nonsense()", "cell", "__import__(os)", "as_of() + 1", "value(x)", "rows(things)"]
)
def test_only_facts_can_be_called(place, call):
    with pytest.raises(KeyError):
        facts.value(call)


def test_calls_are_compared_without_their_spaces():
    assert facts.tidy(" number( THING-1,two  words ) ") == "number(THING-1, two words)"
