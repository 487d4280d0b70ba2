"""mark and predict on a plain page: with the mouse, with a finger, with the keyboard alone, and what is said afterwards."""

import pytest
from playwright.sync_api import expect
from support import ITEMS, event, item_of, questions

from lesson.bank import compile

LINE = [2010, 2011, 2012, 2013, 2014]


@pytest.fixture
def mount(plain, tmp_path):
    path = questions(tmp_path, ITEMS)

    def show(item_id, answer=None):
        sheet = compile.compile(item_of(path, item_id))
        past = [] if answer is None else [event(item=item_id, item_version=sheet["version"], answer=answer)]
        return plain({**sheet, "view": "ask", "number": 1, "total": 3, "notebook": "00"}, past)

    return show


def answers(page):
    return [(message["event"]["kind"], message["event"]["answer"]) for message in page.evaluate("sent")]


def until(page, name, most=12):
    """Press Tab until the focus is on what has this accessible name; no script moves it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || ''"
        )
        if name in here:
            return
    pytest.fail(f"'{name}' was not reached, the last one was '{here}'")


def pad(card):
    return card.get_by_role("slider", name="Your line from 2010 to 2014")


# ---------------------------------------------------------------- mark


def test_places_are_marked_with_the_keyboard_alone(page, mount):
    card = mount("00-places")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(card.get_by_role("checkbox").nth(0)).to_be_checked()
    expect(card.get_by_role("checkbox").nth(2)).to_be_checked()
    until(page, "Answer")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback")).to_be_focused()
    assert answers(page) == [("commit", [0, 2])]
    expect(card.locator(".tally li").first).to_have_text("1 of 1 found")


def test_one_place_moves_with_the_arrow_keys(page, mount):
    card = mount("00-place")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(card.get_by_role("radio").nth(1)).to_be_checked()
    until(page, "Vote")
    page.keyboard.press("Enter")
    expect(card.locator(".talk")).to_be_focused()
    assert answers(page) == [("vote", 1)]
    expect(card.get_by_text("Second page, in our words")).to_be_visible()
    assert card.locator(".key, .also").count() == 0


def test_a_mark_says_what_is_missing(page, mount):
    card = mount("00-places")
    expect(card.get_by_role("button", name="Answer when you have marked")).to_be_disabled()
    card.get_by_role("checkbox").first.press("Enter")
    expect(card.get_by_role("alert")).to_have_text("Mark a place in the text first. Nothing was saved.")
    assert answers(page) == []


def test_each_place_says_what_one_did_and_what_the_key_has(page, mount):
    card = mount("00-places", [1])
    assert card.locator("p.passage > .you").count() == 1
    expect(card.locator(".tally li")).to_have_text(
        ["0 of 1 found", "1 missed", "1 too many", "1 rightly left", "1 debated"]
    )
    for place, words in (
        (".missed", "You missed it: it fits."),
        (".not-yet", "You marked it. Not so: it does not fit."),
    ):
        expect(card.locator(f".opt{place} .tag")).to_have_text(words)
    expect(card.locator(".opt.missed .note")).to_have_text("You left one that needs no more.")
    assert "(the key)" in card.locator("p.passage > .key").text_content()
    assert "(can be argued too)" in card.locator("p.passage > .also").text_content()
    rest = card.get_by_text("The places that you left, rightly (1)")
    rest.click()
    expect(card.locator("details .opt .tag")).to_have_text("You left it. Rightly: it does not fit.")


def test_a_place_left_rightly_is_never_called_supported(page, mount):
    card = mount("00-places", [0])
    card.get_by_text("The places that you left, rightly (2)").click()
    for row in card.locator("details .opt").all():
        assert "supported" not in row.inner_text().lower()
        assert "supported" not in row.get_attribute("class")


# ---------------------------------------------------------------- predict: a number, a choice


def test_a_guess_is_kept_beside_the_record_for_good(page, mount):
    card = mount("00-guess")
    assert "14" not in card.inner_text()
    card.get_by_label("Your number").fill("9")
    card.get_by_role("button", name="Keep it, and open the table of departures").click()
    expect(card.locator(".compared")).to_contain_text("9 departures")
    expect(card.locator(".compared")).to_contain_text("14 of 22")
    line = card.get_by_role("img", name="A number line from 0 to 22. You said 9 departures. the record: 14 departures.")
    expect(line).to_be_visible()
    expect(card.locator(".feedback")).to_contain_text("Beside the record. A guess is kept and not graded.")
    assert answers(page) == [("commit", 9)]
    for word in ("Change my answer", "Clear my answer", "Try again"):
        assert card.get_by_role("button", name=word).count() == 0


def test_the_record_opens_without_a_guess(page, mount):
    card = mount("00-guess")
    card.get_by_role("button", name="Open without guessing").click()
    expect(card.locator(".feedback")).to_be_focused()
    expect(card.locator(".feedback")).to_contain_text("Opened without a guess.")
    expect(card.locator(".guess .said")).to_have_text("no guess")
    assert answers(page) == [("commit", "skipped")]
    assert card.locator(".pin").count() == 0


def test_a_guess_of_nothing_is_refused(page, mount):
    card = mount("00-guess")
    card.get_by_role("button", name="Keep it").click()
    expect(card.get_by_role("alert")).to_contain_text("Write a number first")
    assert answers(page) == []


def test_a_choice_stands_beside_what_was_so(page, mount):
    card = mount("00-which-day")
    card.get_by_role("radio", name="the second").check()
    card.get_by_role("button", name="Keep it, and open the record").click()
    expect(card.locator(".guess .said")).to_have_text("the second")
    expect(card.locator(".record .said")).to_have_text("both")
    expect(card.locator(".feedback")).to_contain_text("He did say it on the second day.")


@pytest.mark.parametrize(("answer", "words", "at"), [(9, "you: 9", 9 / 22), (400, "you: 400, off this line", 1)])
def test_the_pin_stands_where_the_guess_is(page, mount, answer, words, at):
    card = mount("00-guess", answer)
    expect(card.locator(".said-you")).to_have_text(words)
    pin, axis = card.locator(".pin").bounding_box(), card.locator(".axis").bounding_box()
    assert pin["x"] + pin["width"] / 2 - axis["x"] == pytest.approx(at * axis["width"], abs=1.5)


# ---------------------------------------------------------------- numeric: the line afterwards


def test_a_numeric_answer_is_seen_on_a_line_with_the_chance_of_a_blind_guess(page, mount):
    card = mount("00-number", 300)
    name = "A number line from 10 to 10,000, each step ten times the last. You said 300 diplomats. the key: 215 to 502 diplomats."
    line = card.get_by_role("img", name=name)
    expect(line).to_be_visible()
    expect(card.locator(".chance")).to_have_text(
        "A blind guess on this line lands in that range 12 times in 100. It lands there or near it 32 times in 100."
    )
    box, axis = card.locator(".number-line .found").bounding_box(), card.locator(".axis").bounding_box()
    assert (box["x"] - axis["x"]) / axis["width"] == pytest.approx(0.444, abs=0.005)
    assert box["width"] / axis["width"] == pytest.approx(0.123, abs=0.005)


def test_a_second_try_stays_worth_making(page, mount):
    card = mount("00-number", 9000)
    assert card.locator(".number-line .pin").count() == 1
    assert card.locator(".number-line :is(.found, .near)").count() == 0
    assert "215" not in card.locator(".number-line").get_attribute("aria-label")
    card.get_by_role("button", name="Show every explanation").click()
    expect(card.locator(".number-line .found")).to_have_count(1)


# ---------------------------------------------------------------- predict: a line


def test_a_line_is_drawn_with_the_keyboard_alone(page, mount):
    card = mount("00-line")
    page.keyboard.press("Tab")
    expect(pad(card)).to_be_focused()
    expect(pad(card)).to_have_attribute("aria-valuetext", "2010: not set yet")
    page.keyboard.press("ArrowUp")
    expect(pad(card)).to_have_attribute("aria-valuetext", "2010: 2,009.5 people")
    page.keyboard.press("PageDown")
    expect(pad(card)).to_have_attribute("aria-valuetext", "2010: 2,004.5 people")
    for _ in LINE:
        page.keyboard.press("ArrowRight")
    expect(pad(card)).to_have_attribute("aria-valuetext", "2014: 2,004.5 people")
    page.keyboard.press("Home")
    expect(pad(card)).to_have_attribute("aria-valuetext", "2010: 2,004.5 people")
    expect(card.get_by_text("Every year has a number.")).to_be_visible()
    until(page, "Keep it")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback")).to_be_focused()
    assert answers(page) == [("commit", [2004.5] * 5)]
    expect(card.locator(".feedback")).to_contain_text(
        "Your line lies above the record in 0 of 5 years, and below it in 5. They are furthest apart in 2014, by 9.5."
    )


def test_the_page_does_not_scroll_while_keys_draw(page, mount):
    mount("00-line")
    page.evaluate("document.body.style.height = '4000px'")
    page.keyboard.press("Tab")
    before = page.evaluate("scrollY")
    for key in ("ArrowDown", "PageDown", "End", "ArrowUp"):
        page.keyboard.press(key)
    assert page.evaluate("scrollY") == before


def drag(page, card, to, step=6):
    """Draw from the first year to the last one, at these shares of the height."""
    box = pad(card).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 5, box["y"] + box["height"] * (1 - to[0]))
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"], box["y"] + box["height"] * (1 - to[1]), steps=step)
    page.mouse.up()


@pytest.mark.parametrize("steps", [1, 12])
def test_a_line_is_drawn_with_the_mouse_and_a_fast_one_leaves_no_gap(page, mount, steps):
    card = mount("00-line")
    pad(card).scroll_into_view_if_needed()
    drag(page, card, (0.5, 1), steps)
    card.get_by_role("button", name="Keep it").click()
    ((kind, drawn),) = answers(page)
    assert kind == "commit"
    assert drawn == sorted(drawn)
    assert drawn == pytest.approx([2015, 2018.75, 2022.5, 2026.25, 2030], abs=1.9)


def test_a_line_is_drawn_with_a_finger(chromium, page, mount):
    card = mount("00-line")
    pad(card).scroll_into_view_if_needed()
    box = pad(card).bounding_box()
    session = page.context.new_cdp_session(page)
    points = [(box["x"] + box["width"] * (i + 1) / 5, box["y"] + box["height"] * 0.5) for i in range(5)]
    for i, (x, y) in enumerate(points):
        session.send(
            "Input.dispatchTouchEvent",
            {"type": "touchMove" if i else "touchStart", "touchPoints": [{"x": x - 2, "y": y}]},
        )
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert page.evaluate("scrollY") == 0
    card.get_by_role("button", name="Keep it").click()
    assert answers(page) == [("commit", pytest.approx([2015] * 5, abs=0.8))]


def test_the_numbers_can_be_typed(page, mount):
    card = mount("00-line")
    card.get_by_text("Type it instead: 5 numbers").click()
    for year in LINE[:-1]:
        card.get_by_label(str(year)).last.fill("2 012,5")
    expect(card.get_by_text("Years to go: 1.")).to_be_visible()
    card.get_by_role("button", name="Keep it").click()
    expect(card.get_by_role("alert")).to_contain_text("Give every year a number first")
    card.get_by_label("2014").last.fill("2020")
    card.get_by_role("button", name="Keep it").click()
    assert answers(page) == [("commit", [2012.5, 2012.5, 2012.5, 2012.5, 2020])]


def test_what_was_drawn_can_be_started_over(page, mount):
    card = mount("00-line")
    drag(page, card, (0.5, 1))
    expect(card.get_by_text("Every year has a number.")).to_be_visible()
    card.get_by_role("button", name="Start over").click()
    expect(card.get_by_text("Years to go: 5.")).to_be_visible()


def test_both_lines_stand_in_numbers_too(page, mount):
    card = mount("00-line", [2012, 2012, 2012, 2012, 2014])
    expect(card.get_by_role("img", name="Two lines from 2009 to 2014")).to_be_visible()
    card.get_by_text("The numbers of the drawing").click()
    rows = card.locator("table tr").all_inner_texts()
    assert [row.split() for row in rows[1:3]] == [["2009", "–", "2,009"], ["2010", "2,012", "2,010"]]
    expect(card.locator(".feedback")).to_contain_text(
        "Your line lies above the record in 2 of 5 years, and below it in 1. They are furthest apart in 2010, by 2."
    )


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("item", ["00-places", "00-guess", "00-line", "00-number"])
def test_nothing_is_cut_off_on_a_narrow_card(page, mount, item, width):
    page.set_viewport_size({"width": width, "height": 800})
    for answer in (None, {"00-places": [0, 1], "00-guess": 22, "00-line": [2029] * 5, "00-number": 300}[item]):
        card = mount(item, answer)
        frame = card.bounding_box()
        outside = card.locator("*").evaluate_all(
            """(all, [left, right]) => all.filter((e) => e.checkVisibility() && !e.closest(".sr")).filter((e) => {
                const box = e.getBoundingClientRect();
                return box.width && (box.left < left - 0.5 || box.right > right + 0.5);
            }).map((e) => `${e.className} ${e.textContent}`)""",
            [frame["x"], frame["x"] + frame["width"]],
        )
        assert outside == []
