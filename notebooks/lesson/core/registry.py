"""Names for what a course computes: a fact, a look, something to explore.

A module of the course registers by decorating a function; modules are loaded when a name is first asked for.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from lesson.core import home

F = TypeVar("F", bound=Callable[..., Any])


class Registry(Generic[F]):
    """Functions of one kind by name; `file` is the module in course/ that registers them, such as "facts".

    The engine's own ones are there in every course. A name registered twice is refused, with both places.
    """

    def __init__(self, what: str, file: str) -> None:
        self.what, self.file = what, file
        self._own: dict[str, F] = {}
        self._of: dict[Path, dict[str, F]] = {}

    def __call__(self, name: str) -> Callable[[F], F]:
        """Register a function under a name: `@look("two days")`. Raises ValueError when the name is taken."""

        def register(function: F) -> F:
            here = self._own if function.__module__.startswith("lesson.") else self._of.setdefault(home.root(), {})
            taken = self._own.get(name) or here.get(name)
            if taken and _place(taken) != _place(function):
                raise ValueError(
                    f"{_place(function)}: the {self.what} '{name}' stands in {_place(taken)} already. "
                    "To mend it: give one of them another name."
                )
            here[name] = function
            return function

        return register

    def find(self, name: str) -> F:
        """Return the function of this name, loading no more modules than needed. Raises KeyError for an unknown one."""
        here = self._of.setdefault(home.root(), {})
        for folder in ["", *home.folders()]:
            if folder:
                home.module(folder, self.file)
            if found := self._own.get(name) or here.get(name):
                return found
        raise KeyError(f"There is no {self.what} '{name}'. Names: {', '.join(self.names())}.")

    def names(self) -> list[str]:
        """Every name there is, in the order in which they were registered."""
        for folder in home.folders():
            home.module(folder, self.file)
        return [*self._own, *self._of.get(home.root(), {})]


def _place(function: Callable[..., Any]) -> str:
    code = inspect.unwrap(function).__code__
    parts = Path(code.co_filename).parts[-3:]
    return f"{'/'.join(parts)}:{code.co_firstlineno}"
