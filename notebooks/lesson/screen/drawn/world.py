"""Countries on a map of the world: how many of something in each, and those that are marked; never a place in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lesson.screen.drawn.drawing import NARROW, Marks
from lesson.screen.drawn.svg import LINE, block, circle, n, path, rect, text, wrap

GROUND = "lesson-world-ground"
"""The name of all land and countries: they stand in the full map once, and the small one uses them."""
SQUARE = 13
"""Pixels of the square of a marked country."""


@dataclass(frozen=True)
class Spot:
    """Where a country stands on the map, the name of its shape, and where its own name is written."""

    x: float
    y: float
    shape: str
    label: tuple[float, float, str]


@dataclass(frozen=True)
class Shapes:
    """The shapes of a file: width, top and height of the map, all other land, countries by name, spots and regions."""

    width: float
    top: float
    height: float
    land: str
    countries: Mapping[str, str]
    spots: Mapping[str, Spot]
    regions: Mapping[str, tuple[float, float]]


def shapes(file: Path) -> Shapes:
    """Read the shapes. Raises OSError, ValueError or KeyError where the file is not there or is no such file."""
    found = json.loads(file.read_text(encoding="utf-8"))
    spots = {name: _spot(spot) for name, spot in found["spots"].items()}
    regions = {name: (at[0], at[1]) for name, at in found["regions"].items()}
    size = (found["width"], found["top"], found["height"])
    return Shapes(*size, found["land"], found["countries"], spots, regions)


def _spot(found: dict[str, Any]) -> Spot:
    (x, y), (label_x, label_y, anchor) = found["at"], found["label"]
    return Spot(x, y, found["shape"], (label_x, label_y, anchor))


@dataclass(frozen=True)
class World:
    """What is on the map: a number for each country, countries that are marked, totals by region, and their names.

    `listed` are the lines that stand below the map where it is too small for names. Raises KeyError, on drawing, for a
    country that the shapes do not have.
    """

    shapes: Shapes
    counts: Mapping[str, int]
    marked: Sequence[str]
    regions: Mapping[str, int]
    listed: Sequence[str]

    def draw(self, width: float) -> Marks:
        """The marks for a width: with names from the full width on, with a list below it under that."""
        return self._broad() if width >= self.shapes.width else self._narrow(width)

    def _ground(self) -> str:
        """All land, the countries with a number, the marked ones."""
        hosts = {self.shapes.spots[name].shape for name in self.counts}
        grounds = [
            path(self.shapes.countries[shape], "host" if shape in hosts else "land")
            for shape in sorted({self.shapes.spots[name].shape for name in (*self.counts, *self.marked)} - {""})
        ]
        return path(self.shapes.land, "land") + "".join(grounds)

    def _broad(self) -> Marks:
        marks = []
        for name in self.marked:
            spot = self.shapes.spots[name]
            marks += [
                _square(spot.x, spot.y, SQUARE),
                text(spot.label[0], spot.label[1], name, "halo q", spot.label[2]),
            ]
        for name, count in self.counts.items():
            spot = self.shapes.spots[name]
            marks += [
                circle(spot.x, spot.y, 6 + 2.5 * count**0.5 * 1.2, "count"),
                text(spot.x, spot.y + 4.5, str(count), "in", "middle"),
                text(*spot.label[:2], name, "halo", spot.label[2]),
            ]
        for name, count in self.regions.items():
            x, y = self.shapes.regions[name]
            marks += [text(x, y, f"{name} {count}", "b halo", "middle"), _row(x, y + 7, count)]
        inside = f'<g id="{GROUND}">{self._ground()}</g>{"".join(marks)}'
        return f'<g transform="translate(0 {n(-self.shapes.top)})">{inside}</g>', self.shapes.height

    def _narrow(self, width: float) -> Marks:
        share = width / self.shapes.width
        marks = [f'<g transform="scale({share:.4f}) translate(0 {n(-self.shapes.top)})"><use href="#{GROUND}"/></g>']
        for name in self.marked:
            spot = self.shapes.spots[name]
            marks.append(_square(spot.x * share, (spot.y - self.shapes.top) * share, 7))
        for name, count in self.counts.items():
            spot = self.shapes.spots[name]
            marks.append(circle(spot.x * share, (spot.y - self.shapes.top) * share, 3.2 + 0.8 * count, "count"))
        y = self.shapes.height * share + 24
        for words in self.listed:
            lines = wrap(words, NARROW - 8)
            marks.append(block(0, y, lines))
            y += len(lines) * LINE + 6
        return "".join(marks), y


def _square(x: float, y: float, side: float) -> str:
    """A crossed square around a point."""
    a, b = side / 2, side / 4
    cross = f"M{n(x - b)} {n(y - b)}l{n(2 * b)} {n(2 * b)}M{n(x + b)} {n(y - b)}l{n(-2 * b)} {n(2 * b)}"
    return rect(x - a, y - a, side, side, "box") + path(cross, "box")


def _row(x: float, y: float, count: int) -> str:
    """As many small squares as are counted, in rows of twelve around a middle."""
    squares = []
    for i in range(count):
        line, place = divmod(i, 12)
        wide = min(count - 12 * line, 12) * 8 - 2
        squares.append(rect(x - wide / 2 + place * 8, y + line * 8, 6, 6, "mark"))
    return "".join(squares)
