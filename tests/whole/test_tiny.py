"""A lesson on another essay, in a home of its own, is built, run and stored by the commands that there are."""

import json
import shutil

from support import HOME, TINY, run_python, tiny_items

NOTEBOOK = "notebooks/00_sunday_library.ipynb"


def sources(path):
    return [(cell["id"], "".join(cell["source"])) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]


def test_a_lesson_on_another_essay_is_built_twice_to_the_same_bytes(tmp_path):
    home = shutil.copytree(TINY, tmp_path / "home")
    built = []
    for _ in range(2):
        done = run_python(HOME, "-m", "lesson.publish.cli", "build", "00", LESSON_HOME=str(home))
        assert (done.returncode, done.stdout) == (0, "Building lesson 00 ...\n"), done.stderr
        built.append((home / NOTEBOOK).read_bytes())
    assert built[0] == built[1]
    assert sources(home / NOTEBOOK) == sources(TINY / NOTEBOOK)
    text = built[0].decode("utf-8")
    n = len(tiny_items())
    for said in (
        f"Ready: lesson 00, {n} questions.",
        f"Question {n} of {n}.",
        "Second vote on K3.",
        "31 [disputed: visitors]",
    ):
        assert said in text
    done = run_python(HOME, "-m", "lesson.publish.cli", "check", LESSON_HOME=str(home))
    assert done.stdout == "Tables, questions and lessons: nothing to mend.\n"
