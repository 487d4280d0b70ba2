"""The engine's tests run on the tiny course, so that a changed row of the real one fails none of them."""

import pytest
from support import TINY

from lesson.core import home


@pytest.fixture(autouse=True)
def tiny(monkeypatch):
    """Another home, for this process and for every other that a test starts."""
    monkeypatch.setenv("LESSON_HOME", str(TINY))
    with home.at(TINY):
        yield
