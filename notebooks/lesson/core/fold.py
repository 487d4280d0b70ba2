"""Where a learner stands with each item, folded from the events of a log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lesson.core.event import LAST_ATTEMPT, Event, State, mark


def fold(events: Iterable[Event], versions: Mapping[str, str]) -> dict[str, State]:
    """Return where the learner stands with each item of `versions` (item id to present version).

    The order is attempt, time, event id, whatever order the lines came in. The first vote 1 wins, the latest commit
    wins, a reset hides everything up to its attempt, an answer to another version is kept apart. The same line twice
    counts once; another line under the same id counts, too.
    """
    by_item: dict[str, list[Event]] = {item: [] for item in versions}
    seen: set[tuple[object, ...]] = set()
    for event in sorted((event for event in events if event["item"] in by_item), key=order):
        name = mark(event)
        if name not in seen:
            seen.add(name)
            by_item[event["item"]].append(event)
    return {item: _state(found, versions[item]) for item, found in by_item.items()}


def order(event: Event) -> tuple[int, str, str]:
    """What events are sorted by."""
    return event["attempt"], event["time"], event["id"]


def _state(events: list[Event], version: str) -> State:
    """Fold the sorted events of one item."""
    cleared = max((e["attempt"] for e in events if e["kind"] == "reset"), default=0)
    live = [e for e in events if e["attempt"] > cleared]
    now = [e for e in live if e["item_version"] == version]
    old = [e for e in live if e["item_version"] != version and e["kind"] in ("commit", "vote")]
    votes = [e for e in now if e["kind"] == "vote" and e["vote"] == 1]
    commits = [e for e in now if e["kind"] == "commit"]
    notes = [e for e in now if e["kind"] == "note"]
    firsts = [e for e in events if e["kind"] == "commit" and e["item_version"] == version]
    return State(
        first=firsts[0] if firsts else None,
        vote=votes[0] if votes else None,
        commit=commits[-1] if commits else None,
        earlier=old[-1] if old else None,
        note=notes[-1] if notes else None,
        attempt=max((e["attempt"] for e in live), default=min(cleared + 1, LAST_ATTEMPT)),
        hints=sum(e["kind"] == "hint" for e in now),
    )


MOST_HINTS = 100
"""More hints than any question has."""


def needed(events: Iterable[Event], fits: Callable[[Event], bool] = lambda event: True) -> list[Event]:
    """Return those events of one item on which its state depends, now and when more come; of hints, the last ones.

    `fits` tells the answers that count. What is returned does not grow with the number of tries.
    """
    kept: dict[tuple[object, ...], Event] = {}
    hints: dict[str, list[Event]] = {}
    for event in sorted(filter(fits, events), key=order):
        kind, version, vote = event["kind"], event["item_version"], event["vote"]
        if kind == "hint":
            hints.setdefault(version, []).append(event)
        kept.setdefault(("first", kind, version, vote, event["attempt"] if kind == "vote" else 0), event)
        kept["last", kind, version] = kept["last",] = event
    last = [event for given in hints.values() for event in given[-MOST_HINTS:]]
    found = {mark(event): event for event in (*kept.values(), *last)}
    return sorted(found.values(), key=order)
