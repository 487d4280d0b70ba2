"""The frame of every page that is written to a file: one language, one title, style inside, no request to anybody."""

from __future__ import annotations

import json
import os
from html import escape
from pathlib import Path
from typing import Any

from lesson.core import home

HERE = Path(__file__).parent


def document(title: str, style: str, body: str) -> str:
    """Return a whole HTML page; `body` is safe HTML. Raises ValueError when the style would end its element early."""
    if "</style" in style.lower():
        raise ValueError("A style sheet must not contain </style.")
    return (
        '<!doctype html>\n<html lang="' + escape(home.language(), quote=True) + '">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="icon" href="data:,">\n<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def island(name: str, value: Any) -> str:
    """Return data for a script to read. No text in it can end the element or begin a comment: `<` is escaped."""
    return f'<script type="application/json" id="{name}">{as_json(value)}</script>'


def as_json(value: Any) -> str:
    """Return JSON in ASCII, without `<`: U+2028, U+2029 and half characters are escaped too."""
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")


def write(path: Path, html: str) -> None:
    """Write a page and print where, as seen from here."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8", newline="\n")
    try:
        print(os.path.relpath(path))
    except ValueError:  # another drive
        print(path.name)
