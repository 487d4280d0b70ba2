"""What several tests need: the project's root, a copy of the project to spoil, events, a browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
TINY = HOME / "tests" / "tiny_course"
LESSONS = sorted((HOME / "notebooks").glob("[0-9][0-9]_*.ipynb"))
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)


def vectors():
    return json.loads((HOME / "tests" / "vectors.json").read_text(encoding="utf-8"))


def tracked():
    """Every file that is committed, or would be."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=True,
    )
    return [HOME / name for name in done.stdout.splitlines() if (HOME / name).is_file()]


def event(**changes):
    """A whole event, with some fields changed."""
    made = {
        "v": 1, "id": "event-0001", "time": "2026-11-24T10:00:00.000Z", "notebook": "00", "item": "00-a",
        "item_version": "v1", "kind": "commit", "attempt": 1, "vote": None, "answer": 0, "confidence": 50,
    }  # fmt: skip
    return {**made, **changes}


def copy_project(to: Path) -> Path:
    """A copy of what git would give a newcomer, to change and spoil."""
    skip = shutil.ignore_patterns(
        ".venv*", ".git", "build", "my-answers", "__pycache__", ".*_cache", ".ipynb_checkpoints", "essay.local.txt"
    )
    return Path(shutil.copytree(HOME, to, ignore=skip))


def run_python(project: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in a project, with its package on the path."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=project, capture_output=True, text=True, timeout=300,
        env={**os.environ, "PYTHONPATH": str(project / "notebooks"), **env},
    )  # fmt: skip


def nbval(project: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Compare lessons of a project strictly, as `make test` does."""
    return run_python(
        project, "-m", "pytest", *(names or ["notebooks"]), "--nbval", "--nbval-current-env",
        "--nbval-sanitize-with=tests/sanitize.cfg", "--nbval-cell-timeout=60",
    )  # fmt: skip


def browser() -> str | None:
    """Where a Chromium or Chrome is, if there is one."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or next((place for place in PLACES if Path(place).exists()), None)


def questions(folder: Path, text: str, lesson: str = "00") -> Path:
    """Write the questions of a lesson into a folder of their own, as a course keeps them."""
    path = folder / f"{lesson}_made_up" / "questions.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def tiny_items():
    """The questions of the tiny course, for parameters: these are made before any fixture runs."""
    from lesson.bank import load
    from lesson.core import home

    with home.at(TINY):
        return load.items("00")


def item_of(path: Path, item_id: str):
    """One item of a file of questions."""
    from lesson.bank import load

    return next(item for item in load.load(path)[0] if item.id == item_id)


def stands(lesson, n, extra=0):
    """What the line of the course says when `n` questions of a lesson's core and `extra` others have an answer."""
    from lesson.bank import lessons

    more = len(lessons.extra(lesson))
    return f"Lesson {lesson}: {n} of {asked(lesson) - more} answered, extra: {extra} of {more}"


def asked(lesson):
    """How many questions a lesson of the course asks."""
    (path,) = HOME.glob(f"course/{lesson}_*/lesson.md")
    return len(set(re.findall(r'^lesson\.ask\("([^"]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)))


def card(page, item):
    """The card of one item, scrolled into view."""
    found = page.locator(f'.lesson-card[data-item="{item}"]')
    found.scroll_into_view_if_needed()
    return found


ITEMS = """
- id: 00-number
  type: numeric
  objective: Estimate.
  stem: How many diplomats may be abroad?
  unit: diplomats
  key: 215 to 502
  near: x2
  span: 10 to 10000
  log: true
  hints: [Think of one mission first., Then count the missions.]
  options:
    - {text: inside, feedback: It fits the lists.}
    - {text: near, feedback: Within a factor of two., mistake: rounding}
    - {text: far, feedback: Too far from the lists., mistake: no unit}
  explanation: Missions times staff.
  evidence: [C5]
- id: 00-text
  type: reflect
  objective: Write.
  stem: Rewrite the last two sentences.
  options:
    - {text: "Level 1: one side only", feedback: One signer must refuse.}
    - {text: "Level 2: hedged", feedback: It says nothing.}
  explanation: A model answer.
  evidence: [C6]
- id: 00-opinion
  type: scale
  objective: Say.
  stem: Do you agree?
  ends: ["no", "yes"]
  votes: 2
  again_in: "05"
  options:
    - {text: agreement, feedback: Kept.}
  explanation: Kept.
  evidence: [C6]
- id: 00-debate
  type: single
  objective: Choose.
  stem: Which one?
  votes: 2
  isomorph: 00-ticks
  options:
    - {text: the first, correct: false, feedback: No., mistake: haste}
    - {text: the second, correct: true, feedback: Yes.}
  explanation: Why.
  evidence: [C5]
- id: 00-weigh
  type: match
  objective: Place and weigh.
  stem: Where does each card belong, and how much does it weigh?
  columns: [for, against]
  weights: [none, a little, a lot]
  hints: [Look at who says so.]
  options:
    - {text: the first card, correct: for, feedback: A row says so., mistake: haste}
    - {text: the second card, correct: against, also: [for], verdict: debated, evidence: [C5], feedback: Both can be argued., mistake: haste}
  explanation: Why.
  evidence: [C5]
- id: 00-argue
  type: single
  objective: Choose.
  stem: Which reading do you hold?
  options:
    - {text: one reading, verdict: debated, evidence: [C5], feedback: It can be argued.}
    - {text: another reading, verdict: debated, evidence: [C6], feedback: It can be argued.}
    - {text: a third, correct: false, feedback: No., mistake: haste}
  explanation: Why.
  evidence: [C5]
- id: 00-ticks
  type: multiple
  objective: Tick.
  stem: Which fit?
  options:
    - {text: first, correct: true, feedback: It fits., left: You left out one that fits.}
    - {text: second, correct: false, feedback: It does not., mistake: haste}
  explanation: Why.
  evidence: [C5]
- id: 00-pick
  type: pick
  objective: Tick rows.
  stem: Which of these fit?
  hints: [Look at the second column.]
  table:
    label: paper
    columns: {confidence: confidence}
    text: what it says
  rows:
    - {row: E-A1-01, label: one, says: The first., code: {kept: so}, proof: ["evidence_id: E-A1-01"], feedback: It fits., mistake: haste}
    - {row: E-A1-02, label: two, says: The second., code: {kept: not}, proof: ["evidence_id: E-A1-02"], feedback: It does not., mistake: haste}
    - {row: E-A1-03, label: three, says: "A longer text, of a few words more than the others have.", code: {kept: so}, proof: ["evidence_id: E-A1-03"], feedback: It fits too., mistake: haste}
    - {row: E-A1-04, label: four, says: The fourth., code: {kept: not}, proof: ["evidence_id: E-A1-04"], verdict: debated, evidence: [C5], feedback: Both can be argued., mistake: haste}
    - {row: E-A1-05, label: five, says: The fifth., code: {kept: not}, proof: ["evidence_id: E-A1-05"], feedback: It does not., mistake: haste}
  key: rows where kept = so
  key_is: [A, C]
  explanation: Why.
  evidence: [C5]
- id: 00-order
  type: order
  objective: Put in order.
  stem: Which lasted longest? Put the longest first.
  votes: 2
  isomorph: 00-ticks
  table:
    label: story
    text: how long it was told
  rows:
    - {row: E-A1-01, label: one, says: In 2015., code: {a: 2015-01, b: 2015-03}, proof: ["evidence_id: E-A1-01"], feedback: Two months., mistake: haste}
    - {row: E-A1-02, label: two, says: For years., code: {a: 2015-01, b: 2018-03}, proof: ["evidence_id: E-A1-02"], feedback: Three years., mistake: haste}
    - {row: E-A1-03, label: three, says: For most of a year., code: {a: 2015-01, b: 2015-10}, proof: ["evidence_id: E-A1-03"], feedback: Nine months., mistake: haste}
    - {row: E-A1-04, label: four, says: For a month., code: {a: 2015-01, b: 2015-02}, proof: ["evidence_id: E-A1-04"], feedback: One month., mistake: haste}
  key: longest first by months from a to b
  key_is: [B, C, A, D]
  explanation: Why.
  evidence: [C5]
- id: 00-group
  type: group
  objective: Put together.
  stem: Which pages rest on the same voice? Put them together.
  table:
    label: page
    text: whom it has it from
  table_beside:
    label: voice
    columns: {about: about}
    rows:
      - {row: E-A1-01, label: the clerk}
      - {row: E-A1-02, label: the guest}
  rows:
    - {row: E-A1-01, label: one, says: The clerk., code: {voice: clerk}, proof: ["evidence_id: E-A1-01"], feedback: The clerk speaks., mistake: haste}
    - {row: E-A1-02, label: two, says: A guest., code: {voice: guest}, proof: ["evidence_id: E-A1-02"], feedback: The guest speaks., mistake: haste}
    - {row: E-A1-03, label: three, says: Somebody in the house., code: {voice: clerk}, proof: ["evidence_id: E-A1-03"], feedback: The clerk again., mistake: haste}
    - {row: E-A1-04, label: four, says: Somebody on a visit., code: {voice: guest}, proof: ["evidence_id: E-A1-04"], feedback: The guest again., mistake: haste}
  key: rows with the same voice
  key_is: [[A, C], [B, D]]
  explanation: Why.
  evidence: [C5]
- id: 00-place
  type: mark
  ask: one
  objective: Find the place.
  stem: The second page repeats the first. Which piece changed on the way?
  text_beside: "**First page, in our words.** A source says that a clerk came in May."
  title: Second page, in our words
  votes: 2
  isomorph: 00-places
  options:
    - {text: Sources say, correct: true, feedback: One source became several.}
    - {text: that a clerk from the office of the harbour, correct: false, feedback: The same on both pages., mistake: haste}
    - {text: came in May., verdict: debated, evidence: [C5], feedback: Whether a month can grow is open.}
  explanation: Read the words that say who says so.
  evidence: [C5]
- id: 00-places
  type: mark
  objective: Find each place.
  stem: Which sentences can one announcement show true?
  from: seeds/digest.md
  options:
    - {text: 1, correct: true, feedback: One case is enough., left: You left one that needs no more.}
    - {text: 2, correct: false, feedback: This is about all., mistake: one to all}
    - {text: 3, correct: false, feedback: This is about all of them., mistake: one to all}
    - {text: 4, verdict: debated, evidence: [C5], feedback: It depends on the day.}
  explanation: How much a sentence claims decides how much it needs.
  evidence: [C5]
- id: 00-guess
  type: predict
  ask: number
  objective: Expect something.
  stem: In how many did the first report come in the same year?
  unit: departures
  record: 14
  shown: 14 of 22
  beside: The others came in the years after.
  opens: the table of departures
  span: 0 to 22
  explanation: An event is not news of an event.
  evidence: [C5]
- id: 00-which-day
  type: predict
  ask: choice
  objective: Expect something.
  stem: On which day did he say it?
  shown: both
  options:
    - {text: the first, feedback: He did say it on the first day.}
    - {text: the second, feedback: He did say it on the second day.}
  explanation: So it does not come from the audience.
  evidence: [C5]
- id: 00-line
  type: predict
  ask: line
  objective: Expect something.
  stem: In 2009 there were 2009. What came next?
  unit: people
  series: spoken
  years: 2009 to 2014
  span: 2000 to 2030
  shown: 2009 in 2009, 2014 in 2014
  explanation: A count says when one got in.
  evidence: [C5]
"""
"""One item of every type, and of every kind of state."""
