"""A whole lesson with the keyboard alone: no mouse, no script that moves the focus."""

from playwright.sync_api import expect
from support import asked, card, stands

from lesson.bank import lessons

EXTRA = len(lessons.extra("00"))
ALL = stands("00", asked("00") - EXTRA, EXTRA)
PRESSED = ("Answer", "Vote", "Keep", "I work alone: vote again")
HERE = """() => {
    const here = document.activeElement, card = here.closest(".lesson-card");
    return { item: card?.dataset.item ?? "", tag: here.tagName, kind: here.type ?? "", words: here.innerText ?? "",
        form: Boolean(here.closest("form")), done: Boolean(card?.querySelector("input:checked")),
        moves: Boolean(here.closest("form")) && here.innerText === "Down" };
}"""


def act(page, here, moved):
    """Do what a person would do at this stop, if it belongs to a question that is open."""
    if here["tag"] == "BUTTON" and here["words"].startswith(PRESSED):
        page.keyboard.press("Enter")
    elif here["moves"] and here["item"] not in moved:  # one move makes an order
        moved.add(here["item"])
        page.keyboard.press("Enter")
    elif (here["form"] and here["kind"] == "radio") or (
        here["form"] and here["kind"] == "checkbox" and not here["done"]
    ):
        page.keyboard.press("Space")
    elif here["form"] and here["tag"] == "SELECT":
        page.keyboard.press("ArrowDown")
    elif here["form"] and here["kind"] == "range":
        page.keyboard.press("ArrowRight")
    elif here["form"] and here["kind"] in ("text", "textarea"):
        page.keyboard.type("20")


def test_a_whole_lesson_with_the_keyboard_alone(lab, page):
    page.set_default_timeout(60_000)
    lab.open(page)
    visited, moved = [], set()
    for _ in range(700):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        visited.append(here["item"])
        act(page, here, moved)
        if ALL in (page.locator('[data-item="00-progress"] [role=status]').first.text_content() or ""):
            break
    expect(card(page, "00-progress")).to_contain_text(ALL)
    assert len(set(visited)) > 15
