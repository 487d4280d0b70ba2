"""What a class answered, question by question, as numbers; board.py says them, export.py writes them down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lesson.core.item import Sheet
from lesson.core.rates import Range
from lesson.school import statistics as st
from lesson.school import tally
from lesson.school.firsts import First, Given

Class = Sequence[Mapping[str, First]]
"""For each learner, the first answers by question."""
Counts = Mapping[tuple[str, int], Mapping[str, int]]


@dataclass(frozen=True)
class Vote:
    """One vote on one question: n answers, how many are right, counts by option, and how sure people were.

    `parts` is how many options or cards were treated well, summed over all learners. `sure` and `unsure` are the
    confidences of those who were right, and of the others. `hands` of the n were counted by hand.
    """

    n: int = 0
    right: int = 0
    tally: tuple[int, ...] = ()
    sure: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()
    parts: int = 0
    hands: int = 0
    numbers: tuple[float, ...] = ()

    @property
    def facility(self) -> float | None:
        """The share that is right."""
        return self.right / self.n if self.n else None


@dataclass(frozen=True)
class Transfer:
    """The same idea in another story, answered alone: right of n, and the same of those who had moved to the key."""

    item: str
    right: int
    n: int
    moved_right: int
    moved: int


@dataclass(frozen=True)
class Attracts:
    """A wrong option that more of the top third of the class chose than of the bottom third."""

    option: int
    top: int
    of_top: int
    bottom: int
    of_bottom: int


@dataclass(frozen=True)
class Question:
    """The figures of one question. `test_n` learners are behind discrimination, its interval, and efficiency.

    `late` votes came after vote 1 was closed, `earlier` answers are to an earlier version: neither is counted.
    """

    sheet: Sheet
    number: int
    one: Vote
    two: Vote
    late: int = 0
    earlier: int = 0
    change: st.Change | None = None
    shift: tuple[tuple[int, ...], ...] = ()
    transfer: Transfer | None = None
    nobody: tuple[int, ...] = ()
    strong: tuple[Attracts, ...] = ()
    test_n: int = 0
    discrimination: float | None = None
    interval: Range | None = None
    efficiency: float | None = None


@dataclass(frozen=True)
class Lesson:
    """All figures of a lesson: its questions, alpha over `test` questions and `test_n` learners, and telling apart."""

    learners: int
    questions: tuple[Question, ...]
    test: int = 0
    test_n: int = 0
    alpha: float | None = None
    told: st.Told | None = None


@dataclass(frozen=True)
class _Test:
    """Marks of learners, by their place in the class, who have answered every question that most have answered."""

    items: tuple[str, ...]
    who: tuple[int, ...] = ()
    marks: tuple[tuple[float, ...], ...] = ()

    def of(self, name: str) -> list[float]:
        """The marks of one question."""
        place = self.items.index(name)
        return [row[place] for row in self.marks]

    @cached_property
    def _totals(self) -> list[float]:
        return [sum(row) for row in self.marks]

    def rest(self, name: str) -> list[float]:
        """The sum of all other marks of each learner."""
        return [total - own for total, own in zip(self._totals, self.of(name), strict=True)]


def figures(sheets: Mapping[str, Sheet], people: Class, hands: Counts | None = None) -> Lesson:
    """Return every figure of a lesson. `hands` are counts that a teacher typed in, by question, vote and letter."""
    test = _test(sheets, people)
    found = tuple(
        _question(number, sheet, people, hands or {}, test) for number, sheet in enumerate(sheets.values(), 1)
    )
    learners = sum(any(first.one or first.two for first in person.values()) for person in people)
    alpha = st.alpha(test.marks)
    return Lesson(learners, found, len(test.items), len(test.marks), alpha, _told(sheets, people))


def _question(number: int, sheet: Sheet, people: Class, hands: Counts, test: _Test) -> Question:
    name = sheet["id"]
    both = [(first.one, first.two) for person in people if (first := person[name]).one and first.two]
    graded = tally.is_graded(sheet)
    one = _vote(sheet, (person[name].one for person in people), hands.get((name, 1), {}))
    pairs = [(a, b) for a, b in both if a and b]
    moves = [(int(a.answer), int(b.answer)) for a, b in pairs] if tally.is_one(sheet) else []
    return Question(
        sheet,
        number,
        one,
        _vote(sheet, (person[name].two for person in people), hands.get((name, 2), {})),
        late=sum(person[name].late for person in people),
        earlier=sum(person[name].earlier for person in people),
        change=st.change((a.right, b.right) for a, b in pairs) if graded and sheet["votes"] == 2 else None,
        shift=tuple(map(tuple, st.shift(moves, tally.places(sheet)))) if moves else (),
        transfer=_transfer(sheet, people),
        nobody=_nobody(sheet, one),
        strong=_strong(sheet, people, test),
        **_against_the_rest(name, test),
    )


def _vote(sheet: Sheet, answers: Iterable[Given | None], hands: Mapping[str, int]) -> Vote:
    given = [answer for answer in answers if answer]
    right = [answer for answer in given if answer.right]
    counted = _by_hand(sheet, hands)
    counts = _tally(sheet, given)
    keys = sum(n for place, n in enumerate(counted) if n and tally.is_key(sheet, place))
    return Vote(
        n=len(given) + sum(counted),
        right=len(right) + keys,
        tally=tuple(a + b for a, b in zip(counts, counted or [0] * len(counts), strict=True)),
        sure=tuple(answer.confidence for answer in right if answer.confidence is not None),
        unsure=tuple(a.confidence for a in given if not a.right and a.confidence is not None),
        parts=sum(answer.parts for answer in given),
        hands=sum(counted),
        numbers=tuple(float(a.answer) for a in given if sheet["type"] in ("scale", "numeric")),
    )


def _tally(sheet: Sheet, given: Iterable[Given]) -> list[int]:
    """Count for each option how many chose it, or placed it well."""
    counts = [0] * tally.places(sheet)
    for answer in given:
        for place in answer.chosen:
            counts[place] += 1
    return counts


def _by_hand(sheet: Sheet, hands: Mapping[str, int]) -> list[int]:
    """Hands for each option; nothing where the question does not ask for one option."""
    if not hands or not tally.is_one(sheet):
        return []
    return [hands.get(tally.LETTERS[place], 0) for place in range(len(sheet["options"]))]


def _transfer(sheet: Sheet, people: Class) -> Transfer | None:
    """How the twin of a question went among those who have answered both."""
    twin, name = sheet["isomorph"], sheet["id"]
    if not twin or not all(twin in person for person in people):
        return None
    both = [(p[name], other.one) for p in people if (p[name].two or p[name].one) and (other := p[twin]).one]
    moved = [after for first, after in both if first.one and first.two and not first.one.right and first.two.right]
    right = sum(bool(after and after.right) for _, after in both)
    return Transfer(twin, right, len(both), sum(bool(after and after.right) for after in moved), len(moved))


def _nobody(sheet: Sheet, one: Vote) -> tuple[int, ...]:
    """The wrong options that nobody chose, of a question that enough have answered."""
    if not tally.is_graded(sheet) or sheet["type"] in (*tally.PARTS, "numeric") or one.n < st.FEW:
        return ()
    return tuple(i for i, n in enumerate(one.tally) if not n and not tally.is_key(sheet, i))


def _strong(sheet: Sheet, people: Class, test: _Test) -> tuple[Attracts, ...]:
    """The wrong options that more of the top third, by the rest of the test, chose than of the bottom third."""
    name = sheet["id"]
    if name not in test.items or not tally.is_one(sheet) or len(test.marks) < st.FEW:
        return ()
    top, bottom = st.thirds(test.rest(name))
    counts = []
    for places in (top, bottom):
        answers = (people[test.who[place]][name].one for place in places)
        counts.append(_tally(sheet, [answer for answer in answers if answer]))
    return tuple(
        Attracts(i, high, len(top), low, len(bottom))
        for i, (high, low) in enumerate(zip(*counts, strict=True))
        if high > max(low, 1) and not tally.is_key(sheet, i)
    )


def _test(sheets: Mapping[str, Sheet], people: Class) -> _Test:
    """The graded questions that at least half of the class has answered, and who has answered all of them."""
    graded = [name for name, sheet in sheets.items() if tally.is_graded(sheet)]
    active = [i for i, person in enumerate(people) if any(person[name].one for name in graded)]
    items = tuple(n for n in graded if 2 * sum(people[i][n].one is not None for i in active) >= max(1, len(active)))
    who = tuple(i for i in active if all(people[i][name].one for name in items))
    return _Test(items, who, tuple(tuple(_mark(people[i][name].one) for name in items) for i in who))


def _mark(given: Given | None) -> float:
    return float(given is not None and given.right)


def _against_the_rest(name: str, test: _Test) -> dict[str, Any]:
    if name not in test.items or len(test.items) < 2:
        return {}
    own, others, n = test.of(name), test.rest(name), len(test.marks)
    r = st.discrimination(own, others)
    return {
        "test_n": n,
        "discrimination": r,
        "interval": st.interval(r, n) if r is not None and n >= st.ENOUGH else None,
        "efficiency": st.efficiency(own, others),
    }


def _told(sheets: Mapping[str, Sheet], people: Class) -> st.Told | None:
    """Statements that are ticked where they hold, and where they do not; what is debated is left out."""
    hits = solid = false = unsupported = learners = 0
    statements = {name: sheet for name, sheet in sheets.items() if sheet["type"] == "multiple"}
    for person in people:
        answers = [(sheet, given) for name, sheet in statements.items() if (given := person[name].one)]
        learners += bool(answers)
        for sheet, given in answers:
            for place, option in enumerate(sheet["options"]):
                ticked, holds = place in given.answer, option["verdicts"]["ticked"]
                solid += holds == "supported"
                hits += ticked and holds == "supported"
                unsupported += holds == "not yet"
                false += ticked and holds == "not yet"
    return st.told_apart(hits, solid, false, unsupported) if learners >= st.FEW and solid and unsupported else None
