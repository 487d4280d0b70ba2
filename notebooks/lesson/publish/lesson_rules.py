"""Rules for the text of a lesson, over its lesson.md. Each message says how to mend what it found.

How long, how many and with which words is the course's own: the table [lessons] of course.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile
from statistics import median

from lesson import tables
from lesson.bank import claim_names, lessons
from lesson.bank.facts import PLACE
from lesson.core.problem import Problem
from lesson.publish import lesson_file, stored
from lesson.publish.bare_numbers import bare_numbers
from lesson.publish.lesson_file import Cell
from lesson.publish.limits import Limits, limits

COMMENT, SOURCES = re.compile(r"<!--.*?-->", re.S), re.compile(r"<!-- sources: (.*?) -->", re.S)
ANCHOR = re.compile(r"\]\(#([^)]*(?:\([^)]*\))?[^)]*)\)")
HEADING = re.compile(r"^(#+) +(.*)", re.M)
MINUTES = re.compile(r"\*(\d+) \w+([^*]*)\*")
BESIDE_ROWS = ("digest", "all ")
"""What a comment on sources may name beside rows: sentences of the digest, or whole tables."""
Found = Iterator[tuple[Cell, int, str, str]]
"""A cell, a line within it, what is wrong, how to mend it."""


def problems(number: str, cells: Sequence[Cell]) -> Iterator[Problem]:
    """Every breach of a rule in the text of a lesson; what is no lesson, since it has no questions, has fewer rules."""
    rules = [_headings, _contents, _sources]
    if number in lessons.numbers():
        rules += [_hook, _extra, _claims, _lengths, _sentences, _numbers, _parts, _minutes, _close, _code]
    file, asked = lessons.shown(lesson_file.path_of(number)), limits()
    for rule in rules:
        for cell, line, what, mend in rule(cells, asked):
            yield Problem(file, cell.line + line, cell.name, what, mend)


def _texts(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.kind == "markdown"]


def _words(text: str) -> str:
    """What a reader reads: no comments, no tags, no addresses; each fact as one word."""
    text = re.sub(r"<[^>]+>", " ", COMMENT.sub("", PLACE.sub("0", text)))
    return re.sub(r"[*#`\[\]|]", " ", re.sub(r"\]\([^)]*\)", "]", text))


# ---------------------------------------------------------------- words


def words_above(cells: Sequence[Cell]) -> int:
    """How many words a reader meets above the first question."""
    above = takewhile(lambda cell: cell.kind == "markdown" or "lesson.ask(" not in cell.source, cells)
    return sum(len(_words(cell.source).split()) for cell in _texts(list(above)))


def _hook(cells: Sequence[Cell], asked: Limits) -> Found:
    """A lesson asks before it tells."""
    count = words_above(cells)
    if asked.hook_words and count > asked.hook_words:
        what = f"Above the first question stand {count} words."
        yield cells[0], 0, what, f"cut them to {asked.hook_words}, or move some below it."


def _lengths(cells: Sequence[Cell], asked: Limits) -> Found:
    for cell in _texts(cells):
        most, count = asked.cell_words, len(_words(cell.source).split())
        if cell.source.startswith("<details>"):
            most = asked.fold_words
        if most and count > most:
            yield cell, 0, f"The text has {count} words.", f"cut it to {most}, or part it with +++."


def _sentences(cells: Sequence[Cell], asked: Limits) -> Found:
    found = [
        (len(sentence.split()), cell, sentence)
        for cell in _texts(cells)
        for line in _words(cell.source).splitlines()
        for sentence in re.split(r"(?<=[.?!:])\s+", line.strip(" -"))
        if len(sentence.split()) > 2
    ]
    for count, cell, sentence in found:
        if asked.sentence_words and count > asked.sentence_words:
            what = f"A sentence has {count} words ({sentence[:40]}...)."
            yield cell, 0, what, f"make two of it: {asked.sentence_words} at most."
    middle = median(count for count, *_ in found) if found else 0
    if asked.median_sentence_words and middle > asked.median_sentence_words:
        count, cell, sentence = max(found, key=lambda one: one[0])
        what = f"Half of the sentences have more than {middle:g} words; the longest has {count} ({sentence[:40]}...)."
        yield cell, 0, what, f"make shorter ones: {asked.median_sentence_words} in the middle."


def _numbers(cells: Sequence[Cell], asked: Limits) -> Found:
    if not (asked.numbered or asked.measured or asked.counted):
        return
    names = _ids()
    for cell in _texts(cells):
        for line, number in bare_numbers(cell.source, asked, names):
            mend = "write a fact in its place, as in {{as_of()}}; python do.py facts lists them."
            yield cell, line, f"The number '{number}' is no fact.", mend


def _claims(cells: Sequence[Cell], asked: Limits) -> Found:
    """In each part, the first mention of a claim has its name beside its code."""
    seen: set[str] = set()
    for cell in _texts(cells):
        if re.match(r"##? ", cell.source):
            seen = set()
        text = re.sub(r"\[[^]]*\]\(#[^)]*\)", "", HEADING.sub("", cell.source))  # a link says what a heading says
        for claim in claim_names.mentions(" ".join(_words(text).split())):
            if claim.id not in seen and not claim.named:
                name = claim_names.names()[claim.id]
                mend = f"""write '{claim.id} ("{name}")'."""
                yield cell, 0, f"The claim {claim.id} stands here without its name.", mend
            seen.add(claim.id)


def _ids() -> Set[str]:
    """The ids of rows and claims, and the numbers of lessons."""
    return {*lessons.texts(), *tables.ids()}


# ---------------------------------------------------------------- form


def _headings(cells: Sequence[Cell], asked: Limits) -> Found:
    found = [(cell, match) for cell in _texts(cells) for match in HEADING.finditer(_without_code(cell.source))]
    first = next((cell for cell in cells if "lesson.progress(" not in cell.source), None)  # the line of the course
    if first and not (first.kind == "markdown" and first.source.startswith("# ")):
        yield first, 0, "The lesson does not begin with its title.", "begin it with '# 07 What is asked here'."
    for (_, before), (cell, match) in pairwise(found):
        line = match.string.count("\n", 0, match.start())
        if match[1] == "#":
            yield cell, line, "A second main heading stands here.", f"write '## {match[2]}'."
        elif len(match[1]) > len(before[1]) + 1:
            yield cell, line, "A level of headings is left out.", f"write '{before[1]}# {match[2]}'."


def _parts(cells: Sequence[Cell], asked: Limits) -> Found:
    there = {match[2].strip() for cell in _texts(cells) for match in HEADING.finditer(cell.source)}
    for part in asked.parts:
        if cells and part not in there:
            mend = f"write '## {part}' and the part below it."
            yield cells[-1], 0, f"The lesson has no part '{part}'.", mend


def _extra(cells: Sequence[Cell], asked: Limits) -> Found:
    """A part for whoever has more time says where it ends."""
    if not asked.extra_end:
        return
    open_part: Cell | None = None
    last = ""
    for cell in [*cells, Cell("markdown", "## ")]:
        if cell.kind == "markdown" and re.match(r"##? ", cell.source):
            if open_part and asked.extra_end not in last:
                yield open_part, 0, "The extra part does not say where it ends.", f"end it with '*{asked.extra_end}.*'."
            open_part = cell if stored.is_optional(cell) else None
        if cell.kind == "markdown":
            last = cell.source
        elif "lesson.progress(" not in cell.source:
            last = ""


def _without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", lambda match: "\n" * match[0].count("\n"), text, flags=re.S | re.M)


def _minutes(cells: Sequence[Cell], asked: Limits) -> Found:
    """A part says its minutes below its heading; together they are one period."""
    if not asked.minutes or not cells:
        return
    untimed = "|".join(map(re.escape, asked.untimed)) or "(?!)"
    total = 0
    for cell in _texts(cells):
        total += sum(int(m[1]) for m in MINUTES.finditer(cell.source) if not re.search(untimed, m[2], re.I))
        for match in re.finditer(r"^## .*", cell.source, re.M):
            if not re.match(rf"\s+\*(\d+ \w+|{untimed})", cell.source[match.end() :]):
                line = cell.source.count("\n", 0, match.start())
                mend = f"write '*4 minutes.*' below the heading, or one of: {', '.join(asked.untimed)}."
                yield cell, line, "The part does not say how long it takes.", mend
    if total != asked.minutes:
        what = f"The minutes of the parts add up to {total}."
        yield cells[0], 0, what, f"change them, so that they add up to {asked.minutes}."
    head = takewhile(lambda cell: not cell.source.startswith("## "), cells)
    if not any(re.search(rf"\b{asked.minutes} minutes\b", cell.source) for cell in head):
        mend = f"write '**Time.** {asked.minutes} minutes'."
        yield cells[0], 0, "What stands before the first part does not say how long the lesson takes.", mend


def _contents(cells: Sequence[Cell], asked: Limits) -> Found:
    anchors = {m[2].strip().replace(" ", "-") for cell in _texts(cells) for m in HEADING.finditer(cell.source)}
    for cell in _texts(cells):
        for match in ANCHOR.finditer(cell.source):
            if match[1] not in anchors:
                line = cell.source.count("\n", 0, match.start())
                mend = f"write one of: {', '.join(sorted(anchors))}."
                yield cell, line, f"The link leads to no heading ('#{match[1]}').", mend


def _close(cells: Sequence[Cell], asked: Limits) -> Found:
    """The last part sorts what was found by how sure it is, and ends with a question."""
    starts = [place for place, cell in enumerate(cells) if cell.source.startswith(f"## {asked.close}")]
    if not asked.close or not starts:
        return
    part = [cells[starts[-1]]]
    for cell in cells[starts[-1] + 1 :]:
        if cell.source.startswith("## "):
            break
        part.append(cell)
    said = "\n".join(cell.source for cell in _texts(part)).split("\n## ")[0]  # a text may hold the next part, too
    if missing := [word for word in asked.sorts if f"**{word}" not in said]:
        what = f"The close does not say what is {', '.join(missing)}."
        yield part[0], 0, what, f"write a text that begins with '**{missing[0]}.**'."
    if not _words(said).strip().endswith("?"):
        yield _texts(part)[-1], 0, "The last words of the lesson are no question.", "end with a question to take along."


# ---------------------------------------------------------------- rows and code


def _sources(cells: Sequence[Cell], asked: Limits) -> Found:
    """A text that speaks of the world, or states a fact, names its rows; and the rows that it names are there."""
    ends = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in asked.world) or "(?!)"
    there = _ids() | {row["source_id"] for row in tables.rows("sources")}
    for cell in _texts(cells):
        listed = list(SOURCES.finditer(cell.source))
        fact = any(match[1] != "as_of()" for match in PLACE.finditer(cell.source))
        speaks = fact or re.search(rf"\b(?:{ends})\b", _words(cell.source))
        if asked.world and speaks and not listed and not cell.source.startswith("# "):
            mend = "write '<!-- sources: ID, ID -->' at its end, with the ids of its rows."
            yield cell, 0, "The text speaks of the world and does not say on which rows it rests.", mend
        for match in listed:
            for name in re.split(r"[,;]\s*", match[1].strip()):
                if name not in there and not name.startswith(BESIDE_ROWS):
                    line = cell.source.count("\n", 0, match.start())
                    yield cell, line, f"There is no row '{name}'.", "use an id that stands in a table."


def _code(cells: Sequence[Cell], asked: Limits) -> Found:
    for cell in cells:
        count = len(cell.source.splitlines())
        if cell.kind == "code" and asked.code_lines and count > asked.code_lines:
            yield (
                cell,
                0,
                f"The code has {count} lines.",
                f"cut it to {asked.code_lines}: a reader of 15 should follow.",
            )
