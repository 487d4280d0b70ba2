"""The teacher's board: what a class answered to the questions of a lesson, each picture beside a table in words."""

from __future__ import annotations

from html import escape

from lesson.core.grid import grid
from lesson.core.words import say
from lesson.school import said, tally
from lesson.school.classroom import Classroom
from lesson.school.figures import Lesson, Question
from lesson.school.pictures import dressed, squares, tracks

VERDICT = "verdict"


def as_html(room: Classroom, number: str) -> str:
    """The board of a lesson as HTML. Raises KeyError for an unknown lesson."""
    lesson = room.figures(number)
    open_ones = [question for question in lesson.questions if is_open(room, question)]
    parts = [
        _head(room, lesson, number),
        *(_two_votes(question) for question in open_ones if _is_voted(question)),
        f"<h2>{escape(say('board', 'all'))}</h2>",
        grid(say("board", "allHeads").split("|"), [_row(room, question) for question in lesson.questions]),
        f"<details><summary>{escape(say('board', 'eachOption'))}</summary>",
        *(_options(question) for question in open_ones if tally.places(question.sheet)),
        "</details>",
        f"<h2>{escape(say('board', 'wholeLesson'))}</h2>",
        _described([(name, f"{value}. {means}") for name, value, means in said.whole(lesson)]),
        *(f"<p>{escape(sentence)}</p>" for sentence in room.problems),
    ]
    return dressed("".join(parts), say("board", "title", lesson=number))


def as_text(room: Classroom, number: str) -> str:
    """The same in words alone."""
    lesson = room.figures(number)
    heads = say("board", "allHeads").split("|")
    lines = [say("board", "title", lesson=number), _counted(room, lesson)]
    for question in lesson.questions:
        name, *cells = _cells(room, question)
        lines.append(f"- {name} | " + "; ".join(f"{h}: {c}" for h, c in zip(heads[1:], cells, strict=True)))
        if _is_voted(question) and is_open(room, question):
            lines += [f"  {name}: {value}" for name, value in _figures(question)]
    lines += [f"{name}: {value}." for name, value, _ in said.whole(lesson)]
    return "\n".join([*lines, *room.problems])


def _is_voted(question: Question) -> bool:
    """Whether a question with a key was voted on twice, so that something can have moved."""
    return question.sheet["votes"] == 2 and tally.is_graded(question.sheet) and question.one.n > 0


def is_open(room: Classroom, question: Question) -> bool:
    """Whether the answers to a question may be shown: not while it is being voted on."""
    name = question.sheet["id"]
    return name not in room.phases or room.phase(name).name == VERDICT


def _head(room: Classroom, lesson: Lesson, number: str) -> str:
    mark = f' <span class="demo">{escape(say("board", "invented"))}</span>' if room.invented else ""
    counted = escape(_counted(room, lesson))
    return f"<h2>{escape(say('board', 'title', lesson=number))}{mark}</h2><p class='quiet'>{counted}</p>"


def _counted(room: Classroom, lesson: Lesson) -> str:
    if room.invented:
        return say("board", "inventedCounts", n=lesson.learners)
    return say("board", "counts", n=lesson.learners, files=room.files)


def _cells(room: Classroom, question: Question) -> list[str]:
    """One question in the table of all."""
    name = say("board", "question", number=question.number, title=said.title(question.sheet))
    n = str(max(question.one.n, question.two.n))
    if not is_open(room, question):
        return [name, n, "", "", say("board", "running")]
    second = said.vote(question, question.two) if question.sheet["votes"] == 2 else say("board", "oneVote")
    return [name, n, said.vote(question, question.one), second, said.look_at(question)]


def _row(room: Classroom, question: Question) -> list[str]:
    return [escape(cell) for cell in _cells(room, question)]


def _two_votes(question: Question) -> str:
    """A question with two votes: the shift, who changed, how sure, and its figures."""
    sheet = question.sheet
    head = say("board", "question", number=question.number, title=said.title(sheet))
    scale = say("board", "scale", one=question.one.n, two=question.two.n)
    panels = [f"{tracks(sheet, question.one, question.two, keys=True)}<p class='quiet'>{escape(scale)}</p>"]
    if question.change and question.change.n:
        heads = say("board", "changeHeads").split("|")
        panels.append(grid(heads, squares(question.change), say("board", "changed", n=question.change.n)))
    if question.shift:
        panels.append(_shift(question))
    inner = "".join(f"<section>{panel}</section>" for panel in [*panels, _options(question)])
    return f'<h2>{escape(head)}</h2><div class="panels">{inner}</div>{_described(_figures(question))}'


def _shift(question: Question) -> str:
    """From which option to which."""
    places = range(len(question.shift))
    names = [tally.letter(question.sheet, place) for place in places]
    rows = [[names[place], *map(str, question.shift[place])] for place in places]
    return grid([say("board", "fromTo"), *names], rows, say("board", "shift", n=sum(map(sum, question.shift))))


def _options(question: Question) -> str:
    """How often each option was chosen, in words; the key by its word."""
    sheet = question.sheet
    columns = 3 if sheet["votes"] == 2 else 2
    rows = [[escape(cell) for cell in row[:columns]] for row in said.named_tallies(question, keys=True)]
    heads = say("board", "optionHeads").split("|")[:columns]
    what = "placed" if sheet["type"] in tally.PARTS else "chosen"
    caption = say("board", what, number=question.number, one=question.one.n, two=question.two.n)
    return grid(heads, rows, caption)


def _figures(question: Question) -> list[tuple[str, str]]:
    """The figures of a question with two votes, each with what it means."""
    one, two = question.one, question.two
    votes = say("board", "thenVote", one=said.share(one.right, one.n), two=said.share(two.right, two.n))
    found = [("facility", votes)]
    for name, vote in (("sure1", one), ("sure2", two)):
        means = [said.average(given, " %") for given in (vote.sure, vote.unsure)]
        found.append((name, say("board", "sure", right=means[0], others=means[1])))
    found += [("transfer", said.transfer(question)), ("discrimination", said.against_the_rest(question))]
    found.append(("options", said.look_at(question)))
    told = [(said.meaning(figure), value) for figure, value in found if value]
    return [(name, f"{value.rstrip('.')}. {means}") for (name, means), value in told]


def _described(found: list[tuple[str, str]]) -> str:
    """Names and what is said of them."""
    inner = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in found)
    return f'<dl class="figures">{inner}</dl>'
