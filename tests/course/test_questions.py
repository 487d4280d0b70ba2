"""The questions of this course: each keeps every rule and compiles, and an editor has nothing against them."""

import jsonschema
import pytest
import yaml
from support import HOME

from lesson.bank import compile, journey, lessons, schema
from lesson.publish import agreed

ITEMS = journey.items()
EDITOR = jsonschema.Draft202012Validator(schema.schema())


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_question_compiles(item):
    sheet = compile.compile(item)
    assert all(option["feedback"] and option["label"] for option in sheet["options"])
    assert sheet["explanation"]
    assert sheet["evidence"]
    assert all(link["url"].startswith("http") or link["url"] == "" for link in sheet["evidence"])
    assert any(link["url"] for link in sheet["evidence"])
    assert "{{" not in str(sheet)


@pytest.mark.parametrize("path", sorted(HOME.glob("course/*/questions.yaml")), ids=lambda path: path.parent.name)
def test_an_editor_checks_the_questions_by_the_schema(path):
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=../questions.schema.json"
    assert (path.parent / "../questions.schema.json").resolve() == schema.schema_path()
    EDITOR.validate(yaml.load(text, yaml.CSafeLoader))


def test_each_lesson_keeps_a_key_that_somebody_agreed_to():
    kept = list(agreed.files())
    assert [one.path.name for one in kept if not one.path.is_file()] == []
    assert len(kept) == len(lessons.numbers()) + 2
    assert list(agreed.problems()) == []
