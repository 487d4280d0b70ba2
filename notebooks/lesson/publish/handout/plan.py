"""What an author writes for the teacher of a lesson, in its teach.yaml: pages, cards, words to say, what to drop.

    idea: One sentence that stays.
    say: [First this., Then that.]           in the order of the lesson
    split: Where a class splits, and why.
    replies:
      - {says: So they all lie., answer: Ask who says so.}
    drop: [First leave this out., Then that.]
    pages:                                    each fills one sheet of paper
      - lead: What one has to know.
        digest: [9, 10]                       sentences of seeds/digest.md
        looks: [{look: two days, page: 1, without: [Sources]}]    what the questions speak of, less columns
        ask: [01-first, 01-second]
        write: A last line, above room to write
    cards: [E-1, E-2]                         rows of evidence.csv, one piece a card
Texts are Markdown with {{facts()}}.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from lesson import tables
from lesson.bank import facts, lessons, load, yaml_lines
from lesson.bank.sentences import sentences
from lesson.bank.yaml_lines import List, Map
from lesson.core.problem import DataError, Problem
from lesson.screen import reference  # noqa: F401  (it registers what every course can show)
from lesson.screen.drawn.drawing import Drawing
from lesson.screen.registries import LOOKS, Drawn
from lesson.screen.table import Table

FILE = "teach.yaml"
DIGEST = "seeds/digest.md"
TEXTS, LISTS = ("idea", "split"), ("say", "replies", "drop", "pages", "cards")


@dataclass(frozen=True)
class Shown:
    """A look of the course on paper: its name, its page, and the columns that are left out."""

    name: str
    page: int = 1
    without: tuple[str, ...] = ()

    def drawn(self) -> Drawn:
        """The look itself. Raises KeyError where there is none, ValueError where it has no such page or column."""
        draw = LOOKS.find(self.name)
        made = draw(page=self.page) if self.page > 1 else draw()
        if not self.without:
            return made
        if isinstance(made, Drawing) and made.table:  # on paper, the table that the figure holds
            made = made.table
        if not isinstance(made, Table) or not set(self.without) <= set(made.columns[1:]):
            raise ValueError(f"'{self.name}' has no columns {', '.join(self.without)}")
        kept = [place for place, column in enumerate(made.columns) if column not in self.without]
        rows = [[row[place] for place in kept] for row in made.rows]
        return replace(made, columns=[made.columns[place] for place in kept], rows=rows)


@dataclass(frozen=True)
class Page:
    """One sheet: what is read, what is asked, what the room to write is for. Texts are Markdown, facts filled in."""

    lead: str
    digest: tuple[int, ...]
    looks: tuple[Shown, ...]
    ask: tuple[str, ...]
    write: str


@dataclass(frozen=True)
class Plan:
    """What the teacher of one lesson is told. Texts are Markdown, facts filled in; `replies` are (said, answer)."""

    idea: str
    say: tuple[str, ...]
    split: str
    replies: tuple[tuple[str, str], ...]
    drop: tuple[str, ...]
    pages: tuple[Page, ...]
    cards: tuple[str, ...]

    @property
    def asked(self) -> list[str]:
        """The ids of the questions on the pages, in order."""
        return [item_id for page in self.pages for item_id in page.ask]


def path_of(number: str) -> Path:
    """Where the plan of a lesson stands, if it has one. Raises KeyError where there is no such lesson."""
    return lessons.folder(number) / FILE


def read(number: str) -> Plan | None:
    """Return the plan of a lesson, None where it has none. Raises DataError, with every mistake, where it has some."""
    path = path_of(number)
    if not path.is_file():
        return None
    plan, problems = _read(path, lessons.shown(path), number, _stamp(path))
    if problems or plan is None:
        raise DataError(problems)
    return plan


def problems(number: str) -> list[Problem]:
    """Every mistake in the plan of a lesson."""
    path = path_of(number)
    return list(_read(path, lessons.shown(path), number, _stamp(path))[1]) if path.is_file() else []


def _stamp(path: Path) -> int:
    """A number that changes when the plan or any table does."""
    return hash((path.stat().st_mtime_ns, tables.stamp()))


@lru_cache(maxsize=32)
def _read(path: Path, file: str, number: str, stamp: int) -> tuple[Plan | None, tuple[Problem, ...]]:
    root, found = yaml_lines.read(path, file)
    reader = _Reader(file, number, list(found))
    plan = reader.plan(root) if isinstance(root, Map) else None
    if plan is None and not reader.problems:
        reader.add(1, "The file is no mapping.", "begin it with 'idea: ...'.")
    return plan, tuple(reader.problems)


class _Reader:
    """Reads one plan and collects its mistakes."""

    def __init__(self, file: str, number: str, problems: list[Problem]) -> None:
        self.file, self.problems = file, problems
        self.items = {item.id for item in load.items(number)}
        self.pieces = {row["evidence_id"] for row in tables.rows("evidence")}
        self.there = sentences(DIGEST)

    def add(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.file, line, FILE, what, mend))

    def plan(self, root: Map) -> Plan:
        self.known(root, (*TEXTS, *LISTS))
        idea, split = (self.text(root, name) for name in TEXTS)
        say, drop = (tuple(self.filled(text, at) for text, at in self.list(root, name)) for name in ("say", "drop"))
        replies = tuple(self.reply(entry, at) for entry, at in self.list(root, "replies"))
        pages = tuple(self.page(entry, at) for entry, at in self.list(root, "pages"))
        cards = tuple(self.one_of(name, at, self.pieces, "piece of evidence") for name, at in self.list(root, "cards"))
        return Plan(idea, say, split, replies, drop, pages, cards)

    def reply(self, entry: Any, at: int) -> tuple[str, str]:
        if not isinstance(entry, Map):
            self.add(at, "A reply is no mapping.", "write '{says: ..., answer: ...}'.")
            return "", ""
        self.known(entry, ("says", "answer"))
        return self.text(entry, "says"), self.text(entry, "answer")

    def page(self, entry: Any, at: int) -> Page:
        if not isinstance(entry, Map):
            self.add(at, "A page is no mapping.", "begin it with 'lead: ...'.")
            return Page("", (), (), (), "")
        self.known(entry, ("lead", "digest", "looks", "ask", "write"))
        ask = tuple(self.one_of(name, line, self.items, "question") for name, line in self.list(entry, "ask"))
        digest = tuple(self.one_of(n, line, self.there, "sentence") for n, line in self.list(entry, "digest", True))
        looks = tuple(self.look(look, line) for look, line in self.list(entry, "looks", True))
        return Page(self.text(entry, "lead"), digest, looks, ask, self.text(entry, "write") if "write" in entry else "")

    def look(self, entry: Any, at: int) -> Shown:
        page = entry.get("page", 1) if isinstance(entry, Map) else None
        if type(page) is not int:
            self.add(at, "A look is no mapping, or its page is no number.", "write '{look: name, page: 1}'.")
            return Shown("")
        self.known(entry, ("look", "page", "without"))
        without = tuple(map(str, entry.get("without") or ()))
        shown = Shown(self.one_of(entry.get("look"), at, LOOKS.names(), "look"), page, without)
        if shown.name in LOOKS.names():
            try:
                shown.drawn()
            except (ValueError, TypeError) as error:
                self.add(at, f"It cannot be shown ({error}).", "correct its page, or the columns in 'without'.")
        return shown

    def one_of(self, name: Any, at: int, there: Collection[Any], what: str) -> Any:
        if not isinstance(name, str | int) or name not in there:
            self.add(at, f"There is no {what} '{name}'.", f"use one of: {', '.join(map(str, sorted(there)))}.")
            return ""
        return name

    def known(self, entry: Map, names: Sequence[str]) -> None:
        for name in entry:
            if name not in names:
                self.add(entry.lines[name], f"'{name}' is no field here.", f"use one of: {', '.join(names)}.")

    def list(self, owner: Map, name: str, optional: bool = False) -> Iterator[tuple[Any, int]]:
        found = owner.get(name)
        if isinstance(found, List) and found:
            return iter(zip(found, found.lines, strict=True))
        if not (optional and found is None):
            self.add(owner.lines.get(name, owner.line), f"'{name}' is missing or empty.", "write a list.")
        return iter(())

    def text(self, owner: Map, name: str) -> str:
        at = owner.lines.get(name, owner.line)
        if not isinstance(owner.get(name), str):
            self.add(at, f"'{name}' is missing or no text.", f"write '{name}: ...'.")
            return ""
        return self.filled(owner[name], at)

    def filled(self, text: Any, at: int) -> str:
        """A text with its facts put in."""

        def put(call: str) -> str:
            try:
                return facts.in_markdown(call)
            except facts.UNKNOWN as error:
                self.add(at, f"There is no fact '{call}' ({error}).", f"use one of: {', '.join(facts.FACTS.names())}.")
                return ""

        return facts.PLACE.sub(lambda match: put(match[1]), str(text).strip())
