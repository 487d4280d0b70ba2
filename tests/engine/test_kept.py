"""Nothing that a learner wrote is lost or lands in somebody else's folder: several kernels, people, and odd files."""

import json
import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import HOME, event

import lesson
from lesson.core.fold import fold, needed
from lesson.record import learners
from lesson.record.log import Log, NotSavedError
from lesson.screen import card

UNIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and owners of files are a thing of Unix")


@pytest.fixture
def answers(monkeypatch, tmp_path):
    """A kernel of its own: a card's log on an empty folder of answers."""
    monkeypatch.setenv("LESSON_ANSWERS", str(tmp_path))
    card.log.cache_clear()
    yield tmp_path
    card.log.cache_clear()


def kernel(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run code in another process, as another kernel would."""
    head = "import sys; from pathlib import Path; from support import event; from lesson.record.log import *\nlog = Log(Path(sys.argv[1]))\n"
    path = os.pathsep.join(str(HOME / part) for part in ("notebooks", "tests"))
    return subprocess.run(
        [sys.executable, "-c", head + code, str(folder)], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip


def ids(events):
    return [each["id"] for each in events]


def test_what_another_kernel_wrote_is_read_when_a_card_is_made(answers):
    first = lesson.ask("00-full-room")
    kernel("log.append(event(item='00-full-room'))", answers)
    second = lesson.ask("00-full-room")
    assert ids(second.past) == ids(first.past) == ["event-0001"]


def test_open_cards_are_told_of_what_another_kernel_wrote(answers, monkeypatch):
    made, other = lesson.ask("00-full-room"), lesson.ask("00-for-or-against")
    sent = []
    monkeypatch.setattr(made, "send", sent.append)
    kernel("log.append(event(item='00-full-room'))", answers)
    other._receive(other, {"type": "look"}, [])
    assert [(message["type"], ids(message["events"])) for message in sent] == [("news", ["event-0001"])]
    other._receive(other, {"type": "look"}, [])
    assert len(sent) == 1


def test_only_what_is_new_is_read_again(tmp_path, monkeypatch):
    log = Log(tmp_path)
    kernel("for i in range(50): log.append(event(id=f'event-{i:04}'))", tmp_path)
    log.look()
    from lesson.record import read

    read_lines = []
    real = read._read_line
    monkeypatch.setattr(read, "_read_line", lambda line: read_lines.append(line) or real(line))
    log.look()
    assert read_lines == []
    (file,) = (tmp_path / "learner-1").glob("*.jsonl")
    with file.open("a", encoding="utf-8") as out:
        out.write(json.dumps(event(id="event-0050")) + "\n")
    assert ids(log.look()[0]) == ["event-0050"]
    assert len(list(filter(None, read_lines))) == 1


def test_a_line_that_was_half_written_when_it_was_read_is_read_whole_later(tmp_path):
    log = Log(tmp_path)
    log.append(event())
    line, file = json.dumps(event(id="event-0002")), tmp_path / "learner-1" / "other.jsonl"
    file.write_text(line[:50], encoding="utf-8")
    assert log.look() == ([], False)
    assert log.problems == ["other.jsonl, line 1, was cut off. It is skipped and kept."]
    file.write_text(line, encoding="utf-8")
    log.look()
    file.write_text(line + "\n" + json.dumps(event(id="event-0003")) + "\n", encoding="utf-8")
    log.look()
    assert ids(log.events) == ["event-0001", "event-0002", "event-0003"]
    assert log.problems == []


@pytest.mark.parametrize("change", ["cut", "gone", "rewritten"])
def test_what_is_taken_out_of_the_folder_is_gone_from_the_cards(tmp_path, change):
    kernel("log.append(event(id='event-0001')); log.append(event(id='event-0002'))", tmp_path)
    log = Log(tmp_path)
    (file,) = (tmp_path / "learner-1").glob("*.jsonl")
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    if change == "gone":
        file.unlink()
    else:
        file.write_text(lines[0] if change == "cut" else lines[0] + lines[0] + lines[0], encoding="utf-8")
    _, taken = log.look()
    assert taken
    assert ids(log.events) == ([] if change == "gone" else ["event-0001"])


def test_who_is_here_is_looked_at_before_every_write(tmp_path):
    log = Log(tmp_path)
    log.append(event())
    first = log.learner
    kernel("log.new_learner('Second')", tmp_path)
    with pytest.raises(NotSavedError, match="somebody else works at this computer now"):
        log.append(event(id="event-0002"), owner=first.id)
    assert log.learner.name == "Second"
    assert log.append(event(id="event-0003"), owner=log.learner.id)
    lines = {path.parent.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*/*.jsonl")}
    assert "event-0003" in lines["learner-2"]
    assert "event-0002" not in lines["learner-1"] + lines["learner-2"]


def test_a_card_follows_who_is_here_and_refuses_the_answer_of_who_was(answers, monkeypatch):
    made = lesson.ask("00-full-room")
    was = card.log().learner
    sent = []
    monkeypatch.setattr(made, "send", sent.append)
    kernel("log.new_learner('Second')", answers)
    made._receive(made, {"type": "event", "learner": was.id, "event": event(item="00-full-room")}, [])
    assert [(message["type"], message["final"]) for message in sent] == [("refused", False)]
    assert made.learner["name"] == "Second"
    assert made.learner["ids"] == [learner.id for learner in card.log().learners()]


@pytest.mark.parametrize("what", ["switch", "new_learner"])
def test_a_learner_who_cannot_be_written_down_is_not_changed_to(tmp_path, what, monkeypatch):
    log = Log(tmp_path)
    log.new_learner("Second")
    log.append(event())
    before = sorted(tmp_path.rglob("*"))

    def refuse(place, folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(learners, "point_to", refuse)
    with pytest.raises(NotSavedError, match="cannot be written"):
        getattr(log, what)("learner-1")
    assert log.learner.name == "Second"
    log.append(event(id="event-0002"))
    assert ids(log.events) == ["event-0001", "event-0002"]
    assert sorted(tmp_path.rglob("*")) == before


@UNIX
@pytest.mark.parametrize("code", ["log.switch('learner-1')", "log.new_learner('Third')"])
def test_where_the_home_of_answers_is_read_only_nobody_is_changed(tmp_path, code):
    """As somebody who is no administrator, for whom alone a folder can be read-only."""
    place = tmp_path / "answers"
    log = Log(place)
    log.new_learner("Second")

    def alone():
        try:
            eval(code, {"log": Log(place)})
        except NotSavedError as error:
            return str(error)

    place.chmod(0o555)
    said = as_nobody(tmp_path, alone)
    place.chmod(0o755)
    assert "cannot be written" in said
    assert Log(place).learner.name == "Second"
    assert sorted(path.name for path in place.iterdir()) == ["current", "learner-1", "learner-2"]


def as_nobody(folder, work):
    """Do some work in a process that is no administrator; return what it returns, as text."""
    for path in (folder, *folder.parents):
        if path.stat().st_uid == os.geteuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            os.write(writer, str(work()).encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, encoding="utf-8") as said:
        return said.read()


def test_a_lost_record_is_written_anew_with_the_id_that_the_kernel_holds(tmp_path):
    log = Log(tmp_path)
    log.append(event())
    (tmp_path / "learner-1" / "learner.json").unlink()
    log.append(event(id="event-0002"))
    assert Log(tmp_path).learner == log.learner


def test_a_folder_without_a_record_keeps_its_id_wherever_it_is_moved(tmp_path):
    (tmp_path / "one" / "learner-1").mkdir(parents=True)
    was = Log(tmp_path / "one").learner
    (tmp_path / "one").rename(tmp_path / "two")
    assert Log(tmp_path / "two").learner == was


def test_two_kernels_at_the_same_moment_agree_on_the_first_learner(tmp_path):
    code = "print(log.learner.id)"
    running = [spawn(code, tmp_path) for _ in range(6)]
    found = {process.communicate(timeout=60)[0] for process in running}
    assert len(found) == 1
    assert [path.name for path in tmp_path.glob("learner-*")] == ["learner-1"]
    assert list(tmp_path.glob("new-*")) == []


def test_two_kernels_at_the_same_moment_make_two_new_learners(tmp_path):
    Log(tmp_path)
    running = [spawn(f"print(log.new_learner('P{n}').folder)", tmp_path) for n in range(6)]
    found = sorted(process.communicate(timeout=60)[0].strip() for process in running)
    assert found == [f"learner-{n}" for n in range(2, 8)]
    names = {learner.name for learner in Log(tmp_path).learners()}
    assert names == {"", *(f"P{n}" for n in range(6))}


def spawn(code, folder):
    """Start another kernel that waits for a moment which all of them share."""
    moment = time.time() + 1.5
    wait = f"import time; time.sleep(max(0, {moment} - time.time()))\n"
    head = "import sys; from pathlib import Path; from lesson.record.log import *\n" + wait
    path = os.pathsep.join(str(HOME / part) for part in ("notebooks", "tests"))
    return subprocess.Popen(
        [sys.executable, "-c", f"{head}log = Log(Path(sys.argv[1]))\n{code}", str(folder)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip


def test_a_kernel_never_writes_what_the_next_one_refuses_to_read(tmp_path):
    """As many bytes as a hundred thousand answers have, in texts of nearly the largest size."""
    log, text = Log(tmp_path), "x" * 60_000
    count = 18 * 1024 * 1024 // len(text)
    for number in range(count):
        log.append(event(id=f"event-{number:04}", answer=text))
    again = Log(tmp_path)
    assert len(again.events) == count
    assert again.problems == []
    assert len(list((tmp_path / "learner-1").glob("*.jsonl"))) == 3


def test_a_file_of_an_earlier_version_that_grew_too_large_is_read(tmp_path):
    Log(tmp_path)
    with (tmp_path / "learner-1" / "old.jsonl").open("w", encoding="utf-8") as file:
        for number in range(300):
            file.write(json.dumps(event(id=f"event-{number:04}", answer="x" * 60_000)) + "\n")
    assert len(Log(tmp_path).events) == 300


@pytest.mark.parametrize("strip", [1, 2, 30])
def test_an_answer_is_never_glued_to_a_line_whose_end_an_editor_took(tmp_path, strip):
    log = Log(tmp_path)
    log.append(event(id="event-0001"))
    (file,) = (tmp_path / "learner-1").glob("*.jsonl")
    file.write_bytes(file.read_bytes()[:-strip])
    assert log.append(event(id="event-0002"))
    assert ids(Log(tmp_path).events) == ["event-0001", "event-0002"][strip > 1 :]


def odd_files(folder):
    """Everything that is no file of answers and looks like one, with a word of what is said of it."""
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "link.jsonl").symlink_to("/dev/zero")
    (folder / "other.jsonl").symlink_to(folder / "learner.json")
    (folder / "folder.jsonl").mkdir()
    (folder / "answers.jsonl.txt").write_text(json.dumps(event(id="event-0007")), encoding="utf-8")
    (folder / "UPPER.JSONL").write_text(json.dumps(event(id="event-0008")), encoding="utf-8")
    return {
        "pipe.jsonl": "it is no file",
        "link.jsonl": "it is a link to another file",
        "other.jsonl": "it is a link to another file",
        "folder.jsonl": "it is a folder",
        "answers.jsonl.txt": "the name of a file of answers ends in .jsonl",
    }


@UNIX
def test_what_is_no_file_of_answers_hangs_nothing_and_is_named(tmp_path, monkeypatch):
    from lesson.record import log as module

    monkeypatch.setattr(module, "MOST_PROBLEMS", 10)
    Log(tmp_path).append(event())
    named = odd_files(tmp_path / "learner-1")
    log = Log(tmp_path)
    assert ids(log.events) == ["event-0008", "event-0001"] or ids(log.events) == ["event-0001", "event-0008"]
    assert sorted(log.problems) == sorted(f"{name} is skipped and kept: {what}." for name, what in named.items())


@UNIX
@pytest.mark.parametrize("name", ["current", "learner-1/learner.json"])
@pytest.mark.parametrize("kind", ["pipe", "device", "huge", "folder"])
def test_a_record_that_is_no_file_stops_nothing(tmp_path, name, kind):
    Log(tmp_path).append(event())
    path = tmp_path / name
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        with path.open("wb") as file:
            file.truncate(3 * 1024**3)
    done = kernel("print([e['id'] for e in log.events])", tmp_path)
    assert done.stdout.strip() == "['event-0001']"


@UNIX
def test_a_folder_that_may_be_read_and_not_searched_gives_a_sentence(tmp_path):
    Log(tmp_path).append(event())
    folder = tmp_path / "learner-1"

    def alone():
        log = Log(tmp_path)
        return log.events, log.problems

    said = as_nobody(tmp_path, alone)
    assert "event-0001" in said
    folder.chmod(0o744)
    said = as_nobody_without(tmp_path, folder, alone)
    assert said.startswith("([], [")
    assert "is skipped and kept: it cannot be read (Permission denied)" in said
    folder.chmod(0o755)


def as_nobody_without(folder, closed, work):
    """The same, with one folder closed to whoever does the work."""
    owner = closed.stat().st_mode

    def closed_work():
        return work()

    try:
        if os.geteuid() != 0:
            closed.chmod(stat.S_IRUSR)
        return as_nobody(folder, closed_work)
    finally:
        closed.chmod(owner)


def test_fifteen_megabytes_of_junk_take_little_time_and_little_memory(tmp_path):
    Log(tmp_path).append(event())
    (tmp_path / "learner-1" / "junk.jsonl").write_bytes(b"x\n" * 7_500_000)
    code = (  # ru_maxrss would count the process that started this one, which is pytest; VmHWM is its own
        "import resource, time; from pathlib import Path\n"
        "own = Path('/proc/self/status')\n"
        "most = own.read_text().split('VmHWM:')[1].split()[0] if own.exists() else"
        " resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(len(log.events), log.problems, time.process_time(), most)"
    )
    done = kernel(code, tmp_path)
    assert float(done.stdout.split()[-2]) < 10
    assert done.stdout.startswith("1 ['junk.jsonl, line 1, is not one of our lines. It is skipped and kept.")
    assert int(done.stdout.split()[-1]) < 200 * 1024 * (1024 if sys.platform == "darwin" else 1)


def test_many_broken_lines_that_look_like_ours_end_the_reading_of_that_file_alone(tmp_path):
    Log(tmp_path).append(event())
    (tmp_path / "learner-1" / "junk.jsonl").write_bytes(b"{broken\n" * 2_000_000)
    log = Log(tmp_path)
    assert ids(log.events) == ["event-0001"]
    assert log.problems[0].endswith("The rest of this file is not read.")


def test_a_forged_line_under_the_id_of_a_real_answer_hides_nothing(tmp_path):
    Log(tmp_path)
    forged = event(item="00-other", answer="forged")
    (tmp_path / "learner-1" / "0.jsonl").write_text(json.dumps(forged) + "\n", encoding="utf-8")
    log = Log(tmp_path)
    assert log.append(event())
    assert [each["answer"] for each in Log(tmp_path).events] == ["forged", 0]
    assert fold(log.events, {"00-a": "v1"})["00-a"].commit == event()


@pytest.mark.parametrize(
    ("user", "mine", "inside", "before", "wanted"),
    [
        ("", True, True, False, "beside"),
        ("", True, False, False, "beside"),
        ("", False, False, False, "my-answers/tiny"),
        ("anna", True, False, False, "my-answers/tiny/anna"),
        ("anna", True, True, False, "my-answers/tiny/anna"),
        ("anna", True, True, True, "beside"),
        ("anna", True, False, True, "my-answers/tiny/anna"),
        ("../../etc", True, False, False, "my-answers/tiny/--..-etc"),
    ],
)
@UNIX
def test_where_people_have_accounts_answers_have_a_home_of_their_own(
    tmp_path, monkeypatch, user, mine, inside, before, wanted
):
    project, own = (tmp_path / "home" / "project" if inside else tmp_path / "project"), tmp_path / "home"
    project.mkdir(parents=True)
    if before:
        (project / "my-answers" / "learner-1").mkdir(parents=True)
    monkeypatch.delenv("LESSON_ANSWERS", raising=False)
    monkeypatch.setenv("JUPYTERHUB_USER", user)
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setattr(learners.home, "root", lambda: project)
    monkeypatch.setattr(learners.home, "settings", lambda: type("Settings", (), {"id": "tiny"}))
    monkeypatch.setattr(os, "geteuid", lambda: project.stat().st_uid + (0 if mine else 1))
    found = learners.answers_home()
    assert found == (project / "my-answers" if wanted == "beside" else own / wanted)
    assert learners.shown(found) == ("my-answers" if wanted == "beside" else f"~/{wanted}")


def made_up(chance, count):
    """Events of one item, in any order."""
    kinds = ("vote", "commit", "commit", "hint", "note", "reset")
    return [
        event(
            id=f"event-{chance.randint(0, 10**6):07}", time=f"2026-11-24T10:{chance.randint(0, 59):02}:00.000Z",
            kind=chance.choice(kinds), attempt=chance.randint(1, 4), vote=chance.choice((None, 1, 2)),
            item_version=chance.choice(("v1", "v1", "v0")), answer=number,
        )
        for number in range(count)
    ]  # fmt: skip


def test_what_a_card_is_told_folds_to_the_same_state_now_and_when_more_comes():
    chance = random.Random(20161117)
    for _ in range(2_000):
        before, after = made_up(chance, chance.randint(0, 30)), made_up(chance, chance.randint(0, 5))
        told = needed(before)
        assert fold(told, {"00-a": "v1"}) == fold(before, {"00-a": "v1"})
        assert fold(told + after, {"00-a": "v1"}) == fold(before + after, {"00-a": "v1"})


def test_what_a_card_is_told_does_not_grow_with_the_log(answers):
    log = Log(answers)
    version = lesson.ask("00-full-room").sheet["version"]
    lines = [
        json.dumps(event(id=f"event-{n:06}", item="00-full-room", item_version=version, attempt=1 + n // 100, answer=0))
        for n in range(20_000)
    ]
    (answers / "learner-1" / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    made = lesson.ask("00-full-room")
    assert len(log.look()[0]) == 20_000
    assert 1 <= len(made.past) <= 5
