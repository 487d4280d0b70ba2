"""The core pages of a lesson: sheets that stand alone, with the texts and tables that their questions speak of."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lesson.bank import compile, lessons, load
from lesson.bank.facts import as_of
from lesson.bank.sentences import sentences
from lesson.core import markdown
from lesson.core.words import Words
from lesson.publish import worksheet
from lesson.publish.handout import leaf
from lesson.publish.handout.plan import DIGEST, Page, Plan, Shown

SAY = Words("paper")


def pages(lesson: str, plan: Plan, places: Mapping[str, int]) -> list[str]:
    """Return one sheet of HTML for each core page. `places` gives the number of every question of the lesson."""
    total = len(plan.pages)
    return [_page(lesson, page, number, total, places) for number, page in enumerate(plan.pages, 1)]


def _page(lesson: str, page: Page, number: int, total: int, places: Mapping[str, int]) -> str:
    place = SAY["corePlace"].format(lesson=lesson, page=number, pages=total)
    head = leaf.head(_title(lesson), place, leaf.name(), first=number == 1)
    asked = [(places[item_id], load.item(item_id)) for item_id in page.ask]
    parts = [
        f'<div class="lead">{markdown.block(page.lead)}</div>',
        _digest(page.digest),
        *(_look(look) for look in page.looks),
        *(worksheet.entry(place, made, compile.compile(made)) for place, made in asked),
        leaf.room(markdown.inline(page.write) if page.write else ""),
    ]
    return leaf.leaf("core", head, "".join(parts), SAY["foot"].format(as_of=as_of()))


def _title(lesson: str) -> str:
    """The title of a lesson without its number, which stands beside it."""
    return lessons.title(lesson).removeprefix(lesson).strip()


def _digest(numbers: tuple[int, ...]) -> str:
    """Sentences of the text in our words, in two columns, each after its number."""
    there = sentences(DIGEST)
    listed = "".join(f"<p><b>{n}</b> {markdown.inline(there[n])}</p>" for n in numbers)
    return f'<div class="digest">{listed}</div>' if numbers else ""


def _look(shown: Shown) -> str:
    return f'<div class="look" data-look="{escape(shown.name, quote=True)}">{leaf.still(shown.drawn().html())}</div>'
