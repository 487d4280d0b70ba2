"""The fields that a `predict` has for itself: what is guessed, and what the guess is shown beside."""

from __future__ import annotations

from lesson.bank.form import Field
from lesson.bank.values import RANGE, Text, Whole

PREDICT = ("predict",)

FIELDS: tuple[Field, ...] = (
    Field(
        "shown",
        Text(),
        'shown: "{{how_many()}} of 22"',
        "The record in a few words, beside the guess once it is made.",
        kinds=PREDICT,
        needed=True,
        filled=True,
    ),
    Field(
        "beside",
        Text(),
        "beside: The others came in later years.",
        "What stands under the record, in Markdown.",
        kinds=PREDICT,
        filled=True,
    ),
    Field(
        "opens",
        Text(),
        "opens: the table of departures",
        "What the guess opens: the words after 'Keep it, and open'.",
        kinds=PREDICT,
    ),
    Field(
        "record",
        Text("number, a range or a fact", RANGE),
        'record: "14"',
        "The record as a number or a range, for ask: number; a fact as in a key.",
        kinds=PREDICT,
        filled=True,
    ),
    Field(
        "series",
        Text("fact of a year", r"[a-z_][a-z0-9_]*(?:\([^(){}]*\{year\}[^(){}]*\))?"),
        "series: cell(ROW-{year}, total)",
        "The fact that gives the record of each {year}, for ask: line; a name alone is a fact of the year.",
        kinds=PREDICT,
    ),
    Field(
        "years",
        Text("range of years", r"\d{4} to \d{4}"),
        "years: 2009 to 2025",
        "The first and the last year, for ask: line.",
        kinds=PREDICT,
    ),
    Field(
        "given",
        Whole(),
        "given: 2009",
        "Up to which year the record is told beforehand; the first year where nothing is said.",
        kinds=PREDICT,
        default=0,
    ),
)
