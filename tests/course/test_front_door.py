"""The front door: what README, CONTRIBUTING and docs/ tell a stranger to run, open, read or set is there."""

import ast
import re

import pytest
import yaml
from support import HOME, LESSONS

import do
import lesson
from lesson.bank import lessons

README = HOME / "README.md"
PAGES = [README, HOME / "CONTRIBUTING.md", *sorted((HOME / "docs").glob("*.md"))]
FENCE = re.compile(r"^(`{3,4})(\w*).*?\n(.*?)^\1$", re.M | re.S)
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"(?:\bmake|\b(?:python|python3|py) do\.py) ([a-z-]+)(?: (\S+))?")
STEP = re.compile(r"^\d+\. .*$", re.M)
NAMED = re.compile(r"`([\w.]+)` in \[([\w./]+)\]\((\S+?)\)")
EACH = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)


def text_of(path):
    return path.read_text(encoding="utf-8")


def prose(text):
    """A page without its fenced blocks: an example in one is no heading and no link of the page."""
    return FENCE.sub("", text)


def commands(text):
    """(command, what it takes) wherever a page says one: between backticks, or on a line of a block for a shell."""
    told = CODE.findall(prose(text))
    told += [line for _, kind, body in FENCE.findall(text) if kind == "sh" for line in body.splitlines()]
    return [match.groups(default="") for line in told for match in COMMAND.finditer(line)]


def anchors(text):
    """What the headings of a page are called in an address."""
    titles = re.findall(r"^#+ (.*)", prose(text), re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def by_make():
    return set(re.search(r"^(lab [^:\n]*):", text_of(HOME / "Makefile"), re.M)[1].split())


def functions(path):
    """Names of functions in a module of Python or JavaScript; a method is named with its class."""
    if path.suffix == ".js":
        text = text_of(path)
        free = set(re.findall(r"^export (?:const|function) (\w+)", text, re.M))
        parts = re.split(r"^export class (\w+)", text, flags=re.M)[1:]
        inner = zip(parts[::2], parts[1::2], strict=True)
        return free | {f"{name}.{each}" for name, body in inner for each in re.findall(r"^  (\w+)\(.*\{$", body, re.M)}
    found = set()
    for node in ast.parse(text_of(path)).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return found


@EACH
def test_every_command_that_a_page_names_is_one(path):
    told = commands(text_of(path))
    assert [name for name, _ in told if not name.startswith("-") and name not in do.COMMANDS] == []
    options = [(name, option) for name, option in told if name.startswith("-")]
    assert options in ([], [("--help", "")])


def test_the_pages_name_commands_and_make_knows_each():
    assert {"lab", "test"} == {name for name, _ in commands("`make lab`\n```sh\npython do.py test\n```\nmake it")}
    assert by_make() == set(do.COMMANDS)
    assert len(commands(text_of(README))) > 8


def test_a_lesson_that_a_command_takes_is_there():
    told = [word for path in PAGES for code in CODE.findall(prose(text_of(path))) for _, word in COMMAND.findall(code)]
    numbers = {word for word in told if re.fullmatch(r"\d\d", word)}
    assert numbers
    assert numbers <= set(lessons.texts())


def test_the_page_of_commands_says_each_once():
    rows = re.findall(r"^\| `(?:make|python do\.py) (\w+)[^`]*` \|", text_of(HOME / "docs" / "commands.md"), re.M)
    assert sorted(rows) == sorted(do.COMMANDS)


@EACH
def test_every_link_and_picture_leads_somewhere(path):
    for picture, words, link in LINK.findall(prose(text_of(path))):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.is_relative_to(HOME), link
        assert there.exists(), link
        assert not anchor or anchor in anchors(text_of(there)), link
        assert not picture or len(words.split()) > 5, f"{link} says too little to who does not see it"


def test_each_door_has_a_picture_that_the_command_takes():
    doors = text_of(README).split("## Three doors")[1].split("\n## ")[0]
    shown = [link for picture, _, link in LINK.findall(doors) if picture]
    assert len(shown) == 3
    assert {link.rsplit("/", 1)[0] for link in shown} == {"docs/pictures"}
    heads = re.findall(r"^\*\*([^*]+)\.\*\*", doors, re.M)
    assert doors.strip().splitlines()[0] == f"| {' | '.join(heads)} |"


def test_readme_is_short_and_names_each_lesson_and_each_page():
    text = text_of(README)
    assert len(text.splitlines()) <= 260
    named = re.findall(r"^\| `(\d\d_\w+)` \|", text, re.M)
    assert named == [path.stem for path in LESSONS], "README has a line for each lesson, under 'The lessons'."
    linked = {link.partition("#")[0] for _, _, link in LINK.findall(text)}
    assert {path.relative_to(HOME).as_posix() for path in PAGES[1:]} <= linked


def test_the_start_is_two_commands_for_each_system():
    start = text_of(README).split("## Start in five minutes")[1].split("\n## ")[0]
    assert "| open the lessons | `make lab` | `python do.py lab` |\n" in start
    assert "| run every test | `make test` | `python do.py test` |\n" in start


def test_readme_cites_as_the_citation_file_does():
    cited = yaml.safe_load(text_of(HOME / "CITATION.cff"))
    (authors,) = (author["name"] for author in cited["authors"])
    year, version = str(cited["date-released"])[:4], cited["version"]
    assert f"> {authors} ({year}). *{cited['title']}* (version {version}).\n" in text_of(README)


@EACH
def test_every_setting_and_function_that_a_page_names_is_known(path):
    code = "".join(text_of(module) for module in (HOME / "notebooks" / "lesson").rglob("*.py"))
    text = text_of(path)
    assert [name for name in set(re.findall(r"LESSON_[A-Z]+", text)) if f'"{name}"' not in code] == []
    called = {name for piece in CODE.findall(prose(text)) for name in re.findall(r"^lesson\.(\w+)(?![\w.])", piece)}
    assert called - {"md", "js", "css"} <= set(lesson.__all__)


def test_the_way_of_an_answer_has_ten_lines_and_each_file_and_function_is_there():
    walk = HOME / "docs" / "walk.md"
    steps = STEP.findall(text_of(walk))
    assert len(steps) == 10
    for step in steps:
        named = NAMED.findall(step)
        assert named, step
        assert len(named) == len(LINK.findall(step)), step
        for name, shown, link in named:
            path = (walk.parent / link).resolve()
            assert path.as_posix().endswith(f"/{shown}"), step
            assert name in functions(path), f"{name} is not in {shown}"
        for file in re.findall(r"`(course/\S+)`", step):
            assert (HOME / file).is_file(), file


def test_the_walk_would_miss_a_function():
    screen = HOME / "notebooks" / "lesson" / "screen"
    assert {"Ask.commit", "Ask.draw"} <= functions(screen / "js" / "ask.js")
    assert {"if", "commit", "Ask.if", "Ask.gone"}.isdisjoint(functions(screen / "js" / "ask.js"))
    assert "Card.gone" not in functions(screen / "card.py")
