"""Facts of lesson 05: what praise shows, and the last words of the essay."""

from __future__ import annotations

from course.shared.facts import said
from lesson.bank.facts import fact
from lesson.tables import evidence, find

_TWO = ("Thae Yong-ho", "Ri Il-gyu")


@fact
def year_of_leaving(case_id: str) -> str:
    """The year in which the person of one case left."""
    return str(find(case_id)[1]["date_left"][:4])


@fact
def praise_on_air() -> str:
    """The year in which an ambassador, then serving, defended his state on television."""
    return said("E-C6-01", r"In (\d{4}) an ambassador then serving")


@fact
def doubt_lasted() -> str:
    """For how long his deputy had doubted, by the deputy's own later account: "two decades"."""
    return said("E-C6-02", r"doubted it for (\w+ decades)")


@fact
def flew_home() -> str:
    """The month in which a former ambassador, long kept abroad by the closed border, flew home: "August 2023"."""
    return said("E-C5-07", r"In (\w+ \d{4}) he took")


@fact
def recalls_near() -> str:
    """The year in which, by a former counsellor's account, many tried to leave as recalls came near."""
    return said("E-C6-10", r"recalls came near in (\d{4})")


@fact
def hours_notice() -> str:
    """How many hours before leaving the family of a counsellor in Havana heard of it, by his account: "six"."""
    return said("E-C5-02", r"some (\w+) hours before")


@fact
def crowd_year() -> str:
    """The year in which leaving and protesting grew together in East Germany."""
    return said("E-C6-07", r"In (\d{4}) both increased together")


@fact
def party_test() -> str:
    """The year in which the leaders of Mongolia's ruling party stepped down after peaceful protests."""
    return str(find("TL-02")[1]["date"][:4])


@fact
def could_leave() -> str:
    """How many could leave at any moment, in the words of C5: "hundreds". The essay's figure, not a count."""
    return said("C5", r"; (\w+) could at any moment", "claim")


@fact
def in_service() -> int:
    """In how many pieces on C6 a diplomat speaks who was serving at that time, so far as the row says so."""
    return sum("then serving" in row["summary"] for row in evidence(bears_on="C6", about="DPRK diplomats"))


@fact
def diplomat_pieces() -> int:
    """How many pieces of evidence, on any claim, are about North Korea's diplomats."""
    return len(evidence(about="DPRK diplomats"))


@fact
def two_voices() -> int:
    """Of these, the pieces in which the man who left London, or the one who left Havana, is among those who say so."""
    return sum(any(name in row["who_says"] for name in _TWO) for row in evidence(about="DPRK diplomats"))
