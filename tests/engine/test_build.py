"""lesson.md to the stored notebook and back, in a course of one lesson that is made for the test."""

import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from jupyter_server.serverapp import ServerApp
from jupyterlab_server.config import get_page_config
from support import HOME, TINY

from lesson.bank import lessons
from lesson.core import home
from lesson.core.problem import DataError
from lesson.publish import adopt, build, cli, differ, lesson_file, marks, stored
from lesson.publish.lesson_file import UNPLACED, Cell, parse, write
from lesson.publish.pairs import moved, pairs

TEXT = """# 07 What is in the box?

There are {{rows_there()}} rows, seen on {{ day() }}.

```{code-cell}
print("first")
```

```{code-cell}
print("second")
```

A remark about the second one.

+++

## Close

What would change your mind?
"""
FACTS = '''
from lesson.bank.facts import fact


@fact
def rows_there(kind: str = "all") -> int:
    """Rows of a kind."""
    return {"all": 22, "some": 3}[kind]


@fact
def day() -> str:
    """A day in words."""
    return "1 May 1999"
'''


@pytest.fixture
def course(tmp_path):
    """A course with one lesson, 07, and its notebook as the builder leaves it."""
    folder = tmp_path / "course" / "07_made_up"
    for place in (folder, tmp_path / "course" / "shared", tmp_path / "notebooks"):
        place.mkdir(parents=True)
    (folder / "questions.yaml").write_text("[]\n")
    shutil.copy(TINY / "course" / "course.toml", tmp_path / "course")
    (tmp_path / "course" / "shared" / "facts.py").write_text(FACTS)
    made = SimpleNamespace(md=folder / "lesson.md", nb=tmp_path / "notebooks" / "07_made_up.ipynb", root=tmp_path)
    with home.at(tmp_path):
        made.md.write_text(TEXT)
        store(made)
        yield made


def store(course):
    """Write the notebook as if it had been run."""
    notebook = build.notebook("07", lesson_file.read("07")[0], stored.read("07"))
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.execution_count = 1
    nbformat.write(notebook, course.nb)


def change(course, how):
    """Change the notebook as somebody does in JupyterLab: `how` gets the list of its cells."""
    notebook = nbformat.read(course.nb, as_version=4)
    how(notebook.cells)
    nbformat.write(notebook, course.nb)


def say(problems):
    return [(problem.line, problem.where, problem.what) for problem in problems]


# ---------------------------------------------------------------- lesson.md and its cells

TEXTS = [
    "a\n\n+++\n\nb",
    "a\n+++",
    "\\+++ and\n\\\\+++",
    " + + + x",
    "~~~\n+++\n~~~",
    "````\n```{code-cell}\nx\n```\n````",
    "```{code-cell}\nx\n```",
    "```\\{code-cell}\nx\n```",
    "> ```{code-cell}\n> x\n> ```",
    "- a\n\n  ```{raw-cell}\n  x\n  ```",
    "```python\nx = 1\n```",
    "first  \nsecond   \nthird",
    "<!-- a\n\nb -->\n\n<details><summary>x</summary>\n\ny\n\n</details>",
    "{{ and }} and {{no_fact()}} and {{ x }}",
    "---\na: b\n---",
    "(label)=\n% comment\n\n    indented",
    "    indented from the start",
    "$x_1$ \\\\ \\+ éü中 “quotes”\t|",
    "[a]: https://example.org\n\n| a |\n|---|\n| b |",
]
CODES = [
    "---\nx",
    ":a",
    "x = '''\n```\n'''\n+++",
    "y = '''\n```{code-cell}\n'''",
    "%matplotlib inline",
    "f'{{x}}'  \n\n\nx  # {{rows_there()}}",
    "'<!-- -->22<!-- fact:rows_there() -->'",
]


@pytest.mark.parametrize("cell", [*(Cell("markdown", t) for t in TEXTS), *(Cell("code", c) for c in CODES)], ids=repr)
def test_a_cell_comes_back_as_it_was_wherever_it_stands(cell):
    text, code = Cell("markdown", "text"), Cell("code", "code")
    for cells in ([cell], [text, cell, text], [code, cell, code], [cell, cell], [text, code, cell]):
        found, problems = parse(write(cells), "lesson.md")
        assert [(one.kind, one.source) for one in found] == [(one.kind, one.source) for one in cells]
        assert problems == []
        assert write(found) == write(cells)


def test_the_whole_way_round_gives_every_cell_back(course):
    """lesson.md, notebook, lesson.md: with every odd cell at once, and facts among them."""
    facts = [Cell("markdown", "On {{day()}} {{rows_there(some)}} of {{rows_there()}}, (`{{rows_there()}}`).")]
    texts = [Cell("markdown", text) for text in TEXTS if "{{" not in text]
    course.md.write_text(write([*facts, *texts, *(Cell("code", code) for code in CODES)]))
    store(course)
    assert write([cell for cell, _ in stored.cells(stored.read("07"))]) == course.md.read_text()
    assert differ.problems("07") == []


def test_each_cell_knows_its_line():
    cells, _ = parse(TEXT, "lesson.md")
    lines = TEXT.splitlines()
    assert [lines[cell.line - 1] for cell in cells] == [
        "# 07 What is in the box?", "```{code-cell}", "```{code-cell}", "A remark about the second one.", "## Close"
    ]  # fmt: skip


BAD = {
    "no cell": ("\n\n", 1, "It holds no cell."),
    "BOM": ("\ufeff# A", 1, "The file starts with an invisible mark (BOM)."),
    "CRLF": ("# A\n\nb\r\nc\r\n", 3, "A line ends in the way of Windows (CRLF)."),
    "a control character": ("# A\n\nb\x07", 3, "A character stands here that nobody sees (U+0007)."),
    "a separator": ("# A\n\nb\u2028c", 3, "A character stands here that nobody sees (U+2028)."),
    "open code": ("# A\n\n```{code-cell}\nx\n", 3, "A fence is opened here and closed nowhere."),
    "open fence": ("# A\n\n~~~~py\nx\n~~~\n\n+++\n\nb", 3, "A fence is opened here and closed nowhere."),
    "open comment": ("# A\n\nb <!-- c --> d <!-- e\n", 3, "A comment is opened here and closed nowhere."),
    "open comment over cells": (
        "# A\n\n<!-- b\n\n+++\n\nc",
        3,
        "What is opened here (<!-- b) is not closed before '+++'.",
    ),
    "open tag": ("# A\n\n<pre>\nb\n\n+++\n\nc", 3, "What is opened here (<pre>) is not closed before '+++'."),
    "space before": ("# A\n\n``` {code-cell}\nx\n```", 3, "A code cell is read as text (``` {code-cell})."),
    "underscore": ("# A\n\n```{code_cell}\nx\n```", 3, "A code cell is read as text (```{code_cell})."),
    "no braces": ("# A\n\n~~~code-cell\nx\n~~~", 3, "A code cell is read as text (~~~code-cell)."),
    "in a list": ("# A\n\n- b\n\n  ```{code-cell}\n  x\n  ```", 5, "A code cell is read as text (```{code-cell})."),
    "under a tag": ("# A\n\n<details>\n```{code-cell}\nx\n```\n", 4, "A code cell is read as text (```{code-cell})."),
    "front matter": ("---\nkernelspec: [\n---\n# A", 1, "The file begins with settings between two lines '---'."),
    "cell settings": ('# A\n\n+++ {"id"\n\nb', 3, "Beside '+++' stands '{\"id\"'."),
    "code settings": ("# A\n\n```{code-cell}\n:tags: [\nx\n```", 4, "A code cell begins with settings."),
    "code settings in YAML": ("# A\n\n```{code-cell}\n---\na: *b\n---\nx\n```", 4, "A code cell begins with settings."),
    "a language": ("# A\n\n```{code-cell} python\nx\n```", 3, "Beside '{code-cell}' stands 'python'."),
    "raw": ("# A\n\n```{raw-cell}\nx\n```", 3, "A raw cell is shown to nobody."),
    "unknown fact": ("# A\n\nb\n\n{{no_such()}}", 5, "There is no fact 'no_such()'"),
    "arguments that do not fit": ("# A\n\n{{day(1, 2)}}", 3, "There is no fact 'day(1, 2)'"),
    "no call": ("# A\n\n{{day}}", 3, "There is no fact 'day'"),
    "a lone opening": ("# A\n\nb {{ c", 3, "A '{{' stands alone."),
    "a lone closing": ("# A\n\nb }} {{day()}}", 3, "A '}}' stands alone."),
    "a mark": ("# A\n\n<!-- -->3<!-- fact:day() -->", 3, "A mark of the notebook stands here."),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_with_its_line_and_how_to_mend_it(course, name, capsys):
    text, line, what = BAD[name]
    course.md.write_bytes(text.encode())
    before = course.nb.read_bytes()
    found = differ.problems("07")
    assert any(p.line == line and p.what.startswith(what) and p.mend for p in found), say(found)
    assert {problem.file for problem in found} == {"course/07_made_up/lesson.md"}
    assert cli.main(["build", "07"]) == 1
    assert f"course/07_made_up/lesson.md:{line}: " in capsys.readouterr().out
    assert course.nb.read_bytes() == before


def test_what_is_no_text_at_all_is_said_too(course):
    course.md.write_bytes(b"# A\n\n\xff")
    assert say(differ.problems("07")) == [(3, "lesson.md", "A character is not UTF-8 (invalid start byte).")]
    course.md.unlink()
    (problem,) = differ.problems("07")
    assert problem.what == "The file is not there."
    assert "python do.py adopt 07" in problem.mend


# ---------------------------------------------------------------- facts


def test_a_fact_stands_between_invisible_marks_and_comes_back(course):
    filled = marks.fill("On {{ day() }}, {{rows_there(some)}}.")
    assert filled == "On <!-- -->1 May 1999<!-- fact:day() -->, <!-- -->3<!-- fact:rows_there(some) -->."
    assert marks.back(filled) == "On {{day()}}, {{rows_there(some)}}."
    assert marks.refresh("<!-- -->4 May 1999<!-- fact:day() -->!") == "<!-- -->1 May 1999<!-- fact:day() -->!"
    assert marks.MARK.search("no mark here 22 <!-- sources: x -->") is None


# ---------------------------------------------------------------- building


def test_the_builder_sets_ids_folded_code_and_the_kernel(course):
    notebook = stored.read("07")
    assert [cell.id for cell in notebook.cells] == ["c01-07", "c02-07", "c03-07", "c04-07", "c05-07"]
    assert [cell.metadata for cell in notebook.cells[:2]] == [{}, {"jupyter": {"source_hidden": True}}]
    assert notebook.metadata.kernelspec.name == "python3"


@pytest.mark.parametrize(
    ("kept", "given"),
    [
        ([None, None], ["c01", "c02"]),
        (["c00", None, "c01", None], ["c00", "c00a", "c01", "c02"]),
        (["c01", None, None, "c02"], ["c01", "c01a", "c01b", "c02"]),
        ([None, "c01a", "c01"], ["c00a", "c01a", "c01"]),
        (["c34", "c17", None, "c35"], ["c34", "c17", "c17a", "c35"]),
        (["c01", "c01", "c02"], ["c01", "c01a", "c02"]),
    ],
)
def test_a_cell_keeps_its_id_when_others_come_and_go(kept, given):
    number = [cell_id and f"{cell_id}-07" for cell_id in kept]
    assert stored.ids("07", number) == [f"{cell_id}-07" for cell_id in given]


def test_an_id_of_jupyterlab_is_replaced_and_no_id_comes_twice():
    assert stored.ids("07", ["c01-07", "0f3a-9b", "c01-06", "c02-07"]) == ["c01-07", "c01a-07", "c01b-07", "c02-07"]
    many = stored.ids("07", ["c01-07", *[None] * 60, "c02-07"])
    assert len(set(many)) == len(many)


def test_a_changed_lesson_keeps_the_ids_of_its_cells(course):
    text = TEXT.replace("A remark", "A long remark").replace("## Close", "A new cell.\n\n+++\n\n## Close")
    course.md.write_text(text)
    store(course)
    assert [cell.id for cell in stored.read("07").cells] == [
        "c01-07",
        "c02-07",
        "c03-07",
        "c04-07",
        "c04a-07",
        "c05-07",
    ]


def test_a_lesson_is_run_with_no_answers_and_stored_the_same_twice(course, monkeypatch, capsys):
    monkeypatch.setenv("LESSON_ANSWERS", str(course.root / "mine"))
    course.md.write_text('# A\n\n```{code-cell}\nimport os\nprint(os.listdir(os.environ["LESSON_ANSWERS"]), 1)\n```\n')
    assert cli.main(["build", "07"]) == 0
    first = course.nb.read_bytes()
    assert json.loads(first)["cells"][1]["outputs"][0]["text"] == ["[] 1\n"]
    assert differ.problems("07") == []
    capsys.readouterr()
    assert cli.main(["build"]) == 0
    assert course.nb.read_bytes() == first
    assert capsys.readouterr().out == "Building lesson 07 ...\n"


def test_a_cell_that_fails_is_named_and_nothing_is_stored(course, capsys):
    before = course.nb.read_bytes()
    course.md.write_text(TEXT.replace('print("second")', "1 / 0"))
    assert cli.main(["build", "07"]) == 1
    said = capsys.readouterr().out
    assert "course/07_made_up/lesson.md:9: '1 / 0': The cell fails (ZeroDivisionError: division by zero)." in said
    assert course.nb.read_bytes() == before


def test_an_unknown_lesson_is_answered_with_those_there_are(course, capsys):
    assert cli.main(["build", "08"]) == 2
    assert "There is no lesson 08. Lessons: 07." in capsys.readouterr().out
    for arguments in (["adopt"], ["adopt", "7"]):
        assert cli.main(arguments) == 2
        assert "by its number: 07." in capsys.readouterr().out


def test_what_a_build_drops_is_kept_aside(course, capsys, monkeypatch):
    monkeypatch.setattr(build, "execute", lambda *_: None)
    change(course, lambda cells: cells[3].update(source="Typed in JupyterLab."))
    assert cli.main(["build", "07"]) == 0
    assert "As it was: build/before/07_made_up.ipynb" in capsys.readouterr().out
    assert "Typed in JupyterLab." in (course.root / "build" / "before" / "07_made_up.ipynb").read_text()
    assert "Typed in JupyterLab." not in course.nb.read_text()


# ---------------------------------------------------------------- what somebody changed in JupyterLab


def retype(cells):
    cells[3]["source"] = "A remark about the first one.\n"
    cells[1]["source"] = 'print("first of all")'


def insert(cells):
    cells.insert(2, nbformat.v4.new_markdown_cell("Something quite new.  \nIn two lines."))


def remove(cells):
    del cells[2]


def move(cells):
    cells.insert(0, cells.pop(4))


def duplicate(cells):
    cells.append(nbformat.v4.new_code_cell(cells[1]["source"]))


def renumber(cells):
    cells[0]["source"] = cells[0]["source"].replace("There are", "We count")


EDITS = {
    retype: [
        (5, """'print("first")'""", """The notebook says 'print("first of all")'."""),
        (13, "'A remark about the second one.'", "The notebook says 'A remark about the first one.'."),
    ],
    insert: [(5, "'Something quite new.  '", "The notebook has this cell more, after this line.")],
    remove: [(9, """'print("second")'""", "The notebook has no such cell.")],
    move: [(17, "'## Close'", "The notebook has this cell at another place.")],
    duplicate: [(17, """'print("first")'""", "The notebook has this cell more, after this line.")],
    renumber: [(1, "'# 07 What is in the box?'", "The notebook says 'We count {{rows_there()}} rows, seen on {{day()}}.'.")],
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_check_names_each_cell_that_somebody_changed_and_adopt_takes_it(course, edit, capsys):
    change(course, edit)
    found = [p for p in differ.problems("07") if "was not run" not in p.what and "folded" not in p.what]
    assert say(found) == EDITS[edit]
    assert all("do.py adopt 07 takes it" in p.mend and "do.py notebooks 07 drops it" in p.mend for p in found)
    wanted = [(cell.kind, cell.source) for cell, _ in stored.cells(stored.read("07"))]

    assert cli.main(["adopt", "07"]) == 0
    said = capsys.readouterr().out
    assert all(f"lesson.md:{line}: {where}: {what}" in said for line, where, what in EDITS[edit])
    cells, problems = lesson_file.read("07")
    assert problems == []
    assert [(cell.kind, marks.plain(cell.source)) for cell in cells] == wanted
    assert (course.root / "build" / "before" / "07_lesson.md").read_text() == TEXT
    store(course)
    assert differ.problems("07") == []


def test_nothing_changed_is_nothing_written(course):
    before = course.md.stat().st_mtime_ns
    assert adopt.adopt("07") == []
    assert course.md.stat().st_mtime_ns == before
    assert differ.problems("07") == []


def test_empty_cells_and_blank_lines_at_the_ends_are_no_change(course):
    def pad(cells):
        cells[3]["source"] += "\n\n"
        cells[1]["source"] = "\n" + cells[1]["source"] + "\n"
        cells += [nbformat.v4.new_markdown_cell("  \n"), nbformat.v4.new_code_cell("")]

    change(course, pad)
    assert differ.problems("07") == []


@pytest.mark.parametrize(
    "cell",
    [
        nbformat.v4.new_markdown_cell("Look:\n\n```python\nx = 1"),
        nbformat.v4.new_markdown_cell("Here <!-- a thought"),
        nbformat.v4.new_markdown_cell("<pre>\nand\n`````\nticks"),
        nbformat.v4.new_raw_cell("raw words"),
        nbformat.v4.new_code_cell("x = '\x07'"),
    ],
    ids=["fence", "comment", "tag", "raw", "character"],
)
def test_a_cell_that_cannot_be_placed_is_quoted_at_the_end_and_named(course, cell, capsys):
    change(course, lambda cells: cells.insert(1, cell))
    assert cli.main(["adopt", "07"]) == 1
    cells, problems = lesson_file.read("07")
    last = cells[-1].source
    assert last.startswith(UNPLACED)
    assert cell.source.replace("\x07", "\ufffd") in last
    assert [marks.plain(c.source) for c in cells[:-1]] == [marks.plain(c.source) for c in parse(TEXT, "")[0]]
    assert say(problems) == [(cells[-1].line, "lesson.md", "Here is a cell of the notebook that could not be placed.")]
    assert "could not be placed, since lesson.md cannot hold it as it is" in capsys.readouterr().out


def test_a_number_typed_over_a_fact_is_named_and_the_fact_stays(course):
    change(course, lambda cells: cells[0].update(source=cells[0]["source"].replace(">22<", ">23<")))
    (problem,) = differ.problems("07")
    assert problem.what == "The notebook says '23' where {{rows_there()}} says '22'."
    assert "python do.py notebooks 07" in problem.mend
    assert "the fact stays" in adopt.adopt("07")[-1]
    assert course.md.read_text() == TEXT


def test_braces_and_new_facts_typed_in_a_notebook_are_taken_as_they_are(course, capsys):
    change(course, lambda cells: cells[3].update(source="Now {{day()}}, {{no_such()}} and {{."))
    assert cli.main(["adopt", "07"]) == 1
    assert "Now {{day()}}, {{no_such()}} and {{." in course.md.read_text()
    said = capsys.readouterr().out
    assert "There is no fact 'no_such()'" in said
    assert "A '{{' stands alone." in said


def test_a_notebook_alone_becomes_a_lesson(course):
    course.md.unlink()
    adopt.adopt("07")
    assert course.md.read_text() == TEXT.replace("{{ day() }}", "{{day()}}")


def test_settings_and_runs_that_only_the_notebook_has_are_named(course):
    def spoil(cells):
        cells[1]["metadata"] = {"tags": ["mine"]}
        cells[2]["execution_count"] = None
        cells[3]["metadata"] = {"slideshow": {"slide_type": "skip"}}

    change(course, spoil)
    assert [(line, what.split(" in the")[0]) for line, _, what in say(differ.problems("07"))] == [
        (5, "The code is not folded away"), (9, "The cell was not run"), (13, "The text has settings of its own")
    ]  # fmt: skip


def test_a_notebook_that_is_missing_or_spoiled_is_named(course, capsys):
    course.nb.write_text("<<<<<<< HEAD\n{}")
    (problem,) = differ.problems("07")
    assert str(problem).startswith("notebooks/07_made_up.ipynb:1: ")
    with pytest.raises(DataError):
        adopt.adopt("07")
    for content in ('{"nbformat": 4}', "[]", '{"nbformat": 4, "nbformat_minor": 5, "cells": [{}], "metadata": {}}'):
        course.nb.write_text(content)
        assert [p.file for p in differ.problems("07")] == ["notebooks/07_made_up.ipynb"]
    course.nb.unlink()
    assert say(differ.problems("07")) == [(1, "lesson.md", "The lesson has no notebook yet.")]
    assert cli.main(["adopt", "07"]) == 1
    assert "There is no notebook." in capsys.readouterr().out


def test_adopt_leaves_a_lesson_that_cannot_be_read_as_it_is(course, capsys):
    course.md.write_text("# A\n\n```{code-cell}\nmine")
    change(course, retype)
    assert cli.main(["adopt", "07"]) == 1
    assert "Nothing was changed in lesson 07." in capsys.readouterr().out
    assert course.md.read_text() == "# A\n\n```{code-cell}\nmine"


# ---------------------------------------------------------------- pairs


def texts(*sources):
    return [Cell("markdown", source) for source in sources]


def test_cells_are_paired_by_words_then_by_likeness_and_never_twice():
    ours = texts("same", "the long remark about it", "gone entirely", "x")
    theirs = texts("x", "the long remark about this", "same", "same")
    found = pairs(ours, theirs)
    assert found == {0: 3, 1: 1, 2: 0} or found == {0: 3, 1: 1, 3: 0}
    assert len(set(found.values())) == len(found)
    assert pairs(texts("print(1)"), [Cell("code", "print(1)")]) == {}


@pytest.mark.parametrize(("order", "out"), [([0, 1, 2], set()), ([2, 0, 1], {0}), ([0, 3, 1, 2], {1}), ([], set())])
def test_only_what_stands_elsewhere_has_moved(order, out):
    assert moved(dict(enumerate(order))) == out


# ---------------------------------------------------------------- a whole lesson of another course


def test_the_lesson_of_the_tiny_course_is_stored_as_it_is_built(tmp_path):
    """Questions, tables and facts included, in a copy, run by a kernel that finds this other home."""
    copy = shutil.copytree(TINY, tmp_path / "tiny")
    with home.at(copy):
        path = stored.path_of(lessons.numbers()[0])
        before = path.read_bytes()
        assert build.main([]) == 0
        assert path.read_bytes() == before


# ---------------------------------------------------------------- JupyterLab stays as it is


def test_jupytext_is_off_in_jupyterlab_although_authors_have_it(tmp_path, monkeypatch):
    """As Jupyter itself reads its settings, with the project's and without them."""
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    lab = [str(path) for path in Path(sys.prefix, "share", "jupyter", "labextensions").glob("*")]
    assert any(path.endswith("jupyterlab-jupytext") for path in lab), "there would be nothing to keep off"
    found = {}
    for place in (HOME / "jupyter", tmp_path):
        monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(place))
        server = ServerApp(log_level="ERROR")
        server.find_server_extensions()
        page = get_page_config([str(Path(lab[0]).parent)])
        found[place] = server.jpserver_extensions["jupyterlab_jupytext"], page.get("disabledExtensions", [])
    assert found[tmp_path] == (True, [])
    assert found[HOME / "jupyter"] == (False, ["@jupyterlab/apputils-extension:announcements", "jupyterlab-jupytext"])
