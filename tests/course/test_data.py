"""The shipped tables, read by an independent reader, and facts that a table must not lose."""

import json
import warnings
from collections import Counter

import pytest

from course.shared.rows import cases, public_on
from lesson.bank.facts import as_of, newest
from lesson.core import home
from lesson.tables import find, names, rows
from lesson.tables.check import check


@pytest.mark.parametrize("folder", [home.data(), home.seeds()], ids=lambda folder: folder.name)
def test_frictionless_finds_the_package_valid(folder):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own dependencies
        from frictionless import Package

        report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])


def test_every_row_cites():
    cited = {(row["table"], row["row_id"]) for row in rows("citations")}
    for table in set(names()) - {"sources", "citations", "disputes", "glossary", "numbers"}:
        key = next(
            f["name"]
            for f in json.loads((home.data() / "datapackage.json").read_text(encoding="utf-8"))["resources"]
            if f["name"] == table
        )
        assert key == table
        for row in rows(table):
            assert (table, next(iter(row.values()))) in cited


def test_every_source_is_used_and_stands_once():
    used = {row["source_id"] for row in rows("citations")}
    assert {row["source_id"] for row in rows("sources")} == used
    addresses = [
        row["url"].split("://")[-1].removeprefix("www.").rstrip("/").lower() for row in rows("sources") if row["url"]
    ]
    assert len(addresses) == len(set(addresses))


def test_a_dispute_names_a_column_and_another_value():
    for dispute in rows("disputes"):
        _, row = find(dispute["row_id"])
        assert dispute["field"] in row, dispute
        assert str(row[dispute["field"]]) != dispute["value"], dispute


def test_a_source_of_another_value_is_cited_for_the_row():
    cited = {(row["table"], row["row_id"], row["source_id"]) for row in rows("citations")}
    for dispute in rows("disputes"):
        if dispute["source_id"]:
            assert (dispute["table"], dispute["row_id"], dispute["source_id"]) in cited, dispute


def test_the_london_case_was_announced_on_17_august_2016():
    assert find("TL-16")[1]["date"] == "2016-08-17"


@pytest.mark.parametrize(
    ("year", "men", "women", "total"), [(2024, 26, 210, 236), (2025, 25, 198, 223), (2022, 35, 32, 67)]
)
def test_arrivals_of_a_year(year, men, women, total):
    row = find(f"ARR-{year}")[1]
    assert (row["men"], row["women"], row["total"]) == (men, women, total)


def test_additive_arrivals_sum_to_the_published_total():
    assert sum(row["total"] for row in rows("arrivals") if row["additive"] == "yes") == 34_537


def test_men_and_women_add_up():
    for row in rows("arrivals"):
        if row["men"] is not None:
            assert row["men"] + row["women"] == row["total"], row


def test_posted_officials_who_arrived_in_2013_2014_and_2015():
    found = {
        row["period"][:4]: row["value_low"] for row in rows("elite_arrivals") if "October 2015" in row["stated_by"]
    }
    found |= {row["period"][:4]: row["value_low"] for row in rows("elite_arrivals") if row["elite_id"] == "ELI-04"}
    assert (found["2013"], found["2014"], found["2015"]) == (8, 18, 20)


def test_missions_on_30_january_2024():
    assert next(r["value_low"] for r in rows("missions") if "2024-01-30" in r["date_note"]) == 44


KINDS = {
    ("defection", "diplomat"): 22, ("defection", "trade representative"): 18, ("defection", "other posted official"): 11,
    ("defection, disputed", "trade representative"): 2, ("recall obeyed", "diplomat"): 5, ("disappearance", "diplomat"): 1,
    ("other contrast", "diplomat"): 2, ("other contrast", "other posted official"): 2,
}  # fmt: skip


def kinds_of_cases():
    return dict(Counter((row["case_kind"], row["person_type"]) for row in cases()))


def test_the_kinds_of_cases_are_counted_apart():
    assert kinds_of_cases() == KINDS


def test_departures_of_diplomats_are_defections_only():
    found = cases(kind="defection", person_type="diplomat")
    assert len(found) == 22
    assert sum(row["independent_origins"] == 1 for row in found) == 8


def test_the_codebook_is_fresh():
    from lesson.publish.codebook import codebook, path

    assert path().read_text(encoding="utf-8") == codebook()


def test_a_month_counts_as_known_from_its_first_day():
    found = [{"public_since": "2020-08"}, {"public_since": "2020-08-19"}, {"public_since": "2021"}]
    assert public_on(found, "2020-08-18") == found[:1]


def test_nobody_counts_contrasts_by_accident():
    kinds = {row["case_kind"] for row in cases(kind="defection")}
    assert kinds == {"defection"}


def test_cases_can_be_seen_as_they_were_known_on_a_day():
    then = cases(kind="defection", person_type="diplomat", known_by="2020-08-18")
    assert "PRK-2019-KWT" not in {row["case_id"] for row in then}
    assert "PRK-2018-ITA" in {row["case_id"] for row in then}


def test_the_shipped_tables_have_no_problem():
    assert [str(problem) for problem in check() + check(home.seeds())] == []


def test_every_field_has_a_description_and_an_example():
    for folder in (home.data(), home.seeds()):
        for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
            for field in resource["schema"]["fields"]:
                assert field["description"].endswith("."), (resource["name"], field["name"])
                assert "example" in field


def test_every_other_value_has_a_page_that_gives_it():
    assert [row for row in rows("disputes") if not row["source_id"]] == []


def test_the_datasheet_says_when_pages_were_read_and_which_is_newest():
    text = (home.data() / "README.md").read_text(encoding="utf-8")
    assert f"read in {as_of()}. The newest of them is of {newest()}" in text
    assert f"Our newest page is of {newest()}." in text
    assert f"In {as_of()} we read" in text
