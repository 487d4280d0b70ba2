"""The line of the course, on a plain page: where one stands, how one gets to a question, how narrow it can be."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from support import card, event, stands

import lesson
from lesson.bank import compile, load


def answers(items):
    return [event(id=f"event-{i:04d}", item=item["id"], item_version=item["version"]) for i, item in enumerate(items)]


@pytest.fixture
def line(plain):
    """Show the line of lesson 01; core and extra questions are told apart, those of other lessons stand by."""

    def show(end=False, past=()):
        return plain(lesson.progress("01", end).sheet, past, folder="learner-1", place="my-answers/learner-1")

    show.items = lesson.progress("01").sheet["items"]
    show.core = [item for item in show.items if item["lesson"] == "01" and not item["extra"]]
    show.extra = [item for item in show.items if item["lesson"] == "01" and item["extra"]]
    return show


def test_core_and_extra_are_counted_apart_and_lessons_that_are_done_are_filled(line):
    whole = [item for item in line.items if item["lesson"] == "00" and not item["extra"]]
    shown = line(past=answers([*whole, line.core[0], *line.extra[:2]]))
    expect(shown.locator(".standing")).to_have_text(stands("01", 1, 2))
    expect(shown.locator(".dots .done")).to_have_count(1)
    expect(shown.get_by_role("link", name="00 Start here: whose diplomats?: 14 of 14 answered")).to_be_visible()
    expect(shown.locator(".dots [aria-current]")).to_have_attribute("href", "01_are_they_forced.ipynb")
    expect(shown.locator(".numbers")).to_be_hidden()  # one line until somebody asks
    shown.locator("summary").click()
    expect(shown.get_by_role("link", name=f"Question {line.core[0]['number']}, answered")).to_be_visible()
    expect(shown.locator(".numbers .spare.done")).to_have_count(2)
    expect(shown.locator(".numbers li:not(.spare):not(.done)")).to_have_count(len(line.core) - 1)


def test_the_end_names_what_is_open_and_what_is_next(line):
    shown = line(end=True, past=answers(line.core[:3]))
    expect(shown.get_by_role("link", name="Next: 02 Would anyone leave?")).to_have_attribute(
        "href", "02_would_anyone_leave.ipynb"
    )
    number, item = line.core[3]["number"], line.core[3]["id"]
    open_one = shown.get_by_role("link", name=f"Question {number} is still open")
    expect(open_one).to_have_attribute("href", f"#{item}")
    expect(line(end=True, past=answers(line.core)).locator(".open")).to_be_hidden()


def test_a_number_leads_to_its_card(line, page):
    shown = line()
    sheet = compile.compile(load.item(line.core[2]["id"]))
    page.evaluate(
        "(id) => { const far = document.createElement('section'); far.dataset.item = id; far.tabIndex = -1;"
        " far.style.marginTop = '3000px'; far.textContent = 'Here'; document.body.append(far); }",
        sheet["id"],
    )
    shown.locator("summary").click()
    shown.get_by_role("link", name=f"Question {line.core[2]['number']}, still open").click()
    expect(page.get_by_text("Here", exact=True)).to_be_focused()
    expect(page.get_by_text("Here", exact=True)).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("end", [False, True])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(line, page, end, scheme):
    page.emulate_media(color_scheme=scheme)
    line(end, answers(line.core[:2]))
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    assert [v["id"] for v in found if v["id"] != "page-has-heading-one"] == []
    for width in (1280, 375, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


def test_where_nobody_is_known_no_form_stands(plain):
    shown = plain(lesson.progress("01").sheet)
    shown.locator("summary").click()
    expect(shown.get_by_text("Answers stay in this browser only.")).to_be_visible()
    expect(shown.get_by_role("button")).to_have_count(0)
    assert card(shown.page, "01-progress").count() == 1
