"""Every drawn figure in a real browser: no word cut, none on another, nothing sideways, both themes clean for axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import lesson

FIGURES = [("counts", ""), ("world", ""), ("waits", ""), ("ladder drawn", ""), ("openings drawn", ""), ("evidence picture", "A1")]  # fmt: skip
SHEET = (
    "<!doctype html><html lang=en><title>Figures</title><meta name=viewport content='width=device-width'>"
    "<style>:root {{ color-scheme: light dark }} body {{ background: Canvas; color: CanvasText; margin: 16px; font: 15px sans-serif }}</style><main>{}</main></html>"
)
MEASURE = """() => [...document.querySelectorAll("svg")].filter((svg) => getComputedStyle(svg).visibility === "visible" && svg.checkVisibility()).flatMap((svg) => {
  const { width, height } = svg.viewBox.baseVal;
  const words = [...svg.querySelectorAll("text")].map((node) => [node.textContent, node.getBBox()]);
  const cut = words.filter(([, b]) => b.x < -0.5 || b.y < -20 || b.x + b.width > width + 0.5 || b.y + b.height > height + 20);
  const meet = words.flatMap(([one, a], i) => words.slice(i + 1).filter(([, b]) =>
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 2 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 4
  ).map(([other]) => `${one} / ${other}`));
  return [...cut.map(([word]) => word), ...meet];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_are_whole_at_every_width_and_clean_in_both_themes(page, scheme):
    page.emulate_media(color_scheme=scheme)
    drawn = [lesson.show(name, claim=claim).html if claim else lesson.show(name).html for name, claim in FIGURES]
    page.set_content(SHEET.format("".join(drawn)))
    for width in (1280, 375, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(MEASURE) == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:90]) for v in found if v["id"] != "page-has-heading-one"] == []


def test_a_dot_opens_its_piece_below_by_keyboard_and_one_at_a_time(page):
    page.set_content(SHEET.format(lesson.show("evidence picture", claim="A1").html))
    dots = page.locator(".lesson-dots summary")
    dots.first.focus()
    page.keyboard.press("Enter")
    piece = page.locator(".piece:visible")
    expect(piece).to_contain_text("E-A1-01, supports, trust: medium")
    assert piece.bounding_box()["y"] > page.locator(".lesson-dots table").bounding_box()["y"]
    dots.nth(1).click()
    expect(page.locator(".piece:visible")).to_have_count(1)
    expect(page.locator(".piece:visible")).to_contain_text("E-A1-02")
