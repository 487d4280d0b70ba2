"""Small readers of the files that `do.py export` writes: they grade as the systems do, and know nothing of a sheet."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from html import unescape
from xml.etree import ElementTree as ET

from lesson.bank.kinds import group

RIGHT = ("supported", "debated")


def unzipped(content):
    """The files of a zip, as texts."""
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        return {name: found.read(name).decode() for name in found.namelist()}


def bare(text):
    """XML without its name spaces."""
    root = ET.fromstring(text)
    for element in root.iter():
        element.tag = element.tag.rsplit("}", 1)[-1]
    return root


# ---------------------------------------------------------------- every answer that could be told apart


def firsts(sheet):
    return [list(option["verdicts"].values()).index("supported") for option in sheet["options"]]


def placings(sheet):
    """Where each card stands by the key; then each card in each other place, and every debated card in its other one."""
    goods = [[i for i, o in enumerate(option["verdicts"].values()) if o in RIGHT] for option in sheet["options"]]
    places = range(len(sheet["options"][0]["verdicts"]))
    yield [good[0] for good in goods]
    yield [good[-1] for good in goods]
    for card, place in itertools.product(range(len(goods)), places):
        yield [place if i == card else good[0] for i, good in enumerate(goods)]


def orders(sheet):
    """The key, every pair of it exchanged, and the order in which the cards are shown."""
    first = firsts(sheet)
    right = sorted(range(len(first)), key=lambda i: (first[i], i))
    yield right
    for a, b in itertools.combinations(range(len(right)), 2):
        swapped = list(right)
        swapped[a], swapped[b] = swapped[b], swapped[a]
        yield swapped
    yield list(range(len(right)))


def groupings(sheet):
    """The key, under other numbers too; each card in each other group, or alone; all together, and each alone."""
    keys = group.groups(sheet)
    yield keys
    yield [max(keys) - key for key in keys]
    for card, number in itertools.product(range(len(keys)), range(max(keys) + 1)):
        yield [number if i == card else key for i, key in enumerate(keys)]
    yield [0] * len(keys)
    yield list(range(len(keys)))


def numbers(sheet):
    """The ends of each band, a little further, and the middles."""
    for low, high in sheet["bands"]:
        if low is not None:
            reach = (high - low or abs(high) or 1) / 1000
            yield from (low, high, (low + high) / 2, low - reach, high + reach)
    yield -1e6
    yield 1e6


def answers(sheet):
    """Answers to a graded question: every option, every set of ticks, every card in every place."""
    count, kind = len(sheet["options"]), sheet["type"]
    if kind == "single" or (kind == "mark" and sheet["ask"] == "one"):
        return range(count)
    if kind in ("multiple", "pick", "mark"):
        sets = (itertools.combinations(range(count), n) for n in range(1, count + 1))
        return [list(ticks) for ticks in itertools.chain.from_iterable(sets)]
    return {"match": placings, "order": orders, "group": groupings, "numeric": numbers}[kind](sheet)


def as_first(answer):
    """A grouping, each card under the first card of its group."""
    return [answer.index(number) for number in answer]


def as_places(sheet, answer):
    """The index of a place for each card."""
    if sheet["type"] == "order":
        return [answer.index(i) for i in range(len(answer))]
    return as_first(answer) if sheet["type"] == "group" else answer


# ---------------------------------------------------------------- Moodle

FRACTION = r"=|%(-?[0-9]+(?:[.,][0-9]*)?)%"
ALTERNATIVE = re.compile(rf"~?({FRACTION})?(.+?(?<!\\|&)(?=[~#}}]|$))(#(.*?(?<!\\)(?=[~}}]|$)))?", re.S)
"""One choice of a Cloze, as Moodle's question/type/multianswer reads it."""
CLOZE = re.compile(r"\{([0-9]*):MC:(.*?)(?<!\\)\}", re.S)


def cloze(text):
    """The lists of a Cloze: (answer, fraction, what is said) for each choice of each."""
    found = []
    for match in CLOZE.finditer(text):
        choices = []
        for choice in ALTERNATIVE.finditer(match[2]):
            sign, percent, answer, _, said = choice.groups()
            fraction = 100.0 if sign == "=" else float(percent or 0)
            clean = [re.sub(r"\\([}#])", r"\1", unescape(part or "")) for part in (answer, said)]
            choices.append((clean[0], fraction, clean[1]))
        found.append(choices)
    return found


class Moodle:
    """One question of a Moodle file."""

    def __init__(self, element):
        self.kind = element.get("type")
        self.text = element.findtext("questiontext/text")
        self.after = element.findtext("generalfeedback/text")
        self.points = float(element.findtext("defaultgrade"))
        self.single = element.findtext("single") == "true"
        self.answers = [
            (a.findtext("text"), float(a.get("fraction")), a.findtext("feedback/text"), a.findtext("tolerance"))
            for a in element.findall("answer")
        ]

    def score(self, sheet, answer):
        """The share of the points, from 0 to 1, and what is said."""
        if self.kind == "numerical":
            return self._numerical(answer)
        if self.kind == "cloze":
            chosen = [parts[i] for parts, i in zip(cloze(self.text), as_places(sheet, answer), strict=True)]
            return sum(fraction for _, fraction, _ in chosen) / 100 / len(chosen), [said for _, _, said in chosen]
        chosen = [self.answers[i] for i in ([answer] if self.single else answer)]
        return max(0.0, sum(fraction for _, fraction, *_ in chosen) / 100), [said for _, _, said, _ in chosen]

    def _numerical(self, answer):
        for text, fraction, said, tolerance in self.answers:
            if text == "*" or float(text) - float(tolerance) <= answer <= float(text) + float(tolerance):
                return fraction / 100, [said]
        return 0.0, []


def moodle(text):
    """The questions of a Moodle file by their names, and its categories."""
    found, categories = {}, []
    for element in ET.fromstring(text).findall("question"):
        if element.get("type") == "category":
            categories.append(element.findtext("category/text"))
        else:
            found[element.findtext("name/text")] = Moodle(element)
    return found, categories


# ---------------------------------------------------------------- QTI 3.0


class Qti3:
    """One item of QTI 3.0, with the few rules that ours are made of."""

    def __init__(self, text):
        self.root = bare(text)
        self.declared = {d.get("identifier"): d for d in self.root.findall("qti-outcome-declaration")}
        self.cardinality = self.root.find("qti-response-declaration").get("cardinality")
        self.said = {
            m.get("identifier"): "".join(m.itertext()).strip() for m in self.root.findall("qti-modal-feedback")
        }

    def response(self, sheet, answer):
        """An answer as the interaction would give it."""
        if sheet["type"] == "numeric":
            return answer
        if sheet["type"] == "order":
            return [f"C{i}" for i in answer]
        if sheet["type"] in ("match", "group"):
            return [f"R{i} C{place}" for i, place in enumerate(as_places(sheet, answer))]
        return [f"C{i}" for i in answer] if isinstance(answer, list) else f"C{answer}"

    def outcomes(self, response):
        """Every outcome after the response is processed."""
        self.values = {"RESPONSE": response}
        for name, declared in self.declared.items():
            default = declared.findtext(".//qti-value")
            self.values[name] = [] if declared.get("cardinality") == "multiple" else default and float(default)
        for constant in self.root.findall("qti-template-declaration"):
            value = constant.findtext(".//qti-value")
            self.values[constant.get("identifier")] = int(value) if constant.get("base-type") == "integer" else value
        self._run(self.root.find("qti-response-processing"))
        return self.values

    def _run(self, rules):
        for rule in rules:
            if rule.tag == "qti-set-outcome-value":
                self.values[rule.get("identifier")] = self._value(rule[0])
            elif rule.tag == "qti-response-condition":
                self._branch(rule)

    def _branch(self, condition):
        for branch in condition:
            if branch.tag == "qti-response-else":
                self._run(branch)
                return
            if self._value(branch[0]):
                self._run(branch[1:])
                return

    def _value(self, node):
        kind = node.tag.removeprefix("qti-")
        if kind == "variable":
            return self.values[node.get("identifier")]
        if kind == "base-value":
            return float(node.text) if node.get("base-type") in ("float", "integer") else node.text
        parts = [self._value(child) for child in node]
        return {
            "is-null": lambda: parts[0] in (None, []),
            "match": lambda: parts[0] == parts[1],
            "member": lambda: parts[0] in parts[1],
            "index": lambda: parts[0][self.values[node.get("n")] - 1],
            "sum": lambda: sum(parts),
            "multiple": lambda: [*parts[0], *parts[1:]],
            "and": lambda: all(parts),
            "gt": lambda: parts[0] > parts[1],
            "gte": lambda: parts[0] >= parts[1],
            "lte": lambda: parts[0] <= parts[1],
        }[kind]()


# ---------------------------------------------------------------- Canvas


class Canvas:
    """One question of a quiz in QTI 1.2."""

    def __init__(self, element):
        fields = element.findall("itemmetadata/qtimetadata/qtimetadatafield")
        self.fields = {field.findtext("fieldlabel"): field.findtext("fieldentry") for field in fields}
        self.kind = self.fields["question_type"]
        self.offered = {lid.get("ident"): [label.get("ident") for label in lid.iter("response_label")]
                        for lid in element.iter("response_lid")}  # fmt: skip
        self.conditions = element.findall("resprocessing/respcondition")
        self.said = {f.get("ident"): f.findtext("flow_mat/material/mattext") for f in element.findall("itemfeedback")}

    def score(self, given):
        """The score of 100, and the names of what is said; `given` is a list or a number for each response."""
        score, told = 0.0, []
        for condition in self.conditions:
            if not self._holds(condition.find("conditionvar"), given):
                continue
            for change in condition.findall("setvar"):
                score = float(change.text) + (score if change.get("action") == "Add" else 0)
            told += [shown.get("linkrefid") for shown in condition.findall("displayfeedback")]
            if condition.get("continue") == "No":
                break
        return score, told

    def _holds(self, variables, given):
        tests = list(variables)
        wanted = [test.text for test in tests if test.tag == "varequal"]
        if self.kind == "ordering_question" and wanted:
            return given["response1"] == wanted
        if self.kind == "categorization_question" and wanted:
            return sorted(given[tests[0].get("respident")]) == sorted(wanted)
        return all(self._test(test, given) for test in tests)

    def _test(self, test, given):
        if test.tag == "other":
            return True
        if test.tag == "and":
            return all(self._test(child, given) for child in test)
        if test.tag == "not":
            return not self._test(test[0], given)
        value = given[test.get("respident")]
        return {
            "varequal": lambda: test.text in value,
            "vargte": lambda: value >= float(test.text),
            "varlte": lambda: value <= float(test.text),
        }[test.tag]()


def canvas(files):
    """The questions of a quiz by their names."""
    (quiz,) = (text for name, text in files.items() if "questestinterop" in text)
    return {element.get("title"): Canvas(element) for element in bare(quiz).iter("item")}
