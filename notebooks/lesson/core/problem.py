"""A mistake in a file that an author or a teacher edits: where it is, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One mistake. A `fatal` one keeps what the file says from being used."""

    file: str
    line: int
    where: str
    what: str
    mend: str
    fatal: bool = True

    def __str__(self) -> str:
        kind = "" if self.fatal else " (A warning.)"
        return f"{self.file}:{self.line}: {self.where}: {self.what} To mend it: {self.mend}{kind}"


class ProblemError(ValueError):
    """One mistake stops what was asked for; `problem` says where it is and how to mend it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class DataError(Exception):
    """A table, a bank of items or a course cannot be used; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [str(problem) for problem in self.problems[:10]]
        more = len(self.problems) - len(shown)
        super().__init__("\n".join(shown + ([f"... and {more} more."] if more else [])))
