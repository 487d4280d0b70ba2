"""Every figure of a lesson as one table, for a spreadsheet: one line a figure, with its n."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from lesson.school import statistics as st
from lesson.school import tally
from lesson.school.figures import Lesson, Question, Vote

HEAD = ("item", "figure", "vote", "option", "n", "value", "low", "high")
Line = tuple[object, ...]
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe before it."""
    if isinstance(cell, float):
        return f"{cell:.6g}"
    if cell is None or isinstance(cell, int):
        return "" if cell is None else str(cell)
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS) else text


def write(path: Path, lesson: Lesson, invented: bool = False) -> int:
    """Write the table; return how many figures it has. Raises OSError."""
    found = list(lines(lesson))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*HEAD, *(["invented"] if invented else [])])
        writer.writerows([*map(safe, line), *(["yes"] if invented else [])] for line in found)
    return len(found)


def lines(lesson: Lesson) -> Iterator[Line]:
    """Yield each figure; under 10 learners no share and no mean, under 50 no correlation."""
    yield ("", "learners", "", "", lesson.learners, lesson.learners, None, None)
    if lesson.alpha is not None and lesson.test_n >= st.ENOUGH:
        yield ("", "alpha", "", "", lesson.test_n, lesson.alpha, None, None)
    if lesson.told:
        calls = lesson.told.solid + lesson.told.unsupported
        yield ("", "told apart (d')", "", "", calls, lesson.told.apart, None, None)
        yield ("", "leaning to doubt", "", "", calls, lesson.told.doubt, None, None)
    for question in lesson.questions:
        yield from _question(question)


def _question(question: Question) -> Iterator[Line]:
    name = question.sheet["id"]
    for number, vote in ((1, question.one), (2, question.two)):
        yield from _vote(question, number, vote)
    if question.change:
        parts = ("stayed", "to", "away", "off")
        for part, word in zip(parts, ("right twice", "moved to the key", "left the key", "right never"), strict=True):
            yield (name, word, "", "", question.change.n, getattr(question.change, part), None, None)
    for before, row in enumerate(question.shift):
        for after, n in enumerate(row):
            letters = f"{tally.letter(question.sheet, before)} to {tally.letter(question.sheet, after)}"
            yield (name, "shift", "", letters, sum(map(sum, question.shift)), n, None, None)
    if question.transfer:
        yield (name, "twin right", "", question.transfer.item, question.transfer.n, question.transfer.right, None, None)
        moved = question.transfer
        yield (name, "twin right, of who moved to the key", "", moved.item, moved.moved, moved.moved_right, None, None)
    yield from _against_the_rest(question)


def _vote(question: Question, number: int, vote: Vote) -> Iterator[Line]:
    if not vote.n:
        return
    sheet, name = question.sheet, question.sheet["id"]
    if tally.is_graded(sheet):
        yield (name, "right", number, "", vote.n, vote.right, None, None)
        if vote.n >= st.FEW:
            yield (name, "facility", number, "", vote.n, vote.facility, None, None)
    for word, given in (("how sure, right", vote.sure), ("how sure, others", vote.unsure)):
        if len(given) >= st.FEW:
            yield (name, word, number, "", len(given), st.mean(given), None, None)
    for place, n in enumerate(vote.tally):
        option = "" if sheet["type"] == "scale" else f"{tally.letter(sheet, place)} {sheet['options'][place]['text']}"
        figure = ("under 50", "50", "over 50")[place] if sheet["type"] == "scale" else "chosen"
        yield (name, figure, number, option, vote.n, n, None, None)


def _against_the_rest(question: Question) -> Iterator[Line]:
    name, n, ends = question.sheet["id"], question.test_n, question.interval
    if question.discrimination is not None and ends:
        yield (name, "discrimination", 1, "", n, question.discrimination, ends.low, ends.high)
        if question.efficiency is not None:
            yield (name, "discriminative efficiency, per cent", 1, "", n, question.efficiency, None, None)
    for place in question.nobody:
        yield (name, "chosen by nobody", 1, tally.letter(question.sheet, place), question.one.n, 0, None, None)
    for found in question.strong:
        yield (name, "top third", 1, tally.letter(question.sheet, found.option), found.of_top, found.top, None, None)
