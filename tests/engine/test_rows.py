"""Questions over rows: keys computed by a rule, tables filled from data/, proofs, and credit for part of an answer."""

import copy
import random
from dataclasses import replace
from itertools import combinations, permutations, product

import pytest
import yaml
from support import questions

from lesson import tables
from lesson.bank import compile, computed, credit, grade, lessons, lint, load
from lesson.bank.kinds import KINDS, group
from lesson.bank.lines import Line, RuleError, shown
from lesson.bank.row_rules import ROWED
from lesson.core.dates import days
from lesson.publish import answer_key, preview, worksheet
from lesson.screen import ask


def item(item_id):
    return load.item(f"00-{item_id}")


def sheet(item_id):
    return compile.compile(item(item_id))


def lines(**columns):
    """Rows of a made-up table, each with a code by name."""
    count = len(next(iter(columns.values())))
    row = tables.rows("evidence")[0]
    return [
        Line("ABCDEFGHIJ"[i], "evidence", row, None, {name: values[i] for name, values in columns.items()})
        for i in range(count)
    ]


# ---------------------------------------------------------------- rules


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("rows where day < 2016-07", [True, False, True]),
        ("rows where day >= 2016-07", [False, True, False]),
        ("rows where day > 2015", [False, True, True]),
        ("rows where day <= 2016-06", [True, False, True]),
        ("rows where day = 2016", [False, True, True]),
        ("rows where day != 2016", [True, False, False]),
        ("rows where voice = the clerk", [True, False, True]),
        ("rows where voice != the clerk", [False, True, False]),
        ("rows where voice = the clerk and day > 2015", [False, False, True]),
        ("rows where time covers 2014-10", [True, True, False]),
        ("rows where confidence = medium and voice = the clerk", [False, False, False]),
        ("rows where confidence = high", [True, True, True]),
        ("rows where #citations >= 1", [True, True, True]),
    ],
)
def test_a_rule_picks_rows(rule, told):
    made = lines(
        day=["2015-01", "2016-07", "2016-06-30"],
        voice=["the clerk", "the boss", "the clerk"],
        time=["2014", "1997-07 to 2014-12", "2015 to 2016"],
    )
    assert computed.picked(rule, made) == told


def test_one_heading_may_stand_over_columns_of_several_tables():
    assert [line.value("nothing or voice") for line in lines(voice=["the clerk", "the boss"])] == [
        "the clerk",
        "the boss",
    ]


@pytest.mark.parametrize(
    ("rule", "what", "mend"),
    [
        ("rows with day < 2016", "no rule that picks rows", "rows where public_since"),
        ("rows where day", "no rule that picks rows", "rows where public_since"),
        ("rows where hour < 5", "Row A has no column or code 'hour'", "use one of: day, voice"),
        ("rows where @source.date < 2016", "Row A names no publication", "add 'source: id of a source'"),
        ("rows where day < soon", "day is January 2015, which cannot be compared with 'soon'", "a date with a date"),
        ("rows where day < 2015-01-20", "Row A: day is January 2015, which is too rough", "no row straddles"),
        ("rows where voice covers 2016", "voice is 'the clerk'; whether it covers '2016'", "compare a period"),
        ("rows where time covers 2014-12-31 and day < 2015-01-01 and time covers 2015-06", "too rough", "straddles"),
        ("rows where confidence = sure", "'sure' is not one of the words of confidence", "high; medium; low"),
        ("rows where kind < count", "cannot be compared with 'count'", "a number with a number"),
    ],
)
def test_a_rule_that_cannot_pick_says_why(rule, what, mend):
    made = lines(
        day=["2015-01", "2016-07"], voice=["the clerk", "the boss"], time=["2014 to 2015-06-15", "2013 to 2016"]
    )
    with pytest.raises(RuleError) as error:
        computed.picked(rule, made)
    assert what in error.value.what
    assert mend in error.value.mend


@pytest.mark.parametrize(
    ("rule", "places", "words"),
    [
        ("longest first by months from start to end", [2, 3, 1], ["3 months", "1 month", "2 years and 1 month"]),
        ("shortest first by months from start to end", [2, 1, 3], ["3 months", "1 month", "2 years and 1 month"]),
        ("longest first by days from day to later", [3, 2, 1], ["1 day", "59 days", "about 3 years"]),
        ("earliest first by start", [2, 1, 3], ["February 2015", "January 2014", "March 2016"]),
        ("latest first by start", [2, 3, 1], ["February 2015", "January 2014", "March 2016"]),
    ],
)
def test_a_rule_orders_rows_and_says_by_what(rule, places, words):
    made = lines(
        start=["2015-02", "2014-01", "2016-03"],
        end=["2015-05", "2014-02", "2018-04"],
        day=["2015-01-01", "2015-01-01", "2015-01-01"],
        later=["2015-01-02", "2015-03-01", "2018-01-01"],
    )
    told = computed.ranked(rule, made)
    assert [sorted(rank.places) for rank in told] == [[place] for place in places]
    assert [rank.words for rank in told] == words
    sizes = [rank.size for rank in told]
    assert sizes == [None] * 3 if "first by start" in rule else max(sizes) == 1.0


def test_rows_of_one_length_may_stand_in_either_order():
    made = lines(a=["2015-01", "2015-01", "2015-01"], b=["2015-03", "2015-02", "2015-03"])
    told = computed.ranked("longest first by months from a to b", made)
    assert [sorted(rank.places) for rank in told] == [[1, 2], [3], [1, 2]]
    same = computed.ranked("longest first by months from a to a", made)
    assert {rank.words for rank in same} == {"within the month"}
    assert {rank.size for rank in same} == {None}


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("by age", "is no rule that orders rows"),
        ("longest first by weeks from a to b", "is no rule that orders rows"),
        ("longest first by months from a to rough", "Which of the rows A and B comes first cannot be told"),
        ("earliest first by rough", "Which of the rows A and B comes first cannot be told"),
        ("earliest first by voice", "voice is 'the clerk', which is neither a number nor a date"),
        ("longest first by days from a to voice", "voice is 'the clerk', which is no date"),
        ("highest first by empty", "Row B: empty is empty"),
    ],
)
def test_a_rule_that_cannot_order_says_why(rule, what):
    made = lines(
        a=["2015-01", "2015-01"], b=["2015-03", "2015-04"], rough=["2016", "2016-07"],
        voice=["the clerk", "the boss"], empty=["2015", ""],
    )  # fmt: skip
    with pytest.raises(RuleError) as error:
        computed.ranked(rule, made)
    assert what in error.value.what
    assert error.value.mend.endswith(".")


def test_a_rule_groups_rows_in_the_order_of_their_first():
    made = lines(voice=["boss", "clerk", "boss", "guest"])
    assert computed.grouped("rows with the same voice", made) == [0, 1, 0, 2]
    with pytest.raises(RuleError, match="no rule that groups"):
        computed.grouped("rows of one voice", made)
    with pytest.raises(RuleError, match="Row A has no column or code 'tone'"):
        computed.grouped("rows with the same tone", made)


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, ""), ("", ""), (1397, "1,397"), ("2016-07", "July 2016"), ("2014", "2014"), ("a text", "a text"),
     ("1997-07 to 2011-12", "July 1997 to December 2011"), ("up to 2016", "up to 2016")],
)  # fmt: skip
def test_a_cell_is_said_as_people_say_it(value, words):
    assert shown(value) == words


def test_a_date_is_all_its_days():
    assert days("2016-02-29") == (days("2016-02-29")[0],) * 2
    assert days("2016-02")[1] - days("2016-02")[0] == 28
    assert days("2016")[1] - days("2016")[0] == 365


# ---------------------------------------------------------------- what an author writes


def written(item_id):
    """A question of the tiny course as its author wrote it."""
    path = lessons.questions("00")
    return copy.deepcopy(
        next(each for each in yaml.safe_load(path.read_text("utf-8")) if each["id"] == f"00-{item_id}")
    )


def problems(tmp_path, made):
    path = questions(tmp_path, yaml.safe_dump([made], allow_unicode=True, sort_keys=False))
    found, broken = load.load(path)
    return found, [str(problem) for problem in [*broken, *lint.problems(found)]]


PICK, ORDER, GROUP = "what-was-counted", "which-came-first", "whose-papers"


def changed(made, path, value):
    """A question with one place changed; None takes it out."""
    *way, last = path
    inner = made
    for step in way:
        inner = inner[step]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return made


SLIPS = {
    "there is a table": (PICK, ("table",), None, "'table' is missing or empty", "add table: {label"),
    "a table has a label": (PICK, ("table", "label"), None, "'label' is missing or empty", "label: departure"),
    "a table has four columns at most": (PICK, ("table", "columns"), dict.fromkeys("abcd", "about"), "The table has 6 columns", "keep 4"),
    "a column is there": (PICK, ("table", "columns"), {"a": "hour"}, "Under 'a': Row A has no column or code 'hour'", "use one of"),
    "a row is there": (PICK, ("rows", 0, "row"), "EV-99", "There is no row 'EV-99'", "an id that stands in a table"),
    "a source is there": (PICK, ("rows", 0, "source"), "nobody-1", "There is no source 'nobody-1'", "stands in sources.csv"),
    "a row names its source": (PICK, ("rows", 1, "source"), None, "Row B names no publication for '@source.date'", "add 'source"),
    "a row has a label": (PICK, ("rows", 0, "label"), "", "'label' is missing or empty", "add label"),
    "a row has feedback": (PICK, ("rows", 0, "feedback"), None, "'feedback' is missing or empty", "why this row is right"),
    "a row says its mistake": (PICK, ("rows", 0, "mistake"), None, "Row A does not say what a wrong mark of it shows", "add 'mistake"),
    "labels differ": (PICK, ("rows", 0, "label"), "a note of the school", "Two rows have the label 'a note of the school'", "tell them apart"),
    "own words have a column": (PICK, ("table", "text"), None, "the table has no column for it", "'says: ...' in each row"),
    "a column has own words": (PICK, ("rows", 0, "says"), None, "this row has none", "'says: ...' in each row"),
    "own words have a proof": (PICK, ("rows", 0, "proof"), None, "Nothing proves 'says'", "add 'proof"),
    "a code has a proof": (PICK, ("rows", 3, "proof"), None, "Nothing proves 'code'", "the row has evidence_id, bears_on"),
    "a proof stands in its cell": (PICK, ("rows", 0, "proof"), ["summary: Many had come"], "'Many had come' does not stand in summary", "quote the cell as it is: The library"),
    "a proof names a column": (PICK, ("rows", 0, "proof"), ["hour: Few had come"], "has no column or code 'hour'", "use one of"),
    "a proof has a form": (PICK, ("rows", 0, "proof"), ["Few had come"], "'Few had come' is no proof", "summary: words"),
    "a proof names a row": (PICK, ("rows", 0, "proof"), ["EV-77 summary: Few"], "There is no row 'EV-77'", "stands in a table"),
    "four rows to pick": (PICK, ("rows",), [{"row": "EV-01", "label": "a", "feedback": "f"}], "The number of rows is 1", "write 4 to 10"),
    "rows are a list": (PICK, ("rows",), "five", "'rows' is not a list", "rows: [...]"),
    "a row is a mapping": (PICK, ("rows", 0), "EV-02", "An entry of 'rows' is not a row", "rows: [...]"),
    "a pick has no options": (PICK, ("options",), [{"text": "a"}], "'options' is not a field of a question of type pick", "take it out"),
    "there is a rule": (PICK, ("key",), None, "'key' is missing or empty", "add key: rows where"),
    "a rule has a form": (PICK, ("key",), "215 to 502", "'key' is not a rule over the rows", "rows where public_since"),
    "a rule fits its kind": (PICK, ("key",), "rows with the same about", "is no rule that picks rows", "rows where public_since"),
    "a word is spelled as in the table": (PICK, ("key",), "rows where kind = cuont", "'cuont' is not one of the words of kind", "count; letter"),
    "something is picked": (PICK, ("key",), "rows where about_year = 1999", "The rule picks no row", "spelled as in the table"),
    "something is left": (PICK, ("key",), "rows where about_year > 1999", "The rule picks every row", "a row that must be left"),
    "a key is agreed to": (PICK, ("key_is",), None, "Nobody has agreed to this key", "write key_is: [B, D]."),
    "a changed key is seen": (PICK, ("key_is",), ["B"], "The key has come to [B, D], and 'key_is' says [B]", "write key_is: [B, D]."),
    "a key is letters": (PICK, ("key_is",), ["b"], "'key_is' is not a list of letters", "key_is: [A, C]"),
    "a debated row has its evidence": (PICK, ("rows", 0, "verdict"), "debated", "Option 1 is debated, and nothing speaks for it", "add 'evidence"),
    "a field of a row is known": (PICK, ("rows", 0, "feedbak"), "x", "'feedbak' is not a field of a row", "use one of"),
    "a code is a mapping": (PICK, ("rows", 0, "code"), "x", "'code' is not a mapping of texts", "code: {voice"),
    "a code holds texts": (PICK, ("rows", 0, "code"), {"a": ["x"]}, "'a' of 'code' is not a text", "quotation marks"),
    "an order rule fits": (ORDER, ("key",), "rows where kind = count", "is no rule that orders rows", "longest first by"),
    "an order is agreed to": (ORDER, ("key_is",), ["A", "B", "C"], "The key has come to [C, B, A]", "write key_is: [C, B, A]."),
    "an order is not there already": (ORDER, ("key",), "latest first by @source.date", "stand in the right order from the start", "move some"),
    "how sure is not asked of an order": (ORDER, ("confidence",), True, "is asked where one thing is right or wrong", "take 'confidence' out"),
    "a row of an order is not debated": (ORDER, ("rows", 0, "verdict"), "debated", "'verdict' is not a field of a question of type order", "type: "),
    "a group rule fits": (GROUP, ("key",), "earliest first by @source.date", "is no rule that groups rows", "rows with the same"),
    "a group is agreed to": (GROUP, ("key_is",), ["A"], "The key has come to [[A, C], [B]], and 'key_is' says [A]", "[[A, C], [B]]."),
    "how sure is not asked of a group": (GROUP, ("confidence",), True, "is asked where one thing is right or wrong", "take 'confidence' out"),
    "a second table has rows": (GROUP, ("table_beside", "rows"), None, "'rows' is missing or empty", "add rows"),
    "a second table only shows": (GROUP, ("table_beside", "rows", 0, "feedback"), "f", "'feedback' is not a field of a question of type", "take it out"),
    "rows need a table": ("full-bus", ("rows",), [{"row": "EV-01", "label": "a"}], "no table says what is shown of them", "add 'table"),
    "a table needs rows": ("full-bus", ("table",), {"label": "paper"}, "The table has no rows", "start each with '- row"),
}  # fmt: skip


@pytest.mark.parametrize(("item_id", "path", "value", "what", "mend"), SLIPS.values(), ids=SLIPS)
def test_an_authors_mistake_is_named_with_how_to_mend_it(tmp_path, item_id, path, value, what, mend):
    found = problems(tmp_path, changed(written(item_id), path, value))[1]
    hit = [problem for problem in found if what in problem]
    assert hit, found
    assert mend in hit[0]
    assert ":0:" not in hit[0]


def test_a_lesson_goes_on_where_a_proof_or_a_key_has_changed(tmp_path):
    made = changed(changed(written(PICK), ("key_is",), ["A"]), ("rows", 0, "proof"), ["summary: other words"])
    found, broken = load.load(questions(tmp_path, yaml.safe_dump([made], sort_keys=False)))
    assert [each.id for each in found] == ["00-what-was-counted"]
    assert [problem.fatal for problem in broken] == [False, False]


def test_the_good_questions_have_no_problem(tmp_path):
    for item_id in (PICK, ORDER, GROUP):
        made = {name: value for name, value in written(item_id).items() if name not in ("isomorph", "votes")}
        assert problems(tmp_path, made)[1] == []


def test_once_a_question_says_what_it_needs_each_graded_one_does(tmp_path):
    rows, text = written(ORDER), written("fair-letter")
    other = {name: value for name, value in written("full-bus").items() if name != "needs"}
    path = questions(tmp_path, yaml.safe_dump([rows, text, other], sort_keys=False))
    asked = "It does not say what a reader must have seen."
    assert [problem.where for problem in lint.problems(load.load(path)[0]) if problem.what == asked] == ["00-full-bus"]
    del rows["needs"]
    path.write_text(yaml.safe_dump([rows, text, other], sort_keys=False), encoding="utf-8")
    assert asked not in [problem.what for problem in lint.problems(load.load(path)[0])]


def test_no_slip_of_an_author_ends_in_a_traceback(tmp_path):
    """Whatever stands in the place of a value: each question can be used to its end, or a problem says where."""
    chance = random.Random(20161116)
    odd = [None, True, 5, "x", [], {}, ["x"], {"a": "b"}, [["A"]], [{"row": "EV-01"}], "EV-01: x", "{{as_of()}}"]
    for _ in range(60):
        made = written(chance.choice((PICK, ORDER, GROUP)))
        for _ in range(chance.randint(1, 2)):
            places = list(walk(made))
            *way, last = chance.choice(places)
            inner = made
            for step in way:
                inner = inner[step]
            inner[last] = chance.choice(odd)
        found, said = problems(tmp_path, made)
        assert found or said
        for each in found:
            compiled = compile.compile(compile_safe(each))
            assert ask.as_text(compiled, "Q")
            assert ask.as_html(compiled, "Q")
            assert worksheet.entry(1, each, compiled)


def compile_safe(made):
    """As the preview shows it: evidence that is nowhere is listed as a mistake, and left out."""
    return replace(made, evidence=tuple(filter(compile.evidence_exists, made.evidence)))


def walk(made, way=()):
    """Every place in a question."""
    steps = made.items() if isinstance(made, dict) else enumerate(made) if isinstance(made, list) else ()
    for step, value in list(steps):
        yield (*way, step)
        yield from walk(value, (*way, step))


# ---------------------------------------------------------------- what is made of it


def test_cells_are_safe_dates_are_spoken_and_ids_stay_out(tmp_path):
    made = sheet(PICK)
    assert made["heads"] == ["paper", "about", "published", "what it says"]
    assert [cell["text"] for cell in made["options"][1]["cells"]][:2] == ["the village", "February 2024"]
    text, html = ask.as_text(made, "Q"), ask.as_html(made, "Q")
    for form in (text, html):
        assert "EV-0" not in form
        assert "February 2024" in form
    hostile = changed(written(PICK), ("rows", 0, "says"), "<script>hurt()</script> **loud**")
    (item_,), _ = problems(tmp_path, hostile)
    cell = compile.compile(item_)["options"][0]["cells"][-1]
    assert cell["html"] == "&lt;script&gt;hurt()&lt;/script&gt; <strong>loud</strong>"


def test_a_table_beside_is_read_in_every_form():
    made = sheet(GROUP)
    assert [[cell["text"] for cell in row] for row in made["tables"][0]["rows"]] == [
        ["the first Sunday", "4 February 2024", "31"], ["the second Sunday", "11 February 2024", "18"]
    ]  # fmt: skip
    assert "the first Sunday. day: 4 February 2024; visitors: 31" in ask.as_text(made, "Q")
    assert "<caption>The counts</caption>" in ask.as_html(made, "Q")
    assert "<caption>The counts</caption>" in worksheet.entry(1, item(GROUP), made)


def test_a_single_question_may_stand_over_a_table(tmp_path):
    made = written("full-bus") | {name: written(PICK)[name] for name in ("table", "rows")}
    made["rows"] = [{k: v for k, v in row.items() if k not in ("feedback", "mistake")} for row in made["rows"]]
    (found,), said = problems(tmp_path, made)
    assert [problem for problem in said if "distractors" not in problem] == []
    assert [row[0].text for row in found.tables[0].rows] == [row["label"] for row in made["rows"]]
    assert found.version != item("full-bus").version
    assert [option.text for option in found.options] == [option["text"] for option in made["options"]]


@pytest.mark.parametrize("item_id", [PICK, ORDER, GROUP])
def test_a_version_follows_what_is_read_and_the_key_and_not_the_feedback(tmp_path, item_id):
    made = written(item_id)
    before = item(item_id).version
    for path, value, same in (
        (("rows", 0, "feedback"), "Another word.", True),
        (("rows", 0, "mistake"), "another", True),
        (("explanation",), "Another.", True),
        (("rows", 0, "label"), "another label", False),
        (("table", "label"), "another heading", False),
    ):
        (found,), _ = problems(tmp_path, changed(copy.deepcopy(made), path, value))
        assert (found.version == before) is same, path
    assert len(before) == 8


@pytest.mark.parametrize("item_id", [PICK, ORDER, GROUP])
def test_no_form_before_the_answer_tells_the_key(item_id):
    made, found = sheet(item_id), item(item_id)
    for form in (ask.as_text(made, "Q"), ask.as_html(made, "Q"), worksheet.entry(1, found, made)):
        for option in made["options"]:
            assert option["text"] in form
            assert option["feedback"] not in form
            assert not option["measure"] or item_id == ORDER or option["measure"] not in form


def test_the_key_on_paper_says_it_in_letters():
    for item_id, words in ((PICK, "B, D"), (ORDER, "C, B, A"), (GROUP, "A + C; B")):
        page = answer_key.entry(1, item(item_id), sheet(item_id), {})
        assert f"<b>Key:</b> {words}</p>" in page


def test_a_worksheet_has_a_place_to_write_for_each_vote():
    assert worksheet.entry(1, item(PICK), sheet(PICK)).count('class="box"') >= 8
    assert worksheet.entry(1, item(ORDER), sheet(ORDER)).count("blank number") == 3


@pytest.mark.parametrize("item_id", [PICK, ORDER, GROUP])
def test_a_preview_shows_answers_of_every_worth(item_id):
    made = sheet(item_id)
    answers = preview.ANSWERS[made["type"]](item(item_id), made)
    outcomes = {grade.grade(made, answer).outcome for _, answer in answers}
    assert outcomes == {"supported", "not yet"}


def test_how_sure_starts_at_chance_and_is_asked_of_a_pick_alone():
    assert {item_id: sheet(item_id)["start"] for item_id in (PICK, ORDER, GROUP)} == {PICK: 7, ORDER: None, GROUP: None}
    assert grade.chance(item(PICK)) == pytest.approx(1 / 15)
    assert grade.chance(item(ORDER)) == pytest.approx(1 / 6)
    assert grade.chance(item(GROUP)) == pytest.approx(1 / 5)


# ---------------------------------------------------------------- laid over, credit


def test_groups_are_laid_over_so_that_most_cards_agree():
    """Against every way of laying one over the other."""
    chance = random.Random(7)
    for _ in range(300):
        count = chance.randint(3, 6)
        keys = [chance.randrange(count) for _ in range(count)]
        keys = [sorted(set(keys)).index(key) for key in keys]
        answer = [chance.choice((None, *range(count))) for _ in range(count)]
        over = group.laid_over(keys, answer)
        agree = sum((key, number) in over for key, number in zip(keys, answer, strict=True))
        ways = permutations([*range(count), *[None] * count], max(keys) + 1)
        best = max(sum(n is not None and way[k] == n for k, n in zip(keys, answer, strict=True)) for way in set(ways))
        assert agree == best
        assert len({number for _, number in over}) == len(over)


@pytest.mark.parametrize("item_id", [PICK, ORDER, GROUP])
def test_any_habit_of_guessing_earns_half_of_the_credit(item_id):
    """Over all answers that there are, and in a pick for each habit of ticking too."""
    made = sheet(item_id)
    count = len(made["options"])
    if item_id == PICK:
        answers = [list(way) for n in range(1, count) for way in combinations(range(count), n)]
        assert credit.credit(made, list(range(count))) == 0.5
    elif item_id == ORDER:
        answers = [list(way) for way in permutations(range(count))]
    else:
        assert credit.credit(made, [0] * count) == 0.5
        assert credit.credit(made, list(range(count))) == 0.5
        return
    assert sum(credit.credit(made, answer) for answer in answers) / len(answers) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("item_id", "answer", "worth"),
    [
        (PICK, [1, 3], 1), (PICK, [1], 0.75), (PICK, [0, 2], 0), (PICK, [], 0), (PICK, None, 0),
        (ORDER, [2, 1, 0], 1), (ORDER, [1, 2, 0], 2 / 3), (ORDER, [0, 1, 2], 0), (ORDER, [0, 0, 1], 0),
        (GROUP, [1, 0, 1], 1), (GROUP, [1, 1, 0], 0.25), (GROUP, [1, None, None], 0.5), (GROUP, [None] * 3, 0),
        ("full-room", 1, 1), ("full-room", 0, 0), ("full-room", 9, 0),
        ("full-bus", [0], 1), ("full-bus", [0, 2], 1), ("full-bus", [0, 1], 0.5), ("full-bus", [1], 0),
        ("for-or-against", [1, 0], 1), ("for-or-against", [0, 1], 0.5), ("for-or-against", [1, None], 0.5),
        ("how-many", 20, 1), ("how-many", 10, 0.5), ("how-many", 500, 0),
    ],
)  # fmt: skip
def test_credit_is_the_share_that_is_right(item_id, answer, worth):
    assert credit.credit(sheet(item_id), answer) == pytest.approx(worth)


def test_credit_knows_every_kind_that_is_graded():
    assert {name for name, kind in KINDS.items() if kind.GRADED} <= set(credit.CREDIT)
    assert set(ROWED) <= set(KINDS)
    with pytest.raises(KeyError):
        credit.credit(sheet("open-it"), 5)


def test_whoever_earns_full_credit_is_supported():
    for item_id in (PICK, ORDER, GROUP):
        made = sheet(item_id)
        count = len(made["options"])
        for answer in product(range(count), repeat=count):
            given = sorted(set(answer)) if item_id == PICK else list(answer)
            full = credit.credit(made, given) == 1
            assert full == (grade.grade(made, given).outcome == "supported"), given
