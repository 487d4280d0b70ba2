"""Two notebooks open at once, two kernels: one learner is one learner, and two are two."""

import json

import pytest
from playwright.sync_api import expect
from support import asked, card

TWO_SCHOOLS, VOTE = "00-the-two-schools", "00-vote-a1"
ASKED = asked("00")


@pytest.fixture
def both(lab, chromium):
    """Lesson 05 and lesson 00, each in a tab of one browser, both run as they open."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(40_000)
    last, first = context.new_page(), context.new_page()
    lab.open(last, "05_weigh_it_up.ipynb")
    lab.open(first)
    yield last, first
    context.close()


def answer(page, item, option):
    found = card(page, item)
    found.get_by_role("radio").nth(option).check()
    found.get_by_role("button", name="Answer").click()
    expect(found.locator(".saved")).to_have_text("Saved")


def test_an_answer_in_one_is_seen_in_the_other_and_a_new_learner_is_one_for_both(lab, both):
    last, first = both
    answer(first, TWO_SCHOOLS, 0)
    expect(summary(last)).to_contain_text(f"Lesson 00: 1 of {ASKED} ")  # told, without a run
    lab.run_all(last)
    expect(summary(last)).to_contain_text(f"Lesson 00: 1 of {ASKED} ")
    progress = card(first, "00-progress")
    progress.locator("summary").click()
    progress.get_by_label("Name or nickname").fill("Second")
    progress.get_by_role("button", name="New learner here").click()
    expect(progress).to_contain_text("Answers are kept for Second")
    expect(card(last, "05-progress")).to_contain_text("Answers are kept for Second")
    expect(summary(last)).to_contain_text(f"Lesson 00: 0 of {ASKED} ")
    vote = card(last, VOTE)
    vote.get_by_role("slider").first.press("ArrowRight")
    vote.locator("button[type=submit]").click()
    expect(vote.locator(".saved")).to_have_text("Saved")
    lab.wait(lambda: VOTE in text_of(lab, "learner-2"))
    assert VOTE not in text_of(lab, "learner-1")
    assert TWO_SCHOOLS in text_of(lab, "learner-1")
    assert {json.loads(path.read_text(encoding="utf-8"))["name"] for path in lab.answers.glob("*/learner.json")} == {
        "",
        "Second",
    }


def summary(page):
    """What the last lesson says of all; it stands in a part that is closed."""
    return page.locator('.lesson-card[data-item="summary"]')


def text_of(lab, folder):
    return "".join(path.read_text(encoding="utf-8") for path in (lab.answers / folder).glob("*.jsonl"))
