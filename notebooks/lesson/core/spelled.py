"""Numbers and dates as prose writes them: whether a text shows a value, in digits or in words."""

from __future__ import annotations

import re

from lesson.core.dates import is_date, spoken

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = (
    *_ONES,
    *(f"{ten}-{one}" if one != "zero" else ten for ten in _TENS for one in _ONES[:10]),
)
"""The English words for 0 to 99, each at its place."""


def amount(value: str) -> float | None:
    """Return the number that a value writes ("50,000", "38.6", "eleven"); None where it is no plain number."""
    if value.lower() in WORDS:
        return float(WORDS.index(value.lower()))
    digits = value.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", value) else value
    return float(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else None


def forms(value: str) -> set[str]:
    """Return the ways in which a text may write a value; a whole date may leave its year to the rest of the row."""
    found = {value}
    number = amount(value)
    if number is not None and number == int(number):
        found |= {str(int(number)), f"{int(number):,}"}
        found |= {WORDS[int(number)]} if number < len(WORDS) else set()
    if is_date(value) and value.count("-") == 2:
        day, month, year = spoken(value).split()
        found |= {f"{day} {name}{end}" for name in (month, month[:3]) for end in ("", f" {year}")}
    return found


def shows(text: str, value: str) -> bool:
    """Say whether a text shows a value as a whole word: "31" stands in "a team of 31.", not in "1,311" or "31.5"."""
    either = "|".join(re.escape(form) for form in sorted(forms(value), key=len, reverse=True))
    before = r"(?<!\w)(?<!\d[.,])(?<!ty-)"  # "one" does not stand in "thirty-one"
    after = rf"(?!\w)(?![.,]\d)(?!-(?:{'|'.join(_ONES[1:10])})\b)"
    return bool(re.search(f"{before}(?:{either}){after}", text, re.IGNORECASE))
