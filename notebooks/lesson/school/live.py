"""Board and projector in a notebook: drawn again as answers come, with the one button of the present phase.

Where no kernel runs, a stored notebook shows the same as HTML and as words. Folders are polled: network drives send no
events.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import ipywidgets

from lesson.bank import load
from lesson.core import home
from lesson.core.words import say
from lesson.school import board, membership, slide
from lesson.school.classroom import Classroom, sheets_of

POLL = 3.0
TICK = 1.0
"""Seconds between two looks at the folder, and between two of the clock while a class talks."""


def classroom(*folders: str) -> Classroom:
    """Return the class of these folders, of the one that LESSON_CLASS names, or else the demonstration class.

    Raises FileNotFoundError for a folder that is not there.
    """
    paths = [home.root() / Path(folder).expanduser() for folder in folders if folder]
    named = membership.named()
    paths = paths or ([named] if named else [])
    for path in paths:
        if not path.is_dir():
            raise FileNotFoundError(say("board", "noSuchFolder", folder=path))
    return Classroom(paths)


class Live(ipywidgets.VBox):  # type: ignore[misc]
    """What is drawn again whenever the class has changed."""

    def __init__(self, room: Classroom, children: list[Any]) -> None:
        self.room, self._drawn = room, -1
        self.drawing = ipywidgets.HTML()
        super().__init__([self.drawing, *children])
        self.draw()
        self._task = _task(self._poll())

    def html(self) -> str:
        """What is drawn."""
        raise NotImplementedError

    def text(self) -> str:
        """The same in words."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw what is known; the browser is told only where something has changed."""
        self._drawn = self.room.version
        html = self.html()
        if html != self.drawing.value:
            self.drawing.value = html

    def wait(self) -> float:
        """Seconds until the next look."""
        return POLL

    async def _poll(self) -> None:
        while not self.room.invented and self.comm is not None:
            await asyncio.sleep(self.wait())
            self.room.refresh()
            if self._drawn != self.room.version or self.wait() == TICK:
                self.draw()

    def __repr__(self) -> str:
        return self.text()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/html": self.html(), "text/plain": self.text()}, metadata


class Board(Live):
    """The teacher's board of a lesson."""

    def __init__(self, number: str, room: Classroom) -> None:
        sheets_of(number)
        self.number = number
        super().__init__(room, [])

    def html(self) -> str:
        """The board as HTML."""
        return board.as_html(self.room, self.number)

    def text(self) -> str:
        """The board in words."""
        return board.as_text(self.room, self.number)


class Projector(Live):
    """One question in five phases; the button leads on, and never back."""

    def __init__(self, item: str, room: Classroom) -> None:
        if load.item(item).votes != 2:
            raise ValueError(say("board", "oneVoteOnly", item=item))
        self.item, self._seen = item, ""
        self.button = ipywidgets.Button()
        self.button.add_class("school-button")
        self.button.on_click(self._press)
        super().__init__(room, [self.button])

    def html(self) -> str:
        """The slide as HTML."""
        return slide.as_html(self.room, self.item)

    def text(self) -> str:
        """The slide in words."""
        return slide.as_text(self.room, self.item)

    def draw(self) -> None:
        """Draw the slide and its one button."""
        super().draw()
        self._seen = self.room.phase(self.item).name
        label = slide.button(self.room, self.item)
        self.button.description = label or say("board", "atTheEnd")
        self.button.disabled = not label

    def wait(self) -> float:
        """A clock runs by the second."""
        return TICK if self._seen == "talk" else POLL

    def _press(self, button: object) -> None:
        self.room.refresh()
        self.room.advance(self.item, self._seen)
        self.draw()


def _task(coroutine: Any) -> asyncio.Task[None] | None:
    """Run something beside the cells of a notebook; nothing where no loop runs, as in a script."""
    try:
        return asyncio.get_running_loop().create_task(coroutine)
    except RuntimeError:
        coroutine.close()
        return None
