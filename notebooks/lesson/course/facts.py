"""Every number that prose, a figure or a key states, computed from data/.

Text names a fact as `{{departures()}}` in an item and as `22<!-- fact:departures() -->` in a lesson; see `value`.
Each function is small, public, and returns an int, a float or a short str.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lesson.course.items import SEEDS
from lesson.course.tables import Row, cases, find, known_by, rows

CALL = re.compile(r"([a-z_][a-z0-9_]*)\(([^()]*)\)")
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


def months_hidden(case_id: str) -> int:
    """Months from leaving to the first public report. Raises ValueError when a month is not known."""
    row = find(case_id)[1]
    (y1, m1), (y2, m2) = (_month(row[field]) for field in ("date_left", "public_since"))
    return 12 * (y2 - y1) + m2 - m1


def known_departures(day: str) -> int:
    """How many departures of diplomats were public on a day such as 2020-08-18."""
    return len(known_by(diplomats(), day))


def hidden_departures(day: str) -> int:
    """How many departures of diplomats had surely happened before a day and were not yet public on it."""
    unknown = [row for row in diplomats() if row not in known_by(diplomats(), day)]
    return sum(row["date_left"] < day[: len(row["date_left"])] for row in unknown)


def first_departure() -> str:
    """The year of the earliest departure of a diplomat in the table."""
    return str(min(row["date_left"] for row in diplomats())[:4])


def claims_about(country: str) -> int:
    """How many steps of the author's own answer are said of one country."""
    own = [row for row in rows("claims", SEEDS) if row["part"] in ("premise", "step", "conclusion")]
    return sum(row["said_of"] == country for row in own)


def _month(day: str) -> tuple[int, int]:
    if len(day) < 7:
        raise ValueError(f"the month of {day} is not known")
    return int(day[:4]), int(day[5:7])


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
    )
}
