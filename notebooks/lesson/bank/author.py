"""Reads the questions of one lesson as their author wrote them, with the facts filled in, and collects mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from lesson.bank import rules, tabled, yaml_lines
from lesson.bank.form import Form, Notes
from lesson.bank.kinds import KINDS
from lesson.bank.kinds.kind import Kind
from lesson.bank.row_rules import ROWED, ROWS
from lesson.bank.values import Parts, either, word_of
from lesson.bank.yaml_lines import List, Map
from lesson.core import files
from lesson.core.item import Item, Option
from lesson.core.problem import Problem

START = "start each item with '- id: ...'."
OWN = {"id", "type", "options", "span", "record", "years", "given"}
KEPT = {rule.name for rule in rules.ITEM} & {field.name for field in fields(Item)} - OWN
"""Fields of an item that are kept as they were read; the others are made of what was read."""


@lru_cache(maxsize=16)
def _read(path: Path, file: str, _state: tuple[int, int]) -> tuple[Any, list[Problem]]:
    return yaml_lines.read(path, file)


class Author:
    """Reads one YAML file and collects the author's mistakes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lesson = path.parent.name[:2]
        self.notes = Notes(f"course/{path.parent.name}/{path.name}")
        self.problems = self.notes.problems

    def items(self, only: str = "") -> Iterator[Item]:
        """Yield every item that can be used, or the one whose id is `only`."""
        for entry in self._entries():
            if only in ("", word_of(entry.get("id"))) and (made := self._item(entry)):
                yield made

    def ids(self) -> Iterator[str]:
        """Yield the id of each entry, as it was written."""
        yield from (word_of(entry.get("id")) for entry in self._entries())

    def _entries(self) -> Iterator[Map]:
        root, problems = _read(self.path, self.notes.file, files.state(self.path))
        self.problems.extend(problems)
        if root is None and any(problem.fatal for problem in problems):
            return
        if not isinstance(root, List):
            self.notes.add(1, "file", "The file is not a list of items.", START)
            return
        for entry, line in zip(root, root.lines, strict=True):
            if not isinstance(entry, Map):
                self.notes.add(line, "file", "An entry of the list is not an item.", START)
            else:
                yield entry

    def _item(self, entry: Map) -> Item | None:
        """Return one item, or None where it has a mistake."""
        before = len(self.notes)
        where = word_of(entry.get("id")) or "item without an id"
        form = Form(entry, where, "an item", self.notes)
        name = word_of(entry.get("type"))
        kind = KINDS.get(name)
        form.read(rules.ITEM, name if kind else "")
        options = list(self._options(entry, where, name if kind else ""))
        self._whole(form, kind, len(options))
        if kind is None or len(self.notes) > before:
            return None
        more = {**kind.own(form, options), "tables": tabled.to_read(form, name in ROWED, name)}
        made = [self._option(kind, form, option) for option in options]
        if len(self.notes) > before:
            return None
        return Item(
            id=where,
            lesson=self.lesson,
            type=name,
            options=tuple(made),
            where=f"{self.notes.file}:{entry.line}",
            **{name: form[name] for name in KEPT},
            **more,
        )

    def _options(self, entry: Map, where: str, kind: str) -> Iterator[Form]:
        """The options or rows of an item, each checked by the table; none where they are no list."""
        if kind in ROWED:
            yield from tabled.rows(entry, where, self.notes, kind)
            return
        written = entry.get("options")
        if Parts().slip("options", written):
            return
        for number, option in enumerate(written or (), 1):
            form = Form(option, f"{where}, option {number}", "an option", self.notes)
            form.read(rules.OPTION, kind)
            yield form

    def _whole(self, form: Form, kind: Kind | None, count: int) -> None:
        """What the table cannot say: the lesson of the id, the number of options."""
        if form["id"] and not form["id"].startswith(f"{self.lesson}-"):
            mend = f"write {self.lesson}- and a few words, such as {self.lesson}-whose-sentence."
            form.slip("id", "The id does not begin with the number of its lesson.", mend)
        if form["confidence"] and form["type"] not in rules.SURE:
            mend = f"take 'confidence' out, or use type: {either(rules.SURE)}."
            form.slip("confidence", "How sure one is, is asked where one thing is right or wrong.", mend)
        name, most = ("rows", ROWS.most) if form["type"] in ROWED else ("options", Parts().most)
        if kind and count and not kind.LEAST <= count <= most:
            form.slip(name, f"The number of {name} is {count}.", f"write {kind.LEAST} to {most}.")

    def _option(self, kind: Kind, item: Form, option: Form) -> Option:
        worth: dict[str, Any] = {"verdicts": {}} | kind.worth(item, option)
        texts = {name: option.get(name) for name in ("text", "feedback", "left", "mistake")}
        return Option(**{**texts, "evidence": option["evidence"], **worth})
