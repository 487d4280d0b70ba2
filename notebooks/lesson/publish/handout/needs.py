"""What questions speak of, so that a printed page of them stands alone: sentences by number, and what is shown before.

A number in brackets or after "sentence" in a question is one of the digest, where the stem or an option says it.
A question that needs rows and brings no table of its own speaks of what its part of the lesson shows before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesson.bank import lessons, load
from lesson.bank.sentences import sentences
from lesson.core.item import Item
from lesson.core.problem import Problem
from lesson.publish import pace
from lesson.publish.handout import plan as plans
from lesson.publish.handout.plan import DIGEST, Plan

SENTENCES = re.compile(r"\((\d{1,2}(?:, \d{1,2})*)\)|\bsentences? (\d{1,2}(?:(?:,| to| and) \d{1,2})*)", re.I)
WHOLE = "essay"
"""The look that is the digest itself."""


def problems(number: str) -> list[Problem]:
    """Every mistake in the plan of a lesson, or else what its pages lack."""
    found = plans.problems(number)
    there = None if found else plans.read(number)
    file = lessons.shown(plans.path_of(number))
    lacking = missing(number, there) if there else ()
    return found + [Problem(file, 1, item_id, what, mend) for item_id, what, mend in lacking]


def missing(number: str, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield (question, what is missing, how to mend it) for what the pages ask without what it speaks of."""
    looks = {(shown.name, shown.page) for page in plan.pages for shown in page.looks}
    digest = {n for page in plan.pages for n in page.digest}
    before = shown_before(number)
    for item_id in plan.asked:
        item = load.item(item_id)
        lacking = sorted(spoken_of(item) - digest)
        if lacking:
            listed = ", ".join(map(str, lacking))
            yield item_id, f"It speaks of sentences that no page shows: {listed}.", "add them to 'digest'."
        for name, part in before.get(item_id, ()):
            if name == WHOLE:
                if not digest:
                    yield item_id, "It is asked beside the digest.", "add its sentences to 'digest'."
            elif (name, part) not in looks:
                yield item_id, f"It is asked beside '{name}'.", f"add {{look: {name}, page: {part}}} to 'looks'."


def spoken_of(item: Item) -> set[int]:
    """The numbers of the sentences that a learner meets in a question, before the answer.

    A row may have a name such as "here (1)", so names of rows are not read.
    """
    beside = [
        item.stem,
        *(option.text for option in item.options if not item.heads),
    ]
    beside += [cell.text for option in item.options for cell in option.cells]
    there, found = sentences(DIGEST), set()
    for text in beside:
        for match in SENTENCES.finditer(text):
            numbers = [int(n) for n in re.findall(r"\d+", match[0])]
            found |= set(range(numbers[0], numbers[-1] + 1)) if " to " in match[0] else set(numbers)
    return found & set(there)


def shown_before(number: str) -> dict[str, list[tuple[str, int]]]:
    """For each core question that needs rows and has no table: (name, page) of what its part shows before it."""
    found: dict[str, list[tuple[str, int]]] = {}
    seen: list[tuple[str, int]] = []
    for cell in pace.core(number):
        if cell.kind == "markdown":
            seen = [] if re.match(r"##? ", cell.source) else seen
            continue
        for verb, name, more in pace.calls(cell.source):
            if verb == "show" and name not in pace.UNREAD:
                seen.append((name, int(more.get("page", 1))))
            elif verb == "ask" and name.startswith(number):
                item = load.item(name)
                if item.needs == "rows" and not item.heads and not item.tables:
                    found[name] = list(seen)
    return found
