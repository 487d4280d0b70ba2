"""The card of one question, with the readable forms that stand where nothing runs."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import cast

from lesson.bank import compile, lessons, load
from lesson.bank.claim_names import label
from lesson.core.grid import grid
from lesson.core.item import CellSheet, Sheet
from lesson.core.numbers import spoken
from lesson.core.words import say
from lesson.screen.card import Card, notebook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def ask(item_id: str, vote: int = 1) -> Card:
    """Return the card of one question; `vote=2` asks the second vote on an opinion of an earlier lesson.

    Raises KeyError, with the ids there are, for an unknown one, and ValueError for a second vote that it does not have.
    """
    sheet, head = asked(item_id, vote)
    return Card(dict(sheet), as_html(sheet, head), as_text(sheet, head))


def asked(item_id: str, vote: int = 1) -> tuple[Sheet, str]:
    """Return the sheet of a question's card with all that the card shows beside it, and its head. Raises as `ask`."""
    item = load.item(item_id)
    if vote not in (1, 2) or (vote == 2 and not item.again_in):
        raise ValueError(say("look", "noVote", item=item_id, vote=vote))
    order = load.order(item.lesson)
    more = {
        "view": "ask",
        "again": vote == 2,
        "extra": item.id in lessons.extra(item.lesson),
        "claim": label(item.evidence[0]) if vote == 2 else "",
        "number": order.index(item.id) + 1,
        "total": len(order),
        "notebook": notebook() or item.lesson,
    }
    shown = cast(Sheet, {**compile.compile(item), **more})
    return shown, say("card", "secondOf" if vote == 2 else "question", **shown)


def marks(sheet: Sheet) -> list[str]:
    """The name of each option: a letter, or in a text that is marked the number of the piece."""
    if sheet["type"] == "mark":
        return [str(option["number"]) for option in sheet["options"]]
    return list(LETTERS[: len(sheet["options"])])


def marked_text(sheet: Sheet) -> str:
    """A text whose pieces are marked, each after its number, as HTML."""
    pieces = (f"<sup>{option['number']}</sup> {option['label']}" for option in sheet["options"])
    title = f"<p><b>{sheet['title']}</b></p>" if sheet["title"] else ""
    return f"{sheet['text_beside']}{title}<p>{' '.join(pieces)}</p>"


def told(sheet: Sheet) -> str:
    """The numbers of a line that are told beforehand: "2009: 2,914"."""
    first = sheet["years"][0]
    known = sheet["record"][: sheet["given"] - first + 1]
    return ", ".join(f"{first + i}: {spoken(n)}" for i, n in enumerate(known))


def _alone(sheet: Sheet) -> list[str]:
    """What a kind of question has beside its stem and options, in words; never its key or its record."""
    named = []
    if sheet["columns"]:
        named.append(say("look", "columns", columns="; ".join(sheet["columns"])))
    if sheet["type"] == "scale":
        named.append(say("look", "ends", low=sheet["ends"][0], high=sheet["ends"][1]))
    if sheet["ask"] == "number":
        named.append(say("look", "guess"))
    if sheet["ask"] == "line":
        first, last = sheet["given"] + 1, sheet["years"][1]
        named += [say("look", "draw", first=first, last=last), say("look", "told", told=told(sheet))]
    if sheet["ask"] and sheet["unit"]:
        named.append(say("look", "unit", unit=sheet["unit"]))
    return named


def as_text(sheet: Sheet, head: str) -> str:
    """Return the question as plain words under a `head`, without its key: what a braille line shows."""
    lines = [f"{head}. {sheet['stem_text']}"]
    for table in sheet["tables"]:
        lines.append(f"  {say('look', 'table', caption=table['title'] or '; '.join(table['heads']))}")
        lines += [f"  - {first['text']}. {_facts(table['heads'], rest)}" for first, *rest in table["rows"]]
    lines += [f"  {words}" for name in ("text_beside", "title") if (words := sheet["words"][name])]
    if sheet["listed"]:
        names = marks(sheet)
        lines += [f"  {names[i]}. {_line(sheet, i)}" for i in range(len(sheet["options"]))]
    lines += [f"  {line}" for line in _alone(sheet)]
    return "\n".join([*lines, say("card", "runToAnswer")])


def _line(sheet: Sheet, i: int) -> str:
    """An option as plain words, with what its table shows of it."""
    option = sheet["options"][i]
    return f"{option['text']}. {_facts(sheet['heads'], option['cells'])}" if option["cells"] else option["text"]


def _facts(heads: Sequence[str], cells: Sequence[CellSheet]) -> str:
    return "; ".join(f"{name}: {cell['text']}" for name, cell in zip(heads[1:], cells, strict=True))


def to_read(sheet: Sheet) -> str:
    """The tables that are read before one answers, as HTML."""
    return "".join(
        grid(t["heads"], [[c["html"] for c in row] for row in t["rows"]], t["title"]) for t in sheet["tables"]
    )


def _listed(sheet: Sheet) -> str:
    """The options as a list, as a table where they are rows, as a text where they are its pieces."""
    if sheet["type"] == "mark":
        return marked_text(sheet)
    if not sheet["heads"]:
        options = "".join(f"<li>{LETTERS[i]}. {option['label']}</li>" for i, option in enumerate(sheet["options"]))
        return f"<ul>{options}</ul>"  # some hosts turn the letters of a list into numbers
    rows = [
        [f"{LETTERS[i]}. {option['label']}", *(cell["html"] for cell in option["cells"])]
        for i, option in enumerate(sheet["options"])
    ]
    return grid(sheet["heads"], rows)


def as_html(sheet: Sheet, head: str) -> str:
    """Return the question as readable HTML under a `head`, without its key."""
    parts = [
        f"<p><b>{escape(head)}</b></p>",
        sheet["stem"],
        to_read(sheet),
        _listed(sheet) if sheet["listed"] and sheet["options"] else "",
        *(f"<p>{escape(line)}</p>" for line in _alone(sheet)),
    ]
    return "\n".join([*filter(None, parts), f"<p><i>{escape(say('card', 'runToAnswer'))}</i></p>"])
