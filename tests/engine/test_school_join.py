"""Joining a class, leaving it, and what is copied: nothing waits, nothing is lost, nothing private goes."""

import json
import os
import tempfile
import time
from pathlib import Path

import pytest
from support import event

from lesson.bank import load
from lesson.core.words import say
from lesson.record.log import Log, NotSavedError
from lesson.school import learner, membership
from lesson.school.copier import Copier
from lesson.school.membership import MEMBER
from lesson.school.shared import is_private
from lesson.screen import card
from lesson.screen.join import join as join_in_a_cell

ROOM = "00-full-room"


def answer(number, item=ROOM, **changes):
    version = load.item(item).version
    return event(id=f"event-{number:04}", item=item, item_version=version, **changes)


@pytest.fixture
def school(tmp_path, monkeypatch):
    folder = tmp_path / "class"
    folder.mkdir()
    monkeypatch.setenv("LESSON_CLASS", str(folder))
    return folder


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "answers")


def lines(folder):
    found = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text().splitlines()]
    return [each for each in found if each["item"] != MEMBER]


def saved(log, copier, *events):
    for each in events:
        log.append(each)
    assert copier.wait(10)


def test_what_was_answered_before_and_after_joining_is_copied_and_who_reads_it_is_said(school, log):
    copier = Copier(log)
    log.append(answer(1))
    assert lines(school) == []
    told = learner.join(log, copier)
    assert str(school) in told
    assert say("school", "readers") in told
    assert say("school", "sharedSome") in told
    saved(log, copier, answer(2, attempt=2))
    assert lines(school) == [answer(1), answer(2, attempt=2)]
    (path,) = school.glob("*.jsonl")
    assert path.stat().st_mode & 0o777 == 0o644
    assert log.learner.id not in path.read_text() + path.name


def test_texts_and_opinions_are_copied_under_a_nickname_only(school, log):
    copier = Copier(log)
    private = [answer(1, "00-open-it", answer=70, kind="vote", vote=1), answer(2, answer="my own words", kind="note")]
    private += [event(id="event-0003", item="map-K9")]
    learner.join(log, copier)
    saved(log, copier, *private, answer(4))
    assert lines(school) == [answer(4)]
    told = learner.join(log, copier, nickname="Fern")
    assert "Fern" in told
    assert copier.wait(10)
    assert sorted(each["id"] for each in lines(school)) == ["event-0001", "event-0002", "event-0003", "event-0004"]
    assert '"answer":"Fern"' in "".join(path.read_text() for path in school.glob("*.jsonl"))


@pytest.mark.parametrize("item", ["00-full-room", "00-full-bus", "00-how-many"])
def test_an_answer_to_a_graded_question_is_not_private(item):
    assert not is_private(answer(1, item))


def test_the_next_kernel_copies_only_what_is_new_into_a_file_of_its_own(school, log, tmp_path):
    copier = Copier(log)
    learner.join(log, copier)
    saved(log, copier, answer(1))
    again = Log(tmp_path / "answers")
    second = Copier(again)
    assert second.wait(10)
    assert len(list(school.glob("*.jsonl"))) == 1
    saved(again, second, answer(2))
    assert len(list(school.glob("*.jsonl"))) == 2
    assert sorted(each["id"] for each in lines(school)) == ["event-0001", "event-0002"]


def test_an_unreachable_folder_stops_nobody_and_is_caught_up_with(school, log):
    copier = Copier(log)
    learner.join(log, copier)
    school.rename(school.with_name("away"))
    saved(log, copier, answer(1), answer(2))
    assert "copied later" in copier.state
    assert not copier.reached
    assert len(log.events) == 2
    school.with_name("away").rename(school)
    saved(log, copier, answer(3))
    assert sorted(each["id"] for each in lines(school)) == ["event-0001", "event-0002", "event-0003"]
    assert copier.reached


def test_what_a_teacher_deleted_by_mistake_comes_back_with_the_next_answer(school, log):
    copier = Copier(log)
    learner.join(log, copier)
    saved(log, copier, answer(1))
    for path in school.glob("*.jsonl"):
        path.unlink()
    saved(log, copier, answer(2))
    assert sorted(each["id"] for each in lines(school)) == ["event-0001", "event-0002"]


def test_an_answer_never_waits_for_the_class(school, log, monkeypatch):
    copier = Copier(log)
    learner.join(log, copier)
    monkeypatch.setattr("lesson.school.copier.append", lambda *rest: time.sleep(2) or True)
    began = time.monotonic()
    log.append(answer(1))
    assert time.monotonic() - began < 1
    assert copier.wait(10)


def test_leaving_says_what_stays_and_coming_back_is_the_same_learner(school, log):
    copier = Copier(log)
    learner.join(log, copier)
    saved(log, copier, answer(1))
    who = membership.membership(log.place).who
    told = learner.leave(log, copier)
    assert "stays there" in told
    saved(log, copier, answer(2))
    assert lines(school) == [answer(1)]
    learner.join(log, copier)
    assert membership.membership(log.place).who == who
    assert len(lines(school)) == 2


def test_deleting_takes_the_files_back_and_leaves_the_answers_here(school, log):
    copier = Copier(log)
    learner.join(log, copier)
    saved(log, copier, answer(1))
    (school / "answers-of-somebody-else.jsonl").write_text("{}")
    told = learner.leave(log, copier, delete=True)
    assert "are deleted: 1" in told
    assert [path.name for path in school.iterdir()] == ["answers-of-somebody-else.jsonl"]
    assert log.events == [answer(1)]
    assert learner.leave(log, copier) == say("school", "noClass")


def test_where_no_folder_is_named_or_can_be_written_that_is_said(tmp_path, log, monkeypatch):
    monkeypatch.delenv("LESSON_CLASS", raising=False)
    with pytest.raises(NotSavedError, match="There is no folder of a class"):
        learner.join(log, Copier(log))
    with pytest.raises(NotSavedError, match="You have not joined"):
        learner.join(log, Copier(log), str(tmp_path / "nowhere"))
    assert membership.membership(log.place) is None


@pytest.fixture
def drop_box():
    """A folder of mode 1733 and a home beside it, seen by somebody whom the mode binds: root becomes another one."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as place:
        folder, home = Path(place, "box"), Path(place, "home")
        for made in (Path(place), folder, home):
            made.mkdir(exist_ok=True)
            made.chmod(0o777)
        folder.chmod(0o1733 if is_root else 0o1333)  # whoever owns it is not bound by what others may do
        if is_root:
            os.seteuid(65534)
        yield folder, home
        if is_root:
            os.seteuid(0)
        folder.chmod(0o1777)


@pytest.mark.skipif(os.name == "nt", reason="a drop-box is a thing of POSIX")
@pytest.mark.parametrize("delete", [False, True])
def test_a_drop_box_that_nobody_may_list_takes_answers_and_gives_back_ones_own(drop_box, delete):
    """Mode 1733: one may write and pass, and not look."""
    folder, home = drop_box
    log = Log(home / "answers")
    copier = Copier(log)
    learner.join(log, copier, str(folder))
    saved(log, copier, answer(1))
    with pytest.raises(PermissionError):
        os.listdir(folder)
    again = Log(home / "answers")
    second = Copier(again)
    saved(again, second, answer(2))
    assert (copier.reached, second.reached) == (True, True)
    names = membership.own_files(again.place)
    assert len(names) == 2
    found = [json.loads(line) for name in names for line in (folder / name).read_text().splitlines()]
    assert [each["id"] for each in found if each["item"] != MEMBER] == ["event-0001", "event-0002"]
    told = learner.leave(again, second, delete)
    assert [(folder / name).exists() for name in names] == [not delete] * 2
    assert ("are deleted: 2" in told) == delete


def test_one_file_can_be_handed_in_without_any_folder(log):
    log.append(answer(1))
    log.append(answer(2, "00-open-it", answer=70, kind="vote", vote=1))
    told = learner.hand_in(log)
    (path,) = (log.home / "hand-in").iterdir()
    assert path.name in told
    assert lines(path.parent) == [answer(1)]
    learner.hand_in(log, "Fern")
    assert len(lines(path.parent)) == 2


@pytest.fixture
def progress(school, tmp_path, monkeypatch):
    monkeypatch.setenv("LESSON_ANSWERS", str(tmp_path / "mine"))
    card.log.cache_clear()
    from lesson.screen.course_line import progress

    yield progress("00")
    card.log.cache_clear()


def test_the_card_of_progress_offers_the_class_and_says_how_far_it_is(progress, school):
    offer = progress.learner["offer"]
    assert str(school) in offer["text"]
    progress._receive(None, offer["message"], None)
    assert progress.learner["offer"]["message"] == {"type": "leave"}
    assert "0 of your answers" in progress.learner["offer"]["text"]
    progress._receive(None, {"type": "leave"}, None)
    assert "You have left the class" in progress.learner["offer"]["text"]
    assert progress.learner["offer"]["message"]["type"] == "join"


def test_joining_in_a_cell_says_what_it_did(progress, school, capsys):
    join_in_a_cell(nickname="Fern")
    assert "under the nickname Fern" in capsys.readouterr().out
    join_in_a_cell(str(school / "nowhere"))
    assert "You have not joined" in capsys.readouterr().out
