"""The few words that a notebook uses.

    import lesson
    lesson.ask("NN-a-question")         a question of lesson NN
    lesson.show("departures")           a table or a picture
    lesson.explore("desk")              something to try
    lesson.progress("NN")               the course, what is answered, and whose answers they are
    lesson.frame("cases")               any table as a pandas DataFrame
    lesson.join("the class's folder")   copy my answers to a class; lesson.leave(), lesson.hand_in()
    lesson.board("NN")                  what a class answered; lesson.projector("NN-a-question"), lesson.classroom()

Everything is loaded when it is first used, so that a question needs no pandas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from lesson.school.classroom import Classroom
    from lesson.school.live import Board, Projector
    from lesson.screen.card import Card
    from lesson.screen.show import Look

__all__ = [
    "ask", "board", "classroom", "come_back", "explore", "frame", "hand_in", "join", "leave", "progress", "projector",
    "ready", "show",
]  # fmt: skip


def ready(number: str) -> None:
    """Print one line that says what this lesson holds and when its sources were read."""
    from lesson.bank import facts, load
    from lesson.core.words import say

    print(say("look", "ready", lesson=number, n=len(load.items(number)), as_read=facts.as_read()))


def ask(item_id: str, vote: int = 1) -> Card:
    """Show one question; `vote=2` asks again what an earlier lesson asked first.

    Raises KeyError, with the ids there are, for an unknown one, and ValueError for a second vote that it does not have.
    """
    from lesson.screen.ask import ask

    return ask(item_id, vote)


def come_back(place: int) -> Card:
    """Ask a question of the course again, some weeks later: the card at `place`, 1 to 5.

    They are chosen from what the learner got wrong, or was sure of. Raises ValueError for another place.
    """
    from lesson.screen.come_back import come_back

    return come_back(place)


def explore(name: str, half: int = 1, closed: bool | str = False) -> Card:
    """Open something to try: a filter, the desk, the map ... Raises KeyError, with the names there are, otherwise.

    `half` is the part of the desk (1 or 2); `closed` folds it away, so that you can answer before you look.
    """
    from lesson.screen.explore import explore

    return explore(name, half, closed)


def show(name: str, page: int = 1, closed: bool | str = False, claim: str = "", lesson: str = "") -> Look:
    """Show a table or a picture. Raises KeyError, with the names there are, for an unknown one.

    `page` turns the pages of a long table; `closed` folds it away, so that you can answer before you look;
    `claim` names the claim for evidence, `lesson` the number of the lesson for "glossary" and "sources".
    Raises ValueError, with what there is, for another page or claim.
    """
    from lesson.screen.show import show

    return show(name, page, closed, claim, lesson)


def progress(number: str, end: bool = False) -> Card:
    """Show the course and how far one is in a lesson; `end` is its last line, with what is open and what is next."""
    from lesson.screen.course_line import progress

    return progress(number, end)


def frame(table: str) -> pd.DataFrame:
    """Return a table of data/ or seeds/ as a typed pandas DataFrame."""
    from lesson.tables import frame

    return frame(table)


def join(folder: str = "", nickname: str = "") -> None:
    """Copy my answers into the folder of a class, now and whenever one is saved; say who can read what.

    Without a name it is the folder that LESSON_CLASS names. Texts and opinions are copied only under a nickname.
    """
    from lesson.screen.join import join

    join(folder, nickname)


def leave(delete: bool = False) -> None:
    """Copy no more answers to the class; `delete` takes my files out of its folder again."""
    from lesson.screen.join import leave

    leave(delete)


def hand_in(nickname: str = "") -> None:
    """Make one file of my answers for a teacher; texts and opinions are in it only under a nickname."""
    from lesson.screen.join import hand_in

    hand_in(nickname)


def classroom(*folders: str) -> Classroom:
    """Return a class: of these folders, pooled; of the one that LESSON_CLASS names; or an invented one.

    Raises FileNotFoundError for a folder that is not there.
    """
    from lesson.school.live import classroom

    return classroom(*folders)


def board(number: str, folder: str | Classroom = "") -> Board:
    """Show what a class answered in a lesson; `folder` is one, or what `classroom` returned.

    Raises KeyError for an unknown lesson, FileNotFoundError for a folder that is not there.
    """
    from lesson.school.live import Board, classroom

    return Board(number, classroom(folder) if isinstance(folder, str) else folder)


def projector(item_id: str, folder: str | Classroom = "") -> Projector:
    """Show one question to a room: vote 1, talk, vote 2, counts, verdict, with one button.

    Raises KeyError for an unknown question, ValueError for one without two votes, FileNotFoundError for no folder.
    """
    from lesson.school.live import Projector, classroom

    return Projector(item_id, classroom(folder) if isinstance(folder, str) else folder)
