"""A lesson is opened, and that is all: it runs, stays at the top, and shows no code. Other notebooks are left alone."""

import json
import time

import nbformat
import pytest
from playwright.sync_api import expect
from support import card

FIRST, PROGRESS = "00-whose-love", "00-progress"
SCROLL = "document.querySelector('.jp-Notebook .jp-WindowedPanel-outer, .jp-WindowedPanel-outer').scrollTop"
FURTHEST = (
    "() => { globalThis.furthest = 0; setInterval(() => {"
    f"  const at = document.querySelector('.jp-WindowedPanel-outer') ? {SCROLL} : 0;"
    "  furthest = Math.max(furthest, at); }, 20); }"
)
LONGEST_LINE = """() => {
    const range = document.createRange();
    let longest = 0;
    for (const block of document.querySelectorAll(".jp-MarkdownCell :is(p, li)")) {
        const lines = new Map();
        const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            for (let i = 0; i < walk.currentNode.length; i++) {
                range.setStart(walk.currentNode, i);
                range.setEnd(walk.currentNode, i + 1);
                const { width, bottom } = range.getBoundingClientRect();
                const line = Math.round(bottom / 8);
                if (width) lines.set(line, (lines.get(line) ?? 0) + 1);
            }
        }
        longest = Math.max(longest, ...lines.values());
    }
    return longest;
}"""
BY_HAND = "Run All Cells"


def by_hand(page):
    """The line that says how to run a lesson by hand."""
    return page.locator(".jp-MarkdownCell", has=page.locator("strong", has_text=BY_HAND))


def made(lab, name, *cells):
    """Write a notebook below the server's root: Markdown where a cell begins with #, else code with its text stored."""
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    for source in cells:
        new = nbformat.v4.new_markdown_cell if source.startswith("#") else nbformat.v4.new_code_cell
        notebook.cells.append(new(source))
        if not source.startswith("#"):
            notebook.cells[-1].metadata["jupyter"] = {"source_hidden": True}
            notebook.cells[-1].outputs = [nbformat.v4.new_output("stream", text="as it was stored\n")]
    path = lab.project / name
    path.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, path)
    return path


@pytest.fixture(scope="module")
def cold(lab, chromium):
    """Lesson 00 in a fresh copy of the project: opened, and nothing else."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.add_init_script(f"({FURTHEST})()")
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
    page.began = time.monotonic()
    page.goto(f"{lab.url}/lab/tree/notebooks/00_start_here.ipynb")
    page.wait_for_selector(".lesson-card")
    page.seconds = time.monotonic() - page.began
    lab.idle(page)
    yield page
    context.close()


def test_a_lesson_opened_cold_is_there_without_a_click_and_stays_at_the_top(cold):
    assert cold.seconds < 20  # 5 s where nothing else runs
    assert cold.locator(".lesson-card").count() > 2
    assert cold.evaluate("furthest") == 0
    expect(cold.get_by_role("heading", name="00 Start here: whose diplomats?")).to_be_in_viewport()
    expect(by_hand(cold)).to_be_hidden()
    assert cold.errors == []


def test_the_first_answer_takes_two_actions(lab, cold):
    found = card(cold, FIRST)
    found.locator("input[type=radio]").first.check()
    found.get_by_role("button", name="Keep it").click()
    expect(found.locator(".saved")).to_have_text("Saved")
    assert [json.loads(line)["item"] for line in lab.lines()] == [FIRST]


def test_prose_is_read_in_lines_of_at_most_75_characters(cold):
    assert 40 < cold.evaluate(LONGEST_LINE) <= 75


def test_code_is_out_of_sight_until_somebody_asks_and_that_is_remembered(lab, cold):
    cold.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")
    stored = (lab.project / "notebooks/00_start_here.ipynb").read_text(encoding="utf-8")
    code = cold.locator(".jp-CodeCell .jp-InputArea-editor", has_text="import lesson")
    prompt = cold.locator(".jp-CodeCell .jp-InputPrompt, .jp-CodeCell .jp-OutputPrompt").locator("visible=true")
    expect(code).to_have_count(0)
    expect(prompt).to_have_count(0)
    cold.get_by_role("button", name="Show the code").focus()
    cold.keyboard.press("Enter")
    expect(code).to_be_visible()
    expect(prompt.first).to_be_visible()
    cold.keyboard.press("Control+s")
    lab.open(cold)
    expect(code).to_be_visible()
    cold.get_by_role("button", name="Hide the code").click()
    expect(code).to_have_count(0)
    now = (lab.project / "notebooks/00_start_here.ipynb").read_text(encoding="utf-8")
    assert now.count("source_hidden") == stored.count("source_hidden")


def test_a_second_opening_runs_nothing_and_shows_cards_and_answers(lab, cold):
    sent = []

    def count(frame):
        text = frame if isinstance(frame, str) else frame.decode(errors="ignore")
        if '"execute_request"' in text:
            sent.append(text)

    cold.on("websocket", lambda socket: socket.on("framesent", count))
    lab.open(cold)
    expect(cold.locator(".lesson-card")).to_have_count(29)
    expect(card(cold, FIRST)).to_contain_text("Beside the record.")
    expect(by_hand(cold)).to_be_hidden()
    assert len(sent) == 1  # what has been drawn?
    assert "lesson.screen.card" in sent[0]
    found = card(cold, "00-the-two-schools")  # and it goes on: a new answer is graded and kept
    found.locator("input[type=radio]").first.check()
    found.get_by_role("button", name="Answer").click()
    expect(found.locator(".saved")).to_have_text("Saved")


def test_a_number_leads_to_its_question_in_a_closed_part_and_next_opens_the_next_lesson(lab, page):
    """The last thing: it leaves the page at another lesson."""
    lab.open(page, unfold=False)
    line = card(page, PROGRESS)
    line.locator("summary").click()
    line.get_by_role("link", name="Question 18, still open").click()
    extra = page.locator('.lesson-card[data-item="00-on-one-origin"]')
    expect(extra).to_be_in_viewport()
    expect(extra).to_be_focused()
    end = card(page, "00-end")
    end.get_by_role("link", name="Next: 01").click()
    page.get_by_role("tab", name="01_are_they_forced.ipynb").wait_for()
    expect(
        page.get_by_role("tab", name="00_start_here.ipynb")
    ).to_be_visible()  # in a tab beside, nothing is loaded anew


@pytest.mark.parametrize("name", ["theirs/00_notes.ipynb", "notebooks/my_notes.ipynb"])
def test_a_notebook_that_is_no_lesson_is_not_touched(lab, page, name):
    ran = lab.project / "it-ran"
    made(lab, name, f"# Notes\n\nChoose **{BY_HAND}**.", f"open({str(ran)!r}, 'w').close()")
    page.goto(f"{lab.url}/lab/workspaces/foreign/tree/{name}?reset")
    page.get_by_text("Python 3 (ipykernel) | Idle").first.wait_for(state="attached")
    lab.wait(lab.connected)
    page.wait_for_timeout(1500)
    assert not ran.exists()
    expect(page.get_by_text("as it was stored")).to_be_visible()
    expect(by_hand(page)).to_be_visible()
    expect(page.locator(".lesson-page, .lesson-code-button, .lesson-code")).to_have_count(0)


def test_a_cell_that_fails_leaves_the_line_and_what_ran_before_it(lab, page):
    made(
        lab, "notebooks/97_fails.ipynb", f"# Fails\n\nChoose **{BY_HAND}**.", "print('one')", "1 / 0", "print('three')"
    )
    page.goto(f"{lab.url}/lab/workspaces/fails/tree/notebooks/97_fails.ipynb?reset")
    page.get_by_text("ZeroDivisionError").first.wait_for()
    expect(by_hand(page)).to_be_visible()
    expect(page.locator(".jp-OutputArea-output", has_text="one").first).to_be_visible()
    page.get_by_role("button", name="Show the code").click()
    expect(page.locator(".jp-InputArea-editor", has_text="1 / 0")).to_be_visible()


def test_a_kernel_that_cannot_start_or_is_gone_leaves_the_line(lab, page):
    made(lab, "notebooks/98_gone.ipynb", f"# Gone\n\nChoose **{BY_HAND}**.", "print('ran')")
    page.route("**/api/sessions*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.goto(f"{lab.url}/lab/workspaces/gone/tree/notebooks/98_gone.ipynb?reset")
    by_hand(page).wait_for()
    expect(page.get_by_text("as it was stored")).to_be_visible()
    page.unroute_all()
    lab.open(page, "00_start_here.ipynb")
    expect(by_hand(page)).to_be_hidden()
    lab.kill_kernels()
    page.get_by_role("dialog").get_by_role("button", name="Ok").click()
    expect(by_hand(page)).to_be_visible()
    expect(page.locator(".lesson-card").first).to_be_visible()


def test_on_a_phone_the_file_browser_is_closed(lab, chromium):
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    lab.open(page)
    expect(page.locator("#jp-left-stack")).to_be_hidden()
    assert page.evaluate(SCROLL) == 0
    wide = page.evaluate("document.querySelector('.jp-MarkdownCell p').getBoundingClientRect().width")
    assert wide > 200
    context.close()
