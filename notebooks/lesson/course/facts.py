"""Every number that prose, a figure or a key states, computed from data/.

Text names a fact as `{{departures()}}` in an item and as `22<!-- fact:departures() -->` in a lesson; see `value`.
Each function is small, public, and returns an int, a float or a short str.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lesson.course.items import SEEDS
from lesson.course.rates import Range, exposure, poisson_interval
from lesson.course.tables import Row, cases, find, public_on, rows

CALL = re.compile(r"([a-z_][a-z0-9_]*)\(([^()]*)\)")
COUNTS = ("ELI-14", "ELI-20", "ELI-21", "ELI-13", "ELI-22")
POSTS = ("all overseas missions", "embassies and consulates")
HEARING = "us-government-publishing-2017-11-01"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def value(call: str) -> str:
    """Return what `call`, such as "known_departures(2020-08-18)", says, as text.

    Raises KeyError when there is no such fact, TypeError when its arguments do not fit.
    """
    match = CALL.fullmatch(call.strip())
    if not match or match[1] not in FACTS:
        raise KeyError(call)
    arguments = [part.strip() for part in match[2].split(",") if part.strip()]
    return str(FACTS[match[1]](*arguments))


def as_of() -> str:
    """The month in which the sources were read: "November 2026"."""
    return spoken(max(row["seen_on"] for row in rows("sources")))


def spoken(day: str) -> str:
    """A date as it is said: "17 August 2016", "August 2016" or "2016"."""
    year, *rest = day.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    date = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (date, month, year) if part)


def diplomats() -> list[Row]:
    """The rows that report the departure of a diplomat: no contrast, no dispute about whether it happened."""
    return cases(kind="defection", person_type="diplomat")


def departures() -> int:
    """How many departures of diplomats are reported in public."""
    return len(diplomats())


def named() -> int:
    """How many of these people are named here, because they spoke in public under that name."""
    return sum(bool(row["person_name"]) for row in diplomats())


def unnamed() -> int:
    """How many of these people are not named here."""
    return departures() - named()


def all_rows() -> int:
    """How many rows the table of cases has: departures of every kind of official, and contrasts."""
    return len(rows("cases"))


def one_origin() -> int:
    """How many of the reported departures of diplomats rest on a single origin."""
    return sum(row["independent_origins"] == 1 for row in diplomats())


def origins(case_id: str) -> int:
    """How many independent origins the report of one case has."""
    return int(find(case_id)[1]["independent_origins"])


def links(case_id: str) -> int:
    """How many publications are cited for one case."""
    return sum(row["row_id"] == case_id for row in rows("citations"))


def essay_date() -> str:
    """The date on the essay's page, as it is said."""
    return spoken(find("TL-22")[1]["date"])


def london_announced() -> str:
    """The day on which Seoul announced the London case, as it is said."""
    return spoken(find("TL-16")[1]["date"])


def years_between() -> int:
    """Whole years from the announcement of the London case to the date on the essay's page."""
    first, second = find("TL-16")[1]["date"], find("TL-22")[1]["date"]
    return int(second[:4]) - int(first[:4]) - int(second[5:] < first[5:])


def left(case_id: str) -> str:
    """When the person left, as exactly as it is known."""
    return spoken(find(case_id)[1]["date_left"])


def public(case_id: str) -> str:
    """When the case was first reported in public."""
    return spoken(find(case_id)[1]["public_since"])


def wait(row: Row) -> tuple[int, int]:
    """Fewest and most months from leaving to the first public report; they differ where only a year is known."""
    (left_first, left_last), (public_first, public_last) = (_months(row[f]) for f in ("date_left", "public_since"))
    return max(0, public_first - left_last), max(0, public_last - left_first)


def months_hidden(case_id: str) -> int:
    """Months from leaving to the first public report. Raises ValueError when a month is not known."""
    low, high = wait(find(case_id)[1])
    if low != high:
        raise ValueError(f"the months of {case_id} are not known exactly")
    return low


def known_departures(day: str) -> int:
    """How many departures of diplomats were public on a day such as 2020-08-18."""
    return len(public_on(diplomats(), day))


def hidden_departures(day: str) -> int:
    """How many departures of diplomats had surely happened before a day and were not yet public on it."""
    unknown = [row for row in diplomats() if row not in public_on(diplomats(), day)]
    return sum(row["date_left"] < day[: len(row["date_left"])] for row in unknown)


def first_departure() -> str:
    """The year of the earliest departure of a diplomat in the table."""
    return str(min(row["date_left"] for row in diplomats())[:4])


def arrivals(year: str) -> int:
    """How many people from the North were registered as arrivals in the South in a year."""
    return int(find(f"ARR-{year}")[1]["total"])


def posted_officials(year: str) -> int:
    """How many officials on posts abroad, of every kind, arrived in the South in a year, by Southern intelligence."""
    return int(find({"2013": "ELI-05", "2014": "ELI-06", "2015": "ELI-04"}[year])[1]["value_low"])


def published_counts() -> str:
    """The published counts of diplomats who left, from low to high; they count different people."""
    return ", ".join(str(find(row_id)[1]["value_low"]) for row_id in COUNTS)


def host_list(end: str) -> int:
    """The fewest ("low") or the most ("high") diplomats that one of eight host countries listed in December 2010."""
    return int((min if end == "low" else max)(row["value_low"] for row in _hosts()))


def host_total() -> int:
    """How many diplomats the eight host lists of December 2010 hold together."""
    return sum(row["value_low"] for row in _hosts())


def host_mean() -> float:
    """The mean number of diplomats on the eight host lists of December 2010."""
    return host_total() / len(_hosts())


def missions(end: str) -> int:
    """The lowest or the highest published count of all missions from 2017 on."""
    counts = [row["value_low"] for row in rows("missions") if row["measure"] in POSTS and row["date"] >= "2017"]
    return int((min if end == "low" else max)(counts))


def abroad(end: str) -> int:
    """How many diplomats may be abroad: fewest missions x shortest list, or most missions x mean of the lists."""
    each = host_list("low") if end == "low" else host_mean()
    band = exposure(Range(missions("low"), missions("high")), Range(host_list("low"), each), 1)
    return round(band.low if end == "low" else band.high)


def boat(what: str) -> int:
    """Of the people on the drifted boat: "all" there were, how many "stayed", how many went "home"."""
    pattern = {
        "all": r"A work team of (\d+)",
        "stayed": r"(\d+) asked to stay",
        "home": r"The other (\d+) were sent back",
    }
    return _said("E-A2-05", pattern[what])


def listed_prisoners(what: str) -> int:
    """Of a list of camp prisoners: "all", those held for a relative's act ("kin"), these in per cent ("share")."""
    everyone = _said("E-A3-07", r"listed ([\d,]+) camp prisoners")
    kin = _said("E-A3-07", r"guilt by association for ([\d,]+) of them")
    return {"all": everyone, "kin": kin, "share": round(100 * kin / everyone)}[what]


def other_service(what: str) -> int:
    """Of another state's mission of which both numbers are published: how many "left", of how many ("all")."""
    left_count, everyone = re.fullmatch(r"(\d+) of (\d+)", find("VEN-2019-USA")[1]["number_reported"]).groups()  # type: ignore[union-attr]
    return int(left_count if what == "left" else everyone)


def trigger(row: Row) -> str:
    """What set a departure of another service off, in one of a few groups of words of the table."""
    text = row["trigger"]
    groups = (
        ("individual decision", ("individual",)),
        ("crackdown at home", ("crackdown",)),
        ("coup or contested government", ("coup", "contested")),
        ("war or collapse of a government", ("civil war", "regime collapse", "foreign invasion")),
    )
    return next((name for name, starts in groups if text.startswith(starts)), "other")


def hearing() -> str:
    """The day on which a former deputy ambassador spoke to a committee of the US Congress, as it is said."""
    return spoken(next(s["date"] for s in rows("sources") if s["source_id"] == HEARING))


def _hosts() -> list[Row]:
    return [row for row in rows("missions") if row["measure"].startswith("accredited DPRK diplomats in")]


def _said(evidence_id: str, pattern: str) -> int:
    """A number in the summary of a piece of evidence. Raises KeyError when it does not stand there any more."""
    match = re.search(pattern, find(evidence_id)[1]["summary"])
    if not match:
        raise KeyError(f"{evidence_id} no longer says what this fact reads: {pattern}")
    return int(match[1].replace(",", ""))


def claims_about(country: str) -> int:
    """How many steps of the author's own answer are said of one country."""
    own = [row for row in rows("claims", SEEDS) if row["part"] in ("premise", "step", "conclusion")]
    return sum(row["said_of"] == country for row in own)


def _months(day: str) -> tuple[int, int]:
    """The first and the last month that a date can mean, counted from the year 0."""
    year = 12 * int(day[:4])
    return (year + int(day[5:7]),) * 2 if len(day) > 4 else (year + 1, year + 12)


# Counting (lesson 02): published counts, diplomat-years, departures for a thousand of them.

TOLD = {
    "returns": ("E-A2-03", r"counted ([\d,]+) people known to have returned"),
    "years of returns": ("E-A2-03", r"from (\d{4} to \d{4})"),
    "recalls of": ("E-C6-10", r"as recalls came near in (\d{4})"),
    "arrived": ("E-A2-03", r"all arrivals numbered more than ([\d,]+)"),
    "asked in China": ("E-A2-11", r"more than ([\d,]+) North Koreans"),
    "wish to return": ("E-A2-11", r"about (\d+) percent had it"),
    "visitors": ("E-A2-10", r"interviewed ([\d,]+) North Koreans"),
    "liked capitalism": ("E-A2-10", r"About (\d+) percent liked"),
    "walked off": ("E-A2-08", r"roughly ([\d,]+) out of"),
    "loggers": ("E-A2-08", r"out of some ([\d,]+)"),
}
COUNTED_FROM, COUNTED_TO = "2012", "2024"
PER = 1000
UNREPORTED = (0, 50, 80)
OVERALL = (*POSTS, "resident embassies (countries)", "countries with embassy or consulate")


def counted(row_id: str) -> int:
    """The number in one published count, such as "ELI-13" or "MIS-10"; the lower one where there are two."""
    return int(find(row_id)[1]["value_low"])


def told(what: str) -> str:
    """A number that a piece of evidence gives, as it is written: "28", "30,000"; `TOLD` lists them."""
    evidence_id, pattern = TOLD[what]
    match = re.search(pattern, find(evidence_id)[1]["summary"])
    if not match:
        raise KeyError(f"{evidence_id} no longer says what this fact reads: {pattern}")
    return match[1]


def dated(event_id: str) -> str:
    """The date of an event in the time line, as it is said."""
    return spoken(find(event_id)[1]["date"])


def host_lists() -> int:
    """How many host countries' lists of December 2010 there are."""
    return len(_hosts())


def host_average() -> float:
    """Diplomats on a host list, on average, to one decimal."""
    return round(host_mean(), 1)


def host_second() -> int:
    """How many diplomats stand on the second longest of the host lists."""
    return int(sorted(row["value_low"] for row in _hosts())[-2])


def departures_left(first: str, last: str) -> int:
    """How many reported departures of diplomats happened in these years, by the year of leaving."""
    return sum(first <= row["date_left"][:4] <= last for row in diplomats())


def one_origin_left(first: str, last: str) -> int:
    """How many of the departures of diplomats in these years rest on a single origin."""
    return sum(first <= row["date_left"][:4] <= last and row["independent_origins"] == 1 for row in diplomats())


def recalls() -> int:
    """How many rows report that a diplomat obeyed a recall."""
    return len(cases(kind="recall obeyed", person_type="diplomat"))


def counted_years() -> str:
    """The years over which the lesson counts departures, as they are said."""
    return f"{COUNTED_FROM} to {COUNTED_TO}"


def years_counted() -> int:
    """How many years these are."""
    return int(COUNTED_TO) - int(COUNTED_FROM) + 1


def for_each() -> str:
    """The diplomat-years for which the lesson states a rate, as written: "1,000"."""
    return f"{PER:,}"


def period(row_id: str) -> str:
    """The years of a row, as they stand in it: of a published count, or those that a piece of evidence is about."""
    row = find(row_id)[1]
    return str(row.get("period") or row["about_year"])


def counts_in_words() -> str:
    """The published counts of diplomats who left, in words, for a heading."""
    words = {4: "four", 5: "five", 6: "six", 12: "twelve", 20: "twenty"}
    return ", ".join(words.get(row["value_low"], str(row["value_low"])) for row in count_rows()).capitalize()


def most_unreported() -> int:
    """The largest share of departures, in per cent, that the lesson assumes to be unreported."""
    return max(UNREPORTED)


def diplomat_years(end: str) -> int:
    """Diplomat-years counted: fewest missions x shortest list x years, or most missions x mean of the lists x years."""
    return round(_exposure(end))


def per_thousand(end: str) -> float:
    """Reported departures for 1,000 diplomat-years: "low" with the most diplomats that fit, "high" with the fewest."""
    known = departures_left(COUNTED_FROM, COUNTED_TO)
    return round(PER * known / _exposure("high" if end == "low" else "low"), 1)


def chance(end: str) -> float:
    """An end of the 95 per cent interval for the rate by chance alone, at the most diplomats that fit."""
    band = poisson_interval(departures_left(COUNTED_FROM, COUNTED_TO), _exposure("high"))
    return round(PER * (band.low if end == "low" else band.high), 1)


def ignorance(end: str) -> float:
    """An end of the rate by what nobody knows: large missions and all reported, or small ones and most unreported."""
    known = departures_left(COUNTED_FROM, COUNTED_TO)
    if end == "low":
        return round(PER * known / (missions("high") * host_second() * years_counted()), 1)
    return round(PER * known / (1 - max(UNREPORTED) / 100) / _exposure("low"), 1)


def posted_counted() -> int:
    """How many officials of every kind on posts abroad reached the South in 2013 to 2015, by Southern intelligence."""
    return sum(posted_officials(year) for year in ("2013", "2014", "2015"))


def posted_listed() -> int:
    """How many departures of 2013 to 2015 in our table, of every kind of official, led to the South."""
    return sum(row["date_left"][:4] in ("2013", "2014", "2015") for row in _to_the_south())


def posted_unlisted() -> int:
    """The share of these officials, in per cent, who are not in our table."""
    return round(100 * (1 - posted_listed() / posted_counted()))


def stayed_abroad(what: str) -> str:
    """Of the one service that gave a rate for itself: how many did not return ("left"), of how many posted ("all")."""
    pattern = {"left": r"about ([\d,]+) diplomats", "all": r"more than ([\d,]+) posted"}[what]
    match = re.search(pattern, find("IRN-2010-EUR")[1]["note"])
    if not match:
        raise KeyError(f"IRN-2010-EUR no longer says what this fact reads: {pattern}")
    return match[1]


def counted_later(what: str) -> int:
    """The numbers that the same mission's side gave a month later: how many "left", of how many ("all")."""
    value = next(
        d["value"] for d in rows("disputes") if d["row_id"] == "VEN-2019-USA" and d["field"] == "number_reported"
    )
    left_count, everyone = map(int, re.findall(r"\d+", value))
    return left_count if what == "left" else everyone


def count_rows() -> list[Row]:
    """The rows of the published counts of diplomats who left, the lowest first."""
    return [find(row_id)[1] for row_id in COUNTS]


def mission_rows() -> list[Row]:
    """The published counts of all missions, by one definition or another, oldest first."""
    return [row for row in rows("missions") if row["measure"] in OVERALL and row["date"] >= "2017"]


def host_rows() -> list[Row]:
    """The lists of eight host countries in December 2010."""
    return _hosts()


def single_missions() -> list[Row]:
    """Other published counts of the staff of single missions, or of a few together."""
    return [row for row in rows("missions") if "mission" in row["unit"] and row not in _hosts() and _people(row)]


def denominators() -> list[tuple[str, str, str, str, str, str, str]]:
    """Departures with a published denominator: whose, table, row, left, out of, what is counted, who says so."""
    one, many = find("VEN-2019-USA")[1], find("IRN-2010-EUR")[1]
    elite = re.search(r"it was (\d+) of ([\d,]+), .* (\d+) of ([\d,]+),", find("ELI-03")[1]["note"])
    if not elite:
        raise KeyError("ELI-03 no longer gives the shares of arrivals")
    return [
        (
            f"{one['sending_state']}, mission in the {one['host_country']}",
            "comparators",
            one["comparator_id"],
            str(other_service("left")),
            str(other_service("all")),
            f"people at one state's posts within one month of {one['year']}, when two presidents claimed the office",
            "an aide of the envoy to whom they went over",
        ),
        (
            f"{many['sending_state']}, whole service",
            "comparators",
            many["comparator_id"],
            f"about {stayed_abroad('left')}",
            f"more than {stayed_abroad('all')}",
            "people posted since 1979; those who did not return after a posting, over all these years",
            "the ministry that they left",
        ),
        (
            "North Korea, elite of every kind under the present leader",
            "elite_arrivals",
            "ELI-03",
            elite[3],
            elite[4],
            "elite, families included, among all people who arrived in the South",
            "a ministry in Seoul; the share by a newspaper",
        ),
    ]


def goes_where(row: Row) -> str:
    """Where the people of a published count went, as far as its own words say it."""
    return "the South" if re.search(r"\b(South|ROK)\b", row["category"]) else "not stated"


def _exposure(end: str) -> float:
    each = host_list("low") if end == "low" else host_mean()
    return missions(end) * each * years_counted()


def _people(row: Row) -> bool:
    return "diplomats" in row["measure"] or "officials" in row["measure"]


def _to_the_south() -> list[Row]:
    return [row for row in cases(kind="defection") if row["destination"].startswith("South Korea")]


FACTS: dict[str, Callable[..., object]] = {
    f.__name__: f
    for f in (
        as_of,
        departures,
        named,
        unnamed,
        all_rows,
        one_origin,
        origins,
        links,
        essay_date,
        london_announced,
        years_between,
        left,
        public,
        months_hidden,
        known_departures,
        hidden_departures,
        first_departure,
        claims_about,
        arrivals,
        posted_officials,
        published_counts,
        host_list,
        host_total,
        missions,
        abroad,
        boat,
        listed_prisoners,
        other_service,
        hearing,
        counted,
        told,
        dated,
        host_lists,
        host_average,
        host_second,
        departures_left,
        one_origin_left,
        recalls,
        counted_years,
        years_counted,
        for_each,
        period,
        counts_in_words,
        most_unreported,
        diplomat_years,
        per_thousand,
        chance,
        ignorance,
        posted_counted,
        posted_listed,
        posted_unlisted,
        stayed_abroad,
        counted_later,
    )
}
