"""lesson.js, page.js and lesson.css are what the modules beside them make: nobody mended one and forgot the other."""

import gzip
import os
import shutil

import pytest
from support import HOME, run_python

SCREEN = HOME / "notebooks" / "lesson" / "screen"


def test_the_bundle_is_fresh(tmp_path):
    if not shutil.which("npm"):
        assert not os.environ.get("CI"), "There is no npm, so nobody knows whether the bundle is fresh."
        pytest.skip("There is no npm here: whether the bundle is fresh was not looked at.")
    done = run_python(HOME, "do.py", "bundle", str(tmp_path))
    assert done.returncode == 0, done.stderr
    for name in ("lesson.js", "page.js", "lesson.css"):
        assert (tmp_path / name).read_bytes() == (SCREEN / name).read_bytes(), "run: python do.py bundle"


def test_the_bundle_stays_small():
    for name, most in (("lesson.js", 24), ("page.js", 28)):
        assert len(gzip.compress((SCREEN / name).read_bytes(), 9, mtime=0)) < most * 1024, name
