"""A newcomer's way through lesson 00, in a real JupyterLab in a real browser, with the keyboard."""

import json
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from support import card, stands

TWO_SCHOOLS, MISSING, MATCH, VOTE = (
    "00-the-two-schools",
    "00-which-sentence-is-missing",
    "00-whose-sentence",
    "00-vote-a1",
)
THE_MARK, HIDDEN, FAIR, PROGRESS = "00-the-mark", "00-not-public-yet", "00-fair-on-that-day", "00-progress"


def test_the_lesson_opens_quietly_and_asks_no_other_host(lab, page):
    errors, hosts = [], set()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if request.url.startswith("http") else None)
    lab.open(page)
    expect(page.get_by_role("heading", name="00 Start here: whose diplomats?")).to_be_visible()
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(page.locator("text=Error displaying widget")).to_have_count(0)
    expect(page.locator("text=official Jupyter news")).to_have_count(0)
    expect(card(page, VOTE)).to_be_visible()
    page.wait_for_timeout(1500)
    expect(page.locator(".Toastify__toast")).to_have_count(0)
    assert hosts == {lab.url.removeprefix("http://")}
    assert errors == []


def answer_by_keyboard(page, found, downs):
    """Choose an option with the arrow keys, set how sure, answer; no mouse."""
    found.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    for _ in range(downs):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_an_answer_by_keyboard_is_there_after_everything_was_closed(lab, page):
    lab.open(page)
    found = card(page, TWO_SCHOOLS)
    answer_by_keyboard(page, found, downs=0)
    feedback = found.locator(".feedback")
    expect(feedback).to_be_focused()
    expect(feedback).to_have_text(re.compile(r"^Supported\. You were 30 % sure that yours was the best\."))
    expect(found.locator(".saved")).to_have_text("Saved")
    lines = [json.loads(line) for line in lab.lines()]
    assert [(line["item"], line["answer"], line["confidence"]) for line in lines] == [(TWO_SCHOOLS, 0, 30)]
    page.keyboard.press("Control+s")
    page.wait_for_timeout(1500)
    stored = (lab.project / "notebooks/00_start_here.ipynb").read_text(encoding="utf-8")
    assert "widget-view" not in stored
    assert "At my school" in stored
    copied = lab.project / "notebooks/a_copy.ipynb"  # no lesson by its name, so it is not run
    copied.write_text(stored, encoding="utf-8")
    lab.stop()
    lab.start()
    lab.open(page, copied.name)
    expect(page.locator("text=Error displaying widget")).to_have_count(0)
    expect(
        page.locator(".jp-OutputArea", has_text="At my school").locator("text=To answer, run this cell")
    ).to_have_count(1)
    expect(page.locator(".lesson-card")).to_have_count(0)
    lab.open(page)
    expect(card(page, TWO_SCHOOLS).locator(".feedback")).to_have_text(re.compile(r"^Supported\."))
    assert len(lab.lines()) == 1


@pytest.fixture(scope="module")
def opened(lab, chromium):
    """Lesson 00, opened and run once for the tests that each answer a question of their own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    lab.open(page)
    yield page
    context.close()


def test_arrows_stay_in_the_question_and_shortcuts_still_work(opened):
    found = card(opened, "00-the-mark")
    radios = found.locator("input[type=radio]")
    radios.first.focus()
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowDown")
    expect(radios.nth(2)).to_be_checked()
    expect(radios.nth(2)).to_be_focused()
    opened.keyboard.press("Control+b")
    expect(opened.locator("#jp-left-stack")).to_be_hidden()
    opened.keyboard.press("Control+b")


def test_an_empty_answer_is_refused_and_saves_nothing(lab, opened):
    before = len(lab.lines())
    for words, says in (
        (MATCH, "Place the cards first"),
        (VOTE, "Set the slider first"),
        (FAIR, "Choose an answer first"),
    ):
        found = card(opened, words)
        found.locator("button[type=submit]").focus()
        opened.keyboard.press("Enter")
        expect(found.get_by_role("alert")).to_contain_text(says)
        expect(found.locator(".feedback")).to_have_count(0)
    assert len(lab.lines()) == before


def test_two_votes_with_talk_between_and_no_key_before_the_second(lab, opened):
    found = card(opened, MISSING)
    found.locator("input[type=radio]").nth(0).check()
    found.get_by_role("button", name="Vote", exact=True).click()
    expect(found.locator(".talk")).to_be_focused()
    expect(found).to_contain_text("Your first vote: A (25 %).")
    for word in ("Supported", "Not yet", "This is the bridge", "Evidence"):
        expect(found).not_to_contain_text(word)
    lab.run_all(opened)  # the closed vote stays closed
    found = card(opened, MISSING)
    expect(found.locator("input[type=radio]")).to_have_count(0)
    found.get_by_role("button", name="I work alone").click()
    found.locator("input[type=radio]").nth(2).check()
    found.get_by_role("button", name="Vote again").click()
    expect(found.locator(".feedback")).to_have_text(re.compile(r"^Supported\."))
    expect(found).to_contain_text("Your second vote: C (25 %).")
    expect(found).to_contain_text("Now answer the next question alone")
    expect(found.locator(".saved")).to_have_text("Saved")
    votes = [json.loads(line) for line in lab.lines() if MISSING in line]
    assert [(v["kind"], v["vote"], v["answer"]) for v in votes] == [("vote", 1, 0), ("commit", 2, 2)]


def test_an_opinion_is_kept_and_not_graded(opened):
    found = card(opened, VOTE)
    found.locator("input[type=range]").first.focus()
    opened.keyboard.press("ArrowRight")
    found.get_by_role("button", name="Vote").click()
    expect(found.locator(".feedback")).to_have_text(re.compile(r"^Kept\. Your vote is kept: 51 of 100\."))
    expect(found).to_contain_text("You vote again in lesson 05")


def test_a_match_is_answered_on_buttons_and_a_part_is_called_a_part(opened):
    found = card(opened, MATCH)
    for number, column in enumerate([2, 0, 0, 1, 0]):
        if number == 4:
            expect(found.get_by_role("button", name="Answer when all 5 are placed")).to_be_disabled()
        found.get_by_role("radiogroup").nth(number).locator("label").nth(column).click()
    found.get_by_role("button", name="Answer").click()
    expect(found.locator(".feedback")).to_have_text(re.compile(r"^In part\."))
    expect(found.locator(".tally li")).to_have_text(["2 of 5 as the key has them", "2 debated", "1 not yet"])
    expect(found.locator(".seg.key")).to_have_count(5)
    found.get_by_role("button", name="Try again").click()
    expect(found.locator("input:checked")).to_have_count(0)


def run_in_kernel(page, code):
    """Run code in a new cell at the end of the lesson, as somebody who tries things would."""
    page.locator(".jp-Notebook .jp-Cell").last.scroll_into_view_if_needed()
    page.locator(".jp-Notebook .jp-Cell .jp-Collapser").last.click()
    page.locator(".jp-Notebook").press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(code)
    page.keyboard.press("Control+Enter")


def test_twenty_answers_while_the_kernel_is_busy_are_twenty_lines(lab, page):
    lab.open(page)
    found = card(page, THE_MARK)
    expect(found.locator("form")).to_be_visible()
    before = len(lab.lines())
    go_on = lab.project / "go-on"
    run_in_kernel(page, f"import time, pathlib\nwhile not pathlib.Path({str(go_on)!r}).exists(): time.sleep(0.05)")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='busy']")
    found = card(page, THE_MARK)
    for _ in range(20):
        found.locator("input[type=radio]").nth(0).check()
        found.get_by_role("button", name="Answer").click()
        expect(found.locator(".feedback")).to_have_text(re.compile(r"^Not yet\."))
        found.get_by_role("button", name="Try again").click()
    assert len(lab.lines()) == before
    expect(found.locator(".saved")).to_contain_text("Not saved yet")
    go_on.touch()
    lab.wait(lambda: len(lab.lines()) == before + 20)
    expect(found.locator(".saved")).to_have_text("Saved")
    ids = [json.loads(line)["id"] for line in lab.lines()]
    assert len(set(ids)) == len(ids)
    attempts = [json.loads(line)["attempt"] for line in lab.lines() if THE_MARK in line]
    assert attempts == list(range(1, 21))


def test_answers_given_while_the_kernel_is_dead_arrive_after_the_restart(lab, page):
    lab.open(page)
    found = card(page, HIDDEN)
    expect(found.locator("form")).to_be_visible()
    before = len(lab.lines())
    lab.kill_kernels()
    page.get_by_role("dialog").get_by_role("button", name="Ok").click()
    found = card(page, HIDDEN)
    found.locator("input[type=radio]").nth(1).check()
    found.get_by_role("button", name="Answer").click()
    expect(found.locator(".feedback")).to_have_text(re.compile(r"^Supported\."))
    expect(found.locator(".saved")).to_contain_text("Not saved yet")
    assert len(lab.lines()) == before
    lab.run_all(page)
    lab.wait(lambda: len(lab.lines()) == before + 1)
    lab.wait(lambda: card(page, HIDDEN).locator(".feedback").count())  # JupyterLab may take a cell out of sight again
    expect(card(page, HIDDEN).locator(".feedback")).to_have_text(re.compile(r"^Supported\."))
    assert page.evaluate("() => Object.keys(localStorage).filter((k) => k.startsWith('stay-or-leave')).length") == 0


def test_where_nothing_can_be_written_the_lesson_goes_on_and_offers_the_answers(lab, page):
    lab.open(page)
    run_in_kernel(page, "from lesson.screen import card; card.log()._file = __import__('pathlib').Path('.')")
    found = card(page, FAIR)
    found.locator("input[type=radio]").nth(1).check()
    found.get_by_role("button", name="Answer").click()
    expect(found.locator(".saved")).to_contain_text("the folder of answers cannot be written")
    with page.expect_download() as download:
        found.get_by_role("link", name="Download answers that are not saved").click()
    (line,) = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["item"] == FAIR


HOSTILE = '"><img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'


def test_another_learner_starts_afresh_and_a_hostile_name_is_text(lab, page):
    lab.open(page)
    expect(card(page, TWO_SCHOOLS).locator(".feedback")).to_be_visible()
    progress = card(page, PROGRESS)
    progress.locator("summary").click()
    progress.get_by_label("Name or nickname").fill(HOSTILE)
    progress.get_by_role("button", name="New learner here").click()
    expect(progress).to_contain_text(f"Answers are kept for {HOSTILE}, in my-answers/learner-2.")
    expect(progress).to_contain_text(stands("00", 0))
    expect(progress.locator(".kept-for")).to_be_focused()
    expect(card(page, TWO_SCHOOLS).locator("form")).to_be_visible()
    progress.get_by_label("Go on as").select_option("learner-1")
    progress.get_by_role("button", name="Go on", exact=True).click()
    expect(card(page, TWO_SCHOOLS).locator(".feedback")).to_be_visible()
    assert page.evaluate("() => window.hurt") is None


def test_hostile_markup_in_a_question_is_text_on_the_screen(lab, page):
    bank = lab.project / "course/00_start_here/questions.yaml"
    before = bank.read_text(encoding="utf-8")
    bank.write_text(
        before.replace("stem: >-\n    After the London", f"stem: >-\n    {HOSTILE} After the London"),
        encoding="utf-8",
    )
    try:
        lab.open(page)
        lab.run_all(page)  # the kernel that is here holds the question as it was
        found = card(page, THE_MARK)
        expect(found).to_contain_text(HOSTILE)
        page.wait_for_timeout(500)
        assert page.evaluate("() => window.hurt") is None
        assert found.locator("img, script").count() == 0
    finally:
        bank.write_text(before, encoding="utf-8")


def test_on_a_phone_nothing_scrolls_sideways(lab, chromium):
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    lab.open(page)
    for width in (375, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(1000)
        wide = page.evaluate(
            "() => [...document.querySelectorAll('.lesson-card')].filter((c) => c.scrollWidth > c.clientWidth + 1).map((c) => c.innerText.slice(0, 60))"
        )
        assert page.locator(".lesson-card").count() > 2
        assert wide == [], width
    context.close()


def test_the_answers_of_the_tests_are_nobodys(lab):
    assert str(lab.answers).startswith(str(lab.project))
    assert os.listdir(lab.answers)
