"""What lesson 02 shows: published counts, missions, host lists, arrivals, and the few denominators there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from course.shared import facts
from lesson import tables
from lesson.bank.facts import as_read
from lesson.core import home
from lesson.core.dates import spoken
from lesson.screen import cited
from lesson.screen.drawn.bars import Bar, bars
from lesson.screen.drawn.drawing import Drawing
from lesson.screen.drawn.world import World, shapes
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table
from lesson.tables import Row, number

from . import facts as mine

LATEST = 10


@look("counts")
def counts() -> Drawn:
    """The five published counts of diplomats who left as bars, with whom each counts and over which years."""
    lines = [
        [
            Cell(
                str(row["value_low"]),
                cited.disputed("elite_arrivals", row["elite_id"]),
                why=tables.differing("elite_arrivals", row["elite_id"]),
            ),
            Cell(row["category"]),
            Cell(row["period"]),
            Cell(mine.goes_where(row)),
            Cell(row["stated_by"]),
            Cell("", links=cited.sources("elite_arrivals", row["elite_id"])),
        ]
        for row in mine.count_rows()
    ]
    caption = f"Published counts of North Korean diplomats who left, the lowest first. Sources {as_read()}."
    below = (
        f"Our own table is one more count: {facts.departures()} reports since {facts.first_departure()}, any rank, any"
        " destination, confirmed or not. ROK: South Korea's state."
    )
    columns = ("Count", "Whom it counts", "Which years", "Going where", "Who says so", "Sources")
    rows = [*map(_bar, mine.count_rows()), _ours()]
    return Drawing(
        "Published counts of North Korean diplomats who left",
        "One scale for all bars; a bracket over the years that a count covers",
        lambda width: bars(rows, width),
        f"{facts.published_counts()}: five printed counts, each of other people over other years.",
        f"n = {len(lines)} printed counts in our rows, and ours as a frame; {as_read()}. Dotted bracket: the beginning "
        "is not exact, or not said. One unit is one person who left.",
        table=Table(caption, columns, lines, below),
    )


def _bar(row: Row) -> Bar:
    """A printed count with the years that its row gives; words such as "1990s" or "early" make the beginning vague."""
    found = re.findall(r"\d{4}(?:-\d\d)?", row["period"])
    first, last = (found[0], found[-1]) if len(found) > 1 else ("", found[0])
    vague = bool(re.search(r"\d{4}s|early", row["period"]))
    return Bar(row["value_low"], f"{row['category']}; {row['stated_by']}", first, last, vague)


def _ours() -> Bar:
    last = max(row["date_left"] for row in facts.diplomats())
    return Bar(
        facts.departures(),
        "any report, any rank, going anywhere; our own table",
        facts.first_departure(),
        last,
        ours=True,
    )


@look("world")
def world() -> Drawn:
    """Host countries of reported departures, missions that closed, and how many there are by region."""
    hosts = Counter(row["host_country"] for row in facts.diplomats())
    counts = {name: count for name, count in sorted(hosts.items()) if not name.startswith("undisclosed")}
    hidden = sum(hosts.values()) - sum(counts.values())
    closed = number("TL-24", "closed")["value"].split(", ")
    regions = {name: int(number("MIS-10", f"in {name}")["low"]) for name in REGIONS}
    listed = [
        f"Departures, {sum(counts.values())} with a host country: {_each(counts)}. Without one: {hidden}.",
        f"Missions closed from October 2023, {len(closed)}: {', '.join(closed)}.",
        f"Missions left, {sum(regions.values())}: {_each(regions)}.",
    ]
    drawn = World(shapes(home.data() / "world.json"), counts, closed, regions, listed)
    return Drawing(
        "Where diplomats left, and which missions closed",
        f"Reported departures of diplomats since {facts.first_departure()}, and North Korea's missions, by country",
        drawn.draw,
        " ".join(listed),
        f"n = {sum(hosts.values())} departures in our rows; missions by South Korea's foreign ministry, "
        f"{spoken(tables.find('MIS-10')[1]['date'])}; {as_read()}. Disc: departures. Crossed square: a mission closed. "
        "Small square: one mission. Countries, never cities. Shapes: Natural Earth, public domain; they decide nothing "
        "about borders.",
        words=listed,
        broad=drawn.shapes.width,
    )


REGIONS = ("Europe", "Asia", "Middle East", "Africa", "Americas")


def _each(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


@look("missions")
def missions() -> Drawn:
    """Published counts of missions, with what one unit is."""
    lines = [
        [
            Cell(str(row["value_low"]), cited.disputed("missions", row["mission_id"])),
            _when(row),
            Cell(f"{row['measure']}: {row['unit']}"),
            Cell(row["scope_or_method"]),
            Cell(row["confidence"]),
            Cell("", links=cited.sources("missions", row["mission_id"])),
        ]
        for row in mine.mission_rows()
    ]
    caption = f"Published counts of North Korea's missions abroad, {len(lines)} rows. Sources {as_read()}."
    below = "A mission is an embassy, a consulate, an office, or a mission to the UN. Confidence is the editors' own."
    columns = ("Count", "When", "What one unit is", "Who counts, and how", "Confidence", "Sources")
    return Table(caption, columns, lines, below)


@look("host lists")
def host_lists(page: int = 1) -> Drawn:
    """Page 1: host countries' lists of one month. Page 2: other counts for single missions."""
    return _lists() if page == 1 else _single()


def _lists() -> Table:
    found = facts.host_rows()
    lines = [
        [
            Cell(row["measure"].rpartition(" in ")[2]),
            Cell(str(row["value_low"])),
            Cell("", links=cited.sources("missions", row["mission_id"])),
        ]
        for row in found
    ]
    caption = f"North Korean diplomats on the lists of {len(found)} host countries, {spoken(found[0]['date'])}."
    below = f"How it was counted: {found[0]['scope_or_method']}. {found[0]['note']} They are no random sample."
    return Table(caption, ("Host", "Diplomats listed", "Sources"), lines, below)


def _single() -> Table:
    lines = [
        [
            Cell(row["measure"], cited.disputed("missions", row["mission_id"])),
            _when(row),
            Cell(_between(row)),
            Cell(row["scope_or_method"]),
            Cell(row["note"]),
            Cell("", links=cited.sources("missions", row["mission_id"])),
        ]
        for row in mine.single_missions()
    ]
    caption = f"Other published counts for single missions, {len(lines)} rows. Sources {as_read()}."
    columns = ("Whom it counts", "When", "How many", "Who counts, and how", "Note", "Sources")
    return Table(caption, columns, lines, "These are missions of which somebody published a number; most have none.")


@look("arrivals")
def arrivals() -> Drawn:
    """People from the North who were registered in the South, the latest ten years."""
    found = [row for row in tables.rows("arrivals") if len(row["period"]) == len("2024")][-LATEST:]
    lines = [
        [
            Cell(row["period"], cited.disputed("arrivals", row["arrival_id"])),
            Cell(str(row["total"])),
            Cell(str(row["women"])),
            Cell(str(row["men"])),
            Cell("" if row["note"].startswith(SAME) else row["note"]),
            Cell("", links=cited.sources("arrivals", row["arrival_id"])),
        ]
        for row in found
    ]
    years = f"{found[0]['period']} to {found[-1]['period']}"
    caption = f"People from the North registered as arrivals in the South, {years}. Sources {as_read()}."
    below = (
        "Everybody is counted, and families too; few are diplomats. One unit is one person entering the South. "
        "The year in which somebody left the North does not stand here."
    )
    columns = ("Year", "All", "Women", "Men", "Note", "Sources")
    return Table(caption, columns, lines, below)


@look("denominators")
def denominators() -> Drawn:
    """Departures with a published number of people out of whom they left, and what that number counts."""
    lines = [
        [
            Cell(who, cited.disputed(table, row_id)),
            Cell(left),
            Cell(of),
            Cell(counts_what),
            Cell(says),
            Cell("", links=cited.sources(table, row_id)),
        ]
        for who, table, row_id, left, of, counts_what, says in mine.denominators()
    ]
    caption = f"Departures with a published denominator, {len(lines)} rows. Sources {as_read()}."
    below = (
        "A denominator is the number of people out of whom somebody left. Time belongs to it: one month, or decades. "
        "Each of the numbers comes from a side that gains by it."
    )
    columns = ("Whose service", "Left", "Out of", "What is counted", "Who says so", "Sources")
    return Table(caption, columns, lines, below)


def _when(row: Row) -> Cell:
    note = f" ({row['date_note']})" if row["date_note"] else ""
    return Cell(spoken(row["date"]) + note)


def _between(row: Row) -> str:
    low, high = row["value_low"], row["value_high"]
    return str(low) if low == high else f"{low} to {high}"


SAME = "The count is of entries"
