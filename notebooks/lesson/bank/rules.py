"""The one table of what an author may write: the fields of an item, and of each of its options.

By it a file is read (author.py), an editor checks while one types, and CONTRIBUTING.md lists the fields (schema.py).
"""

from __future__ import annotations

from lesson.bank import row_rules, rules_mark, rules_predict
from lesson.bank.form import Field
from lesson.bank.kinds import KINDS
from lesson.bank.row_rules import ROWED
from lesson.bank.values import AMOUNT, RANGE, YES_NO, Parts, Right, Text, Texts, Whole, Words

CHOICES = ("single", "multiple", "match", "mark")
SURE = ("single", "pick", "numeric")
"""Where one thing is right or wrong: only there is it asked how sure one is."""

ITEM: tuple[Field, ...] = (
    Field(
        "id",
        Text("id", r"\d\d-[a-z0-9-]{1,60}"),
        "id: NN-a-few-words",
        "The lesson's number and a few words. It never changes: answers are kept by it.",
        needed=True,
    ),
    Field("type", Words("type", tuple(KINDS)), "type: single", "What the learner does: see the types.", needed=True),
    Field(
        "objective",
        Text(),
        "objective: Tell a witness from a page.",
        "What the learner can do afterwards.",
        needed=True,
        filled=True,
    ),
    Field(
        "stem",
        Text(),
        "stem: How many witnesses are there?",
        "The question, in Markdown, at most 60 words. Facts go in as {{as_of()}}.",
        needed=True,
        filled=True,
    ),
    Field(
        "options",
        Parts(),
        "options: [...]",
        "What is chosen among: readings, cards, bands or levels of a rubric.",
        but=ROWED,
        needed=True,
        mend="write 'options:', and start each option with '- text: ...'.",
        free=("predict",),
    ),
    Field(
        "explanation",
        Text(),
        "explanation: Count origins.",
        "What to take away; in a reflect the model answer.",
        needed=True,
        filled=True,
    ),
    Field(
        "evidence",
        Texts("list of ids"),
        "evidence: [id of a row, id of a claim]",
        "The rows and claims behind the question.",
        needed=True,
    ),
    Field(
        "columns",
        Texts(least=2, differ=True),
        "columns: [first, second]",
        "The columns that cards go into.",
        kinds=("match",),
        needed=True,
        default=(),
    ),
    Field(
        "weights",
        Texts(least=2),
        "weights: [no weight, a little, some, a lot]",
        "Words for how much each card weighs, from none to a lot; kept, not graded.",
        kinds=("match",),
        default=(),
    ),
    Field(
        "ends",
        Texts(least=2, most=2),
        "ends: [what 0 means, what 100 means]",
        "What 0 and 100 mean.",
        kinds=("scale",),
        needed=True,
        default=("", ""),
    ),
    Field(
        "key",
        Text("number, a range or a fact", RANGE),
        "key: 215 to 502",
        'The right number or range; a fact as in key: "{{how_many()}}".',
        kinds=("numeric",),
        needed=True,
        filled=True,
    ),
    Field(
        "near",
        Text("distance or a factor", rf"x?{AMOUNT}"),
        "near: 5 (a distance) or near: x2 (a factor)",
        "How far from the key is near.",
        kinds=("numeric",),
        needed=True,
    ),
    Field(
        "span",
        Text("range of numbers", RANGE),
        "span: 10 to 10000, where guesses would lie",
        "Where guesses would lie: it gives the chance of a lucky one.",
        kinds=("numeric", "predict"),
    ),
    Field(
        "log",
        YES_NO,
        "log: true",
        "Whether that span is counted in factors.",
        kinds=("numeric", "predict"),
        default=False,
    ),
    Field("unit", Text(), "unit: people", "The unit, in words.", kinds=("numeric", "predict")),
    Field(
        "needs",
        Words("rows, logic or idea", ("rows", "logic", "idea")),
        "needs: rows",
        "What it takes: rows (a table, figure or text of the lesson), a step of logic, or the idea alone.",
    ),
    *row_rules.ITEM,
    Field("minutes", Whole(), "minutes: 2", "Minutes in class, 1 where nothing is said.", default=1),
    Field(
        "confidence",
        YES_NO,
        "confidence: false",
        "Whether to ask how sure the learner is; asked in single, pick, numeric if nothing is said; never elsewhere.",
        default=False,
        default_of=dict.fromkeys(SURE, True),
    ),
    Field(
        "votes",
        Words("1 or 2", (1, 2)),
        "votes: 2",
        "2: vote, talk, vote again, then the verdict.",
        default=1,
    ),
    Field(
        "again_in",
        Text("number of a lesson", r"\d\d"),
        'again_in: "NN", two digits in quotation marks',
        "The lesson in which the second vote is taken.",
    ),
    Field("isomorph", Text(), "isomorph: NN-another", "The item that asks the same idea in another story."),
    Field(
        "hints",
        Texts(),
        "hints: [first hint, second hint]",
        "Shown one by one; each that is opened is kept with the answers.",
        default=(),
        filled=True,
    ),
    *rules_mark.FIELDS,
    *rules_predict.FIELDS,
    Field(
        "settles",
        Text(),
        "settles: What became of those who asked to go home.",
        "Where something is debated: what would settle it.",
        filled=True,
    ),
    Field(
        "stronger",
        Text(),
        "stronger: '\"Forced\", since a clause of the contract says so.'",
        "Where something is debated: which reading stands stronger today, for which word, and why.",
        filled=True,
    ),
)

OPTION: tuple[Field, ...] = (
    Field(
        "text",
        Text(),
        "text: They all left.",
        "What the learner reads: what a mistaken reader would really say; in a mark with `from` a sentence's number.",
        needed=True,
        filled=True,
    ),
    Field(
        "correct",
        Right(),
        "correct: true",
        "true or false; in a match the column that the editors choose.",
        kinds=CHOICES,
        default=None,
    ),
    Field(
        "also",
        Texts("list of columns"),
        "also: [column]",
        "The other columns that can be argued for, on a debated card.",
        kinds=("match",),
        default=(),
    ),
    Field(
        "verdict",
        Words("debated", ("debated",)),
        "verdict: debated",
        "Only for an option that careful readers treat in more than one way.",
        kinds=CHOICES,
        mend="take it out, or write verdict: debated.",
    ),
    Field(
        "feedback",
        Text(),
        "feedback: why this is right, or what its mistake is; each option teaches something",
        "Why the option is right, or what its mistake is.",
        needed=True,
        filled=True,
    ),
    Field(
        "left",
        Text(),
        "left: You left out one that fits.",
        "What to say in place of the feedback to somebody who left a right option open.",
        kinds=("multiple", "mark"),
        filled=True,
    ),
    Field("mistake", Text(), "mistake: counting repetitions", "The mistake that a wrong option diagnoses."),
    Field(
        "evidence",
        Texts("list of ids"),
        "evidence: [id of a row]",
        "What speaks for this reading; a debated option must say.",
        default=(),
    ),
)
