"""What every format says of a question, as safe HTML: its text, what each way of answering is worth, what comes after.

All of it is made from compiled sheets; no format reads what another one wrote.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from lesson.bank.kinds import group
from lesson.core.item import OptionSheet, Outcome, Sheet
from lesson.core.words import say, words
from lesson.publish.answer_key import KEYS, settled
from lesson.screen.ask import LETTERS, marked_text, to_read, told

Files = dict[str, bytes]
"""What a format writes: a path under build/export, and what goes there."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip, so that the same questions give the same bytes."""
SEVERAL = ("multiple", "pick")
PLACED = ("match", "order", "group")
GOOD = ("supported", "debated")


@dataclass(frozen=True)
class Lesson:
    """A lesson to be written: two digits, its heading, which begins with them, its questions."""

    number: str
    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Way:
    """One way of treating an option or a card: its name in HTML, what it is worth, what is then said."""

    label: str
    outcome: Outcome
    said: str

    @property
    def good(self) -> bool:
        """Whether it earns the mark."""
        return self.outcome in GOOD


@dataclass(frozen=True)
class Placed:
    """A card and every place that it can be put into."""

    label: str
    ways: tuple[Way, ...]


def is_several(sheet: Sheet) -> bool:
    """Whether every option is ticked or left, each for itself."""
    return sheet["type"] in SEVERAL or (sheet["type"] == "mark" and sheet["ask"] == "several")


def said(outcome: Outcome, text: str) -> str:
    """The verdict in a word, and why."""
    return f"<b>{escape(words('card')[outcome])}.</b> {text}"


def label(sheet: Sheet, option: OptionSheet) -> str:
    """An option, with whatever its table shows of it; a piece of a text after its number."""
    if sheet["type"] == "mark":
        return f"{option['number']}. {option['label']}"
    pairs = zip(sheet["heads"][1:], option["cells"], strict=False)
    cells = "; ".join(f"{escape(head)}: {cell['html']}" for head, cell in pairs)
    return f"<b>{option['label']}</b>. {cells}" if cells else option["label"]


def lettered(sheet: Sheet) -> list[str]:
    """Every option after its letter."""
    return [f"{LETTERS[i]}. {label(sheet, option)}" for i, option in enumerate(sheet["options"])]


def question(sheet: Sheet, text: bool = True) -> str:
    """What is read before one answers; `text=False` leaves out the text that is marked."""
    beside = sheet["text_beside"] + (f"<p><b>{sheet['title']}</b></p>" if sheet["title"] else "")
    marked = marked_text(sheet) if text and sheet["type"] == "mark" else beside
    unit = f"<p>{escape(say('look', 'unit', unit=sheet['unit']))}</p>" if sheet["unit"] else ""
    guess = f"<p><i>{escape(say('export', 'howGuess'))}</i></p>" if sheet["type"] == "predict" else ""
    return sheet["stem"] + to_read(sheet) + marked + unit + guess


def chosen(sheet: Sheet) -> list[Way]:
    """The options of a question in which one is chosen; where nothing is graded, none is worse than another."""
    return [
        Way(label(sheet, option), option["verdicts"]["chosen"], said(option["verdicts"]["chosen"], option["feedback"]))
        if option["verdicts"]
        else Way(label(sheet, option), "supported", option["feedback"])
        for option in sheet["options"]
    ]


def ticked(option: OptionSheet) -> tuple[Way, Way]:
    """Ticking an option, and leaving it."""
    worth = option["verdicts"]
    left = option["left"] if worth["left"] == "not yet" and option["left"] else option["feedback"]
    return (
        Way("", worth["ticked"], said(worth["ticked"], option["feedback"])),
        Way("", worth["left"], said(worth["left"], left)),
    )


def placed(sheet: Sheet) -> list[Placed]:
    """The cards of a match, an order or a group, each with every place that it can be put into."""
    if sheet["type"] == "group":
        return _grouped(sheet)
    found = []
    for letter, option in zip(lettered(sheet), sheet["options"], strict=True):
        ways = (Way(escape(n), o, said(o, option["feedback"])) for n, o in option["verdicts"].items())
        found.append(Placed(letter, tuple(ways)))
    return found


def _grouped(sheet: Sheet) -> list[Placed]:
    """A group is named after the first of its cards: so each way to group them has one way to be written."""
    keys, found = group.groups(sheet), []
    for letter, key, option in zip(lettered(sheet), keys, sheet["options"], strict=True):
        ways = []
        for i in range(len(keys)):
            outcome: Outcome = "supported" if i == keys.index(key) else "not yet"
            ways.append(Way(LETTERS[i], outcome, said(outcome, option["feedback"])))
        found.append(Placed(letter, tuple(ways)))
    return found


def how(sheet: Sheet) -> str:
    """What to do, where the format has no way of its own to show it."""
    if sheet["type"] == "scale":
        told_how = say("export", "howScale", low=sheet["ends"][0], high=sheet["ends"][1])
    elif sheet["ask"] == "line":
        first, last = sheet["given"] + 1, sheet["years"][1]
        told_how = say("export", "howLine", first=first, last=last, told=told(sheet))
    else:
        named = {"match": "howMatch", "order": "howOrder", "group": "howGroup"}.get(sheet["type"])
        told_how = words("export")[named] if named else ""
    return f"<p><i>{escape(told_how)}</i></p>" if told_how else ""


def after(sheet: Sheet, each: bool = False) -> str:
    """What everybody reads afterwards: with `each` all that is said of every option; then why, and the sources."""
    parts = [
        f"<p>{escape(KEYS[sheet['type']](sheet))}</p>" if each and sheet["type"] == "numeric" else "",
        _each(sheet) if each else "",
        f"<p>{sheet['shown']}</p>" if sheet["shown"] else "",
        sheet["beside"],
        sheet["explanation"],
        *settled(sheet),
        _sources(sheet),
    ]
    return "".join(parts)


def rubric(sheet: Sheet) -> str:
    """The levels of a rubric, or what else stands where an option would."""
    lines = "".join(f"<li><b>{o['label']}</b>. {o['feedback']}</li>" for o in sheet["options"])
    return f"<ul>{lines}</ul>" if lines else ""


def _each(sheet: Sheet) -> str:
    """Every option, where it belongs, and why."""
    if not sheet["options"] or not sheet["options"][0]["verdicts"]:
        return rubric(sheet)
    lines = []
    for i, option in enumerate(sheet["options"]):
        lines.append(f"<li><b>{option['label']}</b>: {_belongs(sheet, i)}. {option['feedback']}</li>")
    return f"<ul>{''.join(lines)}</ul>"


def _belongs(sheet: Sheet, i: int) -> str:
    """The verdict of an option, or the places in which a card is right."""
    option = sheet["options"][i]
    if sheet["type"] in PLACED:
        good = [way.label for way in placed(sheet)[i].ways if way.good]
        measure = f" ({escape(option['measure'])})" if option["measure"] else ""
        return f" {escape(say('export', 'or'))} ".join(good) + measure
    return escape(words("card")[next(iter(option["verdicts"].values()))])


def _sources(sheet: Sheet) -> str:
    lines = []
    for link in sheet["evidence"]:
        name = escape(link["label"])
        page = f'<a href="{escape(link["url"], quote=True)}">{name}</a>' if link["url"] else name
        lines.append(f"<li>{page} ({escape(link['id'])})</li>")
    return f"<p><b>{escape(say('export', 'sources'))}</b></p><ul>{''.join(lines)}</ul>" if lines else ""


def middle(band: Sequence[float | None]) -> tuple[float, float]:
    """The middle of a band and the way to its ends, both of which lie inside."""
    low, high = band[0] or 0.0, band[1] or 0.0
    centre = round((low + high) / 2, 9)
    reach = round(max(high - centre, centre - low), 9)
    while not (centre - reach <= low and high <= centre + reach):
        reach += max(abs(centre), 1.0) * 1e-12
    return centre, reach


def zipped(files: Mapping[str, str]) -> bytes:
    """A zip of texts, the same bytes for the same texts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            into.writestr(info, text.encode())
    return made.getvalue()
