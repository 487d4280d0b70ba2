"""Whether a text shows a value, in digits or in words, and nothing that only looks like it."""

import pytest

from lesson.core.dates import spoken
from lesson.core.spelled import amount, number_words, shows


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a team of 31.", "31"), ("a team of thirty-one was", "31"), ("Thirty-One went", "31"), ("about 11 people", "eleven"),
        ("At eleven,", "eleven"), ("more than 50,000 workers", "50000"), ("more than 50000 workers", "50,000"), ("in (300)", "300"),
        ("lasted until 1994-95 and", "1994-95"), ("from 2012 to 2018;", "2012 to 2018"), ("gave 38.6 per cent", "38.6"),
        ("for two decades", "two decades"), ("on 18 Jan, under", "1996-01-18"), ("on 18 January 1996", "1996-01-18"), ("no one: zero", "0"), ("a ten-year count", "10"),
    ],
)  # fmt: skip
def test_a_value_is_shown(text, value):
    assert shows(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,311 went", "311"), ("31.5 per cent", "31"), ("3.31", "31"), ("131", "31"), ("31,000", "31"), ("thirty-one", "30"), ("thirty-one", "one"), ("tenth", "ten"),
        ("often", "ten"), ("50,00 workers", "50,000"), ("on 8 Jan", "1996-01-18"), ("on 18 June", "1996-01-18"), ("a decade", "decades"), ("", "1"),
    ],
)  # fmt: skip
def test_another_value_is_not_taken_for_it(text, value):
    assert not shows(text, value)


@pytest.mark.parametrize(
    ("value", "number"),
    [("11", 11), ("eleven", 11), ("Ninety-nine", 99), ("50,000", 50000), ("38.6", 38.6), ("0", 0), ("1994-95", None), ("1,2", None),
     ("two decades", None), ("hundreds", None), ("", None), ("August 2023", None)],
)  # fmt: skip
def test_the_number_that_a_value_writes(value, number):
    assert amount(value) == number


def test_a_hundred_words_each_at_its_place():
    words = number_words()
    assert len(words) == len(set(words)) == 100
    assert [words.index(word) for word in ("zero", "nineteen", "twenty", "forty-two", "ninety-nine")] == [
        0,
        19,
        20,
        42,
        99,
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2016-08-17", "17 August 2016"), ("2016-08", "August 2016"), ("2016", "2016"), ("2024-01-05", "5 January 2024")],
)
def test_a_date_is_said_as_exactly_as_it_is_known(day, words):
    assert spoken(day) == words
