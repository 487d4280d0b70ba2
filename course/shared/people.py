"""Names of people in a text, and which of them data/people.csv allows."""

from __future__ import annotations

import re

from lesson.tables import rows

SURNAMES = (
    "Kim Ri Lee Li Yi Pak Park Choe Choi Chong Chung Jong Jung Jeong Kang Cho Jo Yun Yoon Jang Chang Im Rim Lim Han O "
    "Oh So Suh Seo Sin Shin Kwon Hwang An Ahn Song Ryu Yu Yoo Hong Ko Koh Mun Moon Son Yang Pae Bae Paek Baek Ho Heo "
    "No Roh Nam Sim Ha Chon Jon Kwak U Woo Ki Hyon Hyun Thae Tae Ra Na Ju Joo"
)
ROMAN = re.compile(rf"\b(?:{'|'.join(SURNAMES.split())}) [A-Z][a-z]+(?:[- ][A-Z]?[a-z]+)?\b")
HANGUL = re.compile(
    r"(?<![가-힣])[김이리박최정장강조윤임림한오서신권황안송류유홍고문손양배백허노남심하전곽우기현태나주][가-힣]{2}(?![가-힣])"
)
WORDS_TOO = {"An", "No", "So", "Ha", "Na", "O", "U", "Im", "Ho", "Son"}  # English words before a capital letter
PLACES = ("Hong Kong", "Ho Chi Minh")  # their first words are surnames too


Names = tuple[list[str], set[str]]
"""Names in small Latin letters, and names in Hangul."""


def allowed() -> Names:
    """The names that data/people.csv holds."""
    people = rows("people")
    return [row["name"].lower() for row in people], {row["hangul"] for row in people}


def strangers(text: str, people: Names) -> list[str]:
    """Names in a text that are not among `people`; addresses are left out."""
    text = re.sub(r"https?://[^\s,]+", " ", text)
    roman, hangul = people
    found = [name for name in ROMAN.findall(text) if not _known(name.lower(), roman)]
    found = [name for name in found if not name.startswith(PLACES) and name.split()[0] not in WORDS_TOO]
    return found + [name for name in HANGUL.findall(text) if name not in hangul]


def _known(name: str, roman: list[str]) -> bool:
    return any(known.startswith(name) or name.startswith(known) for known in roman)
