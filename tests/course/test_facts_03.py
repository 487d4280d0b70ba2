"""The numbers of lesson 03, and the rows that its tables show."""

import importlib

import pytest

import lesson
from course.shared.desk import half_of
from lesson.bank import facts
from lesson.tables import find

ladder = importlib.import_module("course.03_is_it_the_family.ladder")


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


def test_every_rung_rests_on_a_row_about_a3():
    assert {find(rung.row)[1]["bears_on"] for rung in ladder.LADDER if rung.row} == {"A3"}


def test_the_best_source_of_all_is_about_one_family_and_not_a_diplomats():
    high = [rung for rung in ladder.LADDER if rung.row and find(rung.row)[1]["confidence"] == "high"]
    assert [(rung.verb, rung.row, rung.about) for rung in high] == [("detained", "E-A3-05", "DPRK others abroad")]


def test_the_four_reports_done_in_class_hold_as_often_as_not():
    """Else a class would learn that reports are false, or that they are true; the kind must not tell it either."""
    assert [(row["desk_id"], row["outcome"]) for row in half_of(1)[:4]] == [
        ("DESK-02", "confirmed"), ("DESK-03", "refuted"), ("DESK-04", "refuted"), ("DESK-13", "confirmed"),
    ]  # fmt: skip


def test_no_rung_about_executions_is_about_diplomats():
    assert [r.about for r in ladder.LADDER if r.verb == "executed" and r.row] == ["DPRK others abroad"]


def test_both_sides_get_as_many_pieces_and_each_claim_has_both():
    found = [(piece.claim, piece.side) for piece in ladder.SIDES]
    assert [side for _, side in found].count(ladder.FOR) == len(found) / 2
    assert len(set(found)) == 6
    stances = {
        piece.side: {find(p.row)[1]["stance"] for p in ladder.SIDES if p.side == piece.side} for piece in ladder.SIDES
    }
    assert stances == {ladder.FOR: {"supports"}, ladder.AGAINST: {"challenges", "qualifies"}}


def test_every_change_of_the_rule_on_children_is_shown():
    assert ladder.unused_rule_rows() == []


@pytest.mark.parametrize("name", ["ladder", "two sides", "drift", "openings"])
def test_a_table_of_lesson_03_is_small_and_has_words(name):
    look = lesson.show(name, closed=True)
    assert look.html.count('<th scope="col">') <= 6
    assert look.html.count('<th scope="row">') <= 10
    assert look.text.startswith("Table: ")


def test_a_rung_without_a_source_says_so_and_no_more():
    text = lesson.show("ladder").text
    assert "No source here." in text
    assert "It does not say that this never happens." in text
