"""The exports of the tiny course, byte by byte against files that somebody has read; and what each format promises."""

import json
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest
import readers
from support import HOME

from lesson.bank import lessons
from lesson.publish.export import anki, main, parts, scorm
from lesson.publish.export.losses import Losses
from lesson.publish.export.xml import from_html, tag

GOLDEN = HOME / "tests" / "golden" / "exports"
CHANGED = HOME / "build" / "golden" / "exports"


@pytest.fixture(scope="module")
def made():
    """Every file of every format, unzipped, as text."""
    found = {}
    with main.home.at(HOME / "tests" / "tiny_course"):
        losses = Losses()
        files = main.made([main.lesson(number) for number in lessons.numbers()], losses)
        found["losses.md"] = losses.as_markdown()
    for path, content in files.items():
        if path.endswith(".zip"):
            inner = readers.unzipped(content)
            inner.pop("index.html", None)  # the page has tests of its own
            found |= {f"{path.removesuffix('.zip')}/{name}": text for name, text in inner.items()}
        elif path.endswith(".apkg"):
            found["anki.json"] = json.dumps(notes(content), indent=1, ensure_ascii=False) + "\n"
        else:
            found[path] = content.decode()
    return found


def notes(content):
    """The decks of an Anki package, and its notes by their ids."""
    folder = HOME / "build" / "golden"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"collection-{os.getpid()}.anki2"
    with zipfile.ZipFile(readers.io.BytesIO(content)) as package:
        path.write_bytes(package.read("collection.anki2"))
    base = sqlite3.connect(path)
    try:
        rows = base.execute("select guid, mid, flds, tags from notes order by id").fetchall()
        decks = json.loads(base.execute("select decks from col").fetchone()[0])
    finally:
        base.close()
        path.unlink()
    named = {deck["name"]: deck["id"] for deck in decks.values()}
    return {
        "decks": named,
        "notes": [[guid, mid, *fields.split("\x1f"), tags.strip()] for guid, mid, fields, tags in rows],
    }


def test_every_file_is_as_somebody_has_read_it(made):
    """Where one differs, the new one is written to build/golden: read it, then copy it over tests/golden."""
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    differs = []
    for name, text in made.items():
        kept = GOLDEN / name
        if kept.is_file() and kept.read_bytes() == text.encode():
            continue
        differs.append(name)
        (CHANGED / name).parent.mkdir(parents=True, exist_ok=True)
        (CHANGED / name).write_bytes(text.encode())
    assert (differs, sorted(there - set(made))) == ([], []), f"read {CHANGED.relative_to(HOME)}, copy what is right"


def test_the_same_questions_give_the_same_bytes():
    found = [main.lesson("00")]
    twice = [main.made(found, Losses()) for _ in range(2)]
    packages = [files.pop("anki.apkg") for files in twice]
    assert twice[0] == twice[1]
    assert notes(packages[0]) == notes(packages[1])


def test_an_opinion_is_left_out_of_anki_and_that_is_told(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(main.home, "build", lambda: tmp_path)
    assert main.main(["00"]) == 0
    told = capsys.readouterr().out
    assert "anki leaves out 1 of kind scale: 00-open-it" in told
    assert "moodle: 11 of 11 questions" in told
    assert sorted(path.name for path in (tmp_path / "export").iterdir()) == [
        "anki.apkg", "canvas", "losses.csv", "moodle.xml", "qti3", "scorm",
    ]  # fmt: skip


def test_the_table_is_put_between_its_marks_and_nothing_else_is_touched(monkeypatch, tmp_path):
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "exports.md"
    page.write_text("before\n<!-- losses -->\nold\n<!-- /losses -->\nafter\n", encoding="utf-8")
    losses = Losses()
    losses.carry("moodle", main.lesson("00").sheets[0], ["votes"])
    main._keep(page, losses)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- losses -->\n| lost | moodle |\n")
    assert text.endswith("| scale |\n<!-- /losses -->\nafter\n")


@pytest.mark.parametrize("text", ["a ~ b", "a # b", "{a} b", "a \\ b", "a & b", "1 < 2 > 1", "&amp;", "a=b%50%c"])
def test_no_sign_of_a_cloze_is_read_in_a_text(text):
    from html import escape

    from lesson.publish.export.moodle import _cloze

    way = parts.Way(escape(text), "supported", parts.said("supported", escape(text)))
    other = parts.Way("other", "not yet", "no")
    ((right, wrong),) = readers.cloze(f"before {{1:MC:{_cloze(way)}~{_cloze(other)}}} after")
    assert [readers.unescape(part) for part in (right[0], right[2])] == [text, f"<b>Supported.</b> {text}"]
    assert (right[1], wrong) == (100, ("other", 0, "no"))


@pytest.mark.parametrize("band", [(215, 468), (2.1, 4.7), (0.42000000000000004, 23.5), (7, 7), (-1.1, 1e9), (0.1, 0.3)])
def test_the_middle_of_a_band_reaches_both_ends(band):
    centre, reach = parts.middle(band)
    assert centre - reach <= band[0] <= band[1] <= centre + reach
    assert reach <= (band[1] - band[0]) / 2 + abs(centre) * 1e-9 + 1e-9


def test_links_lose_what_a_player_does_not_know_and_texts_stay_where_they_are():
    found = from_html("div", '<p>a <a href="u" target="_blank" rel="noopener noreferrer">b</a> c</p>')
    assert readers.ET.tostring(found, encoding="unicode") == '<div><p>a <a href="u">b</a> c</p></div>'
    assert readers.ET.tostring(tag("a", "x", tag("b"), "y", class_="c", d_e="f"), encoding="unicode") == (
        '<a class="c" d-e="f">x<b />y</a>'
    )


def test_a_page_without_its_head_gets_no_script_in_silence():
    with pytest.raises(ValueError, match="lacks"):
        scorm._joined("<html>", main.lesson("00"))


def test_the_script_stands_before_a_policy_which_would_refuse_it():
    head = f'<head>\n{scorm.HEAD}<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n</head>'
    made = scorm._joined(head, main.lesson("00"))
    assert made.index("LMSInitialize") < made.index("Content-Security-Policy")


def test_anki_ids_are_in_the_range_of_its_own():
    assert 1 << 30 <= anki._number("model") < 1 << 31
    assert anki._number("model") != anki._number("deck 00")
    assert Path(scorm.__file__).with_name("scorm.js").is_file()
