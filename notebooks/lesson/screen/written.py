"""Draws a table that a course writes in a looks.yaml."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lesson.bank import filled
from lesson.bank.written import Look
from lesson.core.problem import DataError
from lesson.screen import cited
from lesson.screen.table import Cell, Table


def drawer(look: Look) -> Callable[..., Table]:
    """A function that draws the table; it takes a page where the table has several."""
    return partial(draw, look) if len(look.pages) > 1 else partial(draw, look, 1)


def draw(look: Look, page: int = 1) -> Table:
    """Draw one page.

    Raises ValueError where there is no such page, and DataError where the table names a row, fact or source in vain.
    """
    if not 1 <= page <= len(look.pages):
        raise ValueError(f"There is no page {page}; the table has {len(look.pages)}.")
    made, problems = filled.fill(look, look.pages[page - 1])
    if problems:
        raise DataError(problems)
    rows = [[Cell(cell.words, cell.mark, cited.links(cell.sources), cell.why) for cell in line] for line in made.lines]
    return Table(made.caption, [column.title for column in look.columns], rows, made.below)
