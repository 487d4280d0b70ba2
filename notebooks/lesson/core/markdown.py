"""Markdown as authors write it, turned into HTML that is safe to insert, or into plain words.

Raw HTML and images are off: what looks like markup is shown as text, and nothing is fetched from another host.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

_md = MarkdownIt("commonmark", {"html": False}).disable("image")


def _link_open(tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Open links beside the lesson, and tell the other site nothing."""
    tokens[index].attrSet("target", "_blank")
    tokens[index].attrSet("rel", "noopener noreferrer")
    return _md.renderer.renderToken(tokens, index, options, env)  # type: ignore[attr-defined,no-any-return]


_md.renderer.rules["link_open"] = _link_open  # type: ignore[attr-defined]


def words(text: str) -> str:
    """Return Markdown that says just this text: each sign that could be markup is written as its number."""
    return re.sub(r"[\\`*_\[\]<>&#|$~!{}]", lambda sign: f"&#{ord(sign[0])};", text)


def block(text: str) -> str:
    """Return paragraphs and lists as HTML."""
    return str(_md.render(text.strip())).strip()


def inline(text: str) -> str:
    """Return one run of text as HTML, without a paragraph around it."""
    return str(_md.renderInline(" ".join(text.split())))


def plain(text: str) -> str:
    """Return the words alone, for screen readers, print and comparison."""
    words: list[str] = []
    for token in _md.parse(text):
        for child in token.children or []:
            words.append(" " if child.type in ("softbreak", "hardbreak") else child.content)
        if token.type.endswith("_close"):
            words.append(" ")
        elif token.type in ("fence", "code_block"):
            words.append(token.content)
    return " ".join("".join(words).split())
