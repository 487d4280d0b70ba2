"""Lines are added to a file so that nobody's half line is glued to one of ours."""

from __future__ import annotations

import os
from pathlib import Path

from lesson.core import files


def append(path: Path, line: bytes, most: int) -> bool:
    """Append a line and flush it; return False, with nothing written, where the file would pass `most` bytes.

    Raises OSError.
    """
    with path.open("ab", buffering=0) as file:
        size = file.tell()
        if size + len(line) > most:
            return False
        _write_all(file.fileno(), line if _ends_a_line(path, size) else b"\n" + line)
        return True


def _ends_a_line(path: Path, size: int) -> bool:
    """Whether whatever comes next begins a line: an editor may have stripped the last line's end."""
    if not size:
        return True
    with files.opened(path) as file:
        file.seek(size - 1)
        return file.read(1) == b"\n"


def _write_all(number: int, content: bytes) -> None:
    while content:
        content = content[os.write(number, content) :]
