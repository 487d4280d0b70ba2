"""A learner's answers on disk: append, acknowledge, read, fold.

`my-answers/<learner>/` holds one file of JSON lines for each kernel run, so a line cut off by a crash can never be
glued to a later one. No verdict is stored: it is graded afresh whenever it is needed.
"""

from __future__ import annotations

import errno
import json
import os
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from lesson.course.items import HOME, Event, State, is_whole

SCHEMA = 1
FIELDS = {
    "v", "id", "time", "notebook", "item", "item_version", "kind", "attempt", "vote", "answer", "confidence"
}  # fmt: skip
KINDS = ("vote", "commit", "hint", "note", "reset")
LONGEST_LINE = 65_536
LARGEST_FILE = 16 * 1024 * 1024
LARGEST_RECORD = 4096
MOST_PROBLEMS = 5
NOBODY = "nobody-yet"
"""The learner id while no folder can be made; whoever is here next takes up what waits under it."""

_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_NAME = re.compile(r"[\w.:-]{1,80}")
_HALF = re.compile("[\ud800-\udfff]")


class NotSavedError(Exception):
    """An answer could not be written; the message is one plain sentence for the learner."""


@dataclass(frozen=True)
class Learner:
    """One folder of answers. `id` is random and says nothing about the person; `name` is whatever they typed."""

    folder: str
    id: str
    name: str = ""


def answers_home() -> Path:
    """Where answers are kept: `LESSON_ANSWERS` (relative to the project), or `my-answers` beside `notebooks`."""
    named = os.environ.get("LESSON_ANSWERS")
    return HOME / Path(named).expanduser() if named else HOME / "my-answers"


def problem(event: object) -> str | None:
    """Say in one phrase what keeps `event` from being a line of a log, or None when it is one."""
    if not isinstance(event, dict):
        return "not one of our lines"
    if is_whole(event.get("v")) and event["v"] > SCHEMA:
        return "written by a later version of these lessons"
    bad = sorted(FIELDS ^ set(event))
    texts = {"id": _ID, "time": _TIME, "notebook": _NAME, "item": _NAME, "item_version": _NAME}
    bad += [k for k, p in texts.items() if not (isinstance(event.get(k), str) and p.fullmatch(event[k]))]
    if not _whole_number(event.get("v"), SCHEMA, SCHEMA):
        bad.append("v")
    if event.get("kind") not in KINDS:
        bad.append("kind")
    if not _whole_number(event.get("attempt"), 1, 9999):
        bad.append("attempt")
    if event.get("vote") is not None and not _whole_number(event["vote"], 1, 2):
        bad.append("vote")
    if event.get("confidence") is not None and not _whole_number(event["confidence"], 0, 100):
        bad.append("confidence")
    if not _is_answer(event.get("answer")):
        bad.append("answer")
    return f"not one of our lines (see {', '.join(map(str, bad))})"[:200] if bad else None


def _is_answer(value: object) -> bool:
    """A shape that some question has: nothing, a number, a text without half characters, a list of indexes."""
    if isinstance(value, str):
        return not _HALF.search(value)
    if isinstance(value, list):
        return len(value) <= 100 and all(_is_card(c) for c in value)
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15)


def _is_card(value: object) -> bool:
    """An index, nothing, or the two of a weighed card: its column and its weight."""
    parts = value if isinstance(value, list) and len(value) == 2 else [value]
    return all(part is None or _whole_number(part, 0, 999) for part in parts)


def _whole_number(value: object, low: int, high: int) -> bool:
    return is_whole(value) and low <= value <= high


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
            raise NotSavedError(f"This answer was not saved: it is {wrong or 'too long'}.")
        if event["id"] in self._known:
            return False
        try:
            path = self._path()
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(("\n" if self._torn else "") + line + "\n")
        except OSError as error:
            self._torn = True  # part of the line may be there; the next one must not be glued to it
            raise NotSavedError(
                f"Not saved on disk: the folder of answers cannot be written ({error.strerror}). "
                "Your answer waits in this browser, and you can download it. Run this cell again to save it."
            ) from error
        self._torn = False
        self._known.add(event["id"])
        self.events.append(event)
        return True

    def learners(self) -> list[Learner]:
        """Everyone who has a folder here, in the order in which they came."""
        return [_read_learner(path) for path in sorted(self._folders(), key=_number)]

    def new_learner(self, name: str = "") -> Learner:
        """Start another folder and work in it from now on. Raises NotSavedError when that is impossible."""
        taken = [_number(path) for path in self._folders()]
        try:
            learner = _make_learner(self.home, f"learner-{max(taken, default=0) + 1}", name)
        except OSError as error:
            raise NotSavedError(
                f"No new learner: the folder of answers cannot be written ({error.strerror})."
            ) from error
        self.switch(learner.folder)
        return learner

    def switch(self, folder: str) -> None:
        """Work in the folder of another learner. Raises NotSavedError when there is none of that name."""
        found = {learner.folder: learner for learner in self.learners()}.get(folder)
        if not found:
            raise NotSavedError("There is no folder of answers for this learner any more.")
        self.learner = found
        _point_to(self.home, folder)
        self._file, self._torn, self.problems, self._known = None, False, [], set()
        self.events = self._load()

    def _current(self) -> Learner:
        folders = {path.name: path for path in self._folders()}
        try:
            named = (self.home / "current").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            named = ""
        wanted = folders.get(named) or next(iter(sorted(folders.values(), key=_number)), None)
        if wanted:
            return _read_learner(wanted)
        try:
            return _make_learner(self.home, "learner-1", "")
        except OSError as error:
            self._note(
                f"Answers cannot be kept on this computer: the folder cannot be written ({error.strerror}). "
                "You can go on; your answers wait in this browser."
            )
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
            self.problems.append("There are more files of this kind. All are skipped and kept.")

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
        yield None, f"The folder {folder.name} cannot be read ({error.strerror}). It is left as it is."
        return
    for path in paths:
        if path.suffix == ".jsonl" and path.is_file():
            yield from read_file(path)


def read_file(path: Path) -> Iterator[tuple[Event | None, str]]:
    """Yield each event of one file, or one sentence about what had to be skipped."""
    kept = "It is skipped and kept."
    try:
        if path.stat().st_size > LARGEST_FILE:
            yield None, f"{path.name} is larger than any file of answers. {kept}"
            return
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        yield None, f"{path.name} cannot be read ({error.strerror}). {kept}"
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
        more = f" So are {len(wrong) - 1} more lines." if len(wrong) > 1 else ""
        yield None, f"{path.name}, line {number}, {trouble}. {kept}{more}"


def _read_line(line: bytes, last: bool) -> tuple[Event | None, str]:
    """Return the event of one line, or what is wrong with it."""
    if len(line) > LONGEST_LINE:
        return None, "is too long to be an answer"
    try:
        event = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None, "was cut off" if last else "cannot be read"
    wrong = problem(event)
    return (None, f"is {wrong}") if wrong else (cast(Event, event), "")


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is no number of ours")


def fold(events: Iterable[Event], versions: Mapping[str, str]) -> dict[str, State]:
    """Return where the learner stands with each item of `versions` (item id to present version).

    The order is attempt, time, event id, whatever order the lines came in. The first vote 1 wins, the latest commit
    wins, a reset hides everything up to its attempt, an answer to another version is kept apart.
    """
    by_item: dict[str, list[Event]] = {item: [] for item in versions}
    seen: set[str] = set()
    for event in sorted(events, key=lambda e: (e["attempt"], e["time"], e["id"])):
        if event["item"] in by_item and event["id"] not in seen:
            seen.add(event["id"])
            by_item[event["item"]].append(event)
    return {item: _state(found, versions[item]) for item, found in by_item.items()}


def _state(events: list[Event], version: str) -> State:
    """Fold the sorted events of one item."""
    cleared = max((e["attempt"] for e in events if e["kind"] == "reset"), default=0)
    live = [e for e in events if e["attempt"] > cleared]
    now = [e for e in live if e["item_version"] == version]
    old = [e for e in live if e["item_version"] != version and e["kind"] in ("commit", "vote")]
    votes = [e for e in now if e["kind"] == "vote" and e["vote"] == 1]
    commits = [e for e in now if e["kind"] == "commit"]
    notes = [e for e in now if e["kind"] == "note"]
    firsts = [e for e in events if e["kind"] == "commit" and e["item_version"] == version]
    return State(
        first=firsts[0] if firsts else None,
        vote=votes[0] if votes else None,
        commit=commits[-1] if commits else None,
        earlier=old[-1] if old else None,
        note=notes[-1] if notes else None,
        attempt=max((e["attempt"] for e in live), default=cleared + 1),
        hints=sum(e["kind"] == "hint" for e in now),
    )


def _number(path: Path) -> int:
    return int(path.name.rsplit("-", 1)[-1])


def _read_learner(path: Path) -> Learner:
    """Read who this folder belongs to; a lost or broken record costs the name, never the answers."""
    try:
        with (path / "learner.json").open("rb") as file:
            record = json.loads(file.read(LARGEST_RECORD))
        if _ID.fullmatch(record["id"]):
            return Learner(path.name, record["id"], _clean(str(record.get("name", ""))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return Learner(path.name, str(uuid.uuid5(uuid.NAMESPACE_URL, str(path))))


def _clean(name: str) -> str:
    """A name that can be stored and sent: no half characters, not too long."""
    return _HALF.sub("?", name).strip()[:80]


def _make_learner(home: Path, folder: str, name: str) -> Learner:
    (home / folder).mkdir(parents=True, exist_ok=True)
    learner = Learner(folder, str(uuid.uuid4()), _clean(name))
    try:
        with (home / folder / "learner.json").open("x", encoding="utf-8") as file:
            json.dump({"id": learner.id, "name": learner.name}, file, ensure_ascii=False)
    except FileExistsError:  # another kernel was first
        learner = _read_learner(home / folder)
    _point_to(home, folder)
    return learner


def _point_to(home: Path, folder: str) -> None:
    """Remember who is working here; a folder that cannot be written only forgets it."""
    new = home / f"current-{uuid.uuid4().hex[:8]}"
    try:
        new.write_text(folder + "\n", encoding="utf-8")
        new.replace(home / "current")
    except OSError:
        new.unlink(missing_ok=True)
