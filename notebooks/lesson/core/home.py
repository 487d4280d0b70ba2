"""Where the project stands, what its course.toml says, and the modules of its course.

The engine knows no lesson: whatever is taught is read from course/, seeds/ and data/ of the home in use.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import tomllib
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from lesson.core.problem import DataError, Problem, ProblemError

ENGINE = Path(__file__).resolve().parents[1]
_home = Path(os.environ.get("LESSON_HOME") or ENGINE.parents[1]).resolve()
PACKAGE = "course"
SHARED = "shared"
ENGLISH = "en"


def root() -> Path:
    """The folder that holds course/, seeds/, data/ and notebooks/."""
    return _home


def course() -> Path:
    """The folder of what is taught, one folder a lesson."""
    return _home / "course"


def data() -> Path:
    """The folder of the evidence."""
    return _home / "data"


def seeds() -> Path:
    """The folder of the text that is examined: its record, its digest, its claims."""
    return _home / "seeds"


def build() -> Path:
    """The folder of what commands make."""
    return _home / "build"


@contextmanager
def at(place: Path) -> Iterator[None]:
    """Use another home for a while: another course, with modules of its own."""
    global _home
    before, loaded = _home, _forget()
    _home = place.resolve()
    try:
        yield
    finally:
        _forget()
        _home = before
        sys.modules.update(loaded)


def _forget() -> dict[str, ModuleType]:
    """Take the modules of the course out of Python's list, and return them."""
    names = [name for name in sys.modules if name == PACKAGE or name.startswith(f"{PACKAGE}.")]
    return {name: sys.modules.pop(name) for name in names}


def module(folder: str, name: str) -> ModuleType | None:
    """Return the module course/<folder>/<name>.py, loaded once; None where there is no such file.

    Raises DataError, with file and line, for a module that Python cannot load.
    """
    if not (course() / folder / f"{name}.py").is_file():
        return None
    if PACKAGE not in sys.modules:  # found by this spec alone: no folder is added to Python's path
        spec = importlib.util.spec_from_loader(PACKAGE, loader=None, is_package=True)
        assert spec is not None
        package = importlib.util.module_from_spec(spec)
        package.__path__ = [str(course())]
        sys.modules[PACKAGE] = package
    try:
        return importlib.import_module(f"{PACKAGE}.{folder}.{name}")
    except (DataError, ProblemError):
        raise
    except Exception as error:
        raise DataError([_fails(folder, name, error)]) from error


def _fails(folder: str, name: str, error: Exception) -> Problem:
    """What a module of the course stumbles over, at the last of its lines that was reached."""
    path = course() / folder / f"{name}.py"
    reached = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename) == path]
    line = error.lineno if isinstance(error, SyntaxError) else (reached or [1])[-1]
    what = f"Python cannot load it ({type(error).__name__}: {error})."
    return Problem(f"{PACKAGE}/{folder}/{name}.py", line or 1, f"{name}.py", what, "correct this line.")


def folders() -> list[str]:
    """The folders of the course that may hold code: the shared one, then one for each lesson, in order."""
    return [SHARED, *(path.name for path in sorted(course().glob("[0-9][0-9]_*")) if path.is_dir())]


@dataclass(frozen=True)
class MapGroup:
    """A heading of the claim map, the parts of the argument under it, and how wide its boxes are."""

    title: str
    parts: tuple[str, ...]
    css: str


@dataclass(frozen=True)
class Settings:
    """What course.toml says.

    `id` begins the keys under which a browser keeps answers, `text` is the source id of the text that is examined,
    `period` the minutes of a lesson, `core_words` and `core_minutes` the most that its core path may take; the headings
    of all other parts begin with `optional`. Lessons in `code_open` show their code, those in
    `for_teachers` are no part of what learners are given as pages, `families` are the columns
    that touch families, `explains` the parts of the argument whose note stands on the map,
    `licence` says what others may do with the texts and the data,
    `lessons` is what the text of each lesson must keep to (publish/limits.py reads it), `drawing` where each claim
    stands on the drawn map (bank/map_places.py reads it; empty where it is drawn group by group).
    """

    title: str
    id: str
    language: str
    text: str
    text_label: str
    period: int
    core_words: int
    core_minutes: int
    optional: str
    code_open: tuple[str, ...]
    for_teachers: tuple[str, ...]
    families: tuple[str, ...]
    explains: tuple[str, ...]
    map: tuple[MapGroup, ...]
    lessons: dict[str, Any]
    drawing: dict[str, Any]
    licence: str


def settings() -> Settings:
    """Return what course.toml says. Raises DataError, with file and line, where it cannot be used."""
    path = course() / "course.toml"
    try:
        stamp = path.stat().st_mtime_ns
    except OSError as error:
        raise DataError([_wrong("It is not there.", "put course.toml into course/.")]) from error
    return _settings(path, stamp)


def language() -> str:
    """The language of the interface: what course.toml says, English where it cannot be read."""
    try:
        return settings().language
    except DataError:
        return ENGLISH


USUAL: dict[str, Any] = {
    "core_words": 3000,
    "core_minutes": 38,
    "optional": "More time",
    "code_open": [],
    "for_teachers": [],
    "licence": "",
}
"""What holds where course.toml says nothing."""


@lru_cache(maxsize=4)
def _settings(path: Path, stamp: int) -> Settings:
    try:
        found = {**USUAL, **tomllib.loads(path.read_text(encoding="utf-8"))}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError([_wrong(f"It cannot be read ({error}).", "put texts in quotation marks.")]) from error
    wanted: dict[str, type] = {"title": str, "id": str, "language": str, "text": str, "text_label": str, "period": int}
    wanted |= {
        "core_words": int,
        "core_minutes": int,
        "optional": str,
        "code_open": list,
        "licence": str,
        "for_teachers": list,
    }
    wanted |= {"families": list, "explains": list, "map": list}
    problems = [
        _wrong(f"'{name}' is missing or is no {kind.__name__}.", f"write {name} = {kind.__name__.join('<>')}.")
        for name, kind in wanted.items()
        if not isinstance(found.get(name), kind)
    ]
    problems += [
        _wrong(f"'{name}' is not a field of course.toml.", f"use one of: {', '.join(wanted)}.")
        for name in found
        if name not in {*wanted, "lessons", "drawing"}
    ]
    problems += [
        _wrong(f"'{name}' is no table.", f"write [{name}] on a line of its own, and what belongs to it below.")
        for name in ("lessons", "drawing")
        if not isinstance(found.setdefault(name, {}), dict)
    ]
    if problems:
        raise DataError(problems)
    return _made(found)


def _made(found: dict[str, Any]) -> Settings:
    try:
        groups = tuple(MapGroup(str(g["title"]), tuple(g["parts"]), str(g["css"])) for g in found["map"])
    except (KeyError, TypeError) as error:
        raise DataError([_wrong("A [[map]] lacks title, parts or css.", "give each of them all three.")]) from error
    more = {name: tuple(found[name]) for name in ("families", "explains", "code_open", "for_teachers")}
    return Settings(**{**found, **more, "map": groups})


def _wrong(what: str, mend: str) -> Problem:
    return Problem("course/course.toml", 1, "course.toml", what, mend)
