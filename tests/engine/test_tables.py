"""A mistake in a CSV gives file, line, row and field, what is wrong and how to mend it."""

import json
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
    "a missing column": ("people", once("name,hangul,ground", "name,hangul"), "people.csv:1: header", "Missing column: ground", "put the column back"),
    "a column nobody described": ("people", once("name,hangul,ground", "name,hangul,ground,age"), "people.csv:1: header", "Unknown column: age", "describe it in datapackage.json"),
    "columns in another order": ("people", once("name,hangul,ground", "hangul,name,ground"), "people.csv:1: header", "another order", "use this order"),
    "semicolons from a spreadsheet": ("people", lambda c: c.replace(b",", b";"), "people.csv:1: header", "parted by ';'", "save it with ','"),
    "a day that does not exist": ("timeline", once("2016-08-17", "2016-08-32"), "TL-16, date", "'2016-08-32' is not a date", "write 2016, 2016-08 or 2016-08-17"),
    "a date written another way": ("timeline", once("2016-08-17", "17.08.2016"), "TL-16, date", "'17.08.2016' is not a date", "write 2016"),
    "a word that is not in the list": ("cases", once("recall obeyed", "obeyed recall"), "case_kind", "'obeyed recall' is not one of the words", "use one of: defection;"),
    "a number in words": ("arrivals", once(",26,210,236,", ",26,210,about 236,"), "ARR-2024, total", "'about 236' is not a whole number", "write digits only"),
    "an id that stands twice": ("timeline", once("TL-02", "TL-01"), "TL-01, event_id", "stands in line 2 already", "a name of its own"),
    "an empty key": ("timeline", once("\nTL-02,", "\n,"), "row without a name, event_id", "The cell is empty", "fill it"),
    "an empty cell that must be full": ("timeline", once(",missions,The DPRK", ",,The DPRK"), "kind", "The cell is empty", "fill it"),
    "a citation of nobody": ("citations", once("korea-net-2016-08", "korea-net-2016-09"), "source_id", "'korea-net-2016-09' does not stand in sources.csv", "add the row to sources.csv"),
    "a citation for a row that is not there": ("citations", once("timeline,TL-16", "timeline,TL-99"), "timeline TL-99, row_id", "There is no row 'TL-99' in timeline.csv", "take this line out"),
    "a row without a source": ("citations", lambda c: b"\n".join(x for x in c.split(b"\n") if not x.startswith(b"timeline,TL-16,")), "timeline.csv", "No source is given for this row", "timeline,TL-16,<source_id>,main,"),
    "a quotation mark too few": ("people", once("\nThae Yong-ho,", '\n"Thae Yong-ho,'), "people.csv", "The quotation marks do not fit", "write such a mark twice"),
    "another encoding": ("people", lambda c: c.replace("태영호".encode(), "태영호".encode("euc-kr")), "people.csv", "is not UTF-8", "save the file as UTF-8"),
    "a BOM": ("people", lambda c: b"\xef\xbb\xbf" + c, "people.csv:1: file", "invisible mark (BOM)", "without BOM"),
    "line ends of Windows": ("people", lambda c: c.replace(b"\n", b"\r\n"), "people.csv:1: file", "Lines end as on Windows", "Unix line ends"),
    "a comma too many": ("people", once("Thae Yong-ho,", "Thae, Yong-ho,"), "Thae", "The row has 4 cells, more than the 3 columns", "a comma too many"),
    "a comma too few": ("people", once("Thae Yong-ho,", "Thae Yong-ho "), "The row has 2 cells, fewer than the 3 columns", "fewer", "too many or too few"),
    "a space around a word": ("people", once("Thae Yong-ho,", "Thae Yong-ho ,"), "name", "A space stands before or after", "take it out"),
    "an empty line": ("people", once("\nThae Yong-ho", "\n,,\nThae Yong-ho"), "row", "The row is empty", "take the line out"),
    "a file that is gone": ("people", None, "people.csv:1: file", "The file is not there", "put it back"),
    "an address that is none": ("sources", once(",https://www.korea.net", ",www.korea.net"), "korea-net-2016-08, url", "does not have the form", "write it in that form"),
    "a tie that stands twice": ("citations", lambda c: c + c.split(b"\n")[1] + b"\n", "cases PRK-1956-SUN cold-war-history-2018-10-22", "Line 2 has the same table, row_id, source_id already", "take one of the two lines out"),
    "a dispute that stands twice": ("disputes", lambda c: c + c.split(b"\n")[1] + b"\n", "cases PRK-1956-SUN date_left 1957", "Line 2 has the same table, row_id, field, value already", "take one of the two lines out"),
    "less than nothing": ("cases", lambda c: c.replace(b",3,", b",0,", 1), "independent_origins", "0 is below 1", "check the number"),
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
    first = spoil(copy, "timeline", once("2016-08-17", "2016-08-32"))
    both = spoil(copy, "timeline", once("1991-09-13", "1991-13-13"))
    assert len(both) == len(first) + 1


def test_the_line_of_a_mistake_is_the_line_in_the_file(copy):
    (copy / "people.csv").write_text('name,hangul,ground\n"A\nB",,spoke in public\nC,,nobody knows\n', encoding="utf-8")
    (problem,) = (p for p in check(copy) if "nobody knows" in p.what)
    assert problem.line == 4


@pytest.mark.parametrize(
    ("table", "wrong", "what"),
    [
        ("citations", "cases,PRK-2016-GBR,nobody,second,", "'nobody' does not stand in sources.csv"),
        ("citations", "timeline,TL-99,korea-net-2016-08,second,", "There is no row 'TL-99'"),
        ("timeline", "TL-99,2020,missions,Nothing,,low", "No source is given"),
    ],
)
def test_the_line_of_a_broken_tie_is_the_line_in_the_file(copy, table, wrong, what):
    """After an empty line, a row that cannot be read, and a cell of two lines."""
    path = copy / f"{table}.csv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    folded = lines[0].rsplit(",", 1)[0] + ',"A note\nof two lines"'
    path.write_text("\n".join([header, "", "a row with one cell", folded, wrong, *lines[1:]]) + "\n", encoding="utf-8")
    (problem,) = (p for p in check(copy) if what in p.what)
    assert problem.line == 6
    assert "line" not in rows("people", copy)[0]


def test_a_table_that_cannot_be_used_says_why(copy):
    spoil(copy, "people", once("name,hangul,ground", "name,hangul"))
    with pytest.raises(DataError, match="Missing column: ground"):
        rows("people", copy)


def test_many_problems_are_shown_by_the_first_ten():
    message = str(DataError(Problem("f.csv", n, "w", "x", "y") for n in range(15)))
    assert message.count("\n") == 10
    assert message.endswith("... and 5 more.")


def test_a_byte_order_mark_does_not_stop_a_lesson(copy):
    spoil(copy, "people", lambda content: b"\xef\xbb\xbf" + content)
    assert len(rows("people", copy)) == len(rows("people"))


def test_the_shipped_tables_have_no_problem():
    assert [str(problem) for problem in check() + check(home.seeds())] == []


def test_cells_are_typed_by_the_descriptor():
    row = next(row for row in rows("arrivals") if row["arrival_id"] == "ARR-2024")
    assert (row["men"], row["women"], row["total"]) == (26, 210, 236)
    assert next(row for row in rows("arrivals") if row["arrival_id"] == "ARR-1990-1994")["men"] is None


def test_a_word_that_the_table_does_not_use_is_refused():
    with pytest.raises(ValueError, match=r"'spy' is not one of the words of person_type\. Use one of: diplomat; "):
        tables.where("cases", person_type="spy")


def test_sources_come_main_first_each_with_its_role():
    found = sources("cases", "PRK-2016-GBR")
    assert found[0]["role"] == "main"
    assert found[0]["publisher"].startswith("Korea.net")
    assert all(row["url"].startswith("http") for row in found)


def test_what_is_disputed_is_said_in_words_and_nothing_is_said_of_families():
    assert tables.disputed("cases", "PRK-1956-SUN") == ["date of leaving"]
    assert tables.disputed("timeline", "TL-01") == []
    families = [d for d in rows("disputes") if d["field"] in home.settings().families]
    assert families
    for dispute in families:
        words = tables.disputed(dispute["table"], dispute["row_id"])
        assert "other points" in words
        assert not any("family" in word or "response" in word for word in words)


def test_any_table_is_a_typed_frame():
    frame = tables.frame("arrivals")
    assert str(frame["total"].dtype) == "Int64"
    assert frame["men"].isna().sum() == 2
    assert str(tables.frame("claims")["claim"].dtype) == "string"


def test_every_field_has_a_description_and_an_example():
    for folder in (home.data(), home.seeds()):
        for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
            for field in resource["schema"]["fields"]:
                assert field["description"].endswith("."), (resource["name"], field["name"])
                assert "example" in field


def test_evidence_is_filtered_by_claim_group_and_stance():
    found = tables.evidence(bears_on="C6", about="DPRK diplomats", stance="challenges")
    assert found
    assert {(row["bears_on"], row["about"], row["stance"]) for row in found} == {("C6", "DPRK diplomats", "challenges")}
    assert len(tables.evidence()) == len(rows("evidence"))
