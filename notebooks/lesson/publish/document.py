"""The frame of every page that is written to a file: one language, one title, style inside, no request to anybody."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from html import escape
from pathlib import Path
from typing import Any

from lesson.core import home

HERE = Path(__file__).parent


def document(title: str, style: str, body: str, script: str = "") -> str:
    """Return a whole HTML page; `body` is safe HTML, `script` the text of a module that runs after it.

    A policy refuses whatever is not this style and this script: no request leaves, nothing that was let in runs.
    Raises ValueError when the style or the script would end its element early.
    """
    if "</style" in style.lower():
        raise ValueError("A style sheet must not contain </style.")
    if "</script" in script.lower() or "<!--" in script:
        raise ValueError("A script must not contain </script or <!--.")
    style = f"\n{style}"
    script = f"\n{script}" if script else ""
    module = f'\n<script type="module">{script}</script>' if script else ""
    return (
        '<!doctype html>\n<html lang="' + escape(home.language(), quote=True) + '">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<link rel="icon" href="data:,">\n<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n'
        f"<body>\n{body}{module}\n</body>\n</html>\n"
    )


def _policy(style: str, script: str) -> str:
    """What a browser may do on the page: show its style, its pictures, and run its script, each by its hash."""
    allowed = {"default-src": "'none'", "style-src": _hash(style), "img-src": "data:"}
    if script:
        allowed["script-src"] = _hash(script)
    allowed |= {"base-uri": "'none'", "form-action": "'none'"}
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


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
