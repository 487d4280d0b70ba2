"""The key on one page: minutes, the idea, the key of each question and one line for each mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from lesson.bank import compile, lessons, load
from lesson.core import markdown
from lesson.core.item import Item
from lesson.core.words import Words
from lesson.publish import answer_key, lesson_file, marks
from lesson.publish.handout import leaf
from lesson.publish.handout.mistakes import mistakes
from lesson.publish.handout.plan import Plan
from lesson.publish.handout.timing import Timed
from lesson.publish.limits import limits

SAY = Words("paper")
MARKS = re.compile(r"<!--.*?-->", re.S)


def page(lesson: str, plan: Plan, places: Mapping[str, int], timed: Sequence[Timed]) -> str:
    """Return the sheet. `places` gives the number of every question of the lesson."""
    title = SAY["keyTitle"].format(title=lessons.title(lesson).removeprefix(lesson).strip())
    asked = "".join(_question(places[item_id], load.item(item_id)) for item_id in plan.asked)
    parts = [
        _minutes(timed),
        f'<p class="idea"><b>{SAY["idea"]}</b> {markdown.inline(plan.idea)}</p>',
        f"<p><b>{SAY['split']}</b> {markdown.inline(plan.split)}</p>",
        f'<div class="keys">{asked}</div>',
        f'<div class="two"><section><h2>{SAY["ifSomebodySays"]}</h2>{_replies(plan)}</section>',
        f"<section><h2>{SAY['timeRunsOut']}</h2>{_list('ol', plan.drop)}</section></div>",
        _surest(lesson),
        leaf.room(SAY["classNotes"]),
    ]
    head = leaf.head(title, SAY["lesson"].format(lesson=lesson), SAY["forTeachers"], first=True)
    return leaf.leaf("key", head, "".join(parts), SAY["keyFoot"])


def _surest(lesson: str) -> str:
    """What the close of the lesson puts first: what is surest."""
    first = next(iter(limits().sorts), "")
    parts = [part for cell in lesson_file.read(lesson)[0] for part in cell.source.split("\n\n")]
    found = [marks.fill(part) for part in parts if first and part.startswith(f"**{first}.**")]
    return f"<div class='surest'>{markdown.block(MARKS.sub('', found[0]))}</div>" if found else ""


def _minutes(timed: Sequence[Timed]) -> str:
    cells = "".join(f'<li class="m{t.minutes}"><b>{t.minutes}</b> {escape(t.heading)}</li>' for t in timed)
    return f'<ol class="minutes">{cells}</ol>'


def _question(number: int, made: Item) -> str:
    sheet = compile.compile(made)
    lines = "".join(f"<li><b>{found.mark}</b> {escape(found.shows)}</li>" for found in mistakes(made, sheet))
    key = escape(answer_key.KEYS[sheet["type"]](sheet))
    return (
        f'<section class="keyed" data-item="{escape(made.id, quote=True)}"><h2>{number}. {escape(made.objective)}</h2>'
        f'<p><span class="framed">{SAY["answer"]}</span> {key}</p><ul>{lines}</ul></section>'
    )


def _replies(plan: Plan) -> str:
    listed = (f"<b>{markdown.inline(said)}</b> {markdown.inline(answer)}" for said, answer in plan.replies)
    return "<ul>" + "".join(f"<li>{line}</li>" for line in listed) + "</ul>"


def _list(tag: str, texts: Sequence[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{markdown.inline(text)}</li>" for text in texts) + f"</{tag}>"
