"""Markup for a page that a strict policy guards: no style beside the one sheet, links that lead on.

What comes in is our own: the text of a notebook, which may hold HTML, and its stored outputs.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from bs4 import BeautifulSoup, Comment, Tag
from markdown_it import MarkdownIt

NOTEBOOK_ONLY = ("Run All Cells", "my-answers")
"""A paragraph that sets one of these in bold or as code tells how to work in Jupyter, and is left out."""
LARGE = 20_000
"""Bytes of a picture from which fewer colours are worth the while."""
COLOURS = 64
_md = MarkdownIt("commonmark", {"html": True}).enable("table")


@dataclass
class Styles:
    """The style sheets that outputs brought along, and the class that stands for each `style` attribute."""

    sheets: dict[str, None] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)

    def add(self, other: Styles) -> None:
        """Take up what another part brought."""
        self.sheets |= other.sheets
        self.classes |= other.classes

    def css(self) -> str:
        """All of it as one sheet."""
        rules = [f".{name}{{{text}}}" for text, name in sorted(self.classes.items())]
        return "\n".join([*sorted(self.sheets), *rules, ""])


@dataclass(frozen=True)
class Place:
    """Where markup goes: the lesson, whose number begins every id, and for each notebook's file the page of it."""

    number: str
    pages: dict[str, str]


def text(source: str, place: Place, styles: Styles) -> str:
    """Return a text cell as HTML, without what is true of a notebook only."""
    soup = BeautifulSoup(_md.render(source), "html.parser")
    for node in soup.find_all(["strong", "code"], string=NOTEBOOK_ONLY):
        if paragraph := node.find_parent("p"):
            paragraph.decompose()
    for heading in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"]):
        heading["id"] = anchor(place, heading.get_text())
    return _tidied(soup, place, styles)


def output(html: str, place: Place, styles: Styles) -> str:
    """Return a stored output as HTML for a page."""
    return _tidied(BeautifulSoup(html, "html.parser"), place, styles)


def anchor(place: Place, heading: str) -> str:
    """The id of a heading: JupyterLab's own, after the number of the lesson."""
    words = re.sub(r"\s", "-", heading.strip())
    return f"{place.number}-{words}"


def _tidied(soup: BeautifulSoup, place: Place, styles: Styles) -> str:
    for comment in soup.find_all(string=lambda node: isinstance(node, Comment)):
        comment.extract()
    for sheet in soup.find_all("style"):
        styles.sheets[sheet.get_text().strip()] = None
        sheet.decompose()
    for node in soup.find_all(style=True):
        _classed(node, styles)
    for link in soup.find_all("a"):
        _lead(link, place)
    for image in soup.find_all("img"):
        image["src"] = smaller(str(image.get("src", "")))
    for table in soup.find_all("table", border=True):
        del table["border"]
    for head in soup.find_all("th"):
        if not head.get_text().strip():  # an empty header names nothing
            head.name = "td"
    return soup.decode(formatter="minimal").strip()


def _classed(node: Tag, styles: Styles) -> None:
    """Put a class in the place of a style: as an attribute a strict page refuses it."""
    text = str(node["style"]).strip().rstrip(";")
    name = styles.classes.setdefault(text, f"s-{hashlib.sha256(text.encode()).hexdigest()[:6]}")
    node["class"] = " ".join([*map(str, node.get_attribute_list("class")), name])
    del node["style"]


def _lead(link: Tag, place: Place) -> None:
    """A link goes to another site, within the lesson, or to another lesson; any other one is its words alone."""
    href = str(link.get("href", ""))
    for name in ("target", "rel"):  # said once for the whole page
        del link[name]
    if href.startswith("#"):
        link["href"] = "#" + anchor(place, unquote(href[1:]))
    elif href in place.pages:
        link["href"] = place.pages[href]
    elif not href.startswith(("https://", "http://")):
        link.unwrap()


def smaller(source: str) -> str:
    """Return a large PNG picture with at most 64 colours, where that takes fewer bytes; any other one as it is."""
    head = "data:image/png;base64,"
    if not source.startswith(head) or len(source) < LARGE:
        return source
    from PIL import Image  # loaded only where there is a picture

    with Image.open(io.BytesIO(base64.b64decode(source.removeprefix(head)))) as image:
        flat = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    made = io.BytesIO()
    flat.save(made, format="png", optimize=True)
    short = head + base64.b64encode(made.getvalue()).decode()
    return min(source, short, key=len)


def words_of(html: str, tag: str) -> str:
    """The words of the first element of this name."""
    found = BeautifulSoup(html, "html.parser").find(tag)
    return found.get_text().strip() if found else ""


def stepped(html: str) -> str:
    """Return HTML in which no level of heading is skipped: below an h2 comes an h3, whatever stood there."""
    above: list[tuple[int, int]] = []  # the headings over this place: as they stood, and as they are

    def change(match: re.Match[str]) -> str:
        if not match[1]:
            while above and above[-1][0] >= int(match[2]):
                above.pop()
            above.append((int(match[2]), len(above) + 1))
        return f"<{match[1]}h{above[-1][1] if above else match[2]}"

    return re.sub(r"<(/?)h([1-6])(?=[\s>])", change, html)
