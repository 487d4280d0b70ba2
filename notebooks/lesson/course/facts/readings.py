"""Facts of lesson 05: what praise shows, and the last words of the essay."""

from __future__ import annotations

from collections.abc import Callable

from lesson.course.facts.general import said
from lesson.course.tables import evidence, find


def year_of_leaving(case_id: str) -> str:
    """The year in which the person of one case left."""
    return str(find(case_id)[1]["date_left"][:4])


def praise_on_air() -> str:
    """The year in which an ambassador, then serving, defended his state on television."""
    return said("E-C6-01", r"In (\d{4}) an ambassador then serving")


def doubt_lasted() -> str:
    """For how long his deputy had doubted, by the deputy's own later account: "two decades"."""
    return said("E-C6-02", r"doubted it for (\w+ decades)")


def flew_home() -> str:
    """The month in which a former ambassador, long kept abroad by the closed border, flew home: "August 2023"."""
    return said("E-C5-07", r"In (\w+ \d{4}) he took")


def recalls_near() -> str:
    """The year in which, by a former counsellor's account, many tried to leave as recalls came near."""
    return said("E-C6-10", r"recalls came near in (\d{4})")


def hours_notice() -> str:
    """How many hours before leaving the family of a counsellor in Havana heard of it, by his account: "six"."""
    return said("E-C5-02", r"some (\w+) hours before")


def crowd_year() -> str:
    """The year in which leaving and protesting grew together in East Germany."""
    return said("E-C6-07", r"In (\d{4}) both increased together")


def party_test() -> str:
    """The year in which the leaders of Mongolia's ruling party stepped down after peaceful protests."""
    return str(find("TL-02")[1]["date"][:4])


def could_leave() -> str:
    """How many could leave at any moment, in the words of C5: "hundreds". The essay's figure, not a count."""
    return said("C5", r"; (\w+) could at any moment", "claim")


def in_service() -> int:
    """In how many pieces on C6 a diplomat speaks who was serving at that time, so far as the row says so."""
    return sum("then serving" in row["summary"] for row in evidence(bears_on="C6", about="DPRK diplomats"))


NAMED: tuple[Callable[..., object], ...] = (
    year_of_leaving,
    praise_on_air,
    doubt_lasted,
    flew_home,
    recalls_near,
    hours_notice,
    crowd_year,
    party_test,
    could_leave,
    in_service,
)
