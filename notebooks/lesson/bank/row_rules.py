"""The fields of questions over rows of the tables: the table in the card, each of its rows, the rule of the key."""

from __future__ import annotations

from lesson.bank.form import Field
from lesson.bank.row_values import Letters, Pairs, Part
from lesson.bank.values import Parts, Text, Texts, Words

ROWED = ("pick", "order", "group")
"""The types of question whose options are rows."""
ROWS = Parts("list of rows", most=10, entry="a row")

TABLE: tuple[Field, ...] = (
    Field("label", Text(), "label: departure", "What the first column holds: the labels of the rows.", needed=True),
    Field(
        "columns",
        Pairs("mapping of headings to columns"),
        "columns: {left: date_left}",
        "A heading, and the column of data/ under it: date_left, one or another, #citations, @source.date.",
        default={},
    ),
    Field("text", Text(), "text: who says so", "The heading over our own words, given row by row as `says`."),
    Field("title", Text(), "title: Who left from where", "What stands over the table.", filled=True),
)

ROW: tuple[Field, ...] = (
    Field("row", Text("id of a row"), "row: id of a row", "The row of data/; its id is never shown.", needed=True),
    Field("source", Text("id of a source"), "source: id of a source", "The publication meant, for @source.date."),
    Field(
        "label",
        Text(),
        "label: the first report",
        "What stands first in the line. It is read before answering, so it must not tell.",
        needed=True,
        filled=True,
    ),
    Field("says", Text(), "says: A clerk told it.", "Our own words under the heading `text`.", filled=True),
    Field(
        "code",
        Pairs(),
        "code: {voice: the clerk}",
        "Our reading of the row where no column holds it, for the rule of the key.",
        default={},
    ),
    Field(
        "proof",
        Texts(),
        'proof: ["summary: words of that cell"]',
        "What `says` and `code` rest on: a column and words that stand in it; another row's id may come first.",
        default=(),
    ),
    Field(
        "feedback",
        Text(),
        "feedback: why this row is right or not",
        "Said of this row to everybody, whatever they did with it.",
        kinds=ROWED,
        needed=True,
        filled=True,
    ),
    Field("mistake", Text(), "mistake: counting pages", "What a wrong mark of this row shows.", kinds=ROWED),
    Field(
        "verdict",
        Words("debated", ("debated",)),
        "verdict: debated",
        "Only for a row that careful readers treat in more than one way.",
        kinds=("pick",),
        mend="take it out, or write verdict: debated.",
    ),
    Field(
        "evidence",
        Texts("list of ids"),
        "evidence: [id of a row]",
        "What speaks for ticking a debated row.",
        kinds=("pick",),
        default=(),
    ),
)

BESIDE: tuple[Field, ...] = (
    *TABLE,
    Field("rows", ROWS, "rows: [...]", "The rows of this table.", needed=True),
)

ITEM: tuple[Field, ...] = (
    Field(
        "table",
        Part(),
        "table: {label: departure, columns: {left: date_left}}",
        "The small table in the card, filled from data/.",
    ),
    Field(
        "rows",
        ROWS,
        "rows: [...]",
        "The rows of that table; in a pick, an order and a group they are what is answered.",
    ),
    Field(
        "table_beside", Part("second table"), "table_beside: {label: place, rows: [...]}", "A second table, to read."
    ),
    Field(
        "key",
        Text("rule over the rows", r"(rows where|rows with the same|\w+ first by) .+"),
        "key: rows where public_since < 2016-07",
        "The rule by which the key is computed: see `notebooks/lesson/bank/computed.py`.",
        kinds=ROWED,
        needed=True,
    ),
    Field(
        "key_is",
        Letters(),
        "key_is: [A, C]",
        "What the key came to; `make check` says when a changed row changes it.",
        kinds=ROWED,
        default=(),
    ),
)
