"""Facts that several lessons state: counts of rows, dates, what one row says."""

from __future__ import annotations

import re

from course.shared.rows import cases, public_on
from lesson.bank.facts import fact
from lesson.core.dates import months, spoken
from lesson.core.rates import Range, exposure
from lesson.tables import Row, evidence, find, rows

COUNTS = ("ELI-14", "ELI-20", "ELI-21", "ELI-13", "ELI-22")
POSTS = ("all overseas missions", "embassies and consulates")
HEARING = "us-government-publishing-2017-11-01"
LONDON, ESSAY_PAGE = "TL-16", "TL-22"
TWO_DATES = {
    LONDON: "Seoul announces that the deputy ambassador in London has arrived.",
    ESSAY_PAGE: "The date on the page of the essay, which calls the London case recent.",
}
TOLD: dict[str, tuple[str, ...]] = {
    "guards": ("E-A1-05", r"about (\w+) security staff"),
    "contest age": ("E-A1-11", r"age of about (\w+)"),
    "privileged years": ("E-A1-14", r"more than (\w+) years"),
    "study age": ("E-A1-14", r"study abroad at (\d+)"),
    "layers before": ("E-A1-01", r"from (\w+) layers to"),
    "layers now": ("E-A1-01", r"layers to (\w+)\."),
    "labourers": ("E-A1-09", r"more than ([\d,]+) North Korean workers"),
    "fewest children": ("E-A1-13", r"about ([\d,]+) \(World", "limits"),
    "most children": ("E-A1-13", r"about ([\d,]+) \(JoongAng", "limits"),
    "pay": ("E-A1-06", r"monthly pay was about (\d+) dollars"),
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


def diplomats() -> list[Row]:
    """The rows that report the departure of a diplomat: no contrast, no dispute about whether it happened."""
    return cases(kind="defection", person_type="diplomat")


def latest_first(found: list[Row]) -> list[Row]:
    """Reported departures, the latest first; in the order of their ids where the date is the same."""
    return sorted(found, key=lambda row: (row["date_left"], row["case_id"]), reverse=True)


def two_dates() -> list[tuple[str, str, str]]:
    """The London case and the essay's page, the earlier first: date, what happened, id of the row."""
    return sorted((find(row_id)[1]["date"], words, row_id) for row_id, words in TWO_DATES.items())


@fact
def departures() -> int:
    """How many departures of diplomats are reported in public."""
    return len(diplomats())


@fact
def named() -> int:
    """How many of these people are named here, because they spoke in public under that name."""
    return sum(bool(row["person_name"]) for row in diplomats())


@fact
def unnamed() -> int:
    """How many of these people are not named here."""
    return departures() - named()


@fact
def all_rows() -> int:
    """How many rows the table of cases has: departures of every kind of official, and contrasts."""
    return len(rows("cases"))


@fact
def one_origin() -> int:
    """How many of the reported departures of diplomats rest on a single origin."""
    return sum(row["independent_origins"] == 1 for row in diplomats())


@fact
def origins(case_id: str) -> int:
    """How many independent origins the report of one case has."""
    return int(find(case_id)[1]["independent_origins"])


@fact
def links(case_id: str) -> int:
    """How many publications are cited for one case."""
    return sum(row["row_id"] == case_id for row in rows("citations"))


@fact
def essay_date() -> str:
    """The date on the essay's page, as it is said."""
    return spoken(find(ESSAY_PAGE)[1]["date"])


@fact
def london_announced() -> str:
    """The day on which Seoul announced the London case, as it is said."""
    return spoken(find(LONDON)[1]["date"])


@fact
def years_between() -> int:
    """Whole years from the announcement of the London case to the date on the essay's page."""
    first, second = find(LONDON)[1]["date"], find(ESSAY_PAGE)[1]["date"]
    return int(second[:4]) - int(first[:4]) - int(second[5:] < first[5:])


@fact
def left(case_id: str) -> str:
    """When the person left, as exactly as it is known."""
    return spoken(find(case_id)[1]["date_left"])


@fact
def public(case_id: str) -> str:
    """When the case was first reported in public."""
    return spoken(find(case_id)[1]["public_since"])


def wait(row: Row) -> tuple[int, int]:
    """Fewest and most months from leaving to the first public report; they differ where only a year is known."""
    (left_first, left_last), (public_first, public_last) = (months(row[f]) for f in ("date_left", "public_since"))
    return max(0, public_first - left_last), max(0, public_last - left_first)


@fact
def months_hidden(case_id: str) -> int:
    """Months from leaving to the first public report. Raises ValueError when a month is not known."""
    low, high = wait(find(case_id)[1])
    if low != high:
        raise ValueError(f"the months of {case_id} are not known exactly")
    return low


@fact
def known_departures(day: str) -> int:
    """How many departures of diplomats were public on a day such as 2020-08-18."""
    return len(public_on(diplomats(), day))


@fact
def hidden_departures(day: str) -> int:
    """How many departures of diplomats had surely happened before a day and were not yet public on it."""
    unknown = [row for row in diplomats() if row not in public_on(diplomats(), day)]
    return sum(row["date_left"] < day[: len(row["date_left"])] for row in unknown)


@fact
def first_departure() -> str:
    """The year of the earliest departure of a diplomat in the table."""
    return str(min(row["date_left"] for row in diplomats())[:4])


@fact
def arrivals(year: str) -> int:
    """How many people from the North were registered as arrivals in the South in a year."""
    return int(find(f"ARR-{year}")[1]["total"])


@fact
def posted_officials(year: str) -> int:
    """How many officials on posts abroad, of every kind, arrived in the South in a year, by Southern intelligence."""
    return int(find({"2013": "ELI-05", "2014": "ELI-06", "2015": "ELI-04"}[year])[1]["value_low"])


@fact
def published_counts() -> str:
    """The published counts of diplomats who left, from low to high; they count different people."""
    return ", ".join(str(find(row_id)[1]["value_low"]) for row_id in COUNTS)


@fact
def host_list(end: str) -> int:
    """The fewest ("low") or the most ("high") diplomats that one of eight host countries listed in December 2010."""
    return int((min if end == "low" else max)(row["value_low"] for row in host_rows()))


@fact
def host_total() -> int:
    """How many diplomats the eight host lists of December 2010 hold together."""
    return sum(row["value_low"] for row in host_rows())


def host_mean() -> float:
    """The mean number of diplomats on the eight host lists of December 2010."""
    return host_total() / len(host_rows())


@fact
def missions(end: str) -> int:
    """The lowest or the highest published count of all missions from 2017 on."""
    counts = [row["value_low"] for row in rows("missions") if row["measure"] in POSTS and row["date"] >= "2017"]
    return int((min if end == "low" else max)(counts))


@fact
def abroad(end: str) -> int:
    """How many diplomats may be abroad: fewest missions x shortest list, or most missions x mean of the lists."""
    each = host_list("low") if end == "low" else host_mean()
    band = exposure(Range(missions("low"), missions("high")), Range(host_list("low"), each), 1)
    return round(band.low if end == "low" else band.high)


@fact
def boat(what: str) -> int:
    """Of the people on the drifted boat: "all" there were, how many "stayed", how many went "home"."""
    pattern = {
        "all": r"A work team of (\d+)",
        "stayed": r"(\d+) asked to stay",
        "home": r"The other (\d+) were sent back",
    }
    return _number("E-A2-05", pattern[what])


@fact
def listed_prisoners(what: str) -> int:
    """Of a list of camp prisoners: "all", those held for a relative's act ("kin"), these in per cent ("share")."""
    everyone = _number("E-A3-07", r"listed ([\d,]+) camp prisoners")
    kin = _number("E-A3-07", r"guilt by association for ([\d,]+) of them")
    return {"all": everyone, "kin": kin, "share": round(100 * kin / everyone)}[what]


@fact
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


@fact
def hearing() -> str:
    """The day on which a former deputy ambassador spoke to a committee of the US Congress, as it is said."""
    return spoken(next(s["date"] for s in rows("sources") if s["source_id"] == HEARING))


def host_rows() -> list[Row]:
    """The lists of eight host countries in December 2010."""
    return [row for row in rows("missions") if row["measure"].startswith("accredited DPRK diplomats in")]


def said(evidence_id: str, pattern: str, field: str = "summary") -> str:
    """Words of a row, such as a number in them. Raises KeyError when they do not stand there any more."""
    match = re.search(pattern, find(evidence_id)[1][field])
    if not match:
        raise KeyError(f"{evidence_id} no longer says what this fact reads: {pattern}")
    return str(match[1])


def _number(evidence_id: str, pattern: str) -> int:
    return int(said(evidence_id, pattern).replace(",", ""))


@fact
def evidence_on(claim: str, about: str = "any", stance: str = "any") -> int:
    """How many pieces of evidence bear on a claim, about one group or "any", of one stance or "any".

    Raises ValueError for a word that the tables do not use.
    """
    if claim not in {row["claim_id"] for row in rows("claims")}:
        raise ValueError(f"'{claim}' is no claim")
    words = [None if word == "any" else word for word in (about, stance)]
    return sum(row["bears_on"] == claim for row in evidence(about=words[0], stance=words[1]))


@fact
def printed(source_id: str) -> str:
    """The date of one publication, as it is said."""
    return spoken(source_date(source_id))


def source_date(source_id: str) -> str:
    """The date of one publication as 2017-11-02."""
    return str(next(source["date"] for source in rows("sources") if source["source_id"] == source_id))


@fact
def event_date(event_id: str) -> str:
    """The date of one event of the time line, as it is said."""
    return spoken(find(event_id)[1]["date"])


@fact
def told(what: str) -> str:
    """A number in the words of one row, as it is written there: "eleven", "50,000". `TOLD` names them all."""
    return said(*TOLD[what])


@fact
def claims_about(country: str) -> int:
    """How many steps of the author's own answer are said of one country."""
    own = [row for row in rows("claims") if row["part"] in ("premise", "step", "conclusion")]
    return sum(row["said_of"] == country for row in own)
