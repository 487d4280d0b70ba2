"""An author's mistake is file, line, item, what is wrong, how to mend it; each rule of lint has its broken example."""

import copy
import os
import random
import re

import pytest
import yaml
from support import ITEMS, questions

from lesson.bank import compile, facts, grade, lint, load
from lesson.bank.author import Author
from lesson.bank.kinds import KINDS
from lesson.core import home
from lesson.core.problem import DataError, Problem
from lesson.publish import cli

GOOD = yaml.safe_load(
    """
id: 00-good
type: single
objective: See that one witness is one witness.
stem: How many witnesses are there?
options:
  - {text: One of them, correct: true, feedback: "Yes, one."}
  - {text: As many as pages, correct: false, feedback: "They repeat.", mistake: counting repetitions}
  - {text: Not one, correct: false, feedback: "One is not none.", mistake: throwing evidence away}
explanation: Count origins.
evidence: [K1]
"""
)


def several(*items):
    return [{**copy.deepcopy(GOOD), "id": f"00-item-{n}", **changes} for n, changes in enumerate(items, 1)]


def options(*changes):
    made = copy.deepcopy(GOOD["options"])
    for option, change in zip(made, changes, strict=False):
        option.update(change)
    return made


def write(tmp_path, content):
    text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    return questions(tmp_path / "course", text)


def problems(tmp_path, content):
    found, broken = load.load(write(tmp_path, content))
    return [str(p) for p in [*broken, *lint.problems(found)]]


def the_item(tmp_path, content):
    """The only item of a file without a mistake."""
    (item,), broken = load.load(write(tmp_path, content))
    assert broken == ()
    return item


@pytest.fixture(autouse=True)
def a_fact():
    """A fact that takes one of two words, whatever the course says."""
    facts.FACTS.put("how_many", lambda end: {"low": 215, "high": 502}[end], "made_up.py:1")
    yield
    facts.FACTS.forget("made_up.py")


def single(key, longest=False):
    """A single item with four options and its key at place `key`."""
    made = [{"text": f"reading {n}", "correct": n == key, "feedback": "Why.", "mistake": "a slip"} for n in range(1, 5)]
    if longest:
        made[key - 1]["text"] = "a reading that is by far the longest"
    return {"options": made}


NUMERIC = {"type": "numeric", "key": "215 to 502", "near": "x2", "span": "10 to 10000", "log": True, "unit": "people",
           "options": [{"text": t, "feedback": "f", "mistake": "m"} for t in ("inside", "near", "far")]}  # fmt: skip
MATCH = {"type": "match", "columns": ["M", "N"]}
BANDS = NUMERIC["options"]
SCALE = {"type": "scale", "ends": ["not at all", "fully"], "options": [{"text": "agreement", "feedback": "Kept."}]}
PREDICT = {"type": "predict", "ask": "choice", "shown": "one", "options": [{"text": t, "feedback": "f"} for t in "ab"]}
VERSIONS = {
    "single": "2e62505d", "multiple": "d8af8610", "numeric": "84dc7b02",
    "reflect": "9f16fad5", "scale": "ae212e1b", "match": "f82a95e8", "mark": "e67b9749", "predict": "57ff6c99",
}  # fmt: skip
SAYS = {
    "the good item has no problem": ([GOOD], None, None),
    "ids are unique": ([GOOD, GOOD], "The id stands 2 times", "an id of its own"),
    "each option has feedback": (several({"options": options({"feedback": ""})}), "'feedback' is missing or empty", "each option teaches"),
    "there is a key": (several({"options": options({"correct": False, "mistake": "m"})}), "No option is the key", "correct: true"),
    "one key in a single item": (several({"options": options({}, {"correct": True})}), "2 options are the key", "type: multiple"),
    "no catch-all": (several({"options": options({}, {"text": "All of the above"})}), "is a catch-all", "what a mistaken reader would really say"),
    "a distractor diagnoses a mistake": (several({"options": options({}, {"mistake": ""})}), "does not say which mistake", "add 'mistake:"),
    "evidence exists": (several({"evidence": ["E-X9-99"]}), "There is no evidence 'E-X9-99'", "use an id that stands in a table"),
    "evidence of an option exists": (several({"options": options({"evidence": ["nowhere"]})}), "There is no evidence 'nowhere'", "use an id"),
    "the stem is short": (several({"stem": "word " * 61}), "The stem has 61 words", "cut it to 60"),
    "the key is not always the longest": ([{**GOOD, **single(n, longest=n < 4), "id": f"00-{n}"} for n in range(1, 5)], "longest option in 3 of 4", "shorten some keys"),
    "the key moves": ([{**GOOD, **single(1), "id": f"00-{n}"} for n in range(1, 6)], "The key stands at place 1 in 5 of 5", "no place is lucky"),
    "absolutes stand not only in distractors": (several({"options": options({}, {"text": "They never left"})}), "stand in distractors alone", "use one in a key"),
    "a debated option says what speaks for it": (several({"options": [
        {"text": "a", "verdict": "debated", "feedback": "f", "evidence": ["K1"]}, {"text": "b", "verdict": "debated", "feedback": "f"},
        {"text": "c", "correct": False, "feedback": "f", "mistake": "m"}]}), "Option 2 is debated, and nothing speaks for it", "what supports this reading"),
    "a debate has two sides": (several({"options": [
        {"text": "a", "verdict": "debated", "feedback": "f", "evidence": ["K1"]}, {"text": "c", "correct": False, "feedback": "f", "mistake": "m"}]}),
        "Only one reading is debated", "mark the other"),
    "ticking everything never earns it": (several({"type": "multiple", "options": options({}, {"correct": True}, {"correct": True})}), "Ticking everything is right", "an option that is wrong"),
    "two votes name an isomorph": (several({"votes": 2}), "names no isomorph", "answered alone"),
    "the isomorph exists": (several({"votes": 2, "isomorph": "00-nowhere"}), "There is no item '00-nowhere'", "name an item of this file"),
    "a field is missing": (several({"explanation": ""}), "'explanation' is missing or empty", "add explanation: "),
    "a field is misspelled": (several({"explantion": "x"}), "'explantion' is not a field of an item", "use one of: again_in"),
    "a field of an option is misspelled": (several({"options": options({"feedbak": "x"})}), "'feedbak' is not a field of an option", "use one of: also"),
    "a type is unknown": (several({"type": "essay"}), "'type' is essay", "use single, multiple, match"),
    "an option does not say whether it is right": (several({"options": options({"correct": None})}), "does not say whether it is right", "add 'correct: true'"),
    "a verdict is unknown": (several({"options": options({"verdict": "maybe"})}), "'verdict' is maybe", "take it out"),
    "a match has columns": (several({"type": "match"}), "'columns' is missing or empty", "add columns: [first, second]"),
    "a card names a column": (several({**MATCH, "options": options({"correct": "M"}, {"correct": "N"}, {"correct": "Q"})}), "'Q' is not one of the columns", "use one of: M, N"),
    "a debated card names the other column": (several({**MATCH, "options": options({"correct": "M", "verdict": "debated"}, {"correct": "N"}, {"correct": "M"})}), "names the other column", "write both"),
    "a scale has ends": (several({"type": "scale"}), "'ends' is missing or empty", "add ends: [what 0 means"),
    "a numeric item has a key": (several({**NUMERIC, "key": "many"}), "'key' is not a number, a range or a fact", "215 to 502"),
    "a numeric item says what is near": (several({**NUMERIC, "near": None}), "'near' is missing or empty", "near: x2"),
    "a numeric item has three bands": (several({**NUMERIC, "options": BANDS[::-1]}), "are its bands", "inside, near, far"),
    "the span is a range": (several({**NUMERIC, "span": "wide"}), "'span' is not a range of numbers", "span: 10 to 10000"),
    "a rubric has levels": (several({"type": "reflect", "options": BANDS[:1]}), "fewer than two levels", "an option for each level"),
    "votes are one or two": (several({"votes": 3}), "'votes' is 3", "use 1 or 2"),
    "minutes are a number": (several({"minutes": "two"}), "'minutes' is not a whole number", "write minutes: 2"),
    "evidence is a list": (several({"evidence": "K1"}), "'evidence' is not a list of ids", "write evidence: [id of a row"),
    "an id has its form": (several({"id": "Good One"}), "'id' is not an id", "write id: NN-a-few-words"),
    "a fact is unknown": (several({"stem": "There are {{cases_of_everything()}}."}), "There is no fact 'cases_of_everything()'", "use one of: "),
    "a fact gets the wrong argument": (several({"stem": "There are {{how_many(middle)}}."}), "There is no fact 'how_many(middle)'", "use one of"),
    "a field stands twice": ("- id: 00-a\n  id: 00-b\n", "'id' stands twice", "keep one of them"),
    "the YAML is broken": ("- id: 00-a\n  stem: a: b\n", "mapping values are not allowed", "put text with ': '"),
    "the file is no list": ("id: 00-a\n", "The file is not a list of items", "start each item with '- id:"),
    "an entry is no item": ("- just words\n", "An entry of the list is not an item", "start each item"),
    "the options are no list": (several({"options": "a, b"}), "'options' is not a list", "start each option"),
    "an option is no option": (several({"options": ["a", "b"]}), "An entry of 'options' is not an option", "start each option"),
    "there are no options": (several({"options": []}), "'options' is missing or empty", "write 'options:'"),
    "a choice has two options": (several({"options": options()[:1]}), "The number of options is 1", "write 2 to 26"),
    "an option has a letter": (several({"options": options() * 9}), "The number of options is 27", "write 2 to 26"),
    "blank space is empty": (several({"stem": "  "}), "'stem' is missing or empty", "add stem: "),
    "an id is short": (several({"id": "00-" + "a" * 80}), "'id' is not an id", "write id: NN-a-few-words"),
    "an id is no list": (several({"id": ["00-a"]}), "'id' is not a text", "write a text"),
    "a type is no list": (several({"type": ["single"]}), "'type' is a list", "use single, multiple"),
    "a text is no list": (several({**NUMERIC, "unit": ["km"]}), "'unit' is not a text", "write a text"),
    "yes is no text": (several({"options": options({"text": True})}), "'text' is not a text", "words such as yes and no"),
    "hints are a list": (several({"hints": "Think"}), "'hints' is not a list of texts", "hints: [first hint"),
    "hints are texts": (several({"hints": ["Think.", {"more": "x"}]}), "Entry 2 of 'hints' is not a text", "write a text"),
    "votes are no yes": (several({"votes": True}), "'votes' is true", "use 1 or 2"),
    "confidence is yes or no": (several({"confidence": 1}), "'confidence' is 1", "use true or false"),
    "log is yes or no": (several({**NUMERIC, "log": "maybe"}), "'log' is maybe", "use true or false"),
    "minutes are no yes": (several({"minutes": True}), "'minutes' is not a whole number above 0", "write minutes: 2"),
    "no minutes are too few": (several({"minutes": 0}), "'minutes' is not a whole number above 0", "write minutes: 2"),
    "minutes are not negative": (several({"minutes": -3}), "'minutes' is not a whole number above 0", "write minutes: 2"),
    "a lesson has a number": (several({"again_in": "the fifth"}), "'again_in' is not a number of a lesson", "write again_in"),
    "evidence of an option is a list": (several({"options": options({"evidence": "K1"})}), "'evidence' is not a list of ids", "write evidence: [id of a row"),
    "evidence is ids": (several({"evidence": [["K1"]]}), "Entry 1 of 'evidence' is not a text", "write a text"),
    "columns are a list": (several({**MATCH, "columns": "M"}), "'columns' is not a list of texts", "columns: [first, second]"),
    "columns are texts": (several({**MATCH, "columns": [True, "N"]}), "Entry 1 of 'columns' is not a text", "in quotation marks"),
    "columns are two": (several({**MATCH, "columns": ["M"]}), "'columns' has 1 entry, and takes 2 or more", "write columns"),
    "columns differ": (several({**MATCH, "columns": ["M", "M"]}), "'M' stands twice in 'columns'", "a name of its own"),
    "columns are of a match": (several({"columns": ["M", "N"]}), "'columns' is not a field of a question of type single", "or use type: match"),
    "the other column is of a match": (several({"options": options({"also": ["M"]})}), "'also' is not a field of a question of type single", "or use type: match"),
    "what is left is ticked elsewhere": (several({"options": options({"left": "You left it."})}), "'left' is not a field of a question of type single", "or use type: multiple"),
    "an id is of its lesson": (several({"id": "01-good"}), "The id does not begin with the number of its lesson", "write 00- and a few words"),
    "a card without a column": (several({**MATCH, "options": options({"correct": None})}), "It names no column", "use one of: M, N"),
    "the other column is a list": (several({**MATCH, "options": options({"also": 5})}), "'also' is not a list of columns", "also: [column]"),
    "the other column is another": (several({**MATCH, "options": options({"correct": "M", "verdict": "debated", "also": ["M"]})}), "names the other column", "write both"),
    "weights are a list": (several({**MATCH, "weights": 5}), "'weights' is not a list of texts", "weights: [no weight"),
    "weights are two": (several({**MATCH, "weights": ["some"]}), "'weights' has 1 entry, and takes 2 or more", "write weights: [no weight"),
    "only cards are weighed": (several({"weights": ["some", "a lot"]}), "'weights' is not a field of a question of type single", "take it out, or use type: match"),
    "ends are a list": (several({"type": "scale", "ends": 5}), "'ends' is not a list of texts", "ends: [what 0 means"),
    "ends are two": (several({"ends": ["a", "b", "c"]}), "'ends' has 3 entries, and takes 2", "write ends"),
    "near is more than nothing": (several({**NUMERIC, "near": "x0"}), "'near: x0' makes no band around the key", "a factor above 1"),
    "near is more than the key": (several({**NUMERIC, "near": "x1"}), "'near: x1' makes no band around the key", "a factor above 1"),
    "a factor needs a key above 0": (several({**NUMERIC, "key": -5, "span": "-9 to 9", "log": False}), "'near: x2' makes no band around the key", "with a key above 0"),
    "the key does not run backwards": (several({**NUMERIC, "key": "9 to 5"}), "The key runs from 9 down to 5", "write key: 5 to 9"),
    "the key is no endless number": (several({**NUMERIC, "key": "9" * 5000}), "'key' is not a number, a range or a fact", "215 to 502"),
    "the key lies in the span": (several({**NUMERIC, "span": "300 to 900"}), "The key lies outside the span, 300 to 900", "a span that holds the key"),
    "the span is more than a point": (several({**NUMERIC, "span": "10 to 10"}), "'span' does not rise from 10 to 10", "write span: 10 to 10000"),
    "the span is not reversed": (several({**NUMERIC, "span": "900 to 10"}), "'span' does not rise from 900 to 10", "write span: 10 to 10000"),
    "a log scale has no zero": (several({**NUMERIC, "span": "0 to 900"}), "has no place on a log scale", "start it above 0"),
    "a key on a log scale is above zero": (several({**NUMERIC, "key": "0 to 5"}), "The key lies outside the span", "a span that holds the key"),
    "log needs a span": (several({**NUMERIC, "span": None}), "'log' counts a span, and there is none", "write span"),
    "a fact is not closed": (several({"stem": "There are {{as_of()."}), "'{{' or '}}' stands alone", "{{as_of()}}"),
    "a fact without its rest": (several({"stem": "In {{left(EV-16)}}."}), "There is no fact 'left(EV-16)'", "use one of"),
    "a control character": ("- id: 00-a\n  stem: a\x07b\n", "that is no text (U+0007)", "delete it"),
    "another version of YAML": ("%YAML 9.0\n---\n- a\n", "found incompatible YAML document", "check the spaces"),
    "lists in lists in lists": ("- " * 5000, "exceeded maximum nesting depth", "check the spaces"),
    "an alias holds itself": ("- &a\n  id: 00-a\n  hints: [*a]\n", "An alias (*) stands inside what it names", "write the text out"),
    "the name of a field is a list": ("- ? &a [*a]\n  : b\n", "A list stands where the name of a field is due", "write 'name: ...'"),
    "a BOM": ("\ufeff- id: 00-a\n", "starts with an invisible mark (BOM)", "without BOM"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAYS)
def test_an_authors_mistake_is_named_with_how_to_mend_it(tmp_path, name):
    content, what, mend = SAYS[name]
    messages = problems(tmp_path, content)
    if what is None:
        assert messages == []
        return
    fitting = [message for message in messages if what in message and mend in message]
    assert fitting, messages
    place = fitting[0].split(": ")[0]
    assert place.rpartition(":")[2].isdigit(), fitting[0]


def test_a_mistake_is_reported_at_its_line(tmp_path):
    text = yaml.safe_dump([GOOD], sort_keys=False).replace("type: single", "type: singel")
    (message,) = problems(tmp_path, text)
    line = next(n for n, content in enumerate(text.splitlines(), 1) if "singel" in content)
    assert f"questions.yaml:{line}: 00-good:" in message


def test_all_mistakes_of_a_file_are_reported_at_once(tmp_path):
    messages = problems(tmp_path, several({"type": "essay"}, {"evidence": ["nowhere"]}, {"votes": 3}))
    assert len(messages) == 3


def test_no_tag_of_yaml_makes_anything_but_text(tmp_path):
    text = yaml.safe_dump([GOOD], sort_keys=False).replace("stem: How", "stem: !!python/object/apply:os.getcwd [] #How")
    messages = problems(tmp_path, text)
    assert messages
    assert "00-good" in messages[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- id: 00-a\n  stem: a\x07b\n", 2),
        ("- id: 00-a\n  hints:\n    - one\n    - [two]\n", 4),
        ("- id: 00-a\n- just words\n", 2),
        ("- id: 00-a\n  options:\n    - text: x\n    - words\n", 4),
        ("- id: 00-a\n\n  minutes: 0\n", 3),
    ],
)
def test_a_mistake_of_form_is_reported_at_its_line_too(tmp_path, text, line):
    assert any(f"questions.yaml:{line}: " in message for message in problems(tmp_path, text))


def test_a_byte_order_mark_does_not_stop_a_lesson(tmp_path):
    (message,) = problems(tmp_path, "\ufeff" + yaml.safe_dump([GOOD], sort_keys=False))
    assert "questions.yaml:1: file: " in message
    with home.at(tmp_path):
        assert [item.id for item in load.items("00")] == ["00-good"]


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    (tmp_path / "questions.yaml").mkdir()
    found, (problem,) = load.load(tmp_path / "questions.yaml")
    assert found == ()
    assert "cannot be read" in problem.what


def test_aliases_that_grow_without_end_are_read_in_no_time(tmp_path):
    lines = ["- hints: &a0 [x, x]", *(f"- hints: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))]
    messages = problems(tmp_path, "\n".join(lines) + "\n")
    assert "Entry 1 of 'hints' is not a text" in "\n".join(messages)
    assert len("\n".join(messages)) < 100_000


SLIPS = (
    "true", "~", "5", "0", "-1", "9" * 5000, "[]", "{}", "[a, [b]]", "{a: b}", "*x", "&x ", "&o [*o]", "\x07", "\0", "\t", "\ufeff", "x0", "9 to 5",
    "'", '"', "- ", "  ", "\n", ": ", "? ", "!!int ", "<<: ", "{{", "}}", "{{departures(1)}}", "%YAML 9\n", "---\n", "yes", "2016-01-01", "|", "> ",
)  # fmt: skip


def spoil(chance, text):
    """The text with one to three slips: something left out, put in, doubled, or another value for a field."""
    for _ in range(chance.randint(1, 3)):
        here, there = sorted(chance.choices(range(len(text) + 1), k=2))
        value = chance.choice(list(re.finditer(r"(?<=: ).*", text)) or [re.match("", text)])
        text = chance.choice(
            (
                text[:here] + chance.choice(SLIPS) + text[here:],
                text[:here] + text[min(there, here + 30) :],
                text[:there] + text[here : here + 80] + text[there:],
                text[: value.start()] + chance.choice(SLIPS) + text[value.end() :],
                text[: value.start()] + chance.choice(SLIPS) + text[value.end() :],
            )
        )
    return text


EVERY_KIND = (
    several({}, {"type": "multiple"}, NUMERIC, {"type": "reflect", "options": BANDS}, SCALE)
    + several({**MATCH, "options": options({"correct": "M"}, {"correct": "N"}, {"correct": "M"})})
    + several({"type": "mark"})
    + several(PREDICT)
)  # fmt: skip


def test_no_slip_of_an_author_ends_in_a_traceback(tmp_path):
    """Whatever stands in a file: each item can be used to its end, or a problem says where and how to mend it."""
    chance, clean = random.Random(20200818), 0
    whole = yaml.safe_dump(EVERY_KIND, sort_keys=False)
    path = write(tmp_path, whole)
    for _ in range(100):
        path.write_text(spoil(chance, whole), encoding="utf-8")
        author = Author(path)
        found = tuple(author.items())
        clean += not author.problems
        for item in found:
            assert item.version
            assert 0 <= grade.chance(item) <= 1
            assert item.type in KINDS
        for problem in [*author.problems, *lint.problems(found)]:
            assert problem.line >= 1
            assert problem.mend
    assert 3 < clean < 50


def test_a_file_that_is_no_utf8_is_named(tmp_path):
    path = write(tmp_path, "")
    path.write_bytes("# one line\n- id: 00-ä\n".encode("latin-1"))
    found, (problem,) = load.load(path)
    assert found == ()
    assert problem.line == 2
    assert "save the file as UTF-8" in problem.mend


def test_a_file_that_is_not_there_is_named(tmp_path):
    found, (problem,) = load.load(tmp_path / "questions.yaml")
    assert found == ()
    assert "is not there" in problem.what


def test_a_lesson_with_a_mistake_does_not_start_quietly(tmp_path):
    write(tmp_path, several({"type": "essay"}))
    with home.at(tmp_path), pytest.raises(DataError, match="essay"):
        load.items("00")


def test_an_unknown_item_is_answered_with_the_ids_there_are(tmp_path):
    write(tmp_path, [GOOD])
    with home.at(tmp_path):
        assert load.item("00-good").id == "00-good"
        with pytest.raises(KeyError, match="Items of lesson 00: 00-good"):
            load.item("00-nowhere")
        with pytest.raises(KeyError, match="none"):
            load.item("99-nowhere")


def version(tmp_path, **changes):
    return the_item(tmp_path, [{**copy.deepcopy(GOOD), **changes}]).version


def test_the_version_follows_stem_options_and_key_and_not_the_feedback(tmp_path):
    first = version(tmp_path)
    assert version(tmp_path, explanation="Another.") == first
    assert version(tmp_path, options=options({"feedback": "Other words."})) == first
    assert version(tmp_path, stem="How many are there?") != first
    assert version(tmp_path, options=options({"text": "Just one"})) != first
    assert version(tmp_path, options=options({"correct": False, "mistake": "m"}, {"correct": True})) != first


def test_weights_turned_round_are_another_version(tmp_path):
    """An answer holds the place of a weight: read by other weights, it would say what nobody answered."""
    weighed = next(entry for entry in yaml.safe_load(ITEMS) if entry["id"] == "00-weigh")
    turned = {**weighed, "weights": weighed["weights"][::-1]}
    plain = {name: value for name, value in weighed.items() if name != "weights"}
    versions = [the_item(tmp_path, [entry]).version for entry in (weighed, turned, plain)]
    assert len(set(versions)) == 3


def test_a_version_never_changes_by_itself(tmp_path):
    """Answers on disk are kept by it: these eight digits are those of the day on which the form was fixed."""
    found, broken = load.load(write(tmp_path, EVERY_KIND))
    assert broken == ()
    assert {item.type: item.version for item in found} == VERSIONS


@pytest.mark.parametrize(
    ("kind", "listed"),
    [
        ("single", True),
        ("multiple", True),
        ("match", True),
        ("numeric", False),
        ("scale", False),
        ("reflect", False),
        ("mark", True),
        ("predict", True),
    ],
)
def test_bands_and_rubrics_are_not_read_before_answering(tmp_path, kind, listed):
    found, _ = load.load(write(tmp_path, EVERY_KIND))
    assert compile.compile(next(item for item in found if item.type == kind))["listed"] is listed


CHANCE = {
    "single": 1 / 3,
    "multiple": 1 / 7,
    "match": 1 / 8,
    "numeric": 0.1228,
    "scale": 0,
    "reflect": 0,
    "mark": 1 / 7,
    "predict": 0,
}
STARTS = {
    "single": 33,
    "multiple": None,
    "match": None,
    "numeric": 12,
    "scale": None,
    "reflect": None,
    "mark": None,
    "predict": None,
}


@pytest.mark.parametrize("kind", CHANCE)
def test_chance_is_what_a_blind_guess_earns(tmp_path, kind):
    """How sure one is starts there, where it is asked at all: where one thing is right or wrong."""
    found, _ = load.load(write(tmp_path, EVERY_KIND))
    item = next(item for item in found if item.type == kind)
    assert grade.chance(item) == pytest.approx(CHANCE[kind], abs=1e-4)
    assert compile.start(item) == STARTS[kind]


@pytest.mark.parametrize("kind", ["reflect", "multiple"])
def test_how_sure_is_asked_only_where_one_thing_is_right_or_wrong(tmp_path, kind):
    options = {"options": BANDS} if kind == "reflect" else {}
    _, problems = load.load(write(tmp_path, several({"type": kind, **options, "confidence": True})))
    assert "is asked where one thing is right or wrong" in str(problems[0])
    assert "use type: single, pick or numeric" in str(problems[0])


def test_check_prints_every_mistake_and_fails(tmp_path, monkeypatch, capsys):
    path = write(tmp_path, several({"type": "essay"}, {"votes": 3}))
    monkeypatch.setattr(cli.lessons, "questions", lambda number: path)
    assert cli.main(["check"]) == 1
    printed = capsys.readouterr().out
    assert f"course/{path.parent.name}/questions.yaml:2: 00-item-1: 'type' is essay." in printed
    assert "'votes' is 3." in printed


def test_check_names_a_table_that_cannot_be_used(tmp_path, monkeypatch, capsys):
    def broken(call):
        raise DataError([Problem("data/cases.csv", 1, "header", "Missing column: post.", "put the column back.")])

    path = write(tmp_path, [{**GOOD, "stem": "{{how_many(low)}}?"}])
    monkeypatch.setattr(facts, "value", broken)
    monkeypatch.setattr(cli.lessons, "questions", lambda number: path)
    assert cli.main(["check"]) == 1
    assert "data/cases.csv:1: header: Missing column: post." in capsys.readouterr().out


def test_a_numeric_key_comes_from_the_facts(tmp_path):
    item = the_item(tmp_path, [{**GOOD, **NUMERIC, "key": "{{how_many(low)}} to {{how_many(high)}}"}])
    assert item.bands == ((215, 502), (107.5, 1004), (None, None))
    assert grade.chance(item) == pytest.approx(0.1228, abs=1e-4)
    item = the_item(tmp_path, [{**GOOD, **NUMERIC, "key": 20, "near": 5, "log": False, "span": "0 to 100"}])
    assert item.bands == ((20, 20), (15, 25), (None, None))
    assert grade.chance(item) == 0


def test_an_unknown_fact_in_a_key_is_one_mistake(tmp_path):
    (message,) = problems(tmp_path, [{**GOOD, **NUMERIC, "key": "{{nothing_known()}}"}])
    assert "There is no fact 'nothing_known()'" in message


def test_an_empty_field_counts_as_not_written(tmp_path):
    item = the_item(tmp_path, several({"hints": None, "minutes": None, "votes": None, "isomorph": ""}))
    assert (item.hints, item.minutes, item.votes, item.isomorph) == ((), 1, 1, "")


def test_mistakes_of_an_item_and_of_its_options_are_told_together(tmp_path):
    messages = problems(tmp_path, several({"votes": 3, "options": options({"feedback": ""}, {"feedback": ["x"]})}))
    assert len(messages) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are a thing of Unix")
def test_a_file_of_questions_that_is_a_pipe_hangs_nothing(tmp_path):
    path = write(tmp_path, [GOOD])
    path.unlink()
    os.mkfifo(path)
    found, problems = load.load(path)
    assert found == ()
    assert "The file cannot be read (it is no file)." in str(problems[0])
