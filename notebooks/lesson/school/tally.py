"""What was chosen: the options that an answer counts for, and how a class is spread over them."""

from __future__ import annotations

from typing import Any

from lesson.bank.kinds import KINDS
from lesson.core.item import Sheet, Verdict

GOOD = ("supported", "debated")
PARTS = ("match", "order", "group")
"""Kinds in which each card has its place: an option counts where it was placed well."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
HALF = 50
"""An opinion under it, on it, over it."""


def is_graded(sheet: Sheet) -> bool:
    """Whether an answer to the question gets a verdict."""
    return KINDS[sheet["type"]].GRADED


def is_one(sheet: Sheet) -> bool:
    """Whether exactly one option is chosen, so that a class can be seen to move from one to another."""
    return bool(sheet["options"]) and (sheet["type"] == "single" or sheet["ask"] in ("one", "choice"))


def chosen(sheet: Sheet, answer: Any, verdict: Verdict) -> list[int]:
    """Return the options that an answer counts for, from 0; three classes of agreement for an opinion.

    The answer is one that the sheet could grade, with this verdict.
    """
    if sheet["type"] == "scale":
        return [(answer >= HALF) + (answer > HALF)]
    if is_one(sheet):
        return [int(answer)]
    if sheet["type"] in PARTS:
        return [place for place, outcome in enumerate(verdict.options) if outcome in GOOD]
    if sheet["type"] == "numeric":
        return [place for place, outcome in enumerate(verdict.options) if outcome is not None]
    if isinstance(answer, list) and sheet["ask"] != "line":
        return sorted({int(place) for place in answer})
    return []


def places(sheet: Sheet) -> int:
    """How many counts a question has."""
    return 3 if sheet["type"] == "scale" else len(sheet["options"])


def is_key(sheet: Sheet, place: int) -> bool:
    """Whether choosing the option is right, or can be defended."""
    return is_graded(sheet) and next(iter(sheet["options"][place]["verdicts"].values()), "") in GOOD


def standing(sheet: Sheet, place: int) -> str:
    """How an option stands, as a word of the board: the key, debated, or nothing for all others."""
    if sheet["type"] in PARTS or not is_key(sheet, place):
        return ""
    return "debated" if next(iter(sheet["options"][place]["verdicts"].values())) == "debated" else "key"


def letter(sheet: Sheet, place: int) -> str:
    """How an option is called: by its letter, or by the number of its piece in a text that is marked."""
    return str(sheet["options"][place]["number"]) if sheet["type"] == "mark" else LETTERS[place]
