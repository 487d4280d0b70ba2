"""Run lessons and store them: facts refreshed, outputs kept, widget views out. Twice gives the same bytes.

A number in the text of a lesson carries a mark, `236<!-- fact:departures() -->`; the words before it are replaced.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from lesson.bank import facts
from lesson.publish.strip import strip_views

MARK = re.compile(r"(?:<!-- -->(?P<words>[^<]*)|(?P<word>[^\s<(]+))<!-- fact:(?P<call>[^>]*?) -->")


def refresh(text: str) -> str:
    """Return the text with what stands before each mark replaced by what the fact says now.

    That is one word, or all words after `<!-- -->`: `on <!-- -->17 August 2016<!-- fact:date(id) -->`.
    """
    return MARK.sub(_say, text)


def _say(match: re.Match[str]) -> str:
    before = "<!-- -->" if match["words"] is not None else ""
    return f"{before}{facts.value(match['call'])}<!-- fact:{match['call']} -->"


def run(path: Path) -> None:
    """Execute one notebook in its folder and write it back. Raises nbclient's CellExecutionError when a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = refresh(cell.source)
    client = NotebookClient(
        notebook,
        timeout=60,
        kernel_name="python3",
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    tidy(notebook)
    nbformat.write(notebook, path)


def tidy(notebook: Any) -> None:
    """Leave only what belongs to the lesson: no widget views, no times of a run, no version of a machine's Python."""
    strip_views(notebook)
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)


def main(arguments: list[str]) -> None:
    """Run the notebooks named, with an empty folder of answers, so that nobody's work is touched."""
    with tempfile.TemporaryDirectory() as empty:
        os.environ["LESSON_ANSWERS"] = empty
        os.environ["LESSON_ESSAY"] = str(Path(empty) / "none")
        for name in arguments:
            print(f"Running {Path(name).name} ...", flush=True)
            run(Path(name).resolve())


if __name__ == "__main__":
    main(sys.argv[1:])
