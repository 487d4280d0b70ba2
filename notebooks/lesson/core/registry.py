"""Names for what a course computes: a fact, a look, something to explore.

A module of the course registers by decorating a function; modules are loaded when a name is first asked for.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from lesson.core import home
from lesson.core.problem import Problem, ProblemError

F = TypeVar("F", bound=Callable[..., Any])


class NameTaken(ProblemError):
    """A name is registered twice; `problem` says where, and where it stood before."""

    def __init__(self, what: str, name: str, place: str, before: str) -> None:
        file, _, line = place.rpartition(":")
        text = f"It stands in {before} already."
        super().__init__(Problem(file, int(line), f"the {what} '{name}'", text, "give one of them another name."))


class Registry(Generic[F]):
    """Functions of one kind by name; `file` is the module in course/ that registers them, such as "facts".

    The engine's own ones are there in every course. A name registered twice is refused, with both places.
    """

    def __init__(self, what: str, file: str) -> None:
        self.what, self.file = what, file
        self._own: dict[str, tuple[F, str]] = {}
        self._of: dict[Path, dict[str, tuple[F, str]]] = {}

    def __call__(self, name: str) -> Callable[[F], F]:
        """Register a function under a name: `@look("two days")`. Raises NameTaken when the name is taken."""

        def register(function: F) -> F:
            own = function.__module__.startswith("lesson.")
            self._add(self._own if own else self._here(), name, function, _place(function))
            return function

        return register

    def put(self, name: str, function: F, place: str) -> None:
        """Register for the course what stands at `place`, a file and line. Raises NameTaken when the name is taken."""
        self._add(self._here(), name, function, place)

    def forget(self, file: str) -> None:
        """Take out what was put from a file, before it is read again."""
        here = self._here()
        for name in [name for name, (_, place) in here.items() if place.rpartition(":")[0] == file]:
            del here[name]

    def load(self, folder: str) -> None:
        """Have one folder of the course register what it has."""
        home.module(folder, self.file)

    def find(self, name: str) -> F:
        """Return the function of this name, loading no more modules than needed. Raises KeyError for an unknown one."""
        here = self._here()
        for folder in ["", *home.folders()]:
            if folder:
                self.load(folder)
            if found := self._own.get(name) or here.get(name):
                return found[0]
        raise KeyError(f"There is no {self.what} '{name}'. Names: {', '.join(self.names())}.")

    def names(self) -> list[str]:
        """Every name there is, in the order in which they were registered."""
        for folder in home.folders():
            self.load(folder)
        return [*self._own, *self._here()]

    def _here(self) -> dict[str, tuple[F, str]]:
        return self._of.setdefault(home.root(), {})

    def _add(self, there: dict[str, tuple[F, str]], name: str, function: F, place: str) -> None:
        _, before = self._own.get(name) or self._here().get(name) or (function, place)
        if before != place:
            raise NameTaken(self.what, name, place, before)
        there[name] = function, place


def _place(function: Callable[..., Any]) -> str:
    code = inspect.unwrap(function).__code__
    parts = Path(code.co_filename).parts[-3:]
    return f"{'/'.join(parts)}:{code.co_firstlineno}"
