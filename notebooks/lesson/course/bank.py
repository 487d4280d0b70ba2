"""Questions: data/items/NN.yaml, with the facts filled in, become sheets.

An author's mistake is file:line, item, what is wrong, how to mend it; `python -m lesson.course.bank check` lists all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml

from lesson.course import facts, markdown, tables
from lesson.course.items import DATA, ITEM_TYPES, UNGRADED, EvidenceLink, Item, ItemType, Option, Outcome, Sheet
from lesson.course.tables import DataError, Problem

ITEMS = DATA / "items"

_PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_NEEDED = ("id", "type", "objective", "stem", "options", "explanation", "evidence")
_ALLOWED = {*_NEEDED, "columns", "ends", "minutes", "confidence", "votes", "again_in", "isomorph", "hints"}
_ALLOWED |= {"key", "near", "span", "log", "unit", "weights"}
_OPTION = {"text", "correct", "also", "verdict", "feedback", "left", "mistake", "evidence"}
_BANDS = ("inside", "near", "far")
_NUMBER = r"-?\d+(?:\.\d+)?"


def items(lesson: str, folder: Path = ITEMS) -> tuple[Item, ...]:
    """Return the items of one lesson ("00") in their authored order. Raises DataError with every mistake."""
    found, problems = load(folder / f"{lesson}.yaml")
    if problems:
        raise DataError(problems)
    return found


def item(item_id: str, folder: Path = ITEMS) -> Item:
    """Return one item. Raises KeyError, with the ids there are, when no file has it."""
    lesson = item_id[:2]
    there = items(lesson, folder) if (folder / f"{lesson}.yaml").is_file() else ()
    for found in there:
        if found.id == item_id:
            return found
    raise KeyError(
        f"There is no item '{item_id}'. Items of lesson {lesson}: {', '.join(i.id for i in there) or 'none'}."
    )


def load(path: Path) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Return the items of a file that can be read, and every mistake in it."""
    try:
        status = path.stat()
    except OSError:
        return (), (Problem(path.name, 1, "file", "The file is not there.", "name one file a lesson: 00.yaml."),)
    return _load(path, (status.st_mtime_ns, status.st_size), tables.stamp())


@lru_cache(maxsize=16)
def _load(path: Path, own: tuple[int, int], facts_from: int) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    author = _Author(path)
    found = tuple(author.items())
    return found, tuple(author.problems)


class _Author:
    """Reads one YAML file and collects the author's mistakes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = f"{path.parent.name}/{path.name}"
        self.problems: list[Problem] = []
        self.lesson = path.stem

    def add(self, line: int, where: str, what: str, mend: str) -> None:
        self.problems.append(Problem(self.file, line, where, what, mend))

    def items(self) -> Iterator[Item]:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            text = self.path.read_text(encoding="utf-8")
            root = _plain(yaml.compose(text, loader), self)
        except UnicodeDecodeError as error:
            self.add(1, "file", f"A character is not UTF-8 ({error.reason}).", "save the file as UTF-8.")
            return
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.add(
                mark.line + 1 if mark else 1,
                "YAML",
                f"{error.problem or 'It cannot be read'}.",
                "check the spaces at the start of the line, and put text with ': ' or '#' under '>-'.",
            )
            return
        if not isinstance(root, list):
            self.add(1, "file", "The file is not a list of items.", "start each item with '- id: ...'.")
            return
        for entry in root:
            made = self.item(entry)
            if made:
                yield made

    def item(self, entry: Any) -> Item | None:
        if not isinstance(entry, _Map):
            self.add(1, "file", "An entry of the list is not an item.", "start each item with '- id: ...'.")
            return None
        before = len(self.problems)
        where = str(entry.get("id", "item without an id"))
        for name in _NEEDED:
            if entry.get(name) in (None, "", [], {}):
                self.add(entry.line, where, f"'{name}' is missing or empty.", f"add '{name}:'.")
        for name in entry:
            if name not in _ALLOWED:
                self.add(
                    entry.lines[name],
                    where,
                    f"'{name}' is not a field of an item.",
                    f"use one of: {', '.join(sorted(_ALLOWED))}.",
                )
        kind = entry.get("type")
        if kind not in ITEM_TYPES:
            self.add(
                entry.lines.get("type", entry.line),
                where,
                f"'{kind}' is not a type of item.",
                f"use one of: {', '.join(ITEM_TYPES)}.",
            )
        self._frame(entry, where, kind)
        if len(self.problems) > before:
            return None
        more: dict[str, Any] = self.numbers(entry, where) if kind == "numeric" else {}
        more |= {
            name: self.fill(entry[name], entry.lines[name], where) for name in ("objective", "stem", "explanation")
        }
        options = tuple(self.option(entry, option, where, number) for number, option in enumerate(entry["options"], 1))
        made = Item(
            id=where,
            lesson=self.lesson,
            type=cast(ItemType, kind),
            options=cast(tuple[Option, ...], options),
            columns=tuple(map(str, entry.get("columns") or ())),
            weights=tuple(map(str, entry.get("weights") or ())),
            ends=_pair(entry.get("ends") or ("", "")),
            minutes=entry.get("minutes", 1),
            confidence=entry.get("confidence", kind != "reflect"),
            unit=str(entry.get("unit", "")),
            votes=entry.get("votes", 1),
            again_in=str(entry.get("again_in", "")),
            isomorph=str(entry.get("isomorph", "")),
            hints=tuple(self.fill(h, entry.line, where) for h in entry.get("hints") or ()),
            evidence=tuple(map(str, entry["evidence"])),
            where=f"{self.file}:{entry.line}",
            **more,
        )
        return None if len(self.problems) > before else made

    def _frame(self, entry: _Map, where: str, kind: object) -> None:
        """What must hold before the options can be read."""
        line = entry.line
        if not re.fullmatch(rf"{re.escape(self.lesson)}-[a-z0-9-]+", where):
            self.add(
                line,
                where,
                "The id has another form.",
                f"write {self.lesson}- and a few words, such as {self.lesson}-whose-sentence.",
            )
        if not isinstance(entry.get("options"), list) or not all(
            isinstance(o, _Map) for o in entry.get("options") or ()
        ):
            self.add(
                entry.lines.get("options", line),
                where,
                "'options' is not a list.",
                "start each option with '- text: ...'.",
            )
        if not isinstance(entry.get("evidence"), list):
            self.add(
                entry.lines.get("evidence", line),
                where,
                "'evidence' is not a list of ids.",
                "write evidence: [C1, E-C1-01].",
            )
        if kind == "match" and not isinstance(entry.get("columns"), list):
            self.add(line, where, "A match has no columns.", "add columns: [first, second].")
        if "weights" in entry and (
            kind != "match" or not isinstance(entry["weights"], list) or len(entry["weights"]) < 2
        ):
            self.add(
                entry.lines["weights"],
                where,
                "Only the cards of a match can be weighed, by two words or more.",
                "write weights: [no weight, a little, some, a lot], or take it out.",
            )
        if kind == "scale" and len(entry.get("ends") or ()) != 2:
            self.add(line, where, "A scale has no ends.", "add ends: [what 0 means, what 100 means].")
        for name, good in (("votes", (1, 2)), ("confidence", (True, False))):
            if name in entry and entry[name] not in good:
                self.add(entry.lines[name], where, f"'{name}' is {entry[name]!r}.", f"use {good[0]} or {good[1]}.")
        if not isinstance(entry.get("minutes", 1), int):
            self.add(entry.lines["minutes"], where, "'minutes' is not a whole number.", "write minutes: 2.")

    def numbers(self, entry: _Map, where: str) -> dict[str, Any]:
        """The bands of a numeric item: inside the key, near it (a factor, "x2", or a distance, "5"), and far."""
        line = entry.lines.get("key", entry.line)
        key = re.fullmatch(rf"({_NUMBER})(?: to ({_NUMBER}))?", self.fill(entry.get("key", ""), line, where))
        near = re.fullmatch(r"(x?)(\d+(?:\.\d+)?)", str(entry.get("near", "")))
        span = re.fullmatch(rf"({_NUMBER}) to ({_NUMBER})", str(entry.get("span", "")))
        if not key:
            self.add(
                line,
                where,
                "A numeric item has no key.",
                "write key: 20, or 215 to 502, or '{{arrivals(2024)}}'.",
            )
        if not near:
            self.add(
                line,
                where,
                "A numeric item does not say what is near.",
                "add near: 5 (a distance) or near: x2 (a factor).",
            )
        if entry.get("span") is not None and not span:
            self.add(
                line, where, "'span' is not a range of numbers.", "write span: 10 to 10000, where guesses would lie."
            )
        if [str(option.get("text")) for option in entry["options"]] != list(_BANDS):
            self.add(
                line,
                where,
                "The options of a numeric item are its bands.",
                f"write one option each: {', '.join(_BANDS)}.",
            )
        if not key or not near:
            return {}
        low, high = float(key[1]), float(key[2] or key[1])
        reach = float(near[2])
        around = (low / reach, high * reach) if near[1] else (low - reach, high + reach)
        ends = (float(span[1]), float(span[2])) if span else None
        return {"bands": ((low, high), around, (None, None)), "span": ends, "log": entry.get("log") is True}

    def option(self, entry: _Map, option: _Map, where: str, number: int) -> Option | None:
        place = f"{where}, option {number}"
        for name in option:
            if name not in _OPTION:
                self.add(
                    option.lines[name],
                    place,
                    f"'{name}' is not a field of an option.",
                    f"use one of: {', '.join(sorted(_OPTION))}.",
                )
        for name in ("text", "feedback"):
            if not option.get(name):
                self.add(option.line, place, f"It has no {name}.", f"add '{name}:'; each option teaches something.")
                return None
        verdicts = self._verdicts(entry, option, place)
        if verdicts is None:
            return None
        return Option(
            text=self.fill(option["text"], option.line, place),
            verdicts=verdicts,
            feedback=self.fill(option["feedback"], option.line, place),
            left=self.fill(option.get("left", ""), option.line, place),
            mistake=str(option.get("mistake", "")),
            column=str(option["correct"]) if entry["type"] == "match" else "",
            evidence=tuple(map(str, option.get("evidence") or ())),
        )

    def _verdicts(self, entry: _Map, option: _Map, place: str) -> dict[str, Outcome] | None:
        """Turn `correct`, `also` and `verdict` into what each way of treating the option is worth."""
        correct, debated = option.get("correct"), option.get("verdict") == "debated"
        if option.get("verdict") not in (None, "debated"):
            self.add(
                option.lines["verdict"],
                place,
                "The only verdict to write is 'debated'.",
                "take it out, or write verdict: debated.",
            )
        if entry["type"] in UNGRADED:
            return {}
        if entry["type"] == "numeric":
            return {"chosen": "supported" if option["text"] == "inside" else "not yet"}
        if entry["type"] == "match":
            columns = [str(column) for column in entry["columns"]]
            good = [str(correct), *map(str, option.get("also") or ())]
            if set(good) - set(columns):
                self.add(
                    option.line,
                    place,
                    f"'{', '.join(sorted(set(good) - set(columns)))}' is not one of the columns.",
                    f"use one of: {', '.join(columns)}.",
                )
                return None
            if debated != (len(good) > 1):
                self.add(
                    option.line,
                    place,
                    "A debated card names the other column that can be argued for, and only such a card does.",
                    "write both 'verdict: debated' and 'also: [column]', or neither.",
                )
                return None
            word: Outcome = "debated" if debated else "supported"
            return {column: word if column in good else "not yet" for column in columns}
        if not isinstance(correct, bool) and not debated:
            self.add(
                option.line,
                place,
                "It does not say whether it is right.",
                "add 'correct: true', 'correct: false' or 'verdict: debated'.",
            )
            return None
        if entry["type"] == "single":
            return {"chosen": "debated" if debated else "supported" if correct else "not yet"}
        if debated:
            return {"ticked": "debated", "left": "debated"}
        return {"ticked": "supported" if correct else "not yet", "left": "not yet" if correct else "supported"}

    def fill(self, text: object, line: int, where: str) -> str:
        """Put the facts in: {{departures()}} becomes 22."""

        def fact(match: re.Match[str]) -> str:
            try:
                return facts.value(match[1])
            except (KeyError, TypeError, ValueError) as error:
                self.add(
                    line,
                    where,
                    f"There is no fact '{match[1]}' ({error}).",
                    f"use one of: {', '.join(sorted(facts.FACTS))}.",
                )
                return "?"

        return _PLACE.sub(fact, str(text)).strip()


class _Map(dict[str, Any]):
    """A YAML mapping that remembers its lines."""

    line: int
    lines: dict[str, int]


def _plain(node: yaml.Node | None, author: _Author) -> Any:
    """Turn YAML nodes into lists, texts, numbers and `_Map`s; no tag can make anything else."""
    if isinstance(node, yaml.MappingNode):
        made = _Map()
        made.line, made.lines = node.start_mark.line + 1, {}
        for name_node, value_node in node.value:
            name, line = str(name_node.value), name_node.start_mark.line + 1
            if name in made:
                author.add(line, str(made.get("id", "item")), f"'{name}' stands twice.", "keep one of them.")
            made[name], made.lines[name] = _plain(value_node, author), line
        return made
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, author) for child in node.value]
    if isinstance(node, yaml.ScalarNode):
        words: dict[str, Any] = {
            "tag:yaml.org,2002:bool": lambda v: v.lower() in ("true", "yes", "on"),
            "tag:yaml.org,2002:int": _integer,
            "tag:yaml.org,2002:null": lambda v: None,
        }
        return words.get(node.tag, str)(node.value)
    return None


def _pair(texts: Sequence[object]) -> tuple[str, str]:
    low, high = map(str, texts)
    return low, high


def _integer(text: str) -> int | str:
    return int(text) if re.fullmatch(r"-?(0|[1-9]\d*)", text) else text


def links(evidence_id: str) -> list[EvidenceLink]:
    """Return where one piece of evidence can be read: an entry for each publication behind it."""
    table, _ = tables.find(evidence_id)
    if table == "claims":
        essay = next(s for s in tables.rows("sources") if s["source_id"] == tables.ESSAY)
        return [EvidenceLink(id=evidence_id, label="the essay", url=essay["url"])]
    return [
        EvidenceLink(id=evidence_id, label=", ".join(filter(None, (s["publisher"], s["date"]))), url=s["url"])
        for s in tables.sources(table, evidence_id)[:2]
    ]


def compile(made: Item) -> Sheet:
    """Return the item as a sheet: plain JSON with safe HTML. Raises KeyError when a piece of evidence is nowhere."""
    return Sheet(
        id=made.id,
        lesson=made.lesson,
        type=made.type,
        version=made.version,
        minutes=made.minutes,
        votes=made.votes,
        again_in=made.again_in,
        isomorph=made.isomorph,
        start=start(made),
        stem=markdown.block(made.stem),
        stem_text=markdown.plain(made.stem),
        columns=list(made.columns),
        weights=list(made.weights),
        ends=list(made.ends),
        bands=[list(band) for band in made.bands],
        unit=made.unit,
        options=[
            {
                "label": markdown.inline(o.text),
                "text": markdown.plain(o.text),
                "verdicts": dict(o.verdicts),
                "column": o.column,
                "feedback": markdown.inline(o.feedback),
                "left": markdown.inline(o.left),
            }
            for o in made.options
        ],
        explanation=markdown.block(made.explanation),
        hints=[markdown.inline(hint) for hint in made.hints],
        evidence=[link for evidence_id in made.evidence for link in links(evidence_id)],
        debated=made.debated,
    )


def start(made: Item) -> int | None:
    """Where "how sure are you?" begins, in per cent: at chance; at 50 where nothing is graded; None if not asked."""
    if not made.confidence:
        return None
    return 50 if made.type in UNGRADED else round(100 * made.chance)


def evidence_exists(evidence_id: str) -> bool:
    """Say whether any table or the claim map has a row of this id."""
    try:
        tables.find(evidence_id)
    except KeyError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """`check [FILE ...]`: list every mistake of every file; return 1 when there is one."""
    from lesson.course import lint

    if not arguments or arguments[0] != "check":
        print("Use: python -m lesson.course.bank check [data/items/00.yaml ...]")
        return 2
    paths = [Path(name) for name in arguments[1:]] or sorted(ITEMS.glob("*.yaml"))
    problems, count = [], 0
    for path in paths:
        found, broken = load(path)
        problems += [*broken, *lint.problems(found)]
        count += len(found)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} mistakes." if problems else f"No mistake in {count} items.")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
