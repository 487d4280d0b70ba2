"""The tables that are words over rows: what they rest on, how both sides are weighed."""

import pytest

from lesson.bank import written
from lesson.core import home
from lesson.screen.show import show
from lesson.tables import find, rows

TABLES = [look for folder in home.folders() for look in written.looks(folder)[0]]
PAGES = [(look.name, page) for look in TABLES for page in range(1, len(look.pages) + 1)]


def lines(name):
    return written.find(name).lines


def row(line):
    return find(line.rows[0])[1]


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_written_table_says_the_same_in_words(name, page):
    look = show(name, page, closed=True)
    count = look.html.count('<th scope="row">')
    assert count > 0
    assert look.text.startswith("Table: ")
    assert sum(line.startswith("- ") for line in look.text.splitlines()) == count


def test_each_side_has_as_many_pieces_and_the_stance_that_it_claims():
    """The strongest case for a claim comes first, as the text under examination would put it."""
    sides = [[row(line) for line in page.lines] for page in written.find("case for and against").pages]
    assert [len(side) for side in sides] == [4, 4]
    assert [{piece["stance"] for piece in side} for side in sides] == [{"supports"}, {"challenges"}]
    assert {piece["about"] for side in sides for piece in side} == {"DPRK diplomats", "DPRK general"}
    assert show("case for and against").text.startswith("Table: The strongest case for A1")
    assert show("case for and against", page=2).text.startswith("Table: The strongest case against A1")


def test_every_refusal_is_a_piece_on_a1_with_a_price_from_the_list():
    prices = ["A high price", "A lighter price, or one to bargain over", "Not said"]
    for line in lines("refusing"):
        assert row(line)["bears_on"] == "A1"
        assert line.said("price") in prices
        assert line.said("also") in ["", *(price[0].lower() + price[1:] for price in prices)]
        assert line.said("also").lower() != line.said("price").lower()
    found = [prices.index(line.said("price")) for line in lines("refusing")]
    assert found == sorted(found)
    assert sum(place < 2 for place in found) == 6


def test_refusing_says_which_pieces_are_silent():
    text = show("refusing").text
    assert "? 8 pieces of evidence" in text
    assert "The other 11 of 19 pieces" in text
    assert "E-A1-02, E-A1-03, E-A1-06" in text
    assert text.count("debated:") == 4


def test_the_two_remarks_stand_in_one_statement():
    text = show("two days").text
    assert "very privileged" in text
    assert "In the same statement" in text
    assert text.index("1 November 2017") < text.index("2 November 2017")


def test_the_man_under_guard_is_shown_twice():
    text = show("two days", page=2).text
    assert text.index("18 January 1996") < text.index("30 January 1996")
    assert "(one newspaper)" in text


@pytest.mark.parametrize("name", ["two days", "case for and against"])
def test_there_is_no_third_page(name):
    with pytest.raises(ValueError, match="There is no page 3; the table has 2"):
        show(name, page=3)


def test_the_ladder_names_its_verbs_in_order_and_each_has_a_line():
    verbs = list(dict.fromkeys(line.said("verb") for line in lines("ladder")))
    assert verbs == ["watched", "questioned", "moved", "demoted", "detained", "executed"]
    about = [line.said("verb") for line in lines("ladder") if line.rows and row(line)["about"] == "DPRK diplomats"]
    assert about == ["watched", "moved", "demoted", "detained"]


def test_every_rung_rests_on_a_row_about_a3():
    assert {row(line)["bears_on"] for line in lines("ladder") if line.rows} == {"A3"}


def test_the_best_source_of_all_is_about_one_family_and_not_a_diplomats():
    high = [line for line in lines("ladder") if line.rows and row(line)["confidence"] == "high"]
    found = [(line.said("verb"), line.rows, row(line)["about"]) for line in high]
    assert found == [("detained", ("E-A3-05",), "DPRK others abroad")]


def test_no_rung_about_executions_is_about_diplomats():
    found = [row(line)["about"] for line in lines("ladder") if line.said("verb") == "executed" and line.rows]
    assert found == ["DPRK others abroad"]


def test_a_rung_without_a_source_says_so_and_no_more():
    text = show("ladder").text
    assert text.count("No source here.") == 1
    assert text.count("Sources: none") == 1
    assert "It does not say that this never happens." in text


def test_both_sides_get_as_many_pieces_and_each_claim_has_both():
    found = [(line.said("claim"), line.said("side")) for line in lines("two sides")]
    assert [side for _, side in found].count("for") == len(found) / 2
    assert len(set(found)) == 6
    assert [side for _, side in dict.fromkeys(found)] == ["for", "against, as worded"] * 3
    stances = {
        side: {row(line)["stance"] for line in lines("two sides") if line.said("side") == side} for _, side in found
    }
    assert stances == {"for": {"supports"}, "against, as worded": {"challenges", "qualifies"}}


def test_a_sentence_drifts_to_both_sides_of_its_measure():
    assert [line.said("change").split(":")[0] for line in lines("drift")] == [
        "the measure", "harder", "hardest", "softer",
    ]  # fmt: skip
    assert show("drift").text.splitlines()[4].endswith("Source: none: our example")


def test_every_change_of_the_rule_on_children_is_shown():
    shown = {row_id for line in lines("openings") for row_id in line.rows}
    rule = [event["event_id"] for event in rows("timeline") if event["kind"] == "rule on children"]
    assert rule
    assert [row_id for row_id in rule if row_id not in shown] == []


def test_the_words_beside_a_count_are_those_of_its_row():
    for line in lines("openings"):
        if line.said("kind") == "count":
            assert line.said("says").lower() == f"{row(line)['category'].replace('ROK', 'South')}.".lower()


def test_what_happened_comes_in_the_order_of_its_years():
    for page in written.find("openings").pages:
        starts = [(row(line).get("date") or row(line)["period"])[:4] for line in page.lines]
        assert starts == sorted(starts)


def test_the_ends_of_a_plank_are_about_the_right_people():
    for line in lines("planks"):
        assert {find(i)[1]["about"] for i in line.lists["mongolia_rows"]} <= {"Mongolia", "Soviet bloc"}
        assert {find(i)[1]["about"] for i in line.lists["dprk_rows"]} <= {
            "DPRK diplomats",
            "DPRK elite",
            "DPRK general",
        }


@pytest.mark.parametrize("name", ["planks", "blood or merit", "readings", "words of C6"])
def test_lessons_04_and_05_set_only_evidence_beside_evidence(name):
    assert {find(row_id)[0] for line in lines(name) for row_id in line.rows} == {"evidence"}


def test_a_row_about_others_than_diplomats_is_marked():
    words = show("planks").text
    assert "(E-C3-02, about: DPRK elite; E-C3-03)" in words
    assert "(E-C5-09; E-C4-06, about: Soviet bloc)" in words
    assert "(E-C5-02; E-C5-03)" in words


def test_where_nothing_is_known_of_mongolia_the_table_says_so():
    silent = [line for line in lines("planks") if line.said("mongolia") == "No row."]
    assert [line.said("plank") for line in silent] == ["Family", "Pay"]
    assert not any(line.lists["mongolia_rows"] for line in silent)


@pytest.mark.parametrize(("name", "count", "columns"), [("planks", 10, 4), ("blood or merit", 5, 5)])
def test_a_table_of_lesson_04_has_its_lines_and_columns(name, count, columns):
    assert (len(lines(name)), len(written.find(name).columns)) == (count, columns)


def test_the_words_of_c6_stand_in_the_order_of_the_sentence():
    assert [line.said("words") for line in lines("words of C6")][-1] == "no one"
    assert all(line.said("for") and line.said("against") for line in lines("words of C6"))
