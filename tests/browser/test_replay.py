"""Answers of an earlier version, in the script of today: the same states, and the same numbers on the cards."""

import json
import re

import pytest
from support import HOME

from lesson.record.read import read_folder

REPLAY = HOME / "tests" / "course" / "replay"
PARTS, COURSE, LEARNERS = (
    json.loads((REPLAY / f"{name}.json").read_text(encoding="utf-8")) for name in ("parts", "course", "learners")
)
VERSIONS = {item: part["version"] for item, part in PARTS.items()}
EVENTS = ("first", "vote", "commit", "earlier", "note")
FRESH = {"attempt": 1, "hints": 0}


@pytest.fixture(params=LEARNERS)
def learner(request):
    return request.param


LINE = (
    '<p class="standing"></p><ol class="numbers">{}</ol><div class="problems"></div><p class="offer"></p><p class="kept-for" tabindex="-1"></p>'
    '<form class="others"></form><form class="switch"><select name="folder"></select></form>'
)


@pytest.fixture
def past(learner):
    return [event for event, _ in read_folder(REPLAY / "answers" / learner) if event]


def test_the_script_folds_and_counts_them_as_it_did(module, past, learner):
    states = module.evaluate("([events, versions]) => lesson.fold(events, versions)", [past, VERSIONS])
    found = {}
    for item, state in states.items():
        ids = {name: state[name]["id"] for name in EVENTS if state[name]}
        found[item] = {**ids, "attempt": state["attempt"], "hints": state["hints"]}
    assert {item: state for item, state in found.items() if state != FRESH} == LEARNERS[learner]["states"]
    graded = [PARTS[item["id"]] for item in COURSE["summary"]["items"] if "sure" in item["use"]]
    sure = module.evaluate("([items, states]) => lesson.sureness(items, states)", [graded, states])
    assert sure == LEARNERS[learner]["sureness"]


def test_progress_and_summary_show_the_numbers_that_they_showed(plain, page, past, learner):
    """What is open was once said in words; now it is the links of the numbers that carry no mark."""
    items = [{**PARTS[item["id"]], **item} for item in COURSE["summary"]["items"]]
    sheets = {"summary": {**COURSE["summary"], "id": "summary", "view": "summary", "items": items}}
    for lesson, listed in COURSE["progress"].items():
        asked = [
            {
                "id": item,
                "version": VERSIONS[item],
                "again_in": again,
                "number": number,
                "lesson": lesson,
                "extra": False,
            }
            for number, (item, again) in enumerate(listed, 1)
        ]
        sheets[f"progress {lesson}"] = {
            "id": f"{lesson}-progress", "view": "progress", "lesson": lesson, "items": asked, "title": "",
            "html": LINE.format("".join(f'<li><a href="#{item["id"]}">{item["number"]}</a></li>' for item in asked)),
        }  # fmt: skip
    found = {}
    for name, sheet in sheets.items():
        plain(sheet, past, folder=learner)
        page.evaluate("() => document.querySelectorAll('.earlier').forEach((e) => e.remove())")  # shown only since then
        page.evaluate("() => document.querySelectorAll('.numbers .done').forEach((e) => e.remove())")
        found[name] = re.findall(r"\d+", page.locator("main").inner_text())
    assert found == LEARNERS[learner]["numbers"]
