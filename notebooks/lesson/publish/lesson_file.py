"""A lesson's text, lesson.md: a MyST notebook that jupytext reads and writes.

A text cell is Markdown, a code cell a fence that begins with ```{code-cell}; `+++` parts two texts. Blank lines at the
ends of a cell are no part of it, and an empty cell is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import nbformat
from jupytext.myst import get_parser, myst_to_notebook, notebook_to_myst, strip_blank_lines

from lesson.bank import lessons
from lesson.core import files
from lesson.core.problem import Problem

Kind = Literal["markdown", "code", "raw"]
LESSON = "lesson.md"
UNPLACED = "<!-- could not be placed -->"
"""Begins a cell that `adopt` found in the notebook and lesson.md could not hold: an author has to look at it."""
BOM = "\ufeff"

# What would end a text cell stands in lesson.md with a backslash, which is taken off again.
_BREAK = re.compile(r"^( {0,3}\\*)(?=\+[ \t]*\+[ \t]*\+)", re.M)
_FENCE = re.compile(r"^([ \t>*+\-\d.)]*(?:`{3,}|~{3,})[ \t]*\\*)(?=\{(?:code|raw)-cell\})", re.M)
_ESCAPED = [re.compile(pattern.pattern.replace(r"\\*)", r"\\*)\\"), re.M) for pattern in (_BREAK, _FENCE)]
_MEANT_AS_CODE = re.compile(r"^[ \t>*+\-\d.)]*(?:`{3,}|~{3,})[ \t]*\{?[ \t]*(?:code|raw)[-_ ]?cell.*", re.M | re.I)
_DIRECTIVE = re.compile(r"\{(?:code|raw)-cell\}")
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True)
class Cell:
    """One cell as lesson.md has it; `line` is where it begins there, 0 when it comes from a notebook."""

    kind: Kind
    source: str
    line: int = 0

    @property
    def name(self) -> str:
        """Its first words, for messages."""
        first = self.source.strip().split("\n", 1)[0]
        return f"'{first[:40]}...'" if len(first) > 40 else f"'{first}'"


def path_of(number: str) -> Path:
    """Where the text of a lesson stands. Raises KeyError where there is no such lesson."""
    return lessons.folder(number) / LESSON


def trimmed(kind: str, source: str) -> str:
    """A cell's source without the blank lines at its ends, which lesson.md cannot keep."""
    source = "\n".join(source.splitlines())
    while kind == "code" and source and not source.split("\n", 1)[0].strip():
        source = source.partition("\n")[2]
    return str(strip_blank_lines(source))


# ---------------------------------------------------------------- writing


def write(cells: Sequence[Cell]) -> str:
    """Return the text of a lesson.md that holds these cells."""
    if not cells:
        return ""
    notebook = nbformat.v4.new_notebook()
    for cell in cells:
        if cell.kind == "code":
            notebook.cells.append(nbformat.v4.new_code_cell(cell.source))
        else:
            notebook.cells.append(nbformat.v4.new_markdown_cell(_escaped(cell.source)))
    text = str(notebook_to_myst(notebook))
    return f"+++\n\n{text}" if text.startswith("---") else text  # else it would begin with settings


def _escaped(source: str) -> str:
    return _FENCE.sub(r"\1\\", _BREAK.sub(r"\1\\", source))


def _plain(source: str) -> str:
    for pattern in _ESCAPED:
        source = pattern.sub(r"\1", source)
    return source


def holds(cell: Cell) -> bool:
    """Whether lesson.md can keep a cell so that it and its neighbours come back as they are."""
    after = Cell("markdown", "after")
    found, problems = parse(write([after, cell, after]), "")
    return not problems and [(c.kind, c.source) for c in found] == [(c.kind, c.source) for c in (after, cell, after)]


def quoted(cell: Cell) -> Cell:
    """A cell that lesson.md cannot hold, as a text that it can: nothing of it is lost."""
    inner = _STRANGE.sub("\ufffd", cell.source)
    fence = "`" * max([4, *(len(run) + 1 for run in re.findall("`+", inner))])
    return Cell("markdown", f"{UNPLACED}\n\n{fence}\n{inner}\n{fence}")


# ---------------------------------------------------------------- reading


def read(number: str) -> tuple[list[Cell], list[Problem]]:
    """Return the cells of a lesson's text, none where it cannot be read, and every problem of its form."""
    path = path_of(number)
    file = lessons.shown(path)
    try:
        content = files.whole(path)
    except OSError:
        mend = f"write it, or take the text of its notebook with: python do.py adopt {number}"
        return [], [Problem(file, 1, LESSON, "The file is not there.", mend)]
    try:
        cells, problems = _parsed(content.decode("utf-8"), file)
        return list(cells), list(problems)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        what = f"A character is not UTF-8 ({error.reason})."
        return [], [Problem(file, line, LESSON, what, "save the file as UTF-8.")]


@lru_cache(maxsize=16)
def _parsed(text: str, file: str) -> tuple[tuple[Cell, ...], tuple[Problem, ...]]:
    """What `parse` returns, once for each state of a text."""
    cells, problems = parse(text, file)
    return tuple(cells), tuple(problems)


def parse(text: str, file: str) -> tuple[list[Cell], list[Problem]]:
    """Return the cells of a text, none where it cannot be read, and every problem of its form; `file` names it."""
    found = list(_bytes(text))
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    cells: list[Cell] = []
    if not _STRANGE.search(text):
        tokens = get_parser().parse(text + "\n")
        settings = list(_settings(tokens))
        found += [*settings, *_open(tokens, text.split("\n"))]
        if not settings:
            for made, line in _made(text):
                found += _cell(made, line)
                if made.cell_type != "raw":
                    source = made.source if made.cell_type == "code" else _plain(made.source)
                    cells.append(Cell(made.cell_type, trimmed(made.cell_type, source), line))
    cells = [cell for cell in cells if cell.source]
    if not cells and not found:
        found.append((1, "It holds no cell.", "begin it with a title, such as '# 07 What is asked here'."))
    return cells, [Problem(file, line, LESSON, what, mend) for line, what, mend in sorted(found)]


def _made(text: str) -> Iterator[tuple[Any, int]]:
    """Yield each cell as jupytext reads it, and the line on which it begins, from 1."""
    notebook = myst_to_notebook(text, add_source_map=True)
    lines = text.split("\n")
    for made, start in zip(notebook.cells, notebook.metadata["source_map"], strict=True):
        if made.cell_type == "markdown":  # jupytext counts the blank lines before a text to it
            start = next(n for n in range(start, len(lines)) if lines[n].strip()) + 1
        yield made, start


Found = Iterator[tuple[int, str, str]]
"""Problems as (line, what, how to mend it)."""


def _bytes(text: str) -> Found:
    """What an editor may have put in that nobody sees."""
    if text.startswith(BOM):
        yield 1, "The file starts with an invisible mark (BOM).", "save it as plain UTF-8, without BOM."
    if "\r\n" in text:
        line = text.count("\n", 0, text.index("\r\n")) + 1
        yield line, "A line ends in the way of Windows (CRLF).", "save it with line ends of Unix (LF)."
    if strange := _STRANGE.search(text.replace("\r\n", "\n")):
        line = text.replace("\r\n", "\n").count("\n", 0, strange.start()) + 1
        what = f"A character stands here that nobody sees (U+{ord(strange[0]):04X})."
        yield line, what, "delete it, or type the line again."


def _settings(tokens: Sequence[Any]) -> Found:
    """What an author wrote that the builder sets; jupytext would read it as YAML or JSON."""
    mend = "take it out: the builder sets what a cell needs."
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        if token.type == "front_matter":
            yield line, "The file begins with settings between two lines '---'.", mend
        elif token.type == "myst_block_break" and token.content:
            yield line, f"Beside '+++' stands '{token.content}'.", mend
        elif token.type == "fence" and (directive := _DIRECTIVE.match(token.info)):
            if more := token.info[directive.end() :].strip():
                yield line, f"Beside '{directive[0]}' stands '{more}'.", mend
            if re.match(r"---|\s*:", token.content) and not token.content.startswith("\n"):
                yield line + 1, "A code cell begins with settings.", mend


def _open(tokens: Sequence[Any], lines: Sequence[str]) -> Found:
    """Fences and tags that nothing closes: all that follows would belong to them."""
    for token in tokens:
        if token.map is None:
            continue
        first, after = token.map
        if token.type == "fence":
            last, mark = lines[min(after, len(lines)) - 1].strip(" \t>"), token.markup
            if after - first < 2 or len(last) < len(mark) or set(last) != {mark[0]}:
                what = "A fence is opened here and closed nowhere."
                yield first + 1, what, f"write {mark} on a line of its own where it ends."
        elif token.type == "html_block" and (swallowed := re.search(r"^ {0,3}\+\+\+", token.content, re.M)):
            what = f"What is opened here ({lines[first].strip()[:40]}) is not closed before '{swallowed[0]}'."
            yield first + 1, what, "close it in the same cell."


def _cell(made: Any, line: int) -> Found:
    """What is wrong with one cell, as jupytext gives it."""
    if made.cell_type == "raw":
        yield line, "A raw cell is shown to nobody.", "write it as text, or take it out."
    if made.cell_type != "markdown":
        return
    if made.source.startswith(UNPLACED):
        what = "Here is a cell of the notebook that could not be placed."
        yield line, what, "write it where it belongs, then delete this."
        return
    for match in _MEANT_AS_CODE.finditer(made.source):
        at = line + made.source.count("\n", 0, match.start())
        what = f"A code cell is read as text ({match[0].strip()})."
        yield at, what, "begin the line with ```{code-cell}, with nothing before it, outside lists and other fences."
    for match in re.finditer(r"<!--(?!.*?-->)", made.source, re.S):
        at = line + made.source.count("\n", 0, match.start())
        yield at, "A comment is opened here and closed nowhere.", "write --> where it ends."
