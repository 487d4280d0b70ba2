"""The ties of the claims: a slip in one of them is named, and the map is never drawn from it."""

import shutil
from pathlib import Path

import pytest
from support import TINY

from lesson.bank import claim_ties
from lesson.core import home

MISTAKES = {
    "a claim that is not there": ("K3,conclusion,The library should open every Sunday.,the library,7,00,K2", "K3,conclusion,The library should open every Sunday.,the library,7,00,K9", "K3, depends_on: There is no claim 'K9'."),
    "a claim that rests on itself": (",7,00,K2,", ",7,00,K3,", "K3, depends_on: A claim cannot rest on itself."),
    "a circle": (",4;5,00,,K1", ",4;5,00,K3,K1", "K2, depends_on: The claims rest on each other in a circle: K2 > K3 > K2."),
    "a claim twice": (",7,00,K2,", ",7,00,K2;K2,", "K3, depends_on: A claim stands twice."),
    "it disputes nobody": (",4;5,00,,K1", ",4;5,00,,K8", "K2, disputes: There is no claim 'K8'."),
    "it disputes itself": (",4;5,00,,K1", ",4;5,00,,K2", "K2, disputes: A claim cannot speak against itself."),
    "a sentence that is not there": (",7,00,K2,", ",17,00,K2,", "K3, sentences: seeds/digest.md has no sentence 17."),
    "a sentence of another claim": (",7,00,K2,", ",5,00,K2,", "K3, sentences: Sentence 5 belongs to K2 already."),
    "sentences out of order": (",4;5,00,", ",5;4,00,", "K2, sentences: The sentences do not stand in their order."),
    "a lesson that is not there": (",7,00,K2,", ",7,09,K2,", "K3, taught_in: There is no lesson 09."),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_slip_in_a_tie_of_claims_is_named(tmp_path, mistake):
    old, new, told = MISTAKES[mistake]
    place = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    path = place / "seeds" / "claims.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with home.at(place):
        found = [str(problem) for problem in claim_ties.problems()]
    assert len(found) == 1
    assert told in found[0]


def test_the_claims_of_the_tiny_course_are_sound():
    assert claim_ties.problems() == []
