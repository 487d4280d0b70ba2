"""The fields that a `mark` has for itself: what is read, and how many places are marked."""

from __future__ import annotations

from lesson.bank.form import Field
from lesson.bank.values import Text, Words

ASKED = ("one", "several", "number", "choice", "line")

FIELDS: tuple[Field, ...] = (
    Field(
        "ask",
        Words("word", ASKED),
        "ask: one",
        "In a mark: one, or several where nothing is said. In a predict: number, choice or line.",
        kinds=("mark", "predict"),
        default_of={"mark": "several"},
    ),
    Field(
        "from",
        Text("text of the seeds", r"seeds/[a-z0-9_-]+\.md"),
        "from: seeds/digest.md",
        "Whose numbered sentences are marked; each option then gives the number of one as its text.",
        kinds=("mark",),
    ),
    Field(
        "title",
        Text(),
        "title: Second page, the same day, in our words",
        "A heading over the text that is marked.",
        kinds=("mark",),
        filled=True,
    ),
    Field(
        "text_beside",
        Text(),
        "text_beside: The first page, in our words.",
        "Another text that is read beside it, in Markdown.",
        kinds=("mark",),
        filled=True,
    ),
)
