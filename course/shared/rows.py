"""Reported departures, by what kind of row it is, by who left, by when the public knew."""

from __future__ import annotations

from collections.abc import Iterable

from lesson.tables import Row, where


def public_on(found: Iterable[Row], day: str) -> list[Row]:
    """Return the rows that were public on `day` (2020-08-18); a month or a year counts from its first day."""
    return [row for row in found if row["public_since"] <= day[: len(row["public_since"])]]


def cases(kind: str | None = None, person_type: str | None = None, known_by: str | None = None) -> list[Row]:
    """Return the reported departures, filtered first by what kind of row it is, then by who left.

    `kind` and `person_type` are words of the descriptor; `known_by` is a day on which the report was public already.
    Raises ValueError for a word that the table does not use.
    """
    found = where("cases", case_kind=kind, person_type=person_type)
    return public_on(found, known_by) if known_by else found
