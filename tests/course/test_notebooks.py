"""What a stored lesson must be, so that nbval compares everything and a reader sees no error."""

import json

import pytest
from support import LESSONS

from lesson.bank import lessons
from lesson.publish import build, lesson_file, stored
from lesson.publish.strip import VIEW


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def not_run(notebook):
    """The code cells that nbval would run and not compare."""
    return [
        n for n, cell in enumerate(notebook["cells"]) if cell["cell_type"] == "code" and not cell["execution_count"]
    ]


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def notebook(request):
    return read(request.param)


def test_every_code_cell_was_run_in_order(notebook):
    assert not_run(notebook) == []
    counts = [cell["execution_count"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))


def test_a_cleared_count_would_be_seen(notebook):
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["execution_count"] = None
    assert len(not_run(notebook)) == 1


def test_nothing_is_stored_that_shows_an_error(notebook):
    assert "widgets" not in notebook["metadata"]
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            assert output["output_type"] in ("execute_result", "display_data", "stream")
            assert output.get("name") != "stderr"
            assert VIEW not in output.get("data", {})


def test_every_output_has_words(notebook):
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            text = output.get("text") or output["data"]["text/plain"]
            assert "".join(text).strip()
            assert "object at 0x" not in "".join(text)


@pytest.fixture(params=lessons.numbers())
def number(request):
    return request.param


def test_a_lesson_comes_back_from_its_notebook_to_the_byte(number):
    """As lesson.md is written when every text that `+++` need not part stands without it."""
    ours, theirs = lesson_file.read(number)[0], [cell for cell, _ in stored.cells(stored.read(number))]
    assert lesson_file.write(theirs) == lesson_file.write([stored.plain(cell) for cell in ours])


def test_a_notebook_is_built_from_its_lesson_alone_cell_for_cell(number):
    """Sources, order, settings and ids; test_change_is_seen.py runs the lessons too and compares every byte."""
    old = stored.read(number)
    made = build.notebook(number, lesson_file.read(number)[0], old)
    assert made.metadata == old.metadata
    fields = ("cell_type", "id", "metadata", "source")
    assert [[cell[f] for f in fields] for cell in made.cells] == [[cell[f] for f in fields] for cell in old.cells]
