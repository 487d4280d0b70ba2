"""The words of the interface, in one file a language: words/en.json, and another one beside it for each other language.

The course says which language it is in; a word that its file lacks is said in English.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from lesson.core import home
from lesson.core.problem import DataError, Problem

FOLDER = home.ENGINE / "words"


def words(group: str) -> dict[str, str]:
    """Return the words of one group ("card", "look", "page" ...) by name. Raises KeyError for an unknown group."""
    language = home.language()
    own = _read(FOLDER / f"{language}.json") if language != home.ENGLISH else {}
    return {**_read(FOLDER / f"{home.ENGLISH}.json")[group], **own.get(group, {})}


class Words:
    """The words of one group, looked up when they are said: `SAY = Words("paper")`, then `SAY["name"]`."""

    def __init__(self, group: str) -> None:
        self.group = group

    def __getitem__(self, name: str) -> str:
        return words(self.group)[name]


def say(group: str, name: str, /, **values: object) -> str:
    """Return one sentence with its values put in. Raises KeyError for a name or a value that is not there."""
    return words(group)[name].format(**values)


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        return _parsed(path, path.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=4)
def _parsed(path: Path, stamp: int) -> dict[str, dict[str, str]]:
    try:
        found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        mend = "look for a comma or a quotation mark that is missing."
        raise DataError([Problem(f"words/{path.name}", line, "file", f"It is no JSON ({error}).", mend)]) from error
    return found
