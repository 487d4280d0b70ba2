"""The comparison of two services, property by property: what is set beside what, and which rows it rests on.

The short texts are ours; each rests on the rows beside it. Which planks hold is a question of lesson 04, not said here.
"""

from __future__ import annotations

from dataclasses import dataclass

SILENT = "The essay does not say."
NO_ROW = "No row."


@dataclass(frozen=True)
class Plank:
    """One property of two services: what the essay and other rows say of Mongolia, and what rows say of the DPRK."""

    name: str
    essay: str
    mongolia: str
    mongolia_rows: tuple[str, ...]
    dprk: str
    dprk_rows: tuple[str, ...]


@dataclass(frozen=True)
class Origin:
    """A piece of evidence on how people are chosen, in short, and why one may hesitate."""

    evidence_id: str
    says: str
    hesitate: str


PLANKS = (
    Plank(
        "Selection",
        "Many criteria; a poor herder family was one of them (sentences 9, 10).",
        "Almost all parents had been herders. By the 1980s many students sent abroad were from privileged families.",
        ("E-C1-06", "E-C1-07"),
        "Many criteria. Family background is checked, out to distant relatives. On paper, the label of a worker helps. "
        "The best-known diplomats seem to be heirs.",
        ("E-C1-02", "E-C1-03", "E-C1-04"),
    ),
    Plank(
        "Schooling",
        "Two Moscow schools were required (12, 13).",
        "MGIMO did form diplomats. No row makes it compulsory.",
        ("E-C2-01", "E-C2-02"),
        "Trained mostly at home, on a path that begins in childhood. No row makes any foreign school a condition.",
        ("E-C2-03",),
    ),
    Plank(
        "News",
        "Foreign papers and watching the BBC were part of training (15, 16).",
        "If so, a rare privilege: the capital sold no American or British newspapers in the late 1980s.",
        ("E-C2-07",),
        "Read the South's news agency each day, says a man who left; an American study adds special digests. He and "
        "another who left say that what they learned abroad turned them away.",
        ("E-C2-04", "E-C2-05"),
    ),
    Plank(
        "Party",
        "Membership was required, and one had to be recommended (17, 18).",
        "A sponsor was needed. No row says that membership was required of everybody abroad.",
        ("E-C3-01",),
        "A leaked form, which an exile outlet alone vouches for, makes those who recommend a cadre answerable. Two "
        "men with party offices left. No row gives membership as a written condition for every posting.",
        ("E-C3-02", "E-C3-03"),
    ),
    Plank(
        "Family",
        SILENT,
        NO_ROW,
        (),
        "At times all children but one had to stay in the North; the rule moved more than once. Families were also "
        "abroad together.",
        ("E-A3-01", "E-A3-18", "E-C5-04"),
    ),
    Plank(
        "Exit",
        "Of Mongolia nothing; of North Korea, that nobody can stop those who want to (29).",
        "Posts in the West were few. No case of leaving is known here, and nobody has counted.",
        ("E-C4-06",),
        "One man made his preparations alone and flew out with his family. Passports, phones and watching limit "
        "others; posts differ.",
        ("E-C5-02", "E-C5-03"),
    ),
    Plank(
        "Pay",
        SILENT,
        NO_ROW,
        (),
        "Low, say former diplomats; missions must earn money. Yet a wage at home is worth far less, says one, so a "
        "posting is a prize.",
        ("E-C4-03",),
    ),
    Plank(
        "Purge",
        SILENT,
        "In 1990 the party's highest body did not shoot; it gave up power. No row on earlier decades, or on diplomats.",
        ("E-C6-08",),
        "A scholar explains departures by executions at home; others stress sanctions or children.",
        ("E-C4-07",),
    ),
)

ORIGINS = (
    Origin(
        "E-A1-11",
        "A former second secretary in Hanoi: contests begin at about eleven. A school names pupils, and rounds decide "
        "on places in a foreign-language academy.",
        "The path of one person. A body tied to the South's intelligence service had him as a fellow.",
    ),
    Origin(
        "E-C1-02",
        "Former diplomats: marks and family background are checked. Anyone with a distant relative who opposed the "
        "state or went south is excluded.",
        "Southern media that depend on people who left. The rules of 2007 may have changed.",
    ),
    Origin(
        "E-C1-03",
        "A former counsellor in Havana: the label of a worker or soldier counted for more than his own, clerk. "
        "Powerful families have many members in the ministry.",
        "One man, explaining why his own career was blocked. The label is inherited; it proves no poverty today.",
    ),
    Origin(
        "E-C1-04",
        "By a research blog and a scholar, the best-known diplomats seem to be heirs of leading families.",
        "Well-known cases are the least typical, and no list shows the others. One of them describes his family "
        "otherwise.",
    ),
    Origin(
        "E-C1-05",
        "In the 1950s schools chose a tenant farmer's child and an independence fighter's child to study in Bulgaria.",
        "Students, not diplomats. Later, inherited status became the rule. Both students broke with Pyongyang.",
    ),
)
