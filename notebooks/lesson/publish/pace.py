"""How long the core path of a lesson is: its words as shown, and its minutes by a formula.

Core is what stands outside of optional parts, of folds in the text, and of the lists of words and sources.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lesson.bank import compile, lessons, load
from lesson.core import home, markdown
from lesson.core.item import Item
from lesson.core.problem import Problem
from lesson.publish import lesson_file, marks, stored
from lesson.screen.ask import as_text
from lesson.screen.show import show

WORDS_A_MINUTE = 190
SECONDS = {
    "single": 25, "multiple": 35, "match": 45, "numeric": 25, "scale": 10, "reflect": 120,
    "pick": 45, "order": 40, "group": 45, "mark": 35, "predict": 15,
}  # fmt: skip
"""To think and to press, beside the reading; a class that votes twice talks in between."""
TALK = 180
UNREAD = ("glossary", "sources")
CALL = re.compile(r"lesson\.(ask|show|explore)\(")
COMMENT = re.compile(r"<!--.*?-->", re.S)
FOLD = re.compile(r"<details>.*?</details>", re.S)


@dataclass(frozen=True)
class Pace:
    """The core path of one lesson: words as shown, and minutes."""

    words: int
    minutes: float


@dataclass(frozen=True)
class Part:
    """One part of the core path: its heading, its words as shown, and its minutes by the formula."""

    heading: str
    words: int
    minutes: float


def pace(number: str) -> Pace:
    """Return the length of a lesson's core path. Raises DataError where its questions or tables cannot be used."""
    found = parts(number)
    return Pace(sum(part.words for part in found), sum(part.minutes for part in found))


def parts(number: str) -> list[Part]:
    """Return the parts of a lesson's core path in order. Raises DataError as `pace` does."""
    found: list[tuple[str, list[tuple[int, float]]]] = []
    for cell in core(number):
        heading = re.match(r"##? +(.*)", cell.source) if cell.kind == "markdown" else None
        if heading or not found:
            found.append((heading[1] if heading else "", []))
        found[-1][1].append(_cell(cell))
    return [_part(heading, sum(w for w, _ in cells), sum(s for _, s in cells)) for heading, cells in found]


def _part(heading: str, words: int, seconds: float) -> Part:
    return Part(heading, words, words / WORDS_A_MINUTE + seconds / 60)


def _cell(cell: lesson_file.Cell) -> tuple[int, float]:
    """The words of a cell as shown, and the seconds beside reading them."""
    if cell.kind == "markdown":
        return len(markdown.plain(FOLD.sub("", COMMENT.sub("", marks.fill(cell.source)))).split()), 0.0
    words, seconds = 0, 0.0
    for name, what, more in calls(cell.source):
        if name == "ask":
            item = load.item(what)
            words += _words(item)
            seconds += SECONDS[item.type] + (TALK if item.votes == 2 and not item.again_in else 0)
        elif name == "show" and what not in UNREAD:
            words += len(show(what, **more).text.split())
        elif name == "explore":
            seconds += TALK
    return words, seconds


def core(number: str) -> Iterator[lesson_file.Cell]:
    """Yield the cells of the core path in order."""
    optional = False
    for cell in lesson_file.read(number)[0]:
        if cell.kind == "markdown" and re.match(r"##? ", cell.source):
            optional = stored.is_optional(cell)
        if not optional:
            yield cell


def calls(source: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield what a code cell asks, shows or opens: the word, the name, and the other arguments."""
    if not CALL.search(source):
        return
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        if node.func.attr in ("ask", "show", "explore") and isinstance(node.args[0], ast.Constant):
            more = {str(k.arg): ast.literal_eval(k.value) for k in node.keywords}
            yield node.func.attr, str(node.args[0].value), more


def _words(item: Item) -> int:
    """The question as it is shown, and what is read after an answer: one feedback and the explanation."""
    sheet = compile.compile(item)
    feedback = [len(markdown.plain(option.feedback).split()) for option in item.options]
    after = sum(feedback) / len(feedback) if feedback else 0
    return (
        len(as_text(sheet, "").split())
        + round(after)
        + sum(len(markdown.plain(words).split()) for words in (item.explanation, item.settles, item.stronger))
    )


def problems(number: str) -> Iterator[Problem]:
    """A core path that is too long for a lesson at school; what has no questions is no lesson in this sense."""
    if number not in lessons.numbers() or not lesson_file.path_of(number).exists():
        return
    most, found = home.settings(), pace(number)
    file, mend = lessons.shown(lesson_file.path_of(number)), "cut, or move a part under a heading of its own: "
    mend += f"## {most.optional}: ..."
    if found.words > most.core_words:
        what = f"The core path shows {found.words:,} words; {most.core_words:,} is the most."
        yield Problem(file, 1, "core path", what, mend, fatal=False)
    if found.minutes > most.core_minutes:
        what = f"The core path takes {found.minutes:.0f} minutes; {most.core_minutes} is the most."
        yield Problem(file, 1, "core path", what, mend, fatal=False)
