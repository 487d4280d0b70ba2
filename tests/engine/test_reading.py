"""Which notebooks a server calls lessons, and which card a kernel drew in which cell."""

import json
from types import SimpleNamespace

import pytest

import lesson
from lesson.core import home
from lesson.publish import reading
from lesson.screen import card


@pytest.mark.parametrize(
    ("root", "named", "found"),
    [
        (".", "", ["notebooks"]),
        ("notebooks", "", [""]),
        ("..", "", ["{name}/notebooks"]),
        ("data", "", []),  # the project is not below the server's root: nothing is guessed
        ("data", "ours/notebooks:/more/", ["ours/notebooks", "more"]),
    ],
)
def test_lessons_are_the_projects_own_and_those_that_are_named(monkeypatch, root, named, found):
    monkeypatch.setenv(reading.FOLDERS, named)
    place = str(home.root() / root)
    assert reading.folders(place) == [part.format(name=home.root().name) for part in found]


def test_a_link_to_the_project_is_the_project(monkeypatch, tmp_path):
    monkeypatch.delenv(reading.FOLDERS, raising=False)
    (tmp_path / "link").symlink_to(home.root())
    assert reading.folders(str(tmp_path / "link")) == ["notebooks"]


def test_the_server_tells_the_page_folders_and_words(monkeypatch):
    monkeypatch.delenv(reading.FOLDERS, raising=False)
    web_app = SimpleNamespace(settings={"page_config_data": {"token": "kept"}})
    server = SimpleNamespace(root_dir=str(home.root()), web_app=web_app)
    reading._load_jupyter_server_extension(server)
    told = web_app.settings["page_config_data"]
    assert told["token"] == "kept"
    assert told["lessonReading"]["folders"] == ["notebooks"]
    assert "Show the code" in told["lessonReading"]["words"].values()
    json.dumps(told)


def test_a_kernel_tells_which_card_it_drew_last_in_which_cell(monkeypatch):
    kernel = SimpleNamespace(get_parent=lambda: {"metadata": {"cellId": "a-cell"}})
    monkeypatch.setattr(card, "get_ipython", lambda: SimpleNamespace(kernel=kernel))
    monkeypatch.setattr(card.Card, "_drawn", {})
    first, second = lesson.ask("00-for-or-against"), lesson.ask("00-for-or-against")
    assert json.loads(card.drawn()) == {}
    first._repr_mimebundle_()
    second._repr_mimebundle_()
    assert json.loads(card.drawn()) == {"a-cell": second.model_id}
    monkeypatch.setattr(card, "get_ipython", lambda: None)  # no notebook: a plain Python
    first._repr_mimebundle_()
    assert json.loads(card.drawn()) == {"a-cell": second.model_id}
