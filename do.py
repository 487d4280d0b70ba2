"""Every command of the project, on every system, with nothing but Python 3.11 or newer: `python do.py lab`.

The Makefile calls this file, so `make lab` and `python do.py lab` are the same.
The environment is built in .venv from requirements.txt: with uv where it is installed, else with venv and pip.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
VENV_BENCH = HOME / ".venv-bench"
LEARN = [HOME / "requirements.txt"]
TEST = [*LEARN, HOME / "tests" / "requirements.txt"]
BENCH = [*TEST, HOME / "tests" / "bench" / "requirements.txt"]
SCREEN = HOME / "notebooks" / "lesson" / "screen"
PRETTIER = SCREEN / ".prettierrc.json"
READING = HOME / "jupyter" / "labextensions" / "lesson-reading" / "static"
JS_TOOLS = {"esbuild": "0.28.2", "eslint": "9.39.5", "prettier": "3.10.1", "typescript": "7.0.2"}
"""What checks the scripts and styles in screen/ and makes one file of each, from npm; nothing of it is shipped."""
PLAYERS = {"qti3-item-player": "1.1.20", "scorm-again": "3.4.3", "vue": "2.7.16"}
"""What plays the exports in the browser tests, from npm, into build/players; nothing of it is shipped."""


def python_in(place: Path) -> Path:
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


PYTHON = python_in(VENV)


def run(*command: object, env: dict[str, str] | None = None) -> None:
    """Run one command from the project's root; stop with its exit code when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=HOME, env={**os.environ, **(env or {})})
    if done.returncode:
        sys.exit(done.returncode)


def built_from(files: list[Path]) -> str:
    """What an environment was built from, so that a second start installs nothing."""
    parts = [f"{sys.version_info[:2]}".encode(), *(path.read_bytes() for path in files)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def environment(files: list[Path], place: Path = VENV) -> None:
    """Build or update `place` so that it holds what `files` pin; do nothing when it holds that, or more, already."""
    stamp, python = place / "built-from", python_in(place)
    enough = {built_from(files), built_from(TEST)}
    if stamp.exists() and stamp.read_text() in enough:
        return
    print(f"Installing what is needed into {place.name} (once) ...", flush=True)
    wanted = [part for path in files for part in ("-r", path)]
    uv = shutil.which("uv")
    if uv:
        if not python.exists():
            run(uv, "venv", "--quiet", "--python", sys.executable, place)
        run(uv, "pip", "install", "--quiet", "--python", python, *wanted)
    else:
        if not python.exists():
            venv.create(place, with_pip=True)
        elif subprocess.call([python, "-c", "import pip"], stderr=subprocess.DEVNULL):
            run(python, "-m", "ensurepip")  # uv, when it was here, left pip out
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
    stamp.write_text(built_from(files))


def module(name: str, *arguments: object) -> None:
    """Run a module of the lesson package with the project's own Python."""
    run(PYTHON, "-m", name, *arguments, env={"PYTHONPATH": str(HOME / "notebooks")})


def lab(rest: list[str]) -> None:
    """Open JupyterLab at the first lesson."""
    environment(LEARN)
    module("lesson.publish.lab", *rest)


def pytest(*arguments: object) -> None:
    run(PYTHON, "-m", "pytest", *arguments)


def style() -> None:
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "mypy")
    modules = [".".join(path.relative_to(HOME).with_suffix("").parts) for path in sorted(HOME.glob("course/*/*.py"))]
    run(PYTHON, "-m", "mypy", *(part for name in modules for part in ("-m", name)))
    scripts()


def from_npm(name: str, tools: dict[str, str]) -> Path | None:
    """Return node_modules with these tools, installed once into build/<name>; None where there is no npm."""
    npm = shutil.which("npm")
    if not npm:
        return None
    place = HOME / "build" / name
    stamp, wanted = place / "built-from", [f"{tool}@{version}" for tool, version in tools.items()]
    if not stamp.exists() or stamp.read_text() != " ".join(wanted):
        place.mkdir(parents=True, exist_ok=True)
        run(npm, "install", "--silent", "--no-package-lock", "--no-save", "--prefix", place, *wanted)
        stamp.write_text(" ".join(wanted))
    return place / "node_modules"


def js_tools() -> str | None:
    """Return the folder of the commands of JS_TOOLS; None where there is no npm."""
    found = from_npm("js", JS_TOOLS)
    return str(found / ".bin") if found else None


def scripts() -> None:
    """Format and size of scripts and styles, types of those in screen/js. Without npm: say so, and fail only in CI."""
    tools, modules = js_tools(), SCREEN / "js"
    if tools is None:
        print("There is no npm here: the scripts and styles were not checked.", flush=True)
        if os.environ.get("CI"):
            sys.exit(1)
        return
    run(shutil.which("prettier", path=tools), "--check", "--log-level=warn", modules, SCREEN / "css", SCREEN / "drawn")
    run(shutil.which("prettier", path=tools), "--check", "--log-level=warn", "--config", PRETTIER, READING)
    run(shutil.which("tsc", path=tools), "--project", modules)
    run(shutil.which("eslint", path=tools), "--config", modules / "eslint.config.mjs", modules, READING)


def check(rest: list[str]) -> None:
    """Every mistake as file, line and how to mend it; without one, the quick tests: no browser, no notebooks."""
    environment(TEST)
    module("lesson.publish.cli", "check")
    style()
    pytest("tests", "--ignore=tests/browser", "--ignore=tests/whole", "-n2", "--dist=loadfile", *rest)


def test(rest: list[str]) -> None:
    """Everything: style, types, unit, data, items, notebooks under strict nbval, a real browser."""
    environment(TEST)
    style()
    pytest(
        "tests/whole/test_change_is_seen.py",
        "tests/browser/test_lab.py",
        "tests/browser",
        "tests/whole",
        "notebooks",
        "tests",
        "--nbval",
        "--nbval-current-env",
        "--nbval-sanitize-with=tests/sanitize.cfg",
        "--nbval-cell-timeout=60",
        "-n2",
        "--dist=loadfile",
        "--no-loadscope-reorder",
        *rest,
    )


def bench(rest: list[str]) -> None:
    """Measure the speed of the question card beside others, in a real JupyterLab; four minutes."""
    environment(BENCH, VENV_BENCH)
    path = os.pathsep.join(str(HOME / part) for part in ("notebooks", "tests"))
    run(python_in(VENV_BENCH), "-m", "bench", *rest, env={"PYTHONPATH": path})


def notebooks(rest: list[str]) -> None:
    """Build every lesson from its lesson.md, or those named (02), and store it; the codebook, the table of fields."""
    environment(TEST)
    module("lesson.publish.codebook")
    module("lesson.bank.schema")
    module("lesson.publish.cli", "build", *rest)


def adopt(rest: list[str]) -> None:
    """Take what somebody changed in a stored notebook (adopt 02) back into its lesson.md."""
    environment(TEST)
    module("lesson.publish.cli", "adopt", *rest)


def expected(rest: list[str]) -> None:
    """Show which figures, keys, claims and rows are not as somebody checked them, and ask whether to take them."""
    environment(TEST)
    module("lesson.publish.cli", "expected", *rest)


def preview(rest: list[str]) -> None:
    """Write a page with every question of a lesson (preview 02) in all its states, to read before you commit."""
    environment(TEST)
    module("lesson.publish.cli", "preview", *rest)


def facts(rest: list[str]) -> None:
    """List the facts that texts and questions may name as {{fact()}}."""
    environment(TEST)
    module("lesson.publish.cli", "facts", *rest)


def coverage(rest: list[str]) -> None:
    """Print which claim is taught where, on how much evidence, by how many questions."""
    environment(TEST)
    module("lesson.publish.cli", "coverage", *rest)


def schema(rest: list[str]) -> None:
    """Write the table of fields again, for editors and into CONTRIBUTING.md, after a change of bank/rules.py."""
    environment(TEST)
    module("lesson.publish.cli", "schema", *rest)


def blind(rest: list[str]) -> None:
    """Write the questions as a blind reader sees them (build/blind), or score answers to them (blind answers.json)."""
    environment(LEARN)
    module("lesson.publish.cli", "blind", *rest)


def agree(rest: list[str]) -> None:
    """Show what has changed in keys, claims and rows since somebody agreed to it, and ask whether it is right."""
    environment(LEARN)
    module("lesson.publish.cli", "agree", *rest)


def spoil(rest: list[str]) -> None:
    """Make 900 slips in a copy of the course, one at a time, and count those that `check` names; half an hour."""
    environment(TEST)
    path = os.pathsep.join(str(HOME / part) for part in ("notebooks", "tests"))
    run(PYTHON, "-m", "spoil", *rest, env={"PYTHONPATH": path})


def pictures(rest: list[str]) -> None:
    """Take the pictures of docs/pictures again, from plain pages in a headless Chromium; a minute."""
    environment(TEST)
    path = os.pathsep.join(str(HOME / part) for part in ("notebooks", "tests"))
    run(PYTHON, "-m", "pictures", *rest, env={"PYTHONPATH": path})


def handouts(rest: list[str]) -> None:
    """Write what a lesson (handouts 01), or each, needs on paper: pages, keys, cards, as HTML and PDF."""
    environment(TEST)
    module("lesson.publish.paper", *rest)


def export(rest: list[str]) -> None:
    """Write the questions for Moodle, QTI 3.0, Canvas, SCORM and Anki into build/export; lessons may be named (02)."""
    environment(TEST)
    module("lesson.publish.cli", "export", *rest)


def pages(rest: list[str]) -> None:
    """Write every lesson as a page that needs no Python and no internet, and one file with all, into build/pages."""
    environment(TEST)
    module("lesson.publish.cli", "pages", *rest)


def bundle(rest: list[str]) -> None:
    """Make lesson.js, map.js, page.js and their styles from screen/js and screen/css (needs npm)."""
    tools = js_tools()
    if tools is None:
        sys.exit("To bundle lesson.js, install Node.js with npm first.")
    run(
        shutil.which("esbuild", path=tools),
        f"lesson={SCREEN / 'js' / 'main.js'}",
        f"page={SCREEN / 'js' / 'page' / 'main.js'}",
        f"lesson={SCREEN / 'css' / 'main.css'}",
        f"map={SCREEN / 'js' / 'argument' / 'main.js'}",
        f"map={SCREEN / 'css' / 'map.css'}",
        "--bundle",
        "--format=esm",
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        "--log-level=warning",
        "--banner:js=// Made from screen/js by `do.py bundle`: change it there.",
        "--banner:css=/* Made from screen/css by `do.py bundle`: change it there. */",
        f"--outdir={rest[0] if rest else SCREEN}",
    )


def pins(rest: list[str]) -> None:
    """Pin the newest versions that fit requirements.in (needs uv)."""
    for folder in (HOME, HOME / "tests"):
        run(
            "uv",
            "pip",
            "compile",
            "--quiet",
            "--universal",
            "--python-version",
            "3.11",
            "--upgrade",
            "--no-header",
            "--no-annotate",
            "--no-emit-index-url",
            folder / "requirements.in",
            "-o",
            folder / "requirements.txt",
            *rest,
        )


def clean(rest: list[str]) -> None:
    """Remove what the commands made. Answers of learners stay."""
    for name in (".venv", ".venv-bench", ".pytest_cache", ".mypy_cache", ".ruff_cache", "build"):
        shutil.rmtree(HOME / name, ignore_errors=True)
    for name in ("__pycache__", ".ipynb_checkpoints"):
        for place in ("notebooks", "tests", "jupyter", "data", "seeds"):
            for path in sorted((HOME / place).rglob(name)):
                shutil.rmtree(path, ignore_errors=True)
        shutil.rmtree(HOME / name, ignore_errors=True)


LISTED = (
    lab,
    check,
    test,
    notebooks,
    adopt,
    expected,
    agree,
    spoil,
    preview,
    facts,
    coverage,
    schema,
    blind,
    handouts,
    pictures,
    export,
    pages,
    bundle,
    bench,
    pins,
    clean,
)
COMMANDS = {command.__name__: command for command in LISTED}


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  (the reader may have an older one)
        sys.exit(f"The lessons need Python 3.11 or newer; this is {sys.version.split()[0]}.")
    parser = argparse.ArgumentParser(
        prog="do.py",
        description="The project's commands.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {n:10} {c.__doc__}" for n, c in COMMANDS.items()),
    )
    parser.add_argument("command", choices=COMMANDS)
    known, rest = parser.parse_known_args()
    COMMANDS[known.command](rest)


if __name__ == "__main__":
    main()
