"""The drawn figures of this course: each says its numbers in words, and a changed cell changes words and marks."""

import re

import pytest

import lesson
from course.shared import facts
from lesson.screen.drawn.evidence import STANCES
from lesson.screen.registries import LOOKS
from lesson.tables import evidence

DRAWN = ["counts", "world", "waits", "ladder drawn", "openings drawn"]


def test_every_wait_is_said_in_words():
    text = lesson.show("waits").text
    assert len(re.findall(r"^- ", text, re.M)) == len(facts.diplomats())
    assert "Kuwait, left 2019-09, public 2021-01: 16 months." in text
    assert "Thailand, left 2014, public 2016-08: 20 to 31 months." in text
    assert f"n = {len(facts.diplomats())} in our rows" in text


def test_a_changed_date_changes_the_words_and_the_marks(monkeypatch):
    before = lesson.show("waits")
    first, *others = facts.diplomats()
    changed = [{**first, "public_since": "2025-01"}, *others]
    used = LOOKS.find("waits").__globals__["facts"]  # another test may have loaded the course anew
    monkeypatch.setattr(used, "diplomats", lambda: changed)
    after = lesson.show("waits")
    assert before.text != after.text
    assert before.html != after.html


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_says_how_many_in_whose_rows_and_when_they_were_read(name):
    text = lesson.show(name).text
    assert re.search(r"n = \d+ .*in our rows", text)
    assert "read in November 2026" in text
    assert lesson.show(name).html == lesson.show(name).html


@pytest.mark.parametrize("claim", ["A1", "A2", "A3", "C1", "C2", "C3", "C4", "C5", "C6"])
def test_evidence_is_counted_by_stance_kind_and_group(claim):
    found = evidence(bears_on=claim)
    look = lesson.show("evidence picture", claim=claim)
    counted = re.findall(rf"(?:{'|'.join(STANCES)}): (\d+) \(", look.text)
    assert sum(map(int, counted)) == len(found) == look.html.count("<summary aria-label=")
    assert f"{len(found)} pieces" in look.text
    assert set(STANCES) == {row["stance"] for row in evidence()}


def test_the_world_counts_every_departure_once_and_every_mission():
    text = lesson.show("world").text
    told = re.search(r"Departures, (\d+) with a host country: (.*?)\. Without one: (\d+)\.", text)
    assert int(told[1]) == sum(map(int, re.findall(r" (\d+)", told[2])))
    assert int(told[1]) + int(told[3]) == len(facts.diplomats())
    assert "Missions left, 44: " in text


def test_a_table_of_evidence_shows_whom_it_is_about():
    look = lesson.show("evidence", claim="C3")
    assert "about Mongolia" in look.text
    assert "Evidence on party (C3), 1 to 6 of 6" in look.text


@pytest.mark.parametrize("name", ["evidence", "evidence picture"])
def test_a_claim_without_evidence_is_answered_with_the_claims_there_are(name):
    with pytest.raises(ValueError, match=r"There is no evidence on 'A9'\. Write one of: A1, A2, A3, C1, .*C6\."):
        lesson.show(name, claim="A9")


def test_a_picture_of_evidence_asks_for_its_claim():
    with pytest.raises(ValueError, match=r"needs the name of a claim\. Write one of: A1, A2, "):
        lesson.show("evidence picture")
