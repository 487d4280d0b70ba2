"""pick, order and group in a real browser: with the mouse, with keys alone, at three widths, before and after."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from support import ITEMS, event, item_of, questions

from lesson.bank import compile


@pytest.fixture
def mount(plain, tmp_path):
    """Show one item on a plain page; returns what shows it, so that a test can show it again."""
    path = questions(tmp_path, ITEMS)

    def show(item_id, past=(), **more):
        sheet = compile.compile(item_of(path, item_id))
        for each in past:
            each.setdefault("item", item_id)
        card = plain({**sheet, "view": "ask", "number": 1, "total": 3, "notebook": "00"}, past, **more)
        card.page.evaluate("(version) => { globalThis.version = version; }", sheet["version"])
        return card

    return show


def kept(page):
    return [(e["kind"], e["vote"], e["answer"]) for e in (m["event"] for m in page.evaluate("sent"))]


def violations(page):
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:100]) for v in found if v["id"] != "page-has-heading-one"]


def number(card, letter, n):
    return card.get_by_role("radiogroup", name=f"Group of {letter} ").get_by_role("radio").nth(n - 1)


def answered(card, item):
    """Answer so that some of it is right and some is not."""
    if item == "00-pick":
        card.get_by_role("checkbox").nth(0).check()
        card.get_by_role("checkbox").nth(1).check()
    elif item == "00-order":
        card.get_by_role("button", name="Down: A one").click()
    else:
        for letter, n in zip("ABCD", (1, 2, 1, 1), strict=True):
            number(card, letter, n).check()
    card.locator("button[type=submit]").click()


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("item", ["00-pick", "00-order", "00-group"])
def test_nothing_is_wrong_at_any_width_before_and_after(page, mount, item, width):
    page.set_viewport_size({"width": width, "height": 800})
    card = mount(item)
    for _ in range(2):
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        if card.locator("button[type=submit]").count():
            answered(card, item)


# ---------------------------------------------------------------- pick


def test_any_place_in_a_row_ticks_it(page, mount):
    card = mount("00-pick")
    card.get_by_text("The first.").click()
    expect(card.get_by_role("checkbox", name="one", exact=True)).to_be_checked()
    card.get_by_text("The first.").click()
    expect(card.get_by_role("checkbox", name="one", exact=True)).not_to_be_checked()
    card.get_by_text("one", exact=True).click()
    expect(card.get_by_role("checkbox", name="one", exact=True)).to_be_checked()


def test_a_pick_with_the_keyboard_alone(page, mount):
    card = mount("00-pick")
    card.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert kept(page) == [("commit", None, [0, 2])]
    expect(card.locator(".feedback")).to_be_focused()
    expect(card.locator(".feedback")).to_contain_text(re.compile(r"^Supported\."))
    expect(card.locator(".tally li")).to_have_text(["2 of 2 found", "2 rightly left", "1 debated"])


def test_nothing_ticked_is_refused_in_words(page, mount):
    card = mount("00-pick")
    expect(card.get_by_role("button", name="Answer when you have ticked")).to_be_disabled()
    card.get_by_role("checkbox").first.press("Enter")
    expect(card.get_by_role("alert")).to_have_text("Tick at least one row first. Nothing was saved.")
    assert kept(page) == []


def test_a_marked_pick_says_of_each_row_what_one_did_and_why(page, mount):
    card = mount("00-pick")
    answered(card, "00-pick")
    expect(card.locator(".tally li")).to_have_text(
        ["1 of 2 found", "1 missed", "1 too many", "1 rightly left", "1 debated"]
    )
    rows = card.locator("tbody")
    expect(rows.locator(".tag")).to_have_text(
        ["You ticked it. Right: it fits.", "You ticked it. Not so: it does not fit.", "You missed it: it fits.",
         "You left it. Debated: either can be argued.", "You left it. Rightly: it does not fit."]
    )  # fmt: skip
    expect(rows.nth(1)).to_contain_text("It does not.")
    expect(card.locator(".feedback")).to_have_text(re.compile(r"^In part\..*Why\."))
    card.get_by_role("button", name="Try again").click()
    expect(card.get_by_role("checkbox").first).to_be_focused()


# ---------------------------------------------------------------- order


def letters(card):
    return [text.strip() for text in card.locator(".order > li .letter").all_text_contents()]


def test_the_moved_card_keeps_the_focus_and_says_where_it_is(page, mount):
    card = mount("00-order")
    up = card.get_by_role("button", name="Up: C three")
    up.click()
    assert letters(card) == ["A", "C", "B", "D"]
    expect(up).to_be_focused()
    expect(card.get_by_role("status").first).to_have_text("C three is now number 2 of 4.")
    page.keyboard.press("Enter")
    assert letters(card) == ["C", "A", "B", "D"]
    expect(up).to_be_disabled()
    expect(card.get_by_role("button", name="Down: C three")).to_be_focused()
    for press, order in (("ArrowDown", "ACBD"), ("ArrowDown", "ABCD"), ("ArrowUp", "ACBD")):
        page.keyboard.press(press)
        assert letters(card) == list(order), press
    expect(card.locator(".order > li.held")).to_have_count(1)
    expect(card.get_by_role("button", name="Down: D four")).to_be_disabled()


def test_an_order_that_nobody_made_is_refused_in_words(page, mount):
    card = mount("00-order")
    card.get_by_role("button", name="Vote when you have moved a card").click(force=True)
    expect(card.get_by_role("alert")).to_have_text("Move the cards into your order first. Nothing was saved.")
    assert kept(page) == []


def test_two_votes_on_an_order_tell_near_from_far(page, mount):
    card = mount("00-order")
    card.get_by_role("button", name="Down: A one").click()
    card.get_by_role("button", name="Vote", exact=True).click()
    expect(card.locator(".talk")).to_be_focused()
    expect(card.locator(".talk")).to_contain_text("Your first vote: B, A, C, D.")
    expect(card.locator("table tbody tr")).to_have_count(4)
    expect(card).not_to_contain_text("Two months.")
    card.get_by_role("button", name="I work alone: vote again").click()
    assert letters(card) == ["B", "A", "C", "D"], "one goes on from the first vote"
    expect(card.locator("fieldset button:focus")).to_have_count(1)
    card.get_by_role("button", name="Vote again").click()
    expect(card.locator(".feedback")).to_contain_text("Near. The order is B, C, A, D.")
    expect(card.locator(".order .tag")).to_have_text(
        ["In place: 1 of 4.", "One place off: it belongs at 3 of 4.", "One place off: it belongs at 2 of 4.",
         "In place: 4 of 4."]
    )  # fmt: skip
    expect(card.locator(".measure").first).to_have_text("3 years and 2 months")
    assert kept(page) == [("vote", 1, [1, 0, 2, 3]), ("commit", 2, [1, 0, 2, 3])]


def test_cards_far_from_their_place_say_how_far(page, mount):
    past = event(item_version="", answer=[3, 2, 0, 1], vote=2)
    mount("00-order")
    past["item_version"] = page.evaluate("version")
    card = mount("00-order", [past | {"item": "00-order"}])
    expect(card.locator(".order > li.not-yet .tag")).to_have_text(
        ["3 places off: it belongs at 1 of 4.", "3 places off: it belongs at 4 of 4."][::-1]
    )
    expect(card.locator(".feedback strong")).to_have_text("In part.")


# ---------------------------------------------------------------- group


def test_a_group_with_the_keyboard_alone(page, mount):
    card = mount("00-group")
    number(card, "A", 1).focus()
    for press in ("Space", "Tab", "ArrowRight", "Tab", "Space", "Tab", "ArrowRight"):
        page.keyboard.press(press)
    expect(card.get_by_role("status").first).to_have_text("4 of 4 placed.")
    page.keyboard.press("Enter")
    assert kept(page) == [("commit", None, [0, 1, 0, 1])]
    expect(card.locator(".feedback")).to_contain_text("Supported.")


def test_a_card_without_a_number_is_asked_for(page, mount):
    card = mount("00-group")
    number(card, "A", 1).check()
    expect(card.get_by_role("status").first).to_have_text("1 of 4 placed.")
    expect(card.get_by_role("button", name="Answer when all 4 are placed")).to_be_disabled()
    card.get_by_role("button", name="Answer when all 4 are placed").click(force=True)
    expect(card.get_by_role("alert")).to_have_text("Give every card a number first. Nothing was saved.")
    assert kept(page) == []


def test_one_card_astray_is_near_and_the_groups_of_the_key_are_drawn(page, mount):
    card = mount("00-group")
    answered(card, "00-group")
    expect(card.locator(".feedback strong")).to_have_text("Near.")
    expect(card.locator(".group-key > p")).to_have_text(["These belong together: A, C", "These belong together: B, D"])
    expect(card.locator(".cards li.not-yet .tag")).to_have_text("You gave it 1. It is astray.")
    expect(card.locator(".look tbody tr")).to_have_count(2)
    card.get_by_role("button", name="Try again").click()
    expect(number(card, "A", 1)).to_be_checked()
    number(card, "D", 2).check()
    card.get_by_role("button", name="Answer").click()
    expect(card.locator(".feedback strong")).to_have_text("Supported.")


def test_a_marked_card_is_there_again_after_a_reload(page, mount):
    for item in ("00-pick", "00-group"):
        card = mount(item)
        answered(card, item)
        past = [message["event"] for message in page.evaluate("sent")]
        before = card.inner_text()
        again = mount(item, past)
        expect(again.locator(".feedback")).to_be_visible()
        assert again.locator(".feedback").inner_text() in before


# ---------------------------------------------------------------- look


def test_a_verdict_has_a_word_and_a_frame_where_colours_are_forced(page, mount):
    page.emulate_media(forced_colors="active")
    card = mount("00-pick")
    answered(card, "00-pick")
    for body in card.locator("tbody").all():
        assert body.locator(".tag").inner_text()
        assert float(body.evaluate("(e) => parseFloat(getComputedStyle(e).borderLeftWidth)")) >= 2
