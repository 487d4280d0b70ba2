"""A folder of answers of an earlier version is read today as it was read then (see replay/README.md)."""

import json
import shutil
from pathlib import Path
from statistics import mean

import pytest

from lesson.bank import journey
from lesson.bank.claim_names import label
from lesson.bank.grade import grade
from lesson.bank.rules import SURE
from lesson.core.event import KINDS
from lesson.core.fold import fold
from lesson.record.log import Log
from lesson.screen.explore import explore

REPLAY = Path(__file__).parent / "replay"
PARTS, COURSE, LEARNERS = (
    json.loads((REPLAY / f"{name}.json").read_text(encoding="utf-8")) for name in ("parts", "course", "learners")
)
VERSIONS = {item: part["version"] for item, part in PARTS.items()}
EVENTS = ("first", "vote", "commit", "earlier", "note")
FRESH = {"attempt": 1, "hints": 0}
DROPPED = {
    "01-the-passports",
    "01-what-is-solid",
    "04-who-else-says-so",
    "01-a-wanted-post",
    "01-what-refusing-costs",
    "01-written-price",
    "05-force-and-threat",
}
"""Questions of that day that the course asks no more; answers to them are kept on disk and counted nowhere."""


@pytest.fixture(params=LEARNERS)
def folder(request):
    return request.param


@pytest.fixture
def log(folder, tmp_path):
    """The log of one learner, on a copy of the folder."""
    found = Log(Path(shutil.copytree(REPLAY / "answers", tmp_path / "answers")))
    found.switch(folder)
    return found


def test_whoever_was_here_last_is_here_now(tmp_path):
    log = Log(Path(shutil.copytree(REPLAY / "answers", tmp_path / "answers")))
    assert log.learner.folder == "learner-2"
    assert [(learner.folder, learner.id, learner.name) for learner in log.learners()] == [
        (name, learner["id"], learner["name"]) for name, learner in LEARNERS.items()
    ]


def test_the_same_lines_are_read_and_the_same_are_named(log, folder):
    assert [event["id"] for event in log.events] == LEARNERS[folder]["events"]
    assert log.problems == LEARNERS[folder]["problems"]


def test_reading_them_changes_no_byte(log, folder):
    here = log.home / folder
    assert {p.name: p.read_bytes() for p in here.iterdir()} == {
        p.name: p.read_bytes() for p in (REPLAY / "answers" / folder).iterdir()
    }


def test_a_learner_stands_with_each_question_where_they_stood(log, folder):
    found = {}
    for item, state in fold(log.events, VERSIONS).items():
        ids = {name: getattr(state, name)["id"] for name in EVENTS if getattr(state, name)}
        found[item] = {**ids, "attempt": state.attempt, "hints": state.hints}
    assert {item: state for item, state in found.items() if state != FRESH} == LEARNERS[folder]["states"]


def test_each_answer_gets_the_verdict_that_it_got(log, folder):
    found = {}
    for item, state in fold(log.events, VERSIONS).items():
        answers = {name: getattr(state, name)["answer"] for name in EVENTS[:3] if getattr(state, name)}
        verdicts = {name: grade(PARTS[item], answer) for name, answer in answers.items()}
        if verdicts:
            found[item] = {name: [verdict.outcome, *verdict.options] for name, verdict in verdicts.items()}
    assert found == LEARNERS[folder]["verdicts"]


def test_how_sure_and_how_right_is_the_same(log, folder):
    """First answers, as the script counts them, against what it counted."""
    found = []
    for item, state in fold(log.events, VERSIONS).items():
        if state.first and PARTS[item]["type"] not in ("scale", "reflect") and state.first["confidence"] is not None:
            outcome = grade(PARTS[item], state.first["answer"]).outcome
            if outcome in ("supported", "not yet"):
                found.append((state.first["confidence"], outcome == "supported"))
    then = LEARNERS[folder]["sureness"]
    assert len(found) == then["n"]
    assert mean(sure for sure, _ in found) == pytest.approx(then["sure"])
    assert 100 * mean(right for _, right in found) == pytest.approx(then["right"])
    for band in then["bands"]:
        here = [right for sure, right in found if band["from"] <= sure <= band["to"]]
        assert (len(here), sum(here)) == (band["n"], band["right"])


def unchanged():
    """The questions of then whose version is the same today, and so count with the answers of then."""
    return {item.id: item for item in journey.items() if VERSIONS.get(item.id) == item.version}


def test_no_question_lost_its_id_and_what_has_the_same_version_is_graded_alike():
    there = {item.id for item in journey.items()} | {part["id"] for _, part, _ in journey.claims()}
    asked = {item for listed in COURSE["progress"].values() for item, _ in listed}
    assert asked - there == DROPPED
    assert len(unchanged()) >= 10
    for item in unchanged().values():
        now = journey.part(item)
        assert {name: now[name] for name in PARTS[item.id]} == PARTS[item.id]


def test_the_summary_holds_the_same_of_each_question_that_did_not_change():
    today, kept = explore("summary").sheet, unchanged()
    found = {item["id"]: item for item in today["items"]}
    for then in COURSE["summary"]["items"]:
        if then["id"] in kept:
            then = {**then, **({"claim": label(then["claim"])} if "claim" in then else {})}  # said by its name since
            asks = PARTS[then["id"]]["type"] in SURE  # of sorts and ticks it is asked no more how sure one is
            then["use"] = [use for use in then["use"] if use != "sure" or asks]
            assert {name: found[then["id"]].get(name) for name in then} == then
            assert {name: found[then["id"]][name] for name in PARTS[then["id"]]} == PARTS[then["id"]]
    assert today["title"] == COURSE["summary"]["title"]
    assert set(COURSE["summary"]["lessons"]) <= set(today["lessons"])


def test_the_folder_holds_every_kind_of_line_question_and_verdict():
    lines = [
        line for path in REPLAY.glob("answers/*/*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()
    ]
    events = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
    assert len(lines) - len(events) == 2  # one that was cut off, one that is none
    assert {event["kind"] for event in events} == set(KINDS)
    assert {event["vote"] for event in events} == {None, 1, 2}
    asked = [PARTS[item]["type"] for learner in LEARNERS.values() for item in learner["verdicts"]]
    assert set(asked) == {"single", "multiple", "match", "numeric", "scale", "reflect"}  # the kinds of that day
    verdicts = [v for learner in LEARNERS.values() for found in learner["verdicts"].values() for v in found.values()]
    assert {verdict[0] for verdict in verdicts} == {"supported", "not yet", "debated", "unanswered", None}
    assert any("earlier" in state for state in LEARNERS["learner-1"]["states"].values())
