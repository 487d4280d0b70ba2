import pytest

from lesson.bank import facts
from lesson.tables import rows


def test_a_fact_is_looked_up_by_its_call():
    assert facts.value("departures()") == str(facts.departures())
    assert facts.value(" known_departures( 2020-08-18 ) ") == str(facts.known_departures("2020-08-18"))


@pytest.mark.parametrize(
    "call", ["", "nonsense()", "departures", "__import__(os)", "departures() + 1", "value(x)", "rows(cases)"]
)
def test_only_facts_can_be_called(call):
    with pytest.raises(KeyError):
        facts.value(call)


def test_arguments_must_fit():
    with pytest.raises(TypeError):
        facts.value("departures(1)")


def test_every_fact_is_a_public_function_with_a_sentence():
    for name, fact in facts.FACTS.items():
        assert getattr(facts, name) is fact
        assert (fact.__doc__ and fact.__doc__.strip().splitlines()[0].endswith(".")) or '"' in fact.__doc__


@pytest.mark.parametrize(
    ("day", "words"),
    [("2016-08-17", "17 August 2016"), ("2016-08", "August 2016"), ("2016", "2016"), ("2024-01-05", "5 January 2024")],
)
def test_a_date_is_said_as_exactly_as_it_is_known(day, words):
    assert facts.spoken(day) == words


def test_departures_stand_from_the_latest_to_the_first():
    found = [(row["date_left"], row["case_id"]) for row in facts.latest_first()]
    assert found == sorted(found, reverse=True)
    assert len(found) == facts.departures()


def test_the_two_dates_stand_in_the_order_of_time():
    assert [(day, row_id) for day, _, row_id in facts.two_dates()] == [("2016-08-17", "TL-16"), ("2020-08-18", "TL-22")]


def test_named_and_unnamed_make_all():
    assert facts.named() + facts.unnamed() == facts.departures()


def test_what_could_be_known_on_the_essays_date():
    day = "2020-08-18"
    hidden = [row for row in facts.diplomats() if row["public_since"] > day and row["date_left"] < day]
    assert [row["case_id"] for row in hidden] == ["PRK-2019-KWT"]
    assert facts.hidden_departures(day) == 1
    assert facts.known_departures(day) == sum(row["public_since"] <= day for row in facts.diplomats())


def test_the_wait_until_a_case_was_public():
    assert facts.months_hidden("PRK-2019-KWT") == 16
    assert facts.months_hidden("PRK-2016-GBR") == 1
    with pytest.raises(ValueError, match="not known"):
        facts.months_hidden("PRK-2014-THA")


def test_between_announcement_and_page_lie_four_whole_years():
    assert facts.years_between() == 4


def test_links_are_counted_from_the_citations():
    assert facts.links("PRK-2016-GBR") == sum(row["row_id"] == "PRK-2016-GBR" for row in rows("citations"))
    assert facts.origins("PRK-2016-GBR") == 3


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("arrivals(2024)", "236"), ("arrivals(2022)", "67"), ("posted_officials(2013)", "8"), ("posted_officials(2014)", "18"),
        ("posted_officials(2015)", "20"), ("published_counts()", "4, 5, 6, 12, 20"), ("host_list(low)", "5"), ("host_list(high)", "21"),
        ("host_total()", "73"), ("missions(low)", "43"), ("missions(high)", "55"), ("abroad(low)", "215"), ("abroad(high)", "502"),
        ("boat(all)", "31"), ("boat(stayed)", "4"), ("boat(home)", "27"), ("listed_prisoners(kin)", "356"), ("listed_prisoners(all)", "1258"),
        ("listed_prisoners(share)", "28"), ("other_service(left)", "11"), ("other_service(all)", "56"), ("hearing()", "1 November 2017"),
    ],
)  # fmt: skip
def test_the_numbers_that_the_lessons_mention(call, says):
    assert facts.value(call) == says


def test_a_fact_whose_sentence_is_gone_says_so():
    with pytest.raises(KeyError, match="no longer says"):
        facts.said("E-A2-05", r"(\d+) elephants")


def test_a_wait_is_a_range_where_only_a_year_is_known():
    assert facts.wait({"date_left": "2016", "public_since": "2016-08"}) == (0, 7)
    assert facts.wait({"date_left": "2014", "public_since": "2016-08"}) == (20, 31)
    assert facts.wait({"date_left": "2019-09", "public_since": "2021-01"}) == (16, 16)
