"""The figures of a class: each against two independent libraries to 6 digits, and against a known truth.

SciPy and NumPy are the one, statsmodels the other: discrimination is also the square root of what a regression
explains, and alpha is also Hoyt's, from an analysis of variance.
"""

import csv
import io
import math
import time

import numpy
import pandas
import pytest
import school
import statsmodels.api
from scipy import stats
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from lesson.school import classroom as module
from lesson.school import export, figures, hands, said, tally
from lesson.school import statistics as st
from lesson.school.classroom import Classroom
from lesson.school.firsts import first_of

DIGITS = 1e-6


@pytest.fixture(scope="module")
def marks():
    """60 learners and 8 questions."""
    made = school.truth(60, 8, seed=5)
    return [[float(chosen == number % 4) for number, chosen in enumerate(row)] for row in made.one]


def column(marks, place):
    own = [row[place] for row in marks]
    return own, [sum(row) - row[place] for row in marks]


@pytest.mark.parametrize("place", range(8))
def test_discrimination_is_the_correlation_with_the_rest(marks, place):
    own, others = column(marks, place)
    found = st.discrimination(own, others)
    assert found == pytest.approx(stats.pearsonr(own, others).statistic, abs=DIGITS)
    fit = statsmodels.api.OLS(own, statsmodels.api.add_constant(others)).fit()
    assert found == pytest.approx(math.copysign(math.sqrt(fit.rsquared), fit.params[1]), abs=DIGITS)


@pytest.mark.parametrize("place", range(8))
def test_efficiency_is_the_covariance_as_a_share_of_the_most_possible(marks, place):
    own, others = column(marks, place)
    most = numpy.cov(numpy.sort(own), numpy.sort(others))[0, 1]
    slopes = [
        statsmodels.api.OLS(y, statsmodels.api.add_constant(x)).fit().params[1]
        for y, x in ((others, own), (sorted(others), sorted(own)))
    ]
    assert st.efficiency(own, others) == pytest.approx(100 * numpy.cov(own, others)[0, 1] / most, abs=DIGITS)
    assert st.efficiency(own, others) == pytest.approx(100 * slopes[0] / slopes[1], abs=DIGITS)


def test_alpha_is_cronbachs_and_hoyts(marks):
    table = numpy.array(marks)
    count = table.shape[1]
    plain = count / (count - 1) * (1 - table.var(axis=0, ddof=1).sum() / table.sum(axis=1).var(ddof=1))
    assert st.alpha(marks) == pytest.approx(plain, abs=DIGITS)
    long = pandas.DataFrame(table).stack().rename_axis(["who", "item"]).rename("mark").reset_index()
    squares = anova_lm(ols("mark ~ C(who) + C(item)", data=long).fit())["mean_sq"]
    assert st.alpha(marks) == pytest.approx(1 - squares["Residual"] / squares["C(who)"], abs=DIGITS)


@pytest.mark.parametrize(("r", "n"), [(0.3, 50), (-0.6, 200), (0.0, 4), (0.95, 1000)])
def test_the_interval_of_a_correlation_is_fishers(r, n):
    x = numpy.linspace(-1, 1, n)
    noise = numpy.cos(numpy.arange(n) * 2.4)
    noise -= numpy.polyval(numpy.polyfit(x, noise, 1), x)
    y = r * (x - x.mean()) / x.std() + math.sqrt(1 - r * r) * noise / noise.std()
    wanted = stats.pearsonr(x, y).confidence_interval(0.95)
    found = st.interval(st.correlation(list(x), list(y)), n)
    assert (found.low, found.high) == pytest.approx((wanted.low, wanted.high), abs=DIGITS)
    reach = stats.norm.ppf(0.975) / math.sqrt(n - 3)
    assert found.high == pytest.approx(math.tanh(math.atanh(r) + reach), abs=DIGITS)


@pytest.mark.parametrize("counts", [(8, 10, 3, 12), (0, 5, 5, 5), (90, 100, 10, 100)])
def test_told_apart_and_doubt_are_those_of_signal_detection(counts):
    hits, solid, false, unsupported = counts
    h, f = (hits + 0.5) / (solid + 1), (false + 0.5) / (unsupported + 1)
    told = st.told_apart(*counts)
    assert told.apart == pytest.approx(stats.norm.ppf(h) - stats.norm.ppf(f), abs=DIGITS)
    assert told.doubt == pytest.approx(-(stats.norm.ppf(h) + stats.norm.ppf(f)) / 2, abs=DIGITS)


def test_where_nothing_can_be_computed_nothing_is_said():
    same = [1.0, 1.0, 1.0]
    assert st.correlation(same, [0.0, 1.0, 2.0]) is None
    assert st.efficiency(same, [0.0, 1.0, 2.0]) is None
    assert st.alpha([[1.0, 1.0]] * 3) is None
    assert st.alpha([]) is None
    assert st.mean([]) is None
    assert st.thirds([1, 1, 1, 1, 1, 1]) == ([], [])
    assert st.thirds([5, 1, 3, 3, 3, 2]) == ([0, 2, 3, 4], [1, 5])
    with pytest.raises(ValueError, match="4 pairs"):
        st.interval(0.5, 3)
    with pytest.raises(ValueError, match="between 0"):
        st.told_apart(3, 2, 0, 1)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """500 learners, 35 questions with two votes: 35,000 events on disk, and what they ought to give."""
    folder = tmp_path_factory.mktemp("large")
    asked, made = school.sheets(35), school.truth(500, 35)
    assert school.write(folder, made, asked) == 35_000
    return folder, asked, made


@pytest.fixture
def room(large, monkeypatch):
    folder, asked, _ = large
    monkeypatch.setattr(module, "sheets_of", lambda lesson: asked)
    return Classroom([folder])


def test_of_500_learners_every_figure_is_the_truth(large, room):
    made = large[2]
    one, two, sure = (numpy.array(part) for part in (made.one, made.two, made.sure))
    keys = numpy.arange(35) % 4
    right, after = one == keys, two == keys
    lesson = room.figures("99")
    assert (lesson.learners, lesson.test, lesson.test_n) == (500, 35, 500)
    rest = right.sum(axis=1, keepdims=True) - right
    for number, question in enumerate(lesson.questions):
        assert (question.one.n, question.two.n) == (500, 500)
        assert question.one.tally == tuple(numpy.bincount(one[:, number], minlength=4))
        assert question.two.tally == tuple(numpy.bincount(two[:, number], minlength=4))
        assert question.one.facility == right[:, number].mean()
        assert question.two.facility == after[:, number].mean()
        pairs = numpy.array([[(one[:, number] == a) & (two[:, number] == b) for b in range(4)] for a in range(4)])
        assert question.shift == tuple(map(tuple, pairs.sum(axis=2)))
        was, now = right[:, number], after[:, number]
        counted = (was & now).sum(), (~was & now).sum(), (was & ~now).sum(), (~was & ~now).sum()
        assert question.change == st.Change(*map(int, counted))
        assert st.mean(question.one.sure) == pytest.approx(sure[was, number].mean())
        assert st.mean(question.one.unsure) == pytest.approx(sure[~was, number].mean())
        wanted = stats.pearsonr(right[:, number], rest[:, number])
        assert question.discrimination == pytest.approx(wanted.statistic, abs=DIGITS)
        ends = wanted.confidence_interval()
        assert (question.interval.low, question.interval.high) == pytest.approx((ends.low, ends.high), abs=DIGITS)
    parts, whole = right.var(axis=0, ddof=1).sum(), right.sum(axis=1).var(ddof=1)
    assert lesson.alpha == pytest.approx(35 / 34 * (1 - parts / whole), abs=DIGITS)
    moved = ~right[:, 0] & after[:, 0]
    twin = lesson.questions[0].transfer
    assert (twin.right, twin.n) == (right[:, 1].sum(), 500)
    assert (twin.moved_right, twin.moved) == ((moved & right[:, 1]).sum(), moved.sum())


def test_a_second_look_at_35_000_events_takes_no_time(large, room):
    """Ten times what is wanted (0.1 s), so that a busy machine fails nobody; `make bench` measures it."""
    room.figures("99")
    began = time.perf_counter()
    assert not room.refresh()
    assert time.perf_counter() - began < 1


def test_pooled_classes_are_one_class(large, room, tmp_path, monkeypatch):
    _, asked, _ = large
    school.write(tmp_path, school.truth(20, 35, seed=9), asked)
    pooled = Classroom([room.folders[0].path, tmp_path])
    assert pooled.figures("99").learners == 520


def given(sheet, answer, vote=1, **changes):
    made = {
        "v": 1, "id": f"event-{vote}", "time": f"2026-01-01T10:00:0{vote}.000Z", "notebook": "99", "item": sheet["id"],
        "item_version": sheet["version"], "kind": "vote" if vote == 1 else "commit", "attempt": 1, "vote": vote,
        "answer": answer, "confidence": 50,
    }  # fmt: skip
    return {**made, **changes}


def test_the_first_attempt_counts_whatever_came_later():
    (sheet,) = school.sheets(1).values()
    events = [given(sheet, 3, 2), given(sheet, 1), given(sheet, 0, 1, attempt=2, time="2026-01-02T10:00:00.000Z")]
    events += [given(sheet, None, 2, kind="reset"), given(sheet, 0, 2, attempt=2)]
    first = first_of(sheet, events)
    assert (first.one.answer, first.two.answer) == (1, 3)


@pytest.mark.parametrize("answer", [7, -1, "A", [0], [[0, 0]], 0.5])
def test_an_answer_that_no_question_has_is_none(answer):
    (sheet,) = school.sheets(1).values()
    assert first_of(sheet, [given(sheet, answer)]).one is None


def test_a_vote_after_vote_1_was_closed_is_counted_apart():
    (sheet,) = school.sheets(1).values()
    closed = "2026-01-01T10:00:00.500Z"
    assert first_of(sheet, [given(sheet, 1)], closed).late
    assert first_of(sheet, [given(sheet, 1)], "2026-01-01T10:00:01.000Z").one
    assert first_of(sheet, [given(sheet, 1, item_version="old")]).earlier


def few(n, asked, right=True):
    """n learners who all choose the same in every question."""
    sheet = next(iter(asked.values()))
    events = [given(sheet, 0 if right else 1), given(sheet, 0, 2)]
    return [{name: first_of(sheet, events) if name == sheet["id"] else first_of(sheet, []) for name in asked}] * n


@pytest.mark.parametrize("n", [1, 9])
def test_under_ten_there_are_no_percentages_and_no_means(n):
    asked = school.sheets(2)
    lesson = figures.figures(asked, few(n, asked))
    (question, _) = lesson.questions
    told = [said.vote(question, question.one), said.average(question.one.sure), said.against_the_rest(question)]
    assert "%" not in " ".join(told)
    assert told[0] == f"{n} of {n}"
    assert question.nobody == ()
    table = list(export.lines(lesson))
    assert not [line for line in table if line[1] in ("facility", "how sure, right")]


def test_from_ten_on_there_are():
    asked = school.sheets(2)
    question = figures.figures(asked, few(10, asked)).questions[0]
    assert said.vote(question, question.one) == "10 of 10 (100 %)"
    assert "n = 10" in said.average(question.one.sure)
    assert question.nobody == (1, 2, 3)
    assert "Chosen by nobody: B, C, D" in said.look_at(question)


def test_correlations_are_shown_from_50_on_with_their_interval():
    asked = school.sheets(8)
    for n, shown in ((49, False), (50, True)):
        made = school.truth(n, 8)
        people = [
            {name: first_of(asked[name], [given(asked[name], a)]) for name, a in zip(asked, made.one[who], strict=True)}
            for who in range(n)
        ]
        lesson = figures.figures(asked, people)
        assert all((question.interval is not None) == shown for question in lesson.questions)
        assert ("interval" in said.against_the_rest(lesson.questions[0])) == shown
        assert any(line[1] == "discrimination" for line in export.lines(lesson)) == shown
        assert ("not shown under 50" in said.whole(lesson)[0][1]) != shown


def test_a_wrong_option_that_the_strong_choose_is_named():
    asked = school.sheets(6)
    names = list(asked)

    def person(strong):
        answers = [2 if strong else 0, *[(k if strong else k + 1) % 4 for k in range(1, 6)]]
        return {name: first_of(asked[name], [given(asked[name], a)]) for name, a in zip(names, answers, strict=True)}

    lesson = figures.figures(asked, [person(strong) for strong in [True] * 10 + [False] * 10])
    (found,) = lesson.questions[0].strong
    assert (found.option, found.bottom) == (2, 0)
    assert found.top == found.of_top
    assert "C attracts the strong" in said.look_at(lesson.questions[0])
    assert lesson.questions[0].discrimination < 0
    assert lesson.questions[0].efficiency < st.DUBIOUS


def test_statements_are_told_apart_from_ten_learners_on():
    sheet = module.sheets_of("00")["00-full-bus"]  # A holds, B does not, C is debated
    for n in (9, 10):
        ticks = [[0, 2], [0], [1], [0, 1]] * 3
        people = [{sheet["id"]: first_of(sheet, [given(sheet, ticks[who], None, kind="commit")])} for who in range(n)]
        told = figures.figures({sheet["id"]: sheet}, people).told
        assert (told is None) == (n < 10)
    counted = sum(0 in each for each in ticks[:10]), 10, sum(1 in each for each in ticks[:10]), 10
    assert told == st.told_apart(*counted)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(Z9)", "\tx", "  =1", "\n=1"])
def test_no_cell_of_the_export_is_a_formula(text):
    assert export.safe(text).startswith("'")


def test_numbers_stay_numbers_in_the_export(large, room, tmp_path):
    assert (export.safe(-0.25), export.safe(3), export.safe(None), export.safe("plain")) == ("-0.25", "3", "", "plain")
    path = tmp_path / "figures.csv"
    assert str(path) in room.export("99", str(path))
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    found = {(row["item"], row["figure"], row["vote"]): row for row in rows}
    assert found["", "learners", ""]["value"] == "500"
    first = room.figures("99").questions[0]
    row = found[first.sheet["id"], "discrimination", "1"]
    assert float(row["value"]) == pytest.approx(first.discrimination, abs=1e-5)
    assert float(row["low"]) < float(row["value"]) < float(row["high"])
    assert {row["n"] for row in rows if row["figure"] == "facility"} == {"500"}


def test_every_kind_of_question_has_a_tally_that_fits():
    room = Classroom()
    lesson = room.figures("00")
    kinds = {question.sheet["type"] for question in lesson.questions if question.one.n}
    assert kinds >= {"single", "multiple", "match", "pick", "order", "group", "numeric", "scale", "mark"}
    for question in lesson.questions:
        assert len(question.one.tally) == tally.places(question.sheet)
        if tally.is_one(question.sheet) or question.sheet["type"] in ("numeric", "scale"):
            assert sum(question.one.tally) == question.one.n
        if tally.is_one(question.sheet):
            keys = [n for place, n in enumerate(question.one.tally) if tally.is_key(question.sheet, place)]
            assert sum(keys) == question.one.right


def test_hands_alone_make_a_class():
    asked = school.sheets(1)
    (name,) = asked
    counts: hands.Counts = {(name, 1): {"A": 5, "B": 7}, (name, 2): {"A": 11, "B": 1}}
    (question,) = figures.figures(asked, [], counts).questions
    assert (question.one.n, question.one.facility, question.two.facility) == (12, 5 / 12, 11 / 12)
    assert question.change.n == 0
