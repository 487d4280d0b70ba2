"""What stands in a learner's folder: every file of answers, line by line, and again only what has come since.

Nothing is changed here. Whatever is no answer is skipped, kept, and named in a sentence; a folder may be hostile.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from lesson.core import files
from lesson.core.event import Event, bad_fields, mark, problem
from lesson.core.words import say, words

ENDING = ".jsonl"
LONGEST_LINE = 65_536
LARGEST_FILE = 64 * 1024 * 1024
"""Far above what a kernel writes into one file (see log.py): files of earlier versions, and joined ones, are read."""
MOST_WRONG = 10_000
"""After so many lines that look like ours and are not, a file is left alone."""
TAIL = 1024
"""How many bytes must be the same for a file that grew to be the one that was read."""
_BLOCK = 1 << 20

Stamp = tuple[int, int, int]
"""Which file it is, its size in bytes, and when it was written, in nanoseconds."""


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is no number of ours")


DECODER = json.JSONDecoder(parse_constant=_refuse)


@dataclass
class Place:
    """How far a file has been read: `end` bytes, the last of them `tail`; `stamp` tells whether it has changed.

    `wrong` lines were no answers, `costly` of them took time to tell, the `first` of them is told; `torn` is said of a
    last line without its end.
    """

    stamp: Stamp = (0, 0, 0)
    end: int = 0
    tail: bytes = b""
    lines: int = 0
    wrong: int = 0
    costly: int = 0
    first: str = ""
    torn: str = ""
    skipped: str = ""

    def note(self, trouble: str) -> None:
        """Count the line that was just read, which is no answer."""
        self.wrong += 1
        self.costly += trouble != "notOurs"
        if self.wrong == 1:
            self.first = say("log", "lineIs", line=self.lines, trouble=_told(trouble))

    def problem(self, name: str) -> str:
        """One sentence about what was skipped in this file; nothing where all was read."""
        if self.skipped:
            return say("log", "skipped", file=name, what=self.skipped)
        torn = say("log", "lineIs", line=self.lines + 1, trouble=_told(self.torn)) if self.torn else ""
        count = self.wrong + bool(torn)
        if not count:
            return ""
        more = say("log", "moreLines", n=count - 1) if count > 1 else ""
        rest = say("log", "restSkipped") if self.costly > MOST_WRONG else ""
        return say("log", "line", file=name, first=self.first or torn, more=more + rest)


class Folder:
    """Every event of one learner's folder, each once, and by item.

    `refresh` looks at sizes and times, and reads what is new.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._clear()

    def _clear(self) -> None:
        self.events: list[Event] = []
        self.by_item: dict[str, list[Event]] = {}
        self._known: set[tuple[object, ...]] = set()
        self._places: dict[str, Place] = {}
        self._closed = ""

    @property
    def problems(self) -> list[str]:
        """One sentence for each thing that was skipped."""
        found = [place.problem(name) for name, place in sorted(self._places.items())]
        return [sentence for sentence in (self._closed, *found) if sentence]

    def knows(self, event: Event) -> bool:
        """Whether this very line has been read or written."""
        return mark(event) in self._known

    def add(self, event: Event) -> bool:
        """Take an event up; return False where it is there already."""
        name = mark(event)
        if name in self._known:
            return False
        self._known.add(name)
        self.events.append(event)
        self.by_item.setdefault(event["item"], []).append(event)
        return True

    def refresh(self) -> tuple[list[Event], bool]:
        """Read what is new on disk; return the new events, and whether anything was taken away.

        A file that shrank, was rewritten or is gone makes the whole folder be read again.
        """
        found = self._listed()
        if any(not self._goes_on(name, found.get(name)) for name in self._places):
            self._clear()
            for name in sorted(found):
                self._read(name, found[name])
            return list(self.events), True
        before = len(self.events)
        for name in sorted(found):
            if name not in self._places or self._places[name].stamp != found[name]:
                self._read(name, found[name])
        return self.events[before:], False

    def _listed(self) -> dict[str, Stamp]:
        """Each file of answers with what tells whether it has changed, and each thing that looks like one."""
        self._closed = ""
        found = {}
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if ENDING in entry.name.lower():
                        found[entry.name] = stamp_of(entry)
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._closed = say("log", "folderClosed", folder=self.path.name, error=error.strerror)
            return {name: place.stamp for name, place in self._places.items()}
        return found

    def _goes_on(self, name: str, stamp: Stamp | None) -> bool:
        """Whether a file that was read is as it was, or has only grown."""
        place = self._places[name]
        return stamp is not None and goes_on(self.path / name, place, stamp)

    def _read(self, name: str, stamp: Stamp) -> None:
        if name not in self._places or self._places[name].skipped:
            self._places[name] = Place()
        place = self._places[name]
        place.stamp = stamp
        if not name.lower().endswith(ENDING):
            place.skipped = say("log", "ending", ending=ENDING)
            return
        for event in read_on(self.path / name, place):
            self.add(event)


def goes_on(path: Path, place: Place, stamp: Stamp) -> bool:
    """Whether a file that was read up to `place` is as it was, or has only grown."""
    if stamp == place.stamp or place.skipped:  # of a skipped file nothing was taken
        return True
    if stamp[0] != place.stamp[0] or stamp[1] <= place.stamp[1]:  # another one, shorter, or as long and written since
        return False
    try:
        with files.opened(path, links=False) as file:
            file.seek(max(0, place.end - TAIL))
            return file.read(min(place.end, TAIL)) == place.tail
    except OSError:
        return False


def stamp_of(entry: os.DirEntry[str]) -> Stamp:
    """Which file it is, its size and its time; nothing of them where it may not be looked at."""
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return (0, 0, 0)
    if not stat.S_ISREG(status.st_mode):
        return (status.st_ino, 0, 0)
    return (status.st_ino, status.st_size, status.st_mtime_ns)


def read_folder(folder: Path) -> Iterator[tuple[Event | None, str]]:
    """Yield each event of a learner's folder, then one sentence about each thing that was skipped."""
    found = Folder(folder)
    found.refresh()
    yield from ((event, "") for event in found.events)
    yield from ((None, sentence) for sentence in found.problems)


def read_on(path: Path, place: Place, most: int = LARGEST_FILE) -> Iterator[Event]:
    """Yield the events of a file from where `place` ends, and move it on; what is no answer is noted there.

    A file of more than `most` bytes is skipped.
    A last line without its end is read now, and again next time: it may be half written.
    """
    try:
        with files.opened(path, links=False) as file:
            if os.fstat(file.fileno()).st_size > most:
                place.skipped = say("log", "tooLarge")
                return
            file.seek(place.end)
            yield from _events(file, place)
    except files.NoFileError as error:
        place.skipped = str(error.strerror)
    except OSError as error:
        place.skipped = say("log", "fileClosed", error=error.strerror)
        place.stamp = (0, 0, 0)  # it may be readable next time, and looks the same then


def _events(file: BinaryIO, place: Place) -> Iterator[Event]:
    """Yield what lies between the end of `place` and the end of the file, block by block."""
    rest, dropped = b"", False  # `dropped`: the head of a line that is too long to be held
    while (block := file.read(_BLOCK)) and place.costly <= MOST_WRONG:
        *lines, rest = (rest + block).split(b"\n")
        if lines and dropped:
            lines[0], dropped = b"{" * (LONGEST_LINE + 1), False
        yield from _read_lines(lines, place)
        if len(rest) > LONGEST_LINE:
            rest, dropped = b"", True
        place.end = file.tell() - len(rest)
    place.torn = "lineTooLong" if dropped else ""
    found = _read_line(rest)
    if isinstance(found, dict):
        yield found
    elif found:
        place.torn = "cutOff" if found == "unreadable" else found
    file.seek(max(0, place.end - TAIL))
    place.tail = file.read(min(place.end, TAIL))


def _read_lines(lines: list[bytes], place: Place) -> Iterator[Event]:
    for line in lines:
        place.lines += 1
        found = _read_line(line)
        if isinstance(found, dict):
            yield found
        elif found:
            place.note(found)


def _read_line(line: bytes) -> Event | str:
    """Return the event of one line, or what is wrong with it, as `_told` tells it; nothing where it is blank."""
    line = line.strip()
    if not line.startswith(b"{"):
        return "notOurs" if line else ""
    if len(line) > LONGEST_LINE:
        return "lineTooLong"
    try:
        event = DECODER.decode(line.decode())
    except (ValueError, RecursionError):
        return "unreadable"
    return (problem(event) or "") if bad_fields(event) else cast(Event, event)


def _told(trouble: str) -> str:
    """What is wrong with a line, in words; `trouble` names it, or says already what the line is."""
    if trouble in ("lineTooLong", "unreadable", "cutOff"):
        return words("log")[trouble]
    return say("log", "is", wrong=words("log").get(trouble, trouble))
