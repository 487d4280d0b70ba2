"""Facts of lesson 04; the expected values were read from the tables by eye."""

import pytest

from lesson.bank import facts


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
