"""What several tests ask of the lessons as pages: where their links lead, and what is stored once in them."""

from html.parser import HTMLParser
from urllib.parse import unquote


class Links(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.ids, self.hrefs = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.ids += [found["id"]] if "id" in found else []
        self.hrefs += [found["href"]] if tag == "a" else []


def dead_links(pages):
    """Every id that stands twice, and every link within the pages that leads nowhere."""
    read = {name: Links(html) for name, html in pages.items()}
    twice = [(name, each) for name, links in read.items() for each in set(links.ids) if links.ids.count(each) > 1]
    dead = []
    for name, links in read.items():
        for href in links.hrefs:
            page, _, at = href.partition("#")
            if not href.startswith("http") and not (
                page in {"", *read} and (not at or unquote(at) in read[page or name].ids)
            ):
                dead.append((name, href))
    return twice + dead


def full(data):
    """The sheets of a page as js/page/full.js puts them together; a browser test compares the two."""
    asked = {}
    for name, sheet in data["sheets"].items():
        if "stem" in sheet:
            whole = {**data["usual"], **sheet}
            whole["options"] = [{**data["option"], "text": each.get("label"), **each} for each in whole["options"]]
            named = [(row_id, data["sources"][n]) for row_id, n in whole["evidence"]]
            whole["evidence"] = [{"id": row_id, "label": label, "url": url} for row_id, (label, url) in named]
            asked[name] = whole
    return asked
