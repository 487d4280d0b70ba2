"""Verdicts over the whole course: what is debated is settled in words, how sure is asked of one thing, marks say why."""

from lesson import tables
from lesson.bank import compile, journey
from lesson.core import home
from lesson.publish import answer_key


def test_what_is_debated_says_what_would_settle_it_and_what_stands_stronger():
    found = [item for item in journey.items() if item.debated]
    assert len(found) > 20
    for item in found:
        sheet = compile.compile(item)
        assert sheet["settles"], item.id
        assert sheet["stronger"], item.id
        key = answer_key.entry(1, item, sheet, {})
        assert sheet["settles"] in key
        assert sheet["stronger"] in key


def test_a_reason_says_what_sources_say_and_nothing_of_families():
    told = [d for d in tables.rows("disputes") if d["field"] in home.settings().families]
    assert told
    for dispute in told:
        assert dispute["note"] not in tables.differing(dispute["table"], dispute["row_id"])
    first = next(d for d in tables.rows("disputes") if d["field"] == "date_left")
    assert first["note"] in tables.differing(first["table"], first["row_id"])
