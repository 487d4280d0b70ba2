"""SCORM 1.2: the page of each lesson as a module for any system that teaches, where its answers are kept.

scorm.js stands between the page and the system; where there is no system, the page works alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lesson.bank import compile, lessons, load
from lesson.core import home
from lesson.core.item import Sheet
from lesson.publish.document import island
from lesson.publish.export import parts
from lesson.publish.export.losses import Losses
from lesson.publish.export.parts import Files, Lesson
from lesson.publish.export.xml import document, tag
from lesson.publish.pages import site

NAME = "scorm"
PACKAGE = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
SCORM = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
HEAD = '<meta charset="utf-8">\n'
"""After this the script goes in: before the page reads what the browser keeps, and before a policy, which holds for
what stands below it."""


def write(lessons: Sequence[Lesson], losses: Losses) -> Files:
    """Return a package for each lesson."""
    found: Files = {}
    for lesson in lessons:
        for sheet in lesson.sheets:
            losses.carry(NAME, sheet, _lost(sheet))
        files = {"imsmanifest.xml": _manifest(lesson), "index.html": _joined(lesson_page(lesson.number), lesson)}
        found[f"{NAME}/{lesson.number}.zip"] = parts.zipped(files)
    return found


def _lost(sheet: Sheet) -> list[str]:
    named = ["noScore"]
    named += ["device"] if sheet["type"] == "reflect" else []
    named += ["otherPackage"] if sheet["again_in"] not in ("", sheet["lesson"]) else []
    return named


def lesson_page(lesson: str) -> str:
    """The page of a lesson, whole and alone."""
    return site.alone(lesson)


def _joined(html: str, lesson: Lesson) -> str:
    """The page with the script in its head. Raises ValueError for a page without the place for it."""
    if HEAD not in html:
        raise ValueError(f"The page of lesson {lesson.number} lacks {HEAD.strip()}.")
    script = (Path(__file__).parent / "scorm.js").read_text(encoding="utf-8")
    items = [[sheet["id"], sheet["version"], _form(sheet)] for sheet in (*lesson.sheets, *_again(lesson.number))]
    data = {"course": home.settings().id, "lesson": lesson.number, "items": items}
    return html.replace(HEAD, f"{HEAD}{island('scorm-data', data)}\n<script>\n{script}</script>\n", 1)


def _again(number: str) -> list[Sheet]:
    """Questions of other lessons on which this one takes the second vote."""
    found = (made for other in lessons.numbers() if other != number for made in load.items(other))
    return [compile.compile(made) for made in found if made.again_in == number]


def _form(sheet: Sheet) -> str:
    """What kind of answer the system is told of: letters, a number, a code, or none, where it is a text."""
    if sheet["type"] == "reflect":
        return ""
    if sheet["type"] in ("numeric", "scale") or sheet["ask"] == "number":
        return "numeric"
    return "fill-in" if sheet["type"] in parts.PLACED or sheet["ask"] == "line" else "choice"


def _manifest(lesson: Lesson) -> str:
    name = f"{home.settings().id}-{lesson.number}"
    metadata = tag("metadata", tag("schema", "ADL SCORM"), tag("schemaversion", "1.2"))
    item = tag("item", tag("title", lesson.title), identifier="item", identifierref="page", isvisible="true")
    organization = tag("organization", tag("title", lesson.title), item, identifier="lesson")
    page_of = tag(
        "resource",
        tag("file", href="index.html"),
        identifier="page",
        type="webcontent",
        adlcp__scormtype="sco",
        href="index.html",
    )
    content = (metadata, tag("organizations", organization, default="lesson"), tag("resources", page_of))
    spaces = {"xmlns": PACKAGE, "xmlns__adlcp": SCORM}
    return document(tag("manifest", *content, identifier=name, version="1.2", **spaces))
