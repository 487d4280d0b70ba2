"""A blind test of the bank: what can be answered from stems and options alone, without tables, keys or lessons?

`python do.py blind` writes the questions into build/blind/questions.md; `python do.py blind answers.json` scores
answers to them. A question that needs the rows, and is answered all the same, tests a style and not the reading.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from lesson.bank import compile, grade, journey
from lesson.bank.credit import credit
from lesson.core import home, markdown
from lesson.core.item import Item, Sheet
from lesson.publish.document import write

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GOOD = ("supported", "debated")
FORMS = {
    "single": '"B"',
    "multiple": '"AC"',
    "pick": '"AC"',
    "mark": '"AC"',
    "match": '{"A": "name of a column", ...}',
    "numeric": "120",
    "order": '"CAB"',
    "group": '["AC", "B"]',
}
HALF, TICKED = 0.5, ("multiple", "pick", "order", "group")


@dataclass(frozen=True)
class Score:
    """What one answer earned, beside what a guess would: `whole` and `part` from 0 to 1."""

    item: Item
    whole: bool
    part: float
    whole_by_chance: float
    part_by_chance: float


def asked() -> list[Item]:
    """Every graded item of the course, in order."""
    return [item for item in journey.items() if grade.is_graded(item)]


def questions(items: Iterable[Item]) -> str:
    """Return what a blind reader sees, as Markdown: stems, options, labels; no cell of a table, no text of a lesson."""
    parts = [f"# Blind test\n\nAnswer every question as JSON: an object with the id of each. {json.dumps(FORMS)}\n"]
    for item in items:
        sheet = compile.compile(item)
        parts.append(f"\n## {item.id} ({item.type})\n\n{sheet['stem_text']}\n\n{_seen(item, sheet)}\n")
    return "".join(parts)


def _seen(item: Item, sheet: Sheet) -> str:
    if item.type == "numeric":
        span = f", between {item.span[0]:g} and {item.span[1]:g}" if item.span else ""
        return f"A number; its unit: {item.unit or 'none'}{span}."
    texts = [markdown.plain(option.text) for option in item.options]
    if item.type == "mark" and item.taken_from:
        texts = [f"sentence {option.number}" for option in item.options]
    lines = [f"- {letter}. {text}" for letter, text in zip(LETTERS, texts, strict=False)]
    columns = [f"Columns: {'; '.join(item.columns)}"] if item.columns else []
    return "\n".join([*lines, *columns])


def answer(sheet: Sheet, given: Any) -> Any:
    """Turn what a blind reader wrote into an answer as the card would send it; None for what is none."""
    kind = sheet["type"]
    try:
        if kind == "numeric":
            return float(given)
        if kind == "match":
            return [sheet["columns"].index(given[LETTERS[i]]) for i in range(len(sheet["options"]))]
        if kind == "group":
            place = {letter: number for number, letters in enumerate(given) for letter in letters}
            return [place.get(LETTERS[i]) for i in range(len(sheet["options"]))]
        places = [LETTERS.index(letter) for letter in str(given) if letter in LETTERS]
        one = kind == "single" or (kind == "mark" and sheet.get("ask") == "one")
        return places[0] if one else places
    except (TypeError, ValueError, KeyError, IndexError):
        return None


def scored(items: Iterable[Item], answers: dict[str, Any]) -> list[Score]:
    """Return the score of each item; an item without an answer earns nothing."""
    found = []
    for item in items:
        sheet = compile.compile(item)
        given = answer(sheet, answers.get(item.id))
        whole = grade.grade(sheet, given).outcome in GOOD
        found.append(Score(item, whole, credit(sheet, given), grade.chance(item), _part_by_chance(item)))
    return found


def _part_by_chance(item: Item) -> float:
    if item.type in TICKED or (item.type == "mark" and item.ask != "one"):
        return HALF
    if item.type == "match":
        good = [sum(v != "not yet" for v in option.verdicts.values()) / len(item.columns) for option in item.options]
        return mean(good)
    return grade.chance(item)


def report(scores: Sequence[Score]) -> str:
    """Return the figures as a table: whole keys and credit, beside chance, by what a question needs."""
    lines = ["| needs | items | whole keys | by chance | credit | by chance |", "|---|---|---|---|---|---|"]
    groups: dict[str, Callable[[Score], bool]] = {
        "all": lambda score: True,
        **{need: _needing(need) for need in dict.fromkeys(score.item.needs for score in scores)},
    }
    for name, keeps in groups.items():
        part = [score for score in scores if keeps(score)]
        if part:
            lines.append(
                f"| {name or 'not said'} | {len(part)} | {_percent(s.whole for s in part)} |"
                f" {_percent(s.whole_by_chance for s in part)} | {_percent(s.part for s in part)} |"
                f" {_percent(s.part_by_chance for s in part)} |"
            )
    right = [score.item.id for score in scores if score.whole]
    return "\n".join([*lines, "", f"Whole keys: {', '.join(right) or 'none'}."])


def _needing(need: str) -> Callable[[Score], bool]:
    return lambda score: score.item.needs == need


def _percent(values: Iterable[float]) -> str:
    return f"{100 * mean(map(float, values)):.0f} %"


def main(arguments: Sequence[str]) -> int:
    """Write the questions, or score the files of answers that are named; return 1 where one cannot be read."""
    items = asked()
    if not arguments:
        write(home.build() / "blind" / "questions.md", questions(items))
        return 0
    for name in arguments:
        try:
            given = json.loads(Path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            print(f"{name}: It cannot be read ({error}). To mend it: write one JSON object, an id and an answer each.")
            return 1
        print(f"{Path(name).name}\n{report(scored(items, given))}")
    return 0
