"""The folder of a class: whose each file is, what a sync folder does to it, and files that nobody should read."""

import json
import os
import random
import time

import pytest
from support import event

from lesson.bank import load
from lesson.core.fold import fold
from lesson.school import hands
from lesson.school.classroom import Classroom
from lesson.school.membership import Membership, member_line
from lesson.school.owners import owners
from lesson.school.read import LARGEST_FILE, ClassFolder

ROOM = "00-full-room"


def line(made):
    return json.dumps(made) + "\n"


def who(number):
    return f"{number:012x}"


def name(number, run=0):
    return f"answers-{who(number)}-{run:012x}.jsonl"


def member(number, folder, nickname=""):
    return line(member_line(Membership(folder, who(number), nickname)))


def answer(number, **changes):
    return event(id=f"event-{number:06}", item=ROOM, item_version=load.item(ROOM).version, **changes)


def ids(person, item=ROOM):
    return sorted({each["id"] for each in person.of(item)})


def read(folder):
    found = ClassFolder(folder)
    found.refresh()
    return found


def test_two_files_of_one_learner_are_one_learner(tmp_path):
    (tmp_path / name(1)).write_text(member(1, tmp_path, "Fern") + line(answer(1)))
    (tmp_path / name(1, 1)).write_text(member(1, tmp_path) + line(answer(2)))
    (tmp_path / name(2)).write_text(member(2, tmp_path))
    first, second = read(tmp_path).people
    assert (ids(first), first.nickname) == (["event-000001", "event-000002"], "Fern")
    assert ids(second) == []


@pytest.mark.parametrize(
    "copy",
    [
        "{} (conflicted copy 2026-11-25).jsonl",
        "{}.sync-conflict-20261125-101010-ABCDEFG.jsonl",
        "{}-LAPTOP.jsonl",
        "~{}.jsonl.tmp",
    ],
)
def test_the_conflict_copy_of_a_sync_folder_does_no_harm(tmp_path, copy):
    stem = name(1).removesuffix(".jsonl")
    (tmp_path / name(1)).write_text(member(1, tmp_path) + line(answer(1)) + line(answer(2)))
    (tmp_path / copy.format(stem)).write_text(member(1, tmp_path) + line(answer(1)) + line(answer(3)))
    (person,) = read(tmp_path).people
    assert ids(person) == ["event-000001", "event-000002", "event-000003"]


def test_a_download_belongs_to_whoever_has_one_of_its_lines_else_to_somebody_new(tmp_path):
    (tmp_path / name(1)).write_text(member(1, tmp_path) + line(answer(1)))
    (tmp_path / "answers.jsonl").write_text(line(answer(1)) + line(answer(2)))
    (tmp_path / "answers (1).jsonl").write_text(line(answer(3)))
    (tmp_path / "answers (2).jsonl").write_text(line(answer(3)) + line(answer(4)))
    people = read(tmp_path).people
    assert sorted(map(ids, people)) == [["event-000001", "event-000002"], ["event-000003", "event-000004"]]


def test_a_file_with_answers_of_two_learners_makes_no_one_learner_of_them(tmp_path):
    for number in (1, 2):
        (tmp_path / name(number)).write_text(member(number, tmp_path) + line(answer(number)))
    (tmp_path / "all.jsonl").write_text(line(answer(1)) + line(answer(2)))
    (tmp_path / name(9)).write_text(member(9, tmp_path) + line(answer(1)) + line(answer(2)))
    found = read(tmp_path)
    assert [person.who for person in found.people] == [who(1), who(2)]
    assert [sentence.split(" is ")[0] for sentence in found.problems] == ["all.jsonl", name(9)]


def test_thousands_of_copies_of_one_line_take_no_time():
    files = {f"copy {number:05}.jsonl": "" for number in range(5000)}
    began = time.perf_counter()
    whose, strange = owners(files, [frozenset(files)])
    assert (len(set(whose.values())), len(strange)) == (1, 4900)
    assert time.perf_counter() - began < 2


def test_only_what_is_new_is_read_again(tmp_path):
    path = tmp_path / name(1)
    path.write_text(member(1, tmp_path) + line(answer(1)))
    found = read(tmp_path)
    assert not found.refresh()
    (before,) = found.people
    with path.open("a") as file:
        file.write(line(answer(2))[:40])
    assert found.refresh()
    assert ids(found.people[0]) == ["event-000001"]
    assert "cut off" in found.problems[0]
    with path.open("a") as file:
        file.write(line(answer(2))[40:])
    assert found.refresh()
    assert ids(found.people[0]) == ["event-000001", "event-000002"]
    assert found.problems == []
    path.unlink()
    assert found.refresh()
    assert found.people == []
    assert before.who == who(1)


def test_a_folder_that_is_gone_for_a_while_loses_nothing(tmp_path):
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / name(1)).write_text(member(1, folder) + line(answer(1)))
    found = read(folder)
    folder.rename(tmp_path / "away")
    assert not found.refresh()
    assert len(found.people) == 1
    assert "still shown" in found.problems[0]


def hostile(folder):
    """Each kind of file that nobody should read, with a word of what is said of it."""
    (folder / "large.jsonl").write_bytes(b"x" * (LARGEST_FILE + 1))
    (folder / "long.jsonl").write_text(line(answer(1, answer="x" * 70_000)))
    (folder / "deep.jsonl").write_text('{"v":' + "[" * 50_000 + "\n")
    (folder / "schema.jsonl").write_text(line(answer(1, kind="cheat")) + line({"v": 1}))
    (folder / "bytes.jsonl").write_bytes(b'{"v": "\xff\xfe"}\n')
    (folder / "folder.jsonl").mkdir()
    (folder / "loop.jsonl").symlink_to(folder / "loop.jsonl")
    (folder / "link.jsonl").symlink_to(folder / name(1))
    os.mkfifo(folder / "pipe.jsonl")
    return {
        "large": "larger than any", "long": "too long", "deep": "cannot be read", "schema": "see kind", "bytes": "cannot be read",
        "folder": "folder", "loop": "link", "link": "link", "pipe": "no file",
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and few links in folders")
def test_hostile_files_are_refused_by_kind_and_the_rest_is_unharmed(tmp_path):
    (tmp_path / name(1)).write_text(member(1, tmp_path) + line(answer(1)))
    told = hostile(tmp_path)
    began = time.perf_counter()
    room = Classroom([tmp_path])
    assert time.perf_counter() - began < 5
    (person,) = room.folders[0].people
    assert ids(person) == ["event-000001"]
    assert len(room.problems) == len(told)
    for file, word in told.items():
        (sentence,) = [each for each in room.problems if each.startswith(f"{file}.jsonl")]
        assert word in sentence
    assert "So are 1 more lines" in next(each for each in room.problems if each.startswith("schema"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_pipes_and_links_in_the_place_of_phases_and_counts_are_not_followed(tmp_path):
    os.mkfifo(tmp_path / "phases.json")
    os.mkfifo(tmp_path / "counts.csv")
    (tmp_path / "other.csv").symlink_to(tmp_path / "counts.csv")
    (tmp_path / "large.csv").write_text("x" * 70_000)
    room = Classroom([tmp_path])
    assert [sentence.split(" ")[0] for sentence in sorted(room.problems)] == [
        "The", "counts.csv", "large.csv", "other.csv",
    ]  # fmt: skip


def test_many_tries_at_one_question_are_not_all_kept(tmp_path):
    tries = [answer(number, attempt=1 + number // 10) for number in range(3000)]
    (tmp_path / name(1)).write_text(member(1, tmp_path) + "".join(map(line, tries)))
    (person,) = read(tmp_path).people
    assert len(person.of(ROOM)) < 100
    state = fold(person.of(ROOM), {ROOM: load.item(ROOM).version})[ROOM]
    assert state.first["id"] == "event-000000"


def test_a_class_over_a_sync_folder_loses_nothing_and_doubles_nothing(tmp_path):
    """30 learners whose files come late, doubled, renamed, torn and as conflict copies, while the teacher looks."""
    chance = random.Random(17)
    number = iter(range(100_000))
    truth = {who(n): [answer(next(number), attempt=k + 1) for k in range(20)] for n in range(30)}
    texts = {n: member(n, tmp_path) + "".join(map(line, truth[who(n)])) for n in range(30)}
    room = Classroom([tmp_path])
    for step in range(12):
        for n, text in texts.items():
            stem = name(n).removesuffix(".jsonl")
            upto = len(text) * (step + 1) // 12 + chance.randrange(-40, 1)  # torn at any byte
            if chance.random() < 0.7 or step == 11:  # else it comes late
                (tmp_path / name(n)).write_text(text[: max(0, upto)])
            if chance.random() < 0.1:
                (tmp_path / f"{stem} (conflicted copy {step}).jsonl").write_text(text[: chance.randrange(len(text))])
            if chance.random() < 0.05:
                (tmp_path / f"copy {n} {step}.jsonl").write_text("".join(map(line, truth[who(n)][:5])))
            if chance.random() < 0.05 and (tmp_path / name(n)).exists():
                (tmp_path / name(n)).rename(tmp_path / f"renamed {n} {step}.jsonl")
        room.refresh()
        assert len(room.folders[0].people) <= 30
    for n, text in texts.items():
        (tmp_path / name(n)).write_text(text)
    room.refresh()
    people = room.folders[0].people
    assert {person.who: ids(person) for person in people} == {
        key: sorted(each["id"] for each in made) for key, made in truth.items()
    }
    again = Classroom([tmp_path])
    assert [ids(person) for person in again.folders[0].people] == [ids(person) for person in people]


def test_hands_are_typed_in_and_a_correction_holds(tmp_path):
    room = Classroom([tmp_path])
    assert "13 hands" in room.count(ROOM, 1, A=5, B=8)
    room.count(ROOM, 1, A=4, B=9)
    room.count(ROOM, 2, A=1, b=12)
    assert room.counts() == {(ROOM, 1): {"A": 4, "B": 9}, (ROOM, 2): {"A": 1, "B": 12}}
    question = next(each for each in Classroom([tmp_path]).figures("00").questions if each.sheet["id"] == ROOM)
    assert (question.one.n, question.one.tally, question.one.right, question.one.hands) == (13, (4, 9, 0), 9, 13)
    assert (question.two.n, question.two.right) == (13, 12)
    assert room.voted(ROOM, 1) == (13, 13)


@pytest.mark.parametrize("counts", [{"E": 1}, {"A": -1}, {"AB": 1}, {"A": 100_000}])
def test_what_is_no_count_is_refused(tmp_path, counts):
    with pytest.raises(ValueError, match=r"no count|No hands"):
        Classroom([tmp_path]).count(ROOM, 1, **counts)
    with pytest.raises(ValueError, match="demonstration class"):
        Classroom().count(ROOM, 1, A=1)


def test_a_table_from_a_spreadsheet_is_read_and_wrong_lines_are_named(tmp_path):
    path = tmp_path / "hands.csv"
    path.write_bytes("\ufeffitem;vote;answer;n\n00-full-room;1;a;5\n00-full-room;3;a;5\n;;;\n=1+1;1;A;x\n".encode())
    found = hands.read(path)
    assert found.counts == {(ROOM, 1): {"A": 5}}
    assert "2 lines are no counts, the first is line 3" in found.problem
