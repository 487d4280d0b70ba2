"""The projector: one question in large type, in five phases; no count before its phase, no key before the last."""

from __future__ import annotations

from datetime import datetime
from html import escape

from lesson.core.grid import grid
from lesson.core.item import Sheet
from lesson.core.words import say
from lesson.school import said, tally
from lesson.school.classroom import Classroom, sheet_of, sheets_of
from lesson.school.figures import Question
from lesson.school.phases import PHASES, Phase, moment
from lesson.school.pictures import dressed, letter, ticks, tracks

TALK = 120
"""Seconds for the talk."""


STEPS = {
    "vote1": ("afterVote1", "statusVote1"),
    "talk": ("afterTalk", "statusTalk"),
    "vote2": ("afterVote2", "statusVote2"),
    "counts": ("afterCounts", "changedVote"),
}
"""For each phase what its button says, and what stands below."""


def button(room: Classroom, item: str) -> str:
    """What the one button says: the step that comes next; nothing after the last."""
    step = STEPS.get(room.phase(item).name)
    return say("board", step[0]) if step else ""


def as_html(room: Classroom, item: str, now: str = "") -> str:
    """The slide of a question in its present phase. `now` is the time as events have it.

    Raises KeyError for an unknown question.
    """
    sheet, phase = sheet_of(item), room.phase(item)
    parts = {"vote1": _asked, "talk": _talk, "vote2": _asked, "counts": _counts, "verdict": _verdict}
    inner = _top(room, sheet, phase) + parts[phase.name](room, sheet, now) + _foot(room, sheet, phase)
    return dressed(f'<div class="slide">{inner}</div>', say("board", "slide", phase=_named()[phase.number]))


def as_text(room: Classroom, item: str) -> str:
    """The same in words: the question, its options, its phase."""
    sheet, phase = sheet_of(item), room.phase(item)
    lines = [say("board", "slide", phase=_named()[phase.number]), sheet["stem_text"]]
    lines += [f"  {tally.letter(sheet, i)}. {option['text']}" for i, option in enumerate(_shown(sheet))]
    if phase.number >= PHASES.index("counts"):
        heads = say("board", "optionHeads").split("|")[1:]
        for name, one, two in said.named_tallies(_question(room, sheet), phase.name == PHASES[-1]):
            lines.append(f"  {name} {heads[0]}: {one}; {heads[1]}: {two}")
    return "\n".join([*lines, _status(room, sheet, phase)])


def left(phase: Phase, now: str = "") -> int:
    """Seconds of the talk that are left; all of them where it is not known when it began."""
    if not phase.since:
        return TALK
    then, today = (datetime.fromisoformat(time.replace("Z", "+00:00")) for time in (phase.since, now or moment()))
    return max(0, min(TALK, TALK - int((today - then).total_seconds())))


def _named() -> list[str]:
    return say("board", "phases").split("|")


def _top(room: Classroom, sheet: Sheet, phase: Phase) -> str:
    steps = "".join(
        f"<li{' aria-current=step' if place == phase.number else ''}>{escape(name)}</li>"
        for place, name in enumerate(_named())
    )
    order = list(sheets_of(sheet["lesson"]))
    place = say("board", "place", lesson=sheet["lesson"], number=order.index(sheet["id"]) + 1, total=len(order))
    mark = f'<span class="demo">{escape(say("board", "invented"))}</span>' if room.invented else ""
    return f'<div class="top"><span>{escape(place)}</span>{mark}<ol class="phases">{steps}</ol></div>'


def _shown(sheet: Sheet) -> list[dict[str, object]]:
    """The options, where they may be read before one answers."""
    return [dict(option) for option in sheet["options"]] if sheet["listed"] else []


def _options(sheet: Sheet) -> str:
    rows = "".join(f"<li>{letter(sheet, i)}<span>{o['label']}</span></li>" for i, o in enumerate(_shown(sheet)))
    return f'<ol class="big">{rows}</ol>' if rows else ""


def _asked(room: Classroom, sheet: Sheet, now: str) -> str:
    read = "".join(
        grid(table["heads"], [[cell["html"] for cell in row] for row in table["rows"]], table["title"])
        for table in sheet["tables"]
    )
    return f'<div><div class="asked">{sheet["stem"]}</div>{read}{_options(sheet)}</div>'


def _talk(room: Classroom, sheet: Sheet, now: str) -> str:
    seconds = left(room.phase(sheet["id"]), now)
    label = escape(say("board", "timeLeft", minutes=seconds // 60, seconds=seconds % 60))
    clock = f'<div class="clock" role="timer" aria-label="{label}">{seconds // 60}:{seconds % 60:02}</div>'
    turn = f'<p class="asked"><b>{escape(say("board", "turn"))}</b> {escape(say("board", "whatFor"))}</p>'
    return f'<div class="talking"><div>{turn}{_options(sheet)}</div><div>{clock}</div></div>'


def _counts(room: Classroom, sheet: Sheet, now: str) -> str:
    question = _question(room, sheet)
    asked = say("board", "howVoted", one=question.one.n, two=question.two.n)
    return f'<div><p class="asked">{escape(asked)}</p>{_tallied(question, keys=False)}</div>'


def _verdict(room: Classroom, sheet: Sheet, now: str) -> str:
    question = _question(room, sheet)
    return f'<div><div class="asked">{sheet["explanation"]}</div>{_tallied(question, keys=True)}</div>'


def _tallied(question: Question, keys: bool) -> str:
    """Both votes as a picture, and the same as a table in words."""
    sheet = question.sheet
    rows = [[escape(cell) for cell in row] for row in said.named_tallies(question, keys)]
    table = grid(say("board", "optionHeads").split("|"), rows)
    if not tally.is_one(sheet):
        return table
    notes = [
        option["feedback"] if keys and not tally.is_key(sheet, i) else "" for i, option in enumerate(sheet["options"])
    ]
    picture = tracks(sheet, question.one, question.two, keys, notes)
    return f"{picture}<details><summary>{escape(say('board', 'inWords'))}</summary>{table}</details>"


def _question(room: Classroom, sheet: Sheet) -> Question:
    lesson = room.figures(sheet["lesson"])
    return next(question for question in lesson.questions if question.sheet["id"] == sheet["id"])


def _foot(room: Classroom, sheet: Sheet, phase: Phase) -> str:
    rings = ticks(*room.voted(sheet["id"], 1 if phase.number < 2 else 2)) if phase.number in (0, 2) else ""
    return f'<div class="foot">{rings}<span role="status">{escape(_status(room, sheet, phase))}</span></div>'


def _status(room: Classroom, sheet: Sheet, phase: Phase) -> str:
    """How many have voted; in the talk that vote 1 is closed; then how many have changed their vote, and the twin."""
    name = sheet["id"]
    voted, n = room.voted(name, 2 if phase.name == "vote2" else 1)
    if phase.name in ("vote1", "vote2", "talk"):
        return say("board", STEPS[phase.name][1], voted=voted, n=n)
    question = _question(room, sheet)
    if phase.name == "counts":
        moves = question.shift
        stayed = sum(moves[place][place] for place in range(len(moves)))
        return say("board", "changedVote", n=sum(map(sum, moves)) - stayed) if moves else ""
    twin = sheets_of(sheet["lesson"]).get(sheet["isomorph"])
    return say("board", "nowAlone", title=said.title(twin)) if twin else ""
