"""The one widget: a sheet and past events go down, events come up.

It decides nothing. lesson.js grades and folds; the log keeps. The mime bundle also carries readable HTML and plain
text without the key, for GitHub, print and notebooks that have not been run.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, cast
from weakref import WeakSet

import anywidget
import traitlets
from IPython import get_ipython

from lesson.bank.grade import grade
from lesson.core import home
from lesson.core.event import Event
from lesson.core.fold import needed
from lesson.core.item import Sheet
from lesson.core.words import words
from lesson.record.learners import shown
from lesson.record.log import Log, NotSavedError
from lesson.school import learner as school
from lesson.school.copier import Copier

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def log() -> Log:
    """Return the one log of this kernel."""
    return Log()


@lru_cache(maxsize=1)
def _copier_of(kept: Log) -> Copier:
    return Copier(kept)


def copier() -> Copier:
    """Return what copies the answers of this kernel to a class."""
    return _copier_of(log())


def notebook() -> str:
    """Return the name of the notebook that runs, as far as Jupyter tells it."""
    name = Path(os.environ.get("JPY_SESSION_NAME", "")).stem
    return "".join(c if c.isalnum() or c in "_.-" else "-" for c in name)[:80]


def drawn() -> str:
    """Return, as JSON, which card stands in which cell of a notebook: a page that is opened again shows them afresh."""
    return json.dumps(Card._drawn)


def _cell() -> str | None:
    """Return the id of the cell that runs, where Jupyter tells it."""
    kernel = getattr(get_ipython(), "kernel", None)
    parent = kernel.get_parent() if kernel else {}
    cell: str | None = parent.get("metadata", {}).get("cellId")
    return cell


class Card(anywidget.AnyWidget):  # type: ignore[misc]
    """One view of lesson.js. `sheet` is JSON; `past` and `learner` come from the log."""

    _esm = HERE / "lesson.js"
    _css = HERE / "lesson.css"
    _all: ClassVar[WeakSet[Card]] = WeakSet()
    _drawn: ClassVar[dict[str, str]] = {}

    sheet = traitlets.Dict().tag(sync=True)
    past = traitlets.List().tag(sync=True)
    learner = traitlets.Dict().tag(sync=True)
    strings = traitlets.Dict().tag(sync=True)
    course = traitlets.Unicode().tag(sync=True)

    def __init__(self, sheet: dict[str, Any], html: str, text: str) -> None:
        found = [sheet] if sheet["view"] == "ask" else sheet.get("items", ())
        self._items: dict[str, dict[str, Any]] = {item["id"]: item for item in found}
        self._html, self._text = html, text
        course = home.settings().id
        _look()
        super().__init__(sheet=sheet, strings=words("card"), course=course, past=self._events(), learner=_learner())
        Card._all.add(self)
        self.on_msg(self._receive)

    def _events(self) -> list[dict[str, Any]]:
        """What this card must know of its items: not more when a log grows long."""
        return [event for item, sheet in self._items.items() for event in needed(log().of(item), _fits(sheet))]

    def hear(self, events: list[Event]) -> None:
        """Tell the browser of new events, one by one; the list grows in place, so that it is not sent as a whole."""
        mine = [event for event in events if event["item"] in self._items]
        if mine:
            self.past.extend(mine)
            self.send({"type": "news", "events": mine})

    def _receive(self, widget: object, message: Any, buffers: object) -> None:
        """Save an event and say so, or say why not; change the learner when asked; look at the disk again."""
        kind = message.get("type") if isinstance(message, dict) else None
        try:
            if kind == "event":
                self._save(_event(message), str(message.get("learner")))
            elif kind == "new":
                log().new_learner(str(message.get("name", "")))
                refresh()
            elif kind == "switch":
                log().switch(str(message.get("folder", "")))
                refresh()
            elif kind == "join":
                school.join(log(), copier(), str(message.get("folder", "")))
                refresh()
            elif kind == "leave":
                school.leave(log(), copier())
                refresh()
            if kind in ("event", "look"):
                _look()
        except NotSavedError as error:
            log().trouble.append(str(error))
            refresh()

    def _save(self, event: Any, owner: str) -> None:
        name = event.get("id") if isinstance(event, dict) else None
        was = log().learner
        try:
            is_new = log().append(event, owner)
            self.send({"type": "saved", "id": name})
        except NotSavedError as error:
            is_new = False
            self.send({"type": "refused", "id": name, "reason": str(error), "final": error.final})
        if log().learner != was:  # somebody else came, or the folder could be made at last
            refresh()
        elif is_new:
            for card in list(Card._all):
                card.hear([event])

    def __repr__(self) -> str:
        return self._text

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        if cell := _cell():
            Card._drawn[cell] = self.model_id
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/html": self._html, "text/plain": self._text}, metadata


class MapCard(Card):
    """The drawn argument: it has a bundle of its own, so that a page without it loads neither script nor style."""

    _esm = HERE / "map.js"
    _css = HERE / "map.css"


def _event(message: dict[str, Any]) -> Any:
    """The event of a message: from its text, which is the same in every kernel, where it has one."""
    try:
        return json.loads(message["text"]) if isinstance(message.get("text"), str) else message.get("event")
    except (ValueError, RecursionError):
        return message.get("event")


def _fits(sheet: dict[str, Any]) -> Callable[[Event], bool]:
    """What tells whether an event is an answer to this item, so far as the card can grade it."""

    def fits(event: Event) -> bool:
        is_answer = event["kind"] in ("vote", "commit") and event["item_version"] == sheet["version"]
        return not is_answer or grade(cast(Sheet, sheet), event["answer"]).outcome != "unanswered"

    return fits if "options" in sheet else lambda event: True


def _learner() -> dict[str, Any]:
    """What the browser may know of the learner: the random id, the name they typed, and whose folders are here."""
    here, everyone = log(), log().learners()
    folder = here.learner.folder
    return {
        "id": here.learner.id,
        "name": here.learner.name,
        "folder": folder,
        "problems": here.problems,
        "place": f"{shown(here.home)}/{folder}",
        "others": [{"folder": other.folder, "name": other.name} for other in everyone],
        "ids": [other.id for other in everyone],
        "offer": school.offer(here, copier()),
    }


def _look() -> None:
    """Look at the disk, and tell every card of this kernel what another one has written, or who is here now."""
    problems = log().problems
    events, is_other = log().look()
    if is_other or problems != log().problems:
        refresh()
        for card in list(Card._all):  # lines may be gone: what is there now is all there is
            card.send({"type": "afresh", "events": card.past})
    elif events:
        for card in list(Card._all):
            card.hear(events)


def refresh() -> None:
    """Tell every card of this kernel who is here now, and what they have answered."""
    for card in list(Card._all):
        with card.hold_sync():
            card.past, card.learner = card._events(), _learner()
