"""Widget views go when a lesson is stored; nothing else that a person saves in Jupyter changes."""

import json
from types import SimpleNamespace

import nbformat
import pytest

from lesson.core import home
from lesson.publish.strip import VIEW, strip_on_save, strip_views


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
    strip_on_save(model=model, path="notebooks/00_any.ipynb", contents_manager=SimpleNamespace(root_dir=home.root()))
    assert json.dumps(model) == before


@pytest.mark.parametrize(
    ("root", "path", "stripped"),
    [
        (".", "notebooks/00_any.ipynb", True),
        ("notebooks", "/00_any.ipynb", True),
        (".", "own.ipynb", False),
        (".", "notebooks/own/00_any.ipynb", False),
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
    (saved,) = json.loads((tmp_path / root / path.strip("/")).read_text(encoding="utf-8"))["cells"][0]["outputs"]
    assert (VIEW not in saved["data"]) is stripped


def test_a_place_that_is_no_folder_changes_nothing():
    notebook = {"nbformat": 4, "cells": [{"outputs": [{"data": {VIEW: {}, "text/plain": ""}}]}]}
    before = json.dumps(notebook)
    strip_on_save(model={"type": "notebook", "content": notebook}, path="00.ipynb", contents_manager=None)
    assert json.dumps(notebook) == before
