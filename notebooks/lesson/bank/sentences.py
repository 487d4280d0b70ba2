"""The numbered sentences of a text in seeds/, such as its digest."""

from __future__ import annotations

import re

from lesson.core import home

_LINE = re.compile(r"(\d{1,4})\. +(\S.*)")


def sentences(name: str) -> dict[int, str]:
    """Return each numbered line of a file, such as "seeds/digest.md", by its number; none without such a file."""
    path = home.root() / name
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = filter(None, map(_LINE.fullmatch, text.splitlines()))
    return {int(match[1]): match[2].strip() for match in found}
