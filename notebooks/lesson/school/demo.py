"""A demonstration class of 28, invented, so that board and projector are never blank; the same at each run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from lesson.bank.kinds import group
from lesson.core.event import Event
from lesson.core.item import Sheet
from lesson.school import tally
from lesson.school.read import Person, Source

SIZE = 28
_SKIPS = 0.06
"""How many leave a question out."""

Answer = Callable[[Sheet, Random, bool], Any]


def people(sheets: Mapping[str, Sheet]) -> list[Person]:
    """Return 28 invented learners with answers to these questions."""
    return [_person(number, sheets) for number in range(SIZE)]


def _person(number: int, sheets: Mapping[str, Sheet]) -> Person:
    random = Random(f"{number} {' '.join(sheets)}")
    able = random.uniform(0.25, 0.9)
    source = Source(who=f"invented-{number + 1}")
    for sheet in sheets.values():
        if sheet["type"] in ANSWERS and random.random() > _SKIPS:
            source.by_item[sheet["id"]] = _events(sheet, random, able, number)
    return Person(source.who, "", (), [source])


def _events(sheet: Sheet, random: Random, able: float, number: int) -> list[Event]:
    """One answer, or two votes; who talks moves to the key more often than away from it."""
    right = random.random() < able
    answer = ANSWERS[sheet["type"]](sheet, random, right)
    if sheet["votes"] == 1:
        return [_event(sheet, number, "commit", None, answer, _sure(sheet, random, right))]
    stays = random.random() < (0.9 if right else 0.5)
    after = right if stays else not right
    second = answer if stays else ANSWERS[sheet["type"]](sheet, random, after)
    made = [_event(sheet, number, "vote", 1, answer, _sure(sheet, random, right))]
    if not sheet["again_in"] or random.random() < 0.8:
        made.append(_event(sheet, number, "commit", 2, second, _sure(sheet, random, after)))
    return made


def _sure(sheet: Sheet, random: Random, right: bool) -> int | None:
    if sheet["start"] is None:
        return None
    return min(100, max(sheet["start"], round(random.gauss(74 if right else 58, 14))))


def _event(sheet: Sheet, number: int, kind: str, vote: int | None, answer: Any, sure: int | None) -> Event:
    return {
        "v": 1, "id": f"invented-{number}-{sheet['id']}-{kind}", "time": f"2026-01-01T10:{number:02}:0{vote or 1}.000Z",
        "notebook": "invented", "item": sheet["id"], "item_version": sheet["version"], "kind": kind, "attempt": 1,
        "vote": vote, "answer": answer, "confidence": sure,
    }  # fmt: skip


def _one(sheet: Sheet, random: Random, right: bool) -> int:
    places = range(len(sheet["options"]))
    fits = [place for place in places if tally.is_key(sheet, place) == right]
    return random.choice(fits or list(places))


def _several(sheet: Sheet, random: Random, right: bool) -> list[int]:
    options = list(enumerate(sheet["options"]))
    ticked = {place for place, option in options if option["verdicts"]["ticked"] == "supported"}
    if not right:
        ticked ^= {random.choice([place for place, option in options if option["verdicts"]["ticked"] != "debated"])}
    return sorted(ticked) or [0]


def _mark(sheet: Sheet, random: Random, right: bool) -> Any:
    return (_one if sheet["ask"] == "one" else _several)(sheet, random, right)


def _match(sheet: Sheet, random: Random, right: bool) -> list[Any]:
    columns = sheet["columns"]
    placed = [columns.index(option["column"]) for option in sheet["options"]]
    if not right:
        placed[random.randrange(len(placed))] = random.randrange(len(columns))
    weights = len(sheet["weights"])
    return [[column, random.randrange(weights)] for column in placed] if weights else placed


def _numeric(sheet: Sheet, random: Random, right: bool) -> float:
    low, high = sheet["bands"][0]
    inside = ((low or 0) + (high or 0)) / 2
    return inside if right else round(inside * random.choice((0.1, 0.4, 2.5, 8)), 1)


def _order(sheet: Sheet, random: Random, right: bool) -> list[int]:
    options = sheet["options"]
    placed = sorted(range(len(options)), key=lambda i: list(options[i]["verdicts"].values()).index("supported"))
    if not right:
        i = random.randrange(len(placed) - 1)
        placed[i], placed[i + 1] = placed[i + 1], placed[i]
    return placed


def _group(sheet: Sheet, random: Random, right: bool) -> list[int]:
    keys = list(group.groups(sheet))
    if not right:
        keys[random.randrange(len(keys))] = random.randrange(len(keys))
    return keys


def _scale(sheet: Sheet, random: Random, right: bool) -> int:
    return min(100, max(0, round(random.gauss(40 if right else 62, 18))))


ANSWERS: dict[str, Answer] = {
    "single": _one,
    "multiple": _several,
    "pick": _several,
    "mark": _mark,
    "match": _match,
    "numeric": _numeric,
    "order": _order,
    "group": _group,
    "scale": _scale,
}
"""How each kind of question is answered; texts and guesses of an invented class would say nothing."""
