import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import HOME, TINY, event, vectors

from lesson.core.event import bad_fields, problem
from lesson.core.fold import fold
from lesson.record.learners import NOBODY, answers_home
from lesson.record.log import Log, NotSavedError
from lesson.record.read import LARGEST_FILE, read_folder


@pytest.mark.parametrize("case", vectors()["fold"], ids=lambda case: case["name"])
def test_events_fold_to_a_state(case):
    found = fold(case["events"], case["versions"])
    for item, wanted in case["states"].items():
        state = found[item]
        ids = {
            name: getattr(state, name) and getattr(state, name)["id"] for name in ("vote", "commit", "earlier", "note")
        }
        assert {**ids, "attempt": state.attempt, "hints": state.hints} == wanted


def test_an_answer_is_one_line_and_is_there_for_the_next_kernel(tmp_path):
    assert Log(tmp_path).append(event())
    (file,) = (tmp_path / "learner-1").glob("*.jsonl")
    assert json.loads(file.read_text(encoding="utf-8")) == event()
    assert Log(tmp_path).events == [event()]


def test_a_downloaded_file_put_into_the_folder_counts_with_the_rest(tmp_path):
    Log(tmp_path).append(event(id="event-0001"))
    lines = [json.dumps(event(id=f"event-000{n}")) + "\n" for n in (1, 2)]
    (tmp_path / "learner-1" / "answers (1).jsonl").write_text("".join(lines), encoding="utf-8")
    assert sorted(e["id"] for e in Log(tmp_path).events) == ["event-0001", "event-0002"]


def test_a_replay_changes_nothing(tmp_path):
    log = Log(tmp_path)
    assert log.append(event())
    assert not log.append(event())
    assert not Log(tmp_path).append(event())
    assert len(Log(tmp_path).events) == 1


def test_each_kernel_writes_a_file_of_its_own(tmp_path):
    first, second = Log(tmp_path), Log(tmp_path)
    first.append(event(id="event-0001"))
    second.append(event(id="event-0002"))
    assert len(list((tmp_path / "learner-1").glob("*.jsonl"))) == 2
    assert first.learner.id == second.learner.id
    assert {e["id"] for e in Log(tmp_path).events} == {"event-0001", "event-0002"}


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"v": 2}, "later version"), ({"v": 2.0}, "later version"), ({"v": 0}, "v"), ({"v": True}, "v"), ({"attempt": 1.5}, "attempt"), ({"vote": True}, "vote"),
        ({"vote": 1.5}, "vote"), ({"confidence": 0.5}, "confidence"), ({"answer": ["0"]}, "answer"), ({"id": "x"}, "id"), ({"time": "yesterday"}, "time"), ({"time": event()["time"].replace("2", "２")}, "time"),
        ({"kind": "cheat"}, "kind"), ({"attempt": 0}, "attempt"), ({"attempt": True}, "attempt"), ({"vote": 3}, "vote"),
        ({"confidence": 101}, "confidence"), ({"item": "<script>"}, "item"), ({"item_version": None}, "item_version"),
    ],
)  # fmt: skip
def test_a_line_that_is_not_whole_is_named(change, word):
    assert word in problem(event(**change))


def test_a_whole_number_with_a_point_is_the_same_number_as_in_a_browser(tmp_path):
    """JSON has one kind of number: 1.0 is 1."""
    pointed = event(v=1.0, attempt=2.0, vote=1.0, kind="vote", answer=[0.0, None, 2.0], confidence=50.0)
    assert problem(pointed) is None
    assert Log(tmp_path).append(pointed)
    (state,) = fold(Log(tmp_path).events, {"00-a": "v1"}).values()
    assert (state.vote, state.attempt) == (pointed, 2)


@pytest.mark.parametrize("thing", [None, 1, "text", [], [event()]])
def test_what_is_no_object_is_no_line(thing):
    assert problem(thing) == "not one of our lines"


def test_a_broken_line_is_named_skipped_and_kept(tmp_path):
    Log(tmp_path).append(event())
    file = tmp_path / "learner-1" / "other.jsonl"
    torn = json.dumps(event(id="event-0002"))[:40]
    lines = ["[]", "\x00\x01", json.dumps(event(v=9)), '{"v": NaN}', "[" * 100_000, "x" * 70_000, torn]
    file.write_text("\n".join(lines), encoding="utf-8")
    before = file.read_bytes()
    log = Log(tmp_path)
    assert log.events == [event()]
    assert log.problems == [
        "other.jsonl, line 1, is not one of our lines. It is skipped and kept. So are 6 more lines."
    ]
    log.append(event(id="event-0003"))
    assert file.read_bytes() == before


def test_foreign_files_in_the_folder_are_left_alone(tmp_path):
    Log(tmp_path).append(event())
    (tmp_path / "learner-1" / "holiday.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "learner-1" / "folder.jsonl").mkdir()
    log = Log(tmp_path)
    assert log.events == [event()]
    assert log.problems == ["folder.jsonl is skipped and kept: it is a folder."]


def test_a_huge_file_is_not_read(tmp_path):
    Log(tmp_path).append(event())
    with (tmp_path / "learner-1" / "huge.jsonl").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    log = Log(tmp_path)
    assert log.events == [event()]
    assert log.problems == ["huge.jsonl is skipped and kept: it is larger than any file of answers."]


def test_an_answer_that_is_too_long_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(NotSavedError, match="longer than an answer may be"):
        Log(tmp_path).append(event(answer="x" * 70_000))


def test_half_a_character_is_refused_with_a_sentence(tmp_path):
    log = Log(tmp_path)
    with pytest.raises(NotSavedError, match="see answer"):
        log.append(event(answer="\ud800"))
    log.append(event())
    assert Log(tmp_path).events == [event()]


def test_where_nothing_can_be_written_the_lesson_goes_on(tmp_path):
    """A file in the place of the folder: also root cannot write there."""
    (tmp_path / "answers").write_text("in the way")
    log = Log(tmp_path / "answers")
    assert "Answers cannot be kept on this computer" in log.problems[0]
    with pytest.raises(NotSavedError, match="Your answer waits in this browser"):
        log.append(event())


def test_a_full_disk_gives_one_sentence_and_loses_nothing(tmp_path, monkeypatch):
    log = Log(tmp_path)
    log.append(event())
    there = log._file
    full = Path("/dev/full")  # a real full disk on Linux; elsewhere a folder, which cannot be written to either
    monkeypatch.setattr(log, "_file", full if full.exists() else tmp_path)
    with pytest.raises(NotSavedError, match="Not saved on disk"):
        log.append(event(id="event-0002"))
    monkeypatch.setattr(log, "_file", there)
    assert log.append(event(id="event-0002"))
    assert len(Log(tmp_path).events) == 2


def test_a_refused_answer_can_be_saved_later(tmp_path):
    (tmp_path / "answers").write_text("in the way")
    log = Log(tmp_path / "answers")
    with pytest.raises(NotSavedError):
        log.append(event())
    (tmp_path / "answers").unlink()
    assert log.append(event())


def test_a_new_learner_starts_with_nothing_and_the_first_one_keeps_everything(tmp_path):
    log = Log(tmp_path)
    log.append(event())
    log.new_learner('"><img src=x onerror=alert(1)>')
    assert log.events == []
    log.append(event(id="event-0002"))
    log.switch("learner-1")
    assert log.events == [event()]
    assert [learner.name for learner in log.learners()] == ["", '"><img src=x onerror=alert(1)>']
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"learner-1", "learner-2"}


def test_the_next_kernel_goes_on_with_the_learner_who_was_here_last(tmp_path):
    Log(tmp_path).new_learner("Second")
    assert Log(tmp_path).learner.name == "Second"


def test_switching_to_somebody_who_is_not_there_says_so(tmp_path):
    with pytest.raises(NotSavedError, match="no folder"):
        Log(tmp_path).switch("../elsewhere")


@pytest.mark.parametrize("record", ["", "{", "[]", '{"id": 5}', '{"id": "../../etc"}', "\ufeff{}"])
def test_a_broken_record_of_a_learner_costs_the_name_and_no_answer(tmp_path, record):
    Log(tmp_path).append(event())
    (tmp_path / "learner-1" / "learner.json").write_text(record, encoding="utf-8")
    log = Log(tmp_path)
    assert log.events == [event()]
    assert log.learner.id == Log(tmp_path).learner.id


def test_reading_changes_nothing(tmp_path):
    Log(tmp_path).append(event())
    folder = tmp_path / "learner-1"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    list(read_folder(folder))
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("place", ["", str(TINY)], ids=["the engine's own home", "another home"])
def test_answers_are_kept_beside_the_notebooks_unless_another_place_is_named(place):
    code = "from lesson.record.learners import answers_home; print(answers_home())"
    env = {k: v for k, v in os.environ.items() if k != "LESSON_ANSWERS"}
    env |= {"PYTHONPATH": str(HOME / "notebooks"), "LESSON_HOME": place}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.strip() == str(Path(place or HOME) / "my-answers")


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="a size limit for files is a thing of Unix")
def test_an_answer_after_a_half_written_line_is_not_lost(tmp_path):
    """The disk is full in the middle of a line; then there is room again."""
    code = (
        "import resource, signal, sys; from pathlib import Path; from lesson.record.log import Log, NotSavedError; from support import event\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); log = Log(Path(sys.argv[1])); log.append(event(id='event-0001'))\n"
        "size = log._file.stat().st_size; hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size + 30, hard))\n"
        "try: log.append(event(id='event-0002')); print('written')\n"
        "except NotSavedError: pass\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard)); assert log.append(event(id='event-0003')); assert log.append(event(id='event-0002'))\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (HOME / "notebooks", HOME / "tests")))}
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, env=env)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {e["id"] for e in Log(tmp_path).events} == {"event-0001", "event-0002", "event-0003"}


def test_a_folder_that_is_deleted_while_the_lesson_runs_is_made_again(tmp_path):
    log = Log(tmp_path)
    log.append(event(id="event-0001"))
    shutil.rmtree(tmp_path / "learner-1")
    assert log.append(event(id="event-0002"))
    assert [e["id"] for e in Log(tmp_path).events] == ["event-0002"]


def test_while_no_folder_can_be_made_the_learner_is_nobody_and_then_somebody(tmp_path):
    (tmp_path / "answers").write_text("in the way")
    log = Log(tmp_path / "answers")
    assert log.learner.id == NOBODY == Log(tmp_path / "answers").learner.id
    (tmp_path / "answers").unlink()
    assert log.append(event())
    assert log.learner.folder == "learner-1"
    assert log.learner.id == Log(tmp_path / "answers").learner.id != NOBODY


@pytest.mark.parametrize(
    "answer", ["\ud800", float("inf"), float("nan"), 10**400, [10**400], [[0]], {"a": 1}, True, ["text"], [0] * 101]
)
def test_an_answer_of_no_shape_is_no_line(answer):
    assert "answer" in problem(event(answer=answer))


@pytest.mark.parametrize("field", ["vote", "confidence", "answer"])
def test_a_line_without_a_field_or_with_one_more_is_no_line(field):
    assert field in problem({k: v for k, v in event().items() if k != field})
    assert "more" in problem(event(more=1))


def test_many_broken_lines_give_one_sentence(tmp_path):
    Log(tmp_path).append(event())
    for number in range(9):
        (tmp_path / "learner-1" / f"junk-{number}.jsonl").write_text("x\n" * 2_000)
    log = Log(tmp_path)
    assert log.events == [event()]
    assert len(log.problems) == 6


@pytest.mark.parametrize(
    "record", ["[" * 100_000, '{"id": "' + "a" * 5000 + '"}', '{"id": "abcdefgh-1", "name": "\\ud800"}']
)
def test_a_hostile_record_of_a_learner_stops_nothing(tmp_path, record):
    Log(tmp_path).append(event())
    (tmp_path / "learner-1" / "learner.json").write_text(record, encoding="utf-8")
    log = Log(tmp_path)
    assert log.events == [event()]
    log.learner.name.encode()
    log.new_learner("half \ud800 a character").name.encode()


def test_another_place_may_start_at_home_or_at_the_project(monkeypatch):
    monkeypatch.setenv("LESSON_ANSWERS", "~/lessons")
    assert answers_home() == Path.home() / "lessons"
    monkeypatch.setenv("LESSON_ANSWERS", "elsewhere")
    assert answers_home() == TINY / "elsewhere"


@pytest.mark.parametrize("case", vectors()["lines"], ids=lambda case: case["name"])
def test_a_line_is_whole_or_its_fields_are_named(case):
    assert sorted(set(bad_fields(case["event"]))) == case["bad"]
    wrong = problem(case["event"])
    assert (wrong is None) == (case["bad"] == [])
