"""axe-core finds nothing on what the lesson shows, in JupyterLab, light and dark, before and after answering."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from support import card

OURS = {"include": [[".lesson-card"], [".lesson-table"], [".claim-map"], ["figure"]]}


def violations(page):
    found = Axe().run(page, context=OURS).response["violations"]
    return [(v["id"], v["impact"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


def open_everything(page):
    """Open each closed part, those that JupyterLab draws late included, until the picture and all cards are there."""
    page.wait_for_function("""() => {
        document.querySelectorAll(".jp-OutputArea details").forEach((part) => { part.open = true; });
        const picture = document.querySelector("figure svg.broad");
        return picture?.checkVisibility() && document.querySelectorAll(".lesson-card").length >= 20;
    }""")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_answering(lab, chromium, scheme):
    # A tall window, so that JupyterLab draws every cell.
    context = chromium.new_context(viewport={"width": 1280, "height": 12_000}, color_scheme=scheme)
    page = context.new_page()
    lab.open(page)
    assert (page.locator("body").get_attribute("data-jp-theme-light") == "true") == (scheme == "light")
    open_everything(page)
    expect(page.locator(".lesson-card")).to_have_count(29)
    assert violations(page) == []
    learner = card(page, "00-progress")
    learner.get_by_role("button", name="New learner here").click()
    for item, option in (("00-the-mark", 0), ("00-fair-on-that-day", 0)):
        found = card(page, item)
        found.locator("input[type=radio]").nth(option).check()
        found.get_by_role("button", name="Answer").click()
    found = card(page, "00-whose-sentence")
    found.get_by_role("radiogroup").first.locator("label").nth(2).click()
    found.get_by_role("button", name="Answer with 1").click()
    found = card(page, "00-which-sentence-is-missing")
    found.get_by_role("radio").first.focus()
    page.keyboard.press("Enter")
    expect(found.get_by_role("alert")).to_contain_text("Choose an answer first")
    found.locator("input[type=radio]").first.check()
    found.get_by_role("button", name="Vote", exact=True).click()
    expect(found.locator(".talk")).to_be_focused()
    assert violations(page) == []
    context.close()


def test_axe_would_find_a_slip(lab, page):
    lab.open(page)
    page.evaluate(
        "() => document.querySelectorAll('.lesson-card label').forEach((label) => label.replaceWith(...label.childNodes))"
    )
    assert {"label", "select-name"} & {name for name, _, _ in violations(page)}


def test_a_screen_reader_hears_the_question_the_options_and_the_verdict(lab, page):
    lab.open(page)
    found = card(page, "00-not-public-yet")
    expect(found.get_by_role("group", name="The acting ambassador in Kuwait")).to_be_visible()
    expect(
        found.get_by_role("radio", name="The author left out a case that speaks against his conclusion.")
    ).to_be_visible()
    expect(found.get_by_role("slider", name="How sure are you that yours is the best of the four?")).to_have_attribute(
        "aria-valuetext", "25 %"
    )
    found.get_by_role("radio").nth(2).check()
    found.get_by_role("button", name="Answer").click()
    verdict = found.get_by_role("status").filter(has_text="Not yet.")
    expect(verdict).to_be_focused()
    assert verdict.inner_text().startswith("Not yet.")
