"""Take widget views out of a notebook that is about to be stored; the readable forms beside them stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"


def strip_views(notebook: dict[str, Any]) -> None:
    """Remove every stored widget view and widget state from a notebook, in place."""
    notebook.get("metadata", {}).pop("widgets", None)
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if len(data) > 1:
                data.pop(VIEW, None)


def strip_on_save(model: dict[str, Any], path: str, contents_manager: object, **other: Any) -> None:
    """Jupyter's `pre_save_hook`: called with the model of every file just before it is written.

    Other notebooks keep their views: the settings may be installed for everything that a person does in Jupyter.
    """
    content = model.get("content")
    if model.get("type") != "notebook" or not isinstance(content, dict) or content.get("nbformat", 0) < 4:
        return
    if _is_lesson(path, contents_manager):
        strip_views(content)


def _is_lesson(path: str, contents_manager: object) -> bool:
    """Whether the package of these lessons stands beside a notebook; `path` is Jupyter's own, from its root."""
    root = getattr(contents_manager, "root_dir", None)
    return root is not None and (Path(root, path.strip("/")).parent / "lesson" / "screen").is_dir()
