"""Rules of this course alone. Real people, some with families at risk: no name that is not in data/people.csv."""

from __future__ import annotations

from collections.abc import Iterator

from course.shared import order_of_rows as order_of_rows  # its rules are registered, too
from course.shared.absolutes import found, reviewed
from course.shared.addresses import KEPT, told_by
from course.shared.people import allowed, strangers
from lesson.bank.facts import as_of, newest
from lesson.core import home
from lesson.core.problem import Problem
from lesson.publish.own_rules import rule, texts
from lesson.tables.read import lined


@rule("names of people")
def names_of_people() -> Iterator[Problem]:
    """Every name in tables, seeds, questions and lessons that nobody has allowed."""
    people = allowed()
    for file, lines in texts():
        for line, text in enumerate(lines, 1):
            for name in strangers(text, people):
                mend = "write the post, such as 'a third secretary'; 'People' in data/README.md says who is named."
                yield Problem(file, line, "people", f"The name '{name}' is not in data/people.csv.", mend)


@rule("people in addresses")
def people_in_addresses() -> Iterator[Problem]:
    """Every address that names somebody whom nobody has allowed, a relative or an age, and has no reason to stay."""
    people = allowed()
    for line, row in lined("sources")[0]:
        told = told_by(row["url"], people) if row["url"] and row["source_id"] not in KEPT else []
        if told:
            what = f"The address says: {', '.join(told)}."
            mend = "empty the url and write no under linked; or give the reason in course/shared/addresses.py."
            yield Problem("data/sources.csv", line, row["source_id"], what, mend)


@rule("men and women add up")
def men_and_women_add_up() -> Iterator[Problem]:
    """In the table of arrivals, where both are given."""
    for line, row in lined("arrivals")[0]:
        if row["men"] is not None and row["men"] + row["women"] != row["total"]:
            what = f"{row['men']} men and {row['women']} women are not {row['total']}."
            yield Problem("data/arrivals.csv", line, row["arrival_id"], what, "read the source again.")


@rule("absolute sentences")
def absolute_sentences() -> Iterator[Problem]:
    """Every "nobody" or "all" about the world that names neither a source nor a scope, and that nobody looked at."""
    known = reviewed()
    for sentence, (file, line) in found().items():
        if sentence not in known:
            mend = "say who says so, or how far it reaches ('in our rows'); or look it up and add it to course/shared/"
            yield Problem(file, line, f"'{sentence[:60]}'", "It says more than one can know.", f"{mend}reviewed.txt.")


@rule("the newest source")
def newest_source() -> Iterator[Problem]:
    """The datasheet says when the pages were read, and of when the newest is."""
    text = (home.data() / "README.md").read_text(encoding="utf-8")
    for before, month in (("The newest of them is of", newest()), ("Our newest page is of", newest()), ("In", as_of())):
        if f"{before} {month}" not in text:
            line = 1 + text.count("\n", 0, max(0, text.find(before)))
            what, mend = f"It does not say '{before} {month}'.", "write it in the place of the earlier month."
            yield Problem("data/README.md", line, "datasheet", what, mend)
