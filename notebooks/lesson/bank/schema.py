"""The table of fields for two readers: editors, as course/questions.schema.json, and authors, in CONTRIBUTING.md.

Both are made by `do.py notebooks`; change rules.py or a module of kinds/ instead.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lesson.bank.form import Field
from lesson.bank.kinds import KINDS
from lesson.bank.rules import ITEM, OPTION
from lesson.core import home

BEGIN, END = "<!-- fields: made by do.py notebooks -->", "<!-- /fields -->"
FACT = r"|\{\{"
"""What makes a pattern let a fact pass, as in {{as_of()}}."""
Schema = dict[str, Any]


def schema() -> Schema:
    """Return what an editor checks while one types, in the words of JSON Schema; `make check` checks more."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Questions of one lesson",
        "description": "Made by `do.py notebooks` for editors that check while you type; `make check` checks more.",
        "type": "array",
        "items": {**_object(ITEM), "allOf": [_of_kind(name) for name in KINDS]},
    }


def _object(fields: Sequence[Field]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.needed and not (field.kinds or field.free)],
        "properties": {field.name: _field(field) for field in fields},
    }


def _field(field: Field) -> Schema:
    made = {"description": f"{field.about}{_types(field)}", **field.value.schema()}
    if field.name == "options":
        made["items"] = _object(OPTION)
    if field.filled and "pattern" in made:
        made["pattern"] += FACT
    return made


def _types(field: Field) -> str:
    return f" Only: {', '.join(field.kinds)}." if field.kinds else ""


def _of_kind(kind: str) -> Schema:
    """What a question of this type must have, and may not."""
    strange = {field.name: False for field in OPTION if not field.fits(kind)}
    options = {"minItems": KINDS[kind].LEAST, "items": {"properties": strange}}
    return {
        "if": {"required": ["type"], "properties": {"type": {"const": kind}}},
        "then": {
            "required": [field.name for field in ITEM if (field.kinds or field.free) and field.wanted(kind)],
            "properties": {**{field.name: False for field in ITEM if not field.fits(kind)}, "options": options},
        },
    }


def tables() -> str:
    """Return the tables of types, of an item's fields and of an option's, as Markdown."""
    lines = ["| type | what the learner does | fields of its own |", "|---|---|---|"]
    lines += [f"| `{name}` | {kind.DOES} | {_own(name)} |" for name, kind in KINDS.items()]
    for whose, fields in (("item", ITEM), ("option", OPTION)):
        lines += ["", f"| field of an {whose} | value | what it is for | for example |", "|---|---|---|---|"]
        lines += [_row(field) for field in fields]
    return "\n".join(lines)


def _own(kind: str) -> str:
    names = [field.name for field in (*ITEM, *OPTION) if field.kinds and field.fits(kind)]
    return ", ".join(f"`{name}`" for name in names)


def _row(field: Field) -> str:
    but = f" but in {', '.join(field.free)}" if field.free else ""
    must = f", must be there{but}" if field.needed else ""
    return f"| `{field.name}` | {field.value.called}{must} | {field.about}{_types(field)} | `{field.example}` |"


def schema_path() -> Path:
    """Where the schema stands."""
    return home.course() / "questions.schema.json"


def schema_text() -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def with_tables(page: str) -> str:
    """Return a page with the tables between its two markers. Raises ValueError where a marker is missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"CONTRIBUTING.md lacks a marker. To mend it: put '{BEGIN}' and '{END}' into it again.")
    return f"{before}{BEGIN}\n{tables()}\n{END}{after}"


def main() -> None:
    """Write the schema, and the tables of CONTRIBUTING.md where there is one."""
    schema_path().write_text(schema_text(), encoding="utf-8")
    page = home.root() / "CONTRIBUTING.md"
    if page.exists():
        page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
