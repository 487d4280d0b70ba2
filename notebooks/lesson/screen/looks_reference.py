"""What stands at the edge of a lesson: its words explained, and the publications it rests on."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from lesson.course import bank, facts, tables
from lesson.screen.table import Cell, Table

if TYPE_CHECKING:
    from lesson.screen.views import Wish


def glossary(wish: Wish) -> tuple[str, str]:
    """The words of one lesson, or of all, explained."""
    found = [row for row in tables.rows("glossary") if not wish.lesson or wish.lesson in row["lesson"].split(";")]
    found.sort(key=lambda row: row["term"].lower())
    table = Table(
        "Words of this lesson.", ("Word", "What it means here"), [[Cell(r["term"]), Cell(r["meaning"])] for r in found]
    )
    return table.html(), table.text()


def sources(wish: Wish) -> tuple[str, str]:
    """The publications behind the questions of a lesson, each with the rows that it carries."""
    carried: dict[str, list[str]] = {}
    for row_id in dict.fromkeys(row_id for item in bank.items(wish.lesson) for row_id in item.evidence):
        table, _ = tables.find(row_id)
        for source in tables.sources(table, row_id):
            carried.setdefault(source["source_id"], []).append(row_id)
    by_id = {row["source_id"]: row for row in tables.rows("sources")}
    found = sorted((by_id[name] for name in carried), key=lambda s: (s["publisher"].lower(), s["date"]))
    head = f"{len(found)} publications behind the questions of lesson {wish.lesson}, read up to {facts.as_of()}."
    items, lines = [], [head]
    for source in found:
        name = ", ".join(filter(None, (source["publisher"], source["date"])))
        rest = f"{source['description']} ({source['language']}; for {', '.join(carried[source['source_id']])})"
        link = Cell("", links=((name, source["url"]),)).html
        items.append(f"<li>{link}. {escape(rest)}</li>")
        lines.append(f"- {name}. {rest}")
    return f"<p>{escape(head)}</p><ul>{''.join(items)}</ul>", "\n".join(lines)


LOOKS: dict[str, Callable[[Wish], tuple[str, str]]] = {"glossary": glossary, "sources": sources}
