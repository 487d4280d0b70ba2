"""A learner's answers on disk: append, and say so only when it is done.

`my-answers/<learner>/` holds one file of JSON lines for each kernel run, so a line cut off by a crash can never be
glued to a later one. No verdict is stored: it is graded afresh whenever it is needed.
"""

from __future__ import annotations

import errno
import json
import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from lesson.core.appended import append
from lesson.core.event import Event, problem
from lesson.core.words import say
from lesson.record import learners
from lesson.record.learners import NOBODY, Learner, answers_home
from lesson.record.read import ENDING, LONGEST_LINE, Folder

LARGEST_WRITTEN = 8 * 1024 * 1024
"""A kernel begins another file before its own grows beyond this, far below what is read (read.LARGEST_FILE)."""
MOST_PROBLEMS = 5


class NotSavedError(Exception):
    """An answer could not be written; the message is one plain sentence for the learner.

    `final` says that it never can be: the line itself is wrong.
    """

    final = False


class NoAnswerError(NotSavedError):
    """What was to be saved is no answer."""

    final = True


class OtherLearnerError(NotSavedError):
    """The answer is somebody's who does not work here now."""


class Log:
    """The answers of the learner at this computer.

    >>> log = Log(tmp_path)          # doctest: +SKIP
    >>> log.append(event)            # doctest: +SKIP
    """

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or answers_home()
        self.trouble: list[str] = []
        """Sentences about what this kernel could not do; `problems` holds those on files, too."""
        self.saved: Callable[[], None] = lambda: None
        """Called after each answer that was saved; it must neither wait nor fail."""
        self._file: Path | None = None
        self._current: tuple[int, ...] = self._stamp()
        self.learner = self._who()
        self._folder = self._open()

    @property
    def events(self) -> list[Event]:
        """Every event of this learner, each once."""
        return self._folder.events

    def of(self, item: str) -> list[Event]:
        """The events of one item."""
        return self._folder.by_item.get(item, [])

    @property
    def problems(self) -> list[str]:
        """One plain sentence for each thing that went wrong; a hostile folder must not fill the screen with them."""
        found = [*dict.fromkeys(self.trouble), *self._folder.problems]
        return found if len(found) <= MOST_PROBLEMS else [*found[:MOST_PROBLEMS], say("log", "moreFiles")]

    def look(self) -> tuple[list[Event], bool]:
        """Look at the disk again: who is here, and what another kernel has written.

        Return the new events, and whether the learner is another one or something was taken away.
        """
        if self._follow():
            return list(self.events), True
        return self._folder.refresh()

    def append(self, event: Event, owner: str | None = None) -> bool:
        """Write one event and flush it; return False when it is already there.

        `owner` is the id of whose answer it is. Raises NotSavedError when the event is not whole, when somebody else
        works here now, or when the folder cannot be written.
        """
        wrong = problem(event)
        line = b"" if wrong else json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
        if wrong or len(line) > LONGEST_LINE:
            raise NoAnswerError(say("log", "wrong", wrong=wrong or say("log", "tooLong")))
        self._follow()
        if owner not in (None, self.learner.id, NOBODY):
            raise OtherLearnerError(say("card", "otherLearner"))
        if self._folder.knows(event):
            return False
        try:
            self._write(self._path(), line + b"\n")
        except OSError as error:
            raise NotSavedError(say("log", "notSaved", error=error.strerror)) from error
        is_new = self._folder.add(event)
        self.saved()
        return is_new

    @property
    def place(self) -> Path | None:
        """The folder of whoever works here now; None while none can be made."""
        return self.home / self.learner.folder if self.learner.folder else None

    def learners(self) -> list[Learner]:
        """Everyone who has a folder here, in the order in which they came."""
        return [learners.read_learner(path) for path in learners.folders(self.home)]

    def new_learner(self, name: str = "") -> Learner:
        """Start another folder and work in it from now on. Raises NotSavedError when that is impossible."""
        try:
            learner = learners.make_learner(self.home, name)
            try:
                learners.point_to(self.home, learner.folder)
            except OSError:
                learners.unmake_learner(self.home, learner)
                raise
        except OSError as error:
            raise NotSavedError(say("log", "noNew", error=error.strerror)) from error
        self._become(learner)
        return learner

    def switch(self, folder: str) -> None:
        """Work in the folder of another learner.

        Raises NotSavedError when there is none of that name, or when it cannot be written down who is here: then
        nobody is changed.
        """
        found = {learner.folder: learner for learner in self.learners()}.get(folder)
        if not found:
            raise NotSavedError(say("log", "noFolder"))
        try:
            learners.point_to(self.home, folder)
        except OSError as error:
            raise NotSavedError(say("log", "noSwitch", error=error.strerror)) from error
        self._become(found)

    def _become(self, learner: Learner) -> None:
        self._current = self._stamp()
        self.learner = learner
        self._file, self.trouble = None, []
        self._folder = self._open()

    def _follow(self) -> bool:
        """Become whoever is here by what the disk says; return whether that is somebody else than before."""
        stamp = self._stamp()
        if stamp == self._current:
            return False
        self._current = stamp
        named = learners.pointed(self.home)
        if not named or named == self.learner.folder:
            return False
        self._become(learners.read_learner(self.home / named))
        return True

    def _stamp(self) -> tuple[int, ...]:
        """What tells whether it was written anew who is here."""
        try:
            status = (self.home / learners.CURRENT).lstat()
        except OSError:
            return ()
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _who(self) -> Learner:
        """Who is here: whoever is pointed to, else the first who came, else somebody new."""
        named = learners.pointed(self.home)
        there = [self.home / named] if named else learners.folders(self.home)
        try:
            learner = learners.read_learner(there[0]) if there else self._first()
        except OSError as error:
            self.trouble = [say("log", "nowhere", error=error.strerror)]
            return Learner("", NOBODY)
        self.trouble = []
        with suppress(OSError):  # a folder that cannot be written is read all the same
            learners.keep_record(self.home, learner)  # the browser keeps by this id: it must be the same tomorrow
        return learner

    def _first(self) -> Learner:
        """Make a folder for the first person here. Raises OSError where that is impossible."""
        learner = learners.make_learner(self.home, "", first=True)
        with suppress(OSError):  # while there is no other folder, it is found without
            learners.point_to(self.home, learner.folder)
        self._current = self._stamp()
        return learner

    def _open(self) -> Folder:
        folder = Folder(self.home / (self.learner.folder or NOBODY))
        folder.refresh()
        return folder

    def _path(self) -> Path:
        """The file of this kernel, in a folder whose record says whose it is. Raises OSError."""
        if not self.learner.folder:  # the folder could not be made before; it may be possible now
            self.learner = self._who()
            self._folder = self._open()
        if not self.learner.folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        learners.keep_record(self.home, self.learner)
        if self._file is None:
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            self._file = self.home / self.learner.folder / f"{stamp}-{uuid.uuid4().hex[:8]}{ENDING}"
        return self._file

    def _write(self, path: Path, line: bytes) -> None:
        """Append one line to a file of this kernel, and begin another one before it grows too large. Raises OSError."""
        if not append(path, line, LARGEST_WRITTEN):
            self._file = None
            self._write(self._path(), line)
