"""What this course computes: every figure as somebody checked it by eye, and what must hold whatever the rows say."""

import importlib

import pytest

from course.shared import facts as shared
from course.shared.desk import half_of
from lesson.bank import facts
from lesson.bank.takes import takes
from lesson.publish import expected
from lesson.screen.show import show
from lesson.tables import find, rows

two = importlib.import_module("course.02_would_anyone_leave.facts")
CHECKED = [
    (path.parent.name, call, value) for path in expected.paths() for call, (_, value) in expected.read(path)[0].items()
]


@pytest.mark.parametrize(("folder", "call", "value"), CHECKED, ids=lambda part: part.replace("/", " "))
def test_a_fact_says_what_somebody_checked(folder, call, value):
    assert facts.value(call) == value


def test_every_call_of_a_lesson_has_been_checked():
    assert len(CHECKED) > 150
    assert list(expected.problems()) == []


def test_every_fact_has_a_sentence_that_says_what_it_counts():
    for name in facts.FACTS.names():
        doc = facts.FACTS.find(name).__doc__
        assert doc
        assert doc.strip().splitlines()[0].endswith((".", '"', ":")), name


def test_a_count_that_needs_no_argument_takes_none():
    with pytest.raises(TypeError):
        facts.value("departures(1)")


def test_a_claim_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match=r"'C9' is not an id of claims\.csv"):
        facts.value("evidence_on(C9)")


@pytest.mark.parametrize(
    "call",
    [
        "abroad(lo)", "missions(lowest)", "host_list(High)", "per_thousand(lower)", "chance(mid)", "ignorance()",
        "diplomat_years(2)", "labourers_each(max)", "more_a_year(x)", "links(PRK-2999-XXX)", "months_hidden(PRK-2999)",
        "known_departures(18.08.2020)", "hidden_departures(2020-13)", "departures_left(2022, 2012)",
        "one_origin_left(22, 23)", "listed_to_the_south(199)", "posted_officials(2012)", "arrivals_of(1900)",
        "evidence_on(A1, diplomats)", "evidence_on(A1, any, for)", "claims_about(Korea)", "diplomat_pieces(A9)",
        "two_voices(a1)", "cases_counted(defections, diplomat)", "cases_counted(defection, diplomats)", "rungs(some)",
        "other_rows(indivdual)", "cell(E-A1-05, nothing)", "year(NOBODY-1)", "number(E-A1-09, nobody)",
    ],
)  # fmt: skip
def test_a_misspelt_word_in_a_fact_is_never_another_number(call):
    with pytest.raises(facts.UNKNOWN):
        facts.value(call)


def test_every_fact_says_what_it_takes_and_checks_every_word():
    """A fact without a sort of word for a parameter looks at it itself, and is listed here."""
    own = {"cell", "date", "year", "number", "spoken", "arrivals_of", "other_rows", "cases_counted"}
    for name in facts.FACTS.names():
        function = facts.FACTS.find(name)
        bare = [part for part in takes(function).split("; ") if part != "nothing" and ":" not in part]
        assert not bare or name in own, name


def test_departures_stand_from_the_latest_to_the_first():
    found = [(row["date_left"], row["case_id"]) for row in shared.latest_first(shared.diplomats())]
    assert found == sorted(found, reverse=True)
    assert len(found) == shared.departures() == shared.named() + shared.unnamed()


def test_the_two_dates_stand_in_the_order_of_time():
    assert [(day, row_id) for day, _, row_id in shared.two_dates()] == [
        ("2016-08-17", "TL-16"),
        ("2020-08-18", "TL-22"),
    ]


def test_what_could_be_known_on_the_essays_date():
    day = "2020-08-18"
    hidden = [row for row in shared.diplomats() if row["public_since"] > day and row["date_left"] < day]
    assert [row["case_id"] for row in hidden] == ["PRK-2019-KWT"]
    assert shared.hidden_departures(day) == 1
    assert shared.known_departures(day) == sum(row["public_since"] <= day for row in shared.diplomats())


def test_months_that_are_not_known_are_not_counted():
    with pytest.raises(ValueError, match="not known"):
        shared.months_hidden("PRK-2014-THA")


def test_a_wait_is_a_range_where_only_a_year_is_known():
    assert shared.wait({"date_left": "2016", "public_since": "2016-08"}) == (0, 7)
    assert shared.wait({"date_left": "2014", "public_since": "2016-08"}) == (20, 31)
    assert shared.wait({"date_left": "2019-09", "public_since": "2021-01"}) == (16, 16)


def test_links_are_counted_from_the_citations():
    assert shared.links("PRK-2016-GBR") == sum(row["row_id"] == "PRK-2016-GBR" for row in rows("citations"))


def test_diplomat_years_from_both_low_ends_and_both_high_ends():
    assert two.diplomat_years("low") == 43 * 5 * 13
    assert two.diplomat_years("high") == round(55 * 85 / 10 * 13)


def test_a_rate_is_low_with_many_diplomats_and_high_with_few():
    assert two.per_thousand("low") == round(1000 * 13 / (55 * 85 / 10 * 13), 1) == 2.1
    assert two.per_thousand("high") == round(1000 * 13 / (43 * 5 * 13), 1) == 4.7


def test_chance_and_ignorance_are_two_bands():
    assert two.chance("low") == round(1000 * 6.9220 / 6077.5, 1)  # Garwood's limits for 13 events: 6.92 and 22.23
    assert two.chance("high") == round(1000 * 22.2304 / 6077.5, 1)
    assert two.ignorance("low") == round(1000 * 13 / (55 * 12 * 13), 1) == 1.5
    assert two.ignorance("high") == round(5 * 1000 * 13 / 2795, 1) == 23.3


def test_where_people_went_is_said_only_where_the_count_says_it():
    found = [(row["elite_id"], two.goes_where(row)) for row in two.count_rows()]
    assert [row_id for row_id, where in found if where == "the South"] == ["ELI-21", "ELI-13", "ELI-22"]
    assert {where for _, where in found} == {"the South", "not stated"}


def test_who_speaks_while_serving_is_said_by_the_row():
    assert [row["row_id"] for row in rows("numbers") if row["name"] == "speaker"] == ["E-C6-01"]
    assert find("E-C6-01")[1]["about"] == "DPRK diplomats"


def test_the_four_reports_done_in_class_hold_as_often_as_not():
    """Else a class would learn that reports are false, or that they are true; the kind must not tell it either."""
    assert [(row["desk_id"], row["outcome"]) for row in half_of(1)[:4]] == [
        ("DESK-02", "confirmed"), ("DESK-03", "refuted"), ("DESK-04", "refuted"), ("DESK-13", "confirmed"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["counts", "missions", "host lists", "arrivals", "denominators"])
def test_a_table_to_look_at_is_small_and_has_sources(name):
    look = show(name)
    assert 1 <= look.text.count("\n- ") <= 10
    assert 2 <= look.html.count('<th scope="col">') <= 5
    assert 'href="http' in look.html


def test_the_second_page_of_host_lists_holds_other_counts():
    first, second = show("host lists").text, show("host lists", page=2).text
    assert ["Russia" in first, "Havana" in first] == [True, False]
    assert ["Austria" in second, "Havana" in second] == [False, True]


def test_the_one_printed_number_of_people_abroad_falls_inside_the_range_of_the_lists():
    assert shared.abroad("low") <= find("MIS-37")[1]["value_low"] <= shared.abroad("high")


def test_two_households_are_counted_as_voices_by_claim_and_over_all():
    assert (shared.two_voices("A1"), shared.diplomat_pieces("A1")) == (7, 15)
    assert shared.two_voices() == sum(
        any(name in row["who_says"] for name in shared.HOUSEHOLDS)
        for row in rows("evidence")
        if row["about"] == "DPRK diplomats"
    )
