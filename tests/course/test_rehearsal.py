"""One period by the plan: whatever a teacher is told to open, press, print or read is there under that name."""

import re

import pytest
from support import HOME

import do
import lesson
from lesson.bank import compile, lessons, load
from lesson.publish import lesson_file, paper
from lesson.publish.handout import pdf, plan
from lesson.publish.pace import calls
from lesson.publish.pages import site

PLANS = [HOME / "README.md", HOME / "docs" / "class.md", HOME / "course" / "06_for_teachers" / "lesson.md"]
MADE = {
    "voting-cards",
    *(f"{n}-{name}" for n in lessons.numbers() for name in ("worksheet", "key", "cards", "long-key")),
}


def text_of(path):
    return path.read_text(encoding="utf-8")


def code_of(number):
    return [cell.source for cell in lesson_file.read(number)[0] if cell.kind == "code"]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_command_of_a_plan_is_one(path):
    named = re.findall(r"`(?:make|(?:python|py) do\.py) (\w+)", text_of(path))
    assert [name for name in named if name not in do.COMMANDS] == []


def test_make_knows_every_command_of_the_plans():
    rules = re.search(r"^lab .*?:", text_of(HOME / "Makefile"), re.M)[0]
    assert {"lab", "handouts"} <= set(rules.rstrip(":").split())


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_file_that_a_plan_leads_to_is_there(path):
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text_of(path)) if not link.startswith(("http", "mailto"))]
    for link in links:
        name, _, anchor = link.partition("#")
        there = (path.parent / name).resolve() if name else path
        if path.name == "lesson.md" and name:  # as the notebook that is built of it sees it
            there = (HOME / "notebooks" / name).resolve()
        assert there.exists(), link
        if anchor and there.suffix == ".md" and path.name != "lesson.md":
            titles = [
                re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
                for title in re.findall(r"^#+ (.*)", text_of(there), re.M)
            ]
            assert anchor in titles, link


def test_the_handouts_that_the_readme_names_are_those_that_are_made():
    tonight = text_of(HOME / "README.md").split("## What you need tonight")[1].split("\n## ")[0]
    named = set(re.findall(r"^ +\| `([\w-]+)` \|", tonight, re.M))
    assert len(named) == 5
    assert named <= MADE
    assert {name for name, _ in paper.handouts("01")} | {"voting-cards"} == named


def test_the_notebook_for_teachers_calls_what_there_is():
    for source in code_of("06"):
        for name in re.findall(r"lesson\.(\w+)\(", source):
            assert name in lesson.__all__, name
    named = re.findall(r"`lesson\.(\w+)", text_of(PLANS[-1]))
    assert {"join", "leave", "hand_in", "projector", "board", "classroom"} <= set(named) <= set(lesson.__all__)
    assert set(re.findall(r'"(\d\d-[\w-]+)"', text_of(PLANS[-1]))) <= {i.id for i in load.items("00")}
    shown = [(name, more["lesson"]) for source in code_of("06") for _, name, more in calls(source)]
    assert shown == [("teacher's page", number) for number in lessons.numbers()]


def test_what_is_for_teachers_is_not_among_the_pages_of_learners():
    assert set(lessons.texts()) - set(site.shown()) == {"06"}


@pytest.mark.parametrize("number", lessons.numbers())
def test_the_steps_of_a_period_can_be_taken(number):
    """Hook, first vote, talk, second vote, the same idea in another story, close: on the screen and on paper."""
    asked = [name for source in code_of(number) for verb, name, _ in calls(source) if verb == "ask"]
    found = plan.read(number)
    voted = next(load.item(name) for name in found.asked if load.item(name).votes == 2)
    assert [source.split("(")[0] for source in code_of(number)[:2]] == [
        "import lesson\n\nlesson.progress",
        "lesson.ask",
    ]
    assert asked.index(voted.id) < asked.index(voted.isomorph)
    sheet = paper.worksheet(number, load.items(number), found)
    form = sheet.split(f'data-item="{voted.id}"')[1].split("</section>")[0]
    assert form.count(compile.compile(voted)["sure"][0]) == 2
    assert f'data-item="{voted.isomorph}"' in sheet
    close = [cell.source for cell in lesson_file.read(number)[0] if "**Solid.**" in cell.source]
    assert len(close) == 1


def test_without_a_browser_the_pages_are_written_and_one_line_says_what_to_do(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(pdf, "browser", lambda: None)
    monkeypatch.setattr(paper.home, "build", lambda: tmp_path)
    assert paper.main(["01"]) == 0
    made = {path.name for path in (tmp_path / "handouts").iterdir()}
    assert made == {f"{name}.html" for name in ("01-worksheet", "01-key", "01-cards", "01-long-key", "voting-cards")}
    *_, last = capsys.readouterr().out.splitlines()
    assert last == paper.SAY["noBrowser"]
