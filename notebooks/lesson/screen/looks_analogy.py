"""What lesson 04 looks at: the comparison plank by plank, and how people are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from lesson.course import facts, tables
from lesson.course.planks import ORIGINS, PLANKS, Origin, Plank
from lesson.screen.table import Cell, Table

if TYPE_CHECKING:
    from lesson.screen.views import Wish


def planks(wish: Wish) -> tuple[str, str]:
    """The two services side by side, one property a row."""
    columns = ("Plank", "Mongolia, in the essay", "Mongolia, other rows", "DPRK", "Rows and stance", "Sources")
    table = Table(
        f"Two services, plank by plank, as of {facts.as_of()}.",
        columns,
        [_plank(plank) for plank in PLANKS],
        "DPRK: diplomats, unless a row is marked otherwise. Numbers in brackets are sentences of the digest. No row: "
        "nothing in our tables; a witness or an archive may know. What rows say of North Korea tests the bridge. It "
        "does not test what the author says of Mongolia.",
    )
    return table.html(), table.text()


def _plank(plank: Plank) -> list[Cell]:
    every = (*plank.dprk_rows, *plank.mongolia_rows)
    mongolia = f"{plank.mongolia} ({', '.join(plank.mongolia_rows)})" if plank.mongolia_rows else plank.mongolia
    return [
        Cell(plank.name),
        Cell(plank.essay),
        Cell(mongolia),
        Cell(plank.dprk),
        Cell("; ".join(map(_stance, plank.dprk_rows))),
        Cell("", links=_links(every, 1)),
    ]


def _stance(evidence_id: str) -> str:
    """A row, its stance, and whom it is about where these are not diplomats."""
    row = tables.find(evidence_id)[1]
    whom = "" if row["about"] == "DPRK diplomats" else f" (about: {row['about']})"
    return f"{evidence_id} {row['stance']} {row['bears_on']}{whom}"


def blood_or_merit(wish: Wish) -> tuple[str, str]:
    """The evidence on how people are chosen, Mongolia first, with what each piece could speak for."""
    columns = ("Evidence", "About whom, when", "Could speak for", "What it says", "Why hesitate", "Sources")
    table = Table(
        f"Chosen by blood or by merit? Pieces of evidence, as of {facts.as_of()}.",
        columns,
        [_origin(origin) for origin in ORIGINS],
        "Could speak for: the editors' reading, open to yours. Look at the second column: students are not diplomats.",
    )
    return table.html(), table.text()


def _origin(origin: Origin) -> list[Cell]:
    row = tables.find(origin.evidence_id)[1]
    return [
        Cell(origin.evidence_id),
        Cell(f"{row['about']}; {row['about_year']}"),
        Cell(origin.speaks_for),
        Cell(row["summary"]),
        Cell(row["limits"]),
        Cell("", links=_links([origin.evidence_id], 2)),
    ]


def _links(evidence_ids: Iterable[str], each: int) -> tuple[tuple[str, str], ...]:
    """The first publications of each row, every address once."""
    cited = [source for row_id in evidence_ids for source in tables.sources("evidence", row_id)[:each]]
    labels = {source["url"]: ", ".join(filter(None, (source["publisher"], source["date"][:4]))) for source in cited}
    return tuple((label, url) for url, label in labels.items())


LOOKS: dict[str, Callable[[Wish], tuple[str, str]]] = {"planks": planks, "blood or merit": blood_or_merit}
