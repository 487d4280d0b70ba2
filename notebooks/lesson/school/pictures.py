"""Pictures of a class in HTML. None of them stands without a table that says the same in words (board.py, slide.py)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from pathlib import Path

from lesson.core.item import Sheet
from lesson.core.words import say
from lesson.school import statistics as st
from lesson.school import tally
from lesson.school.figures import Vote

MOST_TICKS = 100
"""For a class that is larger no tick is drawn for each learner: the number says it."""


SENTENCES = {"key": "theKey", "debated": "canBeArgued"}
"""What the verdict says of an option that stands."""


@lru_cache(maxsize=1)
def style() -> str:
    """The style sheet of board and projector."""
    css = (Path(__file__).parent / "school.css").read_text(encoding="utf-8")
    return f"<style>{css}</style>"


def dressed(html: str, label: str) -> str:
    """A part of the page with its style."""
    return f'{style()}<div class="school" role="region" aria-label="{escape(label, quote=True)}">{html}</div>'


def letter(sheet: Sheet, place: int) -> str:
    """The letter of an option in its ring."""
    return f'<span class="letter">{escape(tally.letter(sheet, place))}</span>'


def ticks(voted: int, n: int) -> str:
    """A ring for each learner, filled for whoever has voted; it tells nothing of what was voted."""
    if n > MOST_TICKS:
        return ""
    rings = '<i class="in"></i>' * voted + "<i></i>" * (n - voted)
    return f'<span class="heads" aria-hidden="true">{rings}</span>'


def track(one: Vote, two: Vote, place: int) -> str:
    """One option on a scale from 0 to n: a ring for vote 1, a disc for vote 2, and the way between them."""
    found = [(given.tally[place], 100 * given.tally[place] / given.n) for given in (one, two) if given.n]
    if not found:
        return ""
    (before, a), (after, b) = found[0], found[-1]
    parts = []
    if len(found) == 2:
        parts.append(f'<i class="move" style="left:{min(a, b):.1f}%;width:{abs(a - b):.1f}%"></i>')
    parts.append(f'<i class="from" style="left:{a:.1f}%"></i>')
    if len(found) == 1 or before != after:
        parts.append(f'<span class="{"before" if len(found) == 2 else "after"}" style="left:{a:.1f}%">{before}</span>')
    if len(found) == 2:
        parts.append(f'<i class="to" style="left:{b:.1f}%"></i><span style="left:{b:.1f}%">{after}</span>')
    return f'<span class="track">{"".join(parts)}</span>'


def tracks(sheet: Sheet, one: Vote, two: Vote, keys: bool, notes: Sequence[str] | None = None) -> str:
    """Both votes of each option on one scale; `keys` marks the key, `notes` stand under the words of each option.

    It is a picture: what it shows is hidden from screen readers, which read the table beside it.
    """
    rows = []
    for place in range(tally.places(sheet)):
        stands = tally.standing(sheet, place) if keys else ""
        words = ""
        if notes is not None:
            word = f"<b>{escape(say('board', SENTENCES[stands]))}</b> " if stands else ""
            note = f"<small>{notes[place]}</small>" if notes[place] else ""
            words = f"<span>{word}{sheet['options'][place]['label']}{note}</span>"
        line = f"<span>{letter(sheet, place)}</span>{words}{track(one, two, place)}"
        rows.append(f"<li{f' class={stands}' if stands else ''}>{line}</li>")
    return f'<ol class="tracks{"" if notes is not None else " bare"}" aria-hidden="true">{"".join(rows)}</ol>'


def squares(found: st.Change) -> list[list[str]]:
    """The 2 x 2 of change, as the rows of a table."""
    key, other = say("board", "onKey"), say("board", "offKey")
    return [
        [say("board", "inVote1", where=key), str(found.stayed), str(found.away)],
        [say("board", "inVote1", where=other), str(found.to), str(found.off)],
    ]
