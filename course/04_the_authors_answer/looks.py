"""What lesson 04 looks at: the comparison plank by plank, and how people are chosen."""

from __future__ import annotations

from collections.abc import Iterable

from lesson import tables
from lesson.bank.facts import as_of
from lesson.screen import cited
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table

from .planks import ORIGINS, PLANKS, Origin, Plank


@look("planks")
def planks() -> Drawn:
    """The two services side by side, one property a row."""
    columns = ("Plank", "Mongolia, in the essay", "Mongolia, other rows", "North Korea's diplomats", "Sources")
    table = Table(
        f"Two services, plank by plank, as of {as_of()}.",
        columns,
        [_plank(plank) for plank in PLANKS],
        "Numbers in brackets are sentences of the essay, as lesson 00 counts them. No row: nothing in our tables; a "
        "witness or an archive may know. What rows say of North Korea tests the bridge. It does not test what the "
        "author says of Mongolia.",
    )
    return table


def _plank(plank: Plank) -> list[Cell]:
    return [
        Cell(plank.name),
        Cell(plank.essay),
        Cell(_with_rows(plank.mongolia, plank.mongolia_rows, "Mongolia")),
        Cell(_with_rows(plank.dprk, plank.dprk_rows, "DPRK diplomats")),
        Cell("", links=_links((*plank.dprk_rows, *plank.mongolia_rows), 1)),
    ]


def _with_rows(words: str, row_ids: Iterable[str], about: str) -> str:
    """A text and the rows that it rests on, with a mark where a row is about others."""
    abouts = {row_id: tables.find(row_id)[1]["about"] for row_id in row_ids}
    marked = [row_id if whom == about else f"{row_id}, about: {whom}" for row_id, whom in abouts.items()]
    return f"{words} ({'; '.join(marked)})" if marked else words


@look("blood or merit")
def blood_or_merit() -> Drawn:
    """The evidence on how North Korea's diplomats are chosen, in short."""
    columns = ("Evidence", "About whom, when", "What it says", "Why hesitate", "Sources")
    table = Table(
        f"By blood or by merit? How North Korea's diplomats are chosen, as of {as_of()}.",
        columns,
        [_origin(origin) for origin in ORIGINS],
        "In short; the full rows stand under More time. Look at the second column: students are not diplomats.",
    )
    return table


def _origin(origin: Origin) -> list[Cell]:
    row = tables.find(origin.evidence_id)[1]
    return [
        Cell(origin.evidence_id),
        Cell(f"{row['about']}; {row['about_year']}"),
        Cell(origin.says),
        Cell(origin.hesitate),
        Cell("", links=_links([origin.evidence_id], 2)),
    ]


def _links(evidence_ids: Iterable[str], each: int) -> cited.Links:
    """The first publications of each row."""
    return cited.links(source for row_id in evidence_ids for source in tables.sources("evidence", row_id)[:each])
