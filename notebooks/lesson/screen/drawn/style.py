"""The styles of figures, which go into each of them: what is shown alone must look right alone."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent


@lru_cache(maxsize=8)
def style(*names: str) -> str:
    """The named files of styles as one element, without comments and line ends."""
    found = "".join((HERE / f"{name}.css").read_text(encoding="utf-8") for name in names)
    bare = re.sub(r"/\*.*?\*/", "", found, flags=re.DOTALL)
    bare = re.sub(r"\s+", " ", bare).strip()
    return f"<style>{bare}</style>"
