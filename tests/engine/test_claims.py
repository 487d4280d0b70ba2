"""The ties of the claims: a slip in one of them is named, and the map is never drawn from it."""

import shutil
from pathlib import Path

import pytest
from support import TINY

from lesson.bank import claim_names, claim_ties
from lesson.core import home
from lesson.publish import lesson_rules
from lesson.publish.lesson_file import Cell
from lesson.screen.show import show

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


@pytest.fixture
def with_names(tmp_path):
    """The tiny course, whose claims have names."""
    place = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    descriptor, table = place / "seeds" / "datapackage.json", place / "seeds" / "claims.csv"
    part = '{"name": "part", "title": "Part"'
    own = '{"name": "name", "title": "Name", "type": "string", "description": "A word or two.", "example": "full"},'
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace(part, own + part, 1), encoding="utf-8")
    text = table.read_text(encoding="utf-8").replace("claim_id,part", "claim_id,name,part")
    for claim, name in (("K1", "empty rooms"), ("K2", "full rooms"), ("K3", "")):
        text = text.replace(f"\n{claim},", f"\n{claim},{name},")
    table.write_text(text, encoding="utf-8")
    with home.at(place):
        yield place


def test_a_claim_is_shown_with_its_name_and_by_its_code_where_it_has_none(with_names):
    assert [claim_names.label(claim) for claim in ("K1", "K2", "K3")] == ["empty rooms (K1)", "full rooms (K2)", "K3"]
    assert "Evidence on empty rooms (K1), 1 to 2 of 2" in show("evidence", claim="K1").text
    assert "- full rooms (K2), premise. " in show("claims").text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("K2 is a premise; K2 rests on nothing.", 'K2 ("full rooms") is a premise; K2 rests on nothing.'),
        ("Its answer (K2) and K1.", 'Its answer (K2, "full rooms") and K1 ("empty rooms").'),
        ("Take full rooms (K2).", "Take full rooms (K2)."),
        ("The full rooms, **K2**, speak.", 'The full rooms, **K2 ("full rooms")**, speak.'),
        ("Row E-K2-01 and K3 have none.", "Row E-K2-01 and K3 have none."),
    ],
)
def test_the_first_mention_in_a_text_has_the_name(with_names, text, shown):
    assert claim_names.named(text) == shown
    assert claim_names.named(shown) == shown


def test_where_claims_have_no_names_nothing_is_added():
    assert claim_names.named("K2 and K1.") == "K2 and K1."
    assert claim_names.mentions("K2 and K1.") == []


def test_a_part_of_a_lesson_that_leaves_the_name_out_is_told(with_names):
    cells = [Cell("markdown", "## One\n\nK2 stands here.", 3), Cell("markdown", '## Two\n\nK1 ("empty rooms"), K1.', 9)]
    told = [str(problem) for problem in lesson_rules.problems("00", cells) if "without its name" in problem.what]
    assert len(told) == 1
    assert "The claim K2 stands here" in told[0]
    assert """write 'K2 ("full rooms")'""" in told[0]
