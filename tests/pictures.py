"""The pictures of docs/pictures: first screens, verdicts, the argument, the drawn line, the world; from plain pages.

`python do.py pictures` takes them all again, or those whose name begins with a word given to it.
"""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from browser.conftest import FLAGS, MODEL
from playwright.sync_api import Browser, Page, sync_playwright
from support import HOME, browser

import lesson
from lesson.bank import compile, journey, lessons, load
from lesson.bank.kinds import KINDS
from lesson.core.event import Event
from lesson.core.item import Item
from lesson.core.words import words
from lesson.publish import lesson_file, marks, page
from lesson.publish.preview import shots

FOLDER = HOME / "docs" / "pictures"
SCREEN = HOME / "notebooks" / "lesson" / "screen"
HERE = "http://lesson.test/"
WIDE, CARD, PHONE = (1280, 800), (760, 800), (375, 800)
FIGURES = {"world": WIDE, "counts": CARD, "waits": CARD, "ladder drawn": CARD, "openings drawn": CARD}
QUALITY = 45
EDGE = 8
"""Pixels around what is cut out."""
VOTES = (35, 20, 55, 70)
"""What somebody may have voted on the claims of the map."""
BROKEN = ".claim.dotted ~ .arrow.over ~ .arrow.over"


@dataclass(frozen=True)
class Picture:
    """One picture: its name, the blocks of its page, the window, light or dark, and which element is cut out.

    `press` is what is pressed before; where `map` is true the argument is shown, and no block.
    """

    name: str
    window: tuple[int, int]
    blocks: Sequence[page.Block] = ()
    cut: str = ""
    scheme: str = "light"
    press: str = ""
    map: bool = False
    title: str = field(default="Stay or Leave?")


def pictures() -> Iterator[Picture]:
    """Every picture that there is, in the order of their names' kinds."""
    yield from _firsts()
    yield from _verdicts()
    for name, window, scheme, press in (
        ("whole", WIDE, "light", ""),
        ("broken", WIDE, "light", BROKEN),
        ("dark", WIDE, "dark", BROKEN),
        ("phone", PHONE, "light", ""),
    ):
        yield Picture(f"map-{name}", window, map=True, scheme=scheme, press=press, cut=".lesson-card")
    drawn = next(item for item in journey.guesses() if item.ask == "line")
    for name, window, scheme in (("line", CARD, "light"), ("line-phone", PHONE, "light"), ("line-dark", CARD, "dark")):
        yield Picture(name, window, [_drawn(drawn)], ".lesson-card", scheme)
    for name, window in FIGURES.items():
        yield _figure(name, window, "light")
    yield _figure("world", WIDE, "dark")
    yield _figure("ladder drawn", PHONE, "light")


def _figure(name: str, window: tuple[int, int], scheme: str) -> Picture:
    kind = "" if scheme == "light" else "-dark"
    kind += "-phone" if window == PHONE else ""
    shown = page.Prose(lesson.show(name).html)
    return Picture(f"{name.replace(' drawn', '')}{kind}", window, [shown], ".lesson-figure", scheme)


def _firsts() -> Iterator[Picture]:
    """The first screen of each lesson with questions: its hook and its first question."""
    numbers = lessons.numbers()
    for number in numbers:
        yield _first(number, WIDE, "light")
    yield _first(numbers[0], WIDE, "dark")
    yield _first(numbers[0], PHONE, "light")


def _first(number: str, window: tuple[int, int], scheme: str) -> Picture:
    cells = lesson_file.read(number)[0]
    text = re.sub(r"<!--.*?-->", "", marks.fill(next(cell.source for cell in cells if cell.kind == "markdown")))
    heading, _, hook = text.partition("\n")
    item = load.items(number)[0]
    card = page.question(compile.compile(item), 1, len(load.items(number)))
    kind = ("" if scheme == "light" else "-dark") + ("-phone" if window == PHONE else "")
    title = heading.lstrip("# ")
    return Picture(f"first-{number}{kind}", window, [page.prose(hook), card], scheme=scheme, title=title)


def _verdicts() -> Iterator[Picture]:
    """A question of each kind after an answer, and two of them in other places."""
    for kind in KINDS:
        yield Picture(f"verdict-{kind}", CARD, [_answered(_shortest(kind), 1 - (kind == "scale"))], ".lesson-card")
    item = _shortest("multiple")
    yield Picture("verdict-multiple-dark", CARD, [_answered(item, 1)], ".lesson-card", "dark")
    yield Picture("verdict-multiple-phone", PHONE, [_answered(item, 1)], ".lesson-card")


def _shortest(kind: str) -> Item:
    """The question of a kind that takes the least room."""
    return min(
        (item for item in journey.items() if item.type == kind), key=lambda item: len(str(compile.compile(item)))
    )


def _drawn(item: Item) -> page.Card:
    """The card of a line that somebody has drawn: falling evenly to a third."""
    card, sheet = _answered(item, 0), compile.compile(item)
    first, years = sheet["record"][0], sheet["years"][1] - sheet["given"]
    line = [round(first * (1 - 2 / 3 * (n + 1) / years)) for n in range(years)]
    return replace(card, past=[{**event, "answer": line} for event in card.past])


def _answered(item: Item, place: int) -> page.Card:
    """The card of a question with one of the answers that a preview shows; the last one where there are fewer."""
    sheet = compile.compile(item)
    found = [shot for shot in shots(item, sheet) if _is_answer(shot.past, sheet["version"]) and not shot.say]
    shot = found[min(place, len(found) - 1)]
    return page.question(sheet, 1, 1, more={"again": shot.again}, past=shot.past, learner="picture")


def _is_answer(past: Sequence[Event], version: str) -> bool:
    return any(event["kind"] == "commit" and event["item_version"] == version for event in past)


def take(launched: Browser, picture: Picture) -> bytes:
    """One picture as WebP. Raises playwright's errors where the page does not come up."""
    width, height = picture.window
    context = launched.new_context(
        viewport={"width": width, "height": height}, color_scheme=picture.scheme, bypass_csp=True
    )  # type: ignore[arg-type]
    opened = context.new_page()
    _map(opened) if picture.map else _page(opened, picture)
    if picture.press:
        opened.locator(picture.press).first.press("Enter")
    opened.mouse.move(0, 0)
    opened.wait_for_timeout(300)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    if picture.cut:
        box = dict(opened.locator(picture.cut).first.bounding_box() or clip)
        clip = {"x": box["x"] - EDGE, "y": max(0, box["y"] - EDGE), "width": box["width"] + 2 * EDGE}
        clip["height"] = box["height"] + 2 * EDGE
        opened.set_viewport_size({"width": width, "height": max(height, round(clip["y"] + clip["height"]))})
    asked = {"format": "webp", "quality": QUALITY, "clip": {**clip, "scale": 1}}
    made = context.new_cdp_session(opened).send("Page.captureScreenshot", asked)
    context.close()
    return base64.b64decode(made["data"])


def _page(opened: Page, picture: Picture) -> None:
    html = page.page(picture.title, picture.blocks, keep=False)
    opened.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    opened.goto(HERE)
    if any(isinstance(block, page.Card) for block in picture.blocks):
        opened.wait_for_selector("html[data-ready]", state="attached")
    if picture.cut == ".lesson-figure":  # a wide one needs the whole window
        opened.add_style_tag(content=".page main { max-width: 68rem; } h1 { display: none; }")


def _map(opened: Page) -> None:
    """The argument, after votes on what is voted on."""
    card: Any = lesson.explore("map")
    voted = [journey.part(item) for _, item in journey.votes()]
    past = [
        {"v": 1, "id": f"vote-{n:04}", "time": "2026-01-01T10:00:00.000Z", "notebook": "00", "item": part["id"],
         "item_version": part["version"], "kind": "vote", "attempt": 1, "vote": 1, "answer": VOTES[n % 4], "confidence": 60}
        for n, part in enumerate(voted)
    ]  # fmt: skip
    style = "".join((SCREEN / name).read_text(encoding="utf-8") for name in ("lesson.css", "map.css"))
    body = "<body style='margin:16px;background:Canvas'></body>"
    opened.set_content(f"<!doctype html><style>:root{{color-scheme:light dark}}{style}</style>{body}")
    script = base64.b64encode((SCREEN / "map.js").read_bytes()).decode()
    opened.evaluate(
        "async (address) => { globalThis.lesson = await import(address); }", f"data:text/javascript;base64,{script}"
    )
    opened.evaluate(MODEL, [card.sheet, words("card"), past, False, "", {}])


def main(wanted: Sequence[str]) -> int:
    """Take the pictures, and say how large they are; what is no picture any more goes."""
    found = browser()
    if not found:
        print("There is no Chromium or Chrome here. Install one, then try again.")
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    every = list(pictures())
    for old in FOLDER.glob("*.webp"):
        if old.stem not in {picture.name for picture in every}:
            old.unlink()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=FLAGS)
        for picture in every:
            if not wanted or picture.name.startswith(tuple(wanted)):
                made = take(launched, picture)
                (FOLDER / f"{picture.name}.webp").write_bytes(made)
                print(f"{picture.name:24} {len(made) / 1024:5.0f} KB", flush=True)
        launched.close()
    total = sum(path.stat().st_size for path in FOLDER.glob("*.webp"))
    print(f"{len(every)} pictures, {total / 1024:.0f} KB together, in docs/pictures.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
