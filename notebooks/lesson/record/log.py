"""A learner's answers on disk: append, acknowledge, read.

`my-answers/<learner>/` holds one file of JSON lines for each kernel run, so a line cut off by a crash can never be
glued to a later one. No verdict is stored: it is graded afresh whenever it is needed.
"""

from __future__ import annotations

import errno
import json
import os
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from lesson.core.event import Event, problem
from lesson.core.words import say
from lesson.record import learners
from lesson.record.learners import NOBODY, Learner, answers_home

LONGEST_LINE = 65_536
LARGEST_FILE = 16 * 1024 * 1024
MOST_PROBLEMS = 5


class NotSavedError(Exception):
    """An answer could not be written; the message is one plain sentence for the learner."""


class Log:
    """The answers of the learner at this computer.

    >>> log = Log(tmp_path)          # doctest: +SKIP
    >>> log.append(event)            # doctest: +SKIP
    """

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or answers_home()
        self.problems: list[str] = []
        self._file: Path | None = None
        self._torn = False
        self.learner = self._current()
        self._known: set[str] = set()
        self.events = self._load()

    def append(self, event: Event) -> bool:
        """Write one event and flush it; return False when it is already there.

        Raises NotSavedError when the event is not whole or the folder cannot be written.
        """
        wrong = problem(event)
        line = "" if wrong else json.dumps(event, ensure_ascii=False, separators=(",", ":"))
        if wrong or len(line.encode()) > LONGEST_LINE:
            raise NotSavedError(say("log", "wrong", wrong=wrong or say("log", "tooLong")))
        if event["id"] in self._known:
            return False
        try:
            path = self._path()
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(("\n" if self._torn else "") + line + "\n")
        except OSError as error:
            self._torn = True  # part of the line may be there; the next one must not be glued to it
            raise NotSavedError(say("log", "notSaved", error=error.strerror)) from error
        self._torn = False
        self._known.add(event["id"])
        self.events.append(event)
        return True

    def learners(self) -> list[Learner]:
        """Everyone who has a folder here, in the order in which they came."""
        return [learners.read_learner(path) for path in sorted(self._folders(), key=learners.number)]

    def new_learner(self, name: str = "") -> Learner:
        """Start another folder and work in it from now on. Raises NotSavedError when that is impossible."""
        taken = [learners.number(path) for path in self._folders()]
        try:
            learner = learners.make_learner(self.home, f"learner-{max(taken, default=0) + 1}", name)
        except OSError as error:
            raise NotSavedError(say("log", "noNew", error=error.strerror)) from error
        self.switch(learner.folder)
        return learner

    def switch(self, folder: str) -> None:
        """Work in the folder of another learner. Raises NotSavedError when there is none of that name."""
        found = {learner.folder: learner for learner in self.learners()}.get(folder)
        if not found:
            raise NotSavedError(say("log", "noFolder"))
        self.learner = found
        learners.point_to(self.home, folder)
        self._file, self._torn, self.problems, self._known = None, False, [], set()
        self.events = self._load()

    def _current(self) -> Learner:
        folders = {path.name: path for path in self._folders()}
        try:
            named = (self.home / "current").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            named = ""
        wanted = folders.get(named) or next(iter(sorted(folders.values(), key=learners.number)), None)
        if wanted:
            return learners.read_learner(wanted)
        try:
            return learners.make_learner(self.home, "learner-1", "")
        except OSError as error:
            self._note(say("log", "nowhere", error=error.strerror))
            return Learner("", NOBODY)

    def _folders(self) -> list[Path]:
        try:
            return [p for p in self.home.iterdir() if p.is_dir() and re.fullmatch(r"learner-\d{1,6}", p.name)]
        except OSError:
            return []

    def _path(self) -> Path:
        if not self.learner.folder:  # the folder could not be made before; it may be possible now
            self.learner = self._current()
        if not self.learner.folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if self._file is None:
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            self._file = self.home / self.learner.folder / f"{stamp}-{uuid.uuid4().hex[:8]}.jsonl"
        return self._file

    def _note(self, trouble: str) -> None:
        """Keep a sentence for the learner; a hostile folder must not fill the screen with them."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(trouble)
        elif len(self.problems) == MOST_PROBLEMS:
            self.problems.append(say("log", "moreFiles"))

    def _load(self) -> list[Event]:
        if not self.learner.folder:
            return []
        events = []
        for event, trouble in read_folder(self.home / self.learner.folder):
            if trouble:
                self._note(trouble)
            elif event and event["id"] not in self._known:
                self._known.add(event["id"])
                events.append(event)
        return events


def read_folder(folder: Path) -> Iterator[tuple[Event | None, str]]:
    """Yield each event of a learner's folder, or one sentence about what had to be skipped. Nothing is changed."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield None, say("log", "folderClosed", folder=folder.name, error=error.strerror)
        return
    for path in paths:
        if path.suffix == ".jsonl" and path.is_file():
            yield from read_file(path)


def read_file(path: Path) -> Iterator[tuple[Event | None, str]]:
    """Yield each event of one file, or one sentence about what had to be skipped."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            yield None, say("log", "tooLarge", file=path.name)
            return
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        yield None, say("log", "fileClosed", file=path.name, error=error.strerror)
        return
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        event, trouble = _read_line(line, last=number == len(lines))
        if event:
            yield event, ""
        else:
            wrong.append((number, trouble))
    if wrong:
        number, trouble = wrong[0]
        more = say("log", "moreLines", n=len(wrong) - 1) if len(wrong) > 1 else ""
        yield None, say("log", "line", file=path.name, line=number, trouble=trouble, more=more)


def _read_line(line: bytes, last: bool) -> tuple[Event | None, str]:
    """Return the event of one line, or what is wrong with it."""
    if len(line) > LONGEST_LINE:
        return None, say("log", "lineTooLong")
    try:
        event = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None, say("log", "cutOff" if last else "unreadable")
    wrong = problem(event)
    return (None, say("log", "is", wrong=wrong)) if wrong else (cast(Event, event), "")


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is no number of ours")
