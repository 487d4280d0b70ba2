"""A mistake in a CSV gives file, line, row and field, what is wrong and how to mend it."""

import csv
import io
import shutil

import pytest

from lesson import tables
from lesson.core import home
from lesson.core.problem import DataError, Problem
from lesson.tables import rows, sources
from lesson.tables.check import check


@pytest.fixture
def copy(tmp_path):
    """A copy of data/ to spoil."""
    return shutil.copytree(home.data(), tmp_path / "data")


def spoil(folder, table, change):
    path = folder / f"{table}.csv"
    old = path.read_bytes()
    new = change(old)
    assert new != old, "the spoiling changed nothing"
    path.write_bytes(new)
    return [str(problem) for problem in check(folder)]


def once(old, new):
    return lambda content: content.replace(old.encode(), new.encode(), 1)


MISTAKES = {
    "a missing column": ("glossary", once("term,meaning,lesson", "term,meaning"), "glossary.csv:1: header", "Missing column: lesson", "put the column back"),
    "a column nobody described": ("glossary", once("term,meaning,lesson", "term,meaning,lesson,age"), "glossary.csv:1: header", "Unknown column: age", "describe it in datapackage.json"),
    "columns in another order": ("glossary", once("term,meaning,lesson", "meaning,term,lesson"), "glossary.csv:1: header", "another order", "use this order"),
    "semicolons from a spreadsheet": ("glossary", lambda c: c.replace(b",", b";"), "glossary.csv:1: header", "parted by ';'", "save it with ','"),
    "a day that does not exist": ("counts", once("2024-02-04", "2024-02-32"), "CNT-1, date", "'2024-02-32' is not a date", "write 2016, 2016-08 or 2016-08-17"),
    "a date written another way": ("counts", once("2024-02-04", "04.02.2024"), "CNT-1, date", "'04.02.2024' is not a date", "write 2016"),
    "a word that is not in the list": ("counts", once(",counted,", ",guessed,"), "CNT-1, how", "'guessed' is not one of the words", "use one of: counted;"),
    "a number in words": ("counts", once(",31,9,", ",about 31,9,"), "CNT-1, visitors", "'about 31' is not a whole number", "write digits only"),
    "an id that stands twice": ("counts", once("CNT-2", "CNT-1"), "CNT-1, count_id", "stands in line 2 already", "a name of its own"),
    "an empty key": ("counts", once("\nCNT-2,", "\n,"), "row without a name, count_id", "The cell is empty", "fill it"),
    "an empty cell that must be full": ("counts", once(",counted,Rain", ",,Rain"), "CNT-1, how", "The cell is empty", "fill it"),
    "a citation of nobody": ("citations", once("EV-01,council-2024-02", "EV-01,council-2024-09"), "source_id", "'council-2024-09' does not stand in sources.csv", "add the row to sources.csv"),
    "a citation for a row that is not there": ("citations", once("evidence,EV-01", "evidence,EV-99"), "evidence EV-99, row_id", "There is no row 'EV-99' in evidence.csv", "take this line out"),
    "a row without a source": ("citations", lambda c: b"\n".join(x for x in c.split(b"\n") if not x.startswith(b"counts,CNT-2,")), "counts.csv:3: CNT-2", "No source is given for this row", "counts,CNT-2,<source_id>,main,"),
    "a quotation mark too few": ("glossary", once("\nclaim,", '\n"claim,'), "glossary.csv", "The quotation marks do not fit", "write such a mark twice"),
    "another encoding": ("glossary", lambda c: c.replace("Café".encode(), "Café".encode("latin-1")), "glossary.csv:4: file", "is not UTF-8", "save the file as UTF-8"),
    "a BOM": ("glossary", lambda c: b"\xef\xbb\xbf" + c, "glossary.csv:1: file", "invisible mark (BOM)", "without BOM"),
    "line ends of Windows": ("glossary", lambda c: c.replace(b"\n", b"\r\n"), "glossary.csv:1: file", "Lines end as on Windows", "Unix line ends"),
    "a comma too many": ("glossary", once("claim,A sentence", "claim,A,sentence"), "glossary.csv:2: claim", "The row has 4 cells, more than the 3 columns", "a comma too many"),
    "a comma too few": ("glossary", once("claim,A sentence", "claim A sentence"), "The row has 2 cells, fewer than the 3 columns", "fewer", "too many or too few"),
    "a space around a word": ("glossary", once("claim,A sentence", "claim ,A sentence"), "term", "A space stands before or after", "take it out"),
    "a sign that nobody sees": ("glossary", once("claim,A sentence", "claim,A \u200bsentence"), "claim, meaning", "a sign that nobody sees (U+200B ZERO WIDTH SPACE)", "write the cell anew"),
    "a sign that turns the line round": ("glossary", once("claim,A sentence", "claim,A \u202esentence"), "claim, meaning", "U+202E RIGHT-TO-LEFT OVERRIDE", "without it"),
    "a NUL": ("glossary", once("claim,A sentence", "claim,A \x00sentence"), "claim, meaning", "U+0000", "write the cell anew"),
    "an image of another host": ("glossary", once("claim,A sentence", "claim,<img src=//host.test/x> A sentence"), "claim, meaning", "It looks like markup (<i)", "write it in words"),
    "a link in Markdown": ("glossary", once("claim,A sentence", "claim,[A](//host.test) sentence"), "claim, meaning", "It looks like markup (]()", "write it in words"),
    "a formula for a spreadsheet": ("glossary", once("claim,A sentence", "claim,=HYPERLINK(1) sentence"), "claim, meaning", "for a formula", "begin the cell with a letter"),
    "an empty line": ("glossary", once("\nclaim", "\n,,\nclaim"), "row", "The row is empty", "take the line out"),
    "a file that is gone": ("glossary", None, "glossary.csv:1: file", "The file is not there", "put it back"),
    "an address that we do not link": ("sources", once("letter,yes,", "letter,no,"), "weekly-letter-2024-03, linked", "an address, and linked is no", "empty the url"),
    "a link without an address": ("sources", once(",https://example.org/weekly/letter,", ",,"), "weekly-letter-2024-03, linked", "no address, and linked is yes", "write the url"),
    "an address that is none": ("sources", once(",https://example.org/weekly/letter", ",example.org/weekly/letter"), "weekly-letter-2024-03, url", "does not have the form", "write it in that form"),
    "a tie that stands twice": ("citations", lambda c: c + c.split(b"\n")[1] + b"\n", "evidence EV-01 council-2024-02", "Line 2 has the same table, row_id, source_id already", "take one of the two lines out"),
    "a dispute that stands twice": ("disputes", lambda c: c + c.split(b"\n")[1] + b"\n", "counts CNT-1 visitors 26", "Line 2 has the same table, row_id, field, value already", "take one of the two lines out"),
    "less than nothing": ("counts", once(",31,", ",0,"), "CNT-1, visitors", "0 is below 1", "check the number"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_its_place_and_how_to_mend_it(copy, name):
    table, change, place, what, mend = MISTAKES[name]
    if change is None:
        (copy / f"{table}.csv").unlink()
        messages = [str(problem) for problem in check(copy)]
    else:
        messages = spoil(copy, table, change)
    fitting = [message for message in messages if place in message and what in message and mend in message]
    assert fitting, messages[:5]
    assert fitting[0].startswith("data/")


def test_all_mistakes_are_reported_at_once(copy):
    first = spoil(copy, "counts", once("2024-02-04", "2024-02-32"))
    both = spoil(copy, "counts", once("2024-02-11", "2024-13-11"))
    assert len(both) == len(first) + 1


def test_the_line_of_a_mistake_is_the_line_in_the_file(copy):
    (copy / "glossary.csv").write_text(
        'term,meaning,lesson\n"A\nB",two lines,00\nC,one line,nobody knows\n', encoding="utf-8"
    )
    (problem,) = (p for p in check(copy) if "nobody knows" in p.what)
    assert problem.line == 4


@pytest.mark.parametrize(
    ("table", "wrong", "what"),
    [
        ("citations", "counts,CNT-1,nobody,second,", "'nobody' does not stand in sources.csv"),
        ("citations", "counts,CNT-9,council-2024-02,second,", "There is no row 'CNT-9'"),
        ("counts", "CNT-9,2024,3,,counted,", "No source is given"),
    ],
)
def test_the_line_of_a_broken_tie_is_the_line_in_the_file(copy, table, wrong, what):
    """After an empty line and a cell of two lines."""
    path = copy / f"{table}.csv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    folded = lines[0].rsplit(",", 1)[0] + ',"A note\nof two lines"'
    path.write_text("\n".join([header, "", folded, wrong, *lines[1:]]) + "\n", encoding="utf-8")
    (problem,) = (p for p in check(copy) if what in p.what)
    assert problem.line == 5
    assert "line" not in rows("glossary", copy)[0]


def test_a_table_that_cannot_be_used_says_why(copy):
    spoil(copy, "glossary", once("term,meaning,lesson", "term,meaning"))
    with pytest.raises(DataError, match="Missing column: lesson"):
        rows("glossary", copy)


def test_many_problems_are_shown_by_the_first_ten():
    message = str(DataError(Problem("f.csv", n, "w", "x", "y") for n in range(15)))
    assert message.count("\n") == 10
    assert message.endswith("... and 5 more.")


def test_a_byte_order_mark_does_not_stop_a_lesson(copy):
    spoil(copy, "glossary", lambda content: b"\xef\xbb\xbf" + content)
    assert len(rows("glossary", copy)) == len(rows("glossary"))


def test_cells_are_typed_by_the_descriptor():
    first, second = rows("counts")
    assert (first["date"], first["visitors"], first["with_children"]) == ("2024-02-04", 31, 9)
    assert second["with_children"] is None


def test_a_word_that_the_table_does_not_use_is_refused():
    with pytest.raises(
        ValueError, match=r"'guessed' is not one of the words of how\. Use one of: counted; estimated\."
    ):
        tables.where("counts", how="guessed")


def test_sources_come_main_first_each_with_its_role():
    cited = [row["role"] for row in rows("citations") if row["row_id"] == "CNT-1"]
    assert cited == ["dissent", "main"]
    found = sources("counts", "CNT-1")
    assert [(row["role"], row["publisher"]) for row in found] == [
        ("main", "Hollin Council"),
        ("dissent", "Hollin Weekly"),
    ]
    assert sources("counts", "EV-01") == []


def test_what_is_disputed_is_said_in_words_and_nothing_is_said_of_families():
    assert tables.disputed("counts", "CNT-1") == ["visitors"]
    assert tables.disputed("evidence", "EV-01") == []
    assert [d["field"] for d in rows("disputes") if d["row_id"] == "CNT-2"] == list(home.settings().families)
    assert tables.disputed("counts", "CNT-2") == ["other points"]


def test_any_table_is_a_typed_frame():
    frame = tables.frame("counts")
    assert str(frame["visitors"].dtype) == "Int64"
    assert frame["with_children"].isna().tolist() == [False, True]
    assert str(tables.frame("claims")["claim"].dtype) == "string"


def test_evidence_is_filtered_by_claim_group_and_stance():
    found = tables.evidence(bears_on="K1", about="the village", stance="challenges")
    assert [row["evidence_id"] for row in found] == ["EV-01"]
    assert [row["evidence_id"] for row in tables.evidence(bears_on="K1")] == ["EV-01", "EV-02"]
    assert tables.evidence() == rows("evidence")


HOSTILE = ("<img src=x onerror=alert(1)>", "![x](//host.test/x.png)", "[x](//host.test)", "a\u202eb", "=1+1", "@SUM(1)")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_cell_of_any_table_stops_at_the_door(copy, text):
    """What `check` names as fatal, `rows` does not give out: to no fact, item, lesson, card, page or paper."""
    for table in tables.names(copy):
        content = (copy / f"{table}.csv").read_text(encoding="utf-8")
        with (copy / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            header, first, *_ = list(csv.reader(file))
        for place in range(len(header)):
            made = io.StringIO()
            csv.writer(made, lineterminator="\n").writerows([header, [*first[:place], text, *first[place + 1 :]]])
            (copy / f"{table}.csv").write_text(made.getvalue(), encoding="utf-8")
            with pytest.raises(DataError):
                rows(table, copy)
        (copy / f"{table}.csv").write_text(content, encoding="utf-8")
