"""A class whose truth is known: questions made up for it, learners with answers, and the files that they leave."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lesson.bank import compile
from lesson.core.item import Item, Option, Sheet
from lesson.school.membership import Membership, member_line

OPTIONS = 4


def question(number: int, votes: int = 2, isomorph: str = "") -> Item:
    """A question with four options; the key moves from one to the next."""
    options = tuple(
        Option(f"option {place}", {"chosen": "supported" if place == number % OPTIONS else "not yet"}, "so it is")
        for place in range(OPTIONS)
    )
    return Item(
        f"99-made-{number:02}", "99", "single", "know it", f"What is the answer to number {number}?", options, "So.", (),
        votes=2 if votes == 2 else 1, isomorph=isomorph,
    )  # fmt: skip


def sheets(count: int) -> dict[str, Sheet]:
    """Questions with two votes each; the first has the second for a twin."""
    made = [question(number, isomorph="99-made-01" if not number else "") for number in range(count)]
    return {item.id: compile.compile(item) for item in made}


@dataclass
class Truth:
    """What each learner chose: vote 1 and vote 2 of each question, with how sure they were."""

    one: list[list[int]]
    two: list[list[int]]
    sure: list[list[int]]


def truth(learners: int, count: int, seed: int = 1) -> Truth:
    """Learners of different strength, questions of different ease."""
    chance = random.Random(seed)
    ease = [chance.uniform(-0.25, 0.25) for _ in range(count)]
    made = Truth([], [], [])
    for _ in range(learners):
        able = chance.uniform(0.2, 0.8)
        one = [_choice(chance, number, able + ease[number]) for number in range(count)]
        two = [c if chance.random() < 0.6 else _choice(chance, number, 0.8) for number, c in enumerate(one)]
        made.one.append(one)
        made.two.append(two)
        made.sure.append([chance.randrange(25, 101) for _ in range(count)])
    return made


def _choice(chance: random.Random, number: int, right: float) -> int:
    wrong = [place for place in range(OPTIONS) if place != number % OPTIONS]
    return number % OPTIONS if chance.random() < right else chance.choice(wrong)


def lines(made: Truth, asked: dict[str, Sheet], learner: int) -> list[dict[str, Any]]:
    """The events of one learner: two for each question, and a second try that must not count."""
    found = []
    for number, (name, sheet) in enumerate(asked.items()):
        for vote, chosen in ((1, made.one), (2, made.two)):
            found.append(
                {
                    "v": 1, "id": f"{learner:06}-{number:03}-{vote}", "time": f"2026-01-01T10:{number:02}:{vote:02}.000Z",
                    "notebook": "99", "item": name, "item_version": sheet["version"],
                    "kind": "vote" if vote == 1 else "commit", "attempt": 1, "vote": vote,
                    "answer": chosen[learner][number], "confidence": made.sure[learner][number],
                }
            )  # fmt: skip
    return found


def write(folder: Path, made: Truth, asked: dict[str, Sheet]) -> int:
    """Write the files of all learners; return how many events there are."""
    count = 0
    for learner in range(len(made.one)):
        who = f"{learner:012x}"
        found = lines(made, asked, learner)
        count += len(found)
        text = "".join(json.dumps(each) + "\n" for each in (member_line(Membership(folder, who)), *found))
        (folder / f"answers-{who}-{0:012x}.jsonl").write_text(text, encoding="utf-8")
    return count
