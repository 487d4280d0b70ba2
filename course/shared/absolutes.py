"""Sentences that say "nobody", "all", "never" and the like about the world, and name neither a source nor a scope.

Somebody has looked at those in reviewed.txt, one a line. `PYTHONPATH=notebooks:tests python tests/absolutes.py` writes
it afresh; whoever runs it has looked at each new line of its diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lesson.bank import lessons, yaml_lines
from lesson.bank.yaml_lines import List, Map
from lesson.core import home
from lesson.tables import names
from lesson.tables.read import lined

REVIEWED = Path(__file__).parent / "reviewed.txt"
ABSOLUTE = re.compile(
    r"\b(?:nobody|no one|no sources?|none|only|all|never|alone|certain|certainly|first|nowhere|always|every|everybody"
    r"|everyone|anyone|nothing)\b",
    re.IGNORECASE,
)
SCOPED = re.compile(
    r"\b(?:here|our (?:rows?|tables?|sources?|count|record)|no row|we (?:read|found|know|have|cite|looked|name)"
    r"|reports?|reported|reportedly|says?|said|told|tells|called|according to|by (?:one|his|her|most|these)|as far as"
    r"|known to us|supposed?|in what)\b",
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


def _prose(value: Any, line: int = 1, name: str = "") -> Iterator[tuple[int, str]]:
    """Every text that a learner reads in a file of YAML, after its line."""
    if isinstance(value, Map):
        for key, inner in value.items():
            yield from _prose(inner, value.lines[key], key)
    elif isinstance(value, List):
        for inner, at in zip(value, value.lines, strict=True):
            yield from _prose(inner, at, name)
    elif isinstance(value, str) and name in PROSE:
        yield line, value


def texts() -> Iterator[tuple[str, int, str]]:
    """Yield (file, line, text): lessons, questions, tables in words, rows."""
    for path in sorted(home.course().glob("*/lesson.md")):
        yield lessons.shown(path), 1, path.read_text(encoding="utf-8", errors="replace")
    for path in sorted(home.course().glob("*/*.yaml")):
        for line, text in _prose(yaml_lines.read(path, path.name)[0]):
            yield lessons.shown(path), line, text
    for table in names():
        for line, row in lined(table)[0]:
            for field, value in row.items():
                if field not in CODED and isinstance(value, str):
                    yield f"data/{table}.csv", line, value


def found() -> dict[str, tuple[str, int]]:
    """Each open sentence of the course, with the file and line where it stands first."""
    places: dict[str, tuple[str, int]] = {}
    for file, line, text in texts():
        for sentence in open_ones(text):
            start = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
            within = text.count("\n", 0, start.start()) if start and file.endswith(".md") else 0
            places.setdefault(sentence, (file, line + within))
    return places


def reviewed() -> set[str]:
    """The sentences that somebody has looked at."""
    return set(REVIEWED.read_text(encoding="utf-8").splitlines()) if REVIEWED.exists() else set()
