"""lesson.js is what the modules in screen/js make: nobody mended the bundle and forgot the source, or the other way."""

import gzip
import os
import shutil

import pytest
from support import HOME, run_python

SCREEN = HOME / "notebooks" / "lesson" / "screen"


def test_the_bundle_is_fresh(tmp_path):
    if not shutil.which("npm"):
        assert not os.environ.get("CI"), "There is no npm, so nobody knows whether lesson.js is fresh."
        pytest.skip("There is no npm here: whether lesson.js is fresh was not looked at.")
    done = run_python(HOME, "do.py", "bundle", str(tmp_path / "lesson.js"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "lesson.js").read_bytes() == (SCREEN / "lesson.js").read_bytes(), "run: python do.py bundle"


def test_the_bundle_stays_small():
    assert len(gzip.compress((SCREEN / "lesson.js").read_bytes(), 9, mtime=0)) < 16 * 1024
