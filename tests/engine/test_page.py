"""Plain pages, previews, worksheets and keys: one file each, safe whatever is in them, nothing asked of another host."""

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from support import event, questions, tiny_items

from lesson.bank import compile, lessons, load
from lesson.bank.grade import grade
from lesson.bank.row_rules import ROWED
from lesson.core import event as log
from lesson.core.words import words
from lesson.publish import cli, document, page, paper, preview, ruler

HOSTILE = (
    "</script><script>window.hurt=1</script> <!-- <script> --> ]]> \u2028 \u2029 \ud800 <img src=x onerror=hurt()>"
)
TYPES = """
- id: 00-number
  type: numeric
  objective: Estimate.
  stem: How many?
  unit: visitors
  key: 215 to 502
  near: x2
  span: 10 to 10000
  log: true
  hints: [First hint., Second hint.]
  options:
    - {text: inside, feedback: It fits.}
    - {text: near, feedback: Within a factor of two., mistake: rounding}
    - {text: far, feedback: Too far., mistake: no unit}
  explanation: Because.
  evidence: [K2]
- id: 00-text
  type: reflect
  objective: Write.
  stem: Rewrite it.
  options: [{text: Level 1, feedback: One side.}, {text: Level 2, feedback: Both sides.}]
  explanation: A model answer.
  evidence: [K3]
- id: 00-debate
  type: single
  objective: Choose.
  stem: Which?
  votes: 2
  isomorph: 00-ticks
  options:
    - {text: the first, verdict: debated, evidence: [K1], feedback: One reading.}
    - {text: the second, verdict: debated, evidence: [K2], feedback: Another.}
    - {text: the third, correct: false, feedback: No., mistake: haste}
  explanation: Why.
  evidence: [K2]
- id: 00-ticks
  type: multiple
  objective: Tick.
  stem: Which fit?
  options:
    - {text: alpha, correct: true, feedback: It fits., left: You left out one that fits.}
    - {text: beta, correct: false, feedback: It does not., mistake: haste}
    - {text: gamma, verdict: debated, evidence: [K1], feedback: Either way., mistake: none}
  explanation: Why.
  evidence: [K2]
- id: 00-bad
  type: single
  objective: Show a mistake.
  stem: What is wrong here?
  options:
    - {text: alpha, correct: true, feedback: It is.}
    - {text: beta, correct: false, feedback: It is not.}
  explanation: The evidence does not exist, and a distractor names no mistake.
  evidence: [EV-99]
- id: 00-broken
  type: single
  stem: No objective.
"""


@pytest.fixture
def types(tmp_path):
    return questions(tmp_path, TYPES)


class Reader(HTMLParser):
    """What a browser would make of a page: its elements, and what each asks of the network."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.asks = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        self.asks += [
            found[name]
            for name in ("src", "srcset", "href", "data", "action", "poster")
            if name in found and tag != "a" and found[name] != "data:,"
        ]

    def of(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def data(html):
    (text,) = re.findall(r'<script type="application/json" id="lesson-data">(.*?)</script>', html, re.S)
    return json.loads(text)


def pages():
    found = load.items("00")
    return {
        "questions": page.questions("00"),
        "preview": preview.preview(lessons.questions("00")),
        "worksheet": paper.worksheet("00", found),
        "key": paper.key("00", found),
    }


@pytest.mark.parametrize("name", ["questions", "preview", "worksheet", "key"])
def test_a_page_is_one_file_with_one_title_one_heading_and_one_main_part(name):
    html = pages()[name]
    read = Reader(html)
    assert read.of("html") == [{"lang": "en"}]
    assert len(read.of("title")) == len(read.of("h1")) == len(read.of("main")) == 1
    assert read.asks == []
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    assert not re.search(r"@import|url\(", style)
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_script_of_a_page_asks_nobody():
    script = page.script()
    assert not re.search(
        r"https?://(?!www\.w3\.org/2000/svg\b)|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|</script|<!--", script
    )


def test_no_text_can_end_the_data_or_begin_a_comment():
    sheet = {**compile.compile(load.item("00-full-bus")), "stem_text": HOSTILE, "unit": HOSTILE}
    past = [event(item="00-full-bus", answer=HOSTILE)]
    html = page.page(HOSTILE, [page.question(sheet, 1, 1, past=past)])
    read = Reader(html.encode("utf-8", "replace").decode())
    assert [attributes.get("type") for attributes in read.of("script")] == ["application/json", "module"]
    assert read.of("img") == []
    assert data(html)["cards"][0]["past"] == past
    assert data(html)["sheets"]["00-full-bus"]["unit"] == HOSTILE
    inside = re.search(r'id="lesson-data">(.*?)</script>', html, re.S)[1]
    assert "<" not in inside
    assert inside.isascii()


def test_markdown_shows_markup_as_text():
    html = page.page("Title", [page.prose(f"## Part\n\n{HOSTILE[:60]}")])
    assert Reader(html).of("script") == []
    assert "&lt;/script&gt;" in html


def test_a_second_h1_is_refused_with_what_to_do():
    with pytest.raises(ValueError, match="Begin the headings of a block with '##'"):
        page.page("Title", [page.prose("# Another")])


def test_a_style_that_would_end_early_is_refused():
    with pytest.raises(ValueError, match="style"):
        document.document("Title", "a{}</STYLE>", "")


def test_without_javascript_every_question_can_be_read_and_no_key():
    html = re.sub(r"<script.*?</script>", "", page.questions("00"), flags=re.S)
    assert "<noscript>" in html
    assert words("card")["runToAnswer"] not in html
    for item in load.items("00"):
        sheet = compile.compile(item)
        assert sheet["stem"] in html
        assert not any(option["feedback"] in html for option in sheet["options"])
        as_rows = item.type in (*ROWED, "mark")  # their words stand in a table, or in a text
        frame = "{1}" if as_rows else "<li>{0}. {1}</li>"
        listed = [
            frame.format(letter, option["label"]) in html
            for letter, option in zip("ABCDEFGHIJ", sheet["options"], strict=False)
        ]
        assert listed == [sheet["listed"]] * len(listed)


def test_a_sheet_that_stands_many_times_is_stored_once():
    stored = data(preview.preview(lessons.questions("00")))
    assert len(stored["sheets"]) == len(load.items("00"))
    assert len(stored["cards"]) > 5 * len(stored["sheets"])
    assert len({shown["learner"] for shown in stored["cards"]}) == len(stored["cards"])
    assert stored["keep"] is False


def shots(types):
    found, _ = load.load(types)
    for item in found:
        if item.id != "00-bad":
            sheet = compile.compile(item)
            yield item, sheet, list(preview.shots(item, sheet))


def test_a_preview_shows_every_state_of_every_type(types):
    names = {item.id: [shot.name for shot in states] for item, _, states in shots(types)}
    common = [
        "an answer to an earlier version",
        "answered, and refused: another learner",
        "answered, and not saved yet",
    ]
    assert all(states[0] == "not answered yet" and states[-3:] == common for states in names.values())
    assert names["00-number"][1:-3] == [
        "all hints taken", "answered: inside (358)", "answered: near (753)", "answered: far (1900)"
    ]  # fmt: skip
    assert names["00-ticks"][1:-3] == ["answered: the key", "answered: everything ticked", "answered: only a wrong one"]
    assert names["00-debate"][1:-3] == ["vote 1 taken", *(f"voted again, answered: option {x}" for x in "ABC")]
    opinion = load.item("00-open-it")
    assert [shot.name for shot in preview.shots(opinion, compile.compile(opinion))][1:-3] == [
        "vote 1 taken", "vote 2 asked in lesson 00", "voted again, answered: 70 of 100",
        "voted again without a first vote, answered: 70 of 100",
    ]  # fmt: skip
    assert names["00-text"][1:-3] == ["answered: a text"]


def test_what_a_preview_shows_is_what_its_heading_says(types):
    for item, sheet, states in [
        *shots(types),
        *((i, s := compile.compile(i), list(preview.shots(i, s))) for i in load.items("00")),
    ]:
        for shot in states:
            assert [log.problem(made) for made in shot.past] == [None] * len(shot.past)
            answers = [made["answer"] for made in shot.past if made["kind"] in ("vote", "commit")]
            assert all(grade(sheet, answer).outcome != "unanswered" for answer in answers), (item.id, shot.name)
            if shot.name == "answered: the key" or "inside" in shot.name:
                assert grade(sheet, answers[-1]).outcome == "supported"
            if shot.name in (
                "answered: everything ticked",
                "answered: one card wrong",
                "answered: one card not placed",
            ):
                assert grade(sheet, answers[-1]).outcome == "not yet"


def test_mistakes_of_a_file_come_first_with_file_and_line(types):
    html = preview.preview(types)
    first = html.index("Mistakes in this file")
    assert first < html.index('id="00-number"')
    listed = re.findall(r"<li>(.*?)</li>", html[first : html.index("<nav")])
    assert all(re.match(r"course/00_made_up/questions\.yaml:\d+: 00-", line) for line in listed), listed
    assert {"00-bad", "00-broken"} <= {line.split(": ")[1].split(",")[0] for line in listed}
    assert 'id="00-bad"' in html


def test_the_command_line_writes_a_preview_and_prints_where(types, tmp_path, capsys):
    assert cli.main(["preview", str(types), "-o", str(tmp_path / "made" / "page.html")]) == 0
    assert capsys.readouterr().out.strip().endswith("page.html")
    assert "Mistakes in this file" in (tmp_path / "made" / "page.html").read_text(encoding="utf-8")
    assert cli.main(["preview", "nowhere.yaml"]) == 2
    assert capsys.readouterr().out == "There is no lesson and no file 'nowhere.yaml'. Lessons: 00.\n"


# ---------------------------------------------------------------- on paper


def on_paper(types):
    found = [item for item in load.load(types)[0] if item.id != "00-bad"]
    return paper.worksheet("00", found), paper.key("00", found)


@pytest.mark.parametrize("item", tiny_items(), ids=lambda item: item.id)
def test_the_key_is_on_the_key_and_not_on_the_worksheet(item):
    worksheet, key = paper.worksheet("00", [item]), paper.key("00", [item])
    sheet = compile.compile(item)
    told = [sheet["explanation"], *(o["feedback"] for o in sheet["options"]), *(o.mistake for o in item.options)]
    for text in filter(None, told):
        assert text not in worksheet
        assert unescape(text) in unescape(key)
    for both in (worksheet, key):
        assert sheet["stem"] in both
    assert all(link["id"] in key and link["url"] in unescape(key) for link in sheet["evidence"])
    assert "<a " not in key


def test_every_type_has_a_form_to_write_on(types):
    worksheet, _ = on_paper(types)
    parts = dict(zip(("number", "text", "debate", "ticks"), worksheet.split("<section")[1:], strict=True))
    assert parts["number"].count("<svg") == 1
    assert "1,000" in parts["number"]
    assert not re.search(r"215|502|inside|First hint", parts["number"])
    assert parts["text"].count('class="line"') > 5
    assert "Level 1" not in parts["text"]
    assert parts["debate"].count("How sure are you that yours is the best of the three?") == 2
    assert ["Vote 1" in parts["debate"], "Vote 2, after you have talked" in parts["debate"]] == [True, True]
    assert parts["ticks"].count('class="box"') == 3


def test_the_key_says_it_in_words(types):
    _, key = on_paper(types)
    keys = re.findall(r"<b>Key:</b> (.*?)</p>", key)
    assert keys == [
        "from 215 to 502 visitors. Near: from 107.5 to 1,004 visitors.",
        "None: compare the text with the levels below.",
        "A. the first / B. the second: both can be argued",
        "A; ticked or not, both can be argued: C",
    ]
    assert "What speaks for it: K1." in key
    assert "question 4, answered alone afterwards" in key
    assert "First hint." in key


def test_a_line_for_numbers_has_round_ticks_and_both_ends():
    assert ruler.ticks(0, 100, False) == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    assert ruler.ticks(10, 10_000, True) == [10, 100, 1000, 10_000]
    assert ruler.ticks(3, 47, False) == [3, 5, 10, 15, 20, 25, 30, 35, 40, 45, 47]
    assert ruler.ticks(0, 1, False)[1] == pytest.approx(0.1)


def test_every_word_of_the_pages_is_used():
    ours = [*document.HERE.rglob("*.py"), *(document.HERE.parent / "screen" / "js" / "page").glob("*.js")]
    code = "".join(path.read_text(encoding="utf-8") for path in ours)
    for group in ("page", "preview", "paper"):
        for name in words(group):
            assert re.search(rf"""["'.]{name}\b""", code), (group, name)
