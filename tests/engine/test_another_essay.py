"""The engine teaches another text, with another course, other tables and other words, and not one line of it changed."""

import csv
import re
from html import unescape

import pytest
from engine.test_rooms import ROWS, SUBJECT
from support import HOME, TINY, run_python, tiny_items

import lesson
from lesson import tables
from lesson.bank import facts, lessons, load
from lesson.bank.kinds import KINDS
from lesson.core import home
from lesson.publish import cli, codebook, page, paper, preview
from lesson.publish.coverage import coverage
from lesson.screen.registries import EXPLORERS, LOOKS


def words(shown):
    """What a card or a look says in plain text and in HTML, and no widget needed."""
    bundle = shown._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    return data["text/plain"], unescape(re.sub(r"<[^>]+>", " ", data["text/html"]))


def test_there_is_nothing_to_mend(capsys):
    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out == "Tables, questions and lessons: nothing to mend.\n"


def test_a_process_of_its_own_finds_this_home_too():
    done = run_python(HOME, "-m", "lesson.publish.cli", "coverage", LESSON_HOME=str(TINY))
    assert [line.split(" | ")[0] for line in done.stdout.splitlines()[2:]] == ["| K1", "| K2", "| K3"]


def test_every_kind_of_question_is_asked_once():
    assert sorted(item.type for item in load.items("00")) == sorted(KINDS)
    assert lessons.numbers() == ["00"]


@pytest.mark.parametrize("item", tiny_items(), ids=lambda item: item.type)
def test_a_question_is_asked_and_its_votes_and_numbers_are_as_written(item):
    for form in words(lesson.ask(item.id)):
        assert f"of {len(load.items('00'))}" in form
    again = item.again_in == "00"
    if again:
        assert words(lesson.ask(item.id, vote=2))[0].startswith("Second vote on K3. ")
    else:
        with pytest.raises(ValueError, match="no vote 2"):
            lesson.ask(item.id, vote=2)


def test_a_key_is_computed_from_the_tables_of_this_course():
    counted = [row["visitors"] for row in tables.rows("counts")]
    item = load.item("00-how-many")
    assert item.bands[0] == (min(counted), max(counted))
    assert "31 people came" in load.item("00-full-room").stem


def test_facts_looks_and_rows_are_those_of_the_home_in_use():
    mine = set(facts.FACTS.names()), set(LOOKS.names()), set(tables.names())
    with home.at(HOME):
        theirs = set(facts.FACTS.names()), set(LOOKS.names()), set(tables.names())
    assert mine[0] - theirs[0] == {"trial_sundays", "fewest_visitors", "most_visitors", "visitors"}
    assert mine[1] - theirs[1] == {"sundays", "who says so"}
    assert mine[2] - theirs[2] == {"counts"}
    assert facts.value("visitors(CNT-2)") == "18"


SHOWN = {
    "sundays": ({}, "31 [disputed: visitors]"),
    "who says so": ({}, "Who says so: The council, which ran the trial."),
    "claims": ({}, "The claims of the letter, and what rests on what."),
    "map": ({}, "K3 (the library): The library should open every Sunday. Rests on K2."),
    "essay": ({}, "Title. She asks why the library"),
    "evidence": ({"claim": "K1"}, "Evidence on K1, 1 to 2 of 2; read in April 2024; the newest is of March 2024."),
    "evidence picture": ({"claim": "K3"}, "About the village, challenges: 1 (council paper 1)."),
    "glossary": ({"lesson": "00"}, "Café Nord"),
    "sources": ({"lesson": "00"}, "5 publications behind the questions of lesson 00"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_everything_that_can_be_shown_is_shown(name):
    asked, says = SHOWN[name]
    text, html = words(lesson.show(name, **asked))
    assert says in text
    assert re.split(r"\. |: | [(\[]", says)[-1].strip("])") in html


def test_no_look_of_the_engine_is_left_out():
    assert set(SHOWN) == set(LOOKS.names())


def test_how_a_digest_was_made_is_not_shown():
    assert "restates" not in repr(lesson.show("essay"))


def test_a_copy_of_the_text_is_named_as_the_course_names_it(monkeypatch, tmp_path):
    (tmp_path / "own.txt").write_text("Dear <b>Weekly</b>,", encoding="utf-8")
    monkeypatch.setenv("LESSON_ESSAY", str(tmp_path / "own.txt"))
    html = lesson.show("essay").html
    assert "<summary>Your copy of the letter</summary><p>Dear &lt;b&gt;Weekly&lt;/b&gt;,</p>" in html


def test_the_map_knows_what_is_voted_on_and_what_rests_on_what():
    sheet = lesson.explore("map").sheet
    claims = {claim["id"]: claim for claim in sheet["claims"]}
    assert {name: claim["asked"] for name, claim in claims.items()} == {"K1": True, "K2": True, "K3": False}
    assert {name: claim["dotted"] for name, claim in claims.items()} == {"K1": False, "K2": True, "K3": False}
    assert [claims[name]["rests"] for name in claims] == [[], [], ["K2"]]
    assert [claims[name]["disputes"] for name in claims] == [[], ["K1"], []]
    assert claims["K2"]["note"] == "Two Sundays, counted at the door."
    assert claims["K1"]["note"] == claims["K3"]["note"] == ""
    assert [claims[name]["place"] for name in claims] == [[1, 1, 1], [2, 1, 1], [3, 1, 1]]
    assert claims["K3"]["item"]["id"] == "00-open-it"


def test_views_of_ones_own_answers_take_the_items_of_this_course():
    ids = {name: [item["id"] for item in lesson.explore(name).sheet["items"]] for name in EXPLORERS.names()}
    assert ids["shift"] == ["00-open-it"]
    asked = [item.id for item in load.items("00") if item.confidence]
    assert ids["calibration"] == asked
    assert asked == ["00-how-many", "00-full-room", "00-what-was-counted"]
    assert ids["summary"] == [item.id for item in load.items("00")]
    assert [item["id"] for item in lesson.progress("00").sheet["items"]] == ids["summary"]
    summary = lesson.explore("summary").sheet
    assert (summary["title"], summary["lessons"]) == ("My course: Open on Sundays?", ["00"])
    uses = {item["id"]: item["use"] for item in summary["items"]}
    assert uses["00-open-it"] == ["lesson 00", "claim"]
    assert uses["00-fair-letter"] == ["lesson 00", "text"]
    assert uses["00-full-room"] == ["lesson 00", "sure"]
    assert uses["00-full-bus"] == ["lesson 00"]


def test_a_lesson_says_that_it_is_ready(capsys):
    lesson.ready("00")
    assert (
        capsys.readouterr().out
        == "Ready: lesson 00, 11 questions. Sources read in April 2024; the newest is of March 2024.\n"
    )


def test_pages_of_every_kind_are_made():
    found = load.items("00")
    made = [
        page.questions("00"),
        preview.preview(lessons.questions("00")),
        paper.worksheet("00", found),
        paper.key("00", found),
    ]
    for html in made:
        assert all(item.stem.split("**")[-1].split()[-1] in html for item in found)
    assert "No mistake was found in this file." in made[1]
    assert "from 18 to 31 visitors" in made[3]
    assert "## data/counts.csv" in codebook.codebook()


def test_a_preview_is_named_after_its_lesson(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(home, "build", lambda: tmp_path)
    assert cli.main(["preview", "course/00_sunday_library/questions.yaml"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["preview-00.html"]


def test_coverage_counts_evidence_and_questions_of_each_claim():
    found = {cover.claim: cover for cover in coverage()}
    assert {name: dict(cover.evidence) for name, cover in found.items()} == {
        "K1": {"challenges": 1, "supports": 1}, "K2": {"qualifies": 1}, "K3": {"challenges": 1}
    }  # fmt: skip
    assert found["K1"].items == (
        "00-for-or-against", "00-how-many", "00-full-room", "00-what-was-counted", "00-which-came-first",
        "00-whose-papers", "00-which-word",
    )  # fmt: skip
    assert found["K3"].items == (
        "00-open-it", "00-what-was-counted", "00-which-came-first", "00-whose-papers", "00-fair-letter"
    )  # fmt: skip
    assert found["K2"].debated == ("00-full-bus",)


# ---------------------------------------------------------------- the tests of the engine keep to it

TESTS = [path for path in sorted((HOME / "tests" / "engine").glob("*.py")) if path.name != "test_rooms.py"]
ID = re.compile(r"[\w-]*\d[\w-]*")


def ids_of(path):
    """The ids in a table (its first column, where that is no word) or in a file of questions."""
    if path.suffix == ".yaml":
        return set(re.findall(r"^- id: (\S+)$", path.read_text(encoding="utf-8"), re.M))
    with path.open(encoding="utf-8", newline="") as file:
        return {row[0] for row in csv.reader(file) if row and ID.fullmatch(row[0])}


def files(place):
    """The files of a home in which something has an id."""
    return [*place.glob("course/*/questions.yaml"), *place.glob("seeds/*.csv"), *place.glob("data/*.csv")]


def named(place):
    """The ids of claims, rows, questions and lessons of a course."""
    return {path.name for path in place.glob("course/[0-9][0-9]_*")}.union(*map(ids_of, files(place)))


THEIRS = named(HOME) - named(TINY)


def strange(text):
    """What a text names of the real course; an id that the tiny one has too is its own."""
    said = set(re.findall(r"[\w-]+", text)) & THEIRS
    return sorted(said | set(re.findall(rf"(?i:{SUBJECT})|{ROWS}", text)))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_the_tests_of_the_engine_name_nothing_of_the_real_course(path):
    assert strange(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", files(HOME), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_scan_would_see_every_id_of_the_real_course(path):
    assert [name for name in ids_of(path) if strange(f'find("{name}")') == []] == []


def test_the_scan_would_see_a_lesson_and_takes_what_is_tinys_own():
    assert all(strange(f"course/{path.name}/facts.py") for path in HOME.glob("course/[0-9][0-9]_*"))
    assert strange("K1 EV-01 CNT-2 00-full-bus 00_sunday_library") == []
