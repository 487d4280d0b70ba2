"""The ties of the claims: what rests on what, what speaks against what, which sentences a claim restates."""

from __future__ import annotations

from collections.abc import Iterator

from lesson.bank import lessons
from lesson.bank.sentences import sentences
from lesson.core import home
from lesson.core.problem import Problem
from lesson.tables import Row, names
from lesson.tables.read import lined

TABLE, DIGEST = "claims", "seeds/digest.md"
FILE = f"seeds/{TABLE}.csv"
TIES = {"depends_on": "rest on", "disputes": "speak against"}


def problems() -> list[Problem]:
    """Each claim tied to nothing, to itself or in a circle; each sentence that is not there or stands twice."""
    if TABLE not in names(home.seeds()):
        return []
    found = lined(TABLE, home.seeds())[0]
    return [*_ties(found), *_circles(found), *_sentences(found), *_places(found)]


def listed(row: Row, column: str) -> list[str]:
    """The parts of a cell that holds several, with ";" between them."""
    return [part for part in str(row.get(column) or "").split(";") if part]


def _ties(found: list[tuple[int, Row]]) -> Iterator[Problem]:
    there = {row["claim_id"] for _, row in found}
    for line, row in found:
        for column, words in TIES.items():
            where, tied = f"{row['claim_id']}, {column}", listed(row, column)
            for claim in tied:
                if claim not in there:
                    yield Problem(FILE, line, where, f"There is no claim '{claim}'.", "use an id of claims.csv.")
                elif claim == row["claim_id"]:
                    yield Problem(FILE, line, where, f"A claim cannot {words} itself.", "take it out.")
            if len(set(tied)) < len(tied):
                yield Problem(FILE, line, where, "A claim stands twice.", "take one of them out.")


def _circles(found: list[tuple[int, Row]]) -> Iterator[Problem]:
    """Claims of which each rests on the next, and the last on the first; each circle is told once."""
    rests = {row["claim_id"]: listed(row, "depends_on") for _, row in found}
    lines = {row["claim_id"]: line for line, row in found}
    done: set[str] = set()

    def walk(claim: str, path: list[str]) -> Iterator[list[str]]:
        if claim in path:
            yield path[path.index(claim) :]
        elif claim not in done:
            for other in rests.get(claim, ()):
                yield from walk(other, [*path, claim])
            done.add(claim)

    for claim in rests:
        for circle in walk(claim, []):
            if len(circle) > 1:
                what = f"The claims rest on each other in a circle: {' > '.join([*circle, circle[0]])}."
                yield Problem(FILE, lines[circle[0]], f"{circle[0]}, depends_on", what, "take one of the ties out.")


def _sentences(found: list[tuple[int, Row]]) -> Iterator[Problem]:
    known, taken = sentences(DIGEST), dict[str, str]()
    for line, row in found:
        where = f"{row['claim_id']}, sentences"
        for number in listed(row, "sentences"):
            if known and int(number) not in known:
                yield Problem(FILE, line, where, f"{DIGEST} has no sentence {number}.", "correct the number.")
            if taken.setdefault(number, row["claim_id"]) != row["claim_id"]:
                what = f"Sentence {number} belongs to {taken[number]} already."
                yield Problem(FILE, line, where, what, "give each sentence to one claim.")
        numbers = [int(number) for number in listed(row, "sentences")]
        if numbers != sorted(set(numbers)):
            yield Problem(FILE, line, where, "The sentences do not stand in their order.", "write 19;20;21.")


def _places(found: list[tuple[int, Row]]) -> Iterator[Problem]:
    """A lesson that teaches a claim is there, and the map has a place for its part."""
    there, parts = set(lessons.texts()), {part for group in home.settings().map for part in group.parts}
    for line, row in found:
        for number in listed(row, "taught_in"):
            if number not in there:
                where = f"{row['claim_id']}, taught_in"
                yield Problem(FILE, line, where, f"There is no lesson {number}.", "use the number of a lesson.")
        if row["part"] not in parts:
            mend = "add it to a [[map]] of course.toml."
            yield Problem(FILE, line, f"{row['claim_id']}, part", f"The map has no place for '{row['part']}'.", mend)
