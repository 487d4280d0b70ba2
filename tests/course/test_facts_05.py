"""The numbers of lesson 05, read from the tables by eye."""

import pytest

from lesson.bank import facts


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("year_of_leaving(PRK-2016-GBR)", "2016"),
        ("year_of_leaving(PRK-1999-THA)", "1999"),
        ("year_of_leaving(PRK-2023-CUB)", "2023"),
        ("praise_on_air()", "2014"),
        ("doubt_lasted()", "two decades"),
        ("flew_home()", "August 2023"),
        ("recalls_near()", "2023"),
        ("hours_notice()", "six"),
        ("crowd_year()", "1989"),
        ("party_test()", "1990"),
        ("could_leave()", "hundreds"),
        ("evidence_on(C5)", "7"),
        ("evidence_on(C6)", "16"),
        ("in_service()", "1"),
        ("diplomat_pieces()", "55"),
        ("two_voices()", "23"),
    ],
)
def test_a_fact_of_lesson_05(call, says):
    assert facts.value(call) == says


def test_a_claim_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="no claim"):
        facts.evidence_on("C9")


def test_words_that_left_a_row_are_missed():
    with pytest.raises(KeyError, match="no longer says"):
        facts.said("E-C6-01", "words that never stood there")
