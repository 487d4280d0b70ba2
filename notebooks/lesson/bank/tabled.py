"""The small tables of a question, filled from data/: cells, and the proof of what an author says beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lesson import tables
from lesson.bank.form import Form, Notes
from lesson.bank.lines import Line, RuleError, shown
from lesson.bank.row_rules import BESIDE, ROW, ROWS, TABLE
from lesson.bank.yaml_lines import Map
from lesson.core.item import Cell, Table
from lesson.core.words import say

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_COLUMNS = 4
BARE = "beside"
"""What stands for a type of question where rows are only read: no field that one type alone has fits."""
PROOF = re.compile(r"(?:(\S+) )?([@#]?[\w.]+): (.+)", re.S)


def rows(written: Map, where: str, notes: Notes, kind: str) -> list[Form]:
    """The forms of the rows in `written`, each checked by the table of fields; none where they are no list of rows."""
    entries = written.get("rows")
    if ROWS.slip("rows", entries):
        return []
    forms = []
    for letter, entry in zip(LETTERS, entries or (), strict=False):
        form = Form(entry, f"{where}, row {letter}", "a row", notes)
        form.read(ROW, kind)
        forms.append(form)
    return forms


def head(item: Form, name: str) -> Form:
    """The form of the item's `table`, or of the `table_beside` it."""
    form = Form(item.written[name], f"{item.where}, {name}", "a table", item.notes)
    form.read(BESIDE if name == "table_beside" else TABLE, "")
    return form


def read(table: Form, found: Sequence[Form]) -> list[Line]:
    """Return the lines of a table, and keep the cells of each in its form as `cells`. What is wrong is kept as a slip.

    Only rows that stand in data/ have a line; a table with fewer lines than rows cannot be used.
    """
    count = 1 + len(table["columns"]) + bool(table["text"])
    if count > MOST_COLUMNS:
        table.slip("columns", f"The table has {count} columns.", f"keep {MOST_COLUMNS}: a reader must see it at once.")
    if len(found) > ROWS.most:
        table.slip("rows", f"The table has {len(found)} rows.", f"keep {ROWS.most} at most.")
    lines = []
    for letter, form in zip(LETTERS, found, strict=False):
        if line := _line(letter, form):
            form.keep("cells", _cells(table, form, line))
            _proved(form, line)
            lines.append(line)
    return lines


def heads(table: Form) -> tuple[str, ...]:
    """What stands over each column."""
    return (table["label"], *table["columns"], *([table["text"]] if table["text"] else []))


def to_read(item: Form, answered: bool, kind: str) -> tuple[Table, ...]:
    """The tables that are read before one answers; where rows are `answered`, the first table is not one of them."""
    found = []
    if item.has("table") and not answered:
        found.append(_whole(head(item, "table"), rows(item.written, item.where, item.notes, kind)))
    elif item.has("rows") and not answered:
        item.slip("rows", "There are rows, and no table says what is shown of them.", "add 'table: {label: ...}'.")
    if item.has("table_beside"):
        beside = head(item, "table_beside")
        found.append(_whole(beside, rows(beside.written, beside.where, item.notes, BARE)))
    return tuple(found)


def _whole(table: Form, found: Sequence[Form]) -> Table:
    if not found:
        table.slip("rows", "The table has no rows.", "add 'rows:', and start each with '- row: ...'.")
    read(table, found)
    made = tuple((Cell(form["label"], own=True), *form.get("cells", ())) for form in found)
    return Table(table["title"], heads(table), made)


def _line(letter: str, form: Form) -> Line | None:
    """The row that a form names, None where it is nowhere."""
    try:
        name, row = tables.find(form["row"])
    except KeyError:
        form.slip("row", f"There is no row '{form['row']}'.", "use an id that stands in a table.")
        return None
    source = next((each for each in tables.rows("sources") if each["source_id"] == form["source"]), None)
    if form["source"] and source is None:
        form.slip("source", f"There is no source '{form['source']}'.", "use an id that stands in sources.csv.")
        return None
    return Line(letter, name, row, source, form["code"])


def _cells(table: Form, form: Form, line: Line) -> tuple[Cell, ...]:
    """What the table shows of one row beside its label."""
    found = []
    for heading, column in table["columns"].items():
        try:
            found.append(Cell(shown(line.value(column)) or say("look", "noCell")))
        except RuleError as error:
            table.slip("columns", f"Under '{heading}': {error.what}", error.mend)
    if bool(table["text"]) != bool(form["says"]):
        what = "The table has a column for our own words, and this row has none." if table["text"] else (
            "This row says something, and the table has no column for it."
        )  # fmt: skip
        form.slip("says", what, "write both 'text: a heading' in the table and 'says: ...' in each row, or neither.")
    return (*found, *([Cell(form["says"], own=True)] if form["says"] else []))


def _proved(form: Form, line: Line) -> None:
    """What an author says of a row stands in a cell of it, or of another row. The lesson goes on where it does not."""
    if (form["says"] or form["code"]) and not form["proof"]:
        name = "code" if form["code"] else "says"
        mend = f"""add 'proof: ["column: words that stand in that cell"]'; the row has {", ".join(line.row)}."""
        form.slip(name, f"Nothing proves '{name}'.", mend, fatal=False)
    for what, mend in _unproved(form, line):
        form.slip("proof", what, mend, fatal=False)


def _unproved(form: Form, line: Line) -> Iterator[tuple[str, str]]:
    for proof in form["proof"]:
        match = PROOF.fullmatch(proof)
        if not match:
            yield f"'{proof}' is no proof.", 'write it as in "summary: words that stand in that cell".'
            continue
        other, column, words = match.groups()
        try:
            there = _other(other, line) if other else line
            cell = str(there.value(column))
        except RuleError as error:
            yield f"The proof '{proof}' names nothing that is there: {error.what}", error.mend
            continue
        if _even(words) not in _even(cell):
            where = f"{other} {column}" if other else column
            yield f"'{words}' does not stand in {where}.", f"quote the cell as it is: {_begin(cell)}"


def _other(row_id: str, line: Line) -> Line:
    try:
        name, row = tables.find(row_id)
    except KeyError:
        raise RuleError(f"There is no row '{row_id}'.", "use an id that stands in a table.") from None
    return Line(line.letter, name, row, line.source)


def _even(words: str) -> str:
    return " ".join(words.split())


def _begin(cell: str) -> str:
    return f"{cell[:200]} ..." if len(cell) > 200 else cell
