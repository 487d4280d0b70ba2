"""What lesson 02 counts: expected values were read from the tables by eye and written out here."""

import pytest

from lesson.bank import facts
from lesson.screen.show import show

LOOKS = ["counts", "missions", "host lists", "arrivals", "denominators"]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("counted(ELI-14)", "4"), ("counted(ELI-22)", "20"), ("counted(ELI-10)", "10"), ("counted(MIS-10)", "44"), ("counted(MIS-11)", "43"),
        ("counted(MIS-26)", "4"), ("counted(MIS-27)", "4"), ("counted(MIS-29)", "20"), ("counts_in_words()", "Four, five, six, twelve, twenty"),
        ("event_date(TL-21)", "22 January 2020"), ("event_date(TL-23)", "26 August 2023"), ("event_date(MIS-02)", "2017"), ("event_date(MIS-13)", "December 2010"),
        ("period(ARR-2022)", "2022"), ("period(E-A2-05)", "2011"), ("period(ELI-04)", "2015 (to 20 Oct)"),
        ("host_lists()", "8"), ("host_average()", "9.1"), ("claimed_abroad()", "hundreds"), ("host_second()", "12"), ("recalls()", "6"),
        ("departures_left(1991,2024)", "21"), ("departures_left(2011,2013)", "0"), ("departures_left(2014,2016)", "7"),
        ("departures_left(2012,2024)", "13"), ("departures_left(2017,2024)", "6"), ("departures_left(2025,2026)", "0"),
        ("one_origin_left(2012,2024)", "7"), ("counted_years()", "2012 to 2024"), ("years_counted()", "13"), ("for_each()", "1,000"),
        ("posted_officials_together()", "46"), ("posted_listed()", "10"), ("posted_unlisted()", "78"), ("most_unreported()", "80"), ("unreported_for_half()", "99"),
        ("stayed_abroad(left)", "20"), ("stayed_abroad(all)", "20,000"), ("counted_later(left)", "12"), ("counted_later(all)", "55"),
        ("told(returns)", "28"), ("told(years of returns)", "2012 to 2018"), ("told(arrived)", "30,000"), ("told(asked in China)", "1,300"),
        ("told(wish to return)", "1"), ("told(visitors)", "100"), ("told(liked capitalism)", "69"), ("told(walked off)", "10,000"),
        ("told(loggers)", "40,000"), ("told(recalls of)", "2023"),
    ],
)  # fmt: skip
def test_what_lesson_02_counts(call, says):
    assert facts.value(call) == says


def test_diplomat_years_from_both_low_ends_and_both_high_ends():
    assert facts.diplomat_years("low") == 43 * 5 * 13
    assert facts.diplomat_years("high") == round(55 * 73 / 8 * 13)


def test_a_rate_is_low_with_many_diplomats_and_high_with_few():
    assert facts.per_thousand("low") == round(1000 * 13 / (55 * 73 / 8 * 13), 1) == 2.0
    assert facts.per_thousand("high") == round(1000 * 13 / (43 * 5 * 13), 1) == 4.7


def test_chance_and_ignorance_are_two_bands():
    assert facts.chance("low") == round(1000 * 6.9220 / 6524.4, 1)  # Garwood's limits for 13 events: 6.92 and 22.23
    assert facts.chance("high") == round(1000 * 22.2304 / 6524.4, 1)
    assert facts.ignorance("low") == round(1000 * 13 / (55 * 12 * 13), 1) == 1.5
    assert facts.ignorance("high") == round(5 * 1000 * 13 / 2795, 1) == 23.3


def test_numbers_that_no_evidence_gives_any_more_are_missed(monkeypatch):
    monkeypatch.setitem(facts.TOLD, "returns", ("E-A2-03", r"counted (\d+) swallows"))
    with pytest.raises(KeyError, match="no longer says"):
        facts.told("returns")


def test_where_people_went_is_said_only_where_the_count_says_it():
    assert [facts.goes_where(row) for row in facts.count_rows()] == [
        "not stated",
        "not stated",
        "the South",
        "the South",
        "not stated",
    ]


@pytest.mark.parametrize("name", LOOKS)
def test_a_table_to_look_at_is_small_and_has_sources(name):
    look = show(name)
    assert 1 <= look.text.count("\n- ") <= 10
    assert 3 <= look.html.count('<th scope="col">') <= 6
    assert 'href="http' in look.html


def test_the_second_page_of_host_lists_holds_other_counts():
    first, second = show("host lists").text, show("host lists", page=2).text
    assert ["Russia" in first, "Havana" in first] == [True, False]
    assert ["Austria" in second, "Havana" in second] == [False, True]
