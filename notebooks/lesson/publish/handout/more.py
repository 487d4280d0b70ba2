"""The questions of a lesson that are not on its core pages: small, in two columns, those of optional parts marked.

Guesses before a look are left out: what they are compared with opens on a screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from lesson.bank import compile
from lesson.core.item import Item
from lesson.core.words import Words
from lesson.publish import pace, worksheet

SAY = Words("paper")
LEFT_OUT = ("predict",)


def flow(lesson: str, found: Sequence[Item], places: Mapping[str, int], done: Sequence[str]) -> str:
    """Return the questions that are left, for pack.js to lay out on sheets; `done` names those asked before.

    Where there are none of these, all questions of a lesson are here.
    """
    core = asked_on_core_path(lesson)
    left = [made for made in found if made.id not in done and not (done and made.type in LEFT_OUT)]
    place = SAY["morePlace" if done else "worksheet"].format(lesson=lesson)
    listed = "".join(
        worksheet.entry(places[made.id], made, compile.compile(made), optional=bool(core) and made.id not in core)
        for made in left
    )
    return f'<div class="flow" data-place="{escape(place, quote=True)}">{listed}</div>'


def asked_on_core_path(lesson: str) -> set[str]:
    """The ids of the questions that a lesson asks outside of its optional parts; none where it has no text."""
    code = [cell.source for cell in pace.core(lesson) if cell.kind == "code"]
    return {name for source in code for verb, name, _ in pace.calls(source) if verb == "ask"}
