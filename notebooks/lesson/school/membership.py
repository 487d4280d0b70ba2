"""Which class a learner is in: a small file beside the learner's own answers, and a name for each file that is copied.

In the folder of the class a learner has a random id, made for that class alone, and a nickname if one was typed.
"""

from __future__ import annotations

import json
import os
import re
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lesson.core import files, home
from lesson.core.event import Event
from lesson.core.words import say
from lesson.record.learners import clean, shown
from lesson.record.log import NotSavedError
from lesson.record.read import ENDING

VARIABLE = "LESSON_CLASS"
MEMBERSHIP, OWN_FILES = "class.json", "class-files.txt"
LARGEST = 1 << 20
MEMBER = "class:member"
"""What the first line of a file is about: whose it is. It has the form of an answer, so that every reader skips it."""
_NAME = re.compile(rf"answers-([0-9a-f]{{12}})-[0-9a-f]{{12}}\{ENDING}")


@dataclass(frozen=True)
class Membership:
    """A learner in a class: the folder, a random id of 12 hex digits, and a nickname or nothing."""

    folder: Path
    who: str
    nickname: str = ""


def named() -> Path | None:
    """The folder that LESSON_CLASS names, from the project; None where it names none."""
    name = os.environ.get(VARIABLE, "").strip()
    return home.root() / Path(name).expanduser() if name else None


def membership(place: Path) -> Membership | None:
    """Which class the learner of this folder of answers is in; None where there is none, or it cannot be read."""
    found = _kept(place)
    return found[0] if found and not found[1] else None


def left_folder(place: Path) -> Path | None:
    """The folder of the class that a learner has left, so that they can come back."""
    found = _kept(place)
    return found[0].folder if found else None


def _kept(place: Path) -> tuple[Membership, bool] | None:
    """The class that a learner is in or was in, and whether they have left it."""
    try:
        found = json.loads(files.whole(place / MEMBERSHIP, LARGEST))
        if re.fullmatch("[0-9a-f]{12}", found["who"]):
            made = Membership(Path(str(found["folder"])), found["who"], clean(str(found["nickname"])))
            return made, bool(found.get("left"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return None


def _keep(place: Path, member: Membership, left: bool = False) -> None:
    """Write down a membership; who left keeps the id, and is the same one after coming back. Raises OSError."""
    record = {"folder": str(member.folder), "who": member.who, "nickname": member.nickname, "left": left}
    (place / MEMBERSHIP).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def join(place: Path, folder: Path, nickname: str = "") -> Membership:
    """Put the learner of a folder of answers into a class, after one file was written there and taken away.

    Raises NotSavedError, with one sentence, where the class cannot be written or the membership cannot be kept.
    """
    try:
        _try(folder)
    except OSError as error:
        raise NotSavedError(say("school", "cannotJoin", folder=shown(folder), error=error.strerror)) from error
    before = _kept(place)
    who = before[0].who if before and before[0].folder == folder else uuid.uuid4().hex[:12]
    made = Membership(folder, who, clean(nickname))
    try:
        _keep(place, made)
    except OSError as error:
        raise NotSavedError(say("school", "cannotKeep", error=error.strerror)) from error
    return made


def _try(folder: Path) -> None:
    """Whether a folder may be written is known by writing: a shared one often is for teachers alone. Raises OSError."""
    trial = folder / f"trial-{uuid.uuid4().hex}.tmp"
    try:
        with trial.open("xb") as file:
            file.write(b"x")
    finally:
        with suppress(FileNotFoundError):
            trial.unlink()


def leave(place: Path, delete: bool = False) -> str:
    """Take the learner out of the class, and their files out of its folder where asked; return what was done.

    Raises NotSavedError where the membership cannot be taken back.
    """
    was = membership(place)
    if was is None:
        return say("school", "noClass")
    try:
        if delete:
            (place / MEMBERSHIP).unlink()
        else:
            _keep(place, was, left=True)
    except OSError as error:
        raise NotSavedError(say("school", "cannotLeave", error=error.strerror)) from error
    names = own_files(place)
    if not delete:
        return say("school", "left", folder=shown(was.folder), n=len(names))
    gone, stay = 0, []
    for name in names:
        try:
            (was.folder / name).unlink()
            gone += 1
        except FileNotFoundError:
            continue
        except OSError as error:
            stay.append(f"{name} ({error.strerror})")
    rest = say("school", "notDeleted", names=", ".join(stay)) if stay else ""
    return say("school", "deleted", folder=shown(was.folder), n=gone) + rest


def new_file(place: Path, who: str) -> str:
    """A random name for a file of this learner, written down first, so that it can be found again to be deleted."""
    name = f"answers-{who}-{uuid.uuid4().hex[:12]}{ENDING}"
    with (place / OWN_FILES).open("a", encoding="utf-8") as file:
        file.write(name + "\n")
    return name


def own_files(place: Path) -> list[str]:
    """The files that were copied for this learner: a drop-box cannot be listed, its files can be opened by name."""
    try:
        lines = files.whole(place / OWN_FILES, LARGEST).decode("utf-8", "replace").split("\n")
    except OSError:
        return []
    return [line for line in dict.fromkeys(lines) if _NAME.fullmatch(line)]


def who_of(name: str) -> str:
    """The id in the name of a file, also in a copy that a sync folder has renamed; nothing where there is none."""
    found = re.search("answers-([0-9a-f]{12})(?![0-9a-f])", name)
    return found.group(1) if found else ""


def member_line(member: Membership) -> Event:
    """The line that says whose file it is: an answer to no question."""
    time = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "v": 1, "id": uuid.uuid4().hex, "time": time, "notebook": "class", "item": MEMBER, "item_version": member.who,
        "kind": "note", "attempt": 1, "vote": None, "answer": member.nickname or None, "confidence": None,
    }  # fmt: skip
