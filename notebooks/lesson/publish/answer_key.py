"""What a teacher reads beside a worksheet: the key in words, what each answer shows, and the evidence behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from lesson.bank.kinds import group
from lesson.core.item import Item, Option, OptionSheet, Sheet
from lesson.core.numbers import spoken
from lesson.core.words import Words, say, words
from lesson.screen.ask import LETTERS, marks, to_read

SAY = Words("paper")


def entry(number: int, made: Item, sheet: Sheet, places: Mapping[str, int]) -> str:
    """Return one question with its key; `places` gives the number of every question on the worksheet."""
    about = f"{made.id} · {SAY['minutes'].format(n=sheet['minutes'])}"
    parts = [
        f'<section class="question key"><h2>{number}. <span class="about">{escape(about)}</span></h2>',
        f'<p class="note">{SAY["objective"]}: {escape(made.objective)}</p>',
        f'<div class="stem">{sheet["stem"]}</div>{to_read(sheet)}',
        f"<p><b>{SAY['answer']}:</b> {escape(KEYS[sheet['type']](sheet))}</p>",
        _options(made, sheet),
        sheet["beside"],
        f"<h3>{SAY['model' if sheet['type'] == 'reflect' else 'explanation']}</h3>{sheet['explanation']}",
        *settled(sheet),
        _hints(sheet),
        _after(sheet, places),
        _evidence(sheet),
        "</section>",
    ]
    return "".join(parts)


def settled(sheet: Sheet) -> list[str]:
    """What would settle a debated question, and what stands stronger today."""
    told = ((say("card", "settles"), sheet["settles"]), (say("card", "stronger"), sheet["stronger"]))
    return [f"<h3>{escape(head)}</h3>{html}" for head, html in told if html]


# ---------------------------------------------------------------- the key in words


def _single(sheet: Sheet) -> str:
    right = [i for i, o in enumerate(sheet["options"]) if o["verdicts"]["chosen"] in ("supported", "debated")]
    named = [f"{LETTERS[i]}. {sheet['options'][i]['text']}" for i in right]
    return named[0] if len(named) == 1 else SAY["either"].format(answers=" / ".join(named))


def _multiple(sheet: Sheet) -> str:
    names = marks(sheet)

    def letters(outcome: str) -> str:
        verdicts = [next(iter(o["verdicts"].values())) for o in sheet["options"]]
        return ", ".join(name for name, verdict in zip(names, verdicts, strict=True) if verdict == outcome)

    free = letters("debated")
    return "; ".join(filter(None, [letters("supported"), free and SAY["eitherWay"].format(letters=free)]))


def _match(sheet: Sheet) -> str:
    """Each card's column, and the other one that can be argued for."""
    lines = []
    for i, option in enumerate(sheet["options"]):
        others = [c for c, o in option["verdicts"].items() if o == "debated" and c != option["column"]]
        more = f" ({SAY['arguable'].format(columns=', '.join(others))})" if others else ""
        lines.append(f"{LETTERS[i]} {option['column']}{more}")
    return "; ".join(lines)


def _order(sheet: Sheet) -> str:
    """The letters in order; equal cards in brackets may change places."""
    places: dict[int, list[str]] = {}
    for i, option in enumerate(sheet["options"]):
        first = list(option["verdicts"].values()).index("supported")
        places.setdefault(first, []).append(LETTERS[i])
    tied = [f"({' / '.join(found)})" if len(found) > 1 else found[0] for _, found in sorted(places.items())]
    return ", ".join(tied)


def _group(sheet: Sheet) -> str:
    numbers = group.groups(sheet)
    sets = [[LETTERS[i] for i, own in enumerate(numbers) if own == n] for n in sorted(set(numbers))]
    return "; ".join(" + ".join(letters) for letters in sets)


def _numeric(sheet: Sheet) -> str:
    (low, high), (first, last) = ((spoken(a or 0), spoken(b or 0)) for a, b in sheet["bands"][:2])
    inside = SAY["exactly" if low == high else "range"].format(low=low, high=high, unit=sheet["unit"]).strip()
    return f"{inside}. {SAY['near'].format(low=first, high=last, unit=sheet['unit'])}"


KEYS: dict[str, Callable[[Sheet], str]] = {
    "single": _single,
    "multiple": _multiple,
    "match": _match,
    "pick": _multiple,
    "order": _order,
    "group": _group,
    "numeric": _numeric,
    "scale": lambda sheet: SAY["noKey"],
    "reflect": lambda sheet: SAY["rubric"],
    "mark": _multiple,
    "predict": lambda sheet: SAY["record"].format(shown=sheet["words"]["shown"]),
}

# ---------------------------------------------------------------- option by option


def _options(made: Item, sheet: Sheet) -> str:
    names = marks(sheet) if sheet["listed"] else ["–"] * len(sheet["options"])
    pairs = zip(names, made.options, sheet["options"], strict=True)
    listed = "".join(f"<li><b>{m}</b><div>{_option(o, shown, sheet['type'])}</div></li>" for m, o, shown in pairs)
    return f'<ol class="options">{listed}</ol>' if listed else ""


def _option(option: Option, shown: OptionSheet, kind: str) -> str:
    """The option, what it is worth, what is said to whoever chose it, and the mistake that it shows."""
    notes = [
        escape(_worth(shown, kind)),
        shown["feedback"],
        SAY["left"].format(text=shown["left"]) if shown["left"] else "",
        escape(SAY["mistake"].format(mistake=option.mistake)) if option.mistake else "",
        escape(SAY["speaks"].format(evidence=", ".join(option.evidence))) if option.evidence else "",
    ]
    cells = "".join(f'<p class="note">{cell["html"]}</p>' for cell in shown["cells"])
    return f"<div>{shown['label']}</div>{cells}" + "".join(f'<p class="note">{note}</p>' for note in notes if note)


def _worth(shown: OptionSheet, kind: str) -> str:
    """The verdict of each way of treating an option, in the words that the card uses."""
    named = {way: words("card")[outcome].lower() for way, outcome in shown["verdicts"].items()}
    if kind in ("order", "group"):
        return shown["measure"]
    if "ticked" in named:
        return SAY["ticked"].format(verdict=named["ticked"], other=named["left"])
    if kind == "match":
        return "; ".join(SAY["column"].format(column=column, verdict=verdict) for column, verdict in named.items())
    return SAY["chosen"].format(verdict=named["chosen"]) if named else ""


# ---------------------------------------------------------------- what goes with it


def _hints(sheet: Sheet) -> str:
    listed = "".join(f"<li>{hint}</li>" for hint in sheet["hints"])
    return f"<h3>{SAY['hints']}</h3><ol>{listed}</ol>" if listed else ""


def _after(sheet: Sheet, places: Mapping[str, int]) -> str:
    """Where the question goes on: its isomorph, or the lesson of the second vote."""
    lines = []
    if sheet["isomorph"]:
        lines.append(SAY["isomorph"].format(n=places.get(sheet["isomorph"], sheet["isomorph"])))
    if sheet["again_in"]:
        lines.append(SAY["againIn"].format(lesson=sheet["again_in"]))
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _evidence(sheet: Sheet) -> str:
    """Links spelled as text, since paper cannot be clicked; what stands on one page is listed together."""
    where: dict[str, list[str]] = {}
    for link in sheet["evidence"]:
        where.setdefault(f"{link['label']}, {link['url'] or SAY['noLink']}", []).append(link["id"])
    lines = (f"{', '.join(ids)}: {page}" for page, ids in where.items())
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<h3>{SAY["evidence"]}</h3><ul class="sources">{listed}</ul>'
