"""The marks of figures: what is drawn is what the rows say, escaped, inside the sheet, in both widths."""

import re
from html import unescape

import pytest

from lesson.screen.drawn import bars, dots, ladder, spans, svg, timeline, world
from lesson.screen.drawn.drawing import BROAD, NARROW, Drawing
from lesson.screen.drawn.scale import Scale, years
from lesson.screen.drawn.style import style
from lesson.screen.table import Cell, Table

WIDTHS = pytest.mark.parametrize("width", [BROAD, NARROW])
HOSTILE = '<b onclick="x">&amp'


def attributes(marks, tag, css):
    """The attributes of all marks of one tag and class, numbers as numbers."""
    found = re.findall(rf"<{tag} ([^>]*)/?>", marks)
    split = [dict(re.findall(r'([\w-]+)="([^"]*)"', part)) for part in found]
    number = re.compile(r"-?[\d.]+")
    return [
        {name: float(value) if number.fullmatch(value) else value for name, value in one.items()}
        for one in split
        if css in one.get("class", "").split()
    ]


def words(marks):
    return [unescape(word) for word in re.findall(r"<text[^>]*>([^<]*)</text>", marks)]


def test_a_scale_puts_numbers_in_proportion_and_keeps_what_is_outside_at_its_end():
    at = Scale(0, 20, 100, 300)
    assert [at(n) for n in (0, 5, 20, -3, 99)] == [100, 150, 300, 100, 300]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [("2016", 2016, 2017), ("2016-07", 2016.5, 2016.5 + 1 / 12), ("2016-01-01", 2016, 2016)],
)
def test_a_date_is_as_exact_as_it_is_written(date, first, last):
    assert years(date) == pytest.approx(first)
    assert years(date, late=True) == pytest.approx(last)


def test_words_are_broken_between_words_and_none_is_lost():
    assert svg.wrap("one two three four", 8 * svg.LETTER) == ["one two", "three", "four"]
    assert svg.wrap("incomprehensibilities", 10) == ["incomprehensibilities"]
    assert svg.wrap("", 10) == []


def test_what_is_written_is_escaped():
    assert HOSTILE not in svg.text(0, 0, HOSTILE)
    assert words(svg.text(0, 0, HOSTILE)) == [HOSTILE]


BARS = [
    bars.Bar(4, "confirmed by somebody", "2011-12", "2024-07"),
    bars.Bar(20, "about twenty", "1990", "2016-08", vague=True),
    bars.Bar(12, HOSTILE, "", "2020-10"),
    bars.Bar(22, "our own table", "1956", "2024-06", ours=True),
]


@WIDTHS
def test_bars_are_as_long_as_their_numbers_and_brackets_as_long_as_their_years(width):
    marks, height = bars.bars(BARS, width)
    drawn = [bar["width"] for bar in attributes(marks, "rect", "record")]
    framed = attributes(marks, "rect", "frame")[0]["width"]
    assert drawn == pytest.approx([framed * n / 22 for n in (4, 20, 12)], abs=0.1)
    flat = [a for css in ("pen", "vague") for a in attributes(marks, "line", css) if a["y1"] == a["y2"]]
    long = {a["class"]: a["x2"] - a["x1"] for a in flat}
    assert [a["class"] for a in flat] == ["pen", "pen", "vague", "vague"]
    spans_of = sorted(a["x2"] - a["x1"] for a in flat if a["class"] == "pen")
    assert spans_of[0] / spans_of[1] == pytest.approx((2024 + 7 / 12 - 2011 - 11 / 12) / (2024.5 - 1956), abs=0.01)
    assert long
    assert [word for word in words(marks) if word.isdigit() and len(word) < 3] == ["4", "20", "12", "22"]
    assert {"~1990 – 2016-08", "?"} <= set(words(marks)) or {"~1990", "?"} <= set(words(marks))
    assert height > max(a["y1"] for a in flat)


ROWS = [
    spans.Span("Northland 1956", "1956-10", "1989"),
    spans.Span("Southland 2014", "2014", "2016-08"),
    spans.Span("Eastland 2019", "2019-09", "2021-01"),
    spans.Span("Westland 2015", "2015-01", "2015-01"),
]


@WIDTHS
def test_a_wait_is_drawn_from_ring_to_square_and_broken_where_only_the_year_is_known(width):
    marks, _ = spans.spans(ROWS, 1988, spans.Day("2020-08-18", "that day"), width)
    squares = [one["x"] + 5 for one in attributes(marks, "rect", "record")]
    rings = attributes(marks, "circle", "ring")
    rules = {int(word): one["x1"] for word, one in zip([w for w in words(marks) if re.fullmatch(r"\d{4}", w)], attributes(marks, "line", "grid"), strict=True)}  # fmt: skip
    year = (rules[2020] - rules[1990]) / 30
    place = {row.name: rules[1990] + (years(row.known) - 1990) * year for row in ROWS}
    assert squares == pytest.approx(list(place.values()), abs=0.6)
    assert [ring["cx"] for ring in rings] == pytest.approx([rules[1990] + (2019 + 8 / 12 - 1990) * year], abs=0.6)
    assert len(attributes(marks, "line", "open")) == 1, "only the year of leaving is known of one"
    assert len(attributes(marks, "path", "record")) == 1, "what began before the first year has an arrow"
    day = attributes(marks, "line", "day")[0]["x1"]
    assert day == pytest.approx(rules[1990] + (years("2020-08-18") - 1990) * year, abs=0.6)


@WIDTHS
def test_a_time_line_counts_with_heights_and_frames_the_years_that_nobody_counted(width):
    lanes = [timeline.Lane("The rule", [timeline.Point("2009", "looser"), timeline.Point("2013-05", HOSTILE)])]
    counts = timeline.Counts("Arrived", {2013: 8, 2014: 18, 2015: 20}, "no count")
    marks, _ = timeline.timeline(lanes, counts, 2009, 2015, width)
    heights = [one["height"] for one in attributes(marks, "rect", "record")]
    assert heights == pytest.approx([timeline.TALL * n / 20 for n in (8, 18, 20)], abs=0.1)
    frames = attributes(marks, "rect", "frame")
    years_of = attributes(marks, "line", "grid")
    year = years_of[1]["x1"] - years_of[0]["x1"]
    assert [frame["width"] for frame in frames] == pytest.approx([4 * year - 6], abs=0.3)
    dots_of = [one["cx"] for one in attributes(marks, "circle", "mark")]
    assert sorted(dots_of) == pytest.approx([years_of[0]["x1"], years_of[4]["x1"] + year / 3], abs=0.3)
    assert {"8", "18", "20", "no count", "looser"} <= set(words(marks))


RUNGS = [
    ladder.Rung("watched", [ladder.Said("They kept their posts.", "medium")], []),
    ladder.Rung("harmed", [], [ladder.Said(HOSTILE, "low"), ladder.Said("A body found it.", "high")]),
]


@WIDTHS
def test_a_ladder_stands_on_its_first_rung_and_shows_its_gaps(width):
    marks, height = ladder.ladder(RUNGS, ladder.Halves("One", "Other", "no source"), width)
    rungs = attributes(marks, "line", "rung")
    assert [rung["class"].split()[1] for rung in rungs] == ["none", "high", "medium", "none"]
    assert rungs[0]["y1"] < rungs[2]["y1"] < height
    said = words(marks)
    assert said.count("no source") == 2
    assert {"watched", "harmed", HOSTILE, "A body found it."} <= set(said)


SHAPES = world.Shapes(
    1000, 0, 400, "M0,0L1,1Z", {"A": "M1,1L2,2Z", "B": "M3,3L4,4Z"},
    {"Aland": world.Spot(100, 50, "A", (112, 54, "start")), "Bland": world.Spot(300, 80, "B", (312, 84, "start")), "Isle": world.Spot(500, 90, "", (512, 94, "start"))},
    {"West": (200, 200)},
)  # fmt: skip
WORLD = world.World(SHAPES, {"Aland": 2}, ["Bland", "Isle"], {"West": 14}, [f"Aland 2; {HOSTILE}"])


def test_the_world_has_a_disc_for_each_number_a_square_for_each_mark_and_a_dot_for_each_of_a_region():
    marks, height = WORLD.draw(1000)
    assert [(one["cx"], one["cy"]) for one in attributes(marks, "circle", "count")] == [(100, 50)]
    assert [(one["x"] + 6.5, one["y"] + 6.5) for one in attributes(marks, "rect", "box")] == [(300, 80), (500, 90)]
    assert len(attributes(marks, "rect", "mark")) == 14
    assert {"2", "Aland", "Bland", "Isle", "West 14"} == set(words(marks))
    assert [one["d"] for one in attributes(marks, "path", "host")] == ["M1,1L2,2Z"]
    assert height == 400


def test_a_small_world_keeps_the_places_and_says_the_names_below():
    marks, height = WORLD.draw(NARROW)
    share = NARROW / 1000
    assert attributes(marks, "circle", "count")[0]["cx"] == pytest.approx(100 * share, abs=0.1)
    assert " ".join(words(marks)) == f"Aland 2; {HOSTILE}"
    assert height > 400 * share
    assert f'href="#{world.GROUND}"' in marks
    assert f'id="{world.GROUND}"' in WORLD.draw(1000)[0]


def test_a_country_that_the_map_does_not_have_is_told():
    strange = world.World(SHAPES, {"Utopia": 1}, [], {}, [])
    with pytest.raises(KeyError, match="Utopia"):
        strange.draw(1000)


def figure(**more):
    given = {"caption": HOSTILE, "sub": HOSTILE, "alt": HOSTILE, "below": HOSTILE, "words": [HOSTILE]}
    return Drawing(draw=lambda width: (svg.text(0, 9, HOSTILE), 20), **{**given, **more})


def test_a_figure_has_a_name_a_description_two_widths_and_its_numbers_in_words():
    html = figure().html()
    assert HOSTILE not in html
    assert re.findall(r'<svg class="(\w+)" viewBox="0 0 (\d+) 20" role="img"><title>', html) == [
        ("broad", str(BROAD)), ("narrow", str(NARROW))
    ]  # fmt: skip
    assert html.count("<desc>") == 2
    assert "<summary>In words: &lt;b onclick" in html
    assert figure().text().count(HOSTILE) == 5


def test_a_table_that_says_it_all_stands_in_the_fold_and_in_the_words():
    table = Table("Row by row.", ("A", "B"), [[Cell("one"), Cell("31")]])
    made = figure(table=table)
    assert "<summary>In words: " in made.html()
    assert '<td data-l="B">31</td>' in made.html()
    assert "- one. B: 31" in made.text()


PIECES = [
    dots.Piece("E-1", "the village", "supports", "high", [("Says:", HOSTILE)]),
    dots.Piece("E-2", "the village", "supports", "low", []),
    dots.Piece("E-3", "others", "challenges", "medium", []),
]


def test_a_dot_stands_in_its_row_and_column_and_opens_its_own_piece():
    grid = dots.Grid("K1", "Title", "Sub", "Below", ("supports", "challenges"), PIECES, ["Two and one."])
    html = grid.html()
    assert HOSTILE not in html
    assert grid.groups() == ["the village", "others"]
    assert re.findall(r'<th scope="(?:col|row)">([^<]+)</th>', html) == [
        "about", "supports, 2", "challenges, 1", "the village, 2", "others, 1"
    ]  # fmt: skip
    body = re.findall(r"<td data-l=\"(\w+)\">(.*?)</td>", html)
    named = [(column, re.findall(r'aria-label="([^"]+)"', cell)) for column, cell in body]
    assert named == [
        ("supports", ["E-1, supports, trust: high", "E-2, supports, trust: low"]),
        ("challenges", []),
        ("supports", []),
        ("challenges", ["E-3, challenges, trust: medium"]),
    ]
    assert html.count('<details name="dots-K1">') == len(PIECES)
    assert "Two and one." in grid.text()


def test_a_style_is_one_element_without_comments_and_every_colour_is_a_variable():
    made = style("figure", "dots")
    assert made.startswith("<style>")
    assert "/*" not in made
    assert "\n" not in made
    colours = re.findall(r"([\w-]+): ?#[0-9a-f]{3,6}", made)
    assert colours
    assert all(name.startswith("--") for name in colours)
