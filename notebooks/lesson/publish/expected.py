"""The figures that somebody checked by eye: `call,value` in expected.csv of each lesson and of the shared folder.

What a fact says now is compared with it: a changed cell shows which sentences of which lessons change.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lesson.bank import facts, lessons
from lesson.core import home
from lesson.core.problem import Problem

FILE, HEADER = "expected.csv", ["call", "value"]
PLACE = re.compile(facts.PLACE.pattern, re.DOTALL)
"""In a file, a call may run over the end of a line."""


@dataclass(frozen=True)
class Use:
    """A call in a text: as it is compared, with file and line."""

    call: str
    file: str
    line: int


@dataclass(frozen=True)
class Change:
    """A line of an expected.csv that is to be written; `old` is None for a call that it lacks."""

    path: Path
    call: str
    old: str | None
    new: str
    lessons: tuple[str, ...]

    def __str__(self) -> str:
        old = "nothing" if self.old is None else self.old
        told = f" (lesson {', '.join(self.lessons)})" if self.lessons else ""
        return f"{lessons.shown(self.path)}: {self.call}: {old} -> {self.new}{told}"


def paths() -> list[Path]:
    """Where expected.csv stands, or may stand: in the shared folder, then in that of each lesson."""
    return [home.course() / folder / FILE for folder in home.folders()]


def uses(number: str) -> Iterator[Use]:
    """Every call in a lesson: in its questions, tables and text. Its notebook is built from these."""
    folder = lessons.folder(number)
    for path in [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.md"))]:
        text = path.read_text(encoding="utf-8", errors="replace")  # whoever reads the file itself names the place
        for match in PLACE.finditer(text):
            try:
                call = facts.tidy(match[1])
            except KeyError:
                continue  # whoever fills the call in says what is wrong with it
            yield Use(call, lessons.shown(path), 1 + text.count("\n", 0, match.start()))


def read(path: Path) -> tuple[dict[str, tuple[int, str]], list[Problem]]:
    """Return the lines of one expected.csv by call, each as (line, value), and what is wrong with the others."""
    found: dict[str, tuple[int, str]] = {}
    problems: list[Problem] = []
    if not path.is_file():
        return found, problems
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, what = content.count(b"\n", 0, error.start) + 1, f"A character is not UTF-8 ({error.reason})."
        return found, [Problem(lessons.shown(path), line, FILE, what, "save the file as UTF-8.")]
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    if header != HEADER:
        mend = "write call,value in the first line."
        problems.append(Problem(lessons.shown(path), 1, "header", f"It is '{','.join(header)}'.", mend))
    for cells in reader:
        call = facts.tidy(cells[0]) if cells and facts.CALL.fullmatch(cells[0]) else ""
        if len(cells) != len(HEADER) or not call or call in found:
            what = "It is no call with its value, or the call stands twice."
            mend = 'write the call and its value, each in "..." where it holds a comma.'
            problems.append(Problem(lessons.shown(path), reader.line_num, ",".join(cells), what, mend))
        else:
            found[call] = (reader.line_num, cells[1])
    return found, problems


def problems() -> Iterator[Problem]:
    """Values that differ from what a fact says now, lines that cannot be read, calls without an expected value."""
    there: dict[Path, dict[str, tuple[int, str]]] = {}
    unread: set[Path] = set()
    for path in paths():
        there[path], broken = read(path)
        yield from broken
        if broken:
            unread.add(path)
        for call, (line, value) in there[path].items():
            yield from _differs(lessons.shown(path), line, call, value)
    shared = there[paths()[0]]
    for number in lessons.numbers():
        if unread & {paths()[0], lessons.folder(number) / FILE}:
            continue  # what such a file lacks is looked at when it can be read
        own = there[lessons.folder(number) / FILE]
        for call, use in {use.call: use for use in uses(number)}.items():
            if call not in own and call not in shared and _says_something(call):
                what = f"No expected value is given for '{call}'."
                mend = f"look it up in data/, then run `python do.py expected`: it adds a line to {FILE}."
                yield Problem(use.file, use.line, call, what, mend)


def _says_something(call: str) -> bool:
    """Whether there is such a fact; whoever fills the call in says what is wrong where there is none."""
    try:
        return bool(facts.value(call))
    except facts.UNKNOWN:
        return False


def _differs(file: str, line: int, call: str, value: str) -> Iterator[Problem]:
    try:
        now = facts.value(call)
    except facts.UNKNOWN as error:
        yield Problem(file, line, call, f"It says nothing ({error}).", "mend data/ or the call, or take the line out.")
        return
    if now != value:
        mend = "mend data/, or take the new value with `python do.py expected`."
        yield Problem(file, line, call, f"It says '{now}' now; '{value}' was checked.", mend)


def changes() -> list[Change]:
    """What would make every expected.csv fit: new values of its calls, and the calls of the lessons that it lacks.

    A call of several lessons goes into the shared file. A call that says nothing is left out: `check` names it.
    """
    users: dict[str, list[str]] = {}
    for number in lessons.numbers():
        for call in dict.fromkeys(use.call for use in uses(number)):
            users.setdefault(call, []).append(number)
    there = {path: read(path)[0] for path in paths()}
    shared = paths()[0]
    wanted: list[tuple[Path, str, str | None]]
    wanted = [(path, call, value) for path, found in there.items() for call, (_, value) in found.items()]
    for call, numbers in users.items():
        lacking = [path for path in (lessons.folder(n) / FILE for n in numbers) if call not in there[path]]
        if lacking and call not in there[shared]:
            wanted.append((lacking[0] if len(numbers) == 1 else shared, call, None))
    found = []
    for path, call, old in wanted:
        try:
            new = facts.value(call)
        except facts.UNKNOWN:
            continue
        if new != old:
            found.append(Change(path, call, old, new, tuple(users.get(call, ()))))
    return found


def write(wanted: Sequence[Change]) -> None:
    """Put the new values into their files; lines keep their order, new ones stand at the end."""
    for path in dict.fromkeys(change.path for change in wanted):
        values = {call: value for call, (_, value) in read(path)[0].items()}
        values |= {change.call: change.new for change in wanted if change.path == path}
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEADER, *values.items()])


def main(arguments: Sequence[str], ask: Callable[[str], str] = input) -> int:
    """Show what would change, ask, and write it; with --yes without a question. Return 1 when nothing could be done."""
    broken = [problem for path in paths() for problem in read(path)[1]]
    wanted = changes()
    for line in broken or wanted or ["Every figure is as somebody checked it."]:
        print(line)
    if broken:
        return 1
    question = f"Have you looked these {len(wanted)} up in data/? Write them? [y/N] "
    if wanted and "--yes" not in arguments and ask(question).strip().lower() != "y":
        print("Nothing was written.")
        return 1
    write(wanted)
    return 0
