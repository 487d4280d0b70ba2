"""What is printed of this course: pages that stand alone, keys with a line for each mistake, cards, the teacher's page."""

import re
from html import unescape

import pytest
from support import HOME, run_python

from lesson import tables
from lesson.bank import compile, lessons, load
from lesson.bank.sentences import sentences
from lesson.publish import paper
from lesson.publish.handout import core, more, needs, plan
from lesson.publish.handout.mistakes import mistakes
from lesson.publish.handout.timing import timed
from lesson.screen.show import show

LESSONS = lessons.numbers()


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(scope="module")
def plans():
    return {lesson: plan.read(lesson) for lesson in LESSONS}


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_has_a_plan_that_names_what_is_there(lesson):
    assert needs.problems(lesson) == []
    assert plan.path_of(lesson).is_file()


@pytest.mark.parametrize("lesson", LESSONS)
def test_two_core_pages_hold_every_text_and_table_that_their_questions_speak_of(lesson, plans):
    found = plans[lesson]
    places = paper.places(load.items(lesson))
    pages = core.pages(lesson, found, places)
    printed = words("".join(pages))
    assert len(pages) == 2
    for item_id in found.asked:
        sheet = compile.compile(load.item(item_id))
        assert words(sheet["stem"]) in printed
        for table in sheet["tables"]:
            assert all(words(cell["html"]) in printed for row in table["rows"] for cell in row[1:])
        for option in sheet["options"] if sheet["listed"] else []:
            assert words(option["label"]) in printed
            assert all(words(cell["html"]) in printed for cell in option["cells"])
        for number in needs.spoken_of(load.item(item_id)):
            assert words(sentences(plan.DIGEST)[number]).split(" (")[0].strip('"') in printed.replace("*", "")
    for page in found.pages:
        for shown in page.looks:
            drawn = shown.drawn()
            assert drawn.caption in printed
            assert all(cell.plain.split(" [")[0] in printed for row in drawn.rows for cell in row)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_core_pages_ask_core_questions_twice_where_a_class_votes(lesson, plans):
    asked = [load.item(item_id) for item_id in plans[lesson].asked]
    optional = {item.id for item in asked} - more.asked_on_core_path(lesson)
    voted = [item for item in asked if item.votes == 2]
    assert len(asked) >= 4
    assert len(voted) == 1
    assert voted[0].isomorph in plans[lesson].asked
    assert optional <= {voted[0].isomorph}


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_other_question_is_on_the_worksheet_once_and_optional_ones_say_so(lesson, plans):
    html = paper.worksheet(lesson, load.items(lesson), plans[lesson])
    on_core = more.asked_on_core_path(lesson)
    printed = re.findall(r'class="question" data-item="([^"]+)"><h2>\d+\. <span class="about">([^<]+)<', html)
    assert sorted(name for name, _ in printed) == sorted(i.id for i in load.items(lesson) if i.type != "predict")
    marked = {name for name, about in printed if about.endswith("optional")}
    assert marked == {name for name, _ in printed} - on_core - set(plans[lesson].asked)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_key_on_one_page_has_a_line_for_each_mistake_and_minutes_that_make_a_period(lesson, plans):
    html = words(paper.short(lesson, load.items(lesson), plans[lesson]))
    for item_id in plans[lesson].asked:
        item = load.item(item_id)
        assert item.objective in html
        assert all(found.shows in html for found in mistakes(item, compile.compile(item)))
    assert sum(part.minutes for part in timed(lesson)) == 38
    assert all(part.least > 0 and part.heading in html for part in timed(lesson))
    assert html.count("Solid.") == 1


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_card_has_one_piece_with_its_sources_on_the_back(lesson, plans):
    html = paper.evidence_cards(lesson, plans[lesson])
    fronts, backs = (
        re.findall(rf'<section class="card {side}">(.*?)</section>', html, re.S) for side in ("front", "back")
    )
    assert len(plans[lesson].cards) == len(set(plans[lesson].cards)) == len(fronts) == len(backs) >= 6
    for code, front, back in zip(plans[lesson].cards, map(words, fronts), map(words, backs), strict=True):
        row = tables.find(code)[1]
        assert " ".join(row["summary"].split()) in front
        assert " ".join(row["limits"].split()) in back
        assert row["who_says"] not in front
        assert all(source["publisher"] in back for source in tables.sources("evidence", code))


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_teachers_page_answers_each_mistake(lesson, plans):
    text = show("teacher's page", lesson=lesson).text
    for item_id in plans[lesson].asked:
        item = load.item(item_id)
        for found in mistakes(item, compile.compile(item)):
            assert f"Mistake: {found.shows}; What to answer: " in text
    for said, answer in plans[lesson].replies:
        assert said in text
        assert answer.replace("*", "") in text


def test_there_is_no_teachers_page_for_what_is_no_lesson():
    for lesson in ("", "06"):
        with pytest.raises(ValueError, match="no teacher's page"):
            show("teacher's page", lesson=lesson)


def test_a_learners_machine_needs_nothing_more_to_open_the_teachers_page():
    """What reads lesson.md is not among the requirements of a learner."""
    code = (
        "import sys; sys.modules['jupytext'] = None; import lesson; from lesson.bank.facts import FACTS; FACTS.names(); "
        "print(lesson.show(\"teacher's page\", lesson='03').text.splitlines()[0])"
    )
    done = run_python(HOME, "-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("One idea stays: A3 is three claims")
