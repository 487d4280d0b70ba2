"""What a learner does about a class: join, leave, hand a file over. Each says in a sentence what it did."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from lesson.core import home
from lesson.core.words import say
from lesson.record.learners import shown
from lesson.record.log import Log, NotSavedError
from lesson.record.read import ENDING
from lesson.school import membership
from lesson.school.copier import Copier
from lesson.school.shared import shared

HANDED = "hand-in"
WAIT = 2.0
"""Seconds that joining waits for the first copy, so as to say how far it is."""


def join(log: Log, copier: Copier, folder: str = "", nickname: str = "") -> str:
    """Join the class of a folder, or of the one that LESSON_CLASS names; return who can read what, and how far it is.

    Raises NotSavedError where there is no such folder, or it cannot be written.
    """
    where = home.root() / Path(folder).expanduser() if folder else membership.named()
    if where is None:
        raise NotSavedError(say("school", "noFolder"))
    place = _place(log)
    member = membership.join(place, where.resolve(), nickname)
    copier.said = ""
    copier.wake()
    copier.wait(WAIT)
    words = _told(member.nickname)
    return f"{say('school', 'joined', folder=shown(member.folder))} {words} {say('school', 'readers')} {copier.state}"


def leave(log: Log, copier: Copier, delete: bool = False) -> str:
    """Leave the class; return what was done. Raises NotSavedError where it cannot be kept."""
    copier.said = membership.leave(_place(log), delete)
    copier.wake()
    return copier.said


def hand_in(log: Log, nickname: str = "") -> str:
    """Make one file of the answers for a teacher; return where it is. Raises NotSavedError where it cannot be made."""
    place = _place(log)
    member = membership.membership(place) or membership.Membership(
        place, sha256(log.learner.id.encode()).hexdigest()[:12]
    )
    mine = membership.Membership(member.folder, member.who, nickname)
    found = shared(log.events, nickname)
    path = log.home / HANDED / f"answers-{mine.who}-000000000000{ENDING}"
    lines = (json.dumps(event, ensure_ascii=False) + "\n" for event in (membership.member_line(mine), *found))
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise NotSavedError(say("school", "notHanded", error=error.strerror)) from error
    words = _told(nickname)
    return f"{say('school', 'handed', file=shown(path), n=len(found))} {words}"


def offer(log: Log, copier: Copier) -> dict[str, Any]:
    """What the card of progress says of a class: a sentence, and a button with what it does; empty without a class."""
    if log.place is None:
        return {}
    member = membership.membership(log.place)
    if member:
        return {"text": copier.state, "button": say("school", "leaveButton"), "message": {"type": "leave"}}
    folder = membership.named() or membership.left_folder(log.place)
    if folder is None:
        return {}
    words = [say("school", "offer", folder=shown(folder)), say("school", "sharedSome"), say("school", "readers")]
    text = " ".join(filter(None, (copier.said, *words)))
    return {"text": text, "button": say("school", "joinButton"), "message": {"type": "join", "folder": str(folder)}}


def _told(nickname: str) -> str:
    """What is shared, in a sentence."""
    return say("school", "sharedAll", nickname=nickname) if nickname else say("school", "sharedSome")


def _place(log: Log) -> Path:
    if log.place is None:
        raise NotSavedError(say("school", "noAnswers"))
    return log.place
