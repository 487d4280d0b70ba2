"""Facts of lesson 01, read from the tables by eye."""

import pytest

from lesson.bank import facts


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
        ("nobody_refuses()", "11"),
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
