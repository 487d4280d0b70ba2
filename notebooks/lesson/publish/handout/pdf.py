"""A page printed to a PDF by a browser that is there already: Chromium, Chrome or Edge, without a window."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
SECONDS = 120
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""What refuses a style that is not the page's own: the copy that is printed is our page, and nothing was let in."""
PAPER = "<style>@page { size: 210mm 297mm; }</style></head>"
"""A page that names no paper is printed on this one; without it a browser takes the paper of its own language."""


def browser() -> str | None:
    """Where a browser is that can print, None where there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).exists()), None)


def write(program: str, page: Path) -> bool:
    """Print a page into a PDF beside it, on a sheet of 210 by 297 mm; return whether there is one now.

    The browser starts with an empty profile that is deleted afterwards, and is ended after two minutes.
    """
    to = page.with_suffix(".pdf")
    to.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        copy = Path(profile) / page.name
        html = POLICY.sub("", page.read_text(encoding="utf-8"))
        copy.write_text(html.replace("</head>", PAPER, 1), encoding="utf-8")
        command = [
            program,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            f"--user-data-dir={Path(profile) / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={to.resolve()}",
            copy.as_uri(),
        ]
        if getattr(os, "geteuid", lambda: 1)() == 0:  # Chromium refuses its sandbox to the super-user of a container
            command.insert(1, "--no-sandbox")
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return to.is_file()
