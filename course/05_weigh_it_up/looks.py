"""Tables of lesson 05: what each reading of staying predicts, and C6 word by word."""

from __future__ import annotations

from collections.abc import Sequence

from lesson import tables
from lesson.screen import cited
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table

from . import readings


@look("readings")
def four_readings() -> Drawn:
    """The four readings of staying: what each predicts, what has been looked for, what has not."""
    columns = ("Reading", "What it predicts", "What has been looked for", "What has not", "Rows", "Sources")
    rows = [
        [Cell(r.name), Cell(r.predicts), Cell(r.looked_for), Cell(r.not_looked_for), *_grounds(r.rows)]
        for r in readings.readings()
    ]
    below = "Least surprising is not the same as shown. One person can fit two readings, or change from one to another."
    return Table("Four readings of staying at a post abroad.", columns, rows, below)


@look("words of C6")
def words() -> Drawn:
    """C6 word by word: the best for it, the best against it, what one solid case can do."""
    columns = ("The words", "Best for it", "Best against it", "What one solid case does", "Rows", "Sources")
    rows = [
        [Cell(w.word), Cell(w.for_it), Cell(w.against_it), Cell(w.one_case), *_grounds(w.rows)]
        for w in readings.words_of_c6()
    ]
    below = "Look at whom each row is about: party cadres and people under the law are not embassy staff."
    return Table("C6, word by word.", columns, rows, below)


def _grounds(ids: Sequence[str]) -> list[Cell]:
    """The rows that a line rests on, and the main publication of each."""
    main = [tables.sources("evidence", row_id)[0] for row_id in ids]
    return [Cell(", ".join(ids)), Cell("", links=cited.links(main))]
