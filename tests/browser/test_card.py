"""Every type of question on a plain page: no JupyterLab, no kernel, a model of a few lines, the network blocked."""

import json
import re
from pathlib import Path

import pytest
import yaml
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
        return plain({**sheet, "view": "ask", "number": 1, "total": 3, "notebook": "00"}, past, **more)

    return show


def events(page):
    return [message["event"] for message in page.evaluate("sent")]


def axe(page):
    return [
        (v["id"], v["nodes"][0]["html"][:100])
        for v in Axe().run(page).response["violations"]
        if v["id"] != "page-has-heading-one"
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("item", [entry["id"] for entry in yaml.safe_load(ITEMS)])
def test_axe_finds_nothing_on_a_plain_page(page, mount, item, scheme):
    page.emulate_media(color_scheme=scheme)
    card = mount(item)
    assert axe(page) == []
    field = card.locator("input:not([type=range]), textarea").first
    if card.locator(".passage label, .typed").count():  # a place in a text, or a line
        skip = card.get_by_role("button", name="Open without guessing")
        skip.click() if skip.count() else card.locator(".passage label").first.click()
    elif card.get_by_role("radiogroup").count():
        for place in card.get_by_role("radiogroup").all():
            place.locator("label").first.click()
    elif not field.count() and card.get_by_role("slider").count():
        card.get_by_role("slider").first.press("ArrowRight")
    elif not field.count():  # cards in order: one move makes it the learner's own
        card.get_by_role("button", name="Down").first.click()
    elif field.get_attribute("type") == "radio":
        field.check()
    else:
        field.check() if field.get_attribute("type") == "checkbox" else field.fill("7")
    if card.locator("button[type=submit]").count():
        card.locator("button[type=submit]").click()
    expect(card.locator(".feedback, .talk")).to_be_focused()
    assert axe(page) == []


def test_an_estimate_is_read_as_written_and_graded_by_its_band(page, mount):
    card = mount("00-number")
    sure = card.get_by_role("slider", name="How sure are you that this estimate holds?")
    expect(sure).to_have_attribute("aria-valuetext", "12 %")
    card.get_by_label("Your number").fill("1 000")
    expect(card.locator("output").first).to_have_text("read as 1000 diplomats")
    card.get_by_role("button", name="Answer").click()
    expect(card.locator(".feedback")).to_have_text(
        re.compile(
            r"^Near\. You were 12 % sure that this estimate held\. You said 1,000 diplomats\..*Within a factor of two\."
        )
    )
    card.get_by_role("button", name="Try again").click()
    card.get_by_label("Your number").fill("300")
    page.keyboard.press("Enter")
    expect(card.locator(".feedback")).to_have_text(
        re.compile(r"^Supported\..*It fits the lists\.Missions times staff\.")
    )
    assert [(e["attempt"], e["answer"]) for e in events(page)] == [(1, 1000), (2, 300)]


def test_what_is_no_number_is_refused(page, mount):
    card = mount("00-number")
    card.get_by_label("Your number").fill("a few")
    expect(card.get_by_role("button", name="Answer when there is a number")).to_be_disabled()
    page.keyboard.press("Enter")
    expect(card.get_by_role("alert")).to_contain_text("Write a number first")
    assert events(page) == []


def test_hints_come_one_by_one_are_logged_and_stay(page, mount):
    card = mount("00-number")
    card.get_by_label("Your number").fill("20")
    card.get_by_role("button", name="Hint 1 of 2").click()
    expect(card.locator(".hints li")).to_have_text(["Think of one mission first."])
    expect(card.get_by_label("Your number")).to_have_value("20")
    card.get_by_role("button", name="Hint 2 of 2").click()
    expect(card.locator(".hints li").last).to_be_focused()
    expect(card.get_by_role("button", name="Hint")).to_have_count(0)
    past = events(page)
    assert [(e["kind"], e["answer"]) for e in past] == [("hint", 0), ("hint", 1)]
    expect(mount("00-number", past).locator(".hints li")).to_have_count(2)


def test_a_text_is_kept_as_text_and_the_rubric_comes_after(page, mount):
    card = mount("00-text")
    expect(card).not_to_contain_text("Level 1")
    hostile = "Mine <script>window.hurt=1</script> <img src=x onerror=window.hurt=1>"
    card.get_by_label("Your text").fill(hostile)
    card.get_by_role("button", name="Keep my text").click()
    expect(card.locator("blockquote")).to_have_text(hostile)
    expect(card).to_contain_text("Level 1: one side only")
    expect(card.locator(".feedback")).to_have_text(re.compile(r"^Kept\. Compare it.*A model answer\."))
    card.get_by_role("button", name="Change my answer").click()
    expect(card.get_by_label("Your text")).to_have_value(hostile)
    assert page.evaluate("() => window.hurt") is None


def test_clearing_asks_first_and_keeps_the_log(page, mount):
    card = mount("00-ticks")
    card.get_by_label("first").check()
    card.get_by_role("button", name="Answer").click()
    card.get_by_role("button", name="Clear my answer").click()
    expect(card.get_by_role("group", name="Start this question again?")).to_be_focused()
    card.get_by_role("button", name="No, keep it").click()
    expect(card.locator(".feedback")).to_have_text(re.compile("^Supported"))
    card.get_by_role("button", name="Clear my answer").click()
    card.get_by_role("button", name="Yes, start again").click()
    expect(card.get_by_label("first")).not_to_be_checked()
    card.get_by_label("second").check()
    card.get_by_role("button", name="Answer").click()
    assert [(e["kind"], e["attempt"]) for e in events(page)] == [("commit", 1), ("reset", 1), ("commit", 2)]
    expect(card).to_contain_text("You left out one that fits.")


def test_without_a_kernel_the_answer_waits_and_is_there_after_a_reload(page, mount):
    card = mount("00-ticks", dead=True)
    card.get_by_label("first").check()
    card.get_by_role("button", name="Answer").click()
    expect(card.locator(".feedback")).to_have_text(re.compile("^Supported"))
    expect(card.locator(".saved")).to_contain_text("Not saved yet")
    kept = page.evaluate("() => Object.entries(localStorage)")
    assert [json.loads(value)["item"] for _, value in kept] == ["00-ticks"]
    card = mount("00-ticks")
    expect(card.locator(".feedback")).to_have_text(re.compile("^Supported"))
    expect(card.locator(".saved")).to_have_text("Saved")
    assert page.evaluate("() => localStorage.length") == 0


@pytest.mark.parametrize("junk", ["", "{", "null", '{"v":1}', '{"v":99,"id":"x"}', "<script>"])
def test_foreign_things_in_the_browsers_store_are_left_alone(page, mount, junk):
    page.evaluate("(junk) => localStorage.setItem('stay-or-leave:browser:x', junk)", junk)
    expect(mount("00-ticks").locator("form")).to_be_visible()
    assert page.evaluate("() => localStorage.getItem('stay-or-leave:browser:x')") == junk


@pytest.mark.parametrize("width", [375, 320])
@pytest.mark.parametrize("item", [entry["id"] for entry in yaml.safe_load(ITEMS)])
def test_nothing_scrolls_sideways_on_a_phone(page, mount, item, width):
    page.set_viewport_size({"width": width, "height": 700})
    mount(item)
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_where_the_browser_keeps_nothing_the_answer_can_still_be_downloaded(page, mount):
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    card = mount("00-ticks", dead=True)
    card.get_by_label("first").check()
    card.get_by_role("button", name="Answer").click()
    expect(card.locator(".saved")).to_contain_text("this browser keeps nothing. Download your answer now.")
    with page.expect_download() as download:
        card.get_by_role("link", name="Download").click()
    (line,) = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["answer"] == [0]


def test_what_was_answered_while_there_was_no_folder_is_taken_up_and_cleared(page, mount):
    waiting = event(id="event-0009", item="00-ticks", item_version="x")
    page.evaluate("(e) => localStorage.setItem('stay-or-leave:nobody-yet:' + e.id, JSON.stringify(e))", waiting)
    page.evaluate("(e) => localStorage.setItem('stay-or-leave:another-learner:' + e.id, JSON.stringify(e))", waiting)
    mount("00-ticks", folder="learner-1")
    page.wait_for_function("() => localStorage.length === 1")
    assert page.evaluate("() => localStorage.key(0)") == "stay-or-leave:another-learner:event-0009"
    assert [e["id"] for e in events(page)] == ["event-0009"]
    assert page.evaluate("sent.map((m) => m.learner)") == ["browser"]


@pytest.mark.parametrize("answer", [None, 99, [99], {}, "text", [[0]], 1e300])
@pytest.mark.parametrize("item", ["00-ticks", "00-number", "00-debate", "00-opinion"])
def test_a_stored_answer_that_does_not_fit_is_no_answer(page, mount, tmp_path, item, answer):
    version = item_of(questions(tmp_path, ITEMS), item).version
    if item in ("00-number", "00-opinion") and answer == 99:
        return  # that one fits
    past = [
        event(item=item, item_version=version, answer=answer),
        event(id="event-0002", item=item, item_version=version, answer=answer, kind="vote", vote=1),
    ]
    expect(mount(item, past).locator("form")).to_be_visible()


def test_options_carry_the_letters_by_which_they_are_talked_about(page, mount):
    card = mount("00-debate")
    expect(card.locator("label .letter")).to_have_text(["A ", "B "])
    expect(card.get_by_role("radio", name="the second", exact=True)).to_be_visible()
    card.get_by_label("the second").check()
    card.get_by_role("button", name="Vote").click()
    expect(card.locator("ol.choices[type=A] li")).to_have_text(["the first", "the second"])
    expect(card).to_contain_text("Your first vote: B")
    expect(card).not_to_contain_text("Yes.")
    card.get_by_role("button", name="I work alone").click()
    card.get_by_label("the second").check()
    card.get_by_role("button", name="Vote again").click()
    expect(card.get_by_role("button", name="Clear my answer")).to_have_count(0)


@pytest.fixture
def marked(mount, tmp_path):
    """Show an item with an answer."""

    def show(item, answer, **more):
        version = item_of(questions(tmp_path, ITEMS), item).version
        return mount(item, [event(item=item, item_version=version, answer=answer, **more)])

    return show


def test_a_wrong_single_gives_no_key_away_and_then_names_all_that_can_be_argued(marked):
    card = marked("00-argue", 2)
    expect(card.locator(".tag")).to_have_text(["Your answer: not yet"])
    expect(card.locator(".note")).to_have_count(1)
    expect(card.locator(".mark-box.key")).to_have_count(0)
    card.get_by_role("button", name="Show every explanation").click()
    expect(card.locator(".tag")).to_have_text(
        ["Also defensible: debated", "Also defensible: debated", "Your answer: not yet"]
    )
    expect(card.locator(".note")).to_have_count(3)


def test_after_a_second_vote_the_explanation_stands_before_the_twin(marked):
    card = marked("00-debate", 0, vote=2)
    expect(card.locator(".tag")).to_have_text(["Your answer: not yet", "The key: supported"])
    expect(card.locator(".opt.supported")).to_contain_text("the second")
    expect(card.locator(".feedback .why")).to_have_text("Why.")


def test_after_a_right_single_the_others_wait_in_a_fold(marked):
    card = marked("00-debate", 1, vote=2)
    expect(card.locator(".tag")).to_have_text(["Your answer, and the key: supported"])
    fold = card.get_by_text("Why not A?")
    expect(card.get_by_text("No.", exact=True)).to_be_hidden()
    fold.click()
    expect(card.get_by_text("No.", exact=True)).to_be_visible()


def test_a_multiple_is_a_marked_sheet_and_nothing_false_is_blue(marked):
    card = marked("00-ticks", [1])
    expect(card.locator(".tally li")).to_have_text(["0 of 1 found", "1 missed", "1 too many"])
    expect(card.locator(".tag")).to_have_text(["You missed it: it fits.", "You ticked it. Not so: it does not fit."])
    expect(card.locator(".mark-box")).to_have_text(["", "✓", "✓", ""])
    expect(card.locator(".note")).to_have_text(["You left out one that fits.", "It does not."])
    expect(card.locator(".opt.supported")).to_have_count(0)
    blue = card.locator(".opt.not-yet .tag").evaluate("(e) => getComputedStyle(e).color")
    assert blue != card.locator(".opt.missed .tag").evaluate("(e) => getComputedStyle(e).color")
    expect(marked("00-ticks", [0, 1]).locator(".feedback strong")).to_have_text("In part.")
    expect(marked("00-ticks", [0]).locator(".opt.plain .tag")).to_have_text("You left it. Rightly: it does not fit.")


def test_cards_are_placed_with_one_tap_or_with_arrow_keys_and_come_back_with_the_key(page, mount):
    card = mount("00-weigh")
    send = card.get_by_role("button", name="Answer when all 2 are placed")
    expect(send).to_be_disabled()
    expect(card.get_by_role("button", name="Answer with")).to_have_count(0)
    card.get_by_role("radiogroup", name="A the first card").get_by_role("radio", name="against").click()
    expect(card.get_by_role("button", name="Answer with 1")).to_be_visible()
    expect(card.get_by_text("1 of 2 placed.")).to_be_visible()
    second = card.get_by_role("radiogroup", name="B the second card")
    second.get_by_role("radio", name="for").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(second.get_by_role("radio", name="against")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert [e["answer"] for e in events(page)] == [[[1, None], [1, 0]]]
    expect(card.locator(".tally li")).to_have_text(["0 of 2 as the key has them", "1 debated", "1 not yet"])
    expect(card.locator(".seg.key")).to_have_text(["for key", "against you, key"])
    expect(card.locator(".seg.you:not(.key)")).to_have_text("against you")
    expect(card.locator(".seg.also")).to_have_text("for debated")
    expect(card).to_contain_text("Weight: none")
    expect(card.locator(".feedback strong")).to_have_text("In part.")


def test_a_part_of_the_cards_may_be_answered(page, mount):
    card = mount("00-weigh")
    card.get_by_role("radiogroup", name="B the second card").get_by_role("radio", name="against").click()
    card.get_by_role("button", name="Answer with 1").click()
    assert [e["answer"] for e in events(page)] == [[[None, None], [1, None]]]
    expect(card.locator(".unanswered .tag")).to_have_text("You did not place it.")


def test_the_evidence_is_folded_with_its_number_before_the_buttons(marked):
    card = marked("00-ticks", [0])
    fold = card.locator("details", has=card.page.locator(".sources"))
    expect(fold.locator("summary")).to_have_text(re.compile(r"^Evidence \(\d+\)$"))
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").press("Enter")
    expect(fold.locator("li").first).to_be_visible()
    assert fold.evaluate("(e) => e.nextElementSibling.className") == "row"


def test_a_vote_is_kept_on_its_line_with_something_to_read(page, mount):
    card = mount("00-opinion")
    expect(card.get_by_role("slider")).to_have_count(1)
    card.get_by_role("slider").press("ArrowRight")
    card.get_by_role("button", name="Vote").click()
    expect(card.get_by_role("img", name="A number line from 0 to 100. You said 51.")).to_be_visible()
    expect(card.locator(".feedback")).to_have_text(re.compile(r"^Kept\. Your vote is kept: 51 of 100\..*Kept\.$"))
    assert [e["confidence"] for e in events(page)] == [None]


def test_enter_on_an_untouched_slider_votes_nothing(page, mount):
    card = mount("00-opinion")
    card.get_by_role("slider").first.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("alert")).to_contain_text("Set the slider first")
    assert events(page) == []
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert [e["answer"] for e in events(page)] == [50]


def test_many_events_of_one_item_fold(page, mount):
    count = page.evaluate(
        "() => lesson.fold(Array.from({length: 300000}, (_, i) => ({id: 'e' + i, time: 't', attempt: 1, item: 'a', item_version: 'v', kind: 'hint'})), {a: 'v'}).a.hints"
    )
    assert count == 300_000
