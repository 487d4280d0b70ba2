"""The numbers of lesson 03, and the reports that are done in class."""

import pytest

from course.shared.desk import half_of
from lesson.bank import facts


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


def test_the_four_reports_done_in_class_hold_as_often_as_not():
    """Else a class would learn that reports are false, or that they are true; the kind must not tell it either."""
    assert [(row["desk_id"], row["outcome"]) for row in half_of(1)[:4]] == [
        ("DESK-02", "confirmed"), ("DESK-03", "refuted"), ("DESK-04", "refuted"), ("DESK-13", "confirmed"),
    ]  # fmt: skip
