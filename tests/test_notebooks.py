"""What a stored lesson must be, so that nbval compares everything and a reader sees no error."""

import itertools
import json
from types import SimpleNamespace

import nbformat
import pytest
from support import HOME, LESSONS

from lesson.course import bank
from lesson.publish.build import MARK, refresh
from lesson.publish.strip import VIEW, strip_on_save, strip_views


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def not_run(notebook):
    """The code cells that nbval would run and not compare."""
    return [
        n for n, cell in enumerate(notebook["cells"]) if cell["cell_type"] == "code" and not cell["execution_count"]
    ]


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def notebook(request):
    return load(request.param)


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


def test_code_is_short_and_folded(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert len(cell["source"]) <= 4, cell["source"]
            assert cell["metadata"]["jupyter"]["source_hidden"]


def test_one_main_heading_and_no_level_left_out(notebook):
    text = "\n".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    levels = [len(line) - len(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_facts_in_the_text_are_fresh(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            text = "".join(cell["source"])
            assert refresh(text) == text


def test_every_item_of_a_lesson_is_asked_once():
    for path in LESSONS:
        lesson = path.name[:2]
        source = "\n".join("".join(cell["source"]) for cell in load(path)["cells"] if cell["cell_type"] == "code")
        for item in bank.items(lesson):
            assert source.count(f'lesson.ask("{item.id}")') == 1, item.id


def test_a_stale_fact_is_refreshed():
    assert refresh("Rows: 5<!-- fact:all_rows() -->.") != "Rows: 5<!-- fact:all_rows() -->."
    assert refresh("on <!-- -->1 May 1999<!-- fact:date(TL-16) -->!") == (
        "on <!-- -->17 August 2016<!-- fact:date(TL-16) -->!"
    )
    assert MARK.search("no mark here 22") is None


def test_a_widget_view_goes_and_the_readable_forms_stay():
    output = {"data": {VIEW: {"model_id": "a"}, "text/plain": "words", "text/html": "<p>words</p>"}}
    only = {"data": {VIEW: {"model_id": "b"}}}
    notebook = {
        "metadata": {"widgets": {}},
        "cells": [{"outputs": [output, only, {"output_type": "stream", "text": "x"}]}, {}],
    }
    strip_views(notebook)
    assert notebook["metadata"] == {}
    assert set(output["data"]) == {"text/plain", "text/html"}
    assert set(only["data"]) == {VIEW}


@pytest.mark.parametrize(
    "model",
    [
        {},
        {"type": "file", "content": "x"},
        {"type": "notebook", "content": None},
        {"type": "notebook", "content": {"nbformat": 3}},
    ],
)
def test_saving_anything_else_changes_nothing(model):
    before = json.dumps(model)
    strip_on_save(model=model, path=f"notebooks/{LESSONS[0].name}", contents_manager=SimpleNamespace(root_dir=HOME))
    assert json.dumps(model) == before


@pytest.mark.parametrize(
    ("root", "path", "stripped"),
    [
        (".", "notebooks/00_start_here.ipynb", True),
        ("notebooks", "/00_start_here.ipynb", True),
        (".", "own.ipynb", False),
        (".", "notebooks/own/00_start_here.ipynb", False),
    ],
)
def test_only_the_lessons_lose_their_views_on_saving(tmp_path, root, path, stripped):
    """As Jupyter's own manager of files calls the hook, under settings that may hold for all that a person does."""
    from jupyter_server.services.contents.largefilemanager import LargeFileManager

    (tmp_path / "notebooks" / "lesson" / "screen").mkdir(parents=True)
    (tmp_path / "notebooks" / "own").mkdir()
    cell = nbformat.v4.new_code_cell(
        "x", outputs=[nbformat.v4.new_output("display_data", {VIEW: {}, "text/plain": ""})]
    )
    manager = LargeFileManager(root_dir=str(tmp_path / root))
    manager.register_pre_save_hook(strip_on_save)
    manager.save({"type": "notebook", "content": nbformat.v4.new_notebook(cells=[cell])}, path)
    (saved,) = load(tmp_path / root / path.strip("/"))["cells"][0]["outputs"]
    assert (VIEW not in saved["data"]) is stripped


def test_a_place_that_is_no_folder_changes_nothing():
    notebook = {"nbformat": 4, "cells": [{"outputs": [{"data": {VIEW: {}, "text/plain": ""}}]}]}
    before = json.dumps(notebook)
    strip_on_save(model={"type": "notebook", "content": notebook}, path="00.ipynb", contents_manager=None)
    assert json.dumps(notebook) == before
