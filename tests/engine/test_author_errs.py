"""Whatever an author gets wrong on purpose is one sentence of `check`: file, line, what, how to mend it. No traceback."""

import contextlib
import json
import shutil
from pathlib import Path

import nbformat
import pytest
from support import TINY

from lesson.bank import facts
from lesson.core import home
from lesson.publish import build, cli, expected, lesson_file, own_rules, stored

LESSON = "course/00_sunday_library"
NOTEBOOK = "notebooks/00_sunday_library.ipynb"
MD, YAML = f"{LESSON}/lesson.md", f"{LESSON}/questions.yaml"
LIMITS = """
[lessons]
minutes = 20
untimed = ["At home", "More time"]
extra_end = "The end"
hook_words = 100
cell_words = 40
sentence_words = 24
median_sentence_words = 14
code_lines = 3
table_rows = 3
table_columns = 3
no_row = "No row."
parts = ["Close"]
close = "Close"
sorts = ["Solid"]
world = ["Hollin", "Dub*"]
numbered = ["lesson"]
measured = ["minutes"]
counted = ["reading"]
numbers = ["0 to 100"]
"""
TEXT = """# 00 Should the library open on Sundays?

**The question.** What do the counts show? **Time.** 20 minutes. [Look](#The-counts)

<!-- sources: K1, K2 -->

```{code-cell}
import lesson

lesson.ready("00")
```

## The counts

*15 minutes.* At most {{most_visitors()}} people came, from 0 to 100. Four readings follow in lesson 00.

<!-- sources: EV-01 -->

```{code-cell}
lesson.show("sundays")
```

```{code-cell}
lesson.ask("00-full-room")
```

```{code-cell}
lesson.ask("00-number")
```

## Close

*5 minutes.* **Solid.** Somebody came. What would change your mind?
"""
QUESTIONS = """
- id: 00-full-room
  type: single
  objective: Say what a full room shows.
  stem: Each chair was taken. What does that show?
  options:
    - {text: People will come on each Sunday of the year., correct: false, mistake: haste, feedback: One day is one day.}
    - {text: On that day somebody came., correct: true, feedback: So it is.}
  explanation: One case refutes one word.
  evidence: [K2]
- id: 00-number
  type: numeric
  objective: Estimate.
  stem: How many came?
  unit: people
  key: "{{most_visitors()}}"
  near: 5
  options:
    - {text: inside, feedback: So it was.}
    - {text: near, mistake: rounding, feedback: Nearly.}
    - {text: far, mistake: haste, feedback: Too far.}
  explanation: It was counted.
  evidence: [CNT-1]
"""


def store():
    """Build the notebook without running it, as if it had been run."""
    made = build.notebook("00", lesson_file.read("00")[0], None)
    for number, cell in enumerate((cell for cell in made.cells if cell.cell_type == "code"), 1):
        cell.execution_count = number
    nbformat.write(made, stored.path_of("00"))


@pytest.fixture
def place(tmp_path):
    """The tables of the tiny course, with a short lesson of which something is asked."""
    copy = shutil.copytree(TINY, tmp_path / "tiny")
    add("course/course.toml", LIMITS)(copy)
    (copy / MD).write_text(TEXT, encoding="utf-8")
    (copy / YAML).write_text(QUESTIONS, encoding="utf-8")
    (copy / LESSON / "expected.csv").unlink()
    with home.at(copy):
        expected.write(expected.changes())
        add(f"{LESSON}/expected.csv", "fewest_visitors(),18\n")(copy)
        store()
    with home.at(copy):  # again, so that no module of it is loaded yet
        yield copy


def put(name, old, new):
    """A slip: other words in a file, in its first place."""

    def slip(place):
        text = (place / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old}"
        (place / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return slip


def text(old, new):
    """A slip in the text of the lesson, of which its notebook is built again where it can be."""

    def slip(place):
        put(MD, old, new)(place)
        with contextlib.suppress(*facts.UNKNOWN):
            store()

    return slip


def add(name, more):
    """A slip at the end of a file."""

    def slip(place):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + more, encoding="utf-8")

    return slip


def unfold(place):
    path = place / NOTEBOOK
    notebook = json.loads(path.read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["metadata"] = {}
    path.write_text(json.dumps(notebook), encoding="utf-8")


def windows_1252(place):
    path = place / "data/counts.csv"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Rain all day", "Rain – all day").encode("cp1252"))


def tabs(place):
    path = place / f"{LESSON}/questions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("\n  type: single", "\n\ttype: single"), encoding="utf-8")


def no_text(place):
    (place / LESSON / "lesson.md").unlink()


def no_questions(place):
    add("course/01_two/lesson.md", "# 01 Two\n")(place)


def empty_folder(place):
    (place / "course/01_two").mkdir()


def longest_key(place):
    put(YAML, "somebody came.", "somebody came and this is by far the longest of the options here.")(place)


def a_rule(place):
    words = "@rule('no rain')\ndef no_rain():\n    yield Problem('data/counts.csv', 2, 'note', 'It rains.', 'wait.')\n"
    head = "from lesson.core.problem import Problem\nfrom lesson.publish.own_rules import rule\n\n\n"
    add("course/shared/rules.py", head + words)(place)


FACT = "Four readings follow in lesson 00."
ROWS = "  rows:\n    - {row: EV-01, why: The door was counted.}"
SLIPS = {
    # the text of a lesson
    "code that is not folded": (unfold, f"{MD}:7:", "The code is not folded away", "notebooks 00 sets it"),
    "a long text": (text(FACT, f"{FACT} {'Many words. ' * 20}"), f"{MD}:13:", "The text has 5", "cut it to 40"),
    "a long hook": (put("course/course.toml", "hook_words = 100", "hook_words = 9"), f"{MD}:1:", "Above the first question stand ", "move some below it"),
    "an extra part without an end": (text("## The counts", "## More time: counts\n\n*More time.* One.\n\n## The counts"), f"{MD}:13:", "does not say where it ends", "end it with '*The end.*'"),
    "a long sentence": (text(FACT, f"And {'so ' * 25} on."), f"{MD}:13:", "A sentence has 27 words", "two of it"),
    "long sentences": (put("course/course.toml", "words = 14", "words = 3"), f"{MD}:13:", "Half of the sentences", "3 in the middle"),
    "a number": (text(FACT, f"{FACT} In 2024 it rained."), f"{MD}:15:", "The number '2024' is no fact", "{{as_of()}}"),
    "a number word": (text(FACT, f"{FACT} Seven trees fell."), f"{MD}:15:", "'Seven trees fell' is no fact", "a fact"),
    "an unknown fact": (text(FACT, f"{FACT} {{{{trees()}}}}"), f"{MD}:15:", "no fact 'trees()'", "use one of: spoken"),
    "a fact without a row": (text("<!-- sources: EV-01 -->\n", ""), f"{MD}:13:", "on which rows it rests", "<!-- sources: ID"),
    "a row that is not there": (text("K1, K2", "K1, K9"), f"{MD}:5:", "There is no row 'K9'", "stands in a table"),
    "the world without a row": (text("Somebody came", "Dublin saw it"), f"{MD}:31:", "on which rows it rests", "<!-- sources: ID"),
    "another minute": (text("*15 minutes.*", "*11 minutes.*"), f"{MD}:1:", "add up to 16", "add up to 20"),
    "no minutes": (text("## Close\n\n", "## Close\n\nFor "), f"{MD}:31:", "how long it takes", "*4 minutes.*"),
    "two titles": (text("## The counts", "# The counts"), f"{MD}:13:", "second main heading", "'## The counts'"),
    "a level left out": (text("## The counts", "#### The counts"), f"{MD}:13:", "level of headings", "'## The counts'"),
    "no title": (text("# 00 Should", "00 Should"), f"{MD}:1:", "does not begin with its title", "# 07 What"),
    "a dead link": (text("(#The-counts)", "(#Nowhere)"), f"{MD}:3:", "leads to no heading ('#Nowhere')", "Close, The-counts"),
    "no question at the end": (text("What would change your mind?", "So be it."), f"{MD}:31:", "no question", "end with a question"),
    "nothing is solid": (text("**Solid.** ", ""), f"{MD}:31:", "does not say what is Solid", "'**Solid.**'"),
    "no close": (text("## Close", "## Last words"), f"{MD}:31:", "no part 'Close'", "write '## Close'"),
    "long code": (text("import lesson\n\n", "import lesson\n\n\n"), f"{MD}:7:", "The code has 4 lines", "cut it to 3"),
    "another lesson's number": (text('ready("00")', 'ready("01")'), f"{MD}:10:", "the code names '01'", 'write "00"'),
    "a question that is not there": (text('ask("00-number")', 'ask("00-number")\nlesson.ask("00-no")'), f"{MD}:", "There is no question '00-no'", "use one of: 00-full-room"),
    "a question that nobody asks": (text('ask("00-number")', 'progress("00")'), f"{MD}:31:", "'00-number' of this lesson is asked nowhere", 'lesson.ask("00-number")'),
    "a question asked twice": (text('ask("00-number")', 'ask("00-number")\nlesson.ask("00-number")'), f"{MD}:", "asked a second time", "take one"),
    "a table that is not there": (text('show("sundays"', 'show("mondays"'), f"{MD}:20:", "nothing to show with the name 'mondays'", "sundays"),
    # folders
    "a lesson without a text": (no_text, f"{MD}:1:", "The file is not there", "adopt 00"),
    "a lesson that is not built": (no_questions, "course/01_two/lesson.md:1:", "has no notebook yet", "notebooks 01"),
    "a lesson without text and questions": (add("course/01_two/looks.py", ""), "course/01_two/questions.yaml:1:", "no lesson is made", "at least one"),
    "code that Python cannot read": (text('show("sundays")', 'show("sundays"'), f"{MD}:20:", "Python cannot read the code ('(' was never closed)", "this line"),
    "a folder with nothing in it": (empty_folder, "course/01_two:1:", "The folder is empty", "put lesson.md"),
    "a folder without a number": (add("course/two/lesson.md", "# Two\n"), "course/two:1:", "No lesson is made", "two digits"),
    "a number of two lessons": (add("course/00_other/questions.yaml", ""), "course/00_sunday_library:1:", "00_other has this number", "another number"),
    # questions and tables that are words
    "the key is the longest": (longest_key, f"{YAML}:", "The key is the longest option in 1 of 1 items", "lengthen some"),
    "tabs": (tabs, f"{YAML}:3:", "found a tab character", "spaces at the start"),
    "many columns": (put(f"{LESSON}/looks.yaml", '    Evidence: "{row}"', '    Row: "{row}"\n    Evidence: "{row}"'), f"{LESSON}/looks.yaml:2:", "has 4 columns", "3 fit"),
    "a long table": (put(f"{LESSON}/looks.yaml", ROWS, f"{ROWS}\n    - {{row: EV-03, why: It is so.}}"), f"{LESSON}/looks.yaml:", "has 4 lines", "pages:"),
    # tables
    "a wrong column": (put("data/counts.csv", "visitors", "guests"), "data/counts.csv:1:", "Missing column: visitors", "put the column back"),
    "Windows-1252": (windows_1252, "data/counts.csv:2:", "is not UTF-8", "save the file as UTF-8"),
    "a dispute without a row": (put("data/disputes.csv", "CNT-2", "CNT-9"), "data/disputes.csv:3:", "There is no row 'CNT-9'", "correct"),
    "a dispute over no column": (put("data/disputes.csv", "CNT-2,with_children", "CNT-2,guests"), "data/disputes.csv:3:", "no such column", "use one of: count_id"),
    "a dispute with the same value": (put("data/disputes.csv", "visitors,26", "visitors,31"), "data/disputes.csv:2:", "has this value", "other value"),
    "a dispute from nowhere": (put("data/disputes.csv", "7,school-2024-02", "7,librarian-2022"), "data/disputes.csv:3:", "does not cite 'librarian-2022'", "dissent"),
    "a source that no row names": (put("data/citations.csv", "evidence,EV-02,librarian-2022", "evidence,EV-02,school-2024-02"), "data/sources.csv:7:", "No row rests on this", "citations.csv"),
    "an address twice": (put("data/sources.csv", "https://example.org/council/cost", "http://www.example.org/council/door/"), "data/sources.csv:4:", "'council-2024-02' has the same address", "keep one"),
    "a descriptor with a comma too many": (put("data/datapackage.json", '"resources": [', '"resources": [,'), "data/datapackage.json:", "cannot be read as a descriptor", "comma"),
    "a figure nobody looked up": (put("data/counts.csv", "2024-02-11,18", "2024-02-11,19"), f"{LESSON}/expected.csv:", "It says '19' now; '18' was checked", "do.py expected"),
    "expected figures in Windows-1252": (lambda place: (place / f"{LESSON}/expected.csv").write_bytes(b"call,value\nas_of(),\xe4\n"), f"{LESSON}/expected.csv:2:", "is not UTF-8", "as UTF-8"),
    # modules of the course, and its settings
    "a module that Python cannot read": (add("course/shared/facts.py", "\n\ndef (:\n"), "course/shared/facts.py:", "SyntaxError", "correct this line"),
    "a module that fails": (add("course/shared/facts.py", "\n\nCOUNT = 1 / 0\n"), "course/shared/facts.py:31:", "ZeroDivisionError", "correct this line"),
    "a fact twice": (add(f"{LESSON}/facts.py", "from lesson.bank.facts import fact\n\n\n@fact\ndef visitors():\n    return 1\n"), f"{LESSON}/facts.py:4:", "course/shared/facts.py:25 already", "another name"),
    "a limit that is none": (put("course/course.toml", "code_lines", "code_line"), "course/course.toml:1:", "no limit of a lesson", "code_lines"),
    "a limit in words": (put("course/course.toml", "code_lines = 3", 'code_lines = "3"'), "course/course.toml:1:", "another kind of value", "code_lines = 40"),
    "a rule of the course itself": (a_rule, "data/counts.csv:2:", "It rains.", "wait."),
}  # fmt: skip


def told(capsys):
    """What `check` says, without its last line."""
    code = cli.main(["check"])
    out = capsys.readouterr().out.splitlines()
    return code, out[:-1], out[-1]


def test_without_a_slip_there_is_nothing_to_mend(place, capsys):
    assert told(capsys) == (0, [], "Tables, questions and lessons: nothing to mend.")


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_one_sentence_with_its_place_and_a_way_to_mend_it(place, capsys, name):
    slip, where, what, mend = SLIPS[name]
    slip(place)
    code, lines, last = told(capsys)
    assert len(lines) == 1, lines
    assert lines[0].startswith(where)
    assert what in lines[0].split(" To mend it: ")[0]
    assert mend in lines[0].split(" To mend it: ")[1]
    assert (code, last) == (1, "1 to mend.")


def test_a_warning_is_printed_and_stops_nothing(place, capsys):
    add("course/course.toml", "questions = 10\n")(place)
    code, lines, last = told(capsys)
    assert lines[0].startswith(f"{MD}:1: lesson.md: The lesson has 2 questions.")
    assert lines[0].endswith("(A warning.)")
    assert (code, lines[1:], last) == (0, ["1 to look at."], "Tables, questions and lessons: nothing to mend.")


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2066", "\x07", "\u00ad", "\ue000"])
@pytest.mark.parametrize("name", ["course/00_sunday_library/questions.yaml", "course/00_sunday_library/lesson.md"])
def test_a_sign_that_nobody_sees_is_named_with_its_line(tmp_path, name, sign):
    place = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    path = place / name
    text = path.read_text(encoding="utf-8")
    assert "library" in text
    path.write_text(text.replace("library", f"lib{sign}rary", 1), encoding="utf-8")
    with home.at(place):
        (found,) = own_rules.hidden()
    assert found.line == text[: text.index("library")].count("\n") + 1
    assert f"U+{ord(sign):04X}" in found.what
