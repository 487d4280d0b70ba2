"""What several tests need: the project's root, a copy of the project to spoil, events, a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
LESSONS = sorted((HOME / "notebooks").glob("[0-9][0-9]_*.ipynb"))
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)


def vectors():
    return json.loads((HOME / "tests" / "vectors.json").read_text(encoding="utf-8"))


def event(**changes):
    """A whole event, with some fields changed."""
    made = {
        "v": 1, "id": "event-0001", "time": "2026-11-24T10:00:00.000Z", "notebook": "00", "item": "00-a",
        "item_version": "v1", "kind": "commit", "attempt": 1, "vote": None, "answer": 0, "confidence": 50,
    }  # fmt: skip
    return {**made, **changes}


def copy_project(to: Path) -> Path:
    """A copy of what git would give a newcomer, to change and spoil."""
    skip = shutil.ignore_patterns(".venv", ".git", "my-answers", "__pycache__", ".ipynb_checkpoints", "essay.local.txt")
    return Path(shutil.copytree(HOME, to, ignore=skip))


def run_python(project: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in a project, with its package on the path."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=project, capture_output=True, text=True, timeout=300,
        env={**os.environ, "PYTHONPATH": str(project / "notebooks"), **env},
    )  # fmt: skip


def nbval(project: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Compare lessons of a project strictly, as `make test` does."""
    return run_python(
        project, "-m", "pytest", *(names or ["notebooks"]), "--nbval", "--nbval-current-env",
        "--nbval-sanitize-with=tests/sanitize.cfg", "--nbval-cell-timeout=60",
    )  # fmt: skip


def browser() -> str | None:
    """Where a Chromium or Chrome is, if there is one."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or next((place for place in PLACES if Path(place).exists()), None)


def card(page, item):
    """The card of one item, scrolled into view."""
    found = page.locator(f'.lesson-card[data-item="{item}"]')
    found.scroll_into_view_if_needed()
    return found
