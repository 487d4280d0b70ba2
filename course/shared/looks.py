"""What several lessons show: reported departures, how long the public did not know, two dates."""

from __future__ import annotations

import re

from course.shared import departure, facts
from lesson import tables
from lesson.bank.facts import as_read
from lesson.core.dates import spoken
from lesson.screen import cited
from lesson.screen.drawn.drawing import Drawing
from lesson.screen.drawn.spans import Day, Span, spans
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table, page_of
from lesson.tables import Row


@look("departures")
def departures(page: int = 1) -> Drawn:
    """Reported departures of diplomats, newest first, ten to a page."""
    found = facts.latest_first(facts.diplomats())
    first, shown = page_of(found, page)
    caption = (
        f"Reported departures of diplomats, {first + 1} to {first + len(shown)} of {len(found)}, the latest first. "
        f"A count of public reports; sources {as_read()}."
    )
    below = (
        "Left: the month, or the year where no month is known. Public: the first report. Origin: somebody who knew, or"
        " says so, without having it from another of them. Link: a publication that we cite; many can have one origin."
        " Some of these pages name people whom we do not name. Read them for what they report; do not repeat the names."
    )
    columns = ("Who, where", "Left", "Public", "With", "Origins and links", "Sources")
    return Table(caption, columns, [departure.cells(row) for row in shown], below)


@look("waits")
def waits() -> Drawn:
    """When diplomats left and when the public knew."""
    found = sorted(facts.diplomats(), key=lambda row: (row["date_left"], row["case_id"]))
    rows = [Span(f"{_host(row)} {row['date_left'][:4]}", row["date_left"], row["public_since"]) for row in found]
    page = tables.find(facts.ESSAY_PAGE)[1]["date"]
    exact = [low for low, high in map(facts.wait, found) if low == high]
    return Drawing(
        "The public learned of it later, sometimes much later",
        f"{len(found)} reported departures of diplomats, by where they were posted and the year of leaving",
        lambda width: spans(rows, FIRST, Day(page, f"the essay's page, {spoken(page)}"), width),
        f"From leaving to the first public report. {len(exact)} waits are known to the month, from {min(exact)} to "
        f"{max(exact)}; the others only as a range.",
        f"n = {len(found)} in our rows; {as_read()}. Ring: left. Square: first public report; alone, it came within "
        "two months. Broken line: only the year of leaving is known. What lies to the right of the day, no reader of "
        "that day could know.",
        words=[_waited(row) for row in found],
    )


FIRST = 1988
"""The year with which the drawing of waits begins; who left earlier has an arrow."""


def _host(row: Row) -> str:
    """The host country; where it is not told, the part of the world."""
    hidden = re.fullmatch(r"undisclosed \((?:another )?(.*?)n?(?: country)?\)", str(row["host_country"]))
    return f"{hidden[1]}, not told," if hidden else str(row["host_country"])


def _waited(row: Row) -> str:
    """One departure in words: where, when it was, when it was told, how many months lie between."""
    low, high = facts.wait(row)
    months = f"{low} month{'s' * (low != 1)}" if low == high else f"{low} to {high} months"
    return f"{_host(row).rstrip(',')}, left {row['date_left']}, public {row['public_since']}: {months}."


@look("dates")
def dates() -> Drawn:
    """The London case and the essay's page on one short time line, with what was and was not public between them."""
    rows = []
    for day, text, row_id in facts.two_dates():
        first = cited.sources(tables.find(row_id)[0], row_id, most=1)
        rows.append([Cell(spoken(day)), Cell(text), Cell("", links=first)])
    return Table("Two dates.", ("Date", "What happened", "Source"), rows)
