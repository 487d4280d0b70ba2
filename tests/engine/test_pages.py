"""The lessons as pages, on the tiny course: what stands in them, file by file; links, markup, what is stored once."""

import json
import re
import shutil
from pathlib import Path

import html5lib
import pytest
from made_pages import dead_links, full
from support import HOME, TINY

from lesson.bank import compile, load
from lesson.core import home
from lesson.publish import cli
from lesson.publish.document import document
from lesson.publish.pages import cells, frame, markup, site, thin
from lesson.publish.pages.markup import Place, Styles

GOLDEN = TINY / "pages"
CHANGED = HOME / "build" / "pages-changed"
PLACE = Place("00", {"01_next.ipynb": "01_next.html"})


@pytest.fixture(scope="module")
def made():
    with home.at(TINY):
        return dict(site.pages())


def settled(html):
    """A page without what changes with every word of the interface: style, script, their hashes, the words."""
    html = re.sub(r"<style>.*?</style>", "<style></style>", html, flags=re.S)
    html = re.sub(r'(<script type="module">).*?(</script>)', r"\1\2", html, flags=re.S)
    html = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-", html)
    return re.sub(r'(id="lesson-data">)(.*?)(</script>)', _data, html, flags=re.S)


def _data(match):
    data = json.loads(match[2])
    data["strings"] = data["words"] = {}
    return match[1] + json.dumps(data, indent=1, ensure_ascii=False) + match[3]


def test_the_tiny_course_gives_these_pages(made):
    """A difference is written into build/pages-changed; whoever has looked at it copies it over the file here."""
    shutil.rmtree(CHANGED, ignore_errors=True)
    wrong = []
    for name, html in made.items():
        golden = GOLDEN / f"{name}.txt"
        if not golden.is_file() or golden.read_text(encoding="utf-8") != settled(html):
            CHANGED.mkdir(parents=True, exist_ok=True)
            (CHANGED / golden.name).write_text(settled(html), encoding="utf-8", newline="\n")
            wrong.append(f"build/pages-changed/{golden.name} differs from tests/tiny_course/pages/{golden.name}")
    assert wrong == []
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.txt" for name in made}


def test_every_inner_link_leads_somewhere(made):
    assert dead_links(made) == []
    assert dead_links({"a.html": '<p id="x"><a href="b.html">b</a><a href="#y">y</a><i id="x">'}) == [
        ("a.html", "x"), ("a.html", "b.html"), ("a.html", "#y")
    ]  # fmt: skip


def test_the_markup_is_valid(made):
    for name, html in made.items():
        parser = html5lib.HTMLParser()
        parser.parse(html)
        assert parser.errors == [], name
    broken = html5lib.HTMLParser()
    broken.parse("<!doctype html><title>x</title><p><div></p>")
    assert broken.errors


def test_each_page_allows_its_own_style_and_script_and_nothing_else(made):
    for name, html in made.items():
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
        assert policy.startswith("default-src 'none'; style-src 'sha256-"), name
        assert "unsafe" not in policy
        assert re.search(r"<[^>]* style=", html.split("<script")[0]) is None
        assert html.count("<style>") == 1
        assert not re.search(r"<(?:img|script|link)[^>]* (?:src|href)=\"(?!data:)", html)


@pytest.mark.parametrize(("style", "script"), [("a{}</STYLE>", ""), ("", "x</script>"), ("", "a <!-- b")])
def test_what_would_end_its_element_early_is_refused(style, script):
    with pytest.raises(ValueError, match="must not contain"):
        document("Title", style, "", script)


def test_one_file_holds_all_lessons_and_leads_to_them_within_itself(made):
    single = made[site.single_name()]
    assert single.count("data-part=") == len(made) - 1
    assert not re.search(r'href="[^"#]*\.html', single)
    assert site.single_name() in made["index.html"]


def test_a_lesson_says_where_it_comes_from(made):
    page = made["00_sunday_library.html"]
    assert "The same lesson as a notebook, to run and to change: 00_sunday_library.ipynb" in page
    assert "Sources were read in" in page
    assert page.count("<h1") == page.count("<main") == 1


def test_no_level_of_heading_is_skipped():
    html = markup.stepped("<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2><h5>e</h5><h6>f</h6><h5>g</h5><h2>h</h2>")
    assert re.findall(r"<h([1-6])", html) == ["1", "2", "2", "2", "3", "4", "3", "2"]
    assert re.findall(r"</h([1-6])", html) == re.findall(r"<h([1-6])", html)


def test_a_text_loses_what_is_true_of_a_notebook_only_and_keeps_the_rest():
    source = (
        "## A part, of two\n\nTo begin, choose **Run All Cells**.\n\n**Answers** stay in `my-answers`.\n\n"
        "See [that part](#A-part,-of-two), [the next](01_next.ipynb), [a file](../data/x.csv), [a site](https://example.org).\n\n"
        "It has <!-- -->22<!-- fact:rows() --> rows.\n\n<!-- sources: K1 -->\n"
    )
    html = markup.text(source, PLACE, Styles())
    assert '<h2 id="00-A-part,-of-two">' in html
    assert "Run All Cells" not in html
    assert "my-answers" not in html
    assert '<a href="#00-A-part,-of-two">that part</a>, <a href="01_next.html">the next</a>, a file, ' in html
    assert '<a href="https://example.org">a site</a>' in html
    assert "It has 22 rows." in html
    assert "<!--" not in html


def test_styles_of_an_output_move_into_the_one_sheet():
    styles = Styles()
    html = markup.output(
        '<style>.a{color:red}</style><p class="a" style="margin:8px 0;">x</p><p style="margin:8px 0">y</p>',
        PLACE,
        styles,
    )
    (name,) = styles.classes.values()
    assert html == f'<p class="a {name}">x</p><p class="{name}">y</p>'
    assert styles.css() == f".a{{color:red}}\n.{name}{{margin:8px 0}}\n"


def test_a_table_of_pandas_names_no_empty_column():
    html = markup.output(
        '<table border="1"><tr><th></th><th>n</th></tr><tr><th>a</th><td>1</td></tr></table>', PLACE, Styles()
    )
    assert html == "<table><tr><td></td><th>n</th></tr><tr><th>a</th><td>1</td></tr></table>"


def test_a_picture_takes_fewer_bytes_and_stays_a_picture():
    import base64
    import io

    from PIL import Image

    picture = Image.effect_mandelbrot((400, 300), (-2, -1, 1, 1), 60).convert("RGB")
    raw = io.BytesIO()
    picture.save(raw, format="png", compress_level=1)
    source = "data:image/png;base64," + base64.b64encode(raw.getvalue()).decode()
    small = markup.smaller(source)
    assert len(small) < len(source) * 0.8
    assert base64.b64decode(small.split(",")[1]).startswith(b"\x89PNG")
    assert markup.smaller(source[:100]) == source[:100]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('import lesson\n\nlesson.ask("00-a", vote=2)', ("ask", ["00-a"], {"vote": 2})),
        ('lesson.frame("x").size', ("", [], {})),
        ("x = 1", ("", [], {})),
        ("", ("", [], {})),
        ("print(1)", ("", [], {})),
    ],
)
def test_a_cell_is_read_by_what_it_calls_last(source, wanted):
    assert cells.called(source) == wanted


def test_code_that_runs_in_jupyter_only_is_shown_with_what_it_gave():
    from nbformat import v4

    output = v4.new_output("execute_result", {"text/plain": "a <b> 3"})
    cell = v4.new_code_cell('lesson.frame("x").size', outputs=[output])
    lesson = cells.Lesson("90", "", "90_code.ipynb", [])
    (block,) = cells._blocks(cell, Place("90", {}), lesson)
    assert '<code>lesson.frame("x").size</code>' in block.html.replace("&quot;", '"')
    assert "runs in Jupyter only" in block.html
    assert '<pre tabindex="0">a &lt;b&gt; 3</pre>' in block.html


def test_nothing_is_lost_where_something_is_stored_once():
    sheets = {item.id: cells.sheet_of(compile.compile(item)) for item in load.items("00")}
    stored = thin.thin({"sheets": sheets})
    assert full(stored) == json.loads(json.dumps(sheets).replace(json.dumps(thin.OUTSIDE)[1:-1], ""))
    assert len(json.dumps(stored)) < 0.9 * len(json.dumps({"sheets": sheets}))


def test_the_command_writes_the_pages_and_says_where_a_notebook_is_missing(tmp_path, monkeypatch, capsys):
    assert cli.main(["pages", str(tmp_path / "out")]) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "00_sunday_library.html",
        "index.html",
        "open-on-sundays.html",
    }
    capsys.readouterr()
    copy = Path(shutil.copytree(TINY, tmp_path / "home"))
    (copy / "notebooks" / "00_sunday_library.ipynb").unlink()
    with home.at(copy):
        assert cli.main(["pages", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().out == "00_sunday_library.ipynb is not there. To mend it: python do.py notebooks\n"


def test_the_citation_is_that_of_the_project(tmp_path):
    assert frame.cited() == ""
    copy = Path(shutil.copytree(TINY, tmp_path / "home"))
    authors = "[{name: A group}, {given-names: Ann, family-names: Lee}]"
    (copy / "CITATION.cff").write_text(
        f"title: Sundays\nversion: 1.2.0\ndate-released: 2024-05-01\nauthors: {authors}\n", encoding="utf-8"
    )
    with home.at(copy):
        assert frame.cited() == "A group, Ann Lee (2024). Sundays. Version 1.2.0."
