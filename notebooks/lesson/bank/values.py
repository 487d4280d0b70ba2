"""What an author may write after a field's name: a text, a list of texts, a whole number, yes or no, one of some words.

Each sort of value says what is wrong with what stands there, what is made of it, and how an editor checks it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lesson.bank.yaml_lines import List, Map

QUOTE = "write a text; put a number, and words such as yes and no, in quotation marks."
AMOUNT = r"\d{1,15}(?:\.\d{1,15})?"
"""A number of 0 or more, short enough to be read as one."""
RANGE = rf"(-?{AMOUNT})(?: to (-?{AMOUNT}))?"
"""One number, or two with "to" between them."""


@dataclass(frozen=True)
class Slip:
    """What is wrong with a value; `mend` is empty where the field's own example mends it.

    `entry` is the index of the entry of a list that is wrong.
    """

    what: str
    mend: str = ""
    entry: int | None = None


@dataclass(frozen=True)
class Value:
    """A sort of value; `called` is its name in the table of CONTRIBUTING.md."""

    called: str

    def slip(self, name: str, value: object) -> Slip | None:
        """Return what is wrong with the value of the field `name`, None where nothing is."""
        raise NotImplementedError

    def made(self, value: Any) -> Any:
        """What is kept of a value without a slip."""
        return value

    def schema(self) -> dict[str, Any]:
        """How an editor checks it, in the words of JSON Schema."""
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Value):
    """A text, or a whole number that is shown as it is. `pattern` is a regular expression for all of it."""

    called: str = "text"
    pattern: str = ""

    def slip(self, name: str, value: object) -> Slip | None:
        """A list, a mapping, yes or no is no text; a text may have another form than the one asked for."""
        if not is_text(value):
            return Slip(f"'{name}' is not a text.", QUOTE)
        if self.pattern and not re.fullmatch(self.pattern, str(value)):
            return Slip(f"'{name}' is not {a(self.called)}.")
        return None

    def made(self, value: Any) -> str:
        """The text."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A number may stand without quotation marks."""
        form = {"pattern": f"^(?:{self.pattern})$"} if self.pattern else {}
        return {"type": ["string", "number"], **form}


@dataclass(frozen=True)
class Texts(Value):
    """A list of texts; `called` ends in what they are, such as "list of ids"."""

    called: str = "list of texts"
    least: int = 1
    most: int | None = None
    differ: bool = False

    def slip(self, name: str, value: object) -> Slip | None:
        """What is no list, an entry that is no text, too few or too many entries, an entry that stands twice."""
        if not isinstance(value, List):
            return Slip(f"'{name}' is not {a(self.called)}.")
        for index, entry in enumerate(value):
            if not isinstance(entry, str) or not entry.strip():
                return Slip(f"Entry {index + 1} of '{name}' is not a text.", QUOTE, index)
        if not self.least <= len(value) <= (self.most or len(value)):
            return Slip(f"'{name}' has {counted(len(value), 'entry', 'entries')}, and takes {self._wanted()}.")
        if self.differ and len(set(value)) < len(value):
            twice = next(index for index, entry in enumerate(value) if entry in value[:index])
            return Slip(f"'{value[twice]}' stands twice in '{name}'.", "give each entry a name of its own.", twice)
        return None

    def _wanted(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least} or more"

    def made(self, value: Any) -> tuple[str, ...]:
        """The texts."""
        return tuple(value)

    def schema(self) -> dict[str, Any]:
        """An array of strings."""
        most = {"maxItems": self.most} if self.most else {}
        differ = {"uniqueItems": True} if self.differ else {}
        return {"type": "array", "items": {"type": "string"}, "minItems": self.least, **most, **differ}


@dataclass(frozen=True)
class Whole(Value):
    """A whole number above 0."""

    called: str = "whole number"

    def slip(self, name: str, value: object) -> Slip | None:
        """Yes is no number, whatever Python says."""
        return None if type(value) is int and value > 0 else Slip(f"'{name}' is not a whole number above 0.")

    def schema(self) -> dict[str, Any]:
        """An integer from 1."""
        return {"type": "integer", "minimum": 1}


@dataclass(frozen=True)
class Words(Value):
    """One of a few words or numbers; true and false are yes and no."""

    called: str = "one of some words"
    good: tuple[str | int | bool, ...] = ()

    def slip(self, name: str, value: object) -> Slip | None:
        """A value is good when it is one of these and of the same kind: 1 is not true."""
        if any(type(value) is type(word) and value == word for word in self.good):
            return None
        return Slip(f"'{name}' is {word_of(value)}.", f"use {either(self.good)}.")

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return {"enum": list(self.good)}


@dataclass(frozen=True)
class Right(Value):
    """Whether an option is right, or the column of a card: its kind of question says which."""

    called: str = "true or false, or a column"

    def slip(self, name: str, value: object) -> Slip | None:
        """A list or a mapping is neither."""
        return None if isinstance(value, bool) or is_text(value) else Slip(f"'{name}' is {word_of(value)}.")

    def schema(self) -> dict[str, Any]:
        """Yes, no or a text."""
        return {"type": ["boolean", "string", "number"]}


@dataclass(frozen=True)
class Parts(Value):
    """The options of an item, or the rows of a table: a list of mappings, each with fields of its own."""

    called: str = "list of options"
    most: int = 26
    entry: str = "an option"

    def slip(self, name: str, value: object) -> Slip | None:
        """What is no list, or an entry that has no fields."""
        if not isinstance(value, List):
            return Slip(f"'{name}' is not a list.")
        for index, entry in enumerate(value):
            if not isinstance(entry, Map):
                return Slip(f"An entry of '{name}' is not {self.entry}.", entry=index)
        return None

    def schema(self) -> dict[str, Any]:
        """An array; what stands in it has a table of its own."""
        return {"type": "array", "minItems": 1, "maxItems": self.most}


YES_NO = Words("true or false", good=(True, False))


def is_text(value: object) -> bool:
    """Whether a value can be shown as a text."""
    return isinstance(value, str) or type(value) is int


def is_empty(value: object) -> bool:
    """Whether a field is as good as not written."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def word_of(value: object) -> str:
    """A value in a few words: a text as it is, nothing as "", and never what stands inside a list."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Map | List):
        return "a mapping" if isinstance(value, Map) else "a list"
    return "" if value is None else str(value)


def a(called: str) -> str:
    """With its article: "an id", "a text"."""
    return f"{'an' if called[0] in 'aeiou' else 'a'} {called}"


def counted(count: int, one: str, more: str) -> str:
    """A count with its noun."""
    return f"{count} {one if count == 1 else more}"


def either(words: tuple[str | int | bool, ...]) -> str:
    """Words as a choice: "a, b or c"."""
    shown = [word_of(word) for word in words]
    return " or ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
