"""The shipped tables, read by an independent reader, and facts that a table must not lose."""

import json
import warnings

import pytest

from course.shared.rows import cases, public_on
from lesson.core import home
from lesson.tables import rows


@pytest.mark.parametrize("folder", [home.data(), home.seeds()], ids=lambda folder: folder.name)
def test_frictionless_finds_the_package_valid(folder):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own dependencies
        from frictionless import Package

        report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])


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


def test_every_field_has_a_description_and_an_example():
    for folder in (home.data(), home.seeds()):
        for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
            for field in resource["schema"]["fields"]:
                assert field["description"].endswith("."), (resource["name"], field["name"])
                assert "example" in field


def test_every_other_value_has_a_page_that_gives_it():
    assert [row for row in rows("disputes") if not row["source_id"]] == []
