"""A table that is words over rows: what looks.yaml can say, each mistake in it with its message, and hostile words."""

import contextlib
import json
import random

import pytest

from lesson.bank import filled, written
from lesson.core import home
from lesson.core.problem import DataError
from lesson.core.registry import NameTaken
from lesson.publish import cli
from lesson.screen.registries import LOOKS
from lesson.screen.show import show

TABLES = {
    "clues": ("clue_id", "clue_id,about,told_by\nK-1,cats,Ann\nK-2,dogs,Ben\nK-3,cats,Ann\n"),
    "sources": (
        "source_id",
        "source_id,publisher,date,url\n"
        + "".join(f"paper-{n},Paper {n},200{n}-01-0{n},https://paper-{n}.example/\n" for n in (1, 2, 3)),
    ),
    "citations": (
        "",
        "table,row_id,source_id,role\nclues,K-1,paper-2,second\nclues,K-1,paper-1,main\nclues,K-1,paper-3,dissent\n"
        "clues,K-2,paper-3,main\nclues,K-3,paper-3,main\n",
    ),
    "disputes": ("", "table,row_id,field\nclues,K-2,about\n"),
}
COURSE = """
title = "Tiny"
id = "tiny"
language = "en"
text = "paper-1"
text_label = "the text"
period = 45
families = []
explains = []
map = []
"""
FACTS = '''
from lesson.bank.facts import fact


@fact
def twice(number: str) -> int:
    """Twice a number."""
    return 2 * int(number)
'''
GOOD = """
- look: pets
  caption: "{lines} clues, {{twice(4)}} legs."
  below: Look closely.
  columns:
    Clue: "{name}"
    About whom: {words: "{about}", mark: "{row}, {maybe}"}
    Told: {words: "{told_by}: {says}", disputed: they differ}
    Beside: {words: "{beside}", rows: others, unless: {about: cats}}
    Papers: {sources: 2, without: no paper}
  rows:
    - {row: K-1, name: first, says: "{{twice(8)}} lives", beside: Both, others: [K-2, K-3]}
    - {row: K-2, name: second, maybe: perhaps, says: "as {K-2.about} do", beside: Alone, others: [], sources: [paper-3, paper-1]}
    - {name: third, about: birds, told_by: nobody, says: a gap, beside: Nothing, others: []}
"""


@pytest.fixture
def place(tmp_path):
    """A home with three clues, three papers and one lesson, in use."""
    for folder in ("data", "seeds", "course/03_pets", "course/04_more"):
        (tmp_path / folder).mkdir(parents=True)
    resources = []
    for name, (key, text) in TABLES.items():
        (tmp_path / "data" / f"{name}.csv").write_text(text)
        fields = [{"name": field, "type": "string", "title": field} for field in text.splitlines()[0].split(",")]
        resources.append(
            {"name": name, "path": f"{name}.csv", "schema": {"fields": fields, **({"primaryKey": key} if key else {})}}
        )
    (tmp_path / "data" / "datapackage.json").write_text(json.dumps({"resources": resources}))
    (tmp_path / "course" / "course.toml").write_text(COURSE)
    (tmp_path / "course" / "03_pets" / "facts.py").write_text(FACTS)
    for folder in ("03_pets", "04_more"):
        (tmp_path / "course" / folder / "lesson.md").write_text("# Clues\n")
    with home.at(tmp_path):
        yield tmp_path


@pytest.fixture
def write(place):
    """Write the tables of the lesson, or of another folder."""

    def write(text, folder="03_pets"):
        (place / "course" / folder / "looks.yaml").write_text(text, encoding="utf-8")

    return write


def test_words_facts_fields_marks_rows_and_sources_are_put_in(write):
    write(GOOD)
    assert filled.problems() == []
    assert show("pets").text.splitlines() == [
        "Table: 3 clues, 8 legs.",
        "- first. About whom: cats, dogs; Told: Ann, Ben: 16 lives [they differ]; Beside: Both (K-2, about: dogs; K-3); "
        "Papers: Paper 1, 2001 · Paper 2, 2002 · Paper 3, 2003",
        "- second. About whom: dogs [K-2, perhaps]; Told: Ben: as dogs do [they differ]; Beside: Alone; "
        "Papers: Paper 3, 2003 · Paper 1, 2001",
        "- third. About whom: birds; Told: nobody: a gap; Beside: Nothing; Papers: no paper",
        "Look closely.",
    ]


def test_a_line_may_be_a_row_alone(write):
    write("- look: bare\n  caption: Two.\n  columns:\n    Clue: '{row}'\n    By: '{told_by}'\n  rows: [K-1, K-3]\n")
    assert show("bare").text == "Table: Two.\n- K-1. By: Ann\n- K-3. By: Ann"


def test_several_rows_of_a_line_say_each_different_thing_once(write):
    write(
        "- look: many\n  caption: Two.\n  columns:\n    Rows: '{rows}'\n    By: '{told_by}'\n"
        "  rows:\n    - rows: [K-1, K-2, K-3]\n"
    )
    assert show("many").text.splitlines()[1] == "- K-1, K-2, K-3. By: Ann, Ben"


PAGED = """
- look: paged
  columns: {Clue: "{row}"}
  pages:
    - {caption: One of two., rows: [K-1]}
    - {caption: Two of two., below: The end., rows: [K-2, K-3]}
"""


def test_a_table_has_pages(write):
    write(PAGED)
    assert filled.problems() == []
    assert show("paged").text == "Table: One of two.\n- K-1. "
    assert show("paged", page=2).text == "Table: Two of two.\n- K-2. \n- K-3. \nThe end."
    for page in (0, 3):
        with pytest.raises(ValueError, match=f"There is no page {page}; the table has 2"):
            show("paged", page=page)


def test_a_table_without_pages_takes_none(write):
    write(GOOD)
    with pytest.raises(ValueError, match="'pets' takes no page"):
        show("pets", page=2)


def test_hostile_words_stay_words(write, place):
    evil = "<script>alert(1)</script>"
    path = place / "data" / "clues.csv"
    path.write_text(path.read_text().replace("Ben", "1 < 2 & 3{about}{{twice(1)}}"))  # a tag is refused
    papers = place / "data" / "sources.csv"
    papers.write_text(papers.read_text().replace("https://paper-3.example/", "javascript:alert(1)"))
    write(
        f"""
- look: evil
  caption: "{evil}"
  below: "{evil}"
  columns:
    "{evil}": "{{row}}"
    By: {{words: "{{told_by}}", mark: "{evil}"}}
    Papers: {{sources: 2, without: "{evil}"}}
  rows: [K-2]
"""
    )
    look = show("evil")
    assert "<script>" not in look.html
    assert look.html.count("&lt;script&gt;") == 4
    assert "1 &lt; 2 &amp; 3" in look.html
    assert "javascript:" not in look.html
    assert "1 < 2 & 3{about}{{twice(1)}}" in look.text, "braces of a row are words"


def test_a_changed_file_is_read_again(write):
    write(PAGED)
    assert show("paged").text.startswith("Table: One of two.")
    write("\n# one line further down\n" + PAGED.replace("One of two", "The first of two"))
    assert show("paged").text.startswith("Table: The first of two.")
    write(PAGED.replace("look: paged", "look: renamed"))
    with pytest.raises(KeyError, match="There is no look 'paged'"):
        show("paged")


def test_a_written_table_can_be_asked_for_its_lines(write):
    write(GOOD)
    first, second, third = written.find("pets").lines
    assert (first.said("name"), first.said("maybe"), second.said("maybe")) == ("first", "", "perhaps")
    assert (first.rows, third.rows, second.sources) == (("K-1", "K-2", "K-3"), (), ("paper-3", "paper-1"))
    with pytest.raises(KeyError, match=r"No looks\.yaml has a table 'nothing'"):
        written.find("nothing")


def change(old, new):
    assert old in GOOD, old
    return GOOD.replace(old, new, 1)


MISTAKES = {
    "no list": ("look: pets\n", 1, "file", "The file is not a list of tables.", "start each table with '- look: ...'."),
    "an empty file": ("", 1, "file", "The file is not a list of tables.", "start each table with '- look: ...'."),
    "broken YAML": (change("below: Look", "below: Look: twice"), 4, "YAML", "mapping values are not allowed", "put text with ': '"),
    "a field twice": (change("  below:", "  caption: Two.\n  below:"), 4, "item", "'caption' stands twice.", "keep one of them."),
    "an entry that is no table": ("- pets\n", 1, "file", "An entry of the list is not a table.", "start each table with"),
    "no name": (change("look: pets", "look:"), 2, "table without a name", "'look' is missing or empty.", "write 'look: ...'."),
    "no caption": (change('caption: "{lines} clues, {{twice(4)}} legs."', "caption: ''"), 3, "pets", "'caption' is missing or empty.", "write 'caption: ...'."),
    "a caption that is no text": (change('"{lines} clues, {{twice(4)}} legs."', "[a]"), 3, "pets", "'caption' is no text.", "write a text; put words such as yes"),
    "an unknown field": (change("below:", "bellow:"), 4, "pets", "'bellow' is not a field of a table.", "use one of: below, caption, columns, look, rows."),
    "no columns": (PAGED.replace("columns:", "colums:"), 2, "paged", "'columns' is missing or no mapping.", "write 'columns:' and under it"),
    "columns in a list": (PAGED.replace('{Clue: "{row}"}', "[Clue]"), 3, "paged", "'columns' is missing or no mapping.", "write 'columns:' and under it"),
    "an unknown field of a cell": (change("disputed:", "dispute:"), 8, "pets", "'dispute' is not a field of a cell.", "use one of: disputed, mark,"),
    "a cell that is no text": (change('Clue: "{name}"', "Clue: yes"), 6, "pets", "'Clue' is no text.", "in quotation marks."),
    "sources without a number": (change("sources: 2", "sources: two"), 10, "pets", "'sources' is no number.", "'sources: 2'."),
    "unless of nothing": (change("{about: cats}", "cats"), 9, "pets", "'unless' names no field.", "'unless: {about: staff}'."),
    "pages and rows": (PAGED + "  rows: [K-1]\n", 7, "paged", "'rows' is not a field of a table with pages.", "use one of: columns, look, pages."),
    "no pages": (PAGED.split("pages:")[0] + "pages: []\n", 4, "paged", "'pages' is missing or empty.", "write a list of pages"),
    "a page that is none": (PAGED.split("pages:")[0] + "pages: [one]\n", 4, "paged", "A page is no mapping.", "start each page with '- caption: ...'."),
    "an unknown field of a page": (PAGED.replace("below:", "under:"), 6, "paged", "'under' is not a field of a page.", "use one of: below, caption, rows."),
    "no rows": (PAGED.replace("[K-1]", "[]"), 5, "paged", "'rows' is missing or empty.", "write a list of lines"),
    "a line that is none": (PAGED.replace("[K-1]", "[[K-1]]"), 5, "paged", "A line is neither words nor the id of a row.", "write it as '- row: ...' and words."),
    "a list of other things": (change("[K-2, K-3]", "[K-2, 3]"), 12, "pets", "'others' is no list of ids.", "write 'others: [first, second]'."),
    "a word that nothing shows": (change("maybe: perhaps", "mayhap: perhaps"), 13, "pets", "No column shows 'mayhap'.", "use one of: about, beside, maybe,"),
    "the same name in one file": (GOOD + GOOD.lstrip("\n"), 15, "pets", "The name stands in line 2 already.", "give one of them another name."),
    "a word that is missing": (change("name: second, ", ""), 13, "pets", "'name' is no word of the line, and no field that its rows have.", "write 'name: ...' in the line"),
    "a field that is missing": (change("K-2.about", "K-2.color"), 13, "pets", "'K-2.color' is no word of the line", "or correct the name."),
    "a field of a row that the line does not name": (change("K-2.about", "K-1.about"), 13, "pets", "'K-1.about' is no word of the line", "or correct the name."),
    "a name in the caption": (change("{lines}", "{line}"), 3, "pets", "'line' is no word of the line", "or correct the name."),
    "a row that is nowhere": (change("row: K-2", "row: K-9"), 13, "pets", "There is no row 'K-9'.", "use an id that stands in a table."),
    "a source that is nowhere": (change("[paper-3, paper-1]", "[paper-3, paper-9]"), 13, "pets", "There is no source 'paper-9'.", "use an id that stands in sources.csv."),
    "a fact that is none": (change("{{twice(8)}}", "{{thrice(8)}}"), 12, "pets", "There is no fact 'thrice(8)'", "use one of: "),
    "a fact that fails": (change("{{twice(8)}}", "{{twice(x)}}"), 12, "pets", "There is no fact 'twice(x)' (invalid literal", "use one of: "),
    "a brace alone": (change("as {K-2.about} do", "as {K-2.about do"), 13, "pets", "A '{' or '}' stands alone.", "write {{fact()}}, or {name}."),
    "a list that is missing": (change("beside: Alone, others: []", "beside: Alone"), 13, "pets", "'others' is missing.", "or []."),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "where", "what", "mend"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_says_where_it_is_and_how_to_mend_it(write, text, line, where, what, mend):
    write(text)
    found = [str(problem) for problem in filled.problems()]
    told = [one for one in found if one.startswith(f"course/03_pets/looks.yaml:{line}: {where}: {what}")]
    assert len(told) == 1, found
    assert mend in told[0].split(" To mend it: ")[1]
    assert [problem for problem in cli.problems() if problem.file.endswith("looks.yaml")] == filled.problems()


def test_a_mistake_is_one_problem(write):
    """A good table has none, and most mistakes make no second one."""
    more = []
    for name, (text, *_) in MISTAKES.items():
        write(text)
        if len(filled.problems()) != 1:
            more.append(name)
    assert more == ["no columns"]


def test_no_mistake_is_a_traceback(write):
    """Characters taken out, put in or changed at random: the file is read, or its mistakes are told."""
    chance, told = random.Random(20), 0
    for _ in range(100):
        text = list(GOOD + PAGED)
        for _ in range(chance.randint(1, 4)):
            text[chance.randrange(len(text))] = chance.choice(["", "\n", "  ", ":", "-", "[", "}", "{", "'", "1", "é"])
        write("".join(text))
        told += bool(filled.problems())
        for name in ("pets", "paged"):
            with contextlib.suppress(DataError, KeyError):
                assert show(name).text
    assert told > 50


@pytest.mark.parametrize("mistake", ["no columns", "a row that is nowhere", "a fact that is none", "broken YAML"])
def test_a_table_with_a_mistake_is_never_drawn(write, mistake):
    text, line, *_ = MISTAKES[mistake]
    write(text)
    with pytest.raises(DataError, match=f"looks.yaml:{line}: "):
        show("paged" if "paged" in text else "pets")


def test_a_mistake_in_one_table_leaves_the_others(write):
    write(change("row: K-2", "row: K-9") + PAGED)
    assert show("paged").text.startswith("Table: One of two.")


LOOK = '''
from lesson.screen.registries import look
from lesson.screen.table import Table


@look("pets")
def pets():
    """Drawn by a function."""
    return Table("Pets.", ["Pet"], [])
'''


@pytest.mark.parametrize("folder", ["03_pets", "04_more"])
def test_a_function_and_a_table_never_share_a_name(write, place, folder):
    write(GOOD)
    (place / "course" / folder / "looks.py").write_text(LOOK)
    functions, table = f"course/{folder}/looks.py:6", "course/03_pets/looks.yaml:2"
    later, before = (table, functions) if folder == "03_pets" else (functions, table)
    told = f"{later}: the look 'pets': It stands in {before} already. To mend it: give one of them another name."
    with pytest.raises(NameTaken) as error:
        LOOKS.names()
    assert str(error.value) == told
    assert told in map(str, cli.problems())


def test_two_lessons_never_share_a_name(write):
    write(PAGED)
    write("# another one\n" + PAGED, folder="04_more")
    told = "course/04_more/looks.yaml:3: the look 'paged': It stands in course/03_pets/looks.yaml:2 already."
    assert [str(problem).split(" To mend")[0] for problem in cli.problems() if problem.file.endswith("yaml")] == [told]
