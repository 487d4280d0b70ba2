"""lesson.js, map.js, page.js and their styles are what the modules beside them make."""

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
    for name in ("lesson.js", "page.js", "map.js", "lesson.css", "map.css"):
        assert (tmp_path / name).read_bytes() == (SCREEN / name).read_bytes(), "run: python do.py bundle"


@pytest.mark.parametrize(("name", "most"), [("lesson.js", 24), ("page.js", 30), ("map.js", 10)])
def test_a_bundle_stays_small(name, most):
    assert len(gzip.compress((SCREEN / name).read_bytes(), 9, mtime=0)) < most * 1024
