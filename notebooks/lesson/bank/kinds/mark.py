"""Places in a text: pieces in our own words, or sentences of a text by their numbers.

The answer is the index of one piece where one is asked for, else the list of the indexes of all that are marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lesson.bank.form import Form
from lesson.bank.kinds import multiple, single
from lesson.bank.kinds.choices import NO_KEY, mistakes
from lesson.bank.kinds.kind import Breach
from lesson.bank.sentences import sentences
from lesson.core.item import Item, Sheet, Verdict
from lesson.core.verdict import chosen

DOES = "marks one place, or each that fits, in a text; options are its pieces or the numbers of its sentences"
LEAST = 2
GRADED = True
LISTED = True

ASKS = ("one", "several")


def own(item: Form, options: Sequence[Form]) -> dict[str, Any]:
    """The text that the sentences are taken from, with each number once."""
    if item["ask"] not in ASKS:
        item.slip("ask", f"'ask' is {item['ask']} in a question of type mark.", f"use {' or '.join(ASKS)}.")
    if not item["from"]:
        return {}
    there = sentences(item["from"])
    if not there:
        mend = "name a Markdown file of seeds/ whose lines begin with their numbers, '1. ...'."
        item.slip("from", f"There is no text '{item['from']}' with numbered sentences.", mend)
        return {}
    numbers = [option["text"] for option in options]
    for index, option in enumerate(options):
        number = numbers[index]
        if not number.isdecimal() or int(number) not in there:
            mend = f"write the number of one, such as text: {min(there, default=1)}."
            option.slip("text", f"'{number}' is no sentence of {item['from']}.", mend)
        elif number in numbers[:index]:
            option.slip("text", f"Sentence {number} stands twice.", "name each sentence once.")
    return {"taken_from": item["from"]}


def worth(item: Form, option: Form) -> dict[str, Any]:
    """What marking the piece is worth, and what leaving it; a sentence is put in for its number."""
    made = single.worth(item, option) if item["ask"] == "one" else multiple.worth(item, option)
    if not item["from"] or not option["text"].isdecimal():
        return made
    number = int(option["text"])
    return {**made, "text": sentences(item["from"]).get(number, ""), "number": number}


def lint(item: Item) -> Iterator[Breach]:
    """Something to find and something to leave. Beside one settled place others may be debated."""
    if item.ask == "several":
        yield from multiple.lint(item)
        return
    yield from mistakes(item)
    settled = [option for option in item.options if option.is_key and not option.debated]
    debated = [option for option in item.options if option.debated]
    if not settled and len(debated) < 2:
        yield NO_KEY
    if len(settled) > 1:
        yield f"{len(settled)} places are the key.", "keep one, or write 'ask: several'."


def chance(item: Item) -> float:
    """As for one option, or for a set of them."""
    return single.chance(item) if item.ask == "one" else multiple.chance(item)


def grade(sheet: Sheet, answer: Any) -> Verdict:
    """One place, or every piece: marked or left."""
    return chosen(sheet, answer) if sheet["ask"] == "one" else multiple.grade(sheet, answer)
