"""Of all numbers, dates and words from a list that a lesson uses, nearly every change is seen by what nbval compares.

A cell is used when running the lesson reads it (ties between rows and publications, and the dates on which a page was
published and read, aside). Each is changed to another valid value, one at a time. It is seen when the lesson's text and outputs, made
again in this process, differ, or when a figure of an expected.csv does. ALL_CELLS=1 takes all of them, not a sample.
"""

import contextlib
import io
import json
import os
import random
import re
import sys

from support import LESSONS

from lesson import tables
from lesson.publish import expected
from lesson.publish.marks import refresh
from lesson.tables.describe import folder_of

READ = sys.modules["lesson.tables.read"]
BAR, SAMPLE = 0.95, 24
TIES = ("citations", "disputes")
READ_FOR_THE_NEWEST = (("sources", "seen_on"), ("sources", "date"))
"""Columns of which a lesson says the latest date alone."""


class Watched(dict):
    """A row that remembers which of its cells were read."""

    def __init__(self, row, name, used):
        super().__init__(row)
        self.name, self.used = name, used

    def __getitem__(self, field):
        self.used.add((*self.name, field))
        return super().__getitem__(field)


def watch(monkeypatch, used, changed=None):
    """Make whoever reads a table note what is read, and change one cell when asked."""
    original, made = READ.lined, {}

    def lined(table, folder=None):
        folder = folder or folder_of(table)
        if (table, folder) not in made:
            found, problems = original(table, folder)
            key, watched = tables.key(table, folder), []
            for line, row in found:
                name = (folder, table, row[key] if key else line)
                if changed and changed[:3] == name:
                    row[changed[3]] = changed[4]
                watched.append((line, Watched(row, name, used)))
            made[table, folder] = watched, problems
        return made[table, folder]

    monkeypatch.setattr(READ, "lined", lined)
    monkeypatch.setattr(tables, "stamp", lambda: hash(changed))


def outputs(notebook):
    """What nbval compares: the words of each output, made again, and the text with its facts."""
    scope, found = {}, []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            found.append(refresh(source))
            continue
        *lines, last = source.splitlines()
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec("\n".join(lines), scope)
            value = eval(last, scope) if not last.startswith("import") else exec(last, scope)
        bundle = value._repr_mimebundle_() if hasattr(value, "_repr_mimebundle_") else {"text/plain": repr(value)}
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        found.append(said.getvalue() + re.sub(r"base64,[^\"]+", "", data.get("text/html", "")) + data["text/plain"])
    return found


def another(field, value):
    """Another valid value for a number, a date or a word from a list; None for free text."""
    rules = field.get("constraints", {})
    if "enum" in rules:
        return rules["enum"][(rules["enum"].index(value) + 1) % len(rules["enum"])] if value in rules["enum"] else None
    if field["type"] == "integer" and value is not None:
        return value + 1
    if field.get("dates") == "partial" and value:
        return f"{int(value[:4]) + 1}{value[4:]}"
    return None


def valid_changes(used):
    """Every cell that was read and that has another valid value: (folder, table, row, field, new value)."""
    for folder, table, row_id, field in sorted(used, key=str):
        if table in TIES or (table, field) in READ_FOR_THE_NEWEST:
            continue
        rules = next(f for f in tables.fields(table, folder) if f["name"] == field)
        key = tables.key(table, folder)
        value = next(row[field] for line, row in READ.lined(table, folder)[0] if (row[key] if key else line) == row_id)
        new = another(rules, value)
        if new is not None:
            yield folder, table, row_id, field, new


def test_a_change_of_a_cell_that_the_lessons_use_is_seen(monkeypatch):
    notebooks = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in LESSONS}
    used, before = {name: set() for name in notebooks}, {}
    for name, notebook in notebooks.items():
        with monkeypatch.context() as patch:
            watch(patch, used[name])
            before[name] = outputs(notebook)
    changes = list(valid_changes(set().union(*used.values())))
    if not os.environ.get("ALL_CELLS"):
        changes = random.Random(20160817).sample(changes, SAMPLE)
    missed = [
        " ".join(map(str, change[1:4]))
        for change in changes
        if not any(differs(monkeypatch, change, notebooks[n], before[n]) for n in notebooks if change[:4] in used[n])
    ]
    print(f"{len(changes) - len(missed)} of {len(changes)} changed cells seen; missed: {missed}")
    assert 1 - len(missed) / len(changes) >= BAR, missed


def differs(monkeypatch, change, notebook, before):
    """Whether a lesson says something else once a cell has changed."""
    with monkeypatch.context() as patch:
        watch(patch, set(), change)
        try:
            return outputs(notebook) != before or any(expected.problems())
        except (KeyError, ValueError, IndexError, StopIteration):
            return True
