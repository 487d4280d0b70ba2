"""lesson.js and Python agree, in Chromium, without node."""

import pytest
from support import vectors

VECTORS = vectors()
IDS = ("vote", "commit", "earlier", "note")


def test_every_answer_gets_the_same_verdict(module):
    found = module.evaluate(
        "({sheets, grading}) => grading.map((c) => lesson.grade(sheets[c.sheet], c.answer))", VECTORS
    )
    wanted = [{"outcome": case["outcome"], "options": case["options"]} for case in VECTORS["grading"]]
    assert [(c["name"], f) for c, f in zip(VECTORS["grading"], found, strict=True)] == [
        (c["name"], w) for c, w in zip(VECTORS["grading"], wanted, strict=True)
    ]


def test_all_events_fold_to_the_same_state(module):
    found = module.evaluate("(cases) => cases.map((c) => lesson.fold(c.events, c.versions))", VECTORS["fold"])
    for case, states in zip(VECTORS["fold"], found, strict=True):
        for item, wanted in case["states"].items():
            state = states[item]
            ids = {name: state[name] and state[name]["id"] for name in IDS}
            assert {**ids, "attempt": state["attempt"], "hints": state["hints"]} == wanted, case["name"]


@pytest.mark.parametrize(("text", "number"), VECTORS["numbers"])
def test_a_number_is_read_as_people_write_it(module, text, number):
    assert module.evaluate("(text) => lesson.readNumber(text)", text) == number


@pytest.mark.parametrize(
    ("text", "number"), [("20 diplomats", 20), ("1 Diplomat", 1), ("diplomats", None), ("20 cats", None)]
)
def test_the_unit_may_stand_after_the_number(module, text, number):
    assert module.evaluate("(text) => lesson.readNumber(text, 'diplomats')", text) == number
