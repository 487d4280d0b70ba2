"""What the lessons of this course show together: both sides of each claim, questions enough, figures in words."""

import json
import re

import pytest
from support import LESSONS

from lesson import tables
from lesson.bank import journey, lessons, load
from lesson.publish import cli, lesson_file, lesson_rules, pace
from lesson.publish.coverage import coverage


def test_there_is_nothing_to_mend():
    """All rules on tables, questions, tables that are words and the text of lessons."""
    assert [str(problem) for problem in cli.problems() if problem.fatal] == []


def outputs(path):
    """Every output of a lesson as (text, HTML)."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {"text/plain": output.get("text", "")})
            yield "".join(data.get("text/plain", "")), "".join(data.get("text/html", ""))


def test_figures_are_described():
    for html in (html for path in LESSONS for _, html in outputs(path)):
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


def test_there_are_enough_questions():
    items = journey.items()
    assert len(items) >= 60
    assert sum(item.debated for item in items) >= 10


@pytest.mark.parametrize("number", lessons.numbers())
def test_a_lesson_asks_before_it_tells_and_says_where_one_is(number):
    cells = lesson_file.read(number)[0]
    core = [cell for cell in pace.core(number) if cell.kind == "code"]
    assert 20 < lesson_rules.words_above(cells) < 80
    assert core[0].source == f'import lesson\n\nlesson.progress("{number}")'
    assert core[-1].source == f'lesson.progress("{number}", end=True)'


@pytest.mark.parametrize("number", lessons.numbers())
def test_what_is_extra_is_what_the_core_path_leaves_out(number):
    core = {name for cell in pace.core(number) if cell.kind == "code" for _, name, _ in pace.calls(cell.source)}
    ids = {item.id for item in load.items(number)}
    assert lessons.extra(number) == ids - core
    assert 9 <= len(ids & core) <= 14
