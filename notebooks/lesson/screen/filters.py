"""Tables that a reader filters: rows go down once, lesson.js hides, counts and says what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lesson.course import facts, tables
from lesson.course.tables import Row
from lesson.screen import cited, departure
from lesson.screen.table import Cell

Made = tuple[dict[str, Any], list[str]]
Facet = dict[str, Any]

DAYS = ("1991-12-31", "2000-12-31", "2010-12-31", "2015-12-31")


def known_by() -> Made:
    """Departures of diplomats that were public on a day."""
    found = _latest_first(facts.diplomats())
    days = sorted({*DAYS, tables.find("TL-16")[1]["date"], tables.find("TL-22")[1]["date"]})
    notes = {
        day: f"{facts.hidden_departures(day)} more had surely happened by then and were not public." for day in days
    }
    values: list[dict[str, Any]] = [
        {"value": place, "label": _day(day), "note": notes[day]} for place, day in enumerate(days)
    ]
    values.append(
        {"value": "", "label": f"today ({facts.as_of()})", "note": "What is hidden today nobody outside can count."}
    )
    essay = days.index(tables.find("TL-22")[1]["date"])
    facet = {"name": "public", "label": "Public on", "kind": "upto", "values": values, "start": essay}
    rows = [{"is": {"public": _since(row, days)}, "cells": _cells(row)} for row in found]
    return _filter(
        "known_by",
        "What could be known on a day",
        "reported departures of diplomats were public",
        COLUMNS,
        [facet],
        rows,
        "A departure that was never reported is in no row. A month or a year of a first report counts from its first"
        " day.",
    )


def _day(day: str) -> str:
    names = {"TL-16": "London announced", "TL-22": "the essay's page"}
    told = next((text for row_id, text in names.items() if tables.find(row_id)[1]["date"] == day), "")
    return facts.spoken(day) + (f" ({told})" if told else "")


def _since(row: Row, days: Sequence[str]) -> int:
    """The place of the first day on which a row was public; after the last one where none is."""
    return next((i for i, day in enumerate(days) if tables.public_on([row], day)), len(days))


COLUMNS = ("Who, where", "Left", "Public", "With", "Origins and links", "Sources")


def _cells(row: Row) -> list[str]:
    return [cell.html for cell in departure.cells(row)]


def _latest_first(found: list[Row]) -> list[Row]:
    return sorted(found, key=lambda row: (row["date_left"], row["case_id"]), reverse=True)


def cases() -> Made:
    """Every row of the table of cases, by kind, who left, and decade."""
    found = _latest_first(tables.rows("cases"))
    rows = [
        {
            "is": {"kind": row["case_kind"], "who": row["person_type"], "decade": row["date_left"][:3] + "0s"},
            "cells": [cell.html for cell in _case(row)],
        }
        for row in found
    ]
    facets = [
        _facet(rows, "kind", "Kind of row", "every kind", start="defection"),
        _facet(rows, "who", "Who", "everybody", start="diplomat"),
        _facet(rows, "decade", "Left in the", "all decades"),
    ]
    columns = ("Who, where", "Kind", "Left", "Public", "Origins and links", "Sources")
    return _filter(
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


def family() -> Made:
    """Reported departures by who left too and who is reported as left behind, in general words only."""
    found = _latest_first(tables.cases(kind="defection"))
    rows = [
        {
            "is": {"with": row["left_with"], "behind": row["family_left_behind"], "who": row["person_type"]},
            "cells": [cell.html for cell in _household(row)],
        }
        for row in found
    ]
    facets = [
        _facet(rows, "with", "Left with", "any"),
        _facet(rows, "behind", "Family reported as left behind", "any"),
        _facet(rows, "who", "Who", "everybody"),
    ]
    columns = ("Who, where", "Left", "With", "Family left behind", "Origins and links", "Sources")
    return _filter(
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


def comparators() -> Made:
    """Departures from other states' services, by what set them off."""
    found = sorted(tables.rows("comparators"), key=lambda row: (row["year"], row["comparator_id"]))
    rows = [
        {
            "is": {"trigger": facts.trigger(row), "state": row["sending_state"]},
            "cells": [cell.html for cell in _other(row)],
        }
        for row in found
    ]
    facets = [_facet(rows, "trigger", "What set it off", "anything"), _facet(rows, "state", "Service of", "all states")]
    columns = ("Service, year", "Reported", "Who", "What set it off", "Note", "Sources")
    return _filter(
        "comparators",
        "Other services",
        "rows",
        columns,
        facets,
        rows,
        "These rows were chosen because they are well documented, so their number is no rate. A few name how many were"
        " posted; most do not, and services in which nobody left are missing.",
    )


def _other(row: Row) -> list[Cell]:
    return [
        Cell(f"{row['sending_state']}, {row['year']}", cited.disputed("comparators", row["comparator_id"])),
        Cell(str(row["number_reported"])),
        Cell(f"{row['role']}, {row['host_country']}"),
        Cell(row["trigger"]),
        Cell(row["note"]),
        Cell("", links=cited.sources("comparators", row["comparator_id"])),
    ]


def _facet(rows: Sequence[dict[str, Any]], name: str, label: str, every: str, start: str = "") -> Facet:
    words = sorted({row["is"][name] for row in rows})
    values = [{"value": "", "label": every}, *({"value": word, "label": word} for word in words)]
    return {
        "name": name,
        "label": label,
        "kind": "is",
        "values": values,
        "start": words.index(start) + 1 if start else 0,
    }


def _filter(
    name: str,
    title: str,
    what: str,
    columns: Sequence[str],
    facets: list[Facet],
    rows: list[dict[str, Any]],
    missing: str,
) -> Made:
    missing = f"{missing} As of {facts.as_of()}."
    sheet = {
        "id": name,
        "view": "filter",
        "title": title,
        "what": what,
        "columns": list(columns),
        "facets": facets,
        "rows": rows,
        "missing": missing,
    }
    lines = [f"{len(rows)} rows. Columns: {', '.join(columns)}."]
    for facet in facets:
        lines.append(f"- {facet['label']}: {'; '.join(_counted(value, facet, rows) for value in facet['values'])}.")
    return sheet, [*lines, missing]


def _counted(value: dict[str, Any], facet: Facet, rows: list[dict[str, Any]]) -> str:
    """A value of a facet with how many rows it keeps, so that a changed row shows in the words."""
    keeps: Callable[[Any], bool] = (
        (lambda x: x <= value["value"]) if facet["kind"] == "upto" else (lambda x: x == value["value"])
    )
    count = len(rows) if value["value"] == "" else sum(keeps(row["is"][facet["name"]]) for row in rows)
    note = f" {value['note']}" if value.get("note") else ""
    return f"{value['label']} {count}{note}"


FILTERS: dict[str, Callable[[], Made]] = {
    "known_by": known_by,
    "cases": cases,
    "family": family,
    "comparators": comparators,
}
