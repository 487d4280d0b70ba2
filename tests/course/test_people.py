"""Real people, some with families at risk: no name stands in the project that is not in data/people.csv."""

import json
import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from support import HOME, LESSONS

from course.shared.rules import allowed, strangers
from lesson.publish import own_rules
from lesson.tables import rows


def texts():
    """Everything that a reader can meet: what `check` reads, and stored lessons, tests, documents."""
    for file, lines in own_rules.texts():
        if file != "data/people.csv":
            yield file, re.sub(r"https?://[^\s,]+", " ", "\n".join(lines))
    for path in [
        *HOME.glob("*.md"),
        *(HOME / "data").glob("*.md"),
        *(HOME / "tests").rglob("*.py"),
    ]:
        if path.name != "test_people.py":
            yield path.name, path.read_text(encoding="utf-8")
    for path in LESSONS:
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
            outputs = json.dumps(cell.get("outputs", []), ensure_ascii=False)
            yield f"{path.name} cell {number}", "".join(cell["source"]) + outputs


def test_no_name_stands_anywhere_that_is_not_in_people_csv():
    found = {place: strange for place, text in texts() if (strange := strangers(text, allowed()))}
    assert found == {}


@pytest.mark.parametrize("name", ["Kim Chol-su", "Pak Yong Ho", "Choe Un-hui", "김철수", "Ri Chol"])
def test_the_scan_would_see_a_name(name):
    assert strangers(f"It was said that {name} had left the post.", allowed())


@pytest.mark.parametrize("name", ["Thae Yong-ho", "태영호", "Kim Jong Un"])
def test_the_scan_lets_a_public_name_pass(name):
    assert strangers(f"According to {name}, it was so.", allowed()) == []


def test_whoever_is_named_in_a_case_has_a_ground():
    grounds = {row["name"]: row["ground"] for row in rows("people")}
    for row in rows("cases"):
        if row["person_name"]:
            assert grounds[row["person_name"]] == "spoke in public"
            assert row["case_kind"] == "defection"


def test_nobody_who_went_home_or_vanished_is_named():
    for row in rows("cases"):
        if row["case_kind"] != "defection":
            assert row["person_name"] == ""
            assert row["person_hangul"] == ""


@pytest.mark.parametrize(
    "word",
    [
        r"suicid",
        r"killed h(im|er)self",
        r"\b(son|daughter|child|wife|husband|brother|sister|mother|father)\b[^.|]{0,20} aged \d",
        r"\d+-year-old (son|daughter|child)",
        r"(son|daughter) (called|named)",
    ],
)
def test_no_ages_of_relatives_and_no_self_harm(word):
    for place, text in texts():
        if not place.startswith("test_"):
            assert not re.search(word, text, re.I), place


KIN = re.compile(
    r"(?<![a-z])(?:daughter|sons?|wife|husband|brothers?|sisters?|mother|father|uncle|aunt|nephew|niece|cousins?|teen"
    r"|lover|family|relatives|child|children|widow|couple|parents?|siblings?)(?![a-z])"
    r"|딸|아들|부인|남편|아내|자녀|가족|부부|형제|자매|부모"
)
AGE = re.compile(r"(?<!\d)\d{2}-?years?-?old|aged?-\d{2}(?!\d)|(?<!\d)\d{2}세")
NO_NAME = {"article", "aunt", "html", "kong", "regime", "story", "tells", "uncle", "visits"}
"""Words that follow a surname in an address and make no name of it."""
KEPT = {
    "afp-2013-12-05": "the leader's uncle, a holder of high state office, in people.csv",
    "cnn-2015-05-11": "the leader's aunt, a public figure; the report proved false, and the desk says so",
    "korea-joongang-daily-2019-11-05": "'relatives' are the two ambassadors themselves, as in the rows",
    "daily-nk-2011-02-10": "a couple, nobody singled out",
    "korea-daily-2024-07-17": "family in general, nobody singled out",
    "cnn-2015-09-23": "family in general, nobody singled out",
    "afp-2023-03": "family in general, nobody singled out",
    "joongang-daily-2007-04-04": "the children of all staff abroad, under a rule",
    "voa-2016-08-22": "the children of all staff abroad, under a rule",
    "daily-nk-2007-03-06": "the children of all staff abroad, under a rule",
    "yonhap-2007-03-29": "the children of all staff abroad, under a rule",
    "daily-nk-2006-03-28": "a family, nobody singled out",
    "daily-nk-nd": "a ministry of culture, which looks like a name",
}
"""Addresses that hold a word of the scan and stay, each with the reason."""


def told_by(url):
    """What an address says of persons: names that nobody has allowed, words for relatives, ages."""
    path = unquote(f"{urlsplit(url).path}?{urlsplit(url).query}").lower()
    roman, hangul = allowed()
    known = [" ".join(re.findall("[a-z]+", name)) for name in roman]
    surnames = {name.lower() for name in SURNAMES} - {word.lower() for word in WORDS_TOO}
    parts = re.findall("[a-z]+", path)
    pairs = [f"{a} {b}" for a, b in pairwise(parts) if a in surnames and len(b) > 1 and b not in NO_NAME]
    names = [pair for pair in pairs if not any(pair in name or pair.rstrip("s") in name for name in known)]
    names += [name for name in HANGUL.findall(path) if name not in hangul]
    return names + KIN.findall(path) + AGE.findall(path)


def test_no_address_tells_what_the_text_withholds():
    """A page whose address names such a person, a relative or an age is cited without a link (`linked: no`)."""
    told = {row["source_id"]: told_by(row["url"]) for row in rows("sources") if row["url"]}
    assert {source: found for source, found in told.items() if found and source not in KEPT} == {}
    assert [source for source in KEPT if not told.get(source)] == []


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2013/kim-chol-su-leaves-post",
        "https://example.org/news?title=envoys-daughter",
        "https://example.org/2020/17-year-old",
        "https://example.org/%EA%B9%80%EC%B2%A0%EC%88%98",
        "https://example.org/%EC%95%84%EB%93%A4",
    ],
)
def test_the_scan_of_addresses_would_see_it(url):
    assert told_by(url)


@pytest.mark.parametrize(
    "url", ["https://example.org/kim-jong-uns-regime", "https://kim-chol.example/news", "https://example.org/hong-kong"]
)
def test_the_scan_of_addresses_lets_public_names_pass(url):
    assert told_by(url) == []
