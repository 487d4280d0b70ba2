import re
import subprocess
import sys
from html import unescape

import pytest
from support import HOME, event, tiny_items

import lesson
from lesson.bank import compile
from lesson.bank.row_rules import ROWED
from lesson.screen import card


def forms(item_id):
    data, _ = lesson.ask(item_id)._repr_mimebundle_()
    return data


@pytest.mark.parametrize("item", tiny_items(), ids=lambda item: item.id)
def test_the_readable_forms_carry_stem_and_options_and_no_key(item):
    sheet, data = compile.compile(item), forms(item.id)
    for form in ("text/plain", "text/html"):
        assert "Question" in data[form]
        shown = unescape(re.sub(r"<[^>]+>", "\n", data[form]))
        for letter, option in zip("ABC", sheet["options"], strict=False):
            line = f"{letter}. {option['text']}" if form == "text/html" else f"  {letter}. {option['text']}"
            as_rows = item.type in (*ROWED, "mark")  # their words stand in a table, or in a text
            assert (option["text"] in shown if as_rows else line in shown.splitlines()) == sheet["listed"]
            assert option["feedback"] not in data[form]
        assert sheet["explanation"] not in data[form]
    assert sheet["stem_text"] in data["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in data


def test_readable_forms_are_the_same_each_time():
    first, second = forms("00-for-or-against"), forms("00-for-or-against")
    assert (first["text/html"], first["text/plain"]) == (second["text/html"], second["text/plain"])
    assert repr(lesson.ask("00-for-or-against")) == first["text/plain"]


def received(monkeypatch, tmp_path, message):
    """What the card sends back for a message from the browser."""
    monkeypatch.setenv("LESSON_ANSWERS", str(tmp_path))
    card.log.cache_clear()
    made = lesson.ask("00-full-room")
    sent = []
    monkeypatch.setattr(made, "send", sent.append)
    if isinstance(message, dict):
        message = {"learner": card.log().learner.id, **message}
    made._receive(made, message, [])
    card.log.cache_clear()
    return sent


def test_an_event_is_acknowledged_after_it_is_on_disk(monkeypatch, tmp_path):
    sent = received(monkeypatch, tmp_path, {"type": "event", "event": event(item="00-full-room")})
    assert sent == [{"type": "saved", "id": "event-0001"}, {"type": "news", "events": [event(item="00-full-room")]}]
    (file,) = (tmp_path / "learner-1").glob("*.jsonl")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 1


def test_an_event_that_cannot_be_saved_is_refused_with_a_sentence(monkeypatch, tmp_path):
    (tmp_path / "answers").write_text("in the way")
    sent = received(monkeypatch, tmp_path / "answers", {"type": "event", "event": event()})
    assert sent[0]["type"] == "refused"
    assert "Your answer waits in this browser" in sent[0]["reason"]


@pytest.mark.parametrize(
    "message",
    [
        None,
        5,
        {},
        {"type": "event"},
        {"type": "event", "event": None},
        {"type": "event", "event": {"id": 5}},
        {"type": "switch", "folder": "../x"},
        {"type": "new", "name": 5},
    ],
)
def test_no_message_breaks_the_kernel(monkeypatch, tmp_path, message):
    received(monkeypatch, tmp_path, message)


def test_a_question_loads_neither_pandas_nor_matplotlib(tmp_path):
    code = "import sys, lesson; lesson.ask('00-for-or-against'); lesson.show('sundays'); print([m for m in ('pandas', 'numpy', 'matplotlib') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOME / "notebooks"
    )
    assert done.stdout.strip() == "[]"


def test_no_floor_below_the_screen_imports_a_widget():
    code = "import sys, pkgutil, importlib, lesson; [importlib.import_module(m.name) for p in ('core', 'tables', 'record', 'bank') for m in pkgutil.walk_packages(importlib.import_module(f'lesson.{p}').__path__, f'lesson.{p}.')]; print([m for m in ('ipywidgets', 'anywidget', 'pandas', 'matplotlib', 'IPython', 'lesson.screen') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOME / "notebooks"
    )
    assert done.stdout.strip() == "[]"


def test_an_unknown_name_is_answered_with_the_names_there_are():
    with pytest.raises(KeyError, match="sundays"):
        lesson.show("everything")
    with pytest.raises(ValueError, match="no page 9"):
        lesson.show("evidence", page=9)
