"""Hands and cards that a teacher has counted, as a small table in the folder of the class.

Each line is `item,vote,answer,n`: the id of a question, 1 or 2, the letter of an option, and how many. Of lines on the
same vote the last one holds. A spreadsheet may have written it: semicolons are read, too.
"""

from __future__ import annotations

import csv
import io
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lesson.core import files
from lesson.core.words import say
from lesson.school.tally import LETTERS

LARGEST, MOST = 64 * 1024, 10_000
HEAD = ("item", "vote", "answer", "n")
_NUMBER = re.compile(r"\d{1,5}", re.ASCII)

Counts = dict[tuple[str, int], dict[str, int]]
"""For a question and a vote, how many chose each letter."""


@dataclass
class Hands:
    """The counts of one file, and one sentence for what was not read."""

    counts: Counts = field(default_factory=dict)
    problem: str = ""


def read(path: Path) -> Hands:
    """Read a table of counts; what is none is named."""
    try:
        with files.opened(path, links=False) as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        return Hands(problem=say("log", "skipped", file=path.name, what=error.strerror or str(error)))
    if len(content) > LARGEST:
        return Hands(problem=say("log", "skipped", file=path.name, what=say("files", "large", most=LARGEST)))
    text = content.decode("utf-8-sig", "replace").replace("\0", "")
    try:
        return _parsed(path.name, text)
    except csv.Error as error:
        return Hands(problem=say("log", "skipped", file=path.name, what=str(error)))


def _parsed(name: str, text: str) -> Hands:
    found, wrong = Hands(), []
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or tuple(cell.lower() for cell in cells) == HEAD:
            continue
        if not _fits(cells):
            wrong.append(number)
            continue
        item, vote, answer, n = cells
        found.counts.setdefault((item, int(vote)), {})[answer.upper()] = int(n)
    if wrong:
        found.problem = say("school", "wrongCounts", file=name, line=wrong[0], n=len(wrong))
    return found


def _fits(cells: list[str]) -> bool:
    """Whether a line is a count."""
    if len(cells) != len(HEAD):
        return False
    item, vote, answer, n = cells
    is_count = bool(_NUMBER.fullmatch(n)) and int(n) <= MOST
    return is_count and vote in ("1", "2") and len(answer) == 1 and answer.upper() in LETTERS and 0 < len(item) <= 80


def write(folder: Path, name: str, item: str, vote: int, counts: Mapping[str, int]) -> str:
    """Add counts to the file `name` of a class, or to a new one; return its name. Raises OSError, ValueError.

    `counts` has how many hands each letter got.
    """
    lines = [[item, str(vote), answer.upper(), str(n)] for answer, n in counts.items()]
    if strange := [",".join(cells) for cells in lines if not _fits(cells)]:
        raise ValueError(say("school", "noCount", what="; ".join(strange)))
    name = name or f"counts-{uuid.uuid4().hex[:12]}.csv"
    path = folder / name
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *lines] if is_new else lines)
    return name
