"""Spoil a copy of the course at random, one slip at a time, and count which slips `check` names: do.py spoil.

Each slip is of a kind that would mislead a learner: a key under another option, a number, a "not" taken out. The same
seed makes the same slips. What nothing names is listed.
"""

from __future__ import annotations

import argparse
import copy
import csv
import io
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from support import HOME

from lesson import tables
from lesson.core import home
from lesson.publish import agreed, cli

SEED, COUNT = 20201118, 300
SWAPS = {"all": "some", "most": "few", "never": "often", "more": "less", "before": "after", "only": "also"}
Row = list[str]
Chance = random.Random


@dataclass(frozen=True)
class Slip:
    """One edit: a file, its new text, and what was done in a few words."""

    path: Path
    text: str
    what: str


# ---------------------------------------------------------------- tables


def in_table(chance: Chance, path: Path, columns: dict[str, dict[str, Any]]) -> Slip | None:
    """Change one cell of a table so that it says something else, swap two cells, or take a row out."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    if len(rows) < 2:
        return None
    y, x = chance.randrange(len(rows)), chance.randrange(len(header))
    name, row = header[x], rows[y]
    way = chance.choice(("cell", "cell", "cell", "swap", "row"))
    if way == "row":
        what, rows = f"row {row[0]} taken out", [*rows[:y], *rows[y + 1 :]]
    elif way == "swap":
        other = chance.randrange(len(rows))
        if rows[other][x] == row[x]:
            return None
        row[x], rows[other][x] = rows[other][x], row[x]
        what = f"{name} of {row[0]} and {rows[other][0]} swapped"
    else:
        changed = another(chance, row[x], columns.get(name, {}))
        if changed in (None, row[x]):
            return None
        what, row[x] = f"{name} of {row[0]}: {row[x][:40]!r} to {str(changed)[:40]!r}", str(changed)
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([header, *rows])
    return Slip(path, made.getvalue(), what)


def another(chance: Chance, cell: str, field: dict[str, Any]) -> str | None:
    """Another value of the same sort: another word of the list, another number, another month, other words."""
    words = [word for word in field.get("constraints", {}).get("enum", ()) if word != cell]
    if words:
        return chance.choice(words)
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", cell):
        return f"{cell[:5]}{1 + int(cell[5:7]) % 12:02}{cell[7:]}"
    if re.fullmatch(r"\d+", cell):
        return str(int(cell) + chance.choice((1, 10, -1)))
    if ";" in cell and " " not in cell:
        return ";".join(cell.split(";")[:-1])
    return otherwise(chance, cell)


def otherwise(chance: Chance, text: str) -> str | None:
    """The text with a "not" less, a word turned into its opposite, or another number; None where it has neither."""
    ways: list[Callable[[], str]] = []
    if re.search(r"\bnot\b ?", text):
        ways.append(lambda: re.sub(r"\bnot\b ?", "", text, count=1))
    for word, other in SWAPS.items():
        if re.search(rf"\b{word}\b", text):
            ways.append(lambda word=word, other=other: re.sub(rf"\b{word}\b", other, text, count=1))  # type: ignore[misc]
    numbers = list(re.finditer(r"(?<!\{)\b\d{1,4}\b(?![^{]*\}\})", text))
    if numbers:
        found = chance.choice(numbers)
        ways.append(lambda: f"{text[: found.start()]}{int(found[0]) + 1}{text[found.end() :]}")
    return chance.choice(ways)() if ways else None


# ---------------------------------------------------------------- questions


def in_questions(chance: Chance, path: Path) -> Slip | None:
    """Change one question of a file so that it teaches something else."""
    items = yaml.safe_load(path.read_text(encoding="utf-8"))
    i = chance.randrange(len(items))
    item, way = items[i], chance.choice(list(WAYS))
    before = copy.deepcopy(items)
    WAYS[way](chance, items, i)
    if items == before:
        return None
    text = yaml.safe_dump(items, allow_unicode=True, sort_keys=False, width=1000)
    return Slip(path, text, f"{item['id']}: {way}")


def _swap(name: str) -> Callable[[Chance, list[Any], int], None]:
    def swap(chance: Chance, items: list[Any], i: int) -> None:
        options = [option for option in items[i].get("options", ()) if isinstance(option, dict) and name in option]
        if len(options) > 1:
            one, other = chance.sample(options, 2)
            one[name], other[name] = other[name], one[name]

    return swap


def _stems(chance: Chance, items: list[Any], i: int) -> None:
    other = chance.randrange(len(items))
    items[i]["stem"], items[other]["stem"] = items[other]["stem"], items[i]["stem"]


def _words(chance: Chance, items: list[Any], i: int) -> None:
    places = [(items[i], name) for name in ("stem", "explanation") if name in items[i]]
    for option in items[i].get("options", ()):
        places += [(option, name) for name in ("text", "feedback") if isinstance(option, dict) and name in option]
    where, name = chance.choice(places)
    where[name] = otherwise(chance, str(where[name])) or where[name]


def _key(chance: Chance, items: list[Any], i: int) -> None:
    options = [option for option in items[i].get("options", ()) if isinstance(option, dict) and "correct" in option]
    if not options:
        return
    option = chance.choice(options)
    columns = items[i].get("columns")
    if isinstance(option["correct"], bool):
        option["correct"] = not option["correct"]
    elif columns:
        option["correct"] = chance.choice(columns)


def _option(chance: Chance, items: list[Any], i: int) -> None:
    if len(items[i].get("options", ())) > 2:
        items[i]["options"].pop(chance.randrange(len(items[i]["options"])))


def _question(chance: Chance, items: list[Any], i: int) -> None:
    items.pop(i)


def _evidence(chance: Chance, items: list[Any], i: int) -> None:
    other = chance.choice(items)
    if items[i].get("evidence") and other.get("evidence"):
        items[i]["evidence"] = other["evidence"]


WAYS: dict[str, Callable[[Chance, list[Any], int], None]] = {
    "option texts swapped": _swap("text"),
    "feedback swapped": _swap("feedback"),
    "stems swapped": _stems,
    "words turned round": _words,
    "another key": _key,
    "an option taken out": _option,
    "a question taken out": _question,
    "evidence of another question": _evidence,
}


# ---------------------------------------------------------------- the run


def slips(chance: Chance, place: Path, count: int) -> Iterator[tuple[str, Slip]]:
    """Yield `count` slips in tables, in claims and in questions each."""
    fields = {
        folder: {name: {f["name"]: f for f in tables.fields(name, folder)} for name in tables.names(folder)}
        for folder in (place / "data", place / "seeds")
    }
    data = [place / "data" / f"{name}.csv" for name in fields[place / "data"]]
    weights = [len(path.read_text(encoding="utf-8").splitlines()) ** 0.5 for path in data]
    questions = sorted((place / "course").glob("*/questions.yaml"))
    for group in ("data", "claims", "questions"):
        made = 0
        while made < count:
            if group == "data":
                (path,) = chance.choices(data, weights)
                slip = in_table(chance, path, fields[place / "data"][path.stem])
            elif group == "claims":
                slip = in_table(chance, place / "seeds" / "claims.csv", fields[place / "seeds"]["claims"])
            else:
                slip = in_questions(chance, chance.choice(questions))
            if slip:
                made += 1
                yield group, slip


def named(slip: Slip, before: set[str]) -> list[str]:
    """Make a slip, ask `check`, and take the slip back; return what is named that was not named before."""
    text = slip.path.read_bytes()
    slip.path.write_text(slip.text, encoding="utf-8")
    try:
        return [message for message in map(str, cli.problems()) if message not in before]
    finally:
        slip.path.write_bytes(text)


def main(arguments: Sequence[str]) -> int:
    """`[--seed N] [--count N]`: spoil, count, list what nothing names. Return 1 when less than 95 per cent are named."""
    parser = argparse.ArgumentParser(prog="python do.py spoil", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT, help="slips in data, in claims and in questions each")
    known = parser.parse_args(arguments)
    chance, seen, by_rule, unnamed = Chance(known.seed), Counter[str](), Counter[str](), list[str]()
    skip = shutil.ignore_patterns(".venv*", ".git", "my-answers", "__pycache__", "build", ".ipynb_checkpoints")
    with tempfile.TemporaryDirectory(prefix="spoiled-") as folder:
        place = Path(shutil.copytree(HOME, Path(folder) / "project", ignore=skip))
        with home.at(place):
            before = set(map(str, cli.problems()))
            for group, slip in slips(chance, place, known.count):
                found = named(slip, before)
                seen[group] += bool(found)
                by_rule[group] += any(agreed.MEND not in message for message in found)
                if not found:
                    unnamed.append(f"{group}: {slip.path.relative_to(place)}: {slip.what}")
    for group, count in seen.items():
        print(
            f"{group}: {count} of {known.count} named, {by_rule[group]} of them by a rule; the others as not agreed to"
        )
    print("\n".join(["Named by nothing:", *unnamed] if unnamed else ["Every slip is named."]))
    return int(sum(seen.values()) < 0.95 * 3 * known.count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
