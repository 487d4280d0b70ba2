"""The evidence on one claim as a grid of dots that open their piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lesson.core.words import say
from lesson.screen import cited
from lesson.screen.drawn.dots import Grid, Piece
from lesson.tables import Row

STANCES = ("supports", "qualifies", "cautions", "challenges")


def evidence(rows: Sequence[Row], claim: str, as_read: str) -> Grid:
    """Evidence for one claim, by stance, by whom it is about, and by trust. `rows` are those of the evidence table."""
    stances = Counter(row["stance"] for row in rows)
    words = ["; ".join(f"{stance} {stances[stance]}" for stance in STANCES).capitalize() + "."]
    pieces = [_piece(row) for row in sorted(rows, key=lambda row: row["evidence_id"])]
    grid = Grid(
        claim,
        say("look", "dotsTitle", claim=claim, n=len(rows)),
        say("look", "dotsSub"),
        say("look", "dotsBelow", n=len(rows), as_read=as_read),
        STANCES,
        pieces,
        words,
    )
    words += _counted(rows, grid.groups())
    return grid


def _piece(row: Row) -> Piece:
    sources = "; ".join(label for label, _ in cited.sources("evidence", row["evidence_id"]))
    heads = say("look", "evidenceColumns").split("|")[1:]
    told = zip(heads, (row["summary"], row["who_says"], row["limits"], sources), strict=True)
    disputed = cited.disputed("evidence", row["evidence_id"])
    words = [(f"{head}:", text) for head, text in told if text]
    return Piece(
        row["evidence_id"],
        row["about"],
        row["stance"],
        row["confidence"],
        [*words, *([("", disputed)] if disputed else [])],
    )


def _counted(rows: Sequence[Row], groups: Sequence[str]) -> Iterator[str]:
    """For each group and stance the number of pieces, by kind."""
    for group in groups:
        for stance in STANCES:
            kinds = Counter(r["kind"] for r in rows if r["about"] == group and r["stance"] == stance)
            listed = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items()))
            if kinds:
                yield say("look", "pictureAbout", group=group, stance=stance, n=sum(kinds.values()), kinds=listed)
