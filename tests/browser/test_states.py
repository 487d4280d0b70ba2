"""Every type of question in every state it can have: axe, targets, focus, zoom, narrow screens, forced colours, calm."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from support import ITEMS, questions

from lesson.publish import preview

SIZES = (
    {"width": 1280, "height": 900},
    {"width": 640, "height": 450},
    {"width": 375, "height": 800},
    {"width": 320, "height": 640},
)
CONTROLS = "button, input, select, textarea, summary, .lesson-card .opt a"


@pytest.fixture(scope="module")
def every_state(tmp_path_factory):
    """A page with one item of every type in every state."""
    return preview.preview(questions(tmp_path_factory.mktemp("course"), ITEMS))


@pytest.fixture
def states(page, every_state):
    page.route("**/*", lambda route: route.fulfill(body=every_state, content_type="text/html; charset=utf-8"))
    page.goto("http://lesson.test/")
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator(".lesson-card").count() > 40
    return page


def violations(page):
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    return [(v["id"], [node["html"][:100] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize(
    "media", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str
)
def test_axe_finds_nothing_in_any_state(states, media):
    states.emulate_media(**media)
    states.wait_for_timeout(300)  # colours fade in
    assert violations(states) == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_nothing_scrolls_sideways_and_every_target_is_large_enough(states, size):
    """640 pixels are 1280 at 200 per cent."""
    states.set_viewport_size(size)
    assert states.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    wide = states.locator(".lesson-card").evaluate_all(
        "(all) => all.filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.dataset.item)"
    )
    assert wide == []
    small = states.locator(CONTROLS).evaluate_all("""(all) => all.filter((e) => e.checkVisibility()).flatMap((e) => {
        const box = (e.closest("label") ?? e).getBoundingClientRect();
        return Math.min(box.width, box.height) < 24 ? [`${e.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`] : [];
    })""")
    assert small == []


def test_the_focus_can_be_seen_on_every_control(states):
    states.keyboard.press("Tab")  # so that the browser shows where the focus is
    unseen = states.locator(f".lesson-card :is({CONTROLS})").evaluate_all("""(all) => all.filter((e) => e.checkVisibility() && !e.disabled).flatMap((e) => {
        e.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(e);
        return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 ? [] : [e.outerHTML.slice(0, 80)];
    })""")
    assert unseen == []


def test_verdicts_keep_a_frame_and_a_word_where_colours_are_forced(states):
    states.emulate_media(forced_colors="active")
    words = {
        "supported": ("Right: it fits", "supported"),
        "not-yet": ("Not so", "not yet"),
        "debated": ("Debated", "debated"),
        "missed": ("You missed it",),
    }
    for outcome, said in words.items():
        options = states.locator(f".lesson-card .opt.{outcome}")
        assert options.count() > 0
        for width, tag in options.evaluate_all(
            "(all) => all.filter((e) => e.checkVisibility()).map((e) => [getComputedStyle(e).borderTopWidth, e.querySelector('.tag').innerText])"
        ):
            assert float(width.removesuffix("px")) >= 2
            assert any(word in tag for word in said), tag
    current = states.locator(".steps li[aria-current]").first
    assert current.evaluate("(e) => getComputedStyle(e).borderTopWidth") == "2px"


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_ask_for_calm(states, motion, moves):
    states.emulate_media(reduced_motion=motion)
    times = states.locator(".lesson-card *").evaluate_all("""(all) => all.map((e) => getComputedStyle(e))
        .map((s) => [s.transitionDuration, s.animationDuration]).flat().map(parseFloat)""")
    assert any(times) == moves
