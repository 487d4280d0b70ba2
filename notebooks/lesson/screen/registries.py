"""What a lesson can show and what it can open, by name. A course registers its own in looks.py and explorers.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from lesson.core.registry import Registry


class Drawn(Protocol):
    """Something to look at, as HTML that is complete in itself and as words."""

    def html(self) -> str:
        """The whole as HTML; every word from data is escaped."""

    def text(self) -> str:
        """The whole as words."""


Made = tuple[dict[str, Any], list[str]]
"""A sheet for lesson.js, and the lines of words that stand for it where nothing runs."""

LOOKS: Registry[Callable[..., Drawn]] = Registry("look", "looks")
EXPLORERS: Registry[Callable[..., Made]] = Registry("explorer", "explorers")
look = LOOKS
explorer = EXPLORERS
