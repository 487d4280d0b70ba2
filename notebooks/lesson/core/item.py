"""The words that questions are written in: item, option, sheet, verdict.

An author writes an `Item` (course/*/questions.yaml). It is compiled to a `Sheet`, plain JSON, which is all that the
question card, the grader and the printed page ever read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypedDict, TypeGuard

Outcome = Literal["supported", "not yet", "debated", "unanswered"]
BLANK = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
"""What JavaScript takes for blank space, so that a text that is empty there is empty here."""


def is_whole(value: object) -> TypeGuard[int | float]:
    """Whether a value read from JSON is a whole number. JSON has one kind of number: 1.0 is 1, and true is none."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value read from JSON is a number that people write: true is none, nor is infinity."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15


@dataclass(frozen=True)
class Cell:
    """What stands in one place of a table: `own` words are Markdown, words of a row are shown as they are."""

    text: str
    own: bool = False


@dataclass(frozen=True)
class Table:
    """A small table to read before one answers; the first cell of each row names it, and `title` the whole."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Option:
    """One choice of an item, one card of a `match`, or one row of a `pick`, an `order` or a `group`.

    `verdicts` says what each way of treating the option is worth: {"chosen": ...} in a single or numeric item,
    {"ticked": ..., "left": ...} in a multiple one and in a pick, one outcome for each column name in a match, for each
    place ("1", "2" ...) in an order, for each group in a group. In a numeric item the options are bands of answers
    (inside, near, far); in a reflect item they are the levels of a rubric. `left` is what to say, in place of
    `feedback`, to somebody who did not tick the option. `cells` are what a table shows of a row, `measure` what it is
    ordered by, in words, and `size` the same as a share of the largest, from 0 to 1. `number` is that of a sentence
    which is taken from a text, 0 elsewhere.
    """

    text: str
    verdicts: Mapping[str, Outcome]
    feedback: str
    left: str = ""
    column: str = ""
    evidence: tuple[str, ...] = ()
    mistake: str = ""
    cells: tuple[Cell, ...] = ()
    measure: str = ""
    size: float | None = None
    number: int = 0

    @property
    def debated(self) -> bool:
        """Whether a careful reader could treat this option in more than one way."""
        return "debated" in self.verdicts.values()

    @property
    def is_key(self) -> bool:
        """Whether choosing this option is right, or one of the right ways."""
        first = next(iter(self.verdicts.values()), "not yet")
        return first in ("supported", "debated")


Band = tuple[float | None, float | None]
"""Lowest and highest number of a band, both inside it; None where it has no end."""


@dataclass(frozen=True)
class Item:
    """A question as its author wrote it, checked, with all facts filled in. Texts are Markdown.

    `heads` name the columns in which options are rows, `tables` are read before one answers.
    `ask` says how many places are marked, or in what form a prediction is made. `record` is what a prediction is shown
    beside: the lowest and the highest number, or one number for each of `years`, first and last year; up to the year
    `given` these are told beforehand.
    """

    id: str
    lesson: str
    type: str
    objective: str
    stem: str
    options: tuple[Option, ...]
    explanation: str
    evidence: tuple[str, ...]
    minutes: int = 1
    columns: tuple[str, ...] = ()
    weights: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")
    bands: tuple[Band, ...] = ()
    unit: str = ""
    span: tuple[float, float] | None = None
    log: bool = False
    confidence: bool = True
    votes: Literal[1, 2] = 1
    again_in: str = ""
    isomorph: str = ""
    hints: tuple[str, ...] = ()
    needs: str = ""
    heads: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    where: str = ""
    ask: str = ""
    taken_from: str = ""
    title: str = ""
    text_beside: str = ""
    opens: str = ""
    shown: str = ""
    beside: str = ""
    record: tuple[float, ...] = ()
    years: tuple[int, int] | None = None
    given: int = 0
    settles: str = ""
    stronger: str = ""

    @property
    def debated(self) -> bool:
        """Whether at least one option is debated."""
        return any(option.debated for option in self.options)

    @property
    def version(self) -> str:
        """Eight hex digits of what an answer depends on: stem, tables, options and key, not the feedback."""
        parts: list[object] = [
            self.type,
            self.stem,
            self.columns,
            self.ends,
            self.bands,
            self.unit,
            [(option.text, sorted(option.verdicts.items()), option.column) for option in self.options],
        ]
        if self.heads or self.tables:  # nothing is added elsewhere: the versions of answers on disk stay as they are
            cells = [[cell.text for cell in option.cells] for option in self.options]
            read = [(table.heads, [[cell.text for cell in row] for row in table.rows]) for table in self.tables]
            parts += [self.heads, cells, read]
        more = [self.ask, self.title, self.text_beside, self.years, self.given]
        parts += [more] if any(more) else []  # the other kinds keep the versions that they have had
        if self.weights:  # an answer holds their places: turned round, they would say what nobody answered
            parts.append(self.weights)
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:8]


class CellSheet(TypedDict):
    """A cell, compiled: safe HTML, and the same as plain words."""

    html: str
    text: str


class TableSheet(TypedDict):
    """A table to read, compiled."""

    title: str
    heads: list[str]
    rows: list[list[CellSheet]]


class OptionSheet(TypedDict):
    """An option, compiled: `label` and `feedback` are safe HTML, `text` is the label as plain words."""

    label: str
    text: str
    verdicts: dict[str, Outcome]
    column: str
    feedback: str
    left: str
    cells: list[CellSheet]
    measure: str
    size: float | None
    number: int


class EvidenceLink(TypedDict):
    """Where one piece of evidence can be read: `url` is empty where we do not link to it."""

    id: str
    label: str
    url: str


class AskedSheet(TypedDict):
    """What a sheet says of a text to mark, or of a guess; empty in the other kinds of question, but for `span`.

    `title`, `text_beside`, `shown` and `beside` are safe HTML, `words` the same as plain words; `span` is empty where
    there is none.
    """

    span: list[float]
    log: bool
    ask: str
    title: str
    text_beside: str
    opens: str
    shown: str
    beside: str
    words: dict[str, str]
    record: list[float]
    years: list[int]
    given: int


class Sheet(AskedSheet):
    """An item, compiled to JSON: the one thing that graders and the card read.

    `start` is a percentage; `listed` says whether the options may be read before answering. `sure` holds the question
    how sure one is, and its words as they are quoted afterwards; both are empty where that is not asked.
    """

    id: str
    lesson: str
    type: str
    version: str
    minutes: int
    votes: int
    again_in: str
    isomorph: str
    start: int | None
    sure: list[str]
    stem: str
    stem_text: str
    columns: list[str]
    weights: list[str]
    ends: list[str]
    bands: list[list[float | None]]
    unit: str
    heads: list[str]
    tables: list[TableSheet]
    options: list[OptionSheet]
    listed: bool
    explanation: str
    settles: str
    stronger: str
    hints: list[str]
    evidence: list[EvidenceLink]
    debated: bool


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth: overall, and for each option (None where the option was not part of the answer).

    `outcome` is None for a scale or a text: these are kept, never graded.
    """

    outcome: Outcome | None
    options: tuple[Outcome | None, ...] = ()
