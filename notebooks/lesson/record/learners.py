"""Who works at this computer: one folder of answers each, and who is here now.

Who is here is one truth, a file named `current` beside the folders. What is written here comes into being at once or
not at all, so that two kernels at the same moment agree.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lesson.core import files, home
from lesson.core.event import HALF, ID

LARGEST_RECORD = 4096
NOBODY = "nobody-yet"
"""The learner id while no folder can be made; whoever is here next takes up what waits under it."""
RECORD = "learner.json"
CURRENT = "current"
_FOLDER = re.compile(r"learner-\d{1,6}")


@dataclass(frozen=True)
class Learner:
    """One folder of answers. `id` is random and says nothing about the person; `name` is whatever they typed."""

    folder: str
    id: str
    name: str = ""


def answers_home() -> Path:
    """Where answers are kept.

    `LESSON_ANSWERS` (relative to the project), or `my-answers` beside `notebooks`. Where people have accounts and the
    project is not this person's, or belongs to a JupyterHub, it is a folder of their own in their home.
    """
    named = os.environ.get("LESSON_ANSWERS")
    if named:
        return home.root() / Path(named).expanduser()
    beside = home.root() / "my-answers"
    user = os.environ.get("JUPYTERHUB_USER", "")
    mine = _is_mine(beside if beside.exists() else home.root())
    if mine and (not user or (folders(beside) and home.root().is_relative_to(Path.home()))):
        return beside
    return Path.home() / "my-answers" / home.settings().id / re.sub(r"[^\w.@-]|^\.+", "-", user)


def _is_mine(place: Path) -> bool:
    """Whether a folder belongs to whoever runs this; an administrator, and a system without owners, own them all."""
    me = os.geteuid() if hasattr(os, "geteuid") else 0
    try:
        return me == 0 or place.stat().st_uid == me
    except OSError:
        return False


def shown(place: Path) -> str:
    """A folder as a learner finds it: from the project, from their home, or in full."""
    for start, sign in ((home.root(), ""), (Path.home(), "~/")):
        if place.is_relative_to(start):
            return sign + place.relative_to(start).as_posix()
    return place.as_posix()


def folders(place: Path) -> list[Path]:
    """The folder of each learner, in the order in which they came."""
    try:
        found = [path for path in place.iterdir() if _FOLDER.fullmatch(path.name) and path.is_dir()]
    except OSError:
        return []
    return sorted(found, key=number)


def number(path: Path) -> int:
    """The number of a learner's folder, such as 2 for learner-2."""
    return int(path.name.rsplit("-", 1)[-1])


def read_learner(path: Path) -> Learner:
    """Read who this folder belongs to; a lost or broken record costs the name, never the answers."""
    try:
        record = json.loads(files.whole(path / RECORD, LARGEST_RECORD))
        if ID.fullmatch(record["id"]):
            return Learner(path.name, record["id"], clean(str(record.get("name", ""))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return Learner(path.name, str(uuid.uuid5(uuid.NAMESPACE_URL, str(path))))


def clean(name: str) -> str:
    """A name that can be stored and sent: no half characters, not too long."""
    return HALF.sub("?", name).strip()[:80]


def keep_record(place: Path, learner: Learner) -> None:
    """Write the record of a learner whose folder has none, or is gone. Raises OSError where that is impossible."""
    folder = place / learner.folder
    if (folder / RECORD).exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    _write_aside(folder / RECORD, _record(learner))


def make_learner(place: Path, name: str, first: bool = False) -> Learner:
    """Make the next learner's folder, with a record of whose it is. Raises OSError where that is impossible.

    `first` is said by a kernel that found nobody: when another one was quicker, their learner is this one's, too.
    """
    place.mkdir(parents=True, exist_ok=True)
    while True:
        taken = folders(place)
        if first and taken:
            return read_learner(taken[0])
        learner = Learner(f"learner-{number(taken[-1]) + 1 if taken else 1}", str(uuid.uuid4()), clean(name))
        aside = place / f"new-{uuid.uuid4().hex[:8]}"
        aside.mkdir()
        try:
            (aside / RECORD).write_text(_record(learner), encoding="utf-8")
            aside.rename(place / learner.folder)  # fails where another kernel has made it meanwhile
            return learner
        except OSError:
            if len(folders(place)) == len(taken):
                raise
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def unmake_learner(place: Path, learner: Learner) -> None:
    """Take back a folder that was made a moment ago and holds nothing but its record."""
    (place / learner.folder / RECORD).unlink(missing_ok=True)
    (place / learner.folder).rmdir()


def _record(learner: Learner) -> str:
    return json.dumps({"id": learner.id, "name": learner.name}, ensure_ascii=False)


def _write_aside(path: Path, text: str) -> None:
    """Write a file beside its place and move it there, so that nobody reads half of it. Raises OSError."""
    new = path.with_name(f"{path.name}-{uuid.uuid4().hex[:8]}")
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError:
        with suppress(OSError):  # what is left behind is read by nobody
            new.unlink(missing_ok=True)
        raise


def point_to(place: Path, folder: str) -> None:
    """Write down who works here now. Raises OSError where that is impossible; then nothing has changed."""
    _write_aside(place / CURRENT, folder + "\n")


def pointed(place: Path) -> str:
    """The folder of whoever works here now; nothing where that is not written, or no such folder is there."""
    try:
        named = files.whole(place / CURRENT, LARGEST_RECORD).decode("utf-8").strip()
        return named if _FOLDER.fullmatch(named) and (place / named).is_dir() else ""
    except (OSError, UnicodeDecodeError):
        return ""
