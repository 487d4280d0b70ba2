"""The minutes of a lesson: what each part says of itself, and how long reading and answering take by the formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lesson import tables
from lesson.core import home
from lesson.publish import lesson_file, pace
from lesson.publish.lesson_rules import MINUTES


@dataclass(frozen=True)
class Timed:
    """One part of the core path: its heading, the minutes that its text gives it, and those of `pace`."""

    heading: str
    minutes: int
    least: float


def timed(number: str) -> list[Timed]:
    """Return the parts of a lesson that say how long they take; what stands before the first belongs to it.

    Raises DataError where the lesson cannot be used.
    """
    return list(_timed(number, _stamp()))


def _stamp() -> int:
    """A number that changes when any table or any file of the course does."""
    paths = sorted(path for kind in ("md", "yaml", "py", "toml") for path in home.course().rglob(f"*.{kind}"))
    return hash((tables.stamp(), *((str(path), path.stat().st_mtime_ns) for path in paths)))


@lru_cache(maxsize=32)
def _timed(number: str, stamp: int) -> tuple[Timed, ...]:
    stated = _stated(number)
    found: list[Timed] = []
    before = 0.0
    for part in pace.parts(number):
        if part.heading in stated:
            found.append(Timed(part.heading, stated[part.heading], before + part.minutes))
            before = 0.0
        else:
            before += part.minutes
    return tuple(found)


def total(number: str) -> int:
    """The minutes of all parts of a lesson together."""
    return sum(part.minutes for part in timed(number))


def _stated(number: str) -> dict[str, int]:
    """The minutes below each heading of the core path."""
    optional = home.settings().optional
    found = {}
    for cell in lesson_file.read(number)[0]:
        heading = re.match(r"##? +(.*)", cell.source) if cell.kind == "markdown" else None
        minutes = MINUTES.search(cell.source)
        if heading and minutes and not heading[1].startswith(optional):
            found[heading[1]] = int(minutes[1])
    return found
