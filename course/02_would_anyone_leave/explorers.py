"""The grid of `rate`: every choice of assumptions as a sentence, with the two bands that lesson.js draws."""

from __future__ import annotations

from itertools import product
from typing import Any

from lesson.bank.facts import as_read
from lesson.screen.registries import Made, explorer

from . import rate_grid
from .facts import UNREPORTED
from .rate_grid import PERIODS, Rate


def _facets() -> list[dict[str, Any]]:
    """The choices of assumptions, each with its words."""
    missions, staff = rate_grid.missions(), rate_grid.staff()
    return [
        {
            "label": "Missions",
            "values": [f"{missions[0]} (lowest count)", f"{missions[1]} (highest count)"],
            "start": 1,
        },
        {
            "label": "Diplomats at a mission",
            "values": [
                f"{_n(staff[0])} (shortest list)",
                f"{_n(staff[1])} (mean of the lists)",
                f"{_n(staff[2])} (second longest list)",
            ],
            "start": 1,
        },
        {"label": "Years", "values": [f"{first} to {last}" for first, last in PERIODS], "start": 0},
        {
            "label": "Of all who left, without a report (assumed)",
            "values": ["none" if not share else f"{share} of 100" for share in UNREPORTED],
            "start": 0,
        },
    ]


@explorer("rate")
def rate_sheet() -> Made:
    """Return the sheet for lesson.js and the words that stand for it."""
    facets = _facets()
    places = list(product(*(range(len(facet["values"])) for facet in facets)))
    cells = {",".join(map(str, place)): rate_grid.cell(*place) for place in places}
    top = _round_up(max(cell.ignorance.high for cell in cells.values()))
    below = BELOW.format(as_read=as_read())
    sheet = {
        "id": "rate",
        "view": "rate",
        "title": "How many left, for 1,000 diplomats abroad in a year?",
        "facets": facets,
        "cells": {name: _cell(cell) for name, cell in cells.items()},
        "top": top,
        "ticks": [top * part // 5 for part in range(6)],
        "below": below,
    }
    lines = [f"- {facet['label']}: {'; '.join(facet['values'])}." for facet in facets]
    first, last = cells["1,1,0,0"], cells["0,0,0,2"]
    return sheet, [*lines, " ".join(_say(first)), " ".join(_say(last)), below]


BELOW = (
    "A diplomat-year is one diplomat abroad for one year. Chance: what luck alone could do if the choices above were"
    " true; it is the exact interval for a count (Garwood 1936), which holds 95 times in 100. Ignorance: from the most"
    " people abroad and nothing unreported, to the fewest people and most departures unreported. There is no luck in"
    " it, so the band of chance can reach past it. No mathematics narrows it; only better records could. The shares"
    " unreported are assumptions; nobody has counted them. Sources {as_read}."
)


def _cell(cell: Rate) -> dict[str, Any]:
    return {
        "say": _say(cell),
        "rate": round(cell.rate, 3),
        "chance": [round(cell.chance.low, 3), round(cell.chance.high, 3)],
        "ignorance": [round(cell.ignorance.low, 3), round(cell.ignorance.high, 3)],
    }


def _say(cell: Rate) -> list[str]:
    reports = f"{cell.reported} reported departures"
    more = f" and {cell.departures - cell.reported} assumed" if cell.departures > cell.reported else ""
    return [
        f"{cell.missions} missions with {_n(cell.staff)} diplomats each, for {cell.years} years, are"
        f" {cell.missions * cell.staff * cell.years:,.0f} diplomat-years. {reports}{more} make"
        f" {_n(cell.rate)} for each 1,000 diplomat-years.",
        f"Chance: luck alone could make it {_n(cell.chance.low)} to {_n(cell.chance.high)}."
        f" Ignorance: what nobody knows could make it {_n(cell.ignorance.low)} to {_n(cell.ignorance.high)}.",
    ]


def _n(value: float) -> str:
    """Two digits that count, and no more."""
    if value == int(value):
        return str(int(value))
    return f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def _round_up(value: float) -> int:
    """The next multiple of five."""
    return int(-(-value // 5) * 5)
