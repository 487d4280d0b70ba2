"""What a stored notebook shows: a name for each fold, no table that is too wide."""

import json
import shutil
from pathlib import Path

import pytest
from support import TINY

from lesson.core import home
from lesson.publish import seen_rules, stored
from lesson.screen.table import Cell, Table

FOLDED = "<details><summary>Two counts</summary><p>One.</p></details>"
WIDE = "<table><thead><tr>" + '<th scope="col">x</th>' * 6 + "</tr></thead></table>"


@pytest.fixture
def place(tmp_path):
    copy = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    toml = copy / "course" / "course.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\n[lessons]\ntable_columns = 5\n", encoding="utf-8")
    with home.at(copy):
        yield copy


def show(html, text=""):
    """Put something into the outputs of the first cell, and a text into the last one."""
    path = stored.path_of("00")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    code["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": html}}]
    notebook["cells"][-1]["source"] = text or notebook["cells"][-1]["source"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return [str(problem) for problem in seen_rules.problems("00")]


def test_a_sound_notebook_has_nothing_to_mend(place):
    assert list(seen_rules.problems("00")) == []
    assert show(FOLDED + FOLDED.replace("Two", "Three")) == []


def test_two_folds_of_one_name_are_told_wherever_they_stand(place):
    (told,) = show(FOLDED, FOLDED)
    assert "A second fold has the name 'Two counts'" in told
    assert "name it by what is in it alone" in told


def test_publications_of_a_row_are_folded_and_need_no_name_of_their_own(place):
    row = [Cell("One"), Cell("two"), Cell("", links=(("Paper, 2024", "https://example.org"),))]
    html = Table("Caption.", ("A", "B", "Sources"), [row, row]).html()
    assert html.count('<details class="sources"><summary>Sources (1)</summary>') == 2
    assert html.count('<th scope="col">') == 2
    assert show(html) == []


def test_a_cell_that_stands_for_no_publication_keeps_its_words():
    rows = [
        [Cell("One"), Cell("two"), Cell("", links=(("Paper", ""),))],
        [Cell("Three"), Cell("four"), Cell("none")],
    ]
    table = Table("Caption.", ("A", "B", "Sources"), rows)
    assert '<span class="sources">Sources: none</span>' in table.html()
    assert "- Three. B: four; Sources: none" in table.text()


def test_a_wide_table_is_told(place):
    (told,) = show(WIDE)
    assert "A table has 6 columns" in told
    assert "5 fit" in told


def test_a_fold_of_a_row_is_readable_on_a_narrow_card():
    style = Table("Caption.", ("A",), []).html().partition("</style>")[0]
    assert "@container (max-width:36rem)" in style
    assert "max(.9375rem" in style
