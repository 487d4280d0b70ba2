"""A figure says in words what it draws, and a changed number changes the words."""

import base64
import re

import matplotlib
import pytest

import lesson
from course.shared import facts, pictures
from lesson.screen import picture as figure
from lesson.tables import evidence


def test_every_wait_is_said_in_words():
    picture = pictures.waits(facts.diplomats(), facts.wait, "November 2026")
    assert len(picture.words.splitlines()) == len(facts.diplomats())
    assert "Kuwait City, left 2019-09, public 2021-01: 16 months." in picture.words
    assert "Thailand, left 2014, public 2016-08: 20 to 31 months." in picture.words
    assert f"n = {len(facts.diplomats())}" in picture.caption


def test_a_changed_date_changes_the_words_and_the_pixels():
    rows = facts.diplomats()
    before = pictures.waits(rows, facts.wait, "x")
    rows[-1]["public_since"] = "2025-01"
    after = pictures.waits(rows, facts.wait, "x")
    assert before.words != after.words
    assert before.html() != after.html()


def test_pixels_and_words_are_the_same_each_time():
    assert lesson.show("waits").html == lesson.show("waits").html
    assert lesson.show("waits").text == lesson.show("waits").text


def test_the_style_that_a_reader_has_set_changes_no_figure_and_comes_back():
    before = lesson.show("waits").html
    with matplotlib.rc_context({"font.size": 40, "axes.facecolor": "black", "axes.grid": True}):
        assert lesson.show("waits").html == before
        assert matplotlib.rcParams["font.size"] == 40


@pytest.mark.parametrize("claim", ["A1", "A2", "A3", "C1", "C2", "C3", "C4", "C5", "C6"])
def test_evidence_is_counted_by_stance_kind_and_group(claim):
    rows = evidence(bears_on=claim)
    picture = figure.evidence(rows, claim, "November 2026")
    assert sum(
        int(n) for n in re.findall(r"(?:supports|qualifies|cautions|challenges): (\d+) \(", picture.words)
    ) == len(rows)
    assert f"n = {len(rows)}" not in picture.alt
    assert f"{len(rows)} pieces" in picture.alt


def test_every_kind_of_evidence_has_a_shape_of_its_own():
    kinds = {row["kind"] for row in evidence()}
    assert len(kinds) <= len(set(figure.SHAPES)) == len(figure.SHAPES)
    assert set(figure.COLOURS) == set(figure.STANCES) == {row["stance"] for row in evidence()}


def test_the_image_has_an_alternative_text_and_is_a_picture():
    html = lesson.show("evidence picture", claim="A3")._repr_mimebundle_()["text/html"]
    alt, data = re.search(r'<img alt="([^"]+)"', html)[1], re.search(r"base64,([^\"]+)", html)[1]
    assert alt.startswith("Evidence on family (A3), ")
    assert base64.b64decode(data).startswith(b"\x89PNG")


def test_no_figure_state_is_left_behind():
    import sys

    lesson.show("waits")
    assert "matplotlib.pyplot" not in sys.modules


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
