"""Tables that are words over rows, as an author writes them in the looks.yaml of a lesson: their form and their lines.

    - look: ladder                                  the name, for lesson.show("ladder")
      caption: Step by step, {lines} steps.         {lines}: how many lines the table has; {{as_of()}}: a fact
      below: Groups do not add up.                  may be left out
      columns:                                      title: what a cell shows
        Step: "{step}"                              words of the line; where it has none, a field of its rows
        About whom: {words: "{about}", mark: "{row}", disputed: sources differ}
        Rows: {words: "{says}", rows: others, unless: {about: staff}}    ids in brackets, and whoever is not staff
        Sources: {sources: 2, without: none}        up to two publications of each row, or else the word
      rows:
        - {row: E-1, step: watched, says: "So {E-2.who_says} reports.", others: [E-2, E-3]}
        - {row: E-4, step: moved, says: Two papers., others: [], sources: [paper-1, paper-2]}
        - E-5                                       a row without words of the line
A table with several pages has `pages:`, a list of caption, below and rows, instead of these three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from lesson.bank import lessons, yaml_lines
from lesson.bank.yaml_lines import List, Map
from lesson.core import home
from lesson.core.problem import Problem

FILE = "looks.yaml"
PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}|\{([\w.-]+)\}")
"""A fact, or a word of the line or field of a row."""

_START = "start each table with '- look: ...'."
_ONE, _MANY = {"look", "columns", "caption", "below", "rows"}, {"look", "columns", "pages"}
_CELL = {"words", "mark", "disputed", "rows", "unless", "sources", "without"}


@dataclass(frozen=True)
class Words:
    """Words as they are written, and where they stand."""

    text: str = ""
    line: int = 1

    def names(self) -> set[str]:
        """What stands in single braces."""
        return {match[2] for match in PLACE.finditer(self.text) if match[2]}


@dataclass(frozen=True)
class Column:
    """A title, and what each cell under it shows; `sources` is the most publications of a row, 0 for none at all."""

    title: str
    line: int
    words: str = ""
    mark: str = ""
    disputed: str = ""
    rows: str = ""
    unless: tuple[str, str] = ("", "")
    sources: int = 0
    without: str = ""


@dataclass(frozen=True)
class Line:
    """Words by name, lists of row ids by name, and source ids where the line names publications itself."""

    line: int
    words: dict[str, Words]
    lists: dict[str, tuple[str, ...]]
    sources: tuple[str, ...] | None = None

    @property
    def rows(self) -> tuple[str, ...]:
        """The id of every row that the line names, in the order in which it names them."""
        return tuple(row_id for found in self.lists.values() for row_id in found)

    def said(self, name: str) -> str:
        """Words as they are written, "" where the line has none of this name."""
        return self.words[name].text if name in self.words else ""


@dataclass(frozen=True)
class Page:
    """What stands over, in and under the table."""

    caption: Words
    below: Words
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Look:
    """A table as it is written."""

    name: str
    file: str
    line: int
    columns: tuple[Column, ...]
    pages: tuple[Page, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all pages."""
        return tuple(line for page in self.pages for line in page.lines)


def find(name: str) -> Look:
    """Return the table of this name, as it is written. Raises KeyError where no looks.yaml has a sound one."""
    for folder in home.folders():
        for look in looks(folder)[0]:
            if look.name == name:
                return look
    raise KeyError(f"No {FILE} has a table '{name}', or it has a mistake.")


def looks(folder: str) -> tuple[tuple[Look, ...], tuple[Problem, ...]]:
    """The sound tables in the looks.yaml of a folder of the course, and every mistake of form in it."""
    path = home.course() / folder / FILE
    if not path.is_file():
        return (), ()
    status = path.stat()
    return _looks(path, lessons.shown(path), (status.st_mtime_ns, status.st_size))


@lru_cache(maxsize=32)
def _looks(path: Path, file: str, stamp: tuple[int, int]) -> tuple[tuple[Look, ...], tuple[Problem, ...]]:
    reader = _Reader(file)
    return tuple(reader.looks(path)), tuple(reader.problems)


class _Reader:
    """Reads one file and collects the mistakes of form."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.where = "file"

    def add(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.file, line, self.where, what, mend))

    def looks(self, path: Path) -> Iterator[Look]:
        root, self.problems = yaml_lines.read(path, self.file)
        if not isinstance(root, List):
            if not self.problems:
                self.add(1, "The file is not a list of tables.", _START)
            return
        seen: dict[str, int] = {}
        for entry, line in zip(root, root.lines, strict=True):
            self.where = "file"
            if not isinstance(entry, Map):
                self.add(line, "An entry of the list is not a table.", _START)
                continue
            made = self.look(entry)
            if made and seen.setdefault(made.name, line) != line:
                self.add(line, f"The name stands in line {seen[made.name]} already.", "give one of them another name.")
            elif made:
                yield made

    def look(self, entry: Map) -> Look | None:
        before = len(self.problems)
        self.where = "table without a name"
        name = self.text(entry, "look").text
        self.where = name or self.where
        paged = "pages" in entry
        self.known(entry, _MANY if paged else _ONE, "a table with pages" if paged else "a table")
        columns = tuple(self.columns(entry))
        parts = self.list(entry, "pages", "pages, each with caption and rows") if paged else [(entry, entry.line)]
        pages = tuple(self.page(part, line, paged) for part, line in parts)
        made = Look(name, self.file, entry.line, columns, pages)
        if len(self.problems) == before:
            self.unused(made)
        return made if len(self.problems) == before else None

    def columns(self, entry: Map) -> Iterator[Column]:
        found = entry.get("columns")
        if not isinstance(found, Map) or not found:
            line = entry.lines.get("columns", entry.line)
            self.add(
                line, "'columns' is missing or no mapping.", "write 'columns:' and under it a title: \"{word}\" each."
            )
            return
        for title, cell in found.items():
            line = found.lines[title]
            if isinstance(cell, Map):
                yield self.column(title, cell, line)
            else:
                yield Column(title, line, self.text(found, title).text)

    def column(self, title: str, cell: Map, line: int) -> Column:
        self.known(cell, _CELL, "a cell")
        texts = {name: self.text(cell, name).text for name in cell if name in _CELL - {"unless", "sources"}}
        most, unless = cell.get("sources", 0), cell.get("unless", {"": ""})
        if type(most) is not int or most < 0:
            self.add(cell.lines["sources"], "'sources' is no number.", "write how many of each row: 'sources: 2'.")
        if len(unless := unless if isinstance(unless, dict) else {}) != 1:
            self.add(cell.lines["unless"], "'unless' names no field.", "write one, as in 'unless: {about: staff}'.")
        field, word = next(iter(unless.items()), ("", ""))
        return Column(title, line, unless=(field, str(word)), sources=most, **texts)

    def page(self, part: Any, line: int, paged: bool) -> Page:
        if not isinstance(part, Map):
            self.add(line, "A page is no mapping.", "start each page with '- caption: ...'.")
            return Page(Words(), Words(), ())
        if paged:
            self.known(part, _ONE - {"look", "columns"}, "a page")
        below = self.text(part, "below") if "below" in part else Words()
        rows = self.list(part, "rows", "lines, each with words or the id of a row")
        return Page(self.text(part, "caption"), below, tuple(self.line(row, at) for row, at in rows))

    def line(self, entry: Any, at: int) -> Line:
        if isinstance(entry, str):
            return Line(at, {}, {"row": (entry,)})
        if not isinstance(entry, Map):
            self.add(at, "A line is neither words nor the id of a row.", "write it as '- row: ...' and words.")
            return Line(at, {}, {})
        words: dict[str, Words] = {}
        lists: dict[str, tuple[str, ...]] = {}
        for name, value in entry.items():
            if isinstance(value, List):
                lists[name] = tuple(value)
                if not all(isinstance(row_id, str) for row_id in value):
                    self.add(entry.lines[name], f"'{name}' is no list of ids.", f"write '{name}: [first, second]'.")
            elif name == "row":
                lists[name] = (self.text(entry, name).text,)
            else:
                words[name] = self.text(entry, name)
        return Line(at, words, lists, lists.pop("sources", None))

    def unused(self, look: Look) -> None:
        """Say which words of a line no column shows: most often the name of one is misspelt."""
        shown = {name for c in look.columns for name in Words(c.words).names() | Words(c.mark).names()}
        for line in look.lines:
            for name, words in line.words.items():
                if name not in shown:
                    there = ", ".join(sorted(shown)) or "none"
                    self.add(words.line, f"No column shows '{name}'.", f"use one of: {there}; or name it in a column.")

    def list(self, owner: Map, name: str, what: str) -> Iterator[tuple[Any, int]]:
        found = owner.get(name)
        if isinstance(found, List) and found:
            return iter(zip(found, found.lines, strict=True))
        self.add(owner.lines.get(name, owner.line), f"'{name}' is missing or empty.", f"write a list of {what}.")
        return iter(())

    def text(self, owner: Map, name: str) -> Words:
        """The words of a field, which must be there and hold a text that is not empty."""
        value, line = owner.get(name), owner.lines.get(name, owner.line)
        if value is None or value == "":
            self.add(line, f"'{name}' is missing or empty.", f"write '{name}: ...'.")
        elif not isinstance(value, str) and type(value) is not int:
            self.add(line, f"'{name}' is no text.", "write a text; put words such as yes and no in quotation marks.")
        else:
            return Words(str(value).strip(), line)
        return Words(line=line)

    def known(self, owner: Map, allowed: Set[str], what: str) -> None:
        for name in owner:
            if name not in allowed:
                allowed_names = ", ".join(sorted(allowed))
                self.add(owner.lines[name], f"'{name}' is not a field of {what}.", f"use one of: {allowed_names}.")
