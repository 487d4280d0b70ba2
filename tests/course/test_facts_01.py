"""Facts of lesson 01, read from the tables by eye."""

import importlib

import pytest

from lesson.bank import facts
from lesson.screen.show import show
from lesson.tables import find

forced = importlib.import_module("course.01_are_they_forced.forced")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("told(guards)", "ten"),
        ("told(contest age)", "eleven"),
        ("told(privileged years)", "twenty"),
        ("told(study age)", "14"),
        ("told(layers before)", "three"),
        ("told(layers now)", "four"),
        ("told(labourers)", "50,000"),
        ("told(fewest children)", "300"),
        ("told(most children)", "3,000"),
        ("told(pay)", "500"),
        ("hearing()", "1 November 2017"),
        ("interview()", "2 November 2017"),
        ("guarded()", "18 January 1996"),
        ("disowned()", "30 January 1996"),
        ("guarded_days()", "12"),
        ("order_year(TL-07)", "2007"),
        ("evidence_year(E-A1-09)", "2015"),
        ("evidence_on(A1)", "19"),
        ("evidence_on(A1, any, supports)", "9"),
        ("evidence_on(A1, any, challenges)", "6"),
        ("evidence_on(A1, any, qualifies)", "3"),
        ("evidence_on(A1, any, cautions)", "1"),
        ("evidence_on(A1, DPRK diplomats)", "15"),
        ("evidence_on(A1, DPRK others abroad)", "2"),
        ("price_unsaid()", "13"),
        ("labourers_each(low)", "100"),
        ("labourers_each(high)", "233"),
    ],
)
def test_what_lesson_01_says(call, said):
    assert facts.value(call) == said


def test_a_fact_that_has_gone_from_its_row_is_missed(monkeypatch):
    monkeypatch.setitem(facts.TOLD, "guards", ("E-A1-05", r"(\d+) elephants"))
    with pytest.raises(KeyError, match="E-A1-05"):
        facts.told("guards")


def test_each_side_has_as_many_pieces_and_the_stance_that_it_claims():
    assert len(forced.FOR) == len(forced.AGAINST) == 4
    assert {find(piece)[1]["stance"] for piece in forced.FOR} == {"supports"}
    assert {find(piece)[1]["stance"] for piece in forced.AGAINST} == {"challenges"}
    assert {find(piece)[1]["about"] for piece in (*forced.FOR, *forced.AGAINST)} == {"DPRK diplomats", "DPRK general"}


def test_every_refusal_is_a_piece_on_a1_with_a_price_from_the_list():
    for refusal in forced.REFUSALS:
        assert find(refusal.evidence_id)[1]["bears_on"] == "A1"
        assert refusal.group in (forced.HIGH, forced.LIGHTER, forced.SILENT)
        assert refusal.also != refusal.group
    assert len(forced.priced()) == 6


def test_the_two_remarks_stand_in_one_statement():
    text = show("two days").text
    assert "very privileged" in text
    assert "In the same statement" in text
    assert text.index("1 November 2017") < text.index("2 November 2017")


def test_the_man_under_guard_is_shown_twice():
    text = show("two days", page=2).text
    assert text.index("18 January 1996") < text.index("30 January 1996")
    assert "(one newspaper)" in text


@pytest.mark.parametrize("name", ["two days", "case for and against"])
def test_there_is_no_third_page(name):
    with pytest.raises(ValueError, match="page 3"):
        show(name, page=3)


def test_refusing_says_which_pieces_are_silent():
    text = show("refusing").text
    assert "The other 11 of 19 pieces" in text
    assert text.count("debated:") == 4
