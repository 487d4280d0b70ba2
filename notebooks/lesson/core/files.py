"""Files that others may have put there: only regular ones are read, and never more of one than a limit allows.

A pipe would wait for ever, a device never ends, and a file of gigabytes takes all memory.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from lesson.core.words import say


class NoFileError(OSError):
    """What stands at a path is no regular file, or is larger than it may be; `strerror` says so in a few words."""


def opened(path: Path, links: bool = True) -> BinaryIO:
    """Open a regular file to read its bytes; `links=False` refuses a link to one.

    Raises NoFileError for anything that is no regular file, and OSError where it cannot be opened.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not links and path.is_symlink():
        raise NoFileError(0, say("files", "link"))
    if path.is_dir():
        raise NoFileError(0, say("files", "folder"))
    number = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise NoFileError(0, say("files", "noFile"))
    return os.fdopen(number, "rb")


LARGEST = 32 * 1024 * 1024
"""No file that somebody writes by hand is larger."""


def whole(path: Path, most: int = LARGEST) -> bytes:
    """Return all bytes of a regular file of at most `most` bytes.

    Raises NoFileError where it is no regular file or is larger, and OSError where it cannot be read.
    """
    with opened(path) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise NoFileError(0, say("files", "large", most=most))
    return content


def state(path: Path) -> tuple[int, int]:
    """Return when a file changed last (ns) and its size in bytes, for caches of what it holds; zeros where none is."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
