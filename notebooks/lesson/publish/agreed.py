"""What somebody has read and agreed to: the key of each lesson, the claims beside their sentences, the rows of data/.

`key.md` says each question as it is compiled, one line an option with its verdict, so that a changed key is a change
that a person reads. data/agreed.csv holds a short sum of each row. `check` names whatever differs; `main` shows it and
asks. A course that keeps no such file is asked for nothing.
"""

from __future__ import annotations

import csv
import difflib
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from lesson import tables
from lesson.bank import lessons, load
from lesson.bank.claim_ties import DIGEST, TABLE, listed
from lesson.bank.rules import SURE
from lesson.bank.sentences import sentences
from lesson.core import home
from lesson.core.item import Item, Option
from lesson.core.problem import DataError, Problem
from lesson.screen.ask import LETTERS
from lesson.tables.read import lined

KEY, ROWS = "key.md", "agreed.csv"
HEADER = ("table", "row", "sum")
MEND = "read what has changed; if it is right: python do.py agree"
MOST = 5
"""So many differences of one file are named."""
_TOLD = ("id", "lesson", "where", "type", "stem", "options", "explanation", "evidence", "minutes", "objective")


@dataclass(frozen=True)
class Kept:
    """A file of what was agreed to: what it says, and what it would say now."""

    path: Path
    then: list[str]
    now: list[str]

    @property
    def same(self) -> bool:
        """Whether nothing has changed."""
        return self.then == self.now


def problems() -> Iterator[Problem]:
    """Everything that has changed since somebody agreed to it, in the files that are there."""
    for kept in files():
        if kept.path.is_file() and not kept.same:
            yield from _differences(kept)


def files() -> Iterator[Kept]:
    """Each file, in the order of the lessons; a lesson with mistakes is left out, since these are told first."""
    for number in lessons.numbers():
        try:
            now = list(key(load.items(number)))
        except DataError:
            continue
        yield _kept(lessons.folder(number) / KEY, now)
    if TABLE in tables.names(home.seeds()):
        yield _kept(home.seeds() / KEY, list(claims()))
    yield _kept(home.data() / ROWS, list(rows()))


def _kept(path: Path, now: list[str]) -> Kept:
    then = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return Kept(path, then, now)


def _differences(kept: Kept) -> Iterator[Problem]:
    file, told = lessons.shown(kept.path), 0
    for what, first, last, start, end in difflib.SequenceMatcher(
        None, kept.then, kept.now, autojunk=False
    ).get_opcodes():
        if what == "equal":
            continue
        told += 1
        if told > MOST:
            yield Problem(file, first + 1, KEY, "More has changed after this line.", MEND)
            return
        was, now = " ".join(kept.then[first:last]), " ".join(kept.now[start:end])
        name = _heading(kept.then[: first + 1]) or _heading(kept.now[: start + 1])
        yield Problem(file, first + 1, name, f"It says now: '{_cut(now)}'. Agreed was: '{_cut(was)}'.", MEND)


def _heading(lines: Sequence[str]) -> str:
    return next((line.removeprefix("## ") for line in reversed(lines) if line.startswith("## ")), "row")


def _cut(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:160]} ..."


# ---------------------------------------------------------------- what there is to agree to


def key(found: Sequence[Item]) -> Iterator[str]:
    """The lines of a lesson's key."""
    yield "# What is right, question by question"
    yield ""
    yield "Written by `python do.py agree` from questions.yaml and data/. A change here is a changed key: read it."
    for item in found:
        yield from ("", f"## {item.id}", "")
        yield f"{item.type}; rests on {', '.join(item.evidence) or 'nothing'}"
        yield from ("", _line(item.stem), "")
        yield from (_option(option, i) for i, option in enumerate(item.options))
        yield from _others(item)
        yield f"- Why: {_line(item.explanation)}"


def _option(option: Option, i: int) -> str:
    parts = [f"- {LETTERS[i]}. {_line(option.text)} [{_verdicts(option)}] {_line(option.feedback)}"]
    parts += [f"Left open: {_line(option.left)}"] if option.left else []
    parts += [f"Mistake: {option.mistake}."] if option.mistake else []
    parts += [f"Evidence: {', '.join(option.evidence)}."] if option.evidence else []
    parts += [f"Cells: {' | '.join(cell.text for cell in option.cells)}."] if option.cells else []
    return " ".join(parts)


def _verdicts(option: Option) -> str:
    """What each way of treating an option is worth, good ways first; the many that are not yet right are left out."""
    ways: dict[str, list[str]] = {}
    for way, outcome in option.verdicts.items():
        ways.setdefault(outcome, []).append("" if way == "chosen" else way)
    told = [
        f"{outcome}: {', '.join(ways[outcome])}".removesuffix(": ")
        for outcome in ("supported", "debated")
        if outcome in ways
    ]
    return "; ".join([*told, option.measure] if option.measure else told) or "not yet"


def _others(item: Item) -> Iterator[str]:
    """Every other field that says something."""
    for field in fields(item):
        value = getattr(item, field.name)
        usual = item.type in SURE if field.name == "confidence" else field.default
        if field.name not in _TOLD and value != usual and value not in ((), ("", "")):
            yield f"- {field.name}: {_line(str(value))}"


def _line(text: str) -> str:
    return " ".join(text.split())


def claims() -> Iterator[str]:
    """The lines of the claims, each beside the sentences that it restates."""
    known = sentences(DIGEST)
    yield "# The claims beside the sentences that they restate"
    yield ""
    yield "Written by `python do.py agree` from claims.csv and digest.md. Read each claim against its sentences."
    told: set[int] = set()
    for row in tables.rows(TABLE, home.seeds()):
        numbers = [int(number) for number in listed(row, "sentences")]
        told |= set(numbers)
        yield from ("", f"## {row['claim_id']}", "", row["claim"], "")
        yield f"- {row['part']}, said of {row['said_of']}, taught in {row['taught_in']}. {row['note']}"
        yield f"- rests on {row['depends_on'] or 'nothing'}; speaks against {row['disputes'] or 'nothing'}"
        yield from (f"- {number}. {known.get(number, '')}" for number in numbers)
    yield from ("", "## Sentences of no claim", "")
    yield from (f"- {number}. {text}" for number, text in known.items() if number not in told)


def rows() -> Iterator[str]:
    """The lines of data/agreed.csv: a short sum of each row of each table."""
    yield ",".join(HEADER)
    for table in tables.names(home.data()):
        named = tables.key(table) or tuple(field["name"] for field in tables.fields(table))[:3]
        columns = [named] if isinstance(named, str) else named
        for _, row in lined(table, home.data())[0]:
            text = "\x1f".join(str(value) for value in row.values())
            made = io.StringIO()
            name = " ".join(str(row[column]) for column in columns)
            csv.writer(made, lineterminator="").writerow([table, name, hashlib.sha256(text.encode()).hexdigest()[:8]])
            yield made.getvalue()


# ---------------------------------------------------------------- the command


def main(arguments: Sequence[str], ask: Callable[[str], str] = input) -> int:
    """Show what has changed, ask, and write it; with --yes without a question. Return 1 when nobody agreed."""
    changed = [kept for kept in files() if not kept.same]
    for kept in changed:
        name = lessons.shown(kept.path)
        print("\n".join(difflib.unified_diff(kept.then, kept.now, name, name, lineterm="", n=1)))
    if not changed:
        print("Keys, claims and rows are as somebody agreed to them.")
        return 0
    if (
        "--yes" not in arguments
        and ask("Have you read what has changed, and is it right? (y/n) ").strip().lower() != "y"
    ):
        print("Nothing was written.")
        return 1
    for kept in changed:
        kept.path.write_text("\n".join(kept.now) + "\n", encoding="utf-8")
    print(f"Agreed to: {', '.join(lessons.shown(kept.path) for kept in changed)}.")
    return 0
