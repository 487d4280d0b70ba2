"""Handouts in a real browser: what a sheet holds on either paper, what a narrow screen shows, what a PDF is."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from lesson.bank import lessons, load
from lesson.publish import paper
from lesson.publish.handout import pdf, plan

MM = 96 / 25.4
ROOM = {"A4": (184, 273), "Letter": (190, 255)}
"""Width and height, in mm, that the margins leave of each paper."""
LEARNER = 8
NATURAL = "(kind) => [...document.querySelectorAll('.leaf.' + kind)].map((leaf) => leaf.offsetHeight)"
FILLED = """() => [...document.querySelectorAll('.leaf.more')].map((leaf) => {
  const sum = (all) => [...all].reduce((total, one) => total + one.offsetHeight, 0);
  const top = sum(leaf.querySelectorAll(':scope > .question'));
  return [...leaf.querySelectorAll('.column')].map((column) => top + sum(column.querySelectorAll('.question')));
})"""
CUT = """() => [...document.querySelectorAll('.card, .vote')]
  .filter((card) => card.scrollHeight > card.clientHeight + 1).map((card) => card.textContent.slice(0, 60))"""
NO_FILL = "() => document.querySelectorAll('.leaf').forEach((leaf) => { leaf.style.minHeight = 0; })"


@pytest.fixture(scope="module")
def made():
    """Every handout of every lesson, by name."""
    return {name: html for lesson in lessons.numbers() for name, html in paper.handouts(lesson)}


def pages(page, size):
    return len(re.findall(rb"/Type /Page\b", page.pdf(format=size)))


def laid_out(page, html, size):
    """A handout as it is printed on one paper, without what fills a sheet; heights are in pixels."""
    width, height = ROOM[size]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round(width * MM), "height": round(height * MM)})
    page.set_content(html)
    page.evaluate(NO_FILL)
    return height * MM


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("lesson", lessons.numbers())
def test_a_core_page_and_a_key_are_one_sheet_and_not_a_third_empty(page, made, lesson, size):
    """A key leaves room for what a class says."""
    found = {}
    for name, kind, count, least in (("worksheet", "core", 2, 2 / 3), ("key", "key", 1, 1 / 2)):
        height = laid_out(page, made[f"{lesson}-{name}"], size)
        found[name] = page.evaluate(NATURAL, kind)
        assert len(found[name]) == page.locator(f".leaf.{kind} .lines").count() == count
        assert all(height * least <= one <= height for one in found[name]), [round(n / MM) for n in found[name]]


@pytest.mark.parametrize("lesson", lessons.numbers())
def test_the_other_questions_fill_few_sheets_and_lines_fill_the_rest(page, made, lesson):
    height = laid_out(page, made[f"{lesson}-worksheet"], "Letter")
    sheets = page.evaluate(FILLED)
    assert sheets
    for columns in sheets:
        assert len(columns) == 2
        assert max(columns) <= height - 10 * MM
        assert sum(columns) >= height, sheets
    assert page.locator(".leaf.more .column .lines").count() == 2 * len(sheets)


@pytest.mark.parametrize("lesson", lessons.numbers())
def test_a_learner_gets_fewer_than_eight_pages(page, made, lesson):
    page.set_content(made[f"{lesson}-worksheet"])
    sheets = page.locator(".leaf").count()
    assert pages(page, "A4") == pages(page, "Letter") == sheets
    assert 2 < sheets < LEARNER
    page.set_content(made[f"{lesson}-key"])
    assert pages(page, "A4") == pages(page, "Letter") == 1


@pytest.mark.parametrize("lesson", lessons.numbers())
def test_no_card_is_cut_off_and_two_lie_on_a_sheet(page, made, lesson):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round(210 * MM), "height": round(297 * MM)})
    page.set_content(made[f"{lesson}-cards"])
    assert page.evaluate(CUT) == []
    assert pages(page, "A4") == -(-len(plan.read(lesson).cards) // 2)


@pytest.mark.parametrize("name", ["worksheet", "key", "cards", "long-key"])
def test_a_handout_reads_well_on_every_screen(page, made, name):
    page.set_content(made[f"00-{name}"])
    for width in (320, 375, 690, 768, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        sizes = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert sizes[0] <= sizes[1], (width, sizes)
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []


def test_only_the_keys_tell_the_key(page, made):
    """Words as they are printed, after the script has laid out the sheets."""
    told = {}
    for name in ("worksheet", "key", "long-key"):
        page.set_content(made[f"00-{name}"])
        told[name] = page.locator("main").inner_text()
    assert all("holds in North Korea" in text for name, text in told.items() if name != "key")
    assert "This is the bridge" in told["long-key"]
    assert "repairing the argument inside the first country" in told["key"]
    assert not re.search(r"This is the bridge|repairing the argument", told["worksheet"])
    asked = {item.id for item in load.items("00") if item.type != "predict"}
    page.set_content(made["00-worksheet"])
    found = page.locator(".question").evaluate_all("(all) => all.map((one) => one.dataset.item)")
    assert sorted(found) == sorted(asked)


def test_a_browser_that_is_there_writes_the_pdf(tmp_path, chromium):
    path = tmp_path / "voting-cards.html"
    path.write_text(paper.voting_cards(), encoding="utf-8")
    assert pdf.write(pdf.browser(), path)
    content = path.with_suffix(".pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", content)) == 1
    assert b"/MediaBox [0 0 59" in content
    assert not pdf.write(str(tmp_path / "no browser"), path)
    assert not path.with_suffix(".pdf").exists()
