"""The question within a stem stands out: it alone is bold, where its author has not marked it."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"\S(?:.*?\S)??[.?!]+[\"'*)”’]*(?=\s|$)", re.DOTALL)
_MARKED = re.compile(r"\*\*[^*]+ [^*]+[.?!]\*\*")
_PARAGRAPH = re.compile(r"\n\s*\n")


def bold(stem: str) -> str:
    """Return a stem (Markdown) with its last question bold.

    A stem in which the author has a whole sentence in bold stays as it is; so does one without a question.
    """
    if _MARKED.search(stem):
        return stem
    paragraphs = _PARAGRAPH.split(stem.strip())
    sentences = [(i, found) for i, text in enumerate(paragraphs) for found in _SENTENCE.finditer(text)]
    asking = [(i, found.span()) for i, found in sentences if "?" in found[0][-4:]]
    if not asking:
        return stem
    number, (first, end) = asking[-1]
    text = paragraphs[number]
    sentence = text[first:end].replace("**", "*")
    paragraphs[number] = f"{text[:first]}**{sentence}**{text[end:]}"
    return "\n\n".join(paragraphs)
