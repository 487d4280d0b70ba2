"""What the engine asks of each kind of question. The type checker sees that each module of kinds/ has all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from lesson.bank.form import Form
from lesson.core.item import Item, Sheet, Verdict

Breach = tuple[str, str]
"""A rule that a question breaks: what is wrong, and how to mend it."""


class Kind(Protocol):
    """One kind of question.

    `DOES` says what the learner does, `LEAST` how many options it needs, `GRADED` whether an answer gets a verdict,
    `LISTED` whether the options may be read before answering: bands and rubrics would give the answer away.
    """

    DOES: str
    LEAST: int
    GRADED: bool
    LISTED: bool

    def own(self, item: Form, options: Sequence[Form]) -> dict[str, Any]:
        """Check what the table of fields cannot; return the fields of `Item` that this kind alone fills."""

    def worth(self, item: Form, option: Form) -> dict[str, Any]:
        """Return `verdicts` of an `Option`, and what else this kind alone fills; a mistake is kept in `option`."""

    def lint(self, item: Item) -> Iterator[Breach]:
        """Yield each rule for good questions of this kind that the item breaks."""

    def chance(self, item: Item) -> float:
        """How often blind guessing earns "supported" or "debated", between 0 and 1; 0 where nothing is graded."""

    def grade(self, sheet: Sheet, answer: Any) -> Verdict:
        """Return the verdict on an answer; whatever does not fit the sheet counts as unanswered."""
