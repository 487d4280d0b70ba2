"""The exports where they are meant to run: a player of QTI 3.0, and a system that speaks SCORM 1.2."""

import os
import re
from pathlib import Path

import pytest
import readers
from playwright.sync_api import expect
from support import HOME, TINY, card, run_python

from lesson.bank import lessons
from lesson.bank.grade import grade
from lesson.core import home
from lesson.publish.export import main, qti3, scorm
from lesson.publish.export.losses import Losses

GRADED = ("single", "multiple", "match", "pick", "order", "group", "numeric", "mark")


@pytest.fixture(scope="module")
def players():
    """node_modules with what plays the exports."""
    done = run_python(HOME, "-c", "import do; print(do.from_npm('players', do.PLAYERS) or '')")
    assert done.returncode == 0, done.stderr
    found = done.stdout.splitlines()[-1]
    if not found:
        assert not os.environ.get("CI"), "There is no npm, so nobody knows whether the exports can be played."
        pytest.skip("There is no npm here: the exports were not played.")
    return Path(found)


# ---------------------------------------------------------------- QTI 3.0

START = """() => {
  console.log = () => {};
  globalThis.heard = {};
  new Vue({
    el: "#player",
    components: { Qti3Player: qti3Player },
    template: `<Qti3Player suppress-alert-messages suppress-invalid-response-messages
      @notifyQti3PlayerReady="ready" @notifyQti3ItemReady="item" @notifyQti3EndAttemptCompleted="ended" />`,
    methods: {
      ready(player) { globalThis.player = player; },
      item() { heard.item(); },
      ended(state) { heard.ended(state.state); },
    },
  });
}"""
PLAY = """async ([xml, kind, names, responses]) => {
  const variable = (identifier, value) => ({ identifier, cardinality: "single", value, state: null });
  const wait = (name) => new Promise((done) => { heard[name] = done; });
  async function attempt(prior) {
    const guid = `attempt-${globalThis.count = (globalThis.count ?? 0) + 1}`;
    const sessionControl = { max_attempts: 0, show_feedback: true, validate_responses: false };
    const state = { identifier: "i", guid, contextVariables: [], outcomeVariables: [], templateVariables: [], validationMessages: [],
      responseVariables: [variable("numAttempts", 0), variable("duration", 0), prior] };
    const loaded = wait("item"), ended = wait("ended");
    player.loadItemFromXml(`${xml}<!-- ${guid} -->`, { guid, status: "interacting", pnp: {}, sessionControl, ...(prior && { state }) });
    await loaded;
    player.endAttempt("");
    return ended;
  }
  const named = (list, name) => list.find((one) => one.identifier === name)?.value ?? null;
  globalThis.first ??= {};
  const isFirst = !first[kind];
  first[kind] ??= await attempt(null); // what an interaction keeps beside its answer
  const own = first[kind].responseVariables.find((one) => one.identifier === "RESPONSE");
  const found = [];
  for (const value of responses) {
    const order = own.state?.order && { order: own.cardinality === "ordered" ? value : names };
    const { responseVariables, outcomeVariables } = await attempt({ ...own, value, state: own.state && { ...own.state, ...order } });
    found.push({ response: named(responseVariables, "RESPONSE"), verdict: named(outcomeVariables, "VERDICT"),
      score: named(outcomeVariables, "SCORE"), names: named(outcomeVariables, "FEEDBACK"), text: document.body.innerText });
  }
  return [isFirst ? named(first[kind].outcomeVariables, "VERDICT") : null, found];
}"""


def one_of_each(sheet):
    """An answer for each verdict that there is: right, wrong, debated."""
    found = {}
    for answer in readers.answers(sheet):
        found.setdefault(grade(sheet, answer).outcome, answer)
    return found


def plain(text):
    return re.sub(r"\s+", "", text)


def test_the_player_comes_to_our_verdict_and_says_what_we_say(page, players):
    """Each question of the whole bank, answered right, wrong and, where it can be, debated; no request to anybody."""
    asked = []
    page.route("**/*", lambda route: (asked.append(route.request.url), route.abort()))
    page.set_content("<!doctype html><html lang=en><title>Player</title><div id=player></div></html>")
    page.add_script_tag(path=players / "vue" / "dist" / "vue.min.js")
    page.add_script_tag(path=players / "qti3-item-player" / "dist" / "qti3Player.umd.min.js")
    page.evaluate(START)
    found = [main.lesson(number) for number in lessons.numbers()]
    files = {}
    for package in qti3.write(found, Losses()).values():
        files |= readers.unzipped(package)
    played, kinds = 0, set()
    for sheet in (sheet for lesson in found for sheet in lesson.sheets if sheet["type"] in GRADED):
        xml = files[f"items/{sheet['id']}.xml"]
        item, outcomes = readers.Qti3(xml), one_of_each(sheet)
        given = [item.response(sheet, answer) for answer in outcomes.values()]
        shown = list(range(len(sheet["options"])))
        kind = f"{sheet['type']} {item.cardinality} {len(shown)} {len(sheet['columns'])}"
        bare, told = page.evaluate(PLAY, [xml, kind, [f"C{i}" for i in shown], given])
        if bare is not None:  # of each form once; a player takes cards that nobody moved for an answer
            untouched = grade(sheet, shown).outcome if sheet["type"] == "order" else "unanswered"
            assert bare == untouched.replace(" ", "-"), sheet["id"]
            kinds.add(sheet["type"])
        for outcome, response, made in zip(outcomes, given, told, strict=True):
            assert made["response"] == response, sheet["id"]
            assert made["verdict"] == outcome.replace(" ", "-"), (sheet["id"], response)
            assert float(made["score"]) == (outcome in ("supported", "debated"))
            for name in made["names"]:
                assert plain(item.said[name]) in plain(made["text"]), (sheet["id"], name)
            played += 1
    assert played > 150
    assert kinds == set(GRADED)
    assert asked == []


# ---------------------------------------------------------------- SCORM 1.2

LMS = """<!doctype html><html lang=en><title>A system</title><script src="/scorm12.js"></script><script>
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  const calls = [];
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  API.loadFromJSON({ core: { student_id: "STUDENT", lesson_status: kept.status ?? "not attempted" }, suspend_data: kept.data ?? "" });
  for (const name of ["LMSCommit", "LMSFinish"]) API.on(name, () => {
    calls.push(name);
    kept.data = API.cmi.suspend_data;
    kept.status = API.cmi.core.lesson_status;
    kept.count = API.cmi.interactions._count;
    kept.calls = calls;
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  });
</script><iframe name=lesson title=lesson src="/index.html" style="width:100%;height:900px"></iframe></html>"""
HOST = "http://lms.test"


@pytest.fixture
def lms(page, players):
    """A system with one lesson of the tiny course; `open("ann")` signs somebody in."""
    with home.at(TINY):
        html = readers.unzipped(scorm.write([main.lesson("00")], Losses())["scorm/00.zip"])["index.html"]
    script = (players / "scorm-again" / "dist" / "scorm12.js").read_text(encoding="utf-8")
    told = []
    page.on("pageerror", lambda error: told.append(str(error)))

    def serve(route):
        path = route.request.url.removeprefix(HOST)
        if path.startswith("/for/"):
            who = path.removeprefix("/for/")
            route.fulfill(body=LMS.replace("KEY", f"'{who}'").replace("STUDENT", who), content_type="text/html")
        elif path == "/index.html":
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif path == "/scorm12.js":
            route.fulfill(body=script, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Nothing</title>", content_type="text/html")

    page.route("**/*", serve)

    def open_for(who):
        page.goto(f"{HOST}/for/{who}")
        frame = page.frame(name="lesson")
        frame.wait_for_selector("html[data-ready]", state="attached")
        return frame

    yield open_for
    assert told == []


def kept_for(page, who):
    """What the system has of somebody, after they have left."""
    page.goto(f"{HOST}/nothing")
    return page.evaluate("(who) => JSON.parse(sessionStorage.getItem(who) ?? '{}')", who)


def on_device(page):
    return page.evaluate("() => Object.keys(localStorage)")


def test_answers_live_in_the_system_and_come_back_there(page, lms):
    """Two votes, certainty, a text; for one learner, then for another at the same computer, then without a system."""
    frame = lms("ann")
    room = card(frame, "00-full-room")
    room.get_by_role("radio").nth(0).check()
    room.get_by_role("button", name="Vote", exact=True).click()
    expect(room.locator(".talk")).to_be_focused()
    word = card(frame, "00-which-word")
    word.locator("label").nth(1).click()
    word.get_by_role("button", name="Answer").click()
    letter = card(frame, "00-fair-letter")
    letter.get_by_role("textbox").fill("Words of my own.")
    letter.get_by_role("button", name="Keep my text").click()
    expect(letter.locator(".saved")).to_have_text("Saved")
    assert page.evaluate("() => calls") == ["LMSCommit"], "one at the start, the next after ten seconds or on leaving"
    left = kept_for(page, "ann")
    assert left["calls"] == ["LMSCommit", "LMSCommit", "LMSFinish"]
    assert (left["status"], left["count"]) == ("incomplete", 1)
    assert "own" not in left["data"]
    assert len(left["data"].split(";")) == 2
    assert [name for name in on_device(page) if not name.startswith("open-on-sundays-scorm:ann:")] == []

    frame = lms("ann")
    room = card(frame, "00-full-room")
    expect(room.locator(".talk")).to_contain_text("Your first vote: A (33 %).")
    room.get_by_role("button", name="I work alone").click()
    room.get_by_role("radio").nth(1).check()
    room.get_by_role("button", name="Vote again").click()
    expect(room.locator(".feedback")).to_contain_text("Your first vote: A (33 %). Your second vote: B (33 %).")
    expect(card(frame, "00-fair-letter")).to_contain_text("Words of my own.")
    assert kept_for(page, "ann")["count"] == 1, (
        "an answer is told once; a second vote is the first answer to its question"
    )

    frame = lms("ben")
    expect(card(frame, "00-progress")).to_contain_text("0 of 11 answered")
    assert "Words of my own." not in frame.content()

    page.goto(f"{HOST}/index.html")
    page.wait_for_selector("html[data-ready]", state="attached")
    room = card(page, "00-full-room")
    room.get_by_role("radio").nth(0).check()
    room.get_by_role("button", name="Vote", exact=True).click()
    expect(room.locator(".talk")).to_be_focused()
    assert [name for name in on_device(page) if name.startswith("open-on-sundays-page:")]


FILL = """(events) => {
  const calls = [];
  let data = "";
  window.API = {
    LMSInitialize: () => "true", LMSFinish: () => "true", LMSCommit: () => { calls.push(data); return "true"; },
    LMSGetValue: () => "", LMSSetValue: (name, value) => { if (name === "cmi.suspend_data") data = value; return "true"; },
  };
  eval(document.getElementById("script").textContent);
  for (const event of events) localStorage.setItem(`${event.course}-page:${event.id}`, JSON.stringify(event));
  dispatchEvent(new Event("pagehide"));
  return calls.at(-1);
}"""


def busy(course, sheet, number):
    """Everything that somebody can leave behind in one question, each answer as long as it can be, many times."""
    count = len(sheet["options"])
    longest = {
        "match": [[len(sheet["columns"]) - 1, 3] if sheet["weights"] else len(sheet["columns"]) - 1] * count,
        "numeric": 123456.789, "scale": 100, "single": count - 1, "reflect": "Words of my own.",
        "mark": count - 1 if sheet["ask"] == "one" else list(range(count)),
        "predict": {"line": [1234.5] * (sheet["years"] or [0, 0])[1] and [1234.5] * ((sheet["years"] or [0, 0])[1] - sheet["given"]),
                    "number": 123456.789}.get(sheet["ask"], 2),
    }  # fmt: skip
    answer = longest.get(sheet["type"], list(range(count)))
    kinds = (
        [("vote", 1), ("commit", 2), ("commit", 2), ("commit", 2)] if sheet["votes"] == 2 else [("commit", None)] * 4
    )
    kinds += [("hint", None)] * len(sheet["hints"])
    for n, (kind, vote) in enumerate(kinds):
        yield {
            "course": course, "v": 1, "id": f"event-{number:04}-{n}", "time": f"2026-11-25T10:{n:02}:00.000Z", "notebook": "x",
            "item": sheet["id"], "item_version": sheet["version"], "kind": kind, "attempt": n + 1, "vote": vote,
            "answer": None if kind == "hint" else answer, "confidence": None if kind == "hint" else 100,
        }  # fmt: skip


def test_the_state_of_every_lesson_fits_what_the_standard_allows(page):
    course, content = home.settings().id, {}
    page.route("**/*", lambda route: route.fulfill(body=content["html"], content_type="text/html"))
    for number in lessons.numbers():
        lesson = main.lesson(number)
        html = scorm._joined(f"<!doctype html><html lang=en><head>{scorm.HEAD}<title>t</title></head></html>", lesson)
        content["html"] = html.replace("<script>", "<script id=script>")
        page.goto(f"{HOST}/{number}")
        events = [event for i, sheet in enumerate(lesson.sheets) for event in busy(course, sheet, i)]
        data = page.evaluate(FILL, events)
        assert len(data) <= 4096
        assert "Words" not in data
        stored = {entry.split("/")[0] for entry in data.split(";")}
        expected = [sheet["id"] for sheet in lesson.sheets if sheet["type"] != "reflect"]
        assert len(stored) == len(expected), f"lesson {number}: {len(data)} characters"
