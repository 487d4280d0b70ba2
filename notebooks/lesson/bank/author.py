"""Reads the questions of one lesson as their author wrote them, with the facts filled in, and collects mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any, cast

from lesson.bank import facts, yaml_lines
from lesson.bank.yaml_lines import List, Map
from lesson.core.item import ITEM_TYPES, UNGRADED, Item, ItemType, Option, Outcome
from lesson.core.problem import Problem

_NEEDED = ("id", "type", "objective", "stem", "options", "explanation", "evidence")
_ALLOWED = {*_NEEDED, "columns", "ends", "minutes", "confidence", "votes", "again_in", "isomorph", "hints"}
_ALLOWED |= {"key", "near", "span", "log", "unit", "weights"}
_OPTION = {"text", "correct", "also", "verdict", "feedback", "left", "mistake", "evidence"}
_TEXTS = ("objective", "stem", "explanation", "unit", "isomorph")
_LISTS = {
    "columns": ("texts", "columns: [first, second]"),
    "ends": ("texts", "ends: [what 0 means, what 100 means]"),
    "weights": ("texts", "weights: [no weight, a little, some, a lot]"),
    "hints": ("texts", "hints: [first hint, second hint]"),
    "also": ("columns", "also: [column]"),
    "evidence": ("ids", "evidence: [C1, E-C1-01]"),
}
_WORDS: dict[str, tuple[int | bool, int | bool]] = {"votes": (1, 2), "confidence": (True, False), "log": (True, False)}
_BANDS = ("inside", "near", "far")
MOST_OPTIONS = 26
"""An option is named by a letter."""
_POSITIVE = r"\d{1,15}(?:\.\d{1,15})?"
_RANGE = re.compile(rf"(-?{_POSITIVE})(?: to (-?{_POSITIVE}))?")
_Range = tuple[float, float]

_QUOTE = "write a text; put a number, and words such as yes and no, in quotation marks."
_SPAN = "write span: 10 to 10000, where guesses would lie."


class Author:
    """Reads one YAML file and collects the author's mistakes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = f"course/{path.parent.name}/{path.name}"
        self.problems: list[Problem] = []
        self.lesson = path.parent.name[:2]

    def add(self, line: int, where: str, what: str, mend: str) -> None:
        """Keep one mistake."""
        self.problems.append(Problem(self.file, line, where, what, mend))

    def items(self) -> Iterator[Item]:
        """Yield every item that can be used."""
        root, problems = yaml_lines.read(self.path, self.file)
        self.problems += problems
        if root is None and any(problem.fatal for problem in problems):
            return
        if not isinstance(root, List):
            self.add(1, "file", "The file is not a list of items.", "start each item with '- id: ...'.")
            return
        for entry, line in zip(root, root.lines, strict=True):
            made = self.item(entry, line)
            if made:
                yield made

    def item(self, entry: Any, line: int) -> Item | None:
        """Return one item, or None where it has a mistake."""
        if not isinstance(entry, Map):
            self.add(line, "file", "An entry of the list is not an item.", "start each item with '- id: ...'.")
            return None
        before = len(self.problems)
        where = _word(entry.get("id")) or "item without an id"
        kind = entry.get("type")
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
            columns=tuple(entry.get("columns") or ()),
            weights=tuple(entry.get("weights") or ()),
            ends=cast(tuple[str, str], tuple(entry.get("ends") or ("", ""))),
            minutes=entry.get("minutes", 1),
            confidence=entry.get("confidence", kind != "reflect"),
            unit=_word(entry.get("unit")),
            votes=entry.get("votes", 1),
            again_in=_word(entry.get("again_in")),
            isomorph=_word(entry.get("isomorph")),
            hints=tuple(self.fill(hint, entry.lines["hints"], where) for hint in entry.get("hints") or ()),
            evidence=tuple(entry["evidence"]),
            where=f"{self.file}:{entry.line}",
            **more,
        )
        return None if len(self.problems) > before else made

    def _frame(self, entry: Map, where: str, kind: object) -> None:
        """What must hold before the options can be read."""
        for name in _NEEDED:
            if _is_empty(entry.get(name)):
                self.add(entry.lines.get(name, entry.line), where, f"'{name}' is missing or empty.", f"add '{name}:'.")
        self._known(entry, _ALLOWED, where, "an item")
        if kind not in ITEM_TYPES:
            self.add(
                entry.lines.get("type", entry.line),
                where,
                f"'{_word(kind)}' is not a type of item.",
                f"use one of: {', '.join(ITEM_TYPES)}.",
            )
        if "id" in entry and not re.fullmatch(rf"{re.escape(self.lesson)}-[a-z0-9-]{{1,60}}", where):
            self.add(
                entry.lines["id"],
                where,
                "The id has another form.",
                f"write {self.lesson}- and a few words, such as {self.lesson}-whose-sentence.",
            )
        self._texts(entry, _TEXTS, where)
        self._words(entry, where)
        self._options(entry, where, kind)
        self._columns(entry, where, needed=kind == "match")
        self._weights(entry, where, allowed=kind == "match")
        self._ends(entry, where, needed=kind == "scale")
        for name in ("evidence", "hints"):
            self._list(entry, name, where)

    def _known(self, owner: Map, allowed: Set[str], where: str, what: str) -> None:
        for name in owner:
            if name not in allowed:
                self.add(
                    owner.lines[name],
                    where,
                    f"'{name}' is not a field of {what}.",
                    f"use one of: {', '.join(sorted(allowed))}.",
                )

    def _texts(self, owner: Map, names: Sequence[str], where: str) -> None:
        """Each of these fields holds one text, or a whole number that is shown as it is."""
        for name in names:
            if not _is_text(owner.get(name, "")) and owner[name] is not None:
                self.add(owner.lines[name], where, f"'{name}' is not a text.", _QUOTE)

    def _list(self, owner: Map, name: str, where: str) -> List | None:
        """Return a field that is a list of texts; None where it is not there or is something else."""
        value = owner.get(name)
        if value is None:
            return None
        what, example = _LISTS[name]
        if not isinstance(value, List):
            self.add(owner.lines[name], where, f"'{name}' is not a list of {what}.", f"write {example}.")
            return None
        for number, (entry, line) in enumerate(zip(value, value.lines, strict=True), 1):
            if not isinstance(entry, str) or not entry.strip():
                self.add(line, where, f"Entry {number} of '{name}' is not a text.", _QUOTE)
                return None
        return value

    def _words(self, entry: Map, where: str) -> None:
        """The fields that take a few words or a whole number."""
        for name, good in _WORDS.items():
            value = entry.get(name, good[0])
            if not any(type(value) is type(word) and value == word for word in good):
                shown = " or ".join(map(_word, good))
                self.add(entry.lines[name], where, f"'{name}' is {_word(value) or 'empty'}.", f"use {shown}.")
        minutes = entry.get("minutes", 1)
        if type(minutes) is not int or minutes < 1:
            self.add(entry.lines["minutes"], where, "'minutes' is not a whole number above 0.", "write minutes: 2.")
        if entry.get("again_in") is not None and not re.fullmatch(r"\d\d", _word(entry["again_in"])):
            self.add(
                entry.lines["again_in"], where, "'again_in' is not the number of a lesson.", 'write again_in: "05".'
            )

    def _options(self, entry: Map, where: str, kind: object) -> None:
        options, line = entry.get("options"), entry.lines.get("options", entry.line)
        if _is_empty(options):
            return
        if not isinstance(options, List):
            self.add(line, where, "'options' is not a list.", "start each option with '- text: ...'.")
            return
        for option, at in zip(options, options.lines, strict=True):
            if not isinstance(option, Map):
                self.add(at, where, "An entry of 'options' is not an option.", "start each option with '- text: ...'.")
        least = 2 if kind in ("single", "multiple", "match") else 1
        if not least <= len(options) <= MOST_OPTIONS:
            self.add(line, where, f"The number of options is {len(options)}.", f"write {least} to {MOST_OPTIONS}.")

    def _columns(self, entry: Map, where: str, needed: bool) -> None:
        line, mend = entry.lines.get("columns", entry.line), "add columns: [first, second]."
        columns = self._list(entry, "columns", where)
        if needed and entry.get("columns") is None:
            self.add(line, where, "A match has no columns.", mend)
        elif columns is not None and len(columns) < 2:
            self.add(line, where, "A match has fewer than two columns.", mend)
        elif columns is not None and len(set(columns)) < len(columns):
            self.add(line, where, "A column stands twice.", "give each column a name of its own.")

    def _weights(self, entry: Map, where: str, allowed: bool) -> None:
        weights = self._list(entry, "weights", where)
        if weights is not None and (not allowed or len(weights) < 2):
            self.add(
                entry.lines["weights"],
                where,
                "Only the cards of a match can be weighed, by two words or more.",
                "write weights: [no weight, a little, some, a lot], or take it out.",
            )

    def _ends(self, entry: Map, where: str, needed: bool) -> None:
        line, mend = entry.lines.get("ends", entry.line), "add ends: [what 0 means, what 100 means]."
        ends = self._list(entry, "ends", where)
        if needed and entry.get("ends") is None:
            self.add(line, where, "A scale has no ends.", mend)
        elif ends is not None and len(ends) != 2:
            self.add(line, where, "A scale has two ends.", mend)

    def numbers(self, entry: Map, where: str) -> dict[str, Any]:
        """The bands of a numeric item: inside the key, near it (a factor, "x2", or a distance, "5"), and far."""
        key = self._key(entry, where)
        around = self._around(entry, where, key)
        span = self._span(entry, where, key)
        if [_word(option.get("text")) for option in entry["options"]] != list(_BANDS):
            self.add(
                entry.lines["options"],
                where,
                "The options of a numeric item are its bands.",
                f"write one option each: {', '.join(_BANDS)}.",
            )
        if not key or not around:
            return {}
        return {"bands": (key, around, (None, None)), "span": span, "log": entry.get("log", False)}

    def _key(self, entry: Map, where: str) -> _Range | None:
        line = entry.lines.get("key", entry.line)
        match = _RANGE.fullmatch(self.fill(_word(entry.get("key")), line, where))
        if not match:
            self.add(
                line,
                where,
                "A numeric item has no key.",
                "write key: 20, or 215 to 502, or '{{arrivals(2024)}}'.",
            )
            return None
        low, high = float(match[1]), float(match[2] or match[1])
        if low > high:
            self.add(
                line,
                where,
                f"The key runs from {match[1]} down to {match[2]}.",
                f"write key: {match[2]} to {match[1]}.",
            )
            return None
        return low, high

    def _around(self, entry: Map, where: str, key: _Range | None) -> _Range | None:
        """The band that is near the key and holds it."""
        line = entry.lines.get("near", entry.line)
        match = re.fullmatch(rf"(x?)({_POSITIVE})", _word(entry.get("near")))
        if not match:
            self.add(
                line,
                where,
                "A numeric item does not say what is near.",
                "add near: 5 (a distance) or near: x2 (a factor).",
            )
        if not match or not key:
            return None
        (low, high), reach = key, float(match[2])
        factor = reach or 1
        around = (low / factor, high * factor) if match[1] else (low - reach, high + reach)
        if not around[0] <= low <= high <= around[1] or around == key:
            self.add(
                line,
                where,
                f"'near: {match[0]}' makes no band around the key.",
                "write a distance above 0, or a factor above 1 with a key above 0.",
            )
            return None
        return around

    def _span(self, entry: Map, where: str, key: _Range | None) -> _Range | None:
        """Where guesses would lie; it holds the key, and starts above 0 when it is counted in factors."""
        if entry.get("span") is None:
            if entry.get("log"):
                self.add(entry.lines["log"], where, "'log' counts a span, and there is none.", _SPAN)
            return None
        line, match = entry.lines["span"], _RANGE.fullmatch(_word(entry["span"]))
        if not match or not match[2]:
            self.add(line, where, "'span' is not a range of numbers.", _SPAN)
            return None
        first, last = float(match[1]), float(match[2])
        if first >= last:
            self.add(line, where, f"'span' does not rise from {match[1]} to {match[2]}.", _SPAN)
        elif entry.get("log") and first <= 0:
            self.add(
                line,
                where,
                "'span' touches 0 or less, which has no place on a log scale.",
                "start it above 0, or take 'log' out.",
            )
        elif key and not first <= key[0] <= key[1] <= last:
            self.add(line, where, f"The key lies outside the span, {match[0]}.", "write a span that holds the key.")
        return first, last

    def option(self, entry: Map, option: Map, where: str, number: int) -> Option | None:
        """Return one option, or None where it has a mistake."""
        place, before = f"{where}, option {number}", len(self.problems)
        self._known(option, _OPTION, place, "an option")
        for name in ("text", "feedback"):
            if _is_empty(option.get(name)):
                self.add(option.line, place, f"It has no {name}.", f"add '{name}:'; each option teaches something.")
        self._texts(option, ("text", "feedback", "left", "mistake"), place)
        for name in ("also", "evidence"):
            self._list(option, name, place)
        if option.get("verdict") not in (None, "debated"):
            self.add(
                option.lines["verdict"],
                place,
                "The only verdict to write is 'debated'.",
                "take it out, or write verdict: debated.",
            )
        if len(self.problems) > before:
            return None
        verdicts = self._verdicts(entry, option, place)
        if verdicts is None:
            return None
        return Option(
            text=self.fill(option["text"], option.lines["text"], place),
            verdicts=verdicts,
            feedback=self.fill(option["feedback"], option.lines["feedback"], place),
            left=self.fill(_word(option.get("left")), option.lines.get("left", option.line), place),
            mistake=_word(option.get("mistake")),
            column=_word(option["correct"]) if entry["type"] == "match" else "",
            evidence=tuple(option.get("evidence") or ()),
        )

    def _verdicts(self, entry: Map, option: Map, place: str) -> dict[str, Outcome] | None:
        """Turn `correct`, `also` and `verdict` into what each way of treating the option is worth."""
        correct, debated = option.get("correct"), option.get("verdict") == "debated"
        if entry["type"] in UNGRADED:
            return {}
        if entry["type"] == "numeric":
            return {"chosen": "supported" if option["text"] == "inside" else "not yet"}
        if entry["type"] == "match":
            return self._columns_of(entry["columns"], option, place)
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

    def _columns_of(self, columns: List, option: Map, place: str) -> dict[str, Outcome] | None:
        """What each column is worth for one card of a match."""
        debated = option.get("verdict") == "debated"
        good = {_word(option.get("correct")), *(option.get("also") or ())}
        if strange := sorted(good - set(columns)):
            named = ", ".join(filter(None, strange))
            self.add(
                option.lines.get("correct", option.line),
                place,
                f"'{named}' is not one of the columns." if named else "It names no column.",
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

    def fill(self, text: object, line: int, where: str) -> str:
        """Put the facts in: {{departures()}} becomes 22."""

        def fact(match: re.Match[str]) -> str:
            try:
                return facts.value(match[1])
            except facts.UNKNOWN as error:
                self.add(
                    line,
                    where,
                    f"There is no fact '{match[1]}' ({error}).",
                    f"use one of: {', '.join(facts.FACTS.names())}.",
                )
                return "?"

        filled = facts.PLACE.sub(fact, str(text)).strip()
        if "{{" in filled or "}}" in filled:
            self.add(line, where, "A '{{' or '}}' stands alone.", "write a fact as in {{departures()}}.")
        return filled


def _is_empty(value: object) -> bool:
    return value in (None, "", [], {}) or (isinstance(value, str) and not value.strip())


def _is_text(value: object) -> bool:
    return isinstance(value, str) or type(value) is int


def _word(value: object) -> str:
    """A value in a few words: a text as it is, nothing as "", and never what stands inside a list."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Map | List):
        return "a mapping" if isinstance(value, Map) else "a list"
    return "" if value is None else str(value)
