"""Clicks on our card, on jupyterquiz and on a plain ipywidgets question, and what becomes of the answers."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field

from playwright.sync_api import Page

from bench.notebooks import BUSY_SECONDS, CLICKS, ITEM
from bench.page import Bench
from bench.proxy import SlowLine

NAMES = ("card", "quiz", "plain")
DELAY = 0.1
COMMITS = 20
TRIES = 3
EVERY_IDLE, EVERY_BUSY = 40, 110


@dataclass
class Clicks:
    """Milliseconds from click to feedback, by card, and to "Saved"."""

    feedback: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in NAMES})
    saved: list[float] = field(default_factory=list)


@dataclass
class Kept:
    """What the log held after each busy kernel: lines, and how many answers were lost or written twice."""

    lines: list[int] = field(default_factory=list)
    twice: int = 0


def idle_and_busy(bench: Bench) -> tuple[Clicks, Clicks, Kept]:
    """Click all three while the kernel is idle, then twice while it sleeps."""
    idle, busy, kept = Clicks(), Clicks(), Kept()
    with bench.page(CLICKS) as page:
        _run_cards(page)
        _click(page, idle, NAMES, 40)
        for _ in range(2):
            _while_busy(bench, page, busy, kept)
    return idle, busy, kept


def away(bench: Bench) -> Clicks:
    """Click all three over a line that is late by `DELAY` each way; the page itself is loaded without it."""
    found, line = Clicks(), SlowLine(bench.lab.port)
    with bench.page(CLICKS, f"http://127.0.0.1:{line.port}") as page:
        _run_cards(page)
        line.delay = DELAY
        _click(page, found, NAMES, 40)
        line.delay = 0.0
    return found


def whole_lesson(bench: Bench) -> Clicks:
    """Click our card among all the others of lesson 00."""
    found = Clicks()
    with bench.page("00_start_here.ipynb") as page:
        page.evaluate("() => bench.runAll()")
        page.locator(f'.lesson-card[data-item="{ITEM}"]').scroll_into_view_if_needed()
        page.wait_for_timeout(2000)
        _click(page, found, ("card",), 40)
    return found


def _run_cards(page: Page) -> None:
    page.evaluate("() => bench.runCards()")
    for selector in (".lesson-card", ".Quiz", ".plain-card"):
        page.wait_for_selector(selector)
    page.wait_for_timeout(1500)


def _click(page: Page, into: Clicks, names: tuple[str, ...], count: int, busy: bool = False) -> float:
    """Click each card `count` times, in turns; return how many seconds the clicks took."""
    every = EVERY_BUSY if busy else EVERY_IDLE
    asked = {"names": names, "item": ITEM, "count": count, "every": every, "wait": not busy}
    told = page.evaluate("(asked) => bench.rounds(asked)", asked)
    for click in told["clicks"]:
        into.feedback[click["name"]].append(click["feedback"])
        if click["saved"] is not None:
            into.saved.append(click["saved"])
    return float(told["took"]) / 1000


def _while_busy(bench: Bench, page: Page, into: Clicks, kept: Kept) -> None:
    """Click while the kernel sleeps; a round that outlasts the sleep is thrown away and tried again."""
    for _ in range(TRIES):
        before, found = bench.lab.lines(), Clicks()
        page.evaluate("() => bench.fallAsleep()")
        took = _click(page, found, NAMES, COMMITS, busy=True)
        lines = _new_lines(bench, before)
        if took < BUSY_SECONDS - 0.5:
            for name in NAMES:
                into.feedback[name] += found.feedback[name]
            kept.lines.append(len(lines))
            kept.twice += len(lines) - len({json.loads(line)["id"] for line in lines})
            return
    raise RuntimeError(f"The machine is too busy: {COMMITS} rounds of clicks took {took:.1f} s.")


def _new_lines(bench: Bench, before: list[str]) -> list[str]:
    """Wait until the log has every answer, then a little for what should not come; return the new lines."""
    end = time.monotonic() + 20
    while len(bench.lab.lines()) < len(before) + COMMITS and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(1)
    lines: list[str] = bench.lab.lines()[len(before) :]
    return lines
