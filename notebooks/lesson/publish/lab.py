"""Open JupyterLab at the first lesson, with the project's settings and nothing to install."""

from __future__ import annotations

import os
import sys

from lesson.core import home

PORT = 8642


def main(arguments: list[str]) -> None:
    """Start JupyterLab here; `arguments` are its own.

    The port is always the same when it is free, since the browser keeps unsaved answers by address; else the next one.
    """
    from jupyterlab.labapp import LabApp

    ours = str(home.root() / "jupyter")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, [ours, os.environ.get("JUPYTER_CONFIG_PATH")]))
    os.environ.setdefault("JUPYTER_PORT", str(PORT))
    os.chdir(home.root())
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container one is often root; Jupyter would refuse, and it listens to this machine alone.
        arguments = ["--allow-root", *arguments]
    first = sorted((home.root() / "notebooks").glob("[0-9][0-9]_*.ipynb"))[0]
    LabApp.launch_instance([f"--LabApp.default_url=/lab/tree/notebooks/{first.name}", *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
