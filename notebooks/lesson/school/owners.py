"""Whose each file of a class is: files that bear one id, and files that hold the same lines, are one learner's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

Graph = dict[str, set[str]]

MOST_COPIES = 100
"""After so many files with one line the next are left alone."""


class Lines:
    """Which lines stand in more than one file; lines are told by a number each."""

    def __init__(self) -> None:
        self._first: dict[int, str] = {}
        self._more: dict[int, set[str]] = {}

    def add(self, name: str, lines: Iterable[int]) -> None:
        """Take up lines of a file."""
        for line in lines:
            first = self._first.setdefault(line, name)
            if first != name:
                self._more.setdefault(line, {first}).add(name)

    def shared(self) -> set[frozenset[str]]:
        """The files that have a line in common, as sets of two names or more."""
        return {frozenset(names) for names in self._more.values()}


def owners(ids: Mapping[str, str], shared: Iterable[frozenset[str]]) -> tuple[dict[str, str], list[str]]:
    """Return the learner of each file, and the names of the files that are nobody's.

    `ids` has the id that each file bears, or nothing. A file without one, such as a download, belongs to whoever has
    one of its lines, else to a learner of its own. An id that shares lines with two others which share none between
    them would make one learner of two: it is nobody's.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(ids):
        groups[ids[name] or name].append(name)
    near, crowd = _neighbours([{ids[name] or name for name in names if name in ids} for names in shared])
    named = {key for key in groups if ids[groups[key][0]]}
    strange = crowd | {key for key in near if _joins_two(key, near, named)}
    whose: dict[str, str] = {}
    for key in sorted(groups, key=lambda each: (each not in named, each)):
        if key not in strange and key not in whose:
            _spread(key, near, strange, whose)
    found = {name: whose[key] for key, names in groups.items() if key in whose for name in names}
    return found, sorted(name for key in strange for name in groups[key])


def _neighbours(holders: Iterable[set[str]]) -> tuple[Graph, set[str]]:
    """Which groups of files have a line in common, and those that come after too many with the same line."""
    near: Graph = defaultdict(set)
    crowd: set[str] = set()
    for keys in {tuple(sorted(keys)) for keys in holders if len(keys) > 1}:
        crowd.update(keys[MOST_COPIES:])
        for one, other in combinations(keys[:MOST_COPIES], 2):
            near[one].add(other)
            near[other].add(one)
    return near, crowd


def _joins_two(key: str, near: Graph, named: set[str]) -> bool:
    """Whether a group ties together others that have nothing to do with each other."""
    others = near[key] & named if key in named else near[key]
    return any(b not in near[a] for a, b in combinations(sorted(others), 2))


def _spread(start: str, near: Graph, strange: set[str], whose: dict[str, str]) -> None:
    """Give everything that hangs together to one learner, under the first id."""
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key not in whose and key not in strange:
            whose[key] = start
            waiting.extend(near.get(key, ()))
