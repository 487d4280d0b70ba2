"""Facts in the text of a lesson: `{{call()}}` in lesson.md, a value between invisible marks in the stored notebook.

`{{rows()}}` becomes `<!-- -->22<!-- fact:rows() -->`, so that the way back is exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesson.bank import facts

MARK = re.compile(r"<!-- -->(?P<words>[^<]*)<!-- fact:(?P<call>.*?) -->")


def fill(text: str) -> str:
    """Return a text of lesson.md as a notebook has it. Raises one of facts.UNKNOWN where there is no such fact."""
    return facts.PLACE.sub(lambda match: _marked(match[1]), text)


def _marked(call: str) -> str:
    return f"<!-- -->{facts.in_markdown(call)}<!-- fact:{call} -->"


def back(text: str) -> str:
    """Return a text of a notebook as lesson.md has it."""
    return MARK.sub(lambda match: f"{{{{{match['call']}}}}}", text)


def plain(text: str) -> str:
    """Return a text of lesson.md with its facts written as `back` writes them."""
    return facts.PLACE.sub(lambda match: f"{{{{{match[1]}}}}}", text)


def refresh(text: str) -> str:
    """Return a text of a notebook with what each fact says now. Raises one of facts.UNKNOWN where there is none."""
    return fill(back(text))


def stale(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (call, what stands there, what the fact says now) for every fact of a notebook's text that differs."""
    there = [(match["call"], match["words"]) for match in MARK.finditer(text)]
    for call, words in [*there, *((match[1], match[0]) for match in facts.PLACE.finditer(text))]:
        try:
            now = facts.in_markdown(call)
        except facts.UNKNOWN:
            continue
        if words != now:
            yield call, words, now


def wrong(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (line within the text, what, how to mend it) for every fact of lesson.md that cannot be filled in."""
    for match in facts.PLACE.finditer(text):
        try:
            facts.value(match[1])
        except facts.UNKNOWN as error:
            what = f"There is no fact '{match[1]}' ({error})."
            yield text.count("\n", 0, match.start()), what, f"use one of: {', '.join(facts.FACTS.names())}."
    rest = facts.PLACE.sub(lambda match: "?" + "\n" * match[0].count("\n"), text)
    for match in re.finditer(r"\{\{|\}\}", rest):
        yield rest.count("\n", 0, match.start()), f"A '{match[0]}' stands alone.", "write a fact as in {{as_of()}}."
    for match in re.finditer(r"<!-- fact:(.*?) -->", text):
        mend = f"write {{{{{match[1]}}}}} in place of the number and its marks."
        yield text.count("\n", 0, match.start()), "A mark of the notebook stands here.", mend
