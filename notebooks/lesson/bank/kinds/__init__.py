"""Every kind of question, under the name that an author writes after `type:`.

A new kind is one module and one line here; fields that it alone has stand in the table of rules.py.
"""

from __future__ import annotations

from lesson.bank.kinds import group, mark, match, multiple, numeric, order, pick, predict, reflect, scale, single
from lesson.bank.kinds.kind import Kind

KINDS: dict[str, Kind] = {
    "single": single,
    "multiple": multiple,
    "match": match,
    "pick": pick,
    "order": order,
    "group": group,
    "numeric": numeric,
    "scale": scale,
    "reflect": reflect,
    "mark": mark,
    "predict": predict,
}
