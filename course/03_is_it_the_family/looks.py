"""What lesson 03 shows: the ladder of verbs, the two sides, a sentence that drifts, the rule on children."""

from __future__ import annotations

from lesson import tables
from lesson.bank.facts import as_of, date, number
from lesson.core.dates import spoken
from lesson.screen import cited
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table
from lesson.tables import Row

from . import ladder

NONE_SAYS = "nobody, in what we have read"


@look("ladder")
def rungs() -> Drawn:
    """The best source for each verb of the ladder, whom it is about and who says so, or that there is none."""
    caption = f"What is said to happen to families, verb by verb: the best source here, as of {as_of()}."
    below = (
        "Best: among the rows about one group, the one that the editors trust most. DPRK: the state's own name for"
        " itself, short. Groups do not add up: what is said of one is not shown for another. Where no source stands,"
        " nothing follows about what happens."
    )
    columns = ("Verb", "About whom", "What it says", "Who says so", "Trust, and why hesitate", "Sources")
    return Table(caption, columns, [_rung(rung) for rung in ladder.LADDER], below)


def _rung(rung: ladder.Rung) -> list[Cell]:
    if not rung.row:
        about = f"families of {rung.about}"
        return [Cell(rung.verb), Cell(about), Cell(rung.says), Cell(NONE_SAYS), Cell(rung.hesitate), Cell("none")]
    row = tables.find(rung.row)[1]
    return [
        Cell(rung.verb),
        Cell(row["about"], rung.row),
        Cell(rung.says, _disputed(rung.row)),
        Cell(row["who_says"]),
        Cell(f"{row['confidence']}. {rung.hesitate}"),
        Cell("", links=cited.sources("evidence", rung.row)),
    ]


@look("two sides")
def sides() -> Drawn:
    """The strongest pieces for and against each of the three claims that A3 joins."""
    caption = f"The strongest case on each side of A3, claim by claim, as of {as_of()}."
    below = (
        "No source here documents that a diplomat's relatives were executed because of a departure; none excludes it."
        " Career, belief and habit may keep people too (E-A1-16, E-C3-04). The historian does not claim that the"
        " punishment of families is over. Trust is the editors', in the row as a whole."
    )
    columns = ("Claim", "Side", "What it says", "About whom", "Trust", "Sources")
    return Table(caption, columns, [_piece(piece) for piece in ladder.SIDES], below)


def _piece(piece: ladder.Piece) -> list[Cell]:
    row = tables.find(piece.row)[1]
    end, contact = number("E-A3-15", "rule until"), number("E-A3-17", "contact in 2020")
    says = piece.says.format(end=end, contact=contact)
    return [
        Cell(piece.claim),
        Cell(piece.side),
        Cell(says, _disputed(piece.row)),
        Cell(row["about"], piece.row),
        Cell(row["confidence"]),
        Cell("", links=cited.sources("evidence", piece.row)),
    ]


@look("drift")
def drift() -> Drawn:
    """One man's sentence, and what other wordings make of it: harder and softer."""
    caption = f"One sentence of {date(ladder.DRIFT[0].source)}, made harder and made softer."
    below = (
        "All in our words. The man spoke of families of envoys, not of families in general. Somebody other than the"
        " writer of a report often writes its headline. What he said and what is so are two questions."
    )
    columns = ("Where", "What it says", "Beside his words", "Row", "Source")
    return Table(caption, columns, [_wording(wording) for wording in ladder.DRIFT], below)


def _wording(wording: ladder.Wording) -> list[Cell]:
    links = cited.sources("evidence", wording.row)
    pages = [s for s in tables.rows("sources") if s["source_id"] == wording.source]
    if wording.change != "the measure":
        links = tuple((cited.label(page), page["url"]) for page in pages)
    return [
        Cell(wording.where),
        Cell(wording.says),
        Cell(wording.change),
        Cell(wording.row),
        Cell("" if links else "none: our example", links=links),
    ]


@look("openings")
def openings() -> Drawn:
    """The rule on children abroad, step by step, beside the yearly counts of arrivals there are."""
    caption = f"The rule on children of staff abroad, beside who reached the South, as of {as_of()}."
    below = (
        "Count: officials on posts abroad, of every kind, not diplomats alone, as the South's intelligence service told"
        " parliament. There is no such count here for the years before, and none for the years after. No one has"
        " counted the families that lived abroad together. The rule is put together from leaks. Trust is the editors'."
    )
    columns = ("When", "What changed", "What is reported", "Reached the South", "Trust", "Sources")
    return Table(caption, columns, [_step(step) for step in ladder.STEPS], below)


def _step(step: ladder.Step) -> list[Cell]:
    found = [tables.find(row_id) for row_id in step.rows]
    table, first = found[0]
    count = table == "elite_arrivals"
    days = [first["period"]] if count else [spoken(row["date"]) for _, row in found]
    said = [_said(table, row) for table, row in found]
    return [
        Cell(" to ".join(dict.fromkeys(days))),
        Cell(step.kind, _disputed(step.rows[0])),
        Cell(" ".join(said)),
        Cell(str(first["value_low"]) if count else "no count"),
        Cell(", ".join(dict.fromkeys(row["confidence"] for _, row in found))),
        Cell(
            "",
            links=tuple(dict.fromkeys(link for row_id in step.rows for link in cited.sources(table, row_id, 1))),
        ),
    ]


def _said(table: str, row: Row) -> str:
    if table == "elite_arrivals":
        said = row["category"].replace("ROK", "South")
        return f"{said[:1].upper()}{said[1:]}."
    return f"{row['event']}. {row['note']}." if row["kind"] == "rule on children" else f"{row['event']}."


def _disputed(row_id: str) -> str:
    """Say that sources differ, and leave the words to the evidence table."""
    return "disputed: sources differ" if any(row["row_id"] == row_id for row in tables.rows("disputes")) else ""
