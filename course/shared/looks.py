"""What several lessons show: reported departures, how long the public did not know, two dates."""

from __future__ import annotations

from course.shared import departure, facts
from lesson import tables
from lesson.bank.facts import as_read
from lesson.core.dates import spoken
from lesson.screen import cited
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table, page_of


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
    from course.shared import pictures  # matplotlib is loaded only for whoever looks at a picture

    return pictures.waits(facts.diplomats(), facts.wait, as_read())


@look("dates")
def dates() -> Drawn:
    """The London case and the essay's page on one short time line, with what was and was not public between them."""
    rows = []
    for day, text, row_id in facts.two_dates():
        first = cited.sources(tables.find(row_id)[0], row_id, most=1)
        rows.append([Cell(spoken(day)), Cell(text), Cell("", links=first)])
    return Table("Two dates.", ("Date", "What happened", "Source"), rows)
