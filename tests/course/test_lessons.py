"""What the words of a lesson must keep to, over every lesson there is (the rules of CONTRIBUTING.md)."""

import json
import re
from statistics import median

import pytest
from support import LESSONS

from lesson import tables
from lesson.bank import journey, load
from lesson.publish.coverage import coverage
from lesson.publish.marks import MARK

LONGEST_CELL, LONGEST_FIRST, MEDIAN_SENTENCE, CORE_MINUTES = 150, 165, 20, 38
WORLD = re.compile(
    r"\b(North|South|Korea|Koreans?|Seoul|Pyongyang|Mongol\w*|Soviet|Moscow|London|Rome|Kuwait|Havana|China|Germany|MGIMO)\b"
)
COMMENT = re.compile(r"<!--.*?-->", re.S)
SOURCES = re.compile(r"<!-- sources: (.*?) -->", re.S)
SMALL = [
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
]
OUR_OWN = [
    "assumption",
    "reason",
    "reading",
    "question",
    "vote",
    "word",
    "claim",
    "sentence",
    "date",
    "explanation",
    "column",
    "card",
    "part",
    "prompt",
    "piece",
    "option",
    "number",
    "map",
    "lesson",
    "row",
    "step",
    "level",
    "page",
    "line",
    "side",
    "minute",
    "box",
    "group",
    "verb",
    "rung",
    "property",
    "properties",
    "band",
    "count",
    "way",
    "thing",
    "story",
    "stories",
    "property",
    "plank",
    "remark",
    "case",
    "condition",
    "answer",
    "reader",
    "point",
    "box",
    "boxes",
    "look",
    "test",
]
NUMBER = re.compile(r"\d[\d.,]*")
ALLOWED = [
    re.compile(r"\b(?:lessons?|sentences?|levels?|votes?|parts?|questions?|rows?|pages?|halves|half)\s+\d+(?:(?:\s*(?:,|to|and|or|-)\s*)\d+)*", re.I),
    re.compile(r"\b\d+(?:\s*(?:to|-)\s*\d+)?[- ](?:minutes?|per cent sure|% sure)\b"),
    re.compile(r"\b(?:[ABCS]\d|0[0-6]|E-[A-Z0-9]+-\d+|[A-Z]{2,5}-[\w-]+)\b"),
    re.compile(r"\[\d\]|\(\d+(?:, \d+)*\)|^\d+\. ", re.M),
    re.compile(r"\bfrom 0 to 100\b|\b0 to 100\b|\b100 %|\b50 %|\b0\.25\b"),
]  # fmt: skip


def cells(path, kind="markdown"):
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == kind]


def outputs(path):
    """Every output of a lesson as (text, HTML)."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {"text/plain": output.get("text", "")})
            yield "".join(data.get("text/plain", "")), "".join(data.get("text/html", ""))


def words_of(text):
    """What a reader reads of a Markdown cell: no comments, no tags, no addresses."""
    text = COMMENT.sub("", text)
    text = re.sub(r"<[^>]+>", " ", text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    return re.sub(r"[*#`\[\]|]", " ", text)


def sentences(path):
    for text in cells(path):
        for line in words_of(text).splitlines():
            for sentence in re.split(r"(?<=[.?!:])\s+", line.strip(" -")):
                if len(sentence.split()) > 2:
                    yield sentence


def bare_numbers(text):
    """Digits and number words in a cell that no fact stands behind."""
    text = re.sub(r"\]\([^)]*\)", "]", MARK.sub(" ", text))
    text = re.sub(r"`[^`]*`|<[^>]+>", " ", COMMENT.sub(" ", text))
    for allowed in ALLOWED:
        text = allowed.sub(" ", text)
    found = NUMBER.findall(text)
    for match in re.finditer(rf"\b({'|'.join(SMALL)})\b((?:[^\w.]+[\w'-]+){{0,3}})", text, re.I):
        near = re.findall(r"[\w'-]+", match[2].lower())
        if not any(word.rstrip("s") in OUR_OWN or word in OUR_OWN for word in near):
            found.append(match[0])
    return found


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def path(request):
    return request.param


def test_cells_are_short(path):
    first, *rest = cells(path)
    assert len(words_of(first).split()) <= LONGEST_FIRST
    assert [text[:60] for text in rest if len(words_of(text).split()) > LONGEST_CELL] == []


def test_sentences_are_short(path):
    lengths = [len(sentence.split()) for sentence in sentences(path)]
    assert median(lengths) <= MEDIAN_SENTENCE
    assert max(lengths) <= 45


def test_the_marks_add_up_to_one_period(path):
    marks = re.findall(r"\*(\d+) minutes?([^*]*)\*", "\n".join(cells(path)))
    assert sum(int(minutes) for minutes, rest in marks if "more time" not in rest.lower()) == CORE_MINUTES
    assert f"{CORE_MINUTES} minutes" in cells(path)[0]


def test_every_part_says_how_long_it_takes(path):
    """A heading of the second level is followed by its minutes, or by "More time"."""
    for text in cells(path):
        if text.startswith("## "):
            after = text.split("\n", 1)[1].strip()
            assert re.match(r"\*(\d+ minutes?|More time|At home)", after), text[:80]


def test_the_contents_lead_to_the_parts(path):
    text = "\n".join(cells(path))
    anchors = {line[3:].strip().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")}
    linked = re.findall(r"\]\(#([^)]*(?:\([^)]*\))?[^)]*)\)", cells(path)[0])
    assert len(linked) >= 4
    assert set(linked) <= anchors


def test_numbers_about_the_world_come_from_facts(path):
    assert [(text[:50], found) for text in cells(path) if (found := bare_numbers(text))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2016 he left.", ["2016"]),
        ("Read sentences 1 to 5 of lesson 03, then A1 and E-A3-18.", []),
        ("*4 minutes.* He waited <!-- -->16<!-- fact:months_hidden(PRK-2019-KWT) --> months.", []),
        ("The three assumptions and four careful readings.", []),
        ("Twelve diplomats left.", ["Twelve diplomats left"]),
    ],
)
def test_a_bare_number_would_be_seen(text, found):
    assert bare_numbers(text) == found


def test_what_is_said_about_the_world_names_its_rows(path):
    """A cell that speaks of a country, or states a fact, says in a comment on which rows it rests."""
    silent = []
    for text in cells(path):
        speaks = WORLD.search(words_of(text)) or re.search(r"fact:(?!as_read)", text)
        if speaks and not text.startswith("# ") and not SOURCES.search(text):
            silent.append(text[:70])
    assert silent == []


def test_the_rows_that_a_cell_names_exist(path):
    known = {row["source_id"] for row in tables.rows("sources")}
    for text in cells(path):
        for listed in SOURCES.findall(text):
            for name in re.split(r"[,;]\s*", listed.strip()):
                if name not in known and not name.startswith(("digest", "all ")):
                    tables.find(name)


def test_figures_are_described(path):
    for _, html in outputs(path):
        for tag in re.findall(r"<img[^>]*>", html):
            assert len(re.search(r'alt="([^"]*)"', tag)[1]) > 60


def test_every_claim_is_shown_with_both_sides():
    """Over the lessons that teach a claim, pieces for it and pieces against it stand before the reader."""
    stance = {row["evidence_id"]: (row["bears_on"], row["stance"]) for row in tables.rows("evidence")}
    for row in tables.rows("claims"):
        mine = {
            e: s for e, (claim, s) in stance.items() if claim == row["claim_id"] and s in ("supports", "challenges")
        }
        taught = [path for path in LESSONS if path.name[:2] in row["taught_in"].split(";")]
        text = "\n".join(plain for path in taught for plain, _ in outputs(path))
        assert {s for e, s in mine.items() if re.search(rf"\b{e}\b", text)} == set(mine.values()), row["claim_id"]


def test_every_claim_has_evidence_and_questions():
    for cover in coverage():
        assert cover.items, cover.claim
        if cover.claim not in ("S1", "B1"):  # he speaks of himself; no sentence states the bridge
            assert cover.evidence.total(), cover.claim


def test_a_lesson_closes_with_what_is_solid_and_a_question(path):
    text = "\n".join(cells(path)).split("## For those who code")[0]
    close = text[text.rindex("## Close") :]
    for word in ("Solid", "Likely", "Open", "Not knowable yet"):
        assert f"**{word}" in close
    assert words_of(close).strip().endswith("?")


def test_a_lesson_keeps_its_promises_to_coders(path):
    assert "For those who code" in "\n".join(cells(path))


def test_there_are_enough_questions():
    items = journey.items()
    assert len(items) >= 60
    assert sum(item.debated for item in items) >= 10
    for path in LESSONS:
        assert sum(item.debated for item in load.items(path.name[:2])) >= 2
