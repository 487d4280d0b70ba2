"""What a learner writes on: each question as a printed form, without its key."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from lesson.core.grid import grid
from lesson.core.item import Item, Sheet
from lesson.core.words import Words
from lesson.publish.grid import grid as empty_grid
from lesson.publish.ruler import ruler
from lesson.screen.ask import LETTERS, marked_text, marks, to_read

SAY = Words("paper")
KINDS = {
    "single": "tick",
    "multiple": "tickSeveral",
    "match": "place",
    "pick": "tickRows",
    "order": "inOrder",
    "group": "together",
    "numeric": "estimate",
    "scale": "opinion",
    "reflect": "writing",
    "mark": "underline",
    "predict": "before",
}
MARKS = {"pick": "markTick", "order": "markPlace", "group": "markGroup"}
"""What is written beside each row."""
HOW = {"pick": "pickHow", "order": "orderHow", "group": "groupHow"}
LINES = 6
BOX = '<span class="box"></span>'


def entry(number: int, made: Item, sheet: Sheet, optional: bool = False) -> str:
    """Return one question to write on; one of an optional part says so."""
    about = f"{SAY[KINDS[sheet['type']]]} · {SAY['minutes'].format(n=sheet['minutes'])}"
    about += f" · {SAY['optional']}" if optional else ""
    named = f'<h2>{number}. <span class="about">{escape(about)}</span></h2>'
    return (
        f'<section class="question" data-item="{escape(made.id, quote=True)}">{named}'
        f'<div class="stem">{sheet["stem"]}</div>{_beside(sheet)}{FORMS[sheet["type"]](made, sheet)}</section>'
    )


def _choices(made: Item, sheet: Sheet) -> str:
    """Options with letters: a box before each, or, where it is voted on twice, rows of boxes below."""
    twice = sheet["votes"] == 2
    listed = "".join(
        f"<li><span>{'' if twice else BOX}</span><b>{LETTERS[i]}</b><span>{option['label']}</span></li>"
        for i, option in enumerate(sheet["options"])
    )
    picks = "".join(_pick(LETTERS[i]) for i in range(len(sheet["options"])))
    return f'<ol class="options">{listed}</ol>{_votes(sheet, picks) if twice else _sure(sheet)}'


def _beside(sheet: Sheet) -> str:
    """The tables to read, but for one whose rows are the cards: there the boxes stand in the table itself."""
    return "" if is_of_cards(sheet) else to_read(sheet)


def is_of_cards(sheet: Sheet) -> bool:
    """Whether the one table of a match has a row for each card, by its name."""
    if sheet["type"] != "match" or len(sheet["tables"]) != 1:
        return False
    cards = [option["text"].lower() for option in sheet["options"]]
    return [row[0]["text"].lower() for row in sheet["tables"][0]["rows"]] == cards


def _match(made: Item, sheet: Sheet) -> str:
    """A row for each card with a box in each column, beside what the table to read says of it."""
    table = sheet["tables"][0] if is_of_cards(sheet) else None
    heads = table["heads"][1:] if table else []
    rows = [
        [
            f"<b>{LETTERS[i]}</b> {option['label']}",
            *([cell["html"] for cell in table["rows"][i][1:]] if table else []),
            *[BOX] * len(sheet["columns"]),
        ]
        for i, option in enumerate(sheet["options"])
    ]
    title = table["title"] if table else ""
    return _each_vote(sheet, grid((SAY["card"], *heads, *sheet["columns"]), rows, title))


def _rows(made: Item, sheet: Sheet) -> str:
    """Rows with a box each, or a line for the number of a place or a group; once for each vote."""
    kind = sheet["type"]
    mark = BOX if kind == "pick" else '<span class="blank number"></span>'
    rows = [
        [f"<b>{LETTERS[i]}</b> {option['label']}", *(cell["html"] for cell in option["cells"])]
        for i, option in enumerate(sheet["options"])
    ]
    marks = [SAY[MARKS[kind]]] if sheet["votes"] == 1 else [f"{SAY[MARKS[kind]]}, {name}" for name in _names(sheet)]
    table = grid((*sheet["heads"], *marks), [[*row, *[mark] * len(marks)] for row in rows])
    return f"<p>{SAY[HOW[kind]]}</p>{table}{_sure(sheet) * len(marks)}"


def _numeric(made: Item, sheet: Sheet) -> str:
    """The span is where guesses lie; the bands would tell the key."""
    line = ruler(*made.span, log=made.log) if made.span else ""
    blank = f'<p>{SAY["number"]}: <span class="blank"></span> {escape(sheet["unit"])}</p>'
    return _each_vote(sheet, blank + line)


def _scale(made: Item, sheet: Sheet) -> str:
    low, high = map(escape, sheet["ends"])
    ends = f'<div class="ends"><span>0: {low}</span><span>100: {high}</span></div>'
    if sheet["votes"] == 1:
        return f"{ruler(0, 100)}{ends}{_sure(sheet)}"
    return f'<p class="note">{SAY["twoMarks"].format(**dict(zip(("one", "two"), _names(sheet), strict=True)))}</p>' + (
        f"{ruler(0, 100)}{ends}{_sure(sheet) * 2}"
    )


def _reflect(made: Item, sheet: Sheet) -> str:
    return _each_vote(sheet, '<span class="line"></span>' * LINES)


def _mark(made: Item, sheet: Sheet) -> str:
    """The text to underline in; where it is voted on twice, its numbers stand below to be ticked."""
    picks = "".join(_pick(name) for name in marks(sheet))
    how = f'<p class="note">{SAY["markOne" if sheet["ask"] == "one" else "markSeveral"]}</p>'
    return f"{marked_text(sheet)}{how}{_votes(sheet, picks) if sheet['votes'] == 2 else _sure(sheet)}"


def _predict(made: Item, sheet: Sheet) -> str:
    """As the answer is given elsewhere; a line is drawn into a grid that shows what is told."""
    if sheet["ask"] == "choice":
        return _choices(made, sheet)
    return empty_grid(sheet) if sheet["ask"] == "line" else _numeric(made, sheet)


FORMS: dict[str, Callable[[Item, Sheet], str]] = {
    "single": _choices,
    "multiple": _choices,
    "match": _match,
    "pick": _rows,
    "order": _rows,
    "group": _rows,
    "numeric": _numeric,
    "scale": _scale,
    "reflect": _reflect,
    "mark": _mark,
    "predict": _predict,
}


def _each_vote(sheet: Sheet, form: str) -> str:
    """The form once, or once for each vote."""
    if sheet["votes"] == 1:
        return f"{form}{_sure(sheet)}"
    return "".join(f"<h3>{escape(name)}</h3>{form}{_sure(sheet)}" for name in _names(sheet))


def _votes(sheet: Sheet, picks: str) -> str:
    rows = "".join(
        f'<div class="vote"><h3>{escape(name)}</h3>{picks}{_asked_sure(sheet)}</div>' for name in _names(sheet)
    )
    return f'<div class="votes">{rows}</div>'


def _names(sheet: Sheet) -> tuple[str, str]:
    later = sheet["again_in"]
    return SAY["vote1"], SAY["vote2Later"].format(lesson=later) if later else SAY["vote2"]


def _sure(sheet: Sheet) -> str:
    """How sure, where it is asked, on a line of its own."""
    asked = _asked_sure(sheet)
    return f'<div class="vote">{asked}</div>' if asked else ""


def _asked_sure(sheet: Sheet) -> str:
    blank = SAY["percent"].format(n='<span class="blank number"></span>')
    return "" if sheet["start"] is None else f"<span>{escape(sheet['sure'][0])} {blank}</span>"


def _pick(label: str) -> str:
    return f'<span class="pick">{BOX} {escape(label)}</span> '
