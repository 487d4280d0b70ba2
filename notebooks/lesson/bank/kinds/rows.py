"""What kinds share whose options are rows of the tables, and whose key is computed from these rows by a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from lesson.bank import tabled
from lesson.bank.form import Form
from lesson.bank.kinds.kind import Breach
from lesson.bank.lines import Line, RuleError
from lesson.bank.tabled import LETTERS
from lesson.core.item import Item

Key = list[Any]
T = TypeVar("T")
TABLE = "add table: {label: what the rows are, columns: {heading: column of data/}}."


def own(
    item: Form, found: Sequence[Form], rule: Callable[[str, Sequence[Line]], list[T]], keyed: Callable[[list[T]], Key]
) -> tuple[list[T], dict[str, Any]]:
    """Return what the rule says of each row, nothing where something is wrong, and the fields of `Item`.

    `keyed` writes what the rule says in letters, to be compared with what the author agreed to.
    """
    if not item.has("table"):
        item.slip("table", "'table' is missing or empty.", TABLE)
        return [], {}
    table, before = tabled.head(item, "table"), len(item.notes)
    if len(item.notes) > before or any(not form.get("row") for form in found):
        return [], {}
    lines = tabled.read(table, found)
    if len(lines) < len(found) or len(item.notes) > before:
        return [], {}
    try:
        told = rule(item["key"], lines)
    except RuleError as error:
        item.slip("key", error.what, error.mend)
        return [], {}
    _agreed(item, keyed(told))
    return told, {"heads": tabled.heads(table)}


def _agreed(item: Form, key: Key) -> None:
    """A key that a changed row changes is a change that somebody must agree to; until then the lesson goes on."""
    shown = in_letters(key)
    if not item["key_is"]:
        item.slip("key_is", "Nobody has agreed to this key.", f"read it, and write key_is: {shown}.", fatal=False)
    elif item["key_is"] != key:
        what = f"The key has come to {shown}, and 'key_is' says {in_letters(item['key_is'])}."
        item.slip(
            "key_is", what, f"look which row changed; if the new key is right, write key_is: {shown}.", fatal=False
        )


def in_letters(key: Key) -> str:
    """A key as an author writes it: [A, C], or [[A, C], [B]]."""
    return f"[{', '.join(in_letters(part) if isinstance(part, list) else str(part) for part in key)}]"


def part(option: Form, verdicts: dict[str, str], **more: Any) -> dict[str, Any]:
    """What a row is as an option."""
    return {"text": option["label"], "cells": option.get("cells", ()), "verdicts": verdicts, **more}


def lint(item: Item) -> Iterator[Breach]:
    """Each row says which mistake a wrong mark of it shows, and no label says it all."""
    for letter, option in zip(LETTERS, item.options, strict=False):
        if not option.mistake:
            yield f"Row {letter} does not say what a wrong mark of it shows.", "add 'mistake: ...' in a few words."
    labels = [option.text for option in item.options]
    twice = next((label for label in labels if labels.count(label) > 1), None)
    if twice is not None:
        yield f"Two rows have the label '{twice}'.", "tell them apart, as in 'the second report (1)'."
