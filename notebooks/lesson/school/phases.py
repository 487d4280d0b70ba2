"""The phase of each question that a class votes on, in a file of its folder, so that a reload changes nothing.

One step leads on from each phase, none leads back: vote 1 is closed for good when vote 2 opens.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from lesson.core import files
from lesson.core.event import HALF

PHASES = ("vote1", "talk", "vote2", "counts", "verdict")
FILE = "phases.json"
LARGEST = 256 * 1024
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


@dataclass(frozen=True)
class Phase:
    """Where a question stands, since when, and when vote 1 was closed; times as events have them, or nothing."""

    name: str = PHASES[0]
    since: str = ""
    closed: str = ""

    @property
    def number(self) -> int:
        """The place of the phase, from 0 to 4."""
        return PHASES.index(self.name)

    def next(self, now: str) -> Phase:
        """The phase after this one; the last one stays."""
        if self.number == len(PHASES) - 1:
            return self
        name = PHASES[self.number + 1]
        return Phase(name, now, now if name == "vote2" else self.closed)


def moment() -> str:
    """Now, as events have it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(folder: Path) -> dict[str, Phase]:
    """Return the phase of each question that was opened. Raises OSError where the file is there and cannot be read.

    Whatever in it is no phase is left out.
    """
    try:
        with files.opened(folder / FILE, links=False) as file:
            found = json.loads(file.read(LARGEST))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: phase for name, value in found.items() if not HALF.search(name) and (phase := _phase(value))}


def _phase(value: object) -> Phase | None:
    if not isinstance(value, dict) or value.get("name") not in PHASES:
        return None
    since, closed = (str(value.get(name)) for name in ("since", "closed"))
    if not all(not time or _TIME.fullmatch(time) for time in (since, closed)):
        return None
    return Phase(value["name"], since, closed)


def keep(folder: Path, phases: Mapping[str, Phase]) -> None:
    """Write the phases of a class at once. Raises OSError."""
    new = folder / f"phases-{uuid.uuid4().hex}.tmp"
    text = json.dumps({name: asdict(phase) for name, phase in phases.items()}, ensure_ascii=False, indent=1)
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(folder / FILE)
    finally:
        with suppress(FileNotFoundError):
            new.unlink()
