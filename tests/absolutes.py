"""Sentences that say "nobody", "all", "never" and the like about the world, and have neither a source nor a scope in them.

`PYTHONPATH=notebooks:tests python tests/absolutes.py` writes course/reviewed.txt afresh; whoever runs it has looked at each
new line of its diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from support import HOME

from lesson.tables import names, rows

REVIEWED = Path(__file__).parent / "course" / "reviewed.txt"
ABSOLUTE = re.compile(
    r"\b(?:nobody|no one|no sources?|none|only|all|never|alone|certain|certainly|first|nowhere|always|every|everybody"
    r"|everyone|anyone|nothing)\b",
    re.IGNORECASE,
)
SCOPED = re.compile(
    r"\b(?:here|our (?:rows?|tables?|sources?|count|record)|no row|we (?:read|found|know|have|cite|looked|name)|reports?"
    r"|reported|reportedly|says?|said|told|tells|called|according to|by (?:one|his|her|most|these)|as far as|known to us"
    r"|supposed?|in what)\b",
    re.IGNORECASE,
)
"""Words with which a sentence names who says so, or how far it reaches."""
PROSE = {"stem", "explanation", "feedback", "left", "text", "caption", "below", "says", "said", "free", "trust"}
CODED = {"person_name", "origins", "left_with", "url", "source_id", "row_id"}


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text, without its comments, each on one line."""
    text = re.sub(r"```.*?```|<!--.*?-->", " ", text, flags=re.DOTALL)
    return [
        " ".join(part.split()) for part in re.split(r"(?<=[.!?*)])\s+(?=[A-Z*\"'(<-])|\n\s*\n", text) if part.strip()
    ]


def open_ones(text: str) -> list[str]:
    """The sentences of a text that hold an absolute word, and neither a source nor a scope."""
    return [each for each in sentences(text) if ABSOLUTE.search(each) and not SCOPED.search(each)]


def _prose(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _prose(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _prose(inner, name)
    elif isinstance(value, str) and name in PROSE:
        yield value


def texts() -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text: lessons, questions, tables in words, rows."""
    for path in sorted((HOME / "course").glob("*/lesson.md")):
        yield f"{path.parent.name}/lesson.md", path.read_text(encoding="utf-8")
    for path in sorted((HOME / "course").glob("*/*.yaml")):
        for text in _prose(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield f"{path.parent.name}/{path.name}", text
    for table in names():
        for row in rows(table):
            for field, value in row.items():
                if field not in CODED and isinstance(value, str):
                    yield f"{table} {next(iter(row.values()))} {field}", value


def found() -> dict[str, str]:
    """Each open sentence of the course, with the place where it stands first."""
    places: dict[str, str] = {}
    for place, text in texts():
        for sentence in open_ones(text):
            places.setdefault(sentence, place)
    return places


def reviewed() -> set[str]:
    """The sentences that somebody has looked at."""
    return set(REVIEWED.read_text(encoding="utf-8").splitlines()) if REVIEWED.exists() else set()


if __name__ == "__main__":
    REVIEWED.write_text("\n".join(sorted(found())) + "\n", encoding="utf-8")
