"""The question of a stem is bold; how sure one is says of what; a mark beside a cell says why."""

import pytest

from lesson.bank import asked, compile, journey
from lesson.screen.table import Cell


@pytest.mark.parametrize(
    ("stem", "bold"),
    [
        ("Who left?", "**Who left?**"),
        ("He left in May. Why did he go? Tick each one.", "He left in May. **Why did he go?** Tick each one."),
        ('What does it do to "they stay open"? Pick one.', '**What does it do to "they stay open"?** Pick one.'),
        ("Why?\n\nRead on.\n\nWho says so?", "Why?\n\nRead on.\n\n**Who says so?**"),
        ("Who had *not* left?", "**Who had *not* left?**"),
        ("What does **none** of them say?", "**What does *none* of them say?**"),
        ("Is it so? **Tick each one that is.**", "Is it so? **Tick each one that is.**"),
        ("**K1.** They stay open.", "**K1.** They stay open."),
        ("Draw the line from 2010 to 2025.", "Draw the line from 2010 to 2025."),
        ("He asked: why? Nobody knew.", "**He asked: why?** Nobody knew."),
        ("", ""),
    ],
)
def test_the_last_question_is_bold_and_an_authors_own_sentence_stays(stem, bold):
    assert asked.bold(stem) == bold


def test_no_stem_shows_its_marks():
    for item in journey.items():
        assert "**" not in compile.compile(item)["stem"], item.id


def test_how_sure_says_of_what_and_is_asked_nowhere_else():
    for item in journey.items():
        sheet = compile.compile(item)
        is_asked = item.type in ("single", "pick", "numeric")
        assert (sheet["start"] is not None) == is_asked, item.id
        assert [bool(words) for words in sheet["sure"]] == [is_asked, is_asked]
    single = next(compile.compile(item) for item in journey.items() if item.type == "single")
    assert single["sure"] == ["How sure are you that yours is the best of the three?", " that yours was the best"]


def test_a_mark_with_a_reason_opens_it_and_one_without_is_words_alone():
    assert Cell("1957", "disputed", why="One page says <1956>.").html == (
        '<span class="whole">1957</span> <details class="mark"><summary>disputed</summary>One page says &lt;1956&gt;.</details>'
    )
    assert Cell("1957", "disputed").html == '<span class="whole">1957</span> <span class="mark">disputed</span>'
    assert Cell("1957", "disputed", why="One page says 1956.").plain == "1957 [disputed]"
