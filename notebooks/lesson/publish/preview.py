"""All questions of a file in all their states on one page, for authors: nothing has to be clicked to read it all.

Nothing that is answered on a preview is kept.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

from lesson.bank import compile, lessons, lint, load
from lesson.bank.grade import grade
from lesson.bank.kinds import group
from lesson.bank.kinds.predict import SKIPPED
from lesson.core import home
from lesson.core.event import SCHEMA, Event
from lesson.core.item import Item, Sheet
from lesson.core.problem import Problem
from lesson.core.words import Words, words
from lesson.publish.document import write
from lesson.publish.page import Block, Prose, page, question
from lesson.screen.ask import LETTERS

Answers = list[tuple[str, Any]]
"""What a learner might answer: the words for it, and the answer."""

SAY = Words("preview")


@dataclass(frozen=True)
class Shot:
    """One state of a question: its name, what has happened, what Python says about it.

    `again` is a second vote that a later lesson asks for.
    """

    name: str
    past: tuple[Event, ...] = ()
    say: tuple[dict[str, str], ...] = ()
    again: bool = False


# ---------------------------------------------------------------- answers worth seeing, type by type


def _single(made: Item, sheet: Sheet) -> Answers:
    return [(SAY["option"].format(letter=LETTERS[i]), i) for i in range(len(sheet["options"]))]


def _multiple(made: Item, sheet: Sheet) -> Answers:
    ticked = [option["verdicts"]["ticked"] for option in sheet["options"]]
    found: Answers = [
        (SAY["full"], [i for i, outcome in enumerate(ticked) if outcome == "supported"]),
        (SAY["every"], list(range(len(ticked)))),
        (SAY["wrong"], [i for i, outcome in enumerate(ticked) if outcome == "not yet"][:1]),
    ]
    return [(name, answer) for name, answer in found if answer]


def _match(made: Item, sheet: Sheet) -> Answers:
    columns = sheet["columns"]
    right: list[int | None] = [columns.index(option["column"]) for option in sheet["options"]]
    found: Answers = [(SAY["placing"], right)]
    wrong = [
        (i, columns.index(column))
        for i, option in enumerate(sheet["options"])
        for column, outcome in option["verdicts"].items()
        if outcome == "not yet"
    ]
    found += [(SAY["misplaced"], [*right[:i], column, *right[i + 1 :]]) for i, column in wrong[:1]]
    return [*found, (SAY["unplaced"], [None, *right[1:]])] if len(right) > 1 else found


def _order(made: Item, sheet: Sheet) -> Answers:
    first = [list(option["verdicts"].values()).index("supported") for option in sheet["options"]]
    right = sorted(range(len(first)), key=lambda i: (first[i], i))
    near = [right[1], right[0], *right[2:]]
    return [(SAY["ordered"], right), (SAY["exchanged"], near), (SAY["reversed"], right[::-1])]


def _group(made: Item, sheet: Sheet) -> Answers:
    right = group.groups(sheet)
    other = next((n for n in range(len(right)) if n != right[0]), 0)
    return [
        (SAY["grouped"], right),
        (SAY["astray"], [other, *right[1:]]),
        (SAY["apart"], list(range(len(right)))),
        (SAY["together"], [0] * len(right)),
    ]


def _numeric(made: Item, sheet: Sheet) -> Answers:
    (low, high), (first, last), _ = made.bands
    inside, near, far = _middle(low, high), _middle(high, last), (last or 0) + max(1, (last or 0) - (first or 0))
    names = [option["text"] for option in sheet["options"]]
    found = []
    for answer in (inside, near, round(far)):
        band = grade(sheet, answer).options
        name = next((name for name, outcome in zip(names, band, strict=True) if outcome), "")
        found.append((SAY["band"].format(band=name, n=f"{answer:g}"), answer))
    return found


def _middle(low: float | None, high: float | None) -> float:
    """A number halfway, whole where a whole one fits."""
    one, other = low or 0, high or 0
    half = (one + other) / 2
    return round(half) if one < round(half) <= other else half


def _scale(made: Item, sheet: Sheet) -> Answers:
    return [(SAY["set"].format(n=70), 70)]


def _reflect(made: Item, sheet: Sheet) -> Answers:
    return [(SAY["written"], SAY["text"])]


def _mark(made: Item, sheet: Sheet) -> Answers:
    if sheet["ask"] == "several":
        return _multiple(made, sheet)
    return [(SAY["place"].format(n=option["number"]), i) for i, option in enumerate(sheet["options"])]


def _predict(made: Item, sheet: Sheet) -> Answers:
    """A guess off the record, and none."""
    none: Answers = [(SAY["skipped"], SKIPPED)]
    if sheet["ask"] == "choice":
        return [*_single(made, sheet), *none]
    if sheet["ask"] == "number":
        return [(SAY["guess"].format(n=f"{n:g}"), n) for n in (made.record[0] * 2 + 5, 10**9)] + none
    low, high = sheet["span"]
    drawn = sheet["years"][1] - sheet["given"]
    return [(SAY["drawn"], [round(low + (high - low) * (i + 1) / drawn) for i in range(drawn)]), *none]


ANSWERS: dict[str, Callable[[Item, Sheet], Answers]] = {
    "single": _single,
    "multiple": _multiple,
    "match": _match,
    "pick": _multiple,
    "order": _order,
    "group": _group,
    "numeric": _numeric,
    "scale": _scale,
    "reflect": _reflect,
    "mark": _mark,
    "predict": _predict,
}


# ---------------------------------------------------------------- states


def shots(made: Item, sheet: Sheet) -> Iterator[Shot]:
    """Yield every state of one question that an author should read."""
    found = ANSWERS[made.type](made, sheet)
    last = found[-1][1]
    yield Shot(SAY["fresh"])
    if made.hints:
        taken = (_event(sheet, f"hint-{n:04}", "hint", answer=n, confidence=None) for n in range(len(made.hints)))
        yield Shot(SAY["hints"], tuple(taken))
    yield from _voted(sheet, found) if made.votes == 2 else _answered(sheet, found)
    yield Shot(SAY["earlier"], (_event(sheet, "earlier-0001", "commit", answer=last, item_version="earlier"),))
    commit = _event(sheet, "answer-0001", "commit", answer=last, vote=2 if made.votes == 2 else None)
    for name, reason in (("refused", "otherLearner"), ("unsaved", "notSaved")):
        message = {"type": "refused", "id": commit["id"], "reason": words("card")[reason]}
        yield Shot(SAY[name], (commit,), (message,))


def _answered(sheet: Sheet, found: Answers) -> Iterator[Shot]:
    for name, answer in found:
        yield Shot(name, (_event(sheet, "answer-0001", "commit", answer=answer),))


def _voted(sheet: Sheet, found: Answers) -> Iterator[Shot]:
    """Two votes: the talk (or the wait for a later lesson), then the verdict on each second vote."""
    first = next((a for _, a in found if grade(sheet, a).outcome == "not yet"), found[0][1])
    vote = _event(sheet, "vote-0001", "vote", vote=1, answer=first)
    yield Shot(SAY["vote1"], (vote,))
    later = bool(sheet["again_in"])
    if later:
        yield Shot(SAY["vote2open"].format(lesson=sheet["again_in"]), (vote,), again=True)
    for name, answer in found:
        commit = _event(sheet, "answer-0001", "commit", vote=2, answer=answer)
        yield Shot(SAY["vote2"].format(state=name), (vote, commit), again=later)
        if later:
            yield Shot(SAY["vote2only"].format(state=name), (commit,), again=True)


def _event(sheet: Sheet, name: str, kind: str, **content: Any) -> Event:
    return {
        "v": SCHEMA,
        "id": name,
        "time": f"2026-01-01T10:00:0{1 if kind == 'commit' else 0}.000Z",
        "notebook": sheet["lesson"],
        "item": sheet["id"],
        "item_version": sheet["version"],
        "kind": kind,
        "attempt": 1,
        "vote": None,
        "answer": None,
        "confidence": None if sheet["start"] is None else 70,
        **content,
    }


# ---------------------------------------------------------------- the page


def preview(path: Path) -> str:
    """Return the page for one file of questions: its mistakes first, then whatever can be shown."""
    found, broken = load.load(path)
    blocks: list[Block] = [_problems([*broken, *lint.problems(found)]), _contents(found)]
    for number, made in enumerate(found):
        blocks += _item(made, number)
    title = SAY["title"].format(file=f"{path.parent.name}/{path.name}")
    strings = {"saved": SAY["saved"], "question": SAY["question"], "secondOf": SAY["question"]}
    return page(title, [Prose(f'<p class="quiet">{SAY["keeping"]}</p>'), *blocks], keep=False, strings=strings)


def _problems(problems: Sequence[Problem]) -> Prose:
    if not problems:
        return Prose(f"<p>{SAY['noProblem']}</p>")
    listed = "".join(f"<li>{escape(str(problem))}</li>" for problem in problems)
    return Prose(f"<h2>{SAY['problems'].format(n=len(problems))}</h2><ol>{listed}</ol>")


def _contents(found: Sequence[Item]) -> Prose:
    listed = "".join(f'<li><a href="#{escape(made.id)}">{escape(made.id)}</a></li>' for made in found)
    return Prose(f'<nav aria-label="{SAY["items"]}"><ol>{listed}</ol></nav>')


def _item(made: Item, before: int) -> Iterator[Block]:
    """Yield the headings and cards of one item; `before` is how many items came before it."""
    known = replace(made, evidence=tuple(filter(compile.evidence_exists, made.evidence)))  # the others are listed above
    sheet = compile.compile(known)
    about = f"{made.where} · {made.type} · {made.objective}"
    yield Prose(f'<h2 id="{escape(made.id)}">{escape(made.id)}</h2><p class="quiet">{escape(about)}</p>')
    every = list(shots(made, sheet))
    for number, shot in enumerate(every, 1):
        yield Prose(f"<h3>{escape(f'{made.id}: {shot.name}')}</h3>")
        more = {"state": f"{made.id}: {shot.name}", "again": shot.again}
        learner = f"preview-{before}-{number}"  # one each, so that no card hears of another
        yield question(sheet, number, len(every), more=more, past=shot.past, say=shot.say, learner=learner)


def main(arguments: Sequence[str]) -> int:
    """`LESSON [-o PAGE]`: write the preview of a lesson's questions, or of one file of them, and print where it is."""
    parser = argparse.ArgumentParser(prog="python do.py preview", description=__doc__)
    parser.add_argument("lesson", help="the number of a lesson, such as 00, or a file of questions")
    parser.add_argument("-o", dest="page", type=Path, help="the page to write (build/preview-LESSON.html)")
    known = parser.parse_args(arguments)
    named = Path(known.lesson)
    path = lessons.questions(known.lesson) if known.lesson in lessons.numbers() else home.root() / named
    if not path.is_file():
        print(f"There is no lesson and no file '{named}'. Lessons: {', '.join(lessons.numbers())}.")
        return 2
    write(known.page or home.build() / f"preview-{path.parent.name[:2]}.html", preview(path))
    return 0
