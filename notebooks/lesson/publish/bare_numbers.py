"""Numbers in the text of a lesson that no fact stands behind: they would stay when the evidence changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lesson.bank.facts import PLACE
from lesson.core.spelled import number_words
from lesson.core.words import say
from lesson.publish.limits import Limits

NOT_READ = re.compile(r"<!--.*?-->|\]\([^)]*\)|`[^`]*`|<[^>]+>", re.S)
OURS = re.compile(r"\[\d\]|\(\d+(?:, \d+)*\)|^\d+\. ", re.M)
"""Marks of notes, of places in a list, and the numbers of a list."""
NAME, DIGITS = re.compile(r"[\w-]+"), re.compile(r"\d[\d.,]*")
NEAR = 3
"""How many words after a number word may stand before what it counts."""


def bare_numbers(text: str, limits: Limits, names: Set[str]) -> Iterator[tuple[int, str]]:
    """Yield (line within the text, number) for each; `names` are ids, which are no numbers."""
    text = PLACE.sub(_blank, text)
    for pattern in (NOT_READ, OURS, *_allowed(limits)):
        text = pattern.sub(_blank, text)
    text = NAME.sub(lambda match: _blank(match) if match[0] in names else match[0], text)
    for match in DIGITS.finditer(text):
        yield text.count("\n", 0, match.start()), match[0].rstrip(".,")
    for match in _spelled().finditer(text):
        counted = re.findall(r"[\w'-]+", match[2].lower())
        if not {*counted, *(word.rstrip("s") for word in counted)} & set(limits.counted):
            yield text.count("\n", 0, match.start()), " ".join(match[0].split())


def _blank(match: re.Match[str]) -> str:
    """What takes the place of words that are not read: as many lines."""
    return " " + "\n" * match[0].count("\n")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _allowed(limits: Limits) -> Iterator[re.Pattern[str]]:
    """Numbers that the course lets pass."""
    several = r"\d+(?:(?:\s*(?:,|to|and|or|-)\s*)\d+)*"
    if limits.numbers:
        yield re.compile(rf"(?<!\w)(?:{_either(limits.numbers)})(?!\w)")
    if limits.numbered:
        yield re.compile(rf"\b(?:{_either(limits.numbered)})\s+{several}", re.I)
    if limits.measured:
        yield re.compile(rf"\b\d+(?:\s*(?:to|-)\s*\d+)?[- ]?(?:{_either(limits.measured)})(?!\w)")


def _spelled() -> re.Pattern[str]:
    """A number word from three on, and the words after it."""
    words = (*number_words()[3:], *say("numbers", "large").split())
    return re.compile(rf"\b({_either(words)})\b((?:[^\w.]+[\w'-]+){{0,{NEAR}}})", re.I)
