"""Slips of an author that no form forbids, and that a learner would meet: an option twice, a tie that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lesson import tables
from lesson.bank import lessons
from lesson.bank.kinds.kind import Breach
from lesson.core.item import Item
from lesson.core.markdown import plain
from lesson.tables.check import UNCITED

LONGEST_OPTION = 60
MOST_MINUTES = 15
FOREIGN = re.compile(r"^ {0,3}#{1,6} |!\[|~~|\[\^|^\s*\|.*\|\s*$|</?[A-Za-z]|\$\$", re.MULTILINE)
"""Markup that cards do not have: a heading, a picture, a line through words, a footnote, a table, HTML, a formula."""
BRACE = re.compile(r"(?<!\{)\{[a-z_]+\(.*?\)\}(?!\})")
"""A fact between single braces, which is shown as it stands."""


def of_one(item: Item) -> Iterator[Breach]:
    """Yield every slip in one item."""
    yield from _options(item)
    yield from _evidence(item)
    yield from _texts(item)
    if item.minutes > MOST_MINUTES:
        yield f"The item takes {item.minutes} minutes.", f"write at most {MOST_MINUTES}, or ask in parts."


def of_all(items: Sequence[Item]) -> Iterator[tuple[Item, Breach]]:
    """Yield every tie between items, or to a lesson, that leads nowhere or in a circle."""
    named = {item.id: item for item in items}
    for item in items:
        twin = named.get(item.isomorph)
        if item.isomorph and item.votes != 2:
            mend = "add 'votes: 2', or take 'isomorph' out: a twin is answered after a second vote."
            yield item, ("An item with one vote names an isomorph.", mend)
        elif twin is item:
            yield item, ("The item is named as its own isomorph.", "name another item of this file.")
        elif twin and twin.isomorph:
            yield item, (f"'{twin.id}' is a twin, and names one, too.", "take 'isomorph' out of the twin.")
        if item.again_in and item.again_in not in lessons.numbers():
            mend = f"use the number of a lesson: {', '.join(lessons.numbers())}."
            yield item, (f"There is no lesson '{item.again_in}' for the second vote.", mend)


def _options(item: Item) -> Iterator[Breach]:
    seen: dict[str, int] = {}
    for number, option in enumerate(item.options, 1):
        words = plain(option.text).casefold()
        first = seen.setdefault(words, number)
        if words and first != number:
            yield f"Options {first} and {number} say the same.", "take one of them out, or write what differs."
        if (count := len(words.split())) > LONGEST_OPTION:
            yield f"Option {number} has {count} words.", f"cut it to {LONGEST_OPTION}."


def _evidence(item: Item) -> Iterator[Breach]:
    for names in (item.evidence, *(option.evidence for option in item.options)):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"'{name}' stands twice as evidence.", "keep one of them."
    for name in dict.fromkeys(name for names in (item.evidence, *(o.evidence for o in item.options)) for name in names):
        if (table := _table(name)) in UNCITED:
            yield f"'{name}' is a row of {table}.csv, and no evidence.", "name the row that rests on it."


def _table(name: str) -> str:
    try:
        return tables.find(name)[0]
    except KeyError:
        return ""


def _texts(item: Item) -> Iterator[Breach]:
    texts = {"stem": item.stem, "explanation": item.explanation, "rubric": " ".join(getattr(item, "rubric", ()) or ())}
    for number, option in enumerate(item.options, 1):
        texts |= {f"text of option {number}": option.text, f"feedback of option {number}": option.feedback or ""}
    for where, text in texts.items():
        if found := FOREIGN.search(text):
            mend = "write it in words, with **bold**, *italics*, lists and links alone."
            yield f"The {where} has markup that no card shows ({found[0].strip()[:20]}).", mend
        if found := BRACE.search(text):
            yield f"The {where} has a fact between single braces ({found[0]}).", f"write {{{found[0]}}}."
