"""The places where a lesson may be opened: Notebook 7 beside JupyterLab (a plain page has its own tests)."""

import json

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from support import card

TOP = "() => document.querySelector('.jp-WindowedPanel-outer').scrollTop"


def test_notebook_7_asks_grades_and_keeps(lab, page):
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if request.url.startswith("http") else None)
    page.goto(f"{lab.url}/notebooks/notebooks/00_start_here.ipynb")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_selector(".lesson-card")  # it runs by itself, as in JupyterLab
    lab.idle(page)
    assert page.evaluate(TOP) == 0
    found = card(page, "00-the-two-schools")
    found.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(found.get_by_role("radio").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(found.get_by_role("status").filter(has_text="Not yet.")).to_be_focused()
    expect(found.locator(".saved")).to_have_text("Saved")
    assert [(e["item"], e["answer"]) for e in map(json.loads, lab.lines())] == [("00-the-two-schools", 1)]
    assert Axe().run(page, context={"include": [[".lesson-card"]]}).response["violations"] == []
    expect(page.locator("text=Error displaying widget")).to_have_count(0)
    assert hosts == {lab.url.removeprefix("http://")}
