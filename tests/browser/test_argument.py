"""The drawn argument on a plain page: what falls when an arrow breaks, by keyboard, wide and narrow, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from support import HOME, event

from lesson.bank import journey
from lesson.screen.explore import explore

CLAIMS = [
    {"id": "C1", "rests": []},
    {"id": "C4", "rests": ["C1"]},
    {"id": "B1", "rests": []},
    {"id": "C5", "rests": ["C4", "B1"]},
    {"id": "C6", "rests": ["C5"]},
]


@pytest.fixture
def card(plain):
    """The map of this course after four first votes of 70."""
    votes = [journey.part(item) for _, item in journey.votes()]
    past = [
        event(id=f"event-{n:04d}", item=v["id"], item_version=v["version"], kind="vote", vote=1, answer=70)
        for n, v in enumerate(votes)
    ]
    return plain(explore("map").sheet, past)


@pytest.fixture
def module(page, plain):
    """A page on which `lesson` is map.js."""
    plain(explore("map").sheet)
    return page


@pytest.mark.parametrize(
    ("broken", "wanted"),
    [
        ([], "stands stands stands stands stands"),
        (["B1>C5"], "stands stands stands weakened weakened"),
        (["C1>C4"], "stands unsupported stands weakened weakened"),
        (["C4>C5", "B1>C5"], "stands stands stands unsupported unsupported"),
        (["C5>C6"], "stands stands stands stands unsupported"),
    ],
)
def test_what_falls_when_an_arrow_breaks(module, broken, wanted):
    made = module.evaluate("([claims, broken]) => lesson.standing(claims, new Set(broken))", [CLAIMS, broken])
    assert " ".join(made[claim["id"]] for claim in CLAIMS) == wanted


def test_claims_that_lean_on_each_other_end(module):
    claims = [{"id": "A", "rests": ["B"]}, {"id": "B", "rests": ["A"]}]
    assert module.evaluate("(claims) => lesson.standing(claims, new Set(['A>B']))", claims)["B"] == "unsupported"


def test_what_is_lost_and_what_only_leans_are_told_apart(module):
    ask = "([claims, id]) => { const b = new Set(['B1>C5']); return lesson.loss(claims.find((c) => c.id === id), lesson.standing(claims, b), b); }"
    assert module.evaluate(ask, [CLAIMS, "C5"]) == {"state": "weakened", "lost": ["B1"], "leans": []}
    assert module.evaluate(ask, [CLAIMS, "C6"]) == {"state": "weakened", "lost": [], "leans": ["C5"]}


BOX = {"w": 100, "h": 40}


@pytest.mark.parametrize(
    ("to", "up", "d", "mid"),
    [
        ((200, 0), False, "M100 20C145.5 20 145.5 20 191 20H197", [145.5, 20]),
        ((200, -100), True, "M100 20H250V-57", [250, -18.5]),
        ((0, -100), False, "M50 0V-57", [50, -28.5]),
        ((0, 100), False, "M50 40V97", [50, 68.5]),
    ],
    ids=["to the right", "up from below", "straight up", "straight down"],
)
def test_a_line_ends_at_its_box_and_its_button_sits_on_its_middle(module, to, up, d, mid):
    places = [{**BOX, "x": 0, "y": 0}, {**BOX, "x": to[0], "y": to[1]}, up]
    made = module.evaluate("([from, to, up]) => lesson.line(from, to, { up })", places)
    assert (made["d"], made["mid"]) == (d, mid)


def test_lines_that_arrive_at_one_side_are_kept_apart_in_their_order(module):
    places = {name: {**BOX, "x": 0, "y": y} for name, y in (("A", 200), ("B", 0), ("C", 100))}
    arrows = [{"from": name, "to": "T", "end": "T", "over": False, "up": False} for name in "ABC"]
    places["T"] = {**BOX, "x": 300, "y": 100}
    assert module.evaluate("([a, p]) => lesson.shifts(a, p)", [arrows, places]) == [18, -18, 0]


def centre(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_key_breaks_the_bridge_and_what_falls_is_seen_on_one_screen(card, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    here = {name: centre(card.get_by_role("group", name=name)) for name in ("C4 The best", "B1", "C5", "London")}
    assert here["C4 The best"][0] < here["B1"][0] < here["C5"][0]
    assert here["London"][1] > here["C5"][1]
    arrow = card.get_by_role("button", name="B1 The bridge → C5 They hardly leave: break this arrow")
    assert here["B1"][0] < centre(arrow)[0] < here["C5"][0]
    arrow.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("button", pressed=True)).to_be_focused()
    said = card.get_by_role("status").first
    expect(said).to_contain_text("C5 They hardly leave has lost 1 of 3 supports. C6 Happy leans on a weaker C5")
    expect(said).to_contain_text("may still be true")
    expect(card.get_by_role("group", name="C5")).to_contain_text("lost 1 of 3 supports")
    assert said.bounding_box()["y"] + said.bounding_box()["height"] <= 800
    assert page.evaluate("scrollY") == 0
    card.get_by_role("button", name="C5 They hardly leave → C6 Happy: break this arrow").click()
    expect(card.get_by_role("group", name="C6 Happy")).to_contain_text("no support left in the map")
    card.get_by_role("button", name="Mend all arrows").click()
    expect(said).to_contain_text("No arrow is broken.")
    expect(card.locator(".fallen")).to_have_count(0)


def test_a_narrow_card_is_a_column_in_reading_order_and_says_what_falls_in_sight(card, page):
    page.set_viewport_size({"width": 375, "height": 700})
    boxes = card.locator(".claim, .arrow")
    tops = [box.bounding_box()["y"] for box in boxes.all()]
    assert tops == sorted(tops)
    assert {round(box.bounding_box()["x"]) for box in card.locator(".claim").all()} == {21}
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    card.get_by_role("button", name="C4 The best → C5 They hardly leave: break this arrow").click()
    said = card.get_by_role("status").first.bounding_box()
    assert said["y"] >= 0
    assert said["y"] + said["height"] <= 700


def test_votes_have_their_words_and_the_list_takes_those_that_no_lesson_asks_for(card, page):
    expect(card.get_by_role("group", name="C6 Happy")).to_contain_text("you: hold it, 70")
    expect(card.get_by_role("group", name="London")).to_contain_text("no claim of his")
    card.get_by_text("The map in words").click()
    expect(card.get_by_role("listitem").filter(has_text="C5 They hardly leave (North Korea)")).to_contain_text(
        "Rests on C4 The best, B1 The bridge, The London case. Speaks against A2 Anyone."
    )
    card.get_by_role("combobox", name="Your view of B1").select_option(label="I doubt it")
    expect(card.get_by_role("group", name="B1 The bridge")).to_contain_text("you: doubt it, 0")
    expect(card.get_by_role("combobox", name="Your view of B1")).to_be_focused()
    assert [message["event"]["item"] for message in page.evaluate("sent")] == ["map-B1"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing_before_and_after(card, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    card.get_by_text("The map in words").click()
    for _ in range(2):
        found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:90]) for v in found if v["id"] != "page-has-heading-one"] == []
        card.locator(".arrow").first.press("Enter")


def test_the_map_is_no_part_of_the_bundle_that_every_card_loads():
    screen = HOME / "notebooks/lesson/screen"
    assert "mapBreak" not in (screen / "lesson.js").read_text(encoding="utf-8")
    assert "mapBreak" in (screen / "map.js").read_text(encoding="utf-8")
