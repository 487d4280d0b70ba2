"""What a Jupyter server tells the browser about lessons, so that they are run and set to be read when they are opened.

The browser's side is jupyter/labextensions/lesson-reading. Only notebooks in the folders named here are touched.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from lesson.core import home
from lesson.core.words import words

FOLDERS = "LESSON_FOLDERS"
"""Further folders of lessons as a Jupyter server sees them, divided by `:`, where each learner has a copy."""


def folders(root: str) -> list[str]:
    """Return the folders of lessons below the root of a server, as its addresses have them ("" is the root itself).

    This project's own is one when it stands below the root. Others are named by whoever runs the server: what stands
    there runs on opening, so no folder is taken for one of lessons by its looks.
    """
    named = [part.strip("/") for part in os.environ.get(FOLDERS, "").split(":") if part]
    own = Path(home.root(), "notebooks").resolve()
    try:
        below = own.relative_to(Path(root).expanduser().resolve()).as_posix()
    except ValueError:
        return named
    return ["" if below == "." else below, *named]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Called by Jupyter Server to find what it loads."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Called by Jupyter Server when it starts."""
    config = server.web_app.settings.setdefault("page_config_data", {})
    config["lessonReading"] = {"folders": folders(server.root_dir), "words": words("reading")}
