"""`make bench`: every figure in one run, as Markdown on standard output."""

from __future__ import annotations

import os
import platform
import sys
import time
from importlib.metadata import version

from bench import class_room, clicks, report, starts
from bench.page import opened


def load() -> str:
    """The load average over one minute, where the system has one."""
    return f"{os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else "unknown"


def say(what: str) -> None:
    print(f"{what} (load average {load()})", file=sys.stderr, flush=True)


def main() -> None:
    """Measure and print; what cannot be measured is said, and is a failure."""
    try:
        measure()
    except RuntimeError as error:
        sys.exit(f"Not measured. {error}")


def measure() -> None:
    began, at_start = time.monotonic(), load()
    say("a class ...")
    classes = class_room.table()
    with opened() as bench:
        say("imports ...")
        imported, heavy = starts.imports(bench)
        say("first questions ...")
        first = starts.first_question(bench)
        say("clicks, kernel idle and busy ...")
        idle, busy, kept = clicks.idle_and_busy(bench)
        say("clicks, 100 ms away ...")
        away = clicks.away(bench)
        say("clicks, the whole lesson ...")
        lesson = clicks.whole_lesson(bench)
        chromium = bench.chromium.version
    by = {"idle kernel": idle, "100 ms away, each way": away, "kernel busy 8 s": busy}
    print(
        f"{os.cpu_count()} processors, Python {platform.python_version()}, Chromium {chromium},"
        f" JupyterLab {version('jupyterlab')}, jupyterquiz {version('jupyterquiz')}."
        f" Load average {at_start} at start, {load()} at the end; {time.monotonic() - began:.0f} s.\n"
    )
    print(report.clicks(by, lesson), end="\n\n")
    print(report.others(idle, kept, first, imported, heavy), end="\n\n")
    print(classes)


if __name__ == "__main__":
    main()
