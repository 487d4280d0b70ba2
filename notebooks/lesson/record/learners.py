"""Who works at this computer: one folder of answers each, and who is here now."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import dataclass
from pathlib import Path

from lesson.core import home
from lesson.core.event import HALF, ID

LARGEST_RECORD = 4096
NOBODY = "nobody-yet"
"""The learner id while no folder can be made; whoever is here next takes up what waits under it."""


@dataclass(frozen=True)
class Learner:
    """One folder of answers. `id` is random and says nothing about the person; `name` is whatever they typed."""

    folder: str
    id: str
    name: str = ""


def answers_home() -> Path:
    """Where answers are kept: `LESSON_ANSWERS` (relative to the project), or `my-answers` beside `notebooks`."""
    named = os.environ.get("LESSON_ANSWERS")
    return home.root() / Path(named).expanduser() if named else home.root() / "my-answers"


def number(path: Path) -> int:
    """The number of a learner's folder, such as 2 for learner-2."""
    return int(path.name.rsplit("-", 1)[-1])


def read_learner(path: Path) -> Learner:
    """Read who this folder belongs to; a lost or broken record costs the name, never the answers."""
    try:
        with (path / "learner.json").open("rb") as file:
            record = json.loads(file.read(LARGEST_RECORD))
        if ID.fullmatch(record["id"]):
            return Learner(path.name, record["id"], clean(str(record.get("name", ""))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return Learner(path.name, str(uuid.uuid5(uuid.NAMESPACE_URL, str(path))))


def clean(name: str) -> str:
    """A name that can be stored and sent: no half characters, not too long."""
    return HALF.sub("?", name).strip()[:80]


def make_learner(place: Path, folder: str, name: str) -> Learner:
    """Make a folder with a record of who it belongs to. Raises OSError where that is impossible."""
    (place / folder).mkdir(parents=True, exist_ok=True)
    learner = Learner(folder, str(uuid.uuid4()), clean(name))
    try:
        with (place / folder / "learner.json").open("x", encoding="utf-8") as file:
            json.dump({"id": learner.id, "name": learner.name}, file, ensure_ascii=False)
    except FileExistsError:  # another kernel was first
        learner = read_learner(place / folder)
    point_to(place, folder)
    return learner


def point_to(place: Path, folder: str) -> None:
    """Remember who is working here; a folder that cannot be written only forgets it."""
    new = place / f"current-{uuid.uuid4().hex[:8]}"
    try:
        new.write_text(folder + "\n", encoding="utf-8")
        new.replace(place / "current")
    except OSError:
        new.unlink(missing_ok=True)
