"""Return cards: what was sure and wrong comes back first, a second run shows the same, and answers are kept apart."""

import pytest
from support import event

import lesson
from lesson.bank import journey
from lesson.screen import card
from lesson.screen.come_back import CARDS, NOTEBOOK, chosen

TODAY = "2026-11-25"


def right(item):
    """An answer that earns the verdict, and one that does not, to a single or multiple question."""
    key = [i for i, option in enumerate(item.options) if next(iter(option.verdicts.values())) == "supported"]
    other = [i for i in range(len(item.options)) if i not in key]
    return (key, other) if item.type == "multiple" else (key[0], other[0])


def said(item, answer, confidence, number, **more):
    return event(
        id=f"event-{number:04}", item=item.id, item_version=item.version, answer=answer, confidence=confidence,
        time="2026-11-01T10:00:00.000Z", **more,
    )  # fmt: skip


@pytest.fixture
def items():
    return [item for item in journey.graded() if item.type in ("single", "multiple")]


def test_without_answers_the_course_is_asked_in_its_order(items):
    assert [item.id for item in chosen(items, [], TODAY)] == [item.id for item in items][:CARDS]


def test_sure_and_wrong_comes_before_wrong_before_luck_before_right(items):
    one, two = items[:2]
    for first, second in [
        ((one, 1, 90), (two, 1, 40)),
        ((one, 1, 40), (two, 0, 40)),
        ((one, 0, 40), (two, 0, 90)),
    ]:
        events = [said(item, right(item)[wrong], sure, n) for n, (item, wrong, sure) in enumerate((second, first))]
        assert [item.id for item in chosen([two, one], events, TODAY)] == [one.id, two.id]


def test_what_came_back_on_another_day_comes_last_and_today_it_stays(items):
    one, two = items[:2]
    wrong = [said(item, right(item)[1], 90, n) for n, item in enumerate((one, two))]
    again = said(one, right(one)[0], 60, 7, notebook=NOTEBOOK)
    assert [item.id for item in chosen([one, two], [*wrong, again], TODAY)] == [two.id, one.id]
    today = {**again, "time": f"{TODAY}T09:00:00.000Z"}
    assert [item.id for item in chosen([one, two], [*wrong, today], TODAY)] == [one.id, two.id]


def test_a_card_is_asked_afresh_until_it_is_answered(monkeypatch, tmp_path):
    monkeypatch.setenv("LESSON_ANSWERS", str(tmp_path))
    card.log.cache_clear()
    first = lesson.come_back(1)
    assert first.sheet["fresh"] is True
    assert first.sheet["notebook"] == NOTEBOOK
    assert first._text.startswith("Return card 1 of 5, from lesson 00.")
    card.log.cache_clear()


@pytest.mark.parametrize("place", [0, 6, -1])
def test_another_place_is_refused(place):
    with pytest.raises(ValueError, match="from 1 to 5"):
        lesson.come_back(place)
