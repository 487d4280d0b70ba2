"""A learner's answers are copied to the folder of a class, in a thread of its own, so that no answer waits for it.

A folder that cannot be reached stops nobody: all that has not been copied is tried again with the next answer, and
every half minute. Each kernel writes one file; what earlier ones have copied is read back by name.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from lesson.core.appended import append
from lesson.core.event import Event, mark
from lesson.core.words import say
from lesson.record.learners import shown
from lesson.record.log import LARGEST_WRITTEN, Log
from lesson.record.read import Folder, Place, read_on
from lesson.school import membership
from lesson.school.membership import Membership
from lesson.school.shared import shared

AGAIN = 30.0
"""Seconds until an unreachable folder is tried again."""


class Copier:
    """Copies for whoever works here.

    `state` is one sentence on how far it is, empty where nobody is in a class; `said` what leaving did; `reached`
    whether the folder could be written when it was last tried.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self._wanted = Condition()
        self._asked, self._done = 0, 0
        self._thread: Thread | None = None
        self._copy: Copy | None = None
        self.state, self.said, self.reached = "", "", True
        log.saved = self.wake
        self.wake()

    def wake(self) -> None:
        """Copy soon whatever is new; return at once."""
        place = self._log.place
        if place is None or not (place / membership.MEMBERSHIP).exists():
            self._copy, self.state = None, ""
            return
        with self._wanted:
            self._asked += 1
            self._wanted.notify_all()
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="class", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until what was asked for has been tried; return whether it was. For tests and for `hand_in`."""
        with self._wanted:
            return self._wanted.wait_for(lambda: self._done >= self._asked, seconds)

    def _run(self) -> None:
        """Copy until all is there; while the folder is out of reach, try again from time to time."""
        while True:
            with self._wanted:
                if self._done >= self._asked:
                    if self.reached:
                        self._thread = None
                        return
                    self._wanted.wait_for(lambda: self._done < self._asked, AGAIN)
                asked = self._asked
            self._once()
            with self._wanted:
                self._done = asked
                self._wanted.notify_all()

    def _once(self) -> None:
        place = self._log.place
        member = membership.membership(place) if place else None
        if place is None or member is None:
            self._copy, self.state, self.reached = None, "", True
            return
        if self._copy is None or (self._copy.place, self._copy.member) != (place, member):
            self._copy = Copy(place, member)
        try:
            count = self._copy.catch_up()
            self.state, self.reached = say("school", "copied", folder=shown(member.folder), n=count), True
        except OSError as error:
            self.state = say("school", "behind", folder=shown(member.folder), error=error.strerror)
            self.reached = False


class Copy:
    """One learner's answers in one class: what is there already, and the file that this kernel writes."""

    def __init__(self, place: Path, member: Membership) -> None:
        self.place, self.member = place, member
        self._own = Folder(place)
        self._forget()

    def _forget(self) -> None:
        self._there: set[tuple[object, ...]] = set()
        self._file: Path | None = None
        self._size = 0
        self._read_back = False

    def catch_up(self) -> int:
        """Copy what the class does not have; return how many answers are there now. Raises OSError."""
        self._own.refresh()
        if self._file is not None and _size(self._file) != self._size:  # taken away, or touched by somebody
            self._forget()
        if not self._read_back:
            self._there.update(self._found())
            self._read_back = True
        if self._file is None and not self._there:  # who has joined is counted before the first answer
            self._begin()
        wanted = shared(self._own.events, self.member.nickname)
        for event in wanted:
            if (name := mark(event)) not in self._there:
                self._write(event)
                self._there.add(name)
        return len(wanted)

    def _found(self) -> list[tuple[object, ...]]:
        """What earlier kernels have copied, so far as it can be read."""
        names = [name for name in membership.own_files(self.place) if membership.who_of(name) == self.member.who]
        return [mark(event) for name in names for event in read_on(self.member.folder / name, Place())]

    def _write(self, event: Event) -> None:
        if self._file is None:
            self._begin()
        self._append(event)

    def _begin(self) -> None:
        """Begin another file, with the line that says whose it is."""
        self._file, self._size = self.member.folder / membership.new_file(self.place, self.member.who), 0
        self._append(membership.member_line(self.member))

    def _append(self, event: Event) -> None:
        assert self._file is not None
        line = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        if not append(self._file, line, LARGEST_WRITTEN):
            self._file = None
            self._write(event)
            return
        if not self._size:
            with suppress(OSError):  # a teacher of the same group reads it, whatever this learner's own rule is
                os.chmod(self._file, 0o644)
        self._size = _size(self._file)


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return -1
