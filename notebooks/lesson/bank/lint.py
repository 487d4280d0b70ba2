"""Rules for good questions, over the items of one lesson. Each message says how to mend what it found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil, floor

from lesson.bank.compile import evidence_exists
from lesson.core.item import UNGRADED, Item
from lesson.core.markdown import plain
from lesson.core.problem import Problem

LONGEST_STEM = 60
CATCH_ALL = re.compile(r"^(all|none|both|neither|any) of (the above|these|them)\b|\bI do not know\b", re.I)
ABSOLUTES = re.compile(
    r"\b(always|never|every|everyone|everybody|everything|nobody|nothing|none|all|only|must|cannot)\b", re.I
)


def problems(items: Sequence[Item]) -> list[Problem]:
    """Return every breach of a rule, in the order of the items, then of the whole file."""
    found = [problem for item in items for problem in _one(item)]
    return found + list(_ids(items)) + list(_shape(items)) + list(_links(items))


def _breach(item: Item, what: str, mend: str) -> Problem:
    file, _, line = item.where.rpartition(":")
    return Problem(file, int(line), item.id, what, mend)


def _one(item: Item) -> Iterator[Problem]:
    words = len(plain(item.stem).split())
    if words > LONGEST_STEM:
        yield _breach(
            item, f"The stem has {words} words.", f"cut it to {LONGEST_STEM}; move background into the lesson."
        )
    for evidence_id in {*item.evidence, *(e for o in item.options for e in o.evidence)}:
        if not evidence_exists(evidence_id):
            yield _breach(
                item,
                f"There is no evidence '{evidence_id}'.",
                "use an id that stands in a table of data/ or in claims.csv.",
            )
    if item.type == "reflect" and len(item.options) < 2:
        yield _breach(item, "The rubric has fewer than two levels.", "add an option for each level, with an example.")
    if item.type in UNGRADED:
        return
    for number, option in enumerate(item.options, 1):
        yield from _option(item, number)
        if option.debated and not option.evidence:
            yield _breach(
                item,
                f"Option {number} is debated, and nothing speaks for it.",
                "add 'evidence: [id]' to the option: what supports this reading?",
            )
    if item.type in ("single", "multiple") and not any(
        o.is_key for o in item.options if not (item.type == "multiple" and o.debated)
    ):
        yield _breach(
            item, "No option is the key.", "mark one with 'correct: true', or two or more with 'verdict: debated'."
        )
    keys = [o for o in item.options if o.is_key]
    if item.type == "single" and len(keys) > 1 and not all(o.debated for o in keys):
        yield _breach(
            item,
            f"{len(keys)} options are the key.",
            "keep one, or use type: multiple, or mark the readings 'verdict: debated'.",
        )
    if item.type == "single" and len(keys) == 1 and keys[0].debated:
        yield _breach(
            item, "Only one reading is debated.", "mark the other defensible reading too, or make it the key."
        )
    if item.type == "multiple" and all(o.is_key for o in item.options):
        yield _breach(
            item, "Ticking everything is right.", "add an option that is wrong, so that it has to be weighed."
        )


def _option(item: Item, number: int) -> Iterator[Problem]:
    option = item.options[number - 1]
    if CATCH_ALL.search(option.text):
        yield _breach(
            item, f"Option {number} is a catch-all ('{option.text}').", "write what a mistaken reader would really say."
        )
    if not option.mistake and (item.type == "match" or not option.is_key):
        yield _breach(
            item, f"Option {number} does not say which mistake it diagnoses.", "add 'mistake: ...' in a few words."
        )


def _ids(items: Sequence[Item]) -> Iterator[Problem]:
    for item_id, count in Counter(item.id for item in items).items():
        if count > 1:
            last = [item for item in items if item.id == item_id][-1]
            yield _breach(
                last, f"The id stands {count} times.", "give each item an id of its own; answers are kept by it."
            )


def _shape(items: Sequence[Item]) -> Iterator[Problem]:
    """What a test-wise reader could use: the longest option, the same place, absolute words."""
    single = [item for item in items if item.type == "single" and not item.debated]
    longest = [i for i in single if _key_is_longest(i)]
    if len(longest) > len(single) / 2:
        names = ", ".join(item.id for item in longest)
        yield _breach(
            longest[-1],
            f"The key is the longest option in {len(longest)} of {len(single)} items ({names}).",
            "shorten some keys or lengthen some distractors.",
        )
    places = Counter(
        next(n for n, o in enumerate(item.options, 1) if o.is_key)
        for item in single
        if any(o.is_key for o in item.options)
    )
    if len(single) >= 4:
        count = max(len(item.options) for item in single)
        low, high = floor(len(single) / count) - 1, ceil(len(single) / count) + 1
        for place in range(1, count + 1):
            if not low <= places[place] <= high:
                yield _breach(
                    single[-1],
                    f"The key stands at place {place} in {places[place]} of {len(single)} items.",
                    "move some keys, so that no place is lucky.",
                )
    graded = [(o, item) for item in items if item.type in ("single", "multiple") for o in item.options]
    wrong = [item for o, item in graded if not o.is_key and ABSOLUTES.search(o.text)]
    if wrong and not any(o.is_key and ABSOLUTES.search(o.text) for o, _ in graded):
        yield _breach(
            wrong[-1],
            "Words such as 'all', 'never' and 'only' stand in distractors alone.",
            "use one in a key as well, or take them out of the distractors.",
        )


def _key_is_longest(item: Item) -> bool:
    lengths = sorted(len(plain(o.text)) for o in item.options)
    keys = [len(plain(o.text)) for o in item.options if o.is_key]
    return bool(keys) and keys[0] == lengths[-1] and lengths[-1] > lengths[-2]


def _links(items: Sequence[Item]) -> Iterator[Problem]:
    ids = {item.id for item in items}
    for item in items:
        if item.votes == 2 and not item.isomorph and not item.again_in:
            yield _breach(
                item,
                "An item with two votes names no isomorph.",
                "add 'isomorph: <id>': the same idea in another story, answered alone.",
            )
        if item.isomorph and item.isomorph not in ids:
            yield _breach(item, f"There is no item '{item.isomorph}'.", "name an item of this file.")
