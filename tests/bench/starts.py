"""How long until the first question is there, and what its import costs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import median
from typing import Any

from support import run_python

from bench.notebooks import BARE, CARD, OURS
from bench.page import Bench

TIMES = 5
HEAVY = ("pandas", "matplotlib")
IMPORT = """import json, sys, time
start = time.perf_counter()
{code}
took = (time.perf_counter() - start) * 1000
print(json.dumps({{"took": took, "modules": [name for name in {heavy} if name in sys.modules]}}))"""


@dataclass(frozen=True)
class Pair:
    """Milliseconds of ours, and of what it is compared with."""

    ours: list[float]
    other: list[float]

    @property
    def beyond(self) -> float:
        """How much more ours takes, by the medians."""
        return median(self.ours) - median(self.other)


def first_question(bench: Bench) -> Pair:
    """Run all cells on a fresh kernel until the card is visible, ours and a bare anywidget in turns."""
    pair = Pair([], [])
    for _ in range(TIMES):
        for book, selector, into in ((OURS, ".lesson-card form", pair.ours), (BARE, ".bare-card", pair.other)):
            with bench.page(book) as page:
                into.append(page.evaluate("(selector) => bench.untilVisible(selector)", selector))
    return pair


def imports(bench: Bench) -> tuple[Pair, list[str]]:
    """Import the package and make a question in fresh processes; return the times and which heavy modules came along."""
    pair, loaded = Pair([], []), set[str]()
    for _ in range(TIMES + 1):
        ours = _timed(bench, f"import lesson; {CARD}")
        loaded.update(ours["modules"])
        pair.ours.append(ours["took"])
        pair.other.append(_timed(bench, "import ipywidgets")["took"])
    return Pair(pair.ours[1:], pair.other[1:]), sorted(loaded)


def _timed(bench: Bench, code: str) -> Any:
    answers = str(bench.lab.project / "import-answers")
    done = run_python(bench.lab.project, "-c", IMPORT.format(code=code, heavy=HEAVY), LESSON_ANSWERS=answers)
    done.check_returncode()
    return json.loads(done.stdout)
