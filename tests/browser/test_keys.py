"""Keys that are meant for a card do nothing to the notebook around it; cards grow with what is set."""

import pytest
from playwright.sync_api import expect
from support import card

TEXT = "05-repair-the-last-lines"


@pytest.fixture(scope="module")
def opened(lab, chromium):
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    lab.open(page, "05_weigh_it_up.ipynb")
    lab.run_all(page)
    yield page
    page.context.close()


@pytest.mark.parametrize("keys", ["x", "dd", "m", "r", "b", "a"])
def test_a_key_after_a_click_on_a_cards_words_changes_no_cell(opened, keys):
    found = card(opened, TEXT)
    expect(found).to_be_visible()
    kinds = "() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].map((c) => c.className.match(/jp-(Code|Markdown|Raw)Cell/)?.[0])"
    before = opened.evaluate(kinds)
    found.locator(".meta span").first.click()
    for key in keys:
        opened.keyboard.press(key)
    opened.wait_for_timeout(300)
    assert opened.evaluate(kinds) == before
    expect(found).to_be_visible()


def test_a_mark_in_a_table_opens_its_reason_with_the_keyboard(opened):
    mark = opened.locator(".lesson-table details.mark").first
    mark.evaluate(
        "(e) => { for (let at = e.parentElement; at; at = at.parentElement) if (at.matches('details')) at.open = true; }"
    )
    mark.locator("summary").focus()
    opened.keyboard.press("Enter")
    expect(mark).to_have_attribute("open", "")
    expect(opened.locator(".jp-Notebook.jp-mod-editMode")).to_have_count(0)
    opened.keyboard.press("Space")
    expect(mark).not_to_have_attribute("open", "")


def test_undo_in_a_text_undoes_the_text_alone(opened):
    found = card(opened, TEXT)
    text = found.get_by_label("Your text")
    text.click()
    opened.keyboard.type("mine")
    opened.keyboard.press("Control+z")
    expect(text).not_to_have_value("mine")
    opened.keyboard.type("again")
    sources = "() => [...document.querySelectorAll('.jp-Notebook .jp-CodeCell .cm-content')].map((c) => c.innerText)"
    before = opened.evaluate(sources)
    for _ in range(4):
        opened.keyboard.press("Control+z")
    assert opened.evaluate(sources) == before


def test_cards_grow_with_the_font_size_of_the_notebook(opened):
    size = "(e) => parseFloat(getComputedStyle(e).fontSize)"
    found = card(opened, TEXT)
    before, small = found.evaluate(size), found.locator(".meta").evaluate(size)
    opened.evaluate("() => document.documentElement.style.setProperty('--jp-content-font-size1', '21px')")
    assert found.evaluate(size) == pytest.approx(1.5 * before, rel=0.01)
    assert found.locator(".meta").evaluate(size) == pytest.approx(1.5 * small, rel=0.01)
    opened.evaluate("() => document.documentElement.style.removeProperty('--jp-content-font-size1')")
    opened.evaluate("() => { document.documentElement.style.fontSize = '32px'; }")  # the browser's own text size
    assert found.evaluate(size) == pytest.approx(2 * before, rel=0.01)
    opened.evaluate("() => { document.documentElement.style.fontSize = ''; }")
