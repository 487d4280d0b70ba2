"""Columns of one row, and rows of one chain, that must fit each other: what came first, what is lower."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from lesson.core.problem import Problem
from lesson.publish.own_rules import rule
from lesson.tables.describe import names
from lesson.tables.read import Row, lined

IN_TIME = {
    "cases": ("date_left", "public_since", "fuller_public_since"),
    "desk": ("report_date", "outcome_date"),
}
"""Columns of dates, each no later than the next that is filled."""
AGAIN = "read the source again, then correct one of the two."


def before(first: str, second: str) -> bool:
    """Whether a date is no later than another, as far as both are known: "2011-05" is not after "2011"."""
    known = min(len(first), len(second))
    return first[:known] <= second[:known]


@rule("dates in order")
def dates_in_order() -> Iterator[Problem]:
    """No row knows of something before it happened."""
    for table, columns in IN_TIME.items():
        for line, row in lined(table)[0]:
            filled = [(name, row[name]) for name in columns if re.match(r"\d{4}", row[name])]
            for (first, a), (second, b) in pairwise(filled):
                if not before(a, b):
                    what = f"{first} ({a}) is later than {second} ({b})."
                    yield Problem(f"data/{table}.csv", line, next(iter(row.values())), what, AGAIN)


@rule("lowest and highest")
def lowest_and_highest() -> Iterator[Problem]:
    """No lower end is above its higher one."""
    for table in names():
        for line, row in lined(table)[0]:
            low, high = row.get("value_low"), row.get("value_high")
            if low is not None and high is not None and low > high:
                what = f"value_low ({low}) is above value_high ({high})."
                yield Problem(f"data/{table}.csv", line, next(iter(row.values())), what, AGAIN)


@rule("years in ids")
def years_in_ids() -> Iterator[Problem]:
    """A case has the year of leaving, or of becoming known, in its id."""
    for line, row in lined("cases")[0]:
        year = row["case_id"].split("-")[1]
        if year.isdigit() and year not in (row["date_left"][:4], row["public_since"][:4]):
            what = f"The id says {year}; date_left is {row['date_left']}, public_since {row['public_since']}."
            yield Problem("data/cases.csv", line, row["case_id"], what, AGAIN)


@rule("claims in ids")
def claims_in_ids() -> Iterator[Problem]:
    """A piece of evidence bears on the claim that its id names."""
    for line, row in lined("evidence")[0]:
        claim = row["evidence_id"].split("-")[1]
        if claim not in row["bears_on"].replace(";", " ").split() and claim not in ("CL",):
            what = f"The id names {claim}; bears_on says {row['bears_on']}."
            yield Problem("data/evidence.csv", line, row["evidence_id"], what, "correct bears_on.")


@rule("links of a chain")
def links_of_a_chain() -> Iterator[Problem]:
    """Links are counted from 1, stand in time, and the first is an origin."""
    chains: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for line, row in lined("chain")[0]:
        chains[row["chain_id"]].append((line, row))
    for links in chains.values():
        for number, (line, row) in enumerate(links, 1):
            earlier = links[number - 2][1]["date"] if number > 1 else ""
            what = ""
            if row["order"] != number:
                what = f"The order is {row['order']}, where {number} is due."
            elif not before(earlier, row["date"]):
                what = f"It is of {row['date']}, before the link above it ({earlier})."
            elif number == 1 and row["new_origin"] != "yes":
                what = "The first link of a chain is an origin."
            if what:
                yield Problem("data/chain.csv", line, row["link_id"], what, AGAIN)


@rule("one main source")
def one_main_source() -> Iterator[Problem]:
    """A row rests on one main publication; the others are second ones."""
    found = lined("citations")[0]
    mains = Counter((row["table"], row["row_id"]) for _, row in found if row["role"] == "main")
    for line, row in found:
        if row["role"] == "main" and mains[row["table"], row["row_id"]] > 1:
            what = f"{row['row_id']} has {mains[row['table'], row['row_id']]} main sources."
            yield Problem("data/citations.csv", line, row["row_id"], what, "write second for all but one.")
