"""One page a lesson for the teacher: what to say, where a class splits, wrong answers and replies, what to drop."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from lesson.bank import compile, load
from lesson.core import markdown
from lesson.publish.handout import plan as plans
from lesson.publish.handout.mistakes import mistakes
from lesson.publish.handout.plan import Plan
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table


@dataclass(frozen=True)
class Page:
    """A page for the teacher of one lesson."""

    lesson: str
    plan: Plan

    @property
    def caption(self) -> str:
        """What it is; the name of its fold."""
        return f"Lesson {self.lesson}, the teacher's page."

    def html(self) -> str:
        """The whole as HTML."""
        return (
            f"<p><b>One idea stays:</b> {markdown.inline(self.plan.idea)}</p><h3>What to say</h3>"
            f"{_list('ol', self.plan.say)}<p><b>Where a class splits.</b> {markdown.inline(self.plan.split)}</p>"
            f"{self._answers().html()}<h3>If somebody says</h3>{_list('ul', self._replies())}"
            f"<h3>When time runs out, drop</h3>{_list('ol', self.plan.drop)}"
        )

    def text(self) -> str:
        """The whole as words."""
        parts = [
            f"One idea stays: {markdown.plain(self.plan.idea)}",
            "What to say:",
            *(f"- {markdown.plain(text)}" for text in self.plan.say),
            f"Where a class splits: {markdown.plain(self.plan.split)}",
            self._answers().text(),
            "If somebody says:",
            *(f"- {markdown.plain(text)}" for text in self._replies()),
            "When time runs out, drop:",
            *(f"- {markdown.plain(text)}" for text in self.plan.drop),
        ]
        return "\n".join(parts)

    def _replies(self) -> list[str]:
        return [f"**{said}** {answer}" for said, answer in self.plan.replies]

    def _answers(self) -> Table:
        order = [item.id for item in load.items(self.lesson)]
        rows = [
            [
                Cell(f"Question {order.index(item_id) + 1}, {found.mark}"),
                Cell(found.option),
                Cell(found.shows),
                Cell(markdown.plain(found.reply)),
            ]
            for item_id in self.plan.asked
            for item in [load.item(item_id)]
            for found in mistakes(item, compile.compile(item))
        ]
        caption = "Wrong answers to expect, the mistake that each shows, and what to answer."
        return Table(caption, ("Question, option", "Answer", "Mistake", "What to answer"), rows)


def _list(tag: str, texts: tuple[str, ...] | list[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{markdown.inline(text)}</li>" for text in texts) + f"</{tag}>"


@look("teacher's page")
def teachers_page(lesson: str = "") -> Drawn:
    """What the teacher of one lesson is told. Raises ValueError where the lesson has no plan."""
    plan = plans.read(lesson) if lesson else None
    if plan is None:
        raise ValueError(f"There is no teacher's page for lesson '{escape(lesson)}'.")
    return Page(lesson, plan)
