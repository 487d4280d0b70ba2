"""Small slips of the pen in what a learner reads: a word twice, a date with the wrong word before it, a stop twice."""

import html
import json
import re

import pytest
from support import LESSONS

from lesson.bank import compile, journey

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SLIPS = {
    "a word twice": re.compile(r"\b(?!had\b)([A-Za-z]+) \1\b"),
    "in before a day": re.compile(rf"\b[Ii]n \d{{1,2}} (?:{MONTHS})\b"),
    "on before a month": re.compile(rf"\b[Oo]n (?:{MONTHS})\b"),
    "a before a vowel": re.compile(r"\ba (?!once|one|uni|use|eu)[aeiou]\w+"),
    "a stop twice": re.compile(r"(?<!\.)\.\.(?![./])|,,|;;"),
    "one of many": re.compile(r"\b(?:1|one) (?:pieces|rows|answers|questions|reports|years|days)\b"),
    "a place not filled": re.compile(r"\{\{|\}\}"),
}
SEEN = [
    ("On 22 January, and then then", "a word twice"),
    ("In 22 January 2020 it closed", "in before a day"),
    ("closed on January", "on before a month"),
    ("a answer", "a before a vowel"),
    ("It is so.. Then", "a stop twice"),
]


def words(text):
    text = re.sub(r"<!--.*?-->", "", html.unescape(text), flags=re.DOTALL)
    return re.sub(r"[*`]", "", re.sub(r"<[^>]+>", " ", text))


def of_lessons():
    for path in LESSONS:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                yield path.name, "".join(cell["source"])
            for output in cell.get("outputs", []):
                yield path.name, "".join(output.get("data", {}).get("text/plain", output.get("text", "")))


def of_questions():
    for item in journey.items():
        sheet = compile.compile(item)
        yield from ((item.id, sheet[name]) for name in ("stem", "explanation", "beside", "shown"))
        for option in sheet["options"]:
            yield from ((item.id, option[name]) for name in ("label", "feedback", "left"))


def slips(text):
    return [(name, found[0]) for name, pattern in SLIPS.items() for found in pattern.finditer(words(text))]


@pytest.mark.parametrize(("text", "slip"), SEEN)
def test_a_slip_is_seen(text, slip):
    assert [name for name, _ in slips(text)] == [slip]


@pytest.mark.parametrize("texts", [of_lessons, of_questions])
def test_there_is_none(texts):
    assert [(where, slip) for where, text in texts() for slip in slips(text)] == []
