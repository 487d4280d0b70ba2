"""What stands beside a row wherever it is shown: its first publications, and a mark where sources differ."""

from __future__ import annotations

from collections.abc import Iterable

from lesson import tables
from lesson.core.words import say
from lesson.tables import Row

Links = tuple[tuple[str, str], ...]


def label(source: Row) -> str:
    """A publication in a few words: who published it, and the year where one is known."""
    return ", ".join(filter(None, (source["publisher"], source["date"][:4])))


def links(cited: Iterable[Row]) -> Links:
    """Label and address of each publication, every address once; the address is empty where we do not link."""
    labels = {source["url"] or source["source_id"]: (label(source), source["url"]) for source in cited}
    return tuple(labels.values())


def sources(table: str, row_id: str, most: int = 2) -> Links:
    """The first publications that a row rests on."""
    return links(tables.sources(table, row_id)[:most])


def disputed(table: str, row_id: str) -> str:
    """A mark that says on which columns of a row sources differ; empty where they agree."""
    words = tables.disputed(table, row_id)
    return say("look", "disputed", what=", ".join(words)) if words else ""
