"""Facts and looks of lesson 04; the expected values were read from the tables by eye."""

import importlib

import pytest

from lesson import tables
from lesson.bank import facts
from lesson.screen.show import show

planks = importlib.import_module("course.04_the_authors_answer.planks")
ORIGINS, PLANKS = planks.ORIGINS, planks.PLANKS


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("evidence_on(C1)", "8"),
        ("evidence_on(C1, Mongolia)", "4"),
        ("evidence_on(C2, DPRK diplomats)", "3"),
        ("evidence_on(C4)", "8"),
        ("evidence_on(C4, Mongolia)", "0"),
        ("evidence_on(S1)", "0"),
        ("relations_since()", "15 October 1948"),
        ("one_party_until()", "9 March 1990"),
        ("decade(E-C1-05)", "1950s"),
        ("decade(E-C1-06)", "1980s"),
        ("other_year(SUN-1978-UN)", "1978"),
        ("other_rows()", "34"),
        ("other_rows(individual decision)", "17"),
        ("other_rows(crackdown)", "6"),
    ],
)
def test_the_facts_of_lesson_04(call, words):
    assert facts.value(call) == words


def test_every_plank_and_every_piece_on_selection_rests_on_rows_that_exist():
    for row_id in [i for p in PLANKS for i in (*p.mongolia_rows, *p.dprk_rows)] + [o.evidence_id for o in ORIGINS]:
        assert tables.find(row_id)[0] == "evidence"


def test_the_ends_of_a_plank_are_about_the_right_people():
    for plank in PLANKS:
        assert {tables.find(i)[1]["about"] for i in plank.mongolia_rows} <= {"Mongolia", "Soviet bloc"}
        assert {tables.find(i)[1]["about"] for i in plank.dprk_rows} <= {"DPRK diplomats", "DPRK elite"}


def test_a_row_about_others_than_diplomats_is_marked():
    words = show("planks").text
    assert "(E-C3-02, about: DPRK elite; E-C3-03)" in words
    assert "(E-C4-06, about: Soviet bloc)" in words
    assert "(E-C5-02; E-C5-03)" in words


@pytest.mark.parametrize(("name", "rows"), [("planks", 8), ("blood or merit", 5)])
def test_a_look_is_small_and_says_the_same_in_words(name, rows):
    look = show(name)
    assert look.html.count('<th scope="row">') == rows
    assert look.html.count('<th scope="col">') == 5
    assert sum(line.startswith("- ") for line in look.text.splitlines()) == rows


def test_where_nothing_is_known_of_mongolia_the_table_says_so():
    assert [plank.name for plank in PLANKS if plank.mongolia == "No row."] == ["Family", "Pay"]
