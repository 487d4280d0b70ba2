"""Where claims stand on the drawn map: what course.toml says, each slip in it, and the form without a drawing."""

import shutil
from pathlib import Path

import pytest
from support import HOME, TINY

import lesson
from lesson.bank import map_places
from lesson.core import home

DRAWING = """
[drawing]
question = "Which one carries it over?"
lanes = [{title = "Said of the trial", columns = [1, 1]}, {title = "Nobody says", columns = [2, 3], unstated = true}]

[drawing.boxes]
K2 = {name = "A full room", says = "on the trial Sundays.", place = [1, 1]}
Key = {name = "The key", says = ": it was found.", supports = "K3", note = "given", place = [2, 2]}
K3 = {name = "Open it", says = "every Sunday.", place = [3, 1, 2]}
K1 = {name = "Nobody", says = "would come.", place = [1, 2]}
"""


@pytest.fixture
def drawn(tmp_path):
    """The tiny course with a drawing in its course.toml, some words of it changed."""

    def make(old="", new=""):
        place = Path(shutil.copytree(TINY, tmp_path / "tiny"))
        with (place / "course" / "course.toml").open("a", encoding="utf-8") as file:
            assert old in DRAWING
            file.write(DRAWING.replace(old, new))
        return home.at(place)

    return make


def test_the_boxes_stand_where_and_in_the_order_that_the_course_says(drawn):
    with drawn():
        assert list(map_places.problems()) == []
        card = lesson.explore("map")
    claims = {claim["id"]: claim for claim in card.sheet["claims"]}
    assert {name: claim["place"] for name, claim in claims.items()} == {
        "K2": [1, 1, 1], "Key": [2, 2, 1], "K3": [3, 1, 2], "K1": [1, 2, 1]
    }  # fmt: skip
    assert claims["K3"]["rests"] == ["K2", "Key"]
    assert (claims["Key"]["item"], claims["Key"]["note"], claims["Key"]["text"]) == (None, "given", "it was found.")
    assert [lane["unstated"] for lane in card.sheet["lanes"]] == [False, True]
    assert len(card.sheet["items"]) == 3
    assert "- K3, Open it (the library): The library should open every Sunday. Rests on K2, A full room, The key." in repr(card)  # fmt: skip


SLIPS = {
    "a claim without a box": ('K1 = {name = "Nobody", says = "would come.", place = [1, 2]}', "", "The claim 'K1' has no box."),
    "no place": (", place = [1, 2]", "", "drawing.boxes, K1: It needs 'name', 'says' and 'place'"),
    "a place of words": ("place = [3, 1, 2]", 'place = ["3", 1]', "The place ['3', 1] is no column, row and number"),
    "a place before the first": ("place = [3, 1, 2]", "place = [0, 1]", "The place [0, 1] is no column"),
    "no claim, and supports none": (', supports = "K3"', "", "drawing.boxes, Key: It is no claim, and supports none."),
    "supports what is not there": ('supports = "K3"', 'supports = "K9"', "drawing.boxes, Key: It is no claim"),
    "a lane without columns": (", columns = [1, 1]", "", "A lane lacks its title or its columns"),
    "no boxes": ("drawing.boxes", "drawing.box", "There are no boxes."),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_named_and_the_map_is_drawn_group_by_group(drawn, slip):
    old, new, told = SLIPS[slip]
    with drawn(old, new):
        found = [str(problem) for problem in map_places.problems()]
        assert len(found) == 1, found
        assert told in found[0]
        assert [box.id for box in map_places.places().boxes] == ["K1", "K2", "K3"]


def test_without_a_drawing_each_group_is_a_column_of_whole_sentences():
    found = map_places.places()
    assert [(box.id, box.name, box.column, box.row) for box in found.boxes] == [
        ("K1", "", 1, 1), ("K2", "", 2, 1), ("K3", "", 3, 1)
    ]  # fmt: skip
    assert [lane.title for lane in found.lanes] == ["What the letter disputes", "Its reason", "Its conclusion"]


def test_the_map_of_this_course_is_drawn_as_it_says():
    with home.at(HOME):
        assert list(map_places.problems()) == []
        assert len(map_places.places().lanes) == 3
