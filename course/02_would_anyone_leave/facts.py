"""Facts of lesson 02: published counts, diplomat-years, departures for a thousand of them."""

from __future__ import annotations

from course.shared.facts import (
    COUNTS,
    POSTS,
    diplomats,
    host_list,
    host_mean,
    host_rows,
    missions,
    posted_officials,
)
from course.shared.rows import cases
from lesson.bank.facts import fact
from lesson.bank.takes import End, Year, in_order
from lesson.core.rates import poisson_interval
from lesson.tables import Row, find, number, rows

COUNTED_FROM, COUNTED_TO = "2012", "2024"
PER = 1000
UNREPORTED = (0, 50, 80)
OVERALL = (*POSTS, "resident embassies (countries)", "countries with embassy or consulate")


@fact
def host_lists() -> int:
    """How many host countries' lists of December 2010 there are."""
    return len(host_rows())


@fact
def host_average() -> float:
    """Diplomats on a host list, on average, to one decimal."""
    return round(host_mean(), 1)


@fact
def host_second() -> int:
    """How many diplomats stand on the second longest of the host lists."""
    return int(sorted(row["value_low"] for row in host_rows())[-2])


@fact
def departures_left(first: Year, last: Year) -> int:
    """How many reported departures of diplomats happened in these years, by the year of leaving."""
    in_order(first, last)
    return sum(first <= row["date_left"][:4] <= last for row in diplomats())


@fact
def one_origin_left(first: Year, last: Year) -> int:
    """How many of the departures of diplomats in these years rest on a single origin."""
    in_order(first, last)
    return sum(first <= row["date_left"][:4] <= last and row["independent_origins"] == 1 for row in diplomats())


@fact
def recalls() -> int:
    """How many rows report that a diplomat obeyed a recall."""
    return len(cases(kind="recall obeyed", person_type="diplomat"))


@fact
def counted_years() -> str:
    """The years over which the lesson counts departures, as they are said."""
    return f"{COUNTED_FROM} to {COUNTED_TO}"


@fact
def years_counted() -> int:
    """How many years these are."""
    return int(COUNTED_TO) - int(COUNTED_FROM) + 1


@fact
def most_unreported() -> int:
    """The largest share of departures, in per cent, that the lesson assumes to be unreported."""
    return max(UNREPORTED)


@fact
def diplomat_years(end: End) -> int:
    """Diplomat-years counted: fewest missions x shortest list x years, or most missions x mean of the lists x years."""
    return round(_exposure(end))


@fact
def per_thousand(end: End) -> float:
    """Reported departures for 1,000 diplomat-years: "low" with the most diplomats that fit, "high" with the fewest."""
    known = departures_left(COUNTED_FROM, COUNTED_TO)
    return round(PER * known / _exposure("high" if end == "low" else "low"), 1)


@fact
def chance(end: End) -> float:
    """An end of the 95 per cent interval for the rate by chance alone, at the most diplomats that fit."""
    band = poisson_interval(departures_left(COUNTED_FROM, COUNTED_TO), _exposure("high"))
    return round(PER * (band.low if end == "low" else band.high), 1)


@fact
def ignorance(end: End) -> float:
    """An end of the rate by what nobody knows: large missions and all reported, or small ones and most unreported."""
    known = departures_left(COUNTED_FROM, COUNTED_TO)
    if end == "low":
        return round(PER * known / (missions("high") * host_second() * years_counted()), 1)
    return round(PER * known / (1 - max(UNREPORTED) / 100) / _exposure("low"), 1)


@fact
def unreported_for_half() -> int:
    """Above how many per cent unreported half of the diplomats, at the fewest, would leave in an average year."""
    reported = departures_left(COUNTED_FROM, COUNTED_TO) / (_exposure("low") / 2)
    return int(100 * (1 - reported))


@fact
def posted_officials_together() -> int:
    """How many officials of every kind on posts abroad reached the South in 2013 to 2015, by Southern intelligence."""
    return sum(posted_officials(year) for year in ("2013", "2014", "2015"))


@fact
def posted_listed() -> int:
    """How many departures of 2013 to 2015 in our table, of every kind of official, led to the South."""
    return sum(row["date_left"][:4] in ("2013", "2014", "2015") for row in _to_the_south())


@fact
def listed_to_the_south(year: Year) -> int:
    """How many departures of one year in our table, of every kind of official, led to the South."""
    return sum(row["date_left"][:4] == year for row in _to_the_south())


@fact
def arrivals_of(year: Year) -> int:
    """How many people from the North the South registered in one year. Raises LookupError for no year of the table."""
    return int(find(f"ARR-{year}")[1]["total"])


@fact
def posted_unlisted() -> int:
    """The share of these officials, in per cent, who are not in our table."""
    return round(100 * (1 - posted_listed() / posted_officials_together()))


def count_rows() -> list[Row]:
    """The rows of the published counts of diplomats who left, the lowest first."""
    return [find(row_id)[1] for row_id in COUNTS]


def mission_rows() -> list[Row]:
    """The published counts of all missions, by one definition or another, oldest first."""
    return [row for row in rows("missions") if row["measure"] in OVERALL and row["date"] >= "2017"]


def single_missions() -> list[Row]:
    """Other published counts of the staff of single missions, or of a few together."""
    return [row for row in rows("missions") if "mission" in row["unit"] and row not in host_rows() and _people(row)]


def denominators() -> list[tuple[str, str, str, str, str, str, str]]:
    """Departures with a published denominator: whose, table, row, left, out of, what is counted, who says so."""
    one, many = find("VEN-2019-USA")[1], find("IRN-2010-EUR")[1]
    return [
        (
            f"{one['sending_state']}, mission in the {one['host_country']}",
            "comparators",
            one["comparator_id"],
            number(one["comparator_id"], "left")["value"],
            number(one["comparator_id"], "all")["value"],
            f"people at one state's posts within one month of {one['year']}, when two presidents claimed the office",
            "an aide of the envoy to whom they went over",
        ),
        (
            f"{many['sending_state']}, whole service",
            "comparators",
            many["comparator_id"],
            f"about {number(many['comparator_id'], 'left')['value']}",
            f"more than {number(many['comparator_id'], 'all')['value']}",
            "people posted since 1979; those who did not return after a posting, over all these years",
            "the ministry that they left",
        ),
    ]


def goes_where(row: Row) -> str:
    """Where the people of a published count went, as far as its own words say it."""
    told = {line["row_id"] for line in rows("numbers") if line["name"] == "went to"}
    return "the South" if row["elite_id"] in told else "not stated"


def _exposure(end: End) -> float:
    each = host_list("low") if end == "low" else host_mean()
    return missions(end) * each * years_counted()


def _people(row: Row) -> bool:
    return "diplomats" in row["measure"] or "officials" in row["measure"]


def _to_the_south() -> list[Row]:
    return [row for row in cases(kind="defection") if row["destination"].startswith("South Korea")]
