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
SURE = (25, 50, 75, 100)
LINES = 9
BOX = '<span class="box"></span>'


def entry(number: int, made: Item, sheet: Sheet) -> str:
    """Return one question to write on."""
    about = f"{SAY[KINDS[sheet['type']]]} · {SAY['minutes'].format(n=sheet['minutes'])}"
    return (
        f'<section class="question"><h2>{number}. <span class="about">{escape(about)}</span></h2>'
        f'<div class="stem">{sheet["stem"]}</div>{to_read(sheet)}{FORMS[sheet["type"]](made, sheet)}</section>'
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


def _match(made: Item, sheet: Sheet) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (SAY["card"], *sheet["columns"]))
    cells = f"<td>{BOX}</td>" * len(sheet["columns"])
    rows = "".join(
        f'<tr><th scope="row"><b>{LETTERS[i]}</b> {option["label"]}</th>{cells}</tr>'
        for i, option in enumerate(sheet["options"])
    )
    grid = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return _each_vote(sheet, grid)


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
    return _each_vote(sheet, ruler(0, 100) + ends)


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
    return "".join(f'<h3>{escape(name)}</h3><div class="vote">{picks}</div>{_sure(sheet)}' for name in _names(sheet))


def _names(sheet: Sheet) -> tuple[str, str]:
    later = sheet["again_in"]
    return SAY["vote1"], SAY["vote2Later"].format(lesson=later) if later else SAY["vote2"]


def _sure(sheet: Sheet) -> str:
    """How sure, where it is asked."""
    if sheet["start"] is None:
        return ""
    picks = "".join(_pick(SAY["percent"].format(n=n)) for n in SURE)
    return f'<div class="vote"><span>{escape(sheet["sure"][0])}</span> {picks}</div>'


def _pick(label: str) -> str:
    return f'<span class="pick">{BOX} {escape(label)}</span> '
