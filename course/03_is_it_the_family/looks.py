"""What lesson 03 draws: the ladder of harm to families, and the rule on children beside the counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from course.shared import facts
from lesson.bank import filled, written
from lesson.bank.facts import as_read
from lesson.screen.drawn.drawing import Drawing
from lesson.screen.drawn.ladder import Halves, Rung, Said, ladder
from lesson.screen.drawn.timeline import Counts, Lane, Point, timeline
from lesson.screen.registries import Drawn, look
from lesson.screen.written import draw
from lesson.tables import find

from .facts import DIPLOMATS


@look("ladder drawn")
def ladder_drawn() -> Drawn:
    """Verb by verb what is said of diplomats' families and of others, from the ground up; the table in a fold."""
    found, rungs = written.find("ladder"), dict[str, tuple[list[Said], list[Said]]]()
    for page in found.pages:
        made, _ = filled.fill(found, page)
        for line, cells in zip(page.lines, made.lines, strict=True):
            sides = rungs.setdefault(line.said("verb"), ([], []))
            if line.rows:
                row = find(line.rows[0])[1]
                sides[row["about"] != DIPLOMATS].append(Said(cells[SAYS].words, row["confidence"]))
    drawn = [Rung(verb, left[:1], right[:1]) for verb, (left, right) in rungs.items()]
    counted = [sum(bool(side) for side in sides) for sides in zip(*((r.left, r.right) for r in drawn), strict=True)]
    return Drawing(
        "What is said to happen to families, verb by verb",
        "The source here that the editors trust most, for each verb and each group; read from the ground up",
        lambda width: ladder(drawn, HALVES, width),
        f"A ladder of {len(drawn)} verbs. On {counted[0]} of them a source speaks of diplomats' families, on "
        f"{counted[1]} of other families.",
        f"n = {sum(counted)} sources in our rows; {as_read()}. Thicker: trusted more. Dotted: no source here.",
        table=replace(draw(found, 1), caption=ROWS, below="What is said of one group is not shown for another."),
    )


ROWS = "Line by line."
"""What the table in the fold of a figure is called: the figure says already what it holds."""
SAYS = 2
"""The column of the ladder's table that says what happened."""
HALVES = Halves("Diplomats' families", "Other families", "no source in our rows")


@look("openings drawn")
def openings_drawn() -> Drawn:
    """The rule on children, what else changed, and who reached the South, over the same years; the table in a fold."""
    lanes = [Lane("The rule on children, as reported", _points(RULE)), Lane("Something else", _points(ELSE))]
    counts = {int(year): facts.posted_officials(year) for year in ("2013", "2014", "2015")}
    listed = ", ".join(f"{count} in {year}" for year, count in counts.items())
    return Drawing(
        "The rule on children moved, and so did other things",
        "Reports on the rule, a purge, and posted officials of every kind who reached the South",
        lambda width: timeline(lanes, Counts(COUNTED, counts, "no count here"), FIRST, LAST, width),
        f"One time line, {FIRST} to {LAST}: {listed}. The rule was looser from 2009, tighter in May 2013, and looser "
        "again in October; the purge came in December.",
        f"n = {len(RULE) + len(ELSE)} reports and {len(counts)} counts in our rows; {as_read()}. Bars: people.",
        table=replace(draw(written.find("openings"), 1), caption=ROWS, below=COUNT),
    )


COUNT = (
    "Count: as the South's intelligence service told parliament; none here of families that lived abroad together. In "
    "2015 families of diplomats were often kept in Pyongyang, by report (Chosun Ilbo)."
)
FIRST, LAST = 2009, 2015
COUNTED = "Reached the South: posted officials of every kind"
RULE = {
    "TL-09": "families may come again, by one source",
    "TL-10": "looser in Europe and South-East Asia, by one source",
    "TL-12": "all children but one must go home",
    "TL-13": "taken back",
}
ELSE = {"TL-14": "a purge: an execution is announced", "TL-15": "envoys with links to it are called home"}


def _points(words: dict[str, str]) -> Sequence[Point]:
    """Each with the date of its row."""
    return [Point(find(row_id)[1]["date"], said) for row_id, said in words.items()]
