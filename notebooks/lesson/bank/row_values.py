"""Values that tables of rows need: a mapping of words, a mapping with fields of its own, a key in letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lesson.bank.values import QUOTE, Slip, Value, a, is_text
from lesson.bank.yaml_lines import List, Map


@dataclass(frozen=True)
class Pairs(Value):
    """A mapping of one text to another."""

    called: str = "mapping of texts"

    def slip(self, name: str, value: object) -> Slip | None:
        """What is no mapping, or holds something that is no text."""
        if not isinstance(value, Map):
            return Slip(f"'{name}' is not {a(self.called)}.")
        strange = next((word for word, text in value.items() if not is_text(text) or not str(text).strip()), None)
        return None if strange is None else Slip(f"'{strange}' of '{name}' is not a text.", QUOTE)

    def made(self, value: Any) -> dict[str, str]:
        """The texts by name."""
        return {name: str(text) for name, text in value.items()}

    def schema(self) -> dict[str, Any]:
        """Numbers may stand without quotation marks."""
        return {"type": "object", "additionalProperties": {"type": ["string", "number"]}}


@dataclass(frozen=True)
class Part(Value):
    """A mapping that has a table of fields of its own."""

    called: str = "table"

    def slip(self, name: str, value: object) -> Slip | None:
        """What is no mapping."""
        return None if isinstance(value, Map) else Slip(f"'{name}' is not {a(self.called)}.")

    def schema(self) -> dict[str, Any]:
        """What stands in it has a table of its own."""
        return {"type": "object"}


@dataclass(frozen=True)
class Letters(Value):
    """What a key came to: letters of rows, or lists of such letters."""

    called: str = "list of letters"

    def slip(self, name: str, value: object) -> Slip | None:
        """Letters alone, or lists of letters alone."""
        if isinstance(value, List) and value:
            parts = value if all(isinstance(part, List) for part in value) else [value]
            if all(re.fullmatch("[A-Z]", str(letter)) for part in parts for letter in part):
                return None
        return Slip(f"'{name}' is not {a(self.called)}.")

    def made(self, value: Any) -> list[Any]:
        """Plain lists."""
        return [list(part) if isinstance(part, List) else str(part) for part in value]

    def schema(self) -> dict[str, Any]:
        """A list of letters, or of lists of letters."""
        letters = {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]$"}}
        return {"anyOf": [letters, {"type": "array", "items": letters}], "minItems": 1}
