"""The claim map, first form: the argument as boxes in reading order, each with what it rests on, in words and lines."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lesson.core import home
from lesson.core.words import say
from lesson.tables import Row

STYLE = """<style>
.claim-map{max-width:44rem;display:grid;gap:10px;grid-template-columns:repeat(6,minmax(0,1fr));overflow-wrap:anywhere;margin:8px 0}
.claim-map>div{border:1.5px solid #7d8791;border-radius:8px;padding:8px 10px;font-size:.92em;line-height:1.4}
.claim-map b{display:block;font-size:.9em}
.claim-map i{display:block;font-size:.9em;margin-top:4px}
.claim-map .row{grid-column:1/-1;border:0;padding:6px 0 0;font-weight:600}
.claim-map .w3{grid-column:1/-1}.claim-map .w2{grid-column:span 3}.claim-map .w1{grid-column:span 2}
.claim-map .bridge{border-style:dashed;border-width:3px}
@media (max-width:44rem){.claim-map{grid-template-columns:minmax(0,1fr)}.claim-map>div,.claim-map .w1,.claim-map .w2{grid-column:1/-1}}
</style>"""


def claim_map(claims: Sequence[Row]) -> tuple[str, str]:
    """Return the map as HTML and as words; `claims` are the rows of claims.csv."""
    boxes, lines = [], [say("look", "mapTitle")]
    for group in home.settings().map:
        boxes.append(f'<div class="row">{escape(group.title)}</div>')
        lines.append(f"{group.title}:")
        for row in [row for row in claims if row["part"] in group.parts]:
            arrows = _arrows(row) + ([row["note"]] if row["part"] in home.settings().explains else [])
            boxes.append(
                f'<div class="{group.css}"><b>{escape(row["claim_id"])} · {escape(_whom(row))}</b>{escape(row["claim"])}'
                + "".join(f"<i>{escape(arrow)}</i>" for arrow in arrows)
                + "</div>"
            )
            lines.append(f"- {row['claim_id']} ({_whom(row)}): {row['claim']} {' '.join(arrows)}".rstrip())
    return f'{STYLE}<div class="claim-map">{"".join(boxes)}</div>', "\n".join(lines)


def _whom(row: Row) -> str:
    return str(row["said_of"]).replace("->", say("look", "to"))


def _arrows(row: Row) -> list[str]:
    names = {"depends_on": "restsOn", "disputes": "speaksAgainst"}
    return [say("look", name, ids=_listed(row[field].split(";"))) for field, name in names.items() if row[field]]


def _listed(ids: list[str]) -> str:
    return say("look", "and").join([", ".join(ids[:-1]), ids[-1]]) if len(ids) > 1 else ids[0]
