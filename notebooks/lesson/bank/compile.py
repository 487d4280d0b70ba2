"""An item becomes a sheet: plain JSON with safe HTML, which graders, the card and the printed page read."""

from __future__ import annotations

from html import escape

from lesson import tables
from lesson.bank import asked
from lesson.bank.claim_names import named
from lesson.bank.grade import chance
from lesson.bank.kinds import KINDS
from lesson.core import home, markdown
from lesson.core.item import (
    AskedSheet,
    Cell,
    CellSheet,
    EvidenceLink,
    Item,
    Option,
    OptionSheet,
    Sheet,
    Table,
    TableSheet,
)
from lesson.core.spelled import number_words
from lesson.core.words import say


def links(evidence_id: str) -> list[EvidenceLink]:
    """Return where one piece of evidence can be read: an entry for each publication behind it."""
    table, _ = tables.find(evidence_id)
    if table == "claims":
        settings = home.settings()
        text = next(source for source in tables.rows("sources") if source["source_id"] == settings.text)
        return [EvidenceLink(id=evidence_id, label=settings.text_label, url=text["url"])]
    return [
        EvidenceLink(id=evidence_id, label=", ".join(filter(None, (s["publisher"], s["date"]))), url=s["url"])
        for s in tables.sources(table, evidence_id)[:2]
    ]


def compile(made: Item) -> Sheet:
    """Return the item as a sheet: plain JSON with safe HTML. Raises KeyError when a piece of evidence is nowhere."""
    stem = named(made.stem)
    return Sheet(
        **_asked(made),
        id=made.id,
        lesson=made.lesson,
        type=made.type,
        version=made.version,
        minutes=made.minutes,
        votes=made.votes,
        again_in=made.again_in,
        isomorph=made.isomorph,
        start=start(made),
        sure=sure(made),
        stem=markdown.block(asked.bold(stem)),
        stem_text=markdown.plain(stem),
        columns=list(made.columns),
        weights=list(made.weights),
        ends=list(made.ends),
        bands=[list(band) for band in made.bands],
        unit=made.unit,
        heads=list(made.heads),
        tables=[_table(table) for table in made.tables],
        options=[_option(option, place) for place, option in enumerate(made.options, 1)],
        listed=KINDS[made.type].LISTED,
        explanation=markdown.block(named(made.explanation)),
        settles=markdown.block(named(made.settles)),
        stronger=markdown.block(named(made.stronger)),
        hints=[markdown.inline(hint) for hint in made.hints],
        evidence=[link for evidence_id in made.evidence for link in links(evidence_id)],
        debated=made.debated,
    )


def _option(made: Option, place: int) -> OptionSheet:
    return OptionSheet(
        label=markdown.inline(named(made.text)),
        text=markdown.plain(named(made.text)),
        verdicts=dict(made.verdicts),
        column=made.column,
        feedback=markdown.inline(made.feedback),
        left=markdown.inline(made.left),
        cells=[_cell(cell) for cell in made.cells],
        measure=made.measure,
        size=made.size,
        number=made.number or place,
    )


def _table(made: Table) -> TableSheet:
    rows = [[_cell(cell) for cell in row] for row in made.rows]
    return TableSheet(title=made.title, heads=list(made.heads), rows=rows)


def _cell(made: Cell) -> CellSheet:
    """Own words are Markdown; whatever stands in a row is shown as it is."""
    if made.own:
        return CellSheet(html=markdown.inline(made.text), text=markdown.plain(made.text))
    return CellSheet(html=escape(made.text), text=made.text)


def _asked(made: Item) -> AskedSheet:
    """What is marked or guessed, and what a guess is shown beside."""
    return AskedSheet(
        span=list(made.span or ()),
        log=made.log,
        ask=made.ask,
        title=markdown.inline(made.title),
        text_beside=markdown.block(made.text_beside),
        opens=made.opens or say("card", "theRecord"),
        shown=markdown.inline(made.shown),
        beside=markdown.block(made.beside),
        words={name: markdown.plain(getattr(made, name)) for name in ("title", "text_beside", "shown", "beside")},
        record=list(made.record),
        years=list(made.years or ()),
        given=made.given,
    )


def start(made: Item) -> int | None:
    """Where "how sure are you?" begins, in per cent: where a blind guess would be right; None if not asked."""
    return round(100 * chance(made)) if made.confidence else None


SURE = {
    "single": ("sureSingle", "sureSingleWas"),
    "pick": ("surePick", "surePickWas"),
    "numeric": ("sureNumeric", "sureNumericWas"),
}
"""The names of the words that say of what one is sure, kind by kind."""


def sure(made: Item) -> list[str]:
    """How sure one is of what: the question, and " that ..." as it is quoted afterwards; empty where not asked."""
    if not made.confidence:
        return ["", ""]
    question, was = SURE[made.type]
    n = number_words()[len(made.options)]
    return [say("card", question, n=n), f" {say('card', was)}"]


def evidence_exists(evidence_id: str) -> bool:
    """Say whether any table or the claim map has a row of this id."""
    try:
        tables.find(evidence_id)
    except KeyError:
        return False
    return True
