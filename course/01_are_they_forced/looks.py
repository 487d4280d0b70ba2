"""Tables of lesson 01: who said what where, the strongest case on each side, and what refusing would have cost."""

from __future__ import annotations

from course.shared import facts
from lesson import tables
from lesson.bank.facts import as_of, value
from lesson.screen import cited
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table
from lesson.tables import Row

from .forced import AGAINST, FOR, REFUSALS, STATEMENTS, Refusal, Statement


@look("two days")
def two_days(page: int = 1) -> Drawn:
    """Page 1: two remarks on two days of November; page 2: a statement under guard, and the same man out of reach."""
    pages = {1: STATEMENTS[:2], 2: STATEMENTS[2:]}
    captions = {
        1: "Two days in November: a former deputy ambassador on his own life.",
        2: "The same man under guard and out of reach: a third secretary.",
    }
    if page not in pages:
        raise ValueError(f"There is no page {page}; the table has {len(pages)}.")
    columns = ("Date", "Where, to whom", "What", "Free to speak?", "Evidence", "Sources")
    below = {
        1: "Not checked by us: whether the word 'slave' was spoken at the hearing too. The printed record would tell.",
        2: "The second date is the day on which the newspapers printed it; when he first said it is not reported.",
    }
    rows = [_statement(statement) for statement in pages[page]]
    table = Table(captions[page], columns, rows, below[page])
    return table


def _statement(statement: Statement) -> list[Cell]:
    wanted = [source for source in tables.rows("sources") if source["source_id"] in statement.source_ids]
    return [
        Cell(value(statement.day)),
        Cell(statement.where),
        Cell(statement.said),
        Cell(statement.free),
        Cell(statement.evidence_id),
        Cell("", links=cited.links(wanted[:2])),
    ]


@look("case for and against")
def strongest(page: int = 1) -> Drawn:
    """Page 1: the strongest case for A1, for diplomats; page 2: the strongest case against it."""
    pages = {1: ("for", FOR, "E-A1-05"), 2: ("against", AGAINST, "E-A1-14")}
    if page not in pages:
        raise ValueError(f"There is no page {page}; the table has {len(pages)}.")
    side, chosen, before = pages[page]
    found = [tables.find(evidence_id)[1] for evidence_id in chosen]
    caption = f"The strongest case {side} A1, as of {as_of()}: {len(found)} pieces of {facts.evidence_on('A1')}."
    columns = ("Evidence", "About whom", "What it says", "Who says so", "Why hesitate", "Sources")
    below = (
        f"Chosen by the editors: about diplomats, or about a law that covers them. {before} belongs here too; the"
        " lesson has shown it before."
    )
    table = Table(caption, columns, [_piece(row) for row in found], below)
    return table


def _piece(row: Row) -> list[Cell]:
    return [
        Cell(row["evidence_id"]),
        Cell(row["about"]),
        Cell(row["summary"]),
        Cell(row["who_says"]),
        Cell(row["limits"]),
        Cell("", links=cited.sources("evidence", row["evidence_id"])),
    ]


@look("refusing")
def refusing() -> Drawn:
    """The evidence on A1 in which somebody refuses, sorted by what it says that refusing would have cost."""
    silent = [
        row["evidence_id"]
        for row in tables.evidence(bears_on="A1")
        if row["evidence_id"] not in {refusal.evidence_id for refusal in REFUSALS}
    ]
    caption = (
        f"What would refusing have cost? {len(REFUSALS)} pieces of evidence on A1, sorted by the editors, "
        f"as of {as_of()}."
    )
    below = (
        f"The other {len(silent)} of {facts.evidence_on('A1')} pieces name no price of refusing: {', '.join(silent)}."
    )
    columns = ("Price", "Refusing what?", "What the piece says", "About whom", "Evidence, stance", "Sources")
    table = Table(caption, columns, [_refusal(refusal) for refusal in REFUSALS], below)
    return table


def _refusal(refusal: Refusal) -> list[Cell]:
    row = tables.find(refusal.evidence_id)[1]
    return [
        Cell(refusal.group[:1].upper() + refusal.group[1:], f"debated: {refusal.also}" if refusal.also else ""),
        Cell(refusal.refused),
        Cell(refusal.price),
        Cell(row["about"]),
        Cell(f"{row['evidence_id']}, {row['stance']}"),
        Cell("", links=cited.sources("evidence", row["evidence_id"])),
    ]
