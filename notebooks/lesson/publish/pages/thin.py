"""What a page stores once: addresses of sources, fields that are mostly empty, items that several views fold.

js/page/full.js puts it together again.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

OUTSIDE = ' target="_blank" rel="noopener noreferrer"'
"""What makes a link open beside the lesson; the script of a page says it for all of them."""


def thin(data: Json) -> Json:
    """Return the data of a page in fewer bytes; nothing is lost."""
    sheets: dict[str, Json] = data["sheets"]
    asked = {name: sheet for name, sheet in sheets.items() if "stem" in sheet}
    usual = _usual(list(asked.values()))
    option = _usual([each for sheet in asked.values() for each in sheet["options"]])
    sources: dict[tuple[str, str], int] = {}
    parts: dict[str, Json] = {}
    made = {}
    for name, sheet in sheets.items():
        made[name] = _question(sheet, usual, option, sources) if name in asked else _view(sheet, asked, parts)
    listed = [list(source) for source in sources]
    whole: Json = _inside({**data, "sheets": made, "usual": usual, "option": option, "sources": listed, "parts": parts})
    return whole


def _usual(found: list[Json]) -> Json:
    """The empty value of each field that has just one such value wherever it is empty."""
    empty: dict[str, list[Any]] = {}
    for each in found:
        for name, value in each.items():
            if not value and not any(_same(value, known) for known in empty.setdefault(name, [])):
                empty[name].append(value)
    return {name: values[0] for name, values in empty.items() if len(values) == 1}


def _same(one: object, other: object) -> bool:
    """Whether two values are one in JSON: 0 and False are two."""
    return type(one) is type(other) and one == other


def _without(each: Json, usual: Json) -> Json:
    return {name: value for name, value in each.items() if name not in usual or not _same(value, usual[name])}


def _question(sheet: Json, usual: Json, option: Json, sources: dict[tuple[str, str], int]) -> Json:
    links = [[each["id"], sources.setdefault((each["label"], each["url"]), len(sources))] for each in sheet["evidence"]]
    options = [_without(each, option) for each in sheet["options"]]
    for each in options:
        if each.get("text") == each.get("label"):
            each.pop("text", None)
    return _without({**sheet, "options": options, "evidence": links}, usual)


def _view(sheet: Json, asked: dict[str, Json], parts: dict[str, Json]) -> Json:
    """A view without what a question of the page, or another view, says of its items."""
    if "items" not in sheet or not all("options" in item for item in sheet["items"]):
        return sheet
    items = []
    for item in sheet["items"]:
        known = asked.get(item["id"]) or parts.setdefault(item["id"], item)
        rest = {name: value for name, value in item.items() if not _known(known, name, value)}
        items.append({"id": item["id"], **rest})
    return {**sheet, "items": items}


def _known(known: Json, name: str, value: Any) -> bool:
    """Whether what is known of an item says the same; of options a view reads the verdicts alone."""
    if name == "options":
        return bool([each["verdicts"] for each in known["options"]] == [each["verdicts"] for each in value])
    return name in known and _same(known[name], value)


def _inside(value: Any) -> Any:
    """Every text without what makes links open beside the lesson."""
    if isinstance(value, dict):
        return {name: _inside(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_inside(each) for each in value]
    return value.replace(OUTSIDE, "") if isinstance(value, str) else value
