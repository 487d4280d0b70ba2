"""Tables that a reader filters: rows go down once, lesson.js hides, counts and says what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lesson.bank.facts import as_read
from lesson.core.words import say
from lesson.screen.registries import Made
from lesson.screen.table import slim

Facet = dict[str, Any]


def facet(rows: Sequence[dict[str, Any]], name: str, label: str, every: str, start: str = "") -> Facet:
    """A choice among the words that rows hold under `name`; `every` keeps all, `start` is chosen at first."""
    words = sorted({row["is"][name] for row in rows})
    values = [{"value": "", "label": every}, *({"value": word, "label": word} for word in words)]
    return {
        "name": name,
        "label": label,
        "kind": "is",
        "values": values,
        "start": words.index(start) + 1 if start else 0,
    }


def filtered(
    name: str,
    title: str,
    what: str,
    columns: Sequence[str],
    facets: list[Facet],
    rows: list[dict[str, Any]],
    missing: str,
) -> Made:
    """The sheet of a filter and its words: `what` is counted, `missing` says what is in no row.

    Each of the `rows` has its `cells`, one `Cell` a column, and under `is` what the facets ask of it.
    """
    shown, cells = slim(columns, [row["cells"] for row in rows])
    missing = say("look", "filterAsOf", missing=missing, as_read=as_read())
    sheet = {
        "id": name,
        "view": "filter",
        "title": title,
        "what": what,
        "columns": shown,
        "facets": facets,
        "rows": [{**row, "cells": html} for row, html in zip(rows, cells, strict=True)],
        "missing": missing,
    }
    lines = [say("look", "filterRows", n=len(rows), columns=", ".join(columns))]
    for each in facets:
        counted = "; ".join(_counted(value, each, rows) for value in each["values"])
        lines.append(f"- {each['label']}: {counted.rstrip('.')}.")
    return sheet, [*lines, missing]


def _counted(value: dict[str, Any], facet: Facet, rows: list[dict[str, Any]]) -> str:
    """A value of a facet with how many rows it keeps, so that a changed row shows in the words."""
    keeps: Callable[[Any], bool] = (
        (lambda x: x <= value["value"]) if facet["kind"] == "upto" else (lambda x: x == value["value"])
    )
    count = len(rows) if value["value"] == "" else sum(keeps(row["is"][facet["name"]]) for row in rows)
    note = f" {value['note']}" if value.get("note") else ""
    return f"{value['label']} {count}{note}"
