"""Ten thousand made-up sheets, answers and logs: Python and lesson.js agree on every verdict and every fold."""

import dataclasses
import json
import random

from support import event

from lesson.bank.grade import grade
from lesson.core.fold import fold

KINDS = ("single", "multiple", "match", "numeric", "scale", "reflect", "pick", "order", "group", "mark", "predict")
OUTCOMES = ("supported", "not yet", "debated")
ODD = (None, True, False, -1, 99, 0.5, "", "1", [], {}, [None], [True], "text", [0, 0], ["a"], [[0]])


def made_up_sheet(chance):
    kind = chance.choice(KINDS)
    if kind in ("order", "group"):
        return made_up_rows(chance, kind)
    ask = chance.choice({"mark": ("one", "several"), "predict": ("number", "choice", "line")}.get(kind, ("",)))
    columns = [f"c{i}" for i in range(chance.randint(2, 4))] if kind == "match" else []
    ways = ["ticked", "left"] if kind in ("multiple", "pick") or ask == "several" else columns or ["chosen"]
    options = [{"verdicts": {way: chance.choice(OUTCOMES) for way in ways}} for _ in range(chance.randint(2, 6))]
    bands = [[low := chance.randint(-50, 50), low + chance.randint(0, 20)], [None, chance.choice((None, 10))]]
    return {
        "type": kind,
        "columns": columns,
        "options": options,
        "bands": bands,
        "ask": ask,
        "years": [2009, 2012],
        "given": 2009,
    }


def made_up_rows(chance, kind):
    """Cards with a place each, some of them equal, or with a group each."""
    count = chance.randint(3, 7)
    values = [chance.randrange(count) for _ in range(count)]
    found = sorted(set(values)) if kind == "group" else [None] * count
    own = [{found.index(value)} if kind == "group" else places(values, value) for value in values]
    options = [
        {"verdicts": {str(way + 1): "supported" if way in good else "not yet" for way in range(len(found))}}
        for good in own
    ]
    return {"type": kind, "columns": [], "options": options, "bands": [], "ask": ""}


def places(values, value):
    """Where a card may stand among all, equal ones in any order."""
    return {place for place, other in enumerate(sorted(values)) if other == value}


def made_up_answer(chance, sheet):
    if chance.random() < 0.2:
        return chance.choice(ODD)
    count = len(sheet["options"])
    return {
        "single": lambda: chance.randint(-1, count),
        "multiple": lambda: chance.choices(range(count), k=chance.randint(0, count)),
        "match": lambda: [chance.choice((None, *range(len(sheet["columns"])))) for _ in range(count)],
        "pick": lambda: chance.choices(range(count), k=chance.randint(0, count)),
        "order": lambda: chance.sample(range(count), count),
        "group": lambda: chance.choices((None, *range(count)), k=count),
        "numeric": lambda: chance.choice((chance.randint(-80, 80), chance.random() * 60)),
        "scale": lambda: chance.randint(-1, 101),
        "reflect": lambda: chance.choice(("", " ", "words")),
        "one": lambda: chance.randint(-1, count),
        "several": lambda: chance.choices(range(count), k=chance.randint(0, count)),
        "number": lambda: chance.choice((chance.random() * 60, "skipped", 10**15, "")),
        "choice": lambda: chance.choice((chance.randint(-1, count), "skipped")),
        "line": lambda: chance.choices((0, -7, 0.5, None, True, 10**15), (9, 9, 9, 1, 1, 1), k=chance.randint(2, 4)),
    }[sheet["ask"] or sheet["type"]]()


def made_up_log(chance):
    def one(number):
        kind = chance.choice(("vote", "commit", "commit", "hint", "note", "reset"))
        return event(
            id=f"event-{chance.randint(0, 30):04d}", time=f"2026-11-24T10:00:{chance.randint(0, 9):02d}.000Z", kind=kind, attempt=chance.randint(1, 4),
            vote=chance.choice((None, 1, 2)), item=chance.choice(("a", "b", "c")), item_version=chance.choice(("v1", "v1", "v0")), answer=number,
        )  # fmt: skip

    # The same id stands for the same line, as it does in a real log.
    lines = {made["id"]: made for made in map(one, range(chance.randint(0, 25)))}
    events = list(lines.values()) + chance.choices(list(lines.values()), k=2 if lines else 0)
    chance.shuffle(events)
    return events


def ask(page, function, content):
    """Call a function in the page; as JSON text, which is much faster than value by value."""
    return json.loads(page.evaluate(f"(text) => JSON.stringify(({function})(JSON.parse(text)))", json.dumps(content)))


def test_ten_thousand_verdicts_agree(module):
    chance = random.Random(20201118)
    cases = [
        {"sheet": (sheet := made_up_sheet(chance)), "answer": made_up_answer(chance, sheet)} for _ in range(10_000)
    ]
    theirs = ask(module, "(cases) => cases.map((c) => lesson.grade(c.sheet, c.answer))", cases)
    ours = [dataclasses.asdict(grade(case["sheet"], case["answer"])) for case in cases]
    ours = [{"outcome": verdict["outcome"], "options": list(verdict["options"])} for verdict in ours]
    assert [(c, o, t) for c, o, t in zip(cases, ours, theirs, strict=True) if o != t][:3] == []
    assert len({(case["sheet"]["type"], verdict["outcome"]) for case, verdict in zip(cases, ours, strict=True)}) >= 26


def test_ten_thousand_folds_agree(module):
    chance = random.Random(20160817)
    versions = {"a": "v1", "b": "v1", "d": "v1"}
    cases = [made_up_log(chance) for _ in range(10_000)]
    ours = [{item: dataclasses.asdict(state) for item, state in fold(events, versions).items()} for events in cases]
    theirs = ask(module, "([cases, versions]) => cases.map((c) => lesson.fold(c, versions))", [cases, versions])
    assert [(o, t) for o, t in zip(ours, theirs, strict=True) if o != t][:2] == []
