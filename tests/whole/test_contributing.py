"""CONTRIBUTING.md and docs/another-essay.md are followed to the letter, each part in a copy of its own.

A page says in the first line of a block what to do with it: `add FILE` (at its end), `file FILE` (the whole of it), a
`diff` of FILE, or `sh`, what to run. So a page cannot say what does not work. After each part `check` has nothing to mend.
"""

import json
import re
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise

import pytest
from support import HOME, copy_project

PAGES = ("CONTRIBUTING.md", "docs/another-essay.md")
FENCE = re.compile(r"^(`{3,4})(\w+)(?: (.*?))?\n(.*?)^\1$", re.M | re.S)
SOUND = "Tables, questions and lessons: nothing to mend.\n"
DO = """
import sys
from pathlib import Path
import do
do.environment = lambda *files: None  # this Python has all of it
do.PYTHON = sys.executable
do.style = do.pytest = lambda *arguments: None
tools, here, real = do.js_tools, do.HOME, Path({real!r})
def js_tools():
    do.HOME = real
    try:
        return tools()
    finally:
        do.HOME = here
do.js_tools = js_tools
do.main()
"""
"""do.py in a copy: it installs nothing, `check` lists the mistakes and ends, npm's tools are those of the project."""


def parts():
    """(page, title, blocks) for each part of a page that has something to do; another essay is one part."""
    for page in PAGES:
        text = (HOME / page).read_text(encoding="utf-8")
        prose = FENCE.sub(lambda match: " " * len(match[0]), text)
        starts = [0] if page.startswith("docs") else [match.start() for match in re.finditer(r"^## ", prose, re.M)]
        for part in (text[start:end] for start, end in pairwise([*starts, len(text)])):
            blocks = [(lang, told or "", body) for _, lang, told, body in FENCE.findall(part)]
            if blocks:
                yield page, part.split("\n", 1)[0].strip("# "), blocks


PARTS = list(parts())


def run(project, line):
    """Run one line as a reader would, with this Python; `y` is the answer to whatever is asked."""
    words = shlex.split(line)
    if words[:2] == ["python", "do.py"]:
        words = [sys.executable, "-c", DO.format(real=str(HOME)), *words[2:]]
        if words[3] == "bundle" and not shutil.which("npm"):
            return ""  # test_bundle.py says what that means
    else:
        words = ["sh", "-c", line]
    done = subprocess.run(words, cwd=project, capture_output=True, text=True, input="y\ny\n", timeout=600)
    assert "Traceback" not in done.stderr, f"{line}\n{done.stderr}"
    assert done.returncode == 0, f"{line}\n{done.stdout[-3000:]}{done.stderr[-2000:]}"
    return done.stdout


def change(path, text):
    """Change a file as a diff says: a run of `-` lines gives way to the run of `+` lines after it."""
    changed = path.read_text(encoding="utf-8")
    pairs = re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", text, re.M)
    assert "".join(old + new for old, new in pairs) == text, text
    for old, new in pairs:
        old, new = (re.sub(r"^[-+]", "", lines, flags=re.M).removesuffix("\n") for lines in (old, new))
        assert changed.count(old) == 1, f"{path.name} has {changed.count(old)} times: {old}"
        changed = changed.replace(old, new)
    path.write_text(changed, encoding="utf-8")


def type_in_jupyterlab(project):
    """Change a text of the stored notebook, as JupyterLab would save it."""
    path = next((project / "notebooks").glob("00_*.ipynb"))
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"][-1]
    cell["source"] = "".join(cell["source"]) + "\n\nWho typed this in JupyterLab?"
    path.write_text(json.dumps(notebook), encoding="utf-8")


def follow(project, blocks):
    """Do what each block says; return what the last command printed."""
    said = ""
    for lang, told, body in blocks:
        verb, _, name = told.rpartition(" ")
        path = project / name
        if lang == "sh":
            if told == "typed":
                type_in_jupyterlab(project)
            for line in body.splitlines():
                said = run(project, line)
        elif lang == "diff":
            change(path, body)
        elif verb == "add":
            path.write_text(path.read_text(encoding="utf-8") + body, encoding="utf-8")
        else:
            assert verb == "file", f"A block says neither what it is nor where it goes: {body[:80]}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
    return said


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path / "project")


@pytest.mark.parametrize(("page", "title", "blocks"), PARTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_part_of_the_page_works_as_it_stands(project, page, title, blocks):
    assert follow(project, blocks).endswith(SOUND)


def test_every_part_that_is_promised_is_followed():
    titles = [title for page, title, _ in PARTS if page == "CONTRIBUTING.md"]
    assert [int(title.split(".")[0]) for title in titles] == list(range(1, 11))
    assert len(PARTS) == 11
