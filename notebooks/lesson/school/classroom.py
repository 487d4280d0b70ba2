"""A class, or several that are pooled: its answers, its phases, and every figure of a lesson."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lesson.bank import compile, load
from lesson.core.item import Item, Sheet
from lesson.core.words import say
from lesson.record.read import Stamp
from lesson.school import demo, export, figures, hands, phases, tally
from lesson.school.figures import Lesson
from lesson.school.firsts import First, firsts
from lesson.school.phases import Phase
from lesson.school.read import ClassFolder, Person

TABLE = 3
"""How many talk together."""


class Classroom:
    """Reads the folders of a class. Without one it is the demonstration class, which is invented."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.folders = [ClassFolder(path) for path in folders]
        self.invented = not folders
        self._phases: list[dict[str, Phase]] = [{} for _ in range(max(1, len(self.folders)))]
        self.version = 0
        """Counts the changes, so that several views of one class know whether to draw again."""
        self.trouble = ""
        """One sentence about the file of phases, where it could not be read or written."""
        self._hands: dict[Path, tuple[Stamp, hands.Hands]] = {}
        self._own_counts = ""
        self._firsts: dict[tuple[str, ...], dict[tuple[int, str], tuple[object, dict[str, First]]]] = {}
        self.refresh()

    def refresh(self) -> bool:
        """Look at the folders again; return whether anything has changed."""
        changed = [folder.refresh() for folder in self.folders]
        if self.folders:
            changed += [self._read_phases(), self._read_hands()]
        self.version += any(changed)
        return any(changed)

    @property
    def phases(self) -> dict[str, Phase]:
        """The phase of each question that was opened; of pooled classes in the first."""
        return self._phases[0]

    @property
    def problems(self) -> list[str]:
        """One sentence for each thing that was not read."""
        found = [sentence for folder in self.folders for sentence in folder.problems]
        found += [read.problem for _, read in self._hands.values()]
        return [sentence for sentence in (self.trouble, *found) if sentence]

    @property
    def files(self) -> int:
        """How many files of answers were read."""
        return sum(folder.files for folder in self.folders)

    def people(self, sheets: Mapping[str, Sheet]) -> list[tuple[Person, dict[str, Phase]]]:
        """Every learner, each with the phases of their own class."""
        if self.invented:
            return [(person, {}) for person in demo.people(sheets)]
        pairs = zip(self.folders, self._phases, strict=True)
        return [(person, own) for folder, own in pairs for person in folder.people]

    def first_answers(self, sheets: Mapping[str, Sheet]) -> list[dict[str, First]]:
        """The first answers of each learner, graded again only where their files have changed."""
        versions = [sheet["version"] for sheet in sheets.values()]
        before, kept = self._firsts.get(tuple(sheets), {}), {}
        for place, (person, own) in enumerate(self.people(sheets)):
            closed = {name: own[name].closed for name in sheets if name in own}
            key, mark = (place, person.who), (person.files, versions, closed)
            known = before.get(key)
            kept[key] = known if known and known[0] == mark else (mark, firsts(person, sheets, closed))
        self._firsts[tuple(sheets)] = kept
        return [answers for _, answers in kept.values()]

    def figures(self, lesson: str) -> Lesson:
        """Every figure of a lesson, named by its number. Raises KeyError for an unknown one."""
        sheets = sheets_of(lesson)
        return figures.figures(sheets, self.first_answers(sheets), self.counts())

    def counts(self) -> hands.Counts:
        """The hands and cards that were typed in; of two files on one vote the one written last holds."""
        found: hands.Counts = {}
        for _, read in sorted(self._hands.values(), key=lambda each: each[0][2]):
            found.update(read.counts)
        return found

    def voted(self, item: str, vote: int) -> tuple[int, int]:
        """How many have given a vote on a question, and how many learners are here; hands that were counted too."""
        answers = [person[item] for person in self.first_answers(sheets_of(load.item(item).lesson))]
        by_hand = sum(self.counts().get((item, vote), {}).values())
        given = sum((first.one if vote == 1 else first.two) is not None for first in answers)
        return given + by_hand, max(len(answers), given) + by_hand

    def phase(self, item: str) -> Phase:
        """Where a question stands."""
        return self.phases.get(item, Phase())

    def advance(self, item: str, seen: str = "") -> Phase:
        """Go on to the next phase of a question, unless it is no longer in the phase that was `seen`; keep it."""
        if self.folders:
            self._read_phases()
        if seen and self.phase(item).name != seen:  # pressed twice, or on another screen
            return self.phase(item)
        after = {**self.phases, item: self.phase(item).next(phases.moment())}
        try:
            if self.folders:
                phases.keep(self.folders[0].path, after)
            self._phases[0] = after
            self.version += 1
        except OSError as error:
            self.trouble = say("board", "phaseNotKept", error=error.strerror)
        return self.phase(item)

    def count(self, item: str, vote: int = 1, **counted: int) -> str:
        """Type in hands or cards: `count("NN-a-question", 1, A=5, B=8)`. Return a sentence.

        Raises KeyError for an unknown question, ValueError for what is no count, or has no folder to be kept in.
        """
        sheet = sheet_of(item)
        names = tally.LETTERS[: len(sheet["options"])]
        strange = sorted(name for name in counted if name.upper() not in names)
        if strange or not tally.is_one(sheet):
            raise ValueError(say("board", "noOption", item=item, what=", ".join(strange) or sheet["type"]))
        if not self.folders:
            raise ValueError(say("board", "noFolder"))
        self._own_counts = hands.write(self.folders[0].path, self._own_counts, item, vote, counted)
        self.refresh()
        return say("board", "counted", n=sum(counted.values()), item=item, vote=vote, file=self._own_counts)

    def groups(self, item: str, size: int = TABLE) -> list[list[str]]:
        """Groups for the talk, formed from different votes 1: nicknames, so far as learners gave one."""
        sheets = sheets_of(load.item(item).lesson)
        answers = self.first_answers(sheets)
        people = [person.nickname for person, _ in self.people(sheets)]
        voted = [(name, first[item].one) for name, first in zip(people, answers, strict=True)]
        by_answer = sorted((str(given.answer), name) for name, given in voted if name and given)
        count = max(1, len(by_answer) // max(2, size))
        return [[name for _, name in by_answer[start::count]] for start in range(count)] if by_answer else []

    def export(self, lesson: str, path: str) -> str:
        """Write every figure of a lesson as a table that a spreadsheet opens; return a sentence. Raises OSError."""
        lines = export.write(Path(path), self.figures(lesson), invented=self.invented)
        return say("board", "exported", n=lines, file=path)

    def _read_phases(self) -> bool:
        """Read the phases again; return whether one has changed. What was known stays where that fails."""
        before = self._phases
        try:
            self._phases, self.trouble = [phases.read(folder.path) for folder in self.folders], ""
        except OSError as error:
            self.trouble = say("board", "phaseNotRead", error=error.strerror)
        return before != self._phases

    def _read_hands(self) -> bool:
        """Read the tables of counts that are new or have changed; return whether there was one."""
        there = {folder.path / name: stamp for folder in self.folders for name, stamp in folder.tables.items()}
        before = self._hands
        self._hands = {
            path: before[path] if path in before and before[path][0] == stamp else (stamp, hands.read(path))
            for path, stamp in there.items()
        }
        return {path: stamp for path, (stamp, _) in before.items()} != there


_sheets: dict[str, tuple[tuple[Item, ...], dict[str, Sheet]]] = {}


def sheets_of(lesson: str) -> dict[str, Sheet]:
    """The sheets of a lesson by question, compiled once. Raises KeyError for an unknown lesson."""
    items = load.items(lesson)
    kept = _sheets.get(lesson)
    if kept is None or kept[0] is not items:
        kept = _sheets[lesson] = (items, {item.id: compile.compile(item) for item in items})
    return kept[1]


def sheet_of(item: str) -> Sheet:
    """The sheet of one question. Raises KeyError, with the questions there are, for an unknown one."""
    return sheets_of(load.item(item).lesson)[item]
