"""The codebook: every table and column in words, made from datapackage.json, for people who do not read JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lesson.core import home


def path() -> Path:
    """Where the page stands."""
    return home.data() / "CODEBOOK.md"


def codebook() -> str:
    """Return the whole page as Markdown."""
    parts = [
        "# Codebook",
        "",
        "Made from `datapackage.json` by `make notebooks`; change it there. README.md is the datasheet.",
    ]
    for folder in (home.data(), home.seeds()):
        for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
            parts += ["", *_table(folder, resource)]
    return "\n".join(parts) + "\n"


def _table(folder: Path, resource: dict[str, Any]) -> list[str]:
    schema = resource["schema"]
    key = schema.get("primaryKey", [])
    lines = [f"## {folder.name}/{resource['path']}", "", *filter(None, [resource.get("description"), ""])]
    lines += ["", f"Key: {key if isinstance(key, str) else ', '.join(key)}.", ""]
    lines += ["| column | kind | what it holds | example |", "|---|---|---|---|"]
    return lines + [
        f"| `{field['name']}` | {_kind(field)} | {_meaning(field)} | {_cell(field['example'])} |"
        for field in schema["fields"]
    ]


def _kind(field: dict[str, Any]) -> str:
    kind = (
        "date"
        if field.get("dates") == "partial"
        else {"integer": "whole number", "string": "text"}.get(field["type"], field["type"])
    )
    return kind if field.get("constraints", {}).get("required") else f"{kind}, may be empty"


def _meaning(field: dict[str, Any]) -> str:
    words = field.get("constraints", {}).get("enum")
    return _cell(field["description"] + (f" One of: {'; '.join(words)}." if words else ""))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the page."""
    path().write_text(codebook(), encoding="utf-8")


if __name__ == "__main__":
    main()
