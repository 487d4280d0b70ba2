"""The text that this course examines belongs to its author: its sentences stay out of the repository."""

import re

from support import tracked


def test_the_essay_is_not_in_the_repository():
    """A few words in quotation marks at most."""
    assert not any(path.name == "essay.local.txt" for path in tracked())
    for path in tracked():
        if path.suffix in (".md", ".yaml", ".csv", ".ipynb"):
            text = " ".join(re.sub(r"[^a-z ]", " ", path.read_text(encoding="utf-8").lower()).split())
            for phrase in ("creme de la creme", "know what happens when we assume", "let me try to briefly"):
                assert phrase not in text, (path, phrase)
