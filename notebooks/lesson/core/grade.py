"""What an answer is worth: look-ups on a compiled sheet, the same ones that lesson.js makes.

tests/vectors.json holds answers and verdicts that both must agree on.
"""

from __future__ import annotations

from typing import Any

from lesson.core.item import BLANK, Outcome, Sheet, Verdict, is_whole


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """Return the verdict on `answer`; whatever does not fit the sheet counts as unanswered.

    A number is what it is in JSON: 1.0 is the index 1, as in JavaScript.
    Shapes of an answer: single, the index of an option; multiple, a list of indexes; match, a list with the index of a
    column, or None, for each option, or [column, weight] where cards are weighed; numeric,
    a number; scale, a whole number from 0 to 100; reflect, a text.
    """
    options = sheet["options"]
    if sheet["type"] == "scale":
        return Verdict(None if _is_index(answer, 101) else "unanswered")
    if sheet["type"] == "reflect":
        return Verdict(None if isinstance(answer, str) and answer.strip(BLANK) else "unanswered")
    nothing = Verdict("unanswered", (None,) * len(options))
    if sheet["type"] == "numeric":
        answer = _band(sheet, answer)
    if sheet["type"] in ("single", "numeric"):
        if not _is_index(answer, len(options)):
            return nothing
        outcome = options[int(answer)]["verdicts"]["chosen"]
        return Verdict(outcome, tuple(outcome if i == answer else None for i in range(len(options))))
    if not isinstance(answer, list):
        return nothing
    if sheet["type"] == "multiple":
        if not answer or not all(_is_index(i, len(options)) for i in answer):
            return nothing
        return _whole([o["verdicts"]["ticked" if i in answer else "left"] for i, o in enumerate(options)])
    columns = sheet["columns"]
    placed = [_placed_in(card) for card in answer]
    fits = len(placed) == len(options) and all(c is None or _is_index(c, len(columns)) for c in placed)
    if not fits or all(c is None for c in placed):
        return nothing
    return _whole(
        ["unanswered" if c is None else o["verdicts"][columns[int(c)]] for c, o in zip(placed, options, strict=True)]
    )


def _placed_in(card: Any) -> Any:
    """The column of a card of a match; its weight, if it has one, is not graded."""
    return (card[0] if card else None) if isinstance(card, list) else card


def _whole(outcomes: list[Outcome]) -> Verdict:
    """One settled miss makes it "not yet"; only debated parts make it "debated"."""
    if any(o in ("not yet", "unanswered") for o in outcomes):
        return Verdict("not yet", tuple(outcomes))
    return Verdict("debated" if all(o == "debated" for o in outcomes) else "supported", tuple(outcomes))


def _band(sheet: Sheet, answer: Any) -> int | None:
    """The index of the first band that a number lies in; None for what is no number."""
    if isinstance(answer, bool) or not isinstance(answer, int | float) or not abs(answer) < 1e15:
        return None
    for index, (low, high) in enumerate(sheet["bands"]):
        if (low is None or low <= answer) and (high is None or answer <= high):
            return index
    return None


def _is_index(value: Any, count: int) -> bool:
    return is_whole(value) and 0 <= value < count
