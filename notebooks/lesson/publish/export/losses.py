"""What a format cannot carry, kind by kind: each writer says so, and the table of it is printed and written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from lesson.core.item import Sheet
from lesson.core.words import words

WHOLE = "–"
"""What stands in the table where nothing is lost."""


class Losses:
    """How many questions of each kind each format carries, and what it loses of how many."""

    def __init__(self) -> None:
        self.carried: dict[tuple[str, str], int] = {}
        self.left_out: dict[tuple[str, str], list[str]] = {}
        self.lost: dict[tuple[str, str], dict[str, int]] = {}

    def carry(self, form: str, sheet: Sheet, names: list[str], whole: bool = True) -> None:
        """Note a question that is written, or left out where not `whole`, and the names of what it loses."""
        place = form, sheet["type"]
        self.carried[place] = self.carried.get(place, 0) + whole
        if not whole:
            self.left_out.setdefault(place, []).append(sheet["id"])
        here = self.lost.setdefault(place, {})
        for name in dict.fromkeys(names):
            here[name] = here.get(name, 0) + 1

    def rows(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Format, kind, questions carried, questions that lose something, and what they lose: one row a loss."""
        for (form, kind), carried in self.carried.items():
            lost = self.lost[form, kind] or {"": 0}
            for name, count in lost.items():
                yield form, kind, str(carried), str(count), words("lost")[name] if name else WHOLE

    def as_csv(self) -> str:
        """The table for a spreadsheet."""
        made = io.StringIO()
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow(["format", "kind", "carried", "affected", "lost"])
        writer.writerows(self.rows())
        return made.getvalue()

    def as_markdown(self) -> str:
        """The table for a page: what is lost, and of which kinds in each format. Without counts, which change often."""
        forms = list(dict.fromkeys(form for form, _ in self.carried))
        where: dict[str, dict[str, list[str]]] = {}
        for (form, kind), lost in self.lost.items():
            for name in lost:
                where.setdefault(name, {}).setdefault(form, []).append(kind)
        lines = [f"| {' | '.join(['lost', *forms])} |", f"| {' | '.join(['---'] * (len(forms) + 1))} |"]
        for name in words("lost"):
            if name in where:
                cells = [", ".join(sorted(where[name].get(form, ()))) for form in forms]
                lines.append(f"| {' | '.join([words('lost')[name], *cells])} |")
        return "\n".join(lines) + "\n"

    def counts(self) -> dict[str, int]:
        """How many questions each format carries."""
        total: dict[str, int] = {}
        for (form, _), carried in self.carried.items():
            total[form] = total.get(form, 0) + carried
        return total


def usual(sheet: Sheet) -> list[str]:
    """What a quiz of fixed questions loses, whatever the format: talk, certainty, weights, the drawing."""
    named = []
    if sheet["votes"] == 2:
        named.append("votes")
    if sheet["weights"]:
        named.append("weights")
    if sheet["ask"] == "line":
        named.append("drawing")
    return named
