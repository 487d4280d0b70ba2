"""Signs that nobody sees, and text that is something else to a program that opens it."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Kinds of characters that are not seen: control, format (zero width, right to left), private, halves, line ends."""
_MARKUP = re.compile(r"<[A-Za-z/!]|!\[|\]\(")
_FORMULA = re.compile(r"[=@\t]|[+-][A-Za-z(]")


def hidden(text: str) -> str:
    """Name the first sign that is not seen, such as "U+200B ZERO WIDTH SPACE"; nothing where all are seen."""
    if text.isprintable():  # nearly every cell of a table: no need to look at each sign
        return ""
    for sign in text:
        if sign not in "\r\n\t" and unicodedata.category(sign) in _HIDDEN:
            return f"U+{ord(sign):04X} {unicodedata.name(sign, 'a control character')}"
    return ""


def markup(text: str) -> str:
    """The first piece that a page could take for markup; nothing where there is none."""
    found = _MARKUP.search(text)
    return found[0] if found else ""


def formula(text: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula."""
    return bool(_FORMULA.match(text))
