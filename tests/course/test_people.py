"""Real people, some with families at risk: no name stands in the project that is not in data/people.csv."""

import json
import re

import pytest
from support import HOME, LESSONS

from course.shared import rules
from course.shared.addresses import KEPT, told_by
from course.shared.people import allowed, strangers
from course.shared.rules import people_in_addresses
from lesson.publish import own_rules
from lesson.tables import rows


def texts():
    """Everything that a reader can meet: what `check` reads, and stored lessons, tests, documents."""
    for file, lines in own_rules.texts():
        if file != "data/people.csv":
            yield file, re.sub(r"https?://[^\s,]+", " ", "\n".join(lines))
    for path in [
        *HOME.glob("*.md"),
        *(HOME / "data").glob("*.md"),
        *(HOME / "tests").rglob("*.py"),
    ]:
        if path.name != "test_people.py":
            yield path.name, path.read_text(encoding="utf-8")
    for path in LESSONS:
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
            outputs = json.dumps(cell.get("outputs", []), ensure_ascii=False)
            yield f"{path.name} cell {number}", "".join(cell["source"]) + outputs


def test_no_name_stands_anywhere_that_is_not_in_people_csv():
    found = {place: strange for place, text in texts() if (strange := strangers(text, allowed()))}
    assert found == {}


@pytest.mark.parametrize("name", ["Kim Chol-su", "Pak Yong Ho", "Choe Un-hui", "김철수", "Ri Chol"])
def test_the_scan_would_see_a_name(name):
    assert strangers(f"It was said that {name} had left the post.", allowed())


@pytest.mark.parametrize("name", ["Thae Yong-ho", "태영호", "Kim Jong Un"])
def test_the_scan_lets_a_public_name_pass(name):
    assert strangers(f"According to {name}, it was so.", allowed()) == []


def test_whoever_is_named_in_a_case_has_a_ground():
    grounds = {row["name"]: row["ground"] for row in rows("people")}
    for row in rows("cases"):
        if row["person_name"]:
            assert grounds[row["person_name"]] == "spoke in public"
            assert row["case_kind"] == "defection"


def test_nobody_who_went_home_or_vanished_is_named():
    for row in rows("cases"):
        if row["case_kind"] != "defection":
            assert row["person_name"] == ""
            assert row["person_hangul"] == ""


@pytest.mark.parametrize(
    "word",
    [
        r"suicid",
        r"killed h(im|er)self",
        r"\b(son|daughter|child|wife|husband|brother|sister|mother|father)\b[^.|]{0,20} aged \d",
        r"\d+-year-old (son|daughter|child)",
        r"(son|daughter) (called|named)",
    ],
)
def test_no_ages_of_relatives_and_no_self_harm(word):
    for place, text in texts():
        if not place.startswith("test_"):
            assert not re.search(word, text, re.I), place


def test_check_says_where_a_name_stands(monkeypatch):
    monkeypatch.setattr(rules, "texts", lambda: [("data/cases.csv", ["case_id", "It was Pak Chol-min, he said."])])
    (problem,) = rules.names_of_people()
    assert str(problem).startswith("data/cases.csv:2: people: The name 'Pak Chol-min' is not in data/people.csv.")
    assert "'a third secretary'" in problem.mend


def test_an_address_that_is_kept_still_needs_its_reason():
    told = {row["source_id"]: told_by(row["url"], allowed()) for row in rows("sources") if row["url"]}
    assert [source for source in KEPT if not told.get(source)] == []
    assert list(people_in_addresses()) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2013/kim-chol-su-leaves-post",
        "https://example.org/news?title=envoys-daughter",
        "https://example.org/2020/17-year-old",
        "https://example.org/%EA%B9%80%EC%B2%A0%EC%88%98",
        "https://example.org/%EC%95%84%EB%93%A4",
    ],
)
def test_the_scan_of_addresses_would_see_it(url):
    assert told_by(url, allowed())


@pytest.mark.parametrize(
    "url", ["https://example.org/kim-jong-uns-regime", "https://kim-chol.example/news", "https://example.org/hong-kong"]
)
def test_the_scan_of_addresses_lets_public_names_pass(url):
    assert told_by(url, allowed()) == []
