"""YAML as an author writes it, read into texts, whole numbers, lists and mappings that remember their lines.

No tag can make anything else, and whatever is wrong with the form of a file is a `Problem`, never a traceback.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import Reader

from lesson.core import files
from lesson.core.problem import Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KNOWN = ("str", "int", "float", "bool", "null", "timestamp", "value", "merge")
"""What a plain word of YAML may be without a tag; all but whole numbers, yes and no are kept as they are written."""
BOM = "\ufeff"


class Map(dict[str, Any]):
    """A mapping that remembers where it and each of its fields stand."""

    line: int
    lines: dict[str, int]


class List(list[Any]):
    """A list that remembers where each of its entries stands."""

    lines: list[int]


def read(path: Path, file: str) -> tuple[Any, list[Problem]]:
    """Return what a file holds, None where it cannot be read, and every problem of its form. `file` names it."""
    reader = _Reader(file)
    return reader.read(path), reader.problems


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._made: dict[int, Any] = {}
        self._open: set[int] = set()
        self._lines: list[str] = []

    def read(self, path: Path) -> Any:
        try:
            text = self._text(files.whole(path))
            self._lines = [] if text is None else text.split("\n")
            return None if text is None else self._plain(yaml.compose(text, LOADER))
        except OSError as error:
            self._add(1, "file", f"The file cannot be read ({error.strerror}).", "look who may read it.")
        except yaml.YAMLError as error:
            self._broken(error)
        except RecursionError:
            self._add(1, "YAML", "Lists stand in lists too many levels deep.", "take some levels out.")
        return None

    def _add(self, line: int, where: str, what: str, mend: str, fatal: bool = True) -> None:
        self.problems.append(Problem(self.file, line, where, what, mend, fatal))

    def _text(self, content: bytes) -> str | None:
        """The file as text without a byte order mark; None where a character is not UTF-8 or not allowed in YAML."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            self._add(line, "file", f"A character is not UTF-8 ({error.reason}).", "save the file as UTF-8.")
            return None
        if text.startswith(BOM):
            what, mend = "The file starts with an invisible mark (BOM).", "save it as plain UTF-8, without BOM."
            self._add(1, "file", what, mend, fatal=False)
            text = text.removeprefix(BOM)
        if strange := Reader.NON_PRINTABLE.search(text):
            self._add(
                text.count("\n", 0, strange.start()) + 1,
                "YAML",
                f"A character stands here that is no text (U+{ord(strange[0]):04X}).",
                "delete it; when you cannot see it, type the line again.",
            )
            return None
        return text

    def _broken(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        self._add(
            mark.line + 1 if mark else 1,
            "YAML",
            f"{getattr(error, 'problem', None) or 'It cannot be read'}.",
            "check the spaces at the start of the line, and put text with ': ' or '#' under '>-'.",
        )

    def _plain(self, node: yaml.Node | None) -> Any:
        """Turn a node into what it stands for; a node that an alias names again is turned once."""
        if node is None:
            return None
        if id(node) in self._open:
            self._add(
                node.start_mark.line + 1, "YAML", "An alias (*) stands inside what it names.", "write the text out."
            )
            return None
        if id(node) not in self._made:
            self._open.add(id(node))
            self._made[id(node)] = self._new(node)
            self._open.remove(id(node))
        return self._made[id(node)]

    def _new(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._map(node)
        if isinstance(node, yaml.SequenceNode):
            made = List(self._plain(child) for child in node.value)
            made.lines = [child.start_mark.line + 1 for child in node.value]
            return made
        if isinstance(node, yaml.ScalarNode):
            self._cut_off(node)
        return _scalar(node)

    def _cut_off(self, node: yaml.ScalarNode) -> None:
        """Name a text of several words that ends where YAML takes ' #' for a remark, and a tag, which makes nothing."""
        line, word = node.start_mark.line + 1, str(node.value)[:20]
        if node.tag.partition("yaml.org,2002:")[2] not in KNOWN:
            self._add(line, "YAML", f"A tag ({node.tag}) stands before '{word}'.", "take it out: a text is a text.")
        rest = self._lines[node.end_mark.line][node.end_mark.column :] if node.end_mark.line < len(self._lines) else ""
        if not node.style and " " in str(node.value) and rest.lstrip().startswith("#"):
            what = f"The text '{word} ...' ends before ' #': YAML takes the rest for a remark."
            self._add(node.end_mark.line + 1, "YAML", what, "put the text in quotation marks.")

    def _map(self, node: yaml.MappingNode) -> Map:
        made = Map()
        made.line, made.lines = node.start_mark.line + 1, {}
        for name_node, value_node in node.value:
            name, line = name_node.value, name_node.start_mark.line + 1
            if not isinstance(name, str):
                self._add(line, "YAML", "A list stands where the name of a field is due.", "write 'name: ...'.")
                continue
            if name in made:
                self._add(line, str(made.get("id", "item")), f"'{name}' stands twice.", "keep one of them.")
            made[name], made.lines[name] = self._plain(value_node), line
        return made


def _scalar(node: yaml.Node) -> str | int | bool | None:
    if node.tag == "tag:yaml.org,2002:bool":
        return str(node.value).lower() in ("true", "yes", "on")
    if node.tag == "tag:yaml.org,2002:int" and re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", node.value):
        return int(node.value)
    return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)
