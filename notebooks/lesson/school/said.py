"""How the figures of a class are said: n on everything, no percentages under 10, correlations from 50."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lesson.core.item import Sheet
from lesson.core.words import say, words
from lesson.school import statistics as st
from lesson.school import tally
from lesson.school.figures import Attracts, Lesson, Question, Vote

MEANINGS = {
    "facility": ("facilityName", "facilityMeans"),
    "sure1": ("sure1Name", "sure1Means"),
    "sure2": ("sure2Name", "sure2Means"),
    "transfer": ("transferName", "transferMeans"),
    "discrimination": ("discriminationName", "discriminationMeans"),
    "options": ("optionsName", "optionsMeans"),
    "alpha": ("alphaName", "alphaMeans"),
    "apart": ("apartName", "apartMeans"),
    "doubt": ("doubtName", "doubtMeans"),
}
"""How each figure is called, and one sentence on what it means."""

SHORT = 60
"""Characters of a question in a table."""


def meaning(figure: str) -> tuple[str, str]:
    """The name of a figure, and its one sentence of meaning."""
    name, means = MEANINGS[figure]
    return words("board")[name], words("board")[means]


def share(part: int, n: int) -> str:
    """A part of n people: "11 of 28 (39 %)", under 10 without percentages."""
    if not n:
        return words("board")["nobody"]
    counted = say("board", "of", part=part, n=n)
    return f"{counted} ({100 * part / n:.0f} %)" if n >= st.FEW else counted


def average(numbers: Sequence[float], unit: str = "") -> str:
    """A mean with its n; under 10 only how many there are."""
    if len(numbers) < st.FEW:
        return say("board", "tooFew", n=len(numbers))
    return say("board", "mean", mean=f"{sum(numbers) / len(numbers):.0f}{unit}", n=len(numbers))


def title(sheet: Sheet) -> str:
    """What a question asks, cut to what a table holds: its last sentence that asks, else all of it."""
    sentences = re.findall(r"[^.?!]+[.?!]*[\"\u201d]?", sheet["stem_text"])
    found = next((each for each in reversed(sentences) if "?" in each), sheet["stem_text"]).strip()
    return found if len(found) <= SHORT else found[: SHORT - 1].rsplit(" ", 1)[0] + "\u2026"


def vote(question: Question, given: Vote) -> str:
    """One vote of a question in a cell: how many are right, or what a class thinks."""
    sheet = question.sheet
    if not given.n:
        return words("board")["nobody"]
    if sheet["type"] == "scale":
        return average(given.numbers)
    if not tally.is_graded(sheet):
        return say("board", "answers", n=given.n)
    if sheet["type"] in tally.PARTS and given.n >= st.FEW:
        parts = say("board", "parts", mean=f"{given.parts / given.n:.1f}", of=len(sheet["options"]))
        return f"{share(given.right, given.n)}; {parts}"
    return share(given.right, given.n)


def tallies(question: Question) -> list[list[str]]:
    """A line for each option: its name, its words, vote 1, vote 2."""
    sheet = question.sheet
    names = [*words("board")["agreement"].split("|")] if sheet["type"] == "scale" else []
    lines = []
    for place in range(tally.places(sheet)):
        label = names[place] if names else sheet["options"][place]["text"]
        name = "" if names else tally.letter(sheet, place)
        counted = [str(given.tally[place]) if given.n else "" for given in (question.one, question.two)]
        lines.append([name, label, *counted])
    return lines


def named_tallies(question: Question, keys: bool) -> list[list[str]]:
    """The same with one name for each option; what it is by its word, the key or debated, where `keys` may be told."""
    lines = []
    for place, (name, label, one, two) in enumerate(tallies(question)):
        stands = tally.standing(question.sheet, place) if keys else ""
        told = f"{name} {label}".strip() + (f" ({words('board')[stands]})" if stands else "")
        lines.append([told, one, two])
    return lines


def attracted(sheet: Sheet, found: Attracts) -> str:
    """A distractor that attracts the strong."""
    return say(
        "board", "strong", option=tally.letter(sheet, found.option), top=found.top, of_top=found.of_top,
        bottom=found.bottom, of_bottom=found.of_bottom,
    )  # fmt: skip


def look_at(question: Question) -> str:
    """What stands out in a question, in a few words."""
    sheet, found = question.sheet, []
    if sheet["type"] == "scale":
        found.append(say("board", "opinion"))
    if question.nobody:
        names = ", ".join(tally.letter(sheet, place) for place in question.nobody)
        found.append(say("board", "nobodyChose", options=names))
    found += [attracted(sheet, each) for each in question.strong]
    if question.test_n >= st.ENOUGH and question.efficiency is not None and question.efficiency < st.DUBIOUS:
        found.append(say("board", "dubious", efficiency=f"{question.efficiency:.0f}"))
    if question.late:
        found.append(say("board", "late", n=question.late))
    if question.earlier:
        found.append(say("board", "earlier", n=question.earlier))
    return " ".join(found) or words("board")["nothing"]


def against_the_rest(question: Question) -> str:
    """Discrimination and efficiency, from 50 learners on."""
    n, r = question.test_n, question.discrimination
    if n < st.ENOUGH:
        return say("board", "noCorrelation", n=n, enough=st.ENOUGH)
    if r is None or question.interval is None:
        return say("board", "allAlike", n=n)
    low, high = question.interval.low, question.interval.high
    words_of = say("board", "correlation", r=f"{r:.2f}", low=f"{low:.2f}", high=f"{high:.2f}", n=n)
    if question.efficiency is None:
        return words_of
    return f"{words_of} {say('board', 'efficiency', efficiency=f'{question.efficiency:.0f}')}"


def transfer(question: Question) -> str:
    """How the twin went, apart from the votes."""
    found = question.transfer
    if found is None:
        return ""
    return say(
        "board", "transfer", item=found.item, share=share(found.right, found.n), moved=found.moved,
        right=found.moved_right,
    )  # fmt: skip


def whole(lesson: Lesson) -> list[tuple[str, str, str]]:
    """The figures of the lesson as a whole: the name of each, its value, and one sentence of meaning."""
    told, n = lesson.told, lesson.test_n
    alpha = say("board", "allAlike", n=n) if n >= st.ENOUGH else say("board", "noCorrelation", n=n, enough=st.ENOUGH)
    if n >= st.ENOUGH and lesson.alpha is not None:
        alpha = say("board", "alpha", alpha=f"{lesson.alpha:.2f}", n=n, questions=lesson.test)
    apart = doubt = say("board", "tooFewTold", few=st.FEW)
    if told:
        counted = say("board", "calls", solid=told.solid, unsupported=told.unsupported)
        apart, doubt = (f"{value:.2f}; {counted}" for value in (told.apart, told.doubt))
    found = (("alpha", alpha), ("apart", apart), ("doubt", doubt))
    return [(name, value, means) for figure, value in found for name, means in (meaning(figure),)]
