"""What a lesson can show and what it can open, by name.

A course registers its own in looks.py, as tables in looks.yaml, and in explorers.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from lesson.bank import written as bank
from lesson.core import home
from lesson.core.problem import DataError
from lesson.core.registry import Registry
from lesson.screen import written


class Drawn(Protocol):
    """Something to look at, as HTML that is complete in itself and as words; `caption` says what it is."""

    @property
    def caption(self) -> str:
        """What it is, in a sentence or two."""

    def html(self) -> str:
        """The whole as HTML; every word from data is escaped."""

    def text(self) -> str:
        """The whole as words."""


Made = tuple[dict[str, Any], list[str]]
"""A sheet for lesson.js, and the lines of words that stand for it where nothing runs."""


class Looks(Registry[Callable[..., Drawn]]):
    """Looks under @look and tables in looks.yaml share their names; a file that has changed is read again."""

    def load(self, folder: str) -> None:
        """Load the functions of one folder of the course, then its tables."""
        super().load(folder)
        self.forget(_tables(folder))
        for look in bank.looks(folder)[0]:
            self.put(look.name, written.drawer(look), f"{look.file}:{look.line}")

    def find(self, name: str) -> Callable[..., Drawn]:
        """Return what draws the look of this name.

        Raises KeyError for an unknown one, and DataError where it is not found and some looks.yaml has mistakes.
        """
        for folder in home.folders():
            self.forget(_tables(folder))
        try:
            return super().find(name)
        except KeyError:
            broken = [problem for folder in home.folders() for problem in bank.looks(folder)[1]]
            if broken:
                raise DataError(broken) from None
            raise


def _tables(folder: str) -> str:
    return f"{home.PACKAGE}/{folder}/{bank.FILE}"


LOOKS = Looks("look", "looks")
EXPLORERS: Registry[Callable[..., Made]] = Registry("explorer", "explorers")
look = LOOKS
explorer = EXPLORERS
