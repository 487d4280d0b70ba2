"""What stands over a table or a picture."""

from __future__ import annotations

import re


def first_words(caption: str) -> str:
    """What a caption begins with, up to its first stop: the name of what it stands over."""
    return re.split(r"(?<=[.?!:;])\s", caption, maxsplit=1)[0].rstrip(".:;")
