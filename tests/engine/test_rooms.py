"""The rooms of the engine: what each may know, and how large a thing may grow."""

import ast
import csv
import re
import tokenize

import pytest
from support import HOME

ENGINE = HOME / "notebooks" / "lesson"
FLOORS = {"core": 0, "tables": 1, "record": 1, "bank": 2, "school": 3, "screen": 4, "publish": 5}
MODULES = sorted(ENGINE.rglob("*.py"))
WRITTEN = [*MODULES, *sorted(ENGINE.rglob("*.js")), *sorted(ENGINE.rglob("*.json")), *sorted(ENGINE.rglob("*.css"))]
SUBJECT = (
    "korea|dprk|pyongyang|seoul|mongol|ulaanbaatar|diplomat|defect|embass|ambassador|envoy|consulate|havana|london|"
    "soviet|labourer|regime|exile|nyamdavaa|medium-2020|stay.or.leave"
)
ROWS = r"\b(?:PRK-\d|E-[ABC]|E-CL|TL-\d|ELI-|MIS-|ARR-|DESK-\d|CHAIN-|[A-C][1-6]\b(?![0-9a-f]))"
LESSONS = r"""["'`]0[0-6](?:-|["'`])|\b0[0-6]_[a-z]"""
ALLOWED: set[tuple[str, str]] = set()
"""Words of this essay that the engine may hold, file by file. There is none, and none should come."""


def name(path):
    return path.relative_to(HOME).as_posix()


def words_of(path):
    """The text of a file without comments that only link to a standard."""
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [path for path in WRITTEN if path.name not in ("lesson.js", "map.js", "page.js")], ids=name
)
def test_the_engine_names_no_essay(path):
    """No claim, row, lesson or word of the subject: another course needs no line of the engine changed."""
    found = re.findall(rf"(?i:{SUBJECT})|{ROWS}|{LESSONS}", words_of(path))
    assert [word for word in found if (name(path), word) not in ALLOWED] == []


@pytest.mark.parametrize(
    "text", ["North Korea's", "an embassy", '"E-A1-01"', "see C6", "'00-start'", "01_are_they", "PRK-2016-GBR"]
)
def test_the_scan_would_see_a_word_of_the_essay(text):
    assert re.search(rf"(?i:{SUBJECT})|{ROWS}|{LESSONS}", text)


def test_nobody_of_this_course_is_named_in_the_engine():
    with (HOME / "data" / "people.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    text = "\n".join(map(words_of, WRITTEN))
    assert names
    assert [person for person in names if person in text] == []


def imported(path):
    """Every module of the engine that a module imports, inside functions and for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("lesson"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lesson"):
            assert node.module is not None
            for alias in node.names:
                inner = ENGINE.parent / f"{node.module}.{alias.name}".replace(".", "/")
                is_module = inner.with_suffix(".py").is_file() or (inner / "__init__.py").is_file()
                yield f"{node.module}.{alias.name}" if is_module else node.module


def floor(module):
    return FLOORS.get(module.split(".")[1]) if module.count(".") else None


def dotted(path):
    parts = path.relative_to(ENGINE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent != ENGINE], ids=name)
def test_imports_run_downward_only(path):
    """Also inside functions and under TYPE_CHECKING; `lesson` itself, the front door, may be named by nobody."""
    mine = FLOORS[path.relative_to(ENGINE).parts[0]]
    for module in imported(path):
        theirs = floor(module)
        assert theirs is not None, f"{name(path)} imports the front door"
        same = module.split(".")[1] == path.relative_to(ENGINE).parts[0]
        assert theirs < mine or same, f"{name(path)} imports {module}"


def test_the_course_is_imported_by_nobody_in_the_engine():
    assert [name(path) for path in MODULES if re.search(r"^\s*(from|import) course\b", words_of(path), re.M)] == []


def circles(graph):
    """Every import that leads back to where it started."""
    found, done = [], set()

    def walk(node, path):
        if node in path:
            found.append([*path[path.index(node) :], node])
        elif node not in done:
            for other in graph.get(node, ()):
                walk(other, [*path, node])
            done.add(node)

    for start in graph:
        walk(start, [])
    return found


def test_no_imports_run_in_a_circle():
    graph = {dotted(path): {m for m in imported(path) if m != dotted(path)} for path in MODULES}
    assert circles(graph) == []
    assert circles({"a": {"b"}, "b": {"a"}}) != []


CODE = [*MODULES, *sorted((HOME / "course").rglob("*.py"))]


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_is_at_most_300_lines_and_a_function_one_screen(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 40, node.name


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_lint_rule_on_complexity_is_silenced(path):
    with tokenize.open(path) as file:
        text = file.read()
    assert not re.search(r"noqa: ?(?:[A-Z0-9, ]*)(?:C901|PLR)", text)
