"""Minutes, parts and questions of each lesson, as its text and the formula of its pace give them.

These read lesson.md, which a learner's machine cannot: what reads it is loaded only where such a fact is computed.
"""

from __future__ import annotations

from typing import Annotated

from lesson.bank import lessons, load
from lesson.bank.facts import fact
from lesson.bank.takes import Word

Number = Word("the number of a lesson with questions, such as 00", lambda text: text in lessons.numbers())
Lesson = Annotated[str, Number]


@fact
def minutes(lesson: Lesson) -> int:
    """The minutes of a lesson's parts together: "38"."""
    from lesson.publish.handout.timing import total

    return total(lesson)


@fact
def minutes_at_least(lesson: Lesson) -> int:
    """The minutes that reading and answering alone take on the core path, by the formula: "27"."""
    from lesson.publish.handout.timing import timed

    return round(sum(part.least for part in timed(lesson)))


@fact
def parts_of(lesson: Lesson) -> str:
    """The parts of a lesson, each with its minutes: "First votes 4 · Two dates 4"."""
    from lesson.publish.handout.timing import timed

    return " · ".join(f"{part.heading} {part.minutes}" for part in timed(lesson))


@fact
def asked(lesson: Lesson) -> int:
    """How many questions a lesson has."""
    return len(load.items(lesson))


@fact
def asked_in_class(lesson: Lesson) -> int:
    """How many questions stand on the core path."""
    from lesson.publish.handout.more import asked_on_core_path

    return len(asked_on_core_path(lesson) & {item.id for item in load.items(lesson)})


@fact
def minutes_of_all() -> int:
    """The minutes of all lessons that have questions together."""
    return sum(minutes(lesson) for lesson in lessons.numbers())
