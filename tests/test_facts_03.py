"""The numbers of lesson 03, and the rows that its tables show."""

import lesson
import pytest
from lesson.course import facts, ladder
from lesson.course.tables import find


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("evidence_on(A3, any, any)", "25"), ("evidence_on(A3, any, supports)", "9"), ("evidence_on(A3, DPRK diplomats, supports)", "3"),
        ("evidence_on(A3, any, challenges)", "5"), ("evidence_on(A3, any, qualifies)", "6"), ("evidence_on(A3, any, cautions)", "5"),
        ("evidence_on(A3, DPRK diplomats, any)", "12"), ("rungs(all)", "6"), ("rungs(diplomats)", "3"), ("rungs(none)", "3"),
        ("printed(un-working-group-2012-05)", "May 2012"), ("printed(cnn-2017-05-03)", "3 May 2017"),
        ("printed(dong-a-ilbo-2020-10-07)", "7 October 2020"), ("event_date(TL-09)", "2009"), ("event_date(TL-14)", "13 December 2013"),
        ("posted_officials_together()", "46"), ("contact(2020)", "38.6"), ("contact(2022)", "21.8"), ("family_rule_end()", "1994-95"),
    ],
)  # fmt: skip
def test_the_numbers_that_lesson_03_mentions(call, says):
    assert facts.value(call) == says


def test_the_ladder_names_its_verbs_in_order_and_each_has_a_line():
    assert list(dict.fromkeys(rung.verb for rung in ladder.LADDER)) == list(ladder.VERBS)
    assert ladder.reach() == ["watched", "moved", "detained"]
    assert len(ladder.LADDER) <= 10


def test_every_rung_rests_on_a3_or_on_the_one_seizure_that_a_third_state_saw():
    rungs = [rung.row for rung in ladder.LADDER if rung.row]
    assert [row for row in rungs if find(row)[1]["bears_on"] != "A3"] == ["E-CL-03"]


def test_no_rung_about_executions_is_about_diplomats():
    assert [r.about for r in ladder.LADDER if r.verb == "executed" and r.row] == ["DPRK others abroad"]


def test_every_change_of_the_rule_on_children_is_shown():
    assert ladder.unused_rule_rows() == []


@pytest.mark.parametrize("name", ["ladder", "drift", "openings"])
def test_a_table_of_lesson_03_is_small_and_has_words(name):
    look = lesson.show(name, closed=True)
    assert look.html.count('<th scope="col">') <= 6
    assert look.html.count('<th scope="row">') <= 10
    assert look.text.startswith("Table: ")


def test_a_rung_without_a_source_says_so_and_no_more():
    text = lesson.show("ladder").text
    assert "No source here." in text
    assert "It does not say that this never happens." in text
