"""What a fact returns is words, never markup: in a lesson as JupyterLab renders it, and in a question."""

import pytest
from markdown_it import MarkdownIt

from lesson.bank import facts
from lesson.core import markdown
from lesson.publish import marks

HOSTILE = [
    "<img src=//host.test/x onerror=alert(1)>", "![x](//host.test/x.png)", "[x](//host.test)", "*a* _b_ **c** ~~d~~",
    "`code`", "$x$ and $y$", "<!-- a comment", "--> out of it", "&lt;b&gt;", "a | b", "# a heading", "\\*a\\*", "{{as_of()}}",
    "line\nof two", "<script>alert(1)</script>", "<https://host.test>",
]  # fmt: skip
JUPYTER = MarkdownIt("commonmark", {"html": True}).enable("table")


@pytest.fixture(params=HOSTILE)
def text(request, monkeypatch):
    monkeypatch.setattr(facts.FACTS, "find", lambda name: lambda: request.param)
    return " ".join(request.param.split())


def test_a_fact_in_a_lesson_says_just_its_words(text):
    filled = marks.fill("There are {{hostile()}} here.")
    for part in ("<img", "<script", "<https"):
        assert part not in filled
    html = JUPYTER.render(filled)
    for tag in ("<img", "<a ", "<em", "<strong", "<code", "<h1", "<s>", "<script"):
        assert tag not in html
    assert marks.back(filled) == "There are {{hostile()}} here."
    assert list(marks.stale(filled)) == []


def test_a_fact_in_a_question_says_just_its_words(text):
    written = f"There are {facts.in_markdown('hostile()')} here."
    assert markdown.plain(written) == f"There are {text} here."
    for tag in ("<img", "<a ", "<em", "<strong", "<code", "<h1", "<s>", "<script"):
        assert tag not in markdown.block(written)
