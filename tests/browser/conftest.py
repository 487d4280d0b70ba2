"""A real Chromium, and a real JupyterLab on a copy of the project with its own folder of answers."""

import base64
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import TimeoutError, sync_playwright
from support import HOME, browser, copy_project

from lesson.core.words import words

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium():
    found = browser()
    if not found:
        if os.environ.get("CI"):
            pytest.fail("There is no Chromium or Chrome, so the browser tests did not run.")
        pytest.skip("There is no Chromium or Chrome here: the browser tests did not run.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def module(page):
    """A blank page on which `lesson` is lesson.js."""
    script = (HOME / "notebooks/lesson/screen/lesson.js").read_bytes()
    address = "data:text/javascript;base64," + base64.b64encode(script).decode()
    page.goto("about:blank")
    page.evaluate("async (address) => { globalThis.lesson = await import(address); }", address)
    return page


MODEL = """
([sheet, strings, past, dead, folder, who]) => {
  const handlers = {}, state = { sheet, strings, past, course: "stay-or-leave", learner: { id: "browser", folder, ...who } };
  globalThis.sent = [];
  globalThis.fire = (name, change) => { Object.assign(state, change); handlers[name].forEach((h) => h()); };
  globalThis.hear = (message) => handlers["msg:custom"].forEach((h) => h(message));
  const model = {
    get: (name) => state[name], set: (name, value) => { state[name] = value; },
    on: (name, handler) => (handlers[name] ??= []).push(handler), off: () => {},
    send: (message) => {
      if (dead) throw new Error("no kernel");
      sent.push(message);
      if (message.event && !globalThis.silent) setTimeout(() => hear({ type: "saved", id: message.event.id }), 0);
    },
  };
  const el = document.createElement("main");
  document.body.replaceChildren(el);
  lesson.default.render({ model, el });
}
"""
PLAIN = (
    "<!doctype html><html lang=en><title>Card</title><meta name=viewport content='width=device-width'>"
    "<style>{style}</style><body></body></html>"
)


@pytest.fixture
def plain(page):
    """Show one sheet on a plain page: no JupyterLab, no kernel, a model of a few lines, the network blocked."""
    screen = HOME / "notebooks/lesson/screen"
    blocked = []

    def serve(route):
        if route.request.url == "http://lesson.test/":
            style = "".join((screen / f"{name}.css").read_text(encoding="utf-8") for name in ("lesson", "map"))
            route.fulfill(body=PLAIN.format(style=style), content_type="text/html")
        elif (name := route.request.url.removeprefix("http://lesson.test/")) in ("lesson.js", "map.js"):
            route.fulfill(body=(screen / name).read_text(encoding="utf-8"), content_type="text/javascript")
        else:
            blocked.append(route.request.url)
            route.abort()

    page.route("**/*", serve)
    page.goto("http://lesson.test/")
    loaded = "async (name) => { globalThis.lesson = await import(`http://lesson.test/${name}.js`); }"
    page.evaluate(loaded, "lesson")

    def show(sheet, past=(), dead=False, folder="", **who):
        page.evaluate(loaded, "map" if sheet["view"] == "map" else "lesson")
        page.evaluate(MODEL, [sheet, words("card"), list(past), dead, folder, who])
        return page.locator(".lesson-card")

    yield show
    assert [url for url in blocked if "favicon" not in url] == []


class Lab:
    """A JupyterLab server that can be stopped and started again."""

    def __init__(self, project: Path, port: int) -> None:
        self.project, self.port = project, port
        self.answers = project / "my-answers"
        self.url = f"http://localhost:{port}"
        self.server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        env = {k: v for k, v in os.environ.items() if k not in ("LESSON_ANSWERS", "PYTHONWARNINGS")}
        env |= {"PYTHONPATH": str(self.project / "notebooks"), "JUPYTER_PORT": str(self.port), "JUPYTER_RUNTIME_DIR": str(self.project / "run"),
                "JUPYTER_DATA_DIR": str(self.project / "data-dir"), "JUPYTER_CONFIG_DIR": str(self.project / "config-dir"),
                "JUPYTERLAB_SETTINGS_DIR": str(self.project / "lab" / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(self.project / "lab" / "spaces")}  # fmt: skip
        command = [
            sys.executable,
            "-m",
            "lesson.publish.lab",
            "--no-browser",
            "--IdentityProvider.token=",
            "--ServerApp.port_retries=0",
        ]
        with (self.project / "lab.log").open("ab") as log:
            self.server = subprocess.Popen(command, cwd=self.project, env=env, stdout=log, stderr=log)
        self.wait(lambda: urllib.request.urlopen(f"{self.url}/api", timeout=5).status == 200)

    def stop(self) -> None:
        if self.server:
            self.server.terminate()
            self.server.wait(30)

    @staticmethod
    def wait(done, seconds: float = 40) -> None:
        """Wait until `done()` is true; fail with what it says when it never is."""
        end = time.monotonic() + seconds
        while True:
            try:
                if done():
                    return
            except (urllib.error.URLError, ConnectionError, OSError):
                pass
            assert time.monotonic() < end, f"waited {seconds} s in vain"
            time.sleep(0.1)

    def lines(self) -> list[str]:
        """Every line of every log of every learner."""
        return [
            line
            for path in sorted(self.answers.rglob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines()
        ]

    def kill_kernels(self) -> None:
        """As a crash would: every kernel of this server, at once."""
        for child in psutil.Process(self.server.pid).children(recursive=True):
            if any("ipykernel" in part for part in child.cmdline()):
                child.kill()

    def open(self, page, notebook: str = "00_start_here.ipynb", unfold: bool = True) -> None:
        """Open a notebook; return when its kernel is there and, if it is a lesson, has run or drawn its cards."""
        page.goto(f"{self.url}/lab/workspaces/{time.monotonic_ns()}/tree/notebooks/{notebook}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        page.get_by_text("Python 3 (ipykernel) | Idle").first.wait_for(state="attached")
        self.wait(self.connected)
        if re.match(r"\d\d_", notebook):  # a lesson runs by itself
            page.wait_for_selector(".lesson-card")
            self.idle(page)
            if unfold:
                self.unfold(page)

    @staticmethod
    def unfold(page) -> None:
        """Open the parts for whoever has more time, which a lesson keeps closed under their headings."""
        page.evaluate("""async () => {
            for (let quiet = 0; quiet < 5; quiet++) {  // JupyterLab closes them once more while it is still opening
                await new Promise((done) => setTimeout(done, 150));
                for (const part of document.querySelectorAll(".jp-showHiddenCellsButton")) {
                    part.click();
                    quiet = 0;
                }
            }
        }""")

    def connected(self) -> bool:
        """Whether the page talks to an idle kernel; before that, a page may say "Idle" and then ask for a kernel."""
        with urllib.request.urlopen(f"{self.url}/api/sessions", timeout=5) as answer:
            kernels = [session["kernel"] for session in json.load(answer)]
        return any(kernel["connections"] and kernel["execution_state"] == "idle" for kernel in kernels)

    @staticmethod
    def run_all(page) -> None:
        for _ in range(3):  # a kernel that is only just there may not hear the first time
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_role("menuitem", name=re.compile("^Run All Cells")).click()
            try:
                page.wait_for_selector(".lesson-card", timeout=10_000)
                break
            except TimeoutError:
                continue
        page.wait_for_selector(".lesson-card")
        Lab.idle(page)  # JupyterLab then moves to the last cell
        Lab.unfold(page)

    @staticmethod
    def idle(page) -> None:
        """Wait until the kernel has been idle for a moment; between two cells it looks idle, too."""
        page.evaluate("() => { globalThis.busyAt = performance.now(); }")
        page.wait_for_function("""() => {
            const { status } = document.querySelector(".jp-Notebook-ExecutionIndicator")?.dataset ?? {};
            if (status !== "idle") globalThis.busyAt = performance.now();
            return performance.now() - globalThis.busyAt > 900;
        }""")


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    made = Lab(copy_project(tmp_path_factory.mktemp("lab") / "project"), 18642 + os.getpid() % 1000)
    made.start()
    yield made
    made.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep a picture of the page on which a test failed, in build/."""
    report = yield
    page = item.funcargs.get("page") or item.funcargs.get("opened")
    if page and report.when == "call" and report.failed:
        (HOME / "build").mkdir(exist_ok=True)
        page.screenshot(path=HOME / "build" / f"{item.name}.png")
    return report
