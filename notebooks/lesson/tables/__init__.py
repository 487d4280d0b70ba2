"""The evidence and the claims: described, read, checked and asked."""

from lesson.tables.describe import fields, key, names, words
from lesson.tables.numbers import number
from lesson.tables.query import differing, disputed, evidence, find, frame, ids, sources, where
from lesson.tables.read import Row, read, rows, stamp

__all__ = [
    "Row", "differing", "disputed", "evidence", "fields", "find", "frame", "ids", "key", "names", "number", "read",
    "rows", "sources", "stamp", "where", "words",
]  # fmt: skip
