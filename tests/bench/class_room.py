"""How long a class takes to read and to show: 500 learners and 35,000 events, and what joining costs an answer."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import school

from lesson.bank import journey
from lesson.record.log import Log
from lesson.school import figures, learner
from lesson.school.classroom import Classroom
from lesson.school.copier import Copier

LEARNERS, QUESTIONS = 500, 35
ANSWERS = 200


def timed(does: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that something takes, and what it returns."""
    began = time.perf_counter()
    found = does()
    return time.perf_counter() - began, found


def reads() -> dict[str, float]:
    """Seconds to read a class first, again, and after one answer; to count it; and megabytes that it takes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        asked, made = school.sheets(QUESTIONS), school.truth(LEARNERS, QUESTIONS)
        events = school.write(folder, made, asked)
        first, room = timed(lambda: Classroom([folder]))
        counted, _ = timed(lambda: figures.figures(asked, room.first_answers(asked)))
        again, _ = timed(room.refresh)
        some = next(folder.glob("*.jsonl"))
        line = {**school.lines(made, asked, 0)[0], "id": "one-more-answer", "attempt": 2}
        with some.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        changed, _ = timed(room.refresh)
        recounted, _ = timed(lambda: figures.figures(asked, room.first_answers(asked)))
        tracemalloc.start()
        other = Classroom([folder])
        size = tracemalloc.get_traced_memory()[0] / 1e6
        tracemalloc.stop()
        assert other.files == LEARNERS
    return {
        "events": events, "first read, s": first, "first count, s": counted, "second read, s": again,
        "read after one answer, s": changed, "count after one answer, s": recounted, "memory, MB": size,
    }  # fmt: skip


def appends(joined: bool) -> float:
    """Median milliseconds to save an answer, in a class or not."""
    with tempfile.TemporaryDirectory() as place:
        log = Log(Path(place, "answers"))
        copier = Copier(log)
        Path(place, "class").mkdir()
        if joined:
            learner.join(log, copier, str(Path(place, "class")))
        item = journey.graded()[0]
        took = []
        for number in range(ANSWERS):
            event = {
                "v": 1, "id": f"event-{number:04}", "time": "2026-01-01T10:00:00.000Z", "notebook": "bench",
                "item": item.id, "item_version": item.version, "kind": "commit", "attempt": 1 + number, "vote": None,
                "answer": 0, "confidence": None,
            }  # fmt: skip
            seconds, _ = timed(lambda event=event: log.append(event))  # type: ignore[misc]
            took.append(seconds)
        copier.wait(10)
    return statistics.median(took) * 1000


def table() -> str:
    """The figures as a table in Markdown."""
    rows = [(name, f"{value:.3g}" if isinstance(value, float) else f"{value:,}") for name, value in reads().items()]
    rows += [
        (f"save an answer, {name}, ms", f"{appends(on):.2f}") for name, on in (("alone", False), ("in a class", True))
    ]
    lines = [f"| a class of {LEARNERS} | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
