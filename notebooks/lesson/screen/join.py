"""Joining a class, leaving it, and handing a file over, from a notebook: each prints in a sentence what it did."""

from __future__ import annotations

from collections.abc import Callable

from lesson.record.log import NotSavedError
from lesson.school import learner
from lesson.screen.card import copier, log, refresh


def join(folder: str = "", nickname: str = "") -> None:
    """Join the class of a folder; without a name it is the one that LESSON_CLASS names."""
    _print(lambda: learner.join(log(), copier(), folder, nickname))


def leave(delete: bool = False) -> None:
    """Leave the class; `delete` takes the files out of its folder again."""
    _print(lambda: learner.leave(log(), copier(), delete))


def hand_in(nickname: str = "") -> None:
    """Make one file of the answers for a teacher."""
    _print(lambda: learner.hand_in(log(), nickname))


def _print(does: Callable[[], str]) -> None:
    """Say what was done, or why not, and tell every card."""
    try:
        print(does())
    except NotSavedError as error:
        print(error)
    refresh()
