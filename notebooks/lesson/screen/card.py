"""The one widget: a sheet and past events go down, events come up.

It decides nothing. lesson.js grades and folds; the log keeps. The mime bundle also carries readable HTML and plain
text without the key, for GitHub, print and notebooks that have not been run.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar
from weakref import WeakSet

import anywidget
import traitlets
from IPython import get_ipython

from lesson.core import home
from lesson.core.words import say, words
from lesson.record.learners import NOBODY
from lesson.record.log import Log, NotSavedError

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def log() -> Log:
    """Return the one log of this kernel."""
    return Log()


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
        self._items = {sheet["id"]} if sheet["view"] == "ask" else {item["id"] for item in sheet.get("items", ())}
        self._html, self._text = html, text
        course = home.settings().id
        super().__init__(sheet=sheet, strings=words("card"), course=course, past=self._events(), learner=_learner())
        Card._all.add(self)
        self.on_msg(self._receive)

    def _events(self) -> list[dict[str, Any]]:
        return [event for event in log().events if event["item"] in self._items]

    def _receive(self, widget: object, message: Any, buffers: object) -> None:
        """Save an event and say so, or say why not; change the learner when asked."""
        kind = message.get("type") if isinstance(message, dict) else None
        try:
            if kind == "event":
                event = message.get("event")
                name = event.get("id") if isinstance(event, dict) else None
                if message.get("learner") not in (log().learner.id, NOBODY):  # a queued answer of somebody else
                    self.send({"type": "refused", "id": name, "reason": say("card", "otherLearner")})
                    return
                was = log().learner
                try:
                    log().append(event)
                except NotSavedError as error:
                    self.send({"type": "refused", "id": name, "reason": str(error)})
                    return
                self.send({"type": "saved", "id": event["id"]})
                if log().learner != was:  # the folder could be made at last
                    _refresh()
                for card in list(Card._all):
                    if event["item"] in card._items:
                        card.past = card._events()
            elif kind == "new":
                log().new_learner(str(message.get("name", "")))
                _refresh()
            elif kind == "switch":
                log().switch(str(message.get("folder", "")))
                _refresh()
        except NotSavedError as error:
            log().problems.append(str(error))
            _refresh()

    def __repr__(self) -> str:
        return self._text

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        if cell := _cell():
            Card._drawn[cell] = self.model_id
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/html": self._html, "text/plain": self._text}, metadata


def _learner() -> dict[str, Any]:
    """What the browser may know of the learner: the random id, the name they typed, and whose folders are here."""
    here = log()
    folder = here.learner.folder
    return {
        "id": here.learner.id,
        "name": here.learner.name,
        "folder": folder,
        "problems": list(here.problems),
        "place": f"{here.home.name}/{folder}",
        "others": [{"folder": other.folder, "name": other.name} for other in here.learners()],
    }


def _refresh() -> None:
    """Tell every card of this kernel who is here now, and what they have answered."""
    for card in list(Card._all):
        with card.hold_sync():
            card.past, card.learner = card._events(), _learner()
