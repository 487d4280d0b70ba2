"""A mapping as its author wrote it - an item or one of its options - read field by field, as a table of fields says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lesson.bank import facts
from lesson.bank.values import Value, either, is_empty, is_text
from lesson.bank.yaml_lines import List, Map
from lesson.core.problem import Problem


@dataclass(frozen=True)
class Field:
    """A field of an item or of an option.

    `example` is the field as an author writes it, `about` one line on what it is for. `kinds` are the types of
    question that have it, all of them where it is empty, `but` never these; where it is `needed`, they must have it.
    Two fields may share a name where no type has both. `default` is what holds where it is not written, `default_of`
    the same for single types. In a `filled` field facts may stand. `mend` is said in place of the example where that
    would not help. Kinds in `free` may do without a field that is needed.
    """

    name: str
    value: Value
    example: str
    about: str
    kinds: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    needed: bool = False
    default: object = ""
    default_of: Mapping[str, object] = field(default_factory=dict)
    filled: bool = False
    mend: str = ""
    free: tuple[str, ...] = ()

    def fits(self, kind: str) -> bool:
        """Whether a question of this type may have the field; an unknown type, "", may have any."""
        return not kind or (kind not in self.but and (not self.kinds or kind in self.kinds))

    def wanted(self, kind: str) -> bool:
        """Whether a question of this type must have the field."""
        return (
            self.needed
            and kind not in self.free
            and self.fits(kind)
            and bool(kind or not (self.kinds or self.but or self.free))
        )


class Notes:
    """The mistakes found in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, line: int, where: str, what: str, mend: str, fatal: bool = True) -> None:
        """Keep one mistake; what it stands in can still be used where it is not `fatal`."""
        self.problems.append(Problem(self.file, line, where, what, mend, fatal))

    def __len__(self) -> int:
        return sum(problem.fatal for problem in self.problems)


class Form:
    """One item or option: `form["stem"]` is the field's value, checked and filled, or its default."""

    def __init__(self, written: Map, where: str, what: str, notes: Notes) -> None:
        self.written, self.where, self.what, self.notes = written, where, what, notes
        self._values: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def get(self, name: str, default: Any = "") -> Any:
        """The value of a field that this form may lack."""
        return self._values.get(name, default)

    def keep(self, name: str, value: object) -> None:
        """Keep what was computed from several forms, to be asked for as a field is."""
        self._values[name] = value

    def has(self, name: str) -> bool:
        """Whether the author wrote something in this field."""
        return not is_empty(self.written.get(name))

    def slip(self, name: str, what: str, mend: str, fatal: bool = True) -> None:
        """Keep a mistake in a field, or in the whole form where the field is not written."""
        self.notes.add(self.written.lines.get(name, self.written.line), self.where, what, mend, fatal)

    def read(self, fields: Sequence[Field], kind: str) -> None:
        """Check every field for a question of type `kind` ("" where the type is unknown), and keep its value."""
        known = {rule.name for rule in fields}
        fitting: dict[str, Field] = {}
        for rule in fields:
            self._values.setdefault(rule.name, rule.default)
            if rule.fits(kind):
                fitting.setdefault(rule.name, rule)
        for name in self.written:
            if name not in known:
                self.slip(name, f"'{name}' is not a field of {self.what}.", f"use one of: {', '.join(sorted(known))}.")
            elif name not in fitting:
                rules = [rule for rule in fields if rule.name == name]
                others = tuple(word for rule in rules for word in rule.kinds)
                mend = f"take it out, or use type: {either(others)}." if others else "take it out."
                self.slip(name, f"'{name}' is not a field of a question of type {kind}.", mend)
                if len(rules) == 1 and self.has(name):
                    self._keep(rules[0])
        for rule in fitting.values():
            self._values[rule.name] = rule.default_of.get(kind, rule.default)
            if self.has(rule.name):
                self._keep(rule)
            elif rule.wanted(kind):
                self.slip(rule.name, f"'{rule.name}' is missing or empty.", rule.mend or f"add {rule.example}.")

    def _keep(self, rule: Field) -> None:
        value, before = self.written[rule.name], len(self.notes)
        line = self.written.lines[rule.name]
        if rule.filled and is_text(value):
            value = self._fill(value, line)
        if len(self.notes) > before:
            return
        slip = rule.value.slip(rule.name, value)
        if slip:
            at = line if slip.entry is None else value.lines[slip.entry]
            self.notes.add(at, self.where, slip.what, rule.mend or slip.mend or f"write {rule.example}.")
            return
        made = rule.value.made(value)
        if rule.filled and isinstance(value, List):
            made = tuple(self._fill(text, at) for text, at in zip(value, value.lines, strict=True))
        self._values[rule.name] = made

    def _fill(self, text: object, line: int) -> str:
        """Put the facts in: {{as_of()}} becomes the month in which the sources were read."""

        def fact(match: re.Match[str]) -> str:
            try:
                return facts.in_markdown(match[1])
            except facts.UNKNOWN as error:
                mend = f"use one of: {', '.join(facts.FACTS.names())}."
                self.notes.add(line, self.where, f"There is no fact '{match[1]}' ({error}).", mend)
                return "?"

        filled = facts.PLACE.sub(fact, str(text)).strip()
        if "{{" in filled or "}}" in filled:
            self.notes.add(line, self.where, "A '{{' or '}}' stands alone.", "write a fact as in {{as_of()}}.")
        return filled
