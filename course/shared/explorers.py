"""What several lessons open: filters over the tables, the desk of dated reports, one story link by link."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from course.shared import departure, facts
from course.shared.desk import half_of
from course.shared.facts import latest_first
from course.shared.rows import cases as cases_of
from course.shared.rows import public_on
from lesson import tables
from lesson.bank import journey
from lesson.bank.facts import as_of
from lesson.core.dates import spoken
from lesson.core.words import words
from lesson.screen import cited
from lesson.screen.filter import facet, filtered
from lesson.screen.registries import Made, explorer
from lesson.screen.table import Cell
from lesson.tables import Row

DAYS = ("1991-12-31", "2000-12-31", "2010-12-31", "2015-12-31")


@explorer("known_by")
def known_by() -> Made:
    """Departures of diplomats that were public on a day."""
    found = latest_first(facts.diplomats())
    days = sorted({*DAYS, tables.find("TL-16")[1]["date"], tables.find("TL-22")[1]["date"]})
    notes = {
        day: f"{facts.hidden_departures(day)} more had surely happened by then and were not public." for day in days
    }
    values: list[dict[str, Any]] = [
        {"value": place, "label": _day(day), "note": notes[day]} for place, day in enumerate(days)
    ]
    values.append(
        {
            "value": "",
            "label": f"all that we read ({as_of()})",
            "note": "What is hidden today nobody outside can count.",
        }
    )
    essay = days.index(tables.find("TL-22")[1]["date"])
    public = {"name": "public", "label": "Public on", "kind": "upto", "values": values, "start": essay}
    rows = [{"is": {"public": _since(row, days)}, "cells": departure.cells(row)} for row in found]
    return filtered(
        "known_by",
        "What could be known on a day",
        "reported departures of diplomats were public",
        COLUMNS,
        [public],
        rows,
        "A departure that was never reported is in no row. A month or a year of a first report counts from its first"
        " day.",
    )


def _day(day: str) -> str:
    names = {"TL-16": "London announced", "TL-22": "the essay's page"}
    told = next((text for row_id, text in names.items() if tables.find(row_id)[1]["date"] == day), "")
    return spoken(day) + (f" ({told})" if told else "")


def _since(row: Row, days: Sequence[str]) -> int:
    """The place of the first day on which a row was public; after the last one where none is."""
    return next((i for i, day in enumerate(days) if public_on([row], day)), len(days))


COLUMNS = ("Who, where", "Left", "Public", "With", "Origins and links", "Sources")


@explorer("cases")
def cases() -> Made:
    """Every row of the table of cases, by kind, who left, and decade."""
    found = latest_first(tables.rows("cases"))
    rows = [
        {
            "is": {"kind": row["case_kind"], "who": row["person_type"], "decade": row["date_left"][:3] + "0s"},
            "cells": _case(row),
        }
        for row in found
    ]
    facets = [
        facet(rows, "kind", "Kind of row", "every kind", start="defection"),
        facet(rows, "who", "Who", "everybody", start="diplomat"),
        facet(rows, "decade", "Left in the", "all decades"),
    ]
    columns = ("Who, where", "Kind", "Left", "Public", "Origins and links", "Sources")
    return filtered(
        "cases",
        "Reported departures, and contrasts",
        "rows",
        columns,
        facets,
        rows,
        "A row is a public report, not a person counted once. Whoever left without a report, and whoever went home and"
        " was never written about, is missing. Contrasts (people who obeyed a recall) are a few examples, not a count.",
    )


def _case(row: Row) -> list[Cell]:
    return [
        departure.who(row),
        Cell(f"{row['case_kind']}; {row['person_type']}"),
        departure.left(row),
        departure.public(row),
        departure.origins(row),
        departure.sources(row),
    ]


@explorer("family")
def family() -> Made:
    """Reported departures by who left too and who is reported as left behind, in general words only."""
    found = latest_first(cases_of(kind="defection"))
    rows = [
        {
            "is": {"with": row["left_with"], "behind": row["family_left_behind"], "who": row["person_type"]},
            "cells": _household(row),
        }
        for row in found
    ]
    facets = [
        facet(rows, "with", "Left with", "any"),
        facet(rows, "behind", "Family reported as left behind", "any"),
        facet(rows, "who", "Who", "everybody"),
    ]
    columns = ("Who, where", "Left", "With", "Family left behind", "Origins and links", "Sources")
    return filtered(
        "family",
        "Who left together",
        "reported departures",
        columns,
        facets,
        rows,
        "'Unknown' is the most frequent word: most reports do not say. Whoever was held back by family and stayed is in"
        " no row.",
    )


def _household(row: Row) -> list[Cell]:
    return [
        departure.who(row),
        departure.left(row),
        departure.with_whom(row),
        Cell(row["family_left_behind"]),
        departure.origins(row),
        departure.sources(row),
    ]


@explorer("comparators")
def comparators() -> Made:
    """Departures from other states' services, by what set them off."""
    found = sorted(tables.rows("comparators"), key=lambda row: (row["year"], row["comparator_id"]))
    rows = [
        {
            "is": {"trigger": facts.trigger(row), "state": row["sending_state"]},
            "cells": _other(row),
        }
        for row in found
    ]
    facets = [facet(rows, "trigger", "What set it off", "anything"), facet(rows, "state", "Service of", "all states")]
    columns = ("Service, year", "Reported", "Who", "What set it off", "Note", "Sources")
    return filtered(
        "comparators",
        "Other services",
        "rows",
        columns,
        facets,
        rows,
        "These rows were chosen because they are well documented, so their number is no rate. A few name how many were"
        " posted; most do not, and services in which nobody left are missing.",
    )


def _differing(row: Row) -> str:
    return tables.differing("comparators", row["comparator_id"])


def _other(row: Row) -> list[Cell]:
    return [
        Cell(
            f"{row['sending_state']}, {row['year']}",
            cited.disputed("comparators", row["comparator_id"]),
            why=_differing(row),
        ),
        Cell(str(row["number_reported"])),
        Cell(f"{row['role']}, {row['host_country']}"),
        Cell(row["trigger"]),
        Cell(row["note"]),
        Cell("", links=cited.sources("comparators", row["comparator_id"])),
    ]


@explorer("desk")
def desk(half: int = 1) -> Made:
    """Dated reports of one half, without what became of them in the words that are stored."""
    items = [
        {
            **journey.opinion(row["desk_id"].lower(), row["report"]),
            "date": spoken(row["report_date"]),
            "report": row["report"],
            "short": _short(row["report"]),
            "basis": row["basis_then"],
            "outcome": row["outcome"],
            "outcome_date": spoken(row["outcome_date"]) if row["outcome_date"] else "",
            "after": row["outcome_note"],
            "sources": [{"label": cited.label(s), "url": s["url"]} for s in tables.sources("desk", row["desk_id"])],
        }
        for row in half_of(half)
    ]
    basis = words("card")["deskBasis"]
    sheet = {"id": f"desk-{half}", "view": "desk", "title": f"The desk, part {half}: dated reports", "items": items}
    return sheet, [f"- {item['date']}: {item['report']} {basis} {item['basis']}" for item in items]


def _short(text: str) -> str:
    """The first dozen words, to tell reports apart in a table."""
    words = text.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")


@explorer("chain")
def chain() -> Made:
    """One story through its publications, in order."""
    found = sorted(tables.rows("chain"), key=lambda row: row["order"])
    columns = ["Date and publisher", "Names as its source", "Adds"]
    links = [
        {
            "origin": row["new_origin"] == "yes",
            "cells": [
                escape(f"{row['date']}, {row['publisher']}"),
                escape(row["cites_whom"]),
                f"{escape(row['adds_what'])} {_links('chain', row['link_id'])}",
            ],
        }
        for row in found
    ]
    sheet = {
        "id": "chain",
        "view": "chain",
        "title": "One story, link by link",
        "story": found[0]["story"],
        "columns": columns,
        "links": links,
        "below": "An origin is somebody who knew, or says so, without having it from another publication.",
    }
    return sheet, [
        f"- {row['date']}, {row['publisher']}: from {row['cites_whom']}; adds {row['adds_what']}" for row in found
    ]


def _links(table: str, row_id: str) -> str:
    return Cell("", links=cited.sources(table, row_id)).html
