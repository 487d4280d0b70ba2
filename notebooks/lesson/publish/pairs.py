"""Which cell of lesson.md is which cell of the notebook: the same one, a changed one, one that moved."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from lesson.publish.lesson_file import Cell

ALIKE = 0.6
"""How alike two cells are that count as one cell, from 0 to 1."""


def pairs(ours: Sequence[Cell], theirs: Sequence[Cell]) -> dict[int, int]:
    """Return, for the place of a cell in `theirs`, the place in `ours` of the cell that it is; new cells are left out.

    Cells with the same words are paired first, those in the same order before those that moved; then those most alike.
    """
    mine, other = [[(cell.kind, cell.source) for cell in cells] for cells in (ours, theirs)]
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, mine, other, autojunk=False).get_matching_blocks():
        found |= {block.b + n: block.a + n for n in range(block.size)}
    free = set(range(len(ours))) - set(found.values())
    left = [(_alike(ours[i], theirs[j]), -abs(i - j), i, j) for j in range(len(theirs)) if j not in found for i in free]
    for alike, _, i, j in sorted(left, reverse=True):
        if alike >= ALIKE and i in free and j not in found:
            free.remove(i)
            found[j] = i
    return dict(sorted(found.items()))


def moved(found: dict[int, int]) -> set[int]:
    """Return the places in `theirs` of the cells that stand in another order there."""
    order = list(found.values())
    kept: set[int] = set()
    for block in SequenceMatcher(None, order, sorted(order), autojunk=False).get_matching_blocks():
        kept |= set(order[block.a : block.a + block.size])
    return {j for j, i in found.items() if i not in kept}


def _alike(one: Cell, other: Cell) -> float:
    if one.kind != other.kind:
        return 0.0
    matcher = SequenceMatcher(None, one.source, other.source, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
