"""A little XML: elements from nested calls, and a file that reads the same on every machine."""

from __future__ import annotations

from xml.etree import ElementTree

Element = ElementTree.Element
Child = Element | str
HTML = ("div", "p", "sup", "b", "ul", "table")
"""Elements in which a blank more would be read."""


def tag(name: str, *children: Child, **attributes: str) -> Element:
    """Return an element. `_` in the name of an attribute is a `-`, two of them a `:`; a text is a child, too."""
    made = Element(name, {_named(key): value for key, value in attributes.items()})
    for child in children:
        if not isinstance(child, str):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made


def _named(key: str) -> str:
    return key.strip("_").replace("__", ":").replace("_", "-")


def from_html(name: str, html: str, **attributes: str) -> Element:
    """Return an element that holds safe HTML as elements. Raises ParseError where that HTML is not well formed."""
    made = ElementTree.fromstring(f"<{name}>{html}</{name}>")
    for link in made.iter("a"):
        link.attrib.pop("target", None)
        link.attrib.pop("rel", None)
    made.attrib.update({_named(key): value for key, value in attributes.items()})
    return made


def document(root: Element) -> str:
    """Return the whole file, a line for each element of the format; what is made of HTML stays in one line."""
    _broken(root, "\n")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _broken(element: Element, line: str) -> None:
    """Begin a new line before each child, where no text stands beside one and none of them is HTML."""
    children = list(element)
    if not children or element.text or any(child.tail or child.tag in HTML for child in children):
        return
    element.text = line + "  "
    for child in children:
        _broken(child, line + "  ")
        child.tail = line + "  "
    children[-1].tail = line
