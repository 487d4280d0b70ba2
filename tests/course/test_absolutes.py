"""A sentence with "nobody", "all" or "never" names its source or its scope, or somebody has looked at it."""

import pytest
from absolutes import found, open_ones, reviewed


def test_every_absolute_sentence_has_a_source_a_scope_or_a_reader():
    new = {sentence: place for sentence, place in found().items() if sentence not in reviewed()}
    assert new == {}, "name a source or a scope in it, or look it up and run tests/absolutes.py"


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
