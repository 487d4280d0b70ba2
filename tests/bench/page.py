"""A copy of the project with the notebooks to measure, its JupyterLab, and pages of a real Chromium."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser.conftest import FLAGS, Lab
from playwright.sync_api import Browser, Page, sync_playwright
from support import browser, copy_project

from bench import notebooks

NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
TALL = {"width": 1280, "height": 1500}
"""JupyterLab takes cells out of the page that are out of sight."""
PROBE = Path(__file__).with_name("probe.js")


@dataclass(frozen=True)
class Bench:
    """What every measurement needs."""

    lab: Any
    chromium: Browser

    @contextmanager
    def page(self, notebook: str, url: str | None = None) -> Iterator[Page]:
        """A fresh page on a notebook with a fresh kernel, nothing run yet; at the end its kernel is shut down."""
        context = self.chromium.new_context(viewport=TALL)  # type: ignore[arg-type]
        context.set_default_timeout(60_000)
        context.add_init_script(path=PROBE)
        page = context.new_page()
        there = Lab(self.lab.project, self.lab.port)
        there.url = url or self.lab.url
        there.open(page, notebook)
        page.wait_for_timeout(500)
        yield page
        page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
        context.close()


@contextmanager
def opened() -> Iterator[Bench]:
    """Start JupyterLab and Chromium; stop both."""
    found = browser()
    if not found:
        raise RuntimeError("There is no Chromium or Chrome here.")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, sync_playwright() as playwright:
        project = copy_project(Path(folder) / "project")
        notebooks.write(project / "notebooks")
        _expose(project / "jupyter" / "labconfig" / "page_config.json")
        lab = Lab(project, 19642 + os.getpid() % 1000)
        chromium = playwright.chromium.launch(executable_path=found, args=[*FLAGS, NO_OTHER_HOST])
        lab.start()
        try:
            yield Bench(lab, chromium)
        finally:
            chromium.close()
            lab.stop()


def _expose(settings: Path) -> None:
    """Let the page run commands of JupyterLab by itself."""
    told = json.loads(settings.read_text(encoding="utf-8"))
    settings.write_text(json.dumps({**told, "exposeAppInBrowser": True}), encoding="utf-8")
