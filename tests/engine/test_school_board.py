"""Phases, projector and board: one step at a time, nothing before its time, every picture in words too."""

import asyncio
import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from html import escape

import pytest
import school

import lesson
from lesson.core.words import say, words
from lesson.school import classroom as module
from lesson.school import demo, live, phases
from lesson.school import slide as slides
from lesson.school.classroom import Classroom
from lesson.school.phases import FILE, PHASES, Phase

ROOM, TWIN, OPINION = "00-full-room", "00-full-bus", "00-open-it"


@pytest.fixture
def pair(tmp_path, monkeypatch):
    """Two classes of 12 that voted differently on the same questions."""
    asked = school.sheets(2)
    monkeypatch.setattr(module, "sheets_of", lambda lesson: asked)
    for name in ("sheets_of", "sheet_of"):
        monkeypatch.setattr(
            slides, name, {"sheets_of": lambda lesson: asked, "sheet_of": lambda item: asked[item]}[name]
        )
    monkeypatch.setattr(module.load, "item", lambda item: school.question(int(item[-2:])))
    rooms = []
    for seed in (1, 2):
        folder = tmp_path / f"class-{seed}"
        folder.mkdir()
        school.write(folder, school.truth(12, 2, seed), asked)
        rooms.append(Classroom([folder]))
    return rooms


ITEM = "99-made-00"


def stepped(rooms, times):
    for room in rooms:
        for _ in range(times):
            room.advance(ITEM)
    return [slides.as_html(room, ITEM, now="2026-01-01T10:00:00.000Z") for room in rooms]


@pytest.mark.parametrize("times", [0, 1, 2])
def test_before_the_counts_two_classes_that_voted_differently_show_the_same(pair, times):
    one, other = stepped(pair, times)
    assert one == other
    assert PHASES[times] == pair[0].phase(ITEM).name
    assert not re.search(r"class=.?(key|track|from|to)\b|so it is", one.split("</style>")[1])


def test_the_counts_show_how_many_and_no_key(pair):
    one, other = (html.split("</style>")[1] for html in stepped(pair, 3))
    assert one != other
    assert "class=key" not in one
    assert "so it is" not in one
    assert say("board", "key") not in one
    tallies = next(q for q in pair[0].figures("99").questions if q.sheet["id"] == ITEM)
    cells = [int(cell) for cell in re.findall(r"<td>(\d+)</td>", one)]
    assert cells == [n for both in zip(tallies.one.tally, tallies.two.tally, strict=True) for n in both]


def test_the_verdict_shows_the_key_and_the_reasons(pair):
    html, _ = (html.split("</style>")[1] for html in stepped(pair, 4))
    assert html.count("class=key") == 1
    assert html.count("so it is") == 3
    assert "So." in html
    assert slides.button(pair[0], ITEM) == ""


def test_one_step_leads_on_and_none_back_and_a_second_press_skips_nothing(tmp_path):
    room, screen = Classroom([tmp_path]), Classroom([tmp_path])
    names = [room.phase(ROOM).name]
    for _ in range(6):
        names.append(room.advance(ROOM).name)
    assert names == [*PHASES, "verdict", "verdict"]
    assert screen.refresh()
    assert screen.phase(ROOM).name == "verdict"
    other = screen.advance(TWIN, seen="vote1")
    assert other.name == "talk"
    assert room.advance(TWIN, seen="vote1").name == "talk"


def test_vote_1_is_closed_for_good_when_vote_2_opens(tmp_path):
    room = Classroom([tmp_path])
    assert [room.advance(ROOM).closed for _ in range(1)] == [""]
    opened = room.advance(ROOM)
    assert opened.name == "vote2"
    assert opened.closed == opened.since
    assert room.advance(ROOM).closed == opened.closed
    assert Classroom([tmp_path]).phase(ROOM).closed == opened.closed


@pytest.mark.parametrize("text", ["", "[" * 100_000, "null", '{"00-full-room": {"name": "vote9"}}', '{"00-full-room": {"name": ["vote1"]}}', '{"00-full-room": {"name": "talk", "since": "<b>", "closed": ""}}'])  # fmt: skip
def test_what_is_no_phase_is_vote_1(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    assert Classroom([tmp_path]).phase(ROOM) == Phase()


def test_a_phase_that_cannot_be_kept_is_said_and_is_not_shown(tmp_path):
    room = Classroom([tmp_path])
    room._read_phases()
    (tmp_path / FILE).mkdir()
    room.refresh()
    assert "cannot be read" in room.problems[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phases, "read", lambda folder: {})
        assert room.advance(ROOM).name == "vote1"
    assert "was not kept" in room.problems[0]
    assert sorted(os.listdir(tmp_path)) == [FILE]


def test_the_talk_has_two_minutes():
    phase = Phase("talk", "2026-01-01T10:00:00.000Z")
    assert slides.left(phase, "2026-01-01T10:00:36.000Z") == 84
    assert slides.left(phase, "2026-01-01T11:00:00.000Z") == 0
    assert slides.left(phase, "2026-01-01T09:00:00.000Z") == slides.TALK
    assert slides.left(Phase("talk")) == slides.TALK


def test_groups_for_the_talk_hold_different_answers(tmp_path, monkeypatch):
    asked = school.sheets(1)
    monkeypatch.setattr(module, "sheets_of", lambda lesson: asked)
    monkeypatch.setattr(module.load, "item", lambda item: school.question(0))
    made = school.Truth([[n % 3] for n in range(12)], [[0]] * 12, [[50]] * 12)
    school.write(tmp_path, made, asked)
    for number, path in enumerate(sorted(tmp_path.glob("*.jsonl"))):
        path.write_text(path.read_text().replace('"answer": null', f'"answer": "nick {number}"', 1))
    groups = Classroom([tmp_path]).groups(ITEM)
    assert sorted(name for group in groups for name in group) == sorted(f"nick {n}" for n in range(12))
    for group in groups:
        assert len({int(name.split()[1]) % 3 for name in group}) == 3
    assert Classroom().groups(ITEM) == []


def test_the_front_door_shows_an_invented_class_where_no_folder_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv("LESSON_CLASS", raising=False)
    board = lesson.board("00")
    assert "invented" in board.html()
    assert "invented" in repr(board)
    assert repr(board) == repr(lesson.board("00"))
    bundle, _ = board._repr_mimebundle_()
    assert bundle["text/html"] == board.html()
    assert bundle["text/plain"] == repr(board)
    monkeypatch.setenv("LESSON_CLASS", str(tmp_path))
    assert "invented" not in repr(lesson.board("00"))
    with pytest.raises(FileNotFoundError, match="There is no folder"):
        lesson.board("00", str(tmp_path / "nowhere"))
    with pytest.raises(KeyError):
        lesson.board("77")


def test_every_figure_of_a_question_with_two_votes_is_said_and_means_something():
    board = lesson.board("00")
    named = words("board")
    wanted = (
        "facility",
        "sure1",
        "sure2",
        "transfer",
        "discrimination",
        "options",
        "alpha",
        "apart",
        "doubt",
    )
    for name in wanted:
        assert escape(named[f"{name}Name"]) in board.html(), name
        assert escape(named[f"{name}Means"]) in board.html(), name
    html = board.html().split("</style>")[1]
    assert html.count("<table") > html.count('class="tracks') > 0


def test_a_question_that_is_being_voted_on_is_not_on_the_board(tmp_path, monkeypatch):
    room = lesson.classroom()
    board = lesson.board("00", room)
    shown = board.html()
    projector = lesson.projector(ROOM, room)
    for name in PHASES[1:]:
        projector._press(None)
        board.draw()
        assert (say("board", "running") in board.html()) == (name != "verdict")
        assert (say("board", "running") in repr(board)) == (name != "verdict")
    assert board.html() == shown


def test_the_projector_has_one_button_that_says_the_next_step():
    projector = lesson.projector(ROOM)
    labels = []
    for _ in PHASES:
        assert len([child for child in projector.children if isinstance(child, live.ipywidgets.Button)]) == 1
        labels.append((projector.button.description, projector.button.disabled))
        assert say("board", "phases").split("|")[len(labels) - 1] in repr(projector)
        projector._press(None)
    assert [disabled for _, disabled in labels] == [False] * 4 + [True]
    assert len({label for label, _ in labels}) == 5
    with pytest.raises(ValueError, match="has one vote"):
        lesson.projector(TWIN)
    with pytest.raises(KeyError):
        lesson.projector("00-nothing")


def test_names_of_files_are_shown_as_text(tmp_path):
    (tmp_path / "<b>bold.jsonl").write_text("{}\n")
    html = lesson.board("00", str(tmp_path)).html()
    assert "&lt;b&gt;bold" in html
    assert "<b>bold" not in html


def test_the_invented_class_is_the_same_at_each_run():
    asked = module.sheets_of("00")
    first, again = (json.dumps([person.sources[0].by_item for person in demo.people(asked)]) for _ in range(2))
    assert first == again
    assert len(demo.people(asked)) == 28


def test_an_answer_that_comes_is_seen_without_a_press(tmp_path, monkeypatch):
    monkeypatch.setattr(live, "POLL", 0.01)
    asked = school.sheets(2)
    monkeypatch.setattr(module, "sheets_of", lambda lesson: asked)
    monkeypatch.setattr("lesson.school.board.Classroom.figures", Classroom.figures)
    monkeypatch.setattr(live, "sheets_of", lambda lesson: asked)

    async def watched():
        board = lesson.board("99", str(tmp_path))
        before = board.drawing.value
        school.write(tmp_path, school.truth(3, 2), asked)
        for _ in range(200):
            await asyncio.sleep(0.01)
            if board.drawing.value != before:
                break
        board.close()
        await asyncio.wait_for(board._task, 5)
        return board.drawing.value

    with ThreadPoolExecutor(1) as apart:  # this thread may have a loop of its own
        assert "3 learners" in apart.submit(asyncio.run, watched()).result(30)
