"""The folder of a class: every file of answers in it, read on from where it was read before, and whose it is.

Nothing is trusted: only regular files, of at most 8 MB, with lines and answers as `record` reads them. A copy that a
sync folder has made or renamed holds lines that are known, and counts once. Folders are polled, never watched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lesson.core.event import Event, mark
from lesson.core.fold import needed
from lesson.core.words import say
from lesson.record.learners import clean
from lesson.record.read import ENDING, Place, Stamp, goes_on, read_on, stamp_of
from lesson.school.membership import MEMBER, who_of
from lesson.school.owners import Lines, owners

LARGEST_FILE = 8 * 1024 * 1024
MOST_FILES = 20_000
MANY = 64
"""So many events of one question in one file are more than count; the rest of them is dropped (fold.needed)."""


@dataclass
class Source:
    """One file: how far it was read, whose it says it is, and its events by question; `marks` tell its lines."""

    place: Place = field(default_factory=Place)
    who: str = ""
    nickname: str = ""
    is_member: bool = False
    by_item: dict[str, list[Event]] = field(default_factory=dict)
    marks: set[int] = field(default_factory=set)

    def take(self, events: Iterator[Event]) -> list[int]:
        """Take up what was read; return what tells the lines that are new."""
        new = []
        for event in events:
            if event["item"] == MEMBER:
                self.is_member = True
                self.who = who_of(f"answers-{event['item_version']}") or self.who
                self.nickname = clean(event["answer"]) if isinstance(event["answer"], str) else self.nickname
                continue
            if (name := hash(mark(event))) not in self.marks:
                self.marks.add(name)
                new.append(name)
                self._keep(event)
        return new

    def _keep(self, event: Event) -> None:
        kept = self.by_item.setdefault(event["item"], [])
        kept.append(event)
        if len(kept) >= MANY:
            kept[:] = needed(kept)[: MANY // 2]


@dataclass
class Person:
    """One learner of a class, from all of their files; `files` tells whether anything has changed."""

    who: str
    nickname: str
    files: tuple[tuple[str, Stamp], ...]
    sources: list[Source]

    def of(self, item: str) -> list[Event]:
        """The events of one question, as often as the files hold them."""
        return [event for source in self.sources for event in source.by_item.get(item, ())]


class ClassFolder:
    """What stands in one folder. `refresh` reads what is new; `people`, `problems` and `tables` say what is there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._sources: dict[str, Source] = {}
        self._people: dict[str, Person] = {}
        self._lines = Lines()
        self._closed = ""
        self._strangers: list[str] = []
        self.tables: dict[str, Stamp] = {}
        """Each file of counts, and what tells whether it has changed."""

    @property
    def people(self) -> list[Person]:
        """Every learner, by their random ids."""
        return [person for _, person in sorted(self._people.items())]

    @property
    def files(self) -> int:
        """How many files of answers were read."""
        return sum(not source.place.skipped for source in self._sources.values())

    @property
    def problems(self) -> list[str]:
        """One sentence for each file, or line in it, that was not read."""
        found = [source.place.problem(name) for name, source in sorted(self._sources.items())]
        return [sentence for sentence in (self._closed, *found, *self._strangers) if sentence]

    def refresh(self) -> bool:
        """Read what has come since; return whether anything has changed."""
        found = self._listed()
        if found is None:
            return False
        changed = [name for name in self._sources if name not in found]
        for name in changed:
            del self._sources[name]
        afresh = bool(changed)
        for name, stamp in found.items():
            if name not in self._sources or self._sources[name].place.stamp != stamp:
                afresh |= self._read(name, stamp)
                changed.append(name)
        if afresh:  # lines may be gone
            self._lines = Lines()
            for name, source in self._sources.items():
                self._lines.add(name, source.marks)
        if changed:
            self._sort()
        return bool(changed)

    def _listed(self) -> dict[str, Stamp] | None:
        """Each file of answers; None where the folder cannot be read: then what is known stays."""
        found: dict[str, Stamp] = {}
        tables: dict[str, Stamp] = {}
        self._closed = ""
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if ENDING in entry.name.lower() and len(found) < MOST_FILES:
                        found[entry.name] = stamp_of(entry)
                    elif ENDING in entry.name.lower():
                        self._closed = say("school", "manyFiles", n=MOST_FILES)
                    elif entry.name.lower().endswith(".csv") and len(tables) < MOST_FILES:
                        tables[entry.name] = stamp_of(entry)
        except OSError as error:
            self._closed = say("school", "closed", folder=self.path.name, error=error.strerror)
            return None
        self.tables = tables
        return found

    def _read(self, name: str, stamp: Stamp) -> bool:
        """Read what is new in a file; return whether what was read of it before counts no longer."""
        before = self._sources.get(name)
        source = before
        if source is None or source.place.skipped or not goes_on(self.path / name, source.place, stamp):
            source = self._sources[name] = Source(who=who_of(name))
        source.place.stamp = stamp
        self._lines.add(name, source.take(read_on(self.path / name, source.place, LARGEST_FILE)))
        return before is not None and before is not source

    def _sort(self) -> None:
        """Put the files together that are one learner's."""
        ids = {name: source.who for name, source in self._sources.items() if source.marks or source.is_member}
        whose, strange = owners(ids, self._lines.shared())
        self._strangers = [say("school", "severalOwners", file=name) for name in strange]
        files: dict[str, list[str]] = {}
        for name in sorted(whose):
            files.setdefault(whose[name], []).append(name)
        self._people = {who: self._person(who, names) for who, names in files.items()}

    def _person(self, who: str, names: Sequence[str]) -> Person:
        stamps = tuple((name, self._sources[name].place.stamp) for name in names)
        before = self._people.get(who)
        if before and before.files == stamps:
            return before
        sources = [self._sources[name] for name in names]
        nickname = next((source.nickname for source in reversed(sources) if source.nickname), "")
        return Person(who, nickname, stamps, sources)
