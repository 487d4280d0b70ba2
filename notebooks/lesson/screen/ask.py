"""The card of one question, and of how far one is; with the readable forms that stand where nothing runs."""

from __future__ import annotations

from html import escape

from lesson.bank import compile, load
from lesson.core.item import Sheet
from lesson.core.words import say
from lesson.screen.card import Card, notebook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def ask(item_id: str, vote: int = 1) -> Card:
    """Return the card of one question; `vote=2` asks the second vote on an opinion of an earlier lesson.

    Raises KeyError, with the ids there are, for an unknown one, and ValueError for a second vote that it does not have.
    """
    item = load.item(item_id)
    if vote not in (1, 2) or (vote == 2 and not item.again_in):
        raise ValueError(say("look", "noVote", item=item_id, vote=vote))
    order = [other.id for other in load.items(item.lesson)]
    number, total = order.index(item.id) + 1, len(order)
    sheet = compile.compile(item)
    shown = {
        **sheet,
        "view": "ask",
        "again": vote == 2,
        "claim": item.evidence[0] if vote == 2 else "",
        "number": number,
        "total": total,
        "notebook": notebook() or item.lesson,
    }
    head = say("card", "secondOf" if vote == 2 else "question", **shown)
    return Card(shown, as_html(sheet, head), as_text(sheet, head))


def progress(lesson: str) -> Card:
    """Return the card that says which questions of a lesson have an answer, and whose answers they are."""
    found = load.items(lesson)
    sheet = {
        "id": f"{lesson}-progress",
        "view": "progress",
        "lesson": lesson,
        "items": [
            {"id": item.id, "version": item.version, "again_in": item.again_in, "number": number}
            for number, item in enumerate(found, 1)
        ],
    }
    text = f"{say('look', 'progress', lesson=lesson, n=len(found))}\n{say('card', 'runToSee')}"
    return Card(sheet, "".join(f"<p>{escape(line)}</p>" for line in text.splitlines()), text)


def _columns(sheet: Sheet) -> str:
    return say("look", "columns", columns="; ".join(sheet["columns"]))


def _ends(sheet: Sheet) -> str:
    return say("look", "ends", low=sheet["ends"][0], high=sheet["ends"][1])


def as_text(sheet: Sheet, head: str) -> str:
    """Return the question as plain words under a `head`, without its key: what a braille line shows."""
    lines = [f"{head}. {sheet['stem_text']}"]
    if sheet["listed"]:
        lines += [f"  {LETTERS[i]}. {option['text']}" for i, option in enumerate(sheet["options"])]
    if sheet["columns"]:
        lines.append(f"  {_columns(sheet)}")
    if sheet["type"] == "scale":
        lines.append(f"  {_ends(sheet)}")
    return "\n".join([*lines, say("card", "runToAnswer")])


def as_html(sheet: Sheet, head: str) -> str:
    """Return the question as readable HTML under a `head`, without its key."""
    options = "".join(f"<li>{option['label']}</li>" for option in sheet["options"])
    parts = [
        f"<p><b>{escape(head)}</b></p>",
        sheet["stem"],
        f'<ol type="A">{options}</ol>' if sheet["listed"] else "",
    ]
    if sheet["columns"]:
        parts.append(f"<p>{escape(_columns(sheet))}</p>")
    if sheet["type"] == "scale":
        parts.append(f"<p>{escape(_ends(sheet))}</p>")
    return "\n".join([*filter(None, parts), f"<p><i>{escape(say('card', 'runToAnswer'))}</i></p>"])
