"""`do.py export`: the questions in every format, into build/export, with the table of what each one loses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from lesson.bank import compile, lessons, load
from lesson.core import home
from lesson.core.words import say, words
from lesson.publish.export import anki, canvas, moodle, qti3, scorm
from lesson.publish.export.losses import Losses
from lesson.publish.export.parts import Files, Lesson

Writer = Callable[[Sequence[Lesson], Losses], Files]
WRITERS: dict[str, Writer] = {
    moodle.NAME: moodle.write,
    qti3.NAME: qti3.write,
    canvas.NAME: canvas.write,
    scorm.NAME: scorm.write,
    anki.NAME: anki.write,
}
NOTES = ("noteMoodle", "noteCanvas", "noteScorm")
TABLE = re.compile(r"(<!-- losses -->\n).*?(<!-- /losses -->)", re.S)
"""Where the table stands in docs/exports.md."""


def lesson(number: str) -> Lesson:
    """Return a lesson with its questions compiled. Raises DataError when its file has mistakes."""
    title = lessons.title(number)
    named = title if title.startswith(number) else f"{number} {title}"
    return Lesson(number, named, tuple(compile.compile(made) for made in load.items(number)))


def made(found: Sequence[Lesson], losses: Losses) -> Files:
    """Return every file of every format, and the table of losses."""
    files = {path: content for write in WRITERS.values() for path, content in write(found, losses).items()}
    return {**files, "losses.csv": losses.as_csv().encode()}


def main(arguments: Sequence[str]) -> int:
    """Write the lessons named by their numbers, or all; then also the table of losses in docs/exports.md."""
    found, losses = [lesson(number) for number in arguments or lessons.numbers()], Losses()
    folder = home.build() / "export"
    for path, content in made(found, losses).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    if not arguments:
        _keep(home.root() / "docs" / "exports.md", losses)
    _report(losses, sum(len(each.sheets) for each in found))
    return 0


def _keep(page: Path, losses: Losses) -> None:
    """Put the table into the page that explains the formats, where there is one."""
    if page.is_file():
        text = page.read_text(encoding="utf-8")
        told = TABLE.sub(lambda match: f"{match[1]}{losses.as_markdown()}{match[2]}", text)
        page.write_text(told, encoding="utf-8", newline="\n")


def _report(losses: Losses, total: int) -> None:
    print(losses.as_markdown())
    for form, count in losses.counts().items():
        print(say("export", "wrote", form=form, n=count, total=total))
    for (form, kind), ids in losses.left_out.items():
        print(say("export", "leftOut", form=form, kind=kind, n=len(ids), ids=", ".join(ids)))
    for note in NOTES:
        print(words("export")[note])
