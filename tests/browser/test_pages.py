"""Every lesson as a page in a real browser with the network blocked: nothing is refused, nothing is asked for."""

import gzip
import json
import re
from pathlib import Path

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from made_pages import dead_links, full
from playwright.sync_api import expect
from support import HOME, TINY, card, event, tiny_items

from lesson.bank import compile, grade, lessons, load
from lesson.core import home
from lesson.core.words import words
from lesson.publish.pages import cells, site, thin
from lesson.record.read import read_folder
from lesson.school.read import ClassFolder
from lesson.screen import ask, come_back

LESSONS = sorted(path.stem for path in (HOME / "notebooks").glob("[0-9][0-9]_*.ipynb") if path.stem[:2] in site.shown())
NAMES = [*(f"{name}.html" for name in LESSONS), "index.html", "stay-or-leave.html"]
PHONE = {"width": 375, "height": 740}
LISTEN = """
document.addEventListener("securitypolicyviolation", (e) => console.error(`refused: ${e.violatedDirective} ${e.sample}`));
"""
NO_STORE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"

ANSWER = """
(card, turn) => {
  const form = card.querySelector("form");
  if (!form) return false;
  const said = (node, value) => {
    node.value = value;
    for (const what of ["input", "change"]) node.dispatchEvent(new Event(what, { bubbles: true }));
  };
  const seen = new Set();
  for (const node of form.querySelectorAll("input, select, textarea")) {
    if (node.type === "radio") {
      if (seen.has(node.name)) continue;
      seen.add(node.name);
      const all = form.querySelectorAll(`input[name="${node.name}"]`);
      all[turn % all.length].click();
    } else if (node.type === "checkbox") {
      if (!seen.has("tick")) node.click();
      seen.add("tick");
    } else if (node.tagName === "SELECT") said(node, node.options[Math.min(1 + turn % 2, node.options.length - 1)].value);
    else if (node.type === "range") said(node, "70");
    else if (node.tagName === "TEXTAREA") said(node, "My own words.");
    else said(node, "24");
  }
  form.querySelector("fieldset button:not(:disabled)")?.click();
  form.requestSubmit();
  return true;
}
"""


def answer_all(found, turn=0):
    """Answer a card to its end, as a person would by its controls: both votes, and alone."""
    found.evaluate(ANSWER, turn)
    talked = found.get_by_role("button", name="I work alone")
    if talked.count():
        talked.click()
        found.evaluate(ANSWER, turn + 1)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The folder of all pages of the course."""
    folder = tmp_path_factory.mktemp("pages")
    for name, html in site.pages():
        (folder / name).write_text(html, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny")
    with home.at(TINY):
        for name, html in site.pages():
            (folder / name).write_text(html, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def told():
    return []


@pytest.fixture
def visit(chromium, told):
    """Open a file in a browser of its own, a phone without a network; whatever is refused or asked for is told."""
    contexts = []

    def profile(**more):
        context = chromium.new_context(viewport=PHONE, **more)
        context.set_offline(True)
        context.add_init_script(LISTEN)
        contexts.append(context)
        return context

    def show(context, path, at=""):
        page = context.new_page()
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("console", lambda line: told.append(line.text) if line.type in ("error", "warning") else None)
        page.on("request", lambda request: told.append(request.url) if request.url.startswith("http") else None)
        page.goto(path.as_uri() + at)
        if path.name != "index.html":
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    show.profile = profile
    yield show
    for context in contexts:
        context.close()
    assert told == []


def violations(page):
    found = (
        Axe()
        .run(page, options={"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]})
        .response["violations"]
    )
    return [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_drawn_and_readable_and_nothing_is_refused(visit, pages, name):
    dark = name[:2] in ("02", "st")
    page = visit(visit.profile(color_scheme="dark" if dark else "light"), pages / name)
    page.set_viewport_size({"width": 320, "height": 640})
    shown = page.locator("[data-part]:visible [data-card]")
    assert shown.count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    expect(page.locator("h1:visible")).to_have_count(1)
    assert violations(page) == []


def test_every_page_is_there_valid_and_each_inner_link_leads_somewhere(pages):
    made = {path.name: path.read_text(encoding="utf-8") for path in pages.iterdir()}
    assert sorted(made) == sorted(NAMES)
    assert dead_links(made) == []
    for name, html in made.items():
        assert "How to cite: The authors of Stay or Leave? (2026). Stay or Leave?" in html, name
        parser = html5lib.HTMLParser()
        parser.parse(html)
        assert parser.errors == [], name


def test_the_pages_stay_small(pages):
    """Compressed, with style, script and words of the interface, pictures apart; the one file as it lies on a stick."""
    sizes = {}
    for path in pages.iterdir():
        html = re.sub(r"data:image[^\"]*|<svg.*?</svg>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        sizes[path.name] = len(gzip.compress(html.encode(), 9, mtime=0))
    frame = sizes["90_for_those_who_code.html"]
    assert frame < 48_000
    lessons = {name: size for name, size in sizes.items() if name[:2] in ("00", "01", "02", "03", "04", "05")}
    assert max(lessons.values()) < 125_000, lessons
    assert (pages / "stay-or-leave.html").stat().st_size < 1.7 * 1024 * 1024


# ---------------------------------------------------------------- a whole lesson, on a phone without a network


def test_a_lesson_is_begun_closed_gone_on_with_taken_along_and_merged(visit, pages, tmp_path):
    context = visit.profile()
    page = visit(context, pages / "00_start_here.html")
    places = page.locator(".place[id^='00-q']")
    total = places.count()
    assert total == len(load.items("00"))
    core = total - len(lessons.extra("00"))
    all_answered = f"{core} of {core} answered, extra: {total - core} of {total - core}"
    for i in range(total // 2):
        answer_all(places.nth(i).locator(".lesson-card"))
    expect(card(page, "00-progress")).to_contain_text(f"{total // 2} of {core} answered, extra: 0 of {total - core}")
    page.close()
    page = visit(context, pages / "00_start_here.html")
    link = page.get_by_role("link", name=f"Go on where you stopped: Question {total // 2 + 1} of {total}")
    link.click()
    assert page.url.endswith(f"#00-q{total // 2 + 1}")
    places = page.locator(".place[id^='00-q']")
    for i in range(total // 2, total):
        answer_all(places.nth(i).locator(".lesson-card"))
    expect(card(page, "00-progress")).to_contain_text(all_answered)
    expect(link).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    folder = tmp_path / "learner"
    folder.mkdir()
    download.value.save_as(folder / download.value.suggested_filename)
    found = list(read_folder(folder))
    assert [problem for _, problem in found if problem] == []
    assert {made["item"] for made, _ in found} == {item.id for item in load.items("00")}
    assert {made["notebook"] for made, _ in found} == {"00_start_here"}
    group = ClassFolder(folder)
    assert (group.refresh(), group.problems, len(group.people)) == (True, [], 1)
    assert len([one for item in load.items("00") for one in group.people[0].of(item.id)]) == len(found)
    other = visit(visit.profile(), pages / "00_start_here.html")
    answer_all(other.locator("[id='00-q1'] .lesson-card"))
    for said in (f"Answers added: {len(found)}. Here already: 0.", f"Answers added: 0. Here already: {len(found)}."):
        other.locator("input[type=file]").set_input_files(folder / "answers.jsonl")
        expect(other.get_by_role("status").filter(has_text="Answers added")).to_have_text(said)
    expect(card(other, "00-progress")).to_contain_text(all_answered)
    other.reload()
    expect(card(other, "00-progress")).to_contain_text(all_answered)


def lines(events):
    return [{name: value for name, value in made.items() if name not in ("id", "time")} for made in events]


def kept(page):
    return page.evaluate(
        "Object.keys(localStorage).filter((n) => n.includes('-page:')).map((n) => JSON.parse(localStorage[n]))"
    )


@pytest.mark.parametrize("turn", [0, 1])
def test_the_same_answers_give_the_same_lines_and_the_same_words_live_and_on_a_page(
    visit, plain, page, tiny, monkeypatch, turn
):
    monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/00_sunday_library.ipynb")
    here = visit(visit.profile(), tiny / "00_sunday_library.html")
    on_page = here.locator(".place[id^='00-q']")
    with home.at(TINY):
        for i, item in enumerate(load.items("00")):
            shown, _ = ask.asked(item.id)
            live = plain(dict(shown))
            answer_all(live, turn)
            answer_all(on_page.nth(i).locator(".lesson-card"), turn)
            sent = [message["event"] for message in page.evaluate("sent") if message["type"] == "event"]
            own = sorted(
                (e for e in kept(here) if e["item"] == item.id), key=lambda e: (e["attempt"], e["time"], e["vote"] or 0)
            )
            assert lines(own) == lines(sent), item.id
            assert own, item.id
            said = on_page.nth(i).locator(".feedback").inner_text()
            assert said == live.locator(".feedback").inner_text(), item.id
            outcome = grade.grade(compile.compile(item), own[-1]["answer"]).outcome
            if outcome and item.type in ("single", "numeric"):
                assert said.startswith((words("card")[outcome], words("card")["near"])), item.id


# ---------------------------------------------------------------- several people, and a store that refuses


def test_two_people_at_one_browser_keep_their_answers_apart(visit, tiny):
    page = visit(visit.profile(), tiny / "00_sunday_library.html")
    answer_all(card(page, "00-full-bus"))
    progress = card(page, "00-progress")
    expect(progress).to_contain_text("1 of 11 answered")
    expect(progress).to_contain_text("Answers are kept for learner 1, in this browser.")
    progress.get_by_text("All questions, and whose answers they are").click()
    progress.get_by_text("Someone else works at this computer").click()
    progress.get_by_label("Name or nickname").fill("Ann")
    progress.get_by_role("button", name="New learner here").click()
    expect(progress).to_contain_text("0 of 11 answered")
    expect(progress).to_contain_text("Answers are kept for Ann, in this browser.")
    answer_all(card(page, "00-how-many"))
    answer_all(card(page, "00-second-sunday"))
    page.reload()
    progress = card(page, "00-progress")
    expect(progress).to_contain_text("2 of 11 answered")
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Delete my answers").click()
    progress = card(page, "00-progress")
    expect(progress).to_contain_text("0 of 11 answered")
    progress.get_by_text("All questions, and whose answers they are").click()
    progress.get_by_text("Someone else works at this computer").click()
    progress.get_by_role("button", name="Go on", exact=True).click()
    expect(progress).to_contain_text("1 of 11 answered")


@pytest.mark.parametrize("trouble", [NO_STORE, FULL], ids=["forbidden", "full"])
def test_where_nothing_can_be_kept_the_lesson_goes_on_and_can_be_downloaded(visit, tiny, trouble):
    context = visit.profile()
    context.add_init_script(trouble)
    page = visit(context, tiny / "00_sunday_library.html")
    expect(page.locator(".keeping")).to_contain_text("This browser keeps nothing")
    answer_all(card(page, "00-full-bus"))
    answer_all(card(page, "00-full-room"))
    expect(card(page, "00-full-bus").locator(".saved")).to_contain_text("Not saved, and this browser keeps nothing.")
    expect(card(page, "00-progress")).to_contain_text("2 of 11 answered")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    found = [json.loads(line) for line in Path(download.value.path()).read_text(encoding="utf-8").splitlines()]
    assert [made["item"] for made in found] == ["00-full-bus", "00-full-room", "00-full-room"]


def test_a_file_from_elsewhere_changes_nothing_that_is_here_and_lets_nothing_in(visit, tiny, tmp_path):
    page = visit(visit.profile(), tiny / "00_sunday_library.html")
    page.get_by_role("button", name="Download my answers").click()
    expect(page.get_by_text("There is no answer to download yet.")).to_be_visible()
    answer_all(card(page, "00-full-bus"))
    (mine,) = kept(page)
    version = tiny_items()[2].version
    good = event(id="from-elsewhere", item="00-how-many", item_version=version, answer=24)
    text = [good, good, {**mine, "answer": [2]}, {"v": 9}, {**good, "id": "x<script>"}, {**good, "answer": {"a": 1}}]
    file = tmp_path / "answers.jsonl"
    file.write_text("\r\n".join(["", "garbage", *map(json.dumps, text)]), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    expect(
        page.get_by_text("Answers added: 1. Here already: 1. Lines that are no answers, and were left out: 4.")
    ).to_be_visible()
    assert sorted(made["id"] for made in kept(page)) == sorted(["from-elsewhere", mine["id"]])
    assert mine in kept(page)
    expect(card(page, "00-progress")).to_contain_text("2 of 11 answered")
    file.write_text("garbage", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("There are no answers in this file. Nothing was changed.")).to_be_visible()


# ---------------------------------------------------------------- one file, and what it is put together from


def test_the_one_file_shows_a_lesson_at_a_time_and_every_place_in_it(visit, pages):
    page = visit(visit.profile(), pages / "stay-or-leave.html")
    expect(page).to_have_title("Stay or Leave?")
    page.get_by_role("link", name=re.compile("^01 ")).first.click()
    expect(page.locator("h1:visible")).to_be_focused()
    assert page.title().startswith("01 ")
    answer_all(page.locator("[id='01-q1'] .lesson-card"))
    page.go_back()
    expect(page.locator("#lessons")).to_be_visible()
    page.goto(f"{page.url.split('#')[0]}#00-q18")
    expect(page.locator("[id='00-q18'] .lesson-card")).to_be_visible()  # in a part that was folded away
    page.get_by_role("link", name="Next: 01", exact=False).last.click()
    expect(page.locator("[id='01-q1'] .feedback")).to_be_visible()
    page.goto(f"{page.url.split('#')[0]}#lesson-05")
    page.reload()
    expect(page.locator("#lesson-05 [data-item='summary']")).to_contain_text("Lesson 01: 1 of")


def test_a_page_of_ones_own_is_printed_with_its_style(visit, tiny):
    page = visit(visit.profile(), tiny / "00_sunday_library.html")
    answer_all(card(page, "00-fair-letter"))
    page.locator("details:has([data-item='summary'])").last.evaluate("(fold) => { fold.open = true; }")
    page.evaluate("Window.prototype.print = () => {}")
    summary = page.locator("[data-item='summary']")
    summary.get_by_role("button", name="Print my page").click()
    inside = page.locator("iframe.print").content_frame
    assert inside.locator("blockquote").evaluate("(one) => getComputedStyle(one).whiteSpace") == "pre-wrap"


@pytest.fixture
def source(page):
    """A blank page that can import the modules of a page, as they are written."""
    folder = HOME / "notebooks/lesson/screen/js"

    def serve(route):
        path = folder / route.request.url.removeprefix("http://lesson.test/")
        is_script = path.suffix == ".js"
        route.fulfill(
            body=path.read_text(encoding="utf-8") if is_script else "",
            content_type="text/javascript" if is_script else "text/html",
        )

    page.route("**/*", serve)
    page.goto("http://lesson.test/")
    return page


def test_the_script_puts_together_what_python_took_apart(source):
    sheets = {item.id: cells.sheet_of(compile.compile(item)) for item in load.items("00")}
    stored = thin.thin({"sheets": sheets})
    code = "async (data) => (await import('http://lesson.test/page/full.js')).fullSheets(data)"
    assert source.evaluate(code, stored) == json.loads(json.dumps(full(stored)))


def test_a_page_chooses_what_comes_back_as_python_does(source):
    items = [item for number in ("00", "01", "02") for item in load.items(number) if item.type == "single"]
    sheets = [cells.sheet_of(compile.compile(item)) for item in items]
    cases = []
    for shift in range(6):
        log = [
            event(
                id=f"event-{shift}-{i:04}", item=item.id, item_version=item.version, answer=(i + shift) % 3, confidence=(25, 80, 100)[(i * shift) % 3],
                notebook="come-back" if i % 7 == shift else "00", time=f"2026-11-2{(i + shift) % 5}T10:00:00.000Z",
            )
            for i, item in enumerate(items) if (i + shift) % 4
        ]  # fmt: skip
        cases.append(log[: 5 * shift])
    code = """async ([sheets, cases]) => {
        const { chosen } = await import("http://lesson.test/page/again.js");
        return cases.map((events) => chosen(sheets, events, "2026-11-24"));
    }"""
    ours = [[item.id for item in come_back.chosen(items, log, "2026-11-24")] for log in cases]
    assert source.evaluate(code, [sheets, cases]) == ours
    assert len({tuple(each) for each in ours}) > 3
