"""Nothing written is lost in the browser: drafts, other tabs, a refused store, answers of nobody, broken entries."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from support import ITEMS, event, item_of, questions, vectors

from lesson.bank import compile
from lesson.screen import course_line

SELF = "stay-or-leave:browser:"


@pytest.fixture
def mount(plain, tmp_path):
    """Show one item on a plain page; again, as Run All would."""
    path = questions(tmp_path, ITEMS)

    def show(item_id, past=(), **more):
        sheet = compile.compile(item_of(path, item_id))
        return plain({**sheet, "view": "ask", "number": 1, "total": 3, "notebook": "00"}, past, **more)

    show.version = lambda item_id: item_of(path, item_id).version
    return show


@pytest.fixture
def progress(plain):
    def show(**more):
        sheet = course_line.alone("00", [])
        return plain(sheet, folder="learner-1", ids=["browser"], others=[], place="my-answers/learner-1", **more)

    return show


def kept(page):
    return page.evaluate("() => Object.fromEntries(Object.entries(localStorage))")


def put(page, name, content):
    text = content if isinstance(content, str) else json.dumps(content)
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])


@pytest.mark.parametrize("case", vectors()["lines"], ids=lambda case: case["name"])
def test_the_browser_names_the_same_fields_as_python(module, case):
    found = module.evaluate("(text) => lesson.badFields(JSON.parse(text))", json.dumps(case["event"]))
    assert sorted(set(found)) == case["bad"]


def test_a_text_that_was_not_sent_is_there_after_run_all(page, mount):
    mount("00-text").get_by_label("Your text").fill("half a tho")
    card = mount("00-text")
    expect(card.get_by_label("Your text")).to_have_value("half a tho")
    card.get_by_role("button", name="Keep my text").click()
    assert [name for name in kept(page) if "draft" in name] == []


@pytest.mark.parametrize("item", ["00-number", "00-weigh", "00-ticks", "00-opinion", "00-debate"])
def test_every_kind_of_control_comes_back_as_it_was_left(page, mount, item):
    def fields(card):
        return card.locator("form").evaluate(
            "(form) => [...form.elements].filter((e) => e.matches('input, select, textarea')).map((e) => [e.value, !!e.checked])"
        )

    card = mount(item)
    for place in card.get_by_role("radiogroup").all():
        place.get_by_role("radio").nth(1).check()
    if not card.get_by_role("radiogroup").count():
        for box in card.locator("input[type=checkbox], input[type=radio]").all()[:1]:
            box.check()
    for text in card.locator("input[type=text]").all():
        text.fill("1 000")
    for slider in card.get_by_role("slider").all():
        slider.focus()
        page.keyboard.press("ArrowRight")
    before, spoken = fields(card), card.locator("output").all_inner_texts()
    card = mount(item)
    assert fields(card) == before
    assert card.locator("output").all_inner_texts() == spoken
    card.locator("button[type=submit]").click()
    expect(card.locator(".feedback, .talk")).to_be_visible()


def test_an_untouched_slider_is_still_untouched_after_run_all(mount):
    mount("00-opinion").get_by_role("slider").press("Tab")
    card = mount("00-opinion")
    expect(card.get_by_role("button", name="Vote when the slider is set")).to_be_disabled()
    card.get_by_role("slider").press("Enter")
    expect(card.get_by_role("alert")).to_contain_text("Set the slider first")


def test_a_second_try_that_was_begun_goes_on(page, mount):
    past = [event(item="00-text", item_version=mount.version("00-text"), answer="my first text")]
    card = mount("00-text", past)
    card.get_by_role("button", name="Change my answer").click()
    card.get_by_label("Your text").fill("my better text")
    card = mount("00-text", past)
    expect(card.get_by_label("Your text")).to_have_value("my better text")
    card.get_by_role("button", name="Keep my text").click()
    assert page.evaluate("sent.at(-1).event.attempt") == 2


def test_a_card_in_which_somebody_writes_is_not_drawn_over(page, mount):
    card = mount("00-text")
    card.get_by_label("Your text").fill("mine")
    other = event(item="00-text", item_version=mount.version("00-text"), answer="of another tab")
    page.evaluate("(e) => hear({ type: 'news', events: [e] })", other)
    page.evaluate("(past) => fire('change:past', { past })", [other])
    expect(card.get_by_label("Your text")).to_have_value("mine")
    card.get_by_role("button", name="Keep my text").click()
    expect(card.locator("blockquote")).to_have_text("mine")


def test_a_card_in_which_nobody_writes_shows_the_news(page, mount):
    card = mount("00-text")
    other = event(item="00-text", item_version=mount.version("00-text"), answer="of another tab")
    page.evaluate("(e) => hear({ type: 'news', events: [e] })", other)
    expect(card.locator("blockquote")).to_have_text("of another tab")


def test_a_draft_is_its_learners_own(page, mount):
    card = mount("00-text")
    card.get_by_label("Your text").fill("of the first")
    page.evaluate("() => fire('change:learner', { learner: { id: 'second-learner' }, past: [] })")
    expect(card.get_by_label("Your text")).to_have_value("")
    card.get_by_label("Your text").fill("of the second")
    page.evaluate("() => fire('change:learner', { learner: { id: 'browser' }, past: [] })")
    expect(card.get_by_label("Your text")).to_have_value("of the first")


def test_a_draft_survives_in_a_page_whose_browser_keeps_nothing(page, mount):
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    mount("00-text").get_by_label("Your text").fill("mine")
    expect(mount("00-text").get_by_label("Your text")).to_have_value("mine")


def test_the_only_copy_is_carried_over_to_whoever_has_a_folder_at_last(page, mount):
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; globalThis.silent = true; }")
    card = mount("00-ticks", id="nobody-yet")
    card.get_by_label("first").check()
    card.get_by_role("button", name="Answer").click()
    expect(card.locator(".saved")).to_contain_text("this browser keeps nothing")
    page.evaluate(
        "() => { silent = false; sent.length = 0; fire('change:learner', { learner: { id: 'somebody-1', folder: 'learner-1' }, past: [] }); }"
    )
    expect(card.locator(".feedback")).to_be_visible()
    expect(card.locator(".saved")).to_have_text("Saved")
    assert page.evaluate("sent.filter((m) => m.event).map((m) => [m.learner, m.event.answer])") == [["somebody-1", [0]]]


def test_what_one_learner_could_not_save_never_goes_to_another_and_is_there_on_return(page, mount):
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; globalThis.silent = true; }")
    card = mount("00-ticks", id="learner-aa")
    card.get_by_label("first").check()
    card.get_by_role("button", name="Answer").click()
    page.evaluate(
        "() => { silent = false; sent.length = 0; fire('change:learner', { learner: { id: 'learner-bb' }, past: [] }); }"
    )
    expect(card.locator("form")).to_be_visible()
    assert page.evaluate("sent.filter((m) => m.event)") == []
    page.evaluate("() => fire('change:learner', { learner: { id: 'learner-aa' }, past: [] })")
    expect(card.locator(".feedback")).to_be_visible()
    assert page.evaluate("sent.filter((m) => m.event).map((m) => m.learner)") == ["learner-aa"]


def test_waiting_answers_of_somebody_without_a_folder_are_offered(page, progress):
    put(page, "stay-or-leave:gone-learner:event-0001", event())
    card = progress()
    expect(card).to_contain_text("1 answers wait in this browser for a learner who has no folder here any more.")
    with page.expect_download() as download:
        card.get_by_role("link", name="Download them").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8")) == event()
    card.get_by_role("button", name="Save them as mine").click()
    expect(card).not_to_contain_text("no folder here any more")
    assert page.evaluate("sent.filter((m) => m.event).map((m) => [m.learner, m.event.id])") == [
        ["browser", "event-0001"]
    ]
    assert [name for name in kept(page) if name.startswith("stay-or-leave:")] == []


def test_what_waits_for_somebody_else_here_is_not_offered(page, progress):
    put(page, "stay-or-leave:browser:event-0001", event())
    put(page, "stay-or-leave:nobody-yet:event-0002", event(id="event-0002"))
    expect(progress()).not_to_contain_text("no folder here any more")


@pytest.mark.parametrize(
    "change",
    [{"attempt": "1"}, {"attempt": 10**4}, {"answer": "\ud800"}, {"time": "9999-99-99T00:00:00.000Z"}],
    ids=str,
)
def test_an_entry_that_cannot_be_saved_stops_no_question_and_is_offered(page, mount, progress, change):
    broken = event(item="00-text", item_version=mount.version("00-text"), **{"answer": "text", **change})
    put(page, f"{SELF}event-0001", json.dumps(broken))
    card = mount("00-text")
    card.get_by_label("Your text").fill("goes on")
    card.get_by_role("button", name="Keep my text").click()
    expect(card.locator(".saved")).to_have_text("Saved")
    assert page.evaluate("sent.map((m) => m.event.attempt)") == [1]
    card = progress()
    expect(card).to_contain_text("1 entries in this browser cannot be saved as answers.")
    card.get_by_role("button", name="Delete them here").click()
    expect(card).not_to_contain_text("cannot be saved")
    assert kept(page) == {}


def test_half_a_character_in_a_text_is_mended_and_saved(page, mount):
    card = mount("00-text")
    card.get_by_label("Your text").evaluate(
        "(e) => { e.value = 'a\\ud800b'; e.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    card.get_by_role("button", name="Keep my text").click()
    assert page.evaluate("sent.at(-1).event.answer") == "a\ufffdb"


def test_what_python_says_can_never_be_saved_is_set_aside_and_the_question_goes_on(page, mount, progress):
    page.evaluate("() => { globalThis.silent = true; }")
    card = mount("00-text")
    card.get_by_label("Your text").fill("cursed")
    card.get_by_role("button", name="Keep my text").click()
    page.evaluate("() => hear({ type: 'refused', id: sent.at(-1).event.id, reason: 'Cannot be saved.', final: true })")
    expect(card.locator("form")).to_be_visible()
    expect(card.locator(".saved")).to_contain_text("Cannot be saved.")
    card.get_by_label("Your text").fill("blessed")
    page.wait_for_timeout(600)  # two clicks in one place within half a second are one
    card.get_by_role("button", name="Keep my text").click()
    page.evaluate("() => hear({ type: 'saved', id: sent.at(-1).event.id })")
    expect(card.locator("blockquote")).to_have_text("blessed")
    with page.expect_download() as download:
        progress().get_by_role("link", name="Download them").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["answer"] == "cursed"


def test_after_the_last_reset_that_there_can_be_a_question_still_takes_an_answer(page, mount):
    version = mount.version("00-ticks")
    past = [event(item="00-ticks", item_version=version, kind="reset", attempt=9998, answer=None)]
    card = mount("00-ticks", past)
    for _ in range(2):
        card.get_by_label("second").check()
        card.get_by_role("button", name="Answer").click()
        expect(card.locator(".feedback")).to_be_visible()
        expect(card.get_by_role("button", name="Clear my answer")).to_have_count(0)
        card.get_by_role("button", name="Try again").click()
    assert page.evaluate("sent.map((m) => m.event.attempt)") == [9999, 9999]


def test_words_to_an_earlier_wording_are_shown(page, mount, plain):
    old = event(item="00-text", item_version="earlier", answer="my words of last week")
    card = mount("00-text", [old])
    expect(card).to_contain_text("an earlier wording of this question")
    expect(card.locator("blockquote")).to_have_text("my words of last week")
    graded = mount("00-ticks", [event(item="00-ticks", item_version="earlier", answer=[0])])
    expect(graded).to_contain_text("kept, and not compared with this version")
    item = {"id": "00-text", "version": mount.version("00-text"), "type": "reflect", "columns": [], "bands": [], "options": []}  # fmt: skip
    items = [{**item, "use": ["text"], "text": "Rewrite the last two sentences."}]
    summary = plain({"id": "summary", "view": "summary", "title": "Mine", "lessons": [], "items": items}, [old])
    expect(summary.locator("blockquote")).to_have_text("my words of last week")
    expect(summary).to_contain_text("(to an earlier wording)")


def test_a_paste_over_the_limit_is_not_cut_and_is_told(page, mount):
    card = mount("00-text")
    card.get_by_label("Your text").fill("x" * 10_001)
    expect(card).to_contain_text("Your text has 10001 characters. At most 10000 can be kept. Nothing was cut")
    card.get_by_role("button", name="Keep my text").click()
    expect(card.get_by_role("alert")).to_contain_text("Nothing was cut")
    expect(card.get_by_label("Your text")).to_have_value("x" * 10_001)
    assert page.evaluate("sent") == []


def test_a_double_click_on_vote_skips_no_talk(page, mount):
    page.set_viewport_size({"width": 340, "height": 900})
    card = mount("00-debate")
    card.get_by_label("the second").check()
    page.evaluate(
        """() => addEventListener("click", () => {  // whatever is drawn there, a choice lies under the second click
            const style = document.createElement("style");
            style.textContent = ".talk ~ .row button:first-child { position: fixed; inset: 0; }";
            document.head.append(style);
        })"""
    )
    card.get_by_role("button", name="Vote").dblclick()
    expect(card.locator(".talk")).to_be_visible()
    page.wait_for_timeout(600)
    page.mouse.click(100, 100)
    expect(card.get_by_role("button", name="Vote again")).to_be_visible()


def test_a_change_of_the_learner_makes_other_cards_look_at_the_disk(page, mount):
    mount("00-ticks")
    page.evaluate(
        "() => { localStorage.setItem('stay-or-leave-here', JSON.stringify({ id: 'other-learner', at: 0 }));"
        " dispatchEvent(new CustomEvent('stay-or-leave-here')); }"
    )
    assert page.evaluate("sent") == [{"type": "look"}]


def test_a_change_of_the_learner_is_told_to_other_cards(page, mount):
    mount("00-ticks")
    page.evaluate("() => { globalThis.told = 0; addEventListener('stay-or-leave-here', () => told++); }")
    page.evaluate("() => fire('change:learner', { learner: { id: 'other-learner' }, past: [] })")
    assert page.evaluate("told") == 1
    assert json.loads(kept(page)["stay-or-leave-here"])["id"] == "other-learner"


def test_another_tab_is_heard(page, mount):
    card = mount("00-ticks")
    other = page.context.new_page()
    other.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    other.goto("http://lesson.test/")
    put(other, f"{SELF}event-0001", event(item="00-ticks", item_version=mount.version("00-ticks"), answer=[0]))
    expect(card.locator(".feedback")).to_be_visible()


def test_lines_that_were_taken_out_of_the_folder_leave_the_card(page, mount):
    card = mount("00-ticks", [event(item="00-ticks", item_version=mount.version("00-ticks"), answer=[0])])
    expect(card.locator(".feedback")).to_be_visible()
    page.evaluate("() => hear({ type: 'afresh', events: [] })")
    expect(card.locator("form")).to_be_visible()


def test_the_button_of_a_class_asks_python_to_join(page, progress):
    join = {"type": "join", "folder": "the class"}
    card = progress(offer={"text": "Your class has a folder.", "button": "Join the class", "message": join})
    expect(card).to_contain_text("Your class has a folder.")
    card.get_by_role("button", name="Join the class").click()
    assert join in page.evaluate("sent")


def test_without_a_class_there_is_no_button(progress):
    expect(progress(offer={}).get_by_role("button", name="Join")).to_have_count(0)
