"""What `lesson.explore` opens, on a plain page with real sheets: fed by events, read aloud, by keyboard, on a phone."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from support import event

from lesson.bank import compile, journey, load
from lesson.core.words import words
from lesson.screen.ask import ask
from lesson.screen.explore import EXPLORERS, explore


@pytest.fixture
def mount(plain):
    """Show one card on a plain page."""
    return lambda card, past=(): plain(card.sheet, past)


def answered(item, number, **more):
    """The event of an answer to one item, in its present version."""
    return event(id=f"event-{number:04d}", item=item["id"], item_version=item["version"], **more)


def axe(page):
    return [
        (v["id"], v["nodes"][0]["html"][:100])
        for v in Axe().run(page).response["violations"]
        if v["id"] != "page-has-heading-one"
    ]


def votes(first=70, second=None):
    """First votes on the four claims, and second ones where asked."""
    found = []
    for number, (_, item) in enumerate(journey.votes()):
        part = journey.part(item)
        found.append(answered(part, number, kind="vote", vote=1, answer=first, confidence=60))
        if second is not None:
            found.append(answered(part, number + 50, kind="commit", vote=2, answer=second, confidence=80))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", EXPLORERS.names())
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page, mount, name, scheme):
    page.emulate_media(color_scheme=scheme)
    card = mount(explore(name), votes(70, 30))
    expect(card).to_be_visible()
    assert axe(page) == []
    for width in (1280, 375, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


def test_the_desk_asks_first_and_tells_afterwards(mount, page):
    first, second, *_ = explore("desk", half=1).sheet["items"]
    card = mount(explore("desk", half=1))
    expect(card).to_contain_text(first["date"])
    assert first["after"] not in card.inner_text()
    slider = card.get_by_role("slider", name="How sure are you that this will hold?")
    slider.fill("90")
    card.get_by_role("button", name="Write it down").click()
    feedback = card.get_by_role("status").filter(has_text=words("card")[first["outcome"]])
    expect(feedback).to_be_focused()
    expect(card).to_contain_text(first["after"])
    expect(card).to_contain_text("You were 90 % sure that it would hold.")
    card.get_by_role("button", name="Next report").click()
    expect(card).to_contain_text(second["date"])
    expect(card.get_by_role("slider")).to_be_visible()


def test_the_desk_scores_against_always_half(mount):
    sheet = explore("desk", half=1).sheet
    past = [
        answered(item, n, answer=100 if item["outcome"] == "confirmed" else 0) for n, item in enumerate(sheet["items"])
    ]
    card = mount(explore("desk", half=1), past)
    settled = sum(item["outcome"] != "unsettled" for item in sheet["items"])
    expect(card).to_contain_text(f"Your score: 0.00 over {settled} settled reports.")
    expect(card).to_contain_text("always says 50 % scores 0.25")
    assert card.get_by_role("row").count() == len(sheet["items"]) + 1


@pytest.mark.parametrize(
    ("found", "score"),
    [
        ([{"sure": 80, "held": True}, {"sure": 80, "held": False}], (0.04 + 0.64) / 2),
        ([{"sure": 50, "held": True}, {"sure": 99, "held": None}], 0.25),
        ([{"sure": 10, "held": None}], None),
        ([], None),
    ],
)
def test_the_brier_score_is_the_published_one(module, found, score):
    made = module.evaluate("(found) => lesson.brier(found)", found)
    assert made["score"] == (score if score is None else pytest.approx(score))
    assert made["n"] == sum(one["held"] is not None for one in found)


def test_calibration_counts_first_answers_and_leaves_debated_ones_out(module):
    sheet = {
        "type": "single",
        "version": "v1",
        "options": [{"verdicts": {"chosen": w}} for w in ("supported", "not yet", "debated")],
    }
    items = [{**sheet, "id": name} for name in "abc"]
    log = [
        event(id="event-0001", item="a", answer=1, confidence=90, attempt=1),
        event(id="event-0002", item="a", answer=0, confidence=100, attempt=2),
        event(id="event-0003", item="b", answer=0, confidence=50),
        event(id="event-0004", item="c", answer=2, confidence=50),
    ]
    found = module.evaluate(
        "([items, log]) => lesson.sureness(items, lesson.fold(log, {a: 'v1', b: 'v1', c: 'v1'}))", [items, log]
    )
    assert (found["n"], found["sure"], found["right"]) == (2, 70, 50)
    assert [(b["from"], b["to"], b["n"], b["right"]) for b in found["bands"]] == [
        (0, 39, 0, 0), (40, 59, 1, 1), (60, 79, 0, 0), (80, 100, 1, 0)
    ]  # fmt: skip


def test_calibration_says_how_few_answers_there_are(mount):
    item = journey.part(next(i for i in journey.graded() if i.type == "single" and not i.debated))
    right = next(n for n, o in enumerate(item["options"]) if o["verdicts"]["chosen"] == "supported")
    card = mount(explore("calibration"), [answered(item, 1, answer=right, confidence=70)])
    expect(card).to_contain_text("Over 1 first answers you were 70 % sure on average, and right in 100 %.")
    expect(card).to_contain_text("too few for a pattern")


def test_the_shift_sets_two_votes_side_by_side(mount):
    card = mount(explore("shift"), votes(70, 40))
    expect(card).to_contain_text("70 of 100, 60 % sure")
    expect(card).to_contain_text("30 points towards disagreement")
    card = mount(explore("shift"))
    expect(card.get_by_text("not to be compared yet").first).to_be_visible()


def test_a_second_vote_shows_the_first_one_only_afterwards(mount):
    past = votes(70)[:1]
    card = mount(ask("00-vote-a1", vote=2), past)
    assert "70 of 100" not in card.inner_text()
    card.get_by_role("slider", name="How far do you agree").fill("20")
    card.get_by_role("button", name="Vote again").click()
    expect(card.locator(".feedback")).to_contain_text("Your first vote: 70 of 100 (60 %).")
    expect(card.locator(".feedback")).to_contain_text("Your second vote: 20 of 100")


def test_a_second_vote_without_a_first_says_so(mount):
    card = mount(ask("00-vote-a1", vote=2))
    card.get_by_role("slider", name="How far do you agree").fill("20")
    card.get_by_role("button", name="Vote again").click()
    expect(card.locator(".feedback")).to_contain_text("There is no first vote of yours")


def test_a_filter_hides_counts_and_says_what_is_missing(mount):
    sheet = explore("cases").sheet
    card = mount(explore("cases"))
    count = sum(row["is"]["kind"] == "defection" and row["is"]["who"] == "diplomat" for row in sheet["rows"])
    expect(card.get_by_role("status")).to_contain_text(f"{count} of {len(sheet['rows'])} rows.")
    assert card.locator("tbody tr").count() == 10
    card.get_by_role("button", name="Ten more").click()
    expect(card.locator("table")).to_be_focused()
    expect(card.locator("caption")).to_contain_text(f"Rows 11 to 20 of {count}.")
    card.get_by_role("combobox", name="Kind of row").select_option(label="disappearance")
    card.get_by_role("combobox", name="Who").select_option(label="everybody")
    expect(card.get_by_role("status")).to_contain_text(f"1 of {len(sheet['rows'])} rows.")
    expect(card).to_contain_text(sheet["missing"])


def test_known_by_shows_what_could_be_known_on_the_essays_day(mount):
    card = mount(explore("known_by"))
    expect(card.get_by_role("status")).to_contain_text("17 of 22 reported departures of diplomats were public.")
    expect(card.get_by_role("status")).to_contain_text("1 more had surely happened by then and were not public.")


def test_the_rate_says_both_bands_for_every_choice(mount):
    sheet = explore("rate").sheet
    card = mount(explore("rate"))
    picks = card.get_by_role("combobox")
    for name in ("0,0,0,0", "1,2,1,2"):
        for place, index in enumerate(name.split(",")):
            picks.nth(place).select_option(index)
        for line in sheet["cells"][name]["say"]:
            expect(card.get_by_role("status")).to_contain_text(line)
    assert len(sheet["cells"]) == 2 * 3 * 3 * 3


def test_the_chain_folds_into_its_origins(mount, page):
    sheet = explore("chain").sheet
    origins = [link for link in sheet["links"] if link["origin"]]
    card = mount(explore("chain"))
    assert card.locator("tbody tr").count() == len(sheet["links"])
    card.get_by_role("button", name="Fold the links that repeat").focus()
    page.keyboard.press("Space")
    expect(card.locator("tbody tr")).to_have_count(len(origins))
    expect(card.get_by_role("status")).to_contain_text(f"{len(sheet['links']) - len(origins)} publications repeat.")


def test_the_summary_holds_votes_texts_and_scores_as_text(mount, page):
    texts = [journey.part(item) for item in journey.texts()]
    hostile = "<img src=x onerror=alert(1)> my words"
    card = mount(
        explore("summary"), [*votes(70, 40), *(answered(item, 90 + n, answer=hostile) for n, item in enumerate(texts))]
    )
    expect(card).to_contain_text("30 points towards disagreement")
    assert card.locator("blockquote").all_inner_texts() == [hostile] * len(texts)
    assert card.locator("img").count() == 0
    page.evaluate("() => { HTMLIFrameElement.prototype.printed = 0; }")
    with page.expect_download() as download:
        card.get_by_role("link", name="Download it as text").click()
    assert "30 points towards disagreement" in Path(download.value.path()).read_text(encoding="utf-8")


def test_the_summary_holds_what_was_expected_beside_the_record(mount, page):
    made = explore("summary")
    guess = {
        **{"id": "00-g", "version": "v1", "type": "predict", "columns": [], "bands": [], "options": []},
        **{"ask": "number", "years": [], "given": 0, "use": ["guess"], "text": "How many?", "shown": "14 of 22"},
        "unit": "reports",
    }
    unmade = {**guess, "id": "00-h", "text": "How many more?", "shown": "7 of 22"}
    made.sheet = {**made.sheet, "items": [*made.sheet["items"], guess, unmade]}
    card = mount(made, [event(item="00-g", item_version="v1", answer=9)])
    table = card.get_by_role("table", name="Before you looked, and the record.")
    assert [row.split("\t") for row in table.locator("tbody tr").all_inner_texts()] == [
        ["How many?", "9 reports", "14 of 22"]
    ]
    assert "7 of 22" not in card.inner_text()


def test_a_weighed_card_keeps_its_weight_and_is_graded_by_its_column(module):
    sheet = {
        "type": "match",
        "columns": ["for", "against"],
        "options": [{"verdicts": {"for": "supported", "against": "not yet"}}] * 2,
    }
    grade = "([sheet, answer]) => lesson.grade(sheet, answer)"
    assert module.evaluate(grade, [sheet, [[0, 2], [0, None]]])["outcome"] == "supported"
    assert module.evaluate(grade, [sheet, [[1, 2], [None, 3]]])["options"] == ["not yet", "unanswered"]
    assert module.evaluate(grade, [sheet, [[None, 2], [None, 3]]])["outcome"] == "unanswered"
    assert json.dumps(compile.compile(load.items("00")[0])["weights"]) == "[]"
