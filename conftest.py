# Notebooks under nbval, and all tests, run with an empty folder of answers and without a reader's copy of the essay.
import os
import tempfile

_empty = tempfile.TemporaryDirectory(prefix="answers-")
os.environ["LESSON_ANSWERS"] = _empty.name
os.environ["LESSON_ESSAY"] = os.path.join(_empty.name, "none")
os.environ["PYTHONWARNINGS"] = "error::UserWarning,error::FutureWarning,error::DeprecationWarning:lesson"

# The notebook of the tests' own course needs a home of its own; the tests of the builder run it.
collect_ignore_glob = ["tests/tiny_course/*"]
