"""Numbers and dates as prose writes them: whether a text shows a value, in digits or in words."""

from __future__ import annotations

import re

from lesson.core.dates import is_date, spoken
from lesson.core.words import say


def number_words() -> list[str]:
    """The words for 0 to 99, each at its place."""
    return say("numbers", "to99").split()


def in_digits(text: str) -> str:
    """Return a text in small letters with its number words as digits and no comma between thousands."""
    place = {word: str(number) for number, word in enumerate(number_words())}
    longest_first = "|".join(re.escape(word) for word in sorted(place, key=len, reverse=True))
    found = re.sub(rf"\b(?:{longest_first})\b", lambda match: place[match[0]], text.lower())
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", found)


def amount(value: str) -> float | None:
    """Return the number that a value writes ("50,000", "38.6", "eleven"); None where it is no plain number."""
    digits = in_digits(value)
    return float(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else None


def shows(text: str, value: str) -> bool:
    """Say whether a text shows a value as a whole word: "31" stands in "a team of 31.", not in "1,311" or "31.5".

    A whole date may leave its year to the rest of the row: "18 Jan" shows 1996-01-18.
    """
    forms = [value]
    if is_date(value) and value.count("-") == 2:
        day, month, _ = spoken(value).split()
        forms += [f"{day} {month}", f"{day} {month[:3]}"]
    either = "|".join(re.escape(in_digits(form)) for form in forms)
    return bool(re.search(rf"(?<!\w)(?<!\d[.,])(?:{either})(?!\w)(?![.,]\d)", in_digits(text)))
