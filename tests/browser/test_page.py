"""A plain page in a real browser with the network blocked: it answers, keeps, forgets on request, and prints."""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from support import card, event, stands

from lesson.bank import compile, lessons, load
from lesson.publish import page as plain
from lesson.publish import preview

HERE = "http://lesson.test/"
NO_STORE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)


@pytest.fixture(scope="module")
def questions():
    return plain.questions("00")


@pytest.fixture
def visit(page):
    """Open a page of HTML at an address of its own; nothing else can be asked for, and no error may be told."""
    told, content = [], {}
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda line: told.append(line.text) if line.type in ("error", "warning") else None)

    def serve(route):
        if route.request.url == HERE:
            route.fulfill(body=content["html"], content_type="text/html; charset=utf-8")
        else:
            told.append(route.request.url)
            route.abort()

    page.context.route("**/*", serve)

    def show(html):
        content["html"] = html
        page.goto(HERE)
        page.wait_for_selector("html[data-ready]", state="attached")

    yield show
    assert told == []


def kept(page):
    return page.evaluate("() => Object.entries(localStorage).map(([name, value]) => [name, JSON.parse(value)])")


def answer(page, item="00-the-two-schools", option=0):
    found = card(page, item)
    found.get_by_role("radio").nth(option).check()
    found.get_by_role("button", name="Answer").click()
    return found


def violations(page):
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    return [(v["id"], [node["html"][:100] for node in v["nodes"][:3]]) for v in found]


def test_an_answer_is_graded_kept_under_a_key_of_its_own_and_there_after_a_reload(page, visit, questions):
    visit(questions)
    expect(page.get_by_text("Your answers stay in this browser only")).to_be_visible()
    found = answer(page)
    expect(found.locator(".feedback")).to_be_focused()
    expect(found.locator(".feedback")).to_have_text(re.compile("^Supported"))
    expect(found.locator(".saved")).to_have_text("Saved")
    ((name, stored),) = kept(page)
    assert name == f"stay-or-leave-page:{stored['id']}"
    assert (stored["item"], stored["answer"], stored["notebook"]) == ("00-the-two-schools", 0, "00")
    expect(card(page, "00-progress")).to_contain_text(stands("00", 1))
    page.reload()
    expect(card(page, "00-the-two-schools").locator(".feedback")).to_have_text(re.compile("^Supported"))
    expect(card(page, "00-progress")).to_contain_text(stands("00", 1))


def test_a_page_that_is_a_file_needs_no_server(page, questions, tmp_path):
    (tmp_path / "00.html").write_text(questions, encoding="utf-8")
    page.context.set_offline(True)
    page.goto((tmp_path / "00.html").as_uri())
    answer(page)
    page.reload()
    expect(card(page, "00-the-two-schools").locator(".feedback")).to_have_text(re.compile("^Supported"))


def test_two_votes_are_kept_apart_and_the_first_stays_closed(page, visit, questions):
    visit(questions)
    found = card(page, "00-which-sentence-is-missing")
    found.get_by_role("radio").nth(0).check()
    found.get_by_role("button", name="Vote", exact=True).click()
    expect(found.locator(".talk")).to_be_focused()
    page.reload()
    expect(found.locator(".talk")).to_contain_text("Your first vote: A (25 %).")
    found.get_by_role("button", name="I work alone").click()
    found.get_by_role("radio").nth(2).check()
    found.get_by_role("button", name="Vote again").click()
    expect(found.locator(".feedback")).to_contain_text("Your first vote: A (25 %). Your second vote: C (25 %).")
    assert sorted(stored["vote"] for _, stored in kept(page)) == [1, 2]


def test_where_nothing_can_be_kept_the_visit_works_and_the_page_says_so(page, visit, questions):
    page.add_init_script(NO_STORE)
    visit(questions)
    expect(page.locator(".keeping")).to_contain_text("This browser keeps nothing")
    expect(page.get_by_role("button", name="Download my answers")).to_be_visible()
    expect(page.get_by_role("button", name="Delete my answers")).to_have_count(0)
    found = answer(page)
    expect(found.locator(".feedback")).to_have_text(re.compile("^Supported"))
    expect(found.locator(".saved")).to_contain_text("Not saved, and this browser keeps nothing.")
    with page.expect_download() as download:
        found.get_by_role("link", name="Download").click()
    (line,) = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["item"] == "00-the-two-schools"
    expect(card(page, "00-progress")).to_contain_text(stands("00", 1))


def test_foreign_and_broken_things_in_the_store_are_left_alone(page, visit, questions):
    visit(questions)
    version = load.item("00-the-two-schools").version
    odd = [
        "", "{", "null", '"x"', '{"v":1}',
        json.dumps(event(id="odd-00005", item="00-the-two-schools", item_version=version, attempt="1")),
        json.dumps(event(id="another-id", item="00-the-two-schools", item_version=version)),
    ]  # fmt: skip
    page.evaluate(
        "(odd) => odd.forEach((text, i) => localStorage.setItem('stay-or-leave-page:odd-0000' + i, text))", odd
    )
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    expect(card(page, "00-the-two-schools").locator("form")).to_be_visible()
    assert page.evaluate("() => localStorage.length") == len(odd)


def test_another_tab_hears_of_an_answer(page, visit, questions):
    visit(questions)
    other = page.context.new_page()
    other.goto(HERE)
    other.wait_for_selector("html[data-ready]", state="attached")
    answer(page)
    expect(card(other, "00-the-two-schools").locator(".feedback")).to_have_text(re.compile("^Supported"))


def test_answers_can_be_taken_along_and_deleted_after_asking(page, visit, questions):
    visit(questions)
    answer(page)
    page.evaluate("() => localStorage.setItem('of-somebody-else', '1')")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    (line,) = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["answer"] == 0
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Delete my answers").click()
    assert len(kept(page)) == 2
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Delete my answers").click()
    expect(card(page, "00-the-two-schools").locator("form")).to_be_visible()
    assert [name for name, _ in kept(page)] == ["of-somebody-else"]


def test_without_javascript_the_questions_are_there_to_read(chromium, questions, tmp_path):
    (tmp_path / "00.html").write_text(questions, encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "00.html").as_uri())
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_text("What keeps teachers at the first school keeps them at the second, too.")).to_be_visible()
    expect(page.get_by_text("The bridge again.")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_answering(page, visit, scheme):
    page.emulate_media(color_scheme=scheme)
    found = [load.item(f"00-{name}") for name in ("vote-a1", "whose-sentence", "the-two-schools", "the-mark")]
    cards = [plain.question(compile.compile(item), number, 4) for number, item in enumerate(found, 1)]
    visit(
        plain.page(
            "A page",
            [plain.prose("## A part\n\nWith [a link](https://example.org)."), *cards, plain.progress("00", found)],
        )
    )
    assert violations(page) == []
    answer(page)
    answer(page, "00-the-mark")
    found = card(page, "00-whose-sentence")
    found.get_by_role("radiogroup").first.locator("label").nth(2).click()
    found.get_by_role("button", name="Answer with 1").click()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 375])
def test_nothing_scrolls_sideways_on_a_phone(page, visit, questions, width):
    page.set_viewport_size({"width": width, "height": 700})
    visit(questions)
    answer(page, "00-the-mark")
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_keyboard_alone_skips_answers_and_reads_on(page, visit, questions):
    visit(questions)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    found = card(page, "00-the-two-schools")
    for _ in range(60):
        page.keyboard.press("Tab")
        if found.locator("input[type=radio]:focus").count():
            break
    page.keyboard.press("ArrowDown")
    expect(found.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(found.locator(".feedback")).to_be_focused()
    expect(found.locator(".feedback")).to_have_text(re.compile(r"^Not yet\. You were 26 % sure"))


def test_a_preview_draws_every_state_and_keeps_nothing(page, visit):
    visit(preview.preview(lessons.questions("00")))
    headings = page.locator("h3").all_inner_texts()
    labels = page.locator(".lesson-card").evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label'))")
    assert [label.split(": ", 1)[1] for label in labels] == headings
    shown = {name.split(": ", 1)[1]: page.locator(".lesson-card").nth(i) for i, name in enumerate(headings)}
    expect(shown["not answered yet"].locator("form")).to_be_visible()
    expect(shown["vote 2 asked in lesson 05"].locator("form")).to_be_visible()
    expect(shown["answered: everything ticked"].locator(".feedback")).to_have_text(re.compile(r"^(Not yet|In part)\."))
    expect(shown["answered: as the editors place the cards"].locator(".feedback")).to_have_text(
        re.compile("^Supported")
    )
    expect(shown["an answer to an earlier version"]).to_contain_text("You answered an earlier version")
    expect(shown["answered, and not saved yet"].locator(".saved")).to_contain_text("Not saved yet")
    expect(shown["answered, and refused: another learner"].locator(".saved")).to_contain_text("somebody else")
    page.locator('[data-item="00-the-mark"] input[type=radio]').first.check()
    page.locator('[data-item="00-the-mark"] form').first.get_by_role("button", name="Answer").click()
    expect(page.get_by_text("A preview: nothing is kept")).to_be_visible()
    assert kept(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
