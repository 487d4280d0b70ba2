"""What counts as a sentence with "nobody", "all" or "never" that names neither its source nor its scope."""

import pytest

from course.shared import rules
from course.shared.absolutes import open_ones


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody publishes how many there are.",
        "Other relatives always stayed behind.",
        "The dates are certain.",
        "He prepared it alone.",
        "She was the first woman in that post.",
    ],
)
def test_a_sentence_without_source_or_scope_is_listed(sentence):
    assert open_ones(f"One plain sentence. {sentence}") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "In our rows nobody denies it.",
        "According to the ministry, all of them came.",
        "We found no official count, only a newspaper's.",
        "He left in that year.",
    ],
)
def test_a_sentence_that_names_its_source_or_its_scope_is_not(sentence):
    assert open_ones(sentence) == []


def test_check_says_where_such_a_sentence_stands(monkeypatch):
    monkeypatch.setattr(rules, "reviewed", set)
    first = next(rules.absolute_sentences())
    assert first.file.endswith(("lesson.md", ".yaml", ".csv"))
    words = (rules.home.root() / first.file).read_text(encoding="utf-8").splitlines()[first.line - 1]
    assert first.where.strip("'")[:20] in words
