"""Words of the interface: one file a language, nothing missing, nothing unused."""

import json
import re
from functools import cache

import pytest
from support import HOME

from lesson.core import words as module
from lesson.core.problem import DataError
from lesson.core.words import say, words

ENGINE = HOME / "notebooks" / "lesson"
CALL = re.compile(r"\bt\(((?:[^(){}]|\([^()]*\))*?)(?:, \{|, this|\))")
COMPARED = {"scale", "unsupported", "status", "numeric", "reflect"}
"""Words in a choice of words that are not words of the interface."""
OWN = sorted((ENGINE / "screen" / "js" / "page").glob("*.js"))
SCRIPT = "".join(
    path.read_text(encoding="utf-8") for path in sorted((ENGINE / "screen" / "js").rglob("*.js")) if path not in OWN
)
PAGE = "".join(path.read_text(encoding="utf-8") for path in OWN)
READING = "".join(path.read_text(encoding="utf-8") for path in sorted((HOME / "jupyter").rglob("*.js")))
PYTHON = "".join(path.read_text(encoding="utf-8") for path in sorted(ENGINE.rglob("*.py")))
COURSE = "".join(path.read_text(encoding="utf-8") for path in sorted((HOME / "course").rglob("*.py")))
FILES = sorted((ENGINE / "words").glob("*.json"))


@cache
def named_in(text):
    """Whatever stands between two quotation marks, before a colon, or after a dot."""
    places = (r"""(?<=["'`])[^"'`\n]+(?=["'`])""", r"\b\w+(?=:)", r"(?<=\.)\w+")
    return {name for place in places for name in re.findall(place, text)}


def test_every_word_that_the_script_asks_for_is_there():
    asked = {name for call in CALL.findall(SCRIPT) for name in re.findall(r'"([^"]+)"', call)}
    assert len(asked) > 80
    assert asked - set(words("card")) - COMPARED == set()
    on_a_page = {name for call in CALL.findall(PAGE) for name in re.findall(r'"([^"]+)"', call)}
    assert len(on_a_page) > 8
    assert on_a_page - set(words("page")) == set()


def test_every_word_that_python_asks_for_is_there():
    asked = re.findall(r"""\bsay\(\s*["'](\w+)["'],\s*["'](\w+)["']""", PYTHON)
    assert len(asked) > 40
    assert [(group, name) for group, name in asked if name not in words(group)] == []


@pytest.mark.parametrize("group", json.loads((ENGINE / "words" / "en.json").read_text(encoding="utf-8")))
def test_no_word_is_unused(group):
    if group == "dates":
        assert list(words("dates")) == [str(number) for number in range(1, 13)]
        return
    own = {"card": SCRIPT, "reading": READING}.get(group, PAGE)
    assert set(words(group)) - named_in(own) - named_in(PYTHON + COURSE) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_language_has_the_names_and_the_values_of_english_and_no_others(path):
    english = json.loads((ENGINE / "words" / "en.json").read_text(encoding="utf-8"))
    for group, own in json.loads(path.read_text(encoding="utf-8")).items():
        assert set(own) <= set(english[group]), group
        for name, text in own.items():
            assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[group][name])), name


def test_a_word_that_a_language_lacks_is_said_in_english(monkeypatch, tmp_path):
    english = (ENGINE / "words" / "en.json").read_text(encoding="utf-8")
    (tmp_path / "en.json").write_text(english, encoding="utf-8")
    (tmp_path / "mn.json").write_text(json.dumps({"look": {"to": "->"}}), encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    monkeypatch.setattr(module.home, "language", lambda: "mn")
    assert say("look", "to") == "->"
    assert say("look", "and") == json.loads(english)["look"]["and"]
    assert words("card") == json.loads(english)["card"]


def test_a_language_file_that_is_no_json_is_named_with_its_line(monkeypatch, tmp_path):
    (tmp_path / "en.json").write_text('{"look": {\n"to" "to"}}', encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=r"words/en\.json:2: file: It is no JSON"):
        say("look", "to")
