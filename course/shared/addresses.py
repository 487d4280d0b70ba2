"""What the address of a publication says of people: such a page is cited by publisher and date, without a link."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from course.shared.people import HANGUL, SURNAMES, WORDS_TOO, Names

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
    "wilson-center-digital-1956-10-22": "writer and reader of the letter, both in people.csv or of the highest office",
}
"""Addresses that hold a word of the scan and stay, each with the reason."""


def told_by(url: str, people: Names) -> list[str]:
    """What an address says of persons: names that are not among `people`, words for relatives, ages."""
    path = unquote(f"{urlsplit(url).path}?{urlsplit(url).query}").lower()
    roman, hangul = people
    known = [" ".join(re.findall("[a-z]+", name)) for name in roman]
    surnames = {*SURNAMES.lower().split()} - {word.lower() for word in WORDS_TOO}
    parts = re.findall("[a-z]+", path)
    pairs = [f"{a} {b}" for a, b in pairwise(parts) if a in surnames and len(b) > 1 and b not in NO_NAME]
    names = [pair for pair in pairs if not any(pair in name or pair.rstrip("s") in name for name in known)]
    names += [name for name in HANGUL.findall(path) if name not in hangul]
    return names + KIN.findall(path) + AGE.findall(path)
