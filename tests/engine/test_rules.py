"""The one table of fields: what it says to editors and in CONTRIBUTING.md, and that every kind of question fits it."""

import jsonschema
import pytest
import yaml
from jsonschema.exceptions import best_match
from support import HOME

from lesson.bank import schema, yaml_lines
from lesson.bank.kinds import KINDS
from lesson.bank.row_rules import ROW, ROWED, TABLE
from lesson.bank.rules import ITEM, OPTION
from lesson.bank.values import is_empty

FIELDS = [*ITEM, *OPTION, *TABLE, *ROW]
WRITTEN = """
- id: 00-a
  type: {kind}
  objective: Count.
  stem: How many?
  options: [{{text: one, feedback: f}}, {{text: two, feedback: f}}, {{text: three, feedback: f}}]
  explanation: Count.
  evidence: [K1]
  {more}
"""
OWN = {
    "match": "columns: [a, b]",
    "scale": "ends: [a, b]",
    "numeric": "{key: 5, near: 2}",
    "predict": "{ask: choice, shown: one}",
}
ROWS = """
table: {label: paper, columns: {left: date}, text: who speaks}
rows: [{row: EV-01, label: one, feedback: f}, {row: EV-02, label: two, feedback: f},
       {row: EV-03, label: three, feedback: f, code: {voice: a}, proof: ["summary: x"]}, {row: EV-04, label: four, feedback: f}]
"""
KEYS = {"pick": "rows where kind = count", "order": "earliest first by date", "group": "rows with the same voice"}


EDITOR = jsonschema.Draft202012Validator(schema.schema())


def edit(items):
    """Look at questions as an editor does; raise the error that tells most."""
    if error := best_match(EDITOR.iter_errors(items)):
        raise error


def written(kind, more="", option=""):
    """A question of a type as an editor reads it."""
    (item,) = yaml.safe_load(WRITTEN.format(kind=kind, more=""))
    item |= yaml.safe_load(OWN.get(kind, "{}"))
    if kind in ROWED:
        del item["options"]
        item |= yaml.safe_load(ROWS) | {"key": KEYS[kind]}
    item |= yaml.safe_load(more or "{}")
    item["rows" if kind in ROWED else "options"][0] |= yaml.safe_load(option or "{}")
    return [item]


def test_the_schema_and_the_tables_are_fresh():
    assert schema.schema_path().read_text(encoding="utf-8") == schema.schema_text(), "run do.py notebooks"
    page = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert schema.with_tables(page) == page, "run do.py notebooks"


def test_a_page_without_its_markers_is_refused():
    with pytest.raises(ValueError, match="put '<!-- fields"):
        schema.with_tables("# How to change something")


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema.schema())


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_takes_every_kind_of_question(kind):
    edit(written(kind))


@pytest.mark.parametrize(
    ("kind", "more", "option"),
    [
        ("essay", "", ""),
        ("single", "columns: [a, b]", ""),
        ("single", "", "also: [a]"),
        ("numeric", "key: many", ""),
        ("numeric", "near: x", ""),
        ("match", "columns: [a]", ""),
        ("match", "columns: [a, a]", ""),
        ("match", "columns: 5", ""),
        ("scale", "ends: [a, b, c]", ""),
        ("single", "minutes: 0", ""),
        ("single", "votes: 3", ""),
        ("single", "confidence: maybe", ""),
        ("single", "id: Good One", ""),
        ("single", "explantion: x", ""),
        ("single", "", "feedbak: x"),
        ("single", "", "verdict: maybe"),
        ("single", "options: [{text: a, feedback: f}]", ""),
        ("single", "key: rows where kind = count", ""),
        ("single", "needs: luck", ""),
        ("pick", "options: [{text: a, feedback: f}]", ""),
        ("pick", "key: five", ""),
        ("pick", "key_is: [a, b]", ""),
        ("pick", "table: {columns: {left: date}}", ""),
        ("pick", "table: five", ""),
        ("pick", "rows: [{row: EV-01, label: a, feedback: f}]", ""),
        ("pick", "", "feedbak: x"),
        ("pick", "", "code: five"),
        ("order", "", "verdict: debated"),
        ("order", "table_beside: {label: place}", ""),
    ],
)
def test_an_editor_sees_the_slips_that_the_table_names(kind, more, option):
    with pytest.raises(jsonschema.ValidationError):
        edit(written(kind, more, option))


def test_an_editor_lets_a_fact_stand_in_a_key():
    edit(written("numeric", 'key: "{{how_many()}} to 9"'))


@pytest.mark.parametrize("kind", ["match", "scale", "numeric", "predict", *ROWED])
def test_an_editor_asks_for_what_a_kind_needs(kind):
    (item,) = written(kind)
    for name in [field.name for field in ITEM if field.kinds and field.wanted(kind)]:
        with pytest.raises(jsonschema.ValidationError, match=f"'{name}' is a required property"):
            edit([{n: v for n, v in item.items() if n != name}])


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_row_of_the_table_is_whole(field):
    assert field.example.startswith(f"{field.name}: ")
    assert field.about.endswith(".")
    assert set(field.kinds) | set(field.default_of) <= set(KINDS)
    assert field.value.called
    assert "|" not in f"{field.value.called}{field.about}{field.example}", "it would break the table"


def example(field, tmp_path):
    """The example of a field, read as a file of questions is; words after it that explain it left out."""
    path = tmp_path / "example.yaml"
    path.write_text(field.example.split(" (")[0].split(", where")[0].split(", two")[0], encoding="utf-8")
    read, problems = yaml_lines.read(path, "example.yaml")
    assert problems == []
    return read[field.name]


@pytest.mark.parametrize(
    "field", [f for f in FIELDS if "NN" not in f.example and "[...]" not in f.example], ids=lambda field: field.name
)
def test_the_example_of_a_field_keeps_its_rule(field, tmp_path):
    value = example(field, tmp_path)
    assert not is_empty(value)
    assert field.value.slip(field.name, value) is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_what_it_is(kind):
    made = KINDS[kind]
    assert made.DOES
    assert made.LEAST >= 1
    assert made.__doc__
