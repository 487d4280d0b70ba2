"""Board and projector in a real browser: large enough for the last row, and nothing that axe finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe

import lesson
from lesson.school.phases import PHASES

ITEM = "00-which-sentence-is-missing"
SMALLEST = 19
SIZES = """() => [...document.querySelectorAll(".slide *")]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
    .map((e) => parseFloat(getComputedStyle(e).fontSize))"""


def show(page, html):
    page.set_content(
        f"<!doctype html><html lang=en><title>Class</title><body data-jp-theme-light=true><main>{html}</main>"
    )


def violations(page):
    found = Axe().run(page, context={"include": [[".school"]]}).response["violations"]
    return [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("width", [1280, 375])
def test_each_phase_is_large_and_fits(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    projector = lesson.projector(ITEM)
    for name in PHASES:
        show(page, projector.html())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        sizes = page.evaluate(SIZES)
        assert len(sizes) > 4
        assert min(sizes) >= SMALLEST - (3 if width < 1280 else 0), (name, min(sizes))
        assert violations(page) == []
        projector._press(None)


def test_the_board_is_readable_and_every_picture_has_its_table(page):
    show(page, lesson.board("00").html())
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert violations(page) == []
    for picture in page.locator(".tracks").all():
        assert picture.get_attribute("aria-hidden") == "true"
        rows = (
            picture.locator("xpath=ancestor::div[contains(@class, 'panels')]").locator("table").last.locator("tbody tr")
        )
        assert rows.count() == picture.locator("li").count()
