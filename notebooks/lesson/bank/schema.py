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
from lesson.bank.row_rules import BESIDE, ROW, ROWED, TABLE
from lesson.bank.rules import ITEM, OPTION
from lesson.core import home

BEGIN, END = "<!-- fields: made by do.py notebooks -->", "<!-- /fields -->"
FACT = r"|\{\{"
"""What makes a pattern let a fact pass, as in {{as_of()}}."""
Schema = dict[str, Any]
PARTS = {"options": OPTION, "rows": ROW}
"""The fields of each entry of a list."""
NESTED = {"table": TABLE, "table_beside": BESIDE}
"""The fields of a mapping."""
WHOSE = (("an item", ITEM), ("an option", OPTION), ("a table", BESIDE), ("a row", ROW))


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
        "required": [field.name for field in fields if field.wanted("")],
        "properties": {
            name: _any([_field(field) for field in fields if field.name == name]) for name in _names(fields)
        },
    }


def _names(fields: Sequence[Field]) -> list[str]:
    return list(dict.fromkeys(field.name for field in fields))


def _any(made: Sequence[Schema]) -> Schema:
    """Fields of one name that several types have, each with a value of its own."""
    return made[0] if len(made) == 1 else {"anyOf": list(made)}


def _field(field: Field) -> Schema:
    made = {"description": f"{field.about}{_types(field)}", **field.value.schema()}
    if field.name in PARTS:
        made["items"] = _object(PARTS[field.name])
    if field.name in NESTED:
        made |= _object(NESTED[field.name])
    if field.filled and "pattern" in made:
        made["pattern"] += FACT
    return made


def _types(field: Field) -> str:
    return f" Only: {', '.join(field.kinds)}." if field.kinds else ""


def _of_kind(kind: str) -> Schema:
    """What a question of this type must have, and may not."""
    name = "rows" if kind in ROWED else "options"
    parts = PARTS[name]
    strange = {field.name: False for field in parts if not field.fits(kind)}
    needed = [field.name for field in parts if field.kinds and field.wanted(kind)]
    listed = {"minItems": KINDS[kind].LEAST, "items": {"properties": strange, "required": needed}}
    fitting = {field.name: field for field in ITEM if field.fits(kind)}
    shared = {field.name for field in ITEM if sum(other.name == field.name for other in ITEM) > 1}
    own = {each: _field(field) for each, field in fitting.items() if each in shared}
    return {
        "if": {"required": ["type"], "properties": {"type": {"const": kind}}},
        "then": {
            "required": [field.name for field in fitting.values() if field.wanted(kind) and not field.wanted("")],
            "properties": {**{each: False for each in _names(ITEM) if each not in fitting}, **own, name: listed},
        },
    }


def tables() -> str:
    """Return the tables of types, and of the fields of items, options, tables and rows, as Markdown."""
    lines = ["| type | what the learner does | fields of its own |", "|---|---|---|"]
    lines += [f"| `{name}` | {kind.DOES} | {_own(name)} |" for name, kind in KINDS.items()]
    for whose, fields in WHOSE:
        lines += ["", f"| field of {whose} | value | what it is for | for example |", "|---|---|---|---|"]
        lines += [_row(field) for field in fields]
    return "\n".join(lines)


def _own(kind: str) -> str:
    names = [field.name for field in (*ITEM, *OPTION, *ROW) if field.kinds and field.fits(kind)]
    return ", ".join(f"`{name}`" for name in dict.fromkeys(names))


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
