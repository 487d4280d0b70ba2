"""Facts that several lessons state: counts of rows, dates, what one row says."""

from __future__ import annotations

from typing import Annotated, Literal

from course.shared.rows import cases, public_on
from lesson import tables
from lesson.bank.facts import fact
from lesson.bank.takes import Day, End, id_of, of
from lesson.core.dates import months
from lesson.core.rates import Range, exposure
from lesson.tables import Row, evidence, find, number, rows

COUNTS = ("ELI-14", "ELI-20", "ELI-21", "ELI-13", "ELI-22")
POSTS = ("all overseas missions", "embassies and consulates")
LONDON, ESSAY_PAGE = "TL-16", "TL-22"
TWO_DATES = {
    LONDON: "Seoul announces that the deputy ambassador in London has arrived.",
    ESSAY_PAGE: "The date on the page of the essay, which calls the London case recent.",
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
def cases_counted(kind: str, person_type: Annotated[str, of("cases", "person_type")]) -> int:
    """How many rows the table of cases has of one kind, by who left; the kind is written without a comma."""
    kinds = {word.replace(",", ""): word for word in tables.words("cases", "case_kind")}
    if kind not in kinds:
        raise ValueError(f"'{kind}' is no kind of case. Use one of: {'; '.join(kinds)}.")
    return len(cases(kind=kinds[kind], person_type=person_type))


@fact
def arrivals_added() -> int:
    """The sum of the arrivals that may be added up."""
    return sum(row["total"] for row in rows("arrivals") if row["additive"] == "yes")


@fact
def one_origin() -> int:
    """How many of the reported departures of diplomats rest on a single origin."""
    return sum(row["independent_origins"] == 1 for row in diplomats())


@fact
def links(case_id: Annotated[str, id_of("cases")]) -> int:
    """How many publications are cited for one case."""
    return sum(row["row_id"] == case_id for row in rows("citations"))


@fact
def years_between() -> int:
    """Whole years from the announcement of the London case to the date on the essay's page."""
    first, second = find(LONDON)[1]["date"], find(ESSAY_PAGE)[1]["date"]
    return int(second[:4]) - int(first[:4]) - int(second[5:] < first[5:])


def wait(row: Row) -> tuple[int, int]:
    """Fewest and most months from leaving to the first public report; they differ where only a year is known."""
    (left_first, left_last), (public_first, public_last) = (months(row[f]) for f in ("date_left", "public_since"))
    return max(0, public_first - left_last), max(0, public_last - left_first)


@fact
def months_hidden(case_id: Annotated[str, id_of("cases")]) -> int:
    """Months from leaving to the first public report. Raises ValueError when a month is not known."""
    low, high = wait(find(case_id)[1])
    if low != high:
        raise ValueError(f"the months of {case_id} are not known exactly")
    return low


@fact
def known_departures(day: Day) -> int:
    """How many departures of diplomats were public on a day such as 2020-08-18."""
    return len(public_on(diplomats(), day))


@fact
def hidden_departures(day: Day) -> int:
    """How many departures of diplomats had surely happened before a day and were not yet public on it."""
    unknown = [row for row in diplomats() if row not in public_on(diplomats(), day)]
    return sum(row["date_left"] < day[: len(row["date_left"])] for row in unknown)


@fact
def first_departure() -> str:
    """The year of the earliest departure of a diplomat in the table."""
    return str(min(row["date_left"] for row in diplomats())[:4])


@fact
def posted_officials(year: Literal["2013", "2014", "2015"]) -> int:
    """How many officials on posts abroad, of every kind, arrived in the South in a year, by Southern intelligence."""
    return int(find({"2013": "ELI-05", "2014": "ELI-06", "2015": "ELI-04"}[year])[1]["value_low"])


@fact
def published_counts() -> str:
    """The published counts of diplomats who left, from low to high; they count different people."""
    return ", ".join(str(find(row_id)[1]["value_low"]) for row_id in COUNTS)


@fact
def host_list(end: End) -> int:
    """The fewest ("low") or the most ("high") diplomats that one host country listed in December 2010."""
    return int((min if end == "low" else max)(row["value_low"] for row in host_rows()))


@fact
def host_total() -> int:
    """How many diplomats the host lists of December 2010 hold together."""
    return sum(row["value_low"] for row in host_rows())


def host_mean() -> float:
    """The mean number of diplomats on the host lists of December 2010."""
    return host_total() / len(host_rows())


@fact
def missions(end: End) -> int:
    """The lowest or the highest published count of all missions from 2017 on."""
    counts = [row["value_low"] for row in rows("missions") if row["measure"] in POSTS and row["date"] >= "2017"]
    return int((min if end == "low" else max)(counts))


@fact
def abroad(end: End) -> int:
    """How many diplomats may be abroad: fewest missions x shortest list, or most missions x mean of the lists."""
    each = host_list("low") if end == "low" else host_mean()
    band = exposure(Range(missions("low"), missions("high")), Range(host_list("low"), each), 1)
    return round(band.low if end == "low" else band.high)


@fact
def kin_share() -> int:
    """Of the camp prisoners on one list, the share in per cent held for a relative's act."""
    kin, everyone = (float(number("E-A3-07", name)["low"]) for name in ("for a relative", "prisoners"))
    return round(100 * kin / everyone)


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


def host_rows() -> list[Row]:
    """The lists of the host countries in December 2010."""
    return [row for row in rows("missions") if row["measure"].startswith("accredited DPRK diplomats in")]


@fact
def evidence_on(
    claim: Annotated[str, id_of("claims")],
    about: Annotated[str, of("evidence", "about", "any")] = "any",
    stance: Annotated[str, of("evidence", "stance", "any")] = "any",
) -> int:
    """How many pieces of evidence bear on a claim, about one group or "any", of one stance or "any"."""
    words = [None if word == "any" else word for word in (about, stance)]
    return sum(row["bears_on"] == claim for row in evidence(about=words[0], stance=words[1]))


@fact
def claims_about(country: Annotated[str, of("claims", "said_of")]) -> int:
    """How many steps of the author's own answer are said of one country."""
    own = [row for row in rows("claims") if row["part"] in ("premise", "step", "conclusion")]
    return sum(row["said_of"] == country for row in own)


HOUSEHOLDS = ("Thae Yong-ho", "Ri Il-gyu")


@fact
def diplomat_pieces(claim: Annotated[str, id_of("claims", "any")] = "any") -> int:
    """How many pieces of evidence, on one claim or on "any", are about North Korea's diplomats."""
    return len(_on_diplomats(claim))


@fact
def two_voices(claim: Annotated[str, id_of("claims", "any")] = "any") -> int:
    """Of these, the pieces in which one of the households that left London or Havana speaks."""
    return sum(any(name in row["who_says"] for name in HOUSEHOLDS) for row in _on_diplomats(claim))


def _on_diplomats(claim: str) -> list[Row]:
    return evidence(bears_on=None if claim == "any" else claim, about="DPRK diplomats")
