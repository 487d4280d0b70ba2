"""Claims by their names: wherever a reader meets the code of a claim, a word or two say which one it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lesson import tables
from lesson.core import home
from lesson.core.words import say


def names() -> dict[str, str]:
    """The name of each claim by its id, without those that have none."""
    if "claims" not in tables.names(home.seeds()):
        return {}
    return {row["claim_id"]: row["name"] for row in tables.rows("claims") if row.get("name")}


def label(claim_id: str) -> str:
    """A claim as it stands in captions and tables, "full rooms (K2)"; its id alone where it has no name."""
    name = names().get(claim_id)
    return say("look", "claim", name=name, id=claim_id) if name else claim_id


def named(text: str) -> str:
    """Return Markdown in which the first mention of each claim has its name, as in `K2 ("full rooms")`."""
    there, seen = names(), set[str]()
    if not there:
        return text

    def put(match: re.Match[str]) -> str:
        claim = match["id"]
        if claim in seen:
            return match[0]
        seen.add(claim)
        if _has_name(match, there):
            return match[0]
        inside = match.string[: match.start()].endswith("(") and match.string[match.end() :].startswith(")")
        return say("look", "claimInside" if inside else "claimAfter", name=there[claim], id=claim)

    return _pattern(tuple(there)).sub(put, text)


@dataclass(frozen=True)
class Mention:
    """A claim that a text mentions, and whether its name stands beside it."""

    id: str
    named: bool


def mentions(text: str) -> list[Mention]:
    """Every mention of a claim that has a name, in order."""
    there = names()
    found = _pattern(tuple(there)).finditer(text) if there else ()
    return [Mention(match["id"], _has_name(match, there)) for match in found]


def _has_name(match: re.Match[str], there: Mapping[str, str]) -> bool:
    """Whether a name stands right before the code, or right after it."""
    name = there[match["id"]]
    before, after = match.string[: match.start()].lower(), match.string[match.end() :].lower()
    return before.endswith((f"{name} (", f"{name}, ")) or after.startswith((f' ("{name}")', f', "{name}"'))


@lru_cache(maxsize=4)
def _pattern(ids: tuple[str, ...]) -> re.Pattern[str]:
    """The code of a claim, alone: no part of another id."""
    return re.compile(rf"(?<![\w-])(?P<id>{'|'.join(map(re.escape, ids))})(?![\w-])")
