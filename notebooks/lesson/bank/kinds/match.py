"""Each card into a column, and perhaps a weight.

The answer is a list with the index of a column, or None, for each card, or [column, weight] where cards are weighed.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from lesson.bank.form import Form
from lesson.bank.kinds.choices import mistakes, nothing_more
from lesson.bank.values import word_of
from lesson.core.item import Item, Sheet, Verdict
from lesson.core.verdict import is_index, unanswered, whole

DOES = "puts each card in a column"
LEAST = 2
GRADED = True
LISTED = True

own = nothing_more
lint = partial(mistakes, of_keys=True)


def worth(item: Form, option: Form) -> dict[str, Any]:
    """What each column is worth for a card, and the one that the editors chose."""
    columns, debated = item["columns"], bool(option["verdict"])
    column = word_of(option["correct"])
    good = {column, *option["also"]}
    if strange := sorted(good - set(columns)):
        named = ", ".join(filter(None, strange))
        what = f"'{named}' is not one of the columns." if named else "It names no column."
        option.slip("correct", what, f"use one of: {', '.join(columns)}.")
        return {}
    if debated != (len(good) > 1):
        option.slip(
            "verdict",
            "A debated card names the other column that can be argued for, and only such a card does.",
            "write both 'verdict: debated' and 'also: [column]', or neither.",
        )
        return {}
    word = "debated" if debated else "supported"
    return {"verdicts": {name: word if name in good else "not yet" for name in columns}, "column": column}


def chance(item: Item) -> float:
    """Every card must stand in a good column."""
    good = 1.0
    for option in item.options:
        good *= sum(outcome != "not yet" for outcome in option.verdicts.values()) / len(item.columns)
    return good


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """A card without a column counts as a miss; a weight is not graded."""
    options, columns = sheet["options"], sheet["columns"]
    if not isinstance(answer, list) or len(answer) != len(options):
        return unanswered(sheet)
    placed = [_column_of(card) for card in answer]
    if not all(c is None or is_index(c, len(columns)) for c in placed) or all(c is None for c in placed):
        return unanswered(sheet)
    return whole(
        [
            "unanswered" if c is None else option["verdicts"][columns[int(c)]]
            for c, option in zip(placed, options, strict=True)
        ]
    )


def _column_of(card: Any) -> Any:
    return (card[0] if card else None) if isinstance(card, list) else card
