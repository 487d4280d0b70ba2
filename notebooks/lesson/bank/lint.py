"""Rules for good questions, over the items of one lesson. Each message says how to mend what it found.

Rules that hold for one kind of question only stand with the kind, in kinds/.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil, floor

from lesson.bank import slips
from lesson.bank.compile import evidence_exists
from lesson.bank.grade import is_graded
from lesson.bank.kinds import KINDS
from lesson.bank.kinds.kind import Breach
from lesson.core.item import Item
from lesson.core.markdown import plain
from lesson.core.problem import Problem

LONGEST_STEM = 60
CATCH_ALL = re.compile(r"^(all|none|both|neither|any) of (the above|these|them)\b|\bI do not know\b", re.I)
ABSOLUTES = re.compile(
    r"\b(always|never|every|everyone|everybody|everything|nobody|nothing|none|all|only|must|cannot)\b", re.I
)
FEW = 4
"""With fewer items than this, the places of their keys say nothing."""


def problems(items: Sequence[Item]) -> list[Problem]:
    """Return every breach of a rule, in the order of the items, then of the whole file."""
    found = [_problem(item, breach) for item in items for rule in OF_ONE for breach in rule(item)]
    return found + [_problem(item, breach) for rule in OF_ALL for item, breach in rule(items)]


def _problem(item: Item, breach: Breach) -> Problem:
    file, _, line = item.where.rpartition(":")
    return Problem(file, int(line), item.id, *breach)


# ---------------------------------------------------------------- rules over one item


def _stem(item: Item) -> Iterator[Breach]:
    words = len(plain(item.stem).split())
    if words > LONGEST_STEM:
        yield f"The stem has {words} words.", f"cut it to {LONGEST_STEM}; move background into the lesson."


def _evidence(item: Item) -> Iterator[Breach]:
    named = [*item.evidence, *(name for option in item.options for name in option.evidence)]
    for name in dict.fromkeys(named):
        if not evidence_exists(name):
            yield f"There is no evidence '{name}'.", "use an id that stands in a table of data/ or in claims.csv."


def _options(item: Item) -> Iterator[Breach]:
    for number, option in enumerate(item.options, 1):
        if not is_graded(item):
            continue
        if CATCH_ALL.search(option.text):
            what = f"Option {number} is a catch-all ('{option.text}')."
            yield what, "write what a mistaken reader would really say."
        if option.debated and not option.evidence:
            what = f"Option {number} is debated, and nothing speaks for it."
            yield what, "add 'evidence: [id]' to the option: what supports this reading?"


def _of_its_kind(item: Item) -> Iterator[Breach]:
    yield from KINDS[item.type].lint(item)


OF_ONE = (_stem, _evidence, _options, _of_its_kind, slips.of_one)


# ---------------------------------------------------------------- rules over a whole file

Found = Iterator[tuple[Item, Breach]]


def _ids(items: Sequence[Item]) -> Found:
    for name, count in Counter(item.id for item in items).items():
        if count > 1:
            last = [item for item in items if item.id == name][-1]
            yield last, (f"The id stands {count} times.", "give each item an id of its own; answers are kept by it.")


def _settled(items: Sequence[Item]) -> list[Item]:
    """The items with one key among several options: a test-wise reader could guess it from its looks."""
    return [item for item in items if item.type == "single" and not item.debated]


def _longest(items: Sequence[Item]) -> Found:
    single = _settled(items)
    longest = [item for item in single if _key_is_longest(item)]
    if len(longest) > len(single) / 2:
        names = ", ".join(item.id for item in longest)
        what = f"The key is the longest option in {len(longest)} of {len(single)} items ({names})."
        yield longest[-1], (what, "shorten some keys or lengthen some distractors.")


def _key_is_longest(item: Item) -> bool:
    lengths = sorted(len(plain(o.text)) for o in item.options)
    keys = [len(plain(o.text)) for o in item.options if o.is_key]
    return bool(keys) and keys[0] == lengths[-1] and lengths[-1] > lengths[-2]


def _places(items: Sequence[Item]) -> Found:
    single = _settled(items)
    if len(single) < FEW:
        return
    first_keys = [next((n for n, o in enumerate(item.options, 1) if o.is_key), 0) for item in single]
    places, most = Counter(first_keys), max(len(item.options) for item in single)
    low, high = floor(len(single) / most) - 1, ceil(len(single) / most) + 1
    for place in range(1, most + 1):
        if not low <= places[place] <= high:
            what = f"The key stands at place {place} in {places[place]} of {len(single)} items."
            yield single[-1], (what, "move some keys, so that no place is lucky.")


def _absolutes(items: Sequence[Item]) -> Found:
    told = [(o, item) for item in items if item.type in ("single", "multiple") for o in item.options]
    absolute = [(o, item) for o, item in told if ABSOLUTES.search(o.text)]
    if absolute and not any(o.is_key for o, _ in absolute):
        what = "Words such as 'all', 'never' and 'only' stand in distractors alone."
        yield absolute[-1][1], (what, "use one in a key as well, or take them out of the distractors.")


def _links(items: Sequence[Item]) -> Found:
    ids = {item.id for item in items}
    for item in items:
        if item.votes == 2 and not item.isomorph and not item.again_in:
            mend = "add 'isomorph: <id>': the same idea in another story, answered alone."
            yield item, ("An item with two votes names no isomorph.", mend)
        if item.isomorph and item.isomorph not in ids:
            yield item, (f"There is no item '{item.isomorph}'.", "name an item of this file.")


def _needs(items: Sequence[Item]) -> Found:
    """Once one question of a file says what it needs, each graded one does."""
    if not any(item.needs for item in items):
        return
    for item in items:
        if is_graded(item) and not item.needs:
            mend = "add 'needs: rows' (a table, figure or text), 'needs: logic' or 'needs: idea'."
            yield item, ("It does not say what a reader must have seen.", mend)


OF_ALL = (_ids, _longest, _places, _absolutes, _links, _needs, slips.of_all)
