"""Files of a folder in the order in which people count them."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

_DIGITS = re.compile(r"(\d+)")


def relative_files(folder: Path) -> list[str]:
    """Return every file below ``folder``, in natural order, with forward slashes."""
    return sorted(_files(folder), key=natural)


def natural(file: str) -> tuple[tuple[tuple[int, str], ...], ...]:
    """Return the sort key of a path as people count: 2 before 10, case and accents aside, then exactly."""
    return (*(_part(part) for part in file.split("/")), ((0, file),))


def _part(name: str) -> tuple[tuple[int, str], ...]:
    folded = unicodedata.normalize("NFKD", name).casefold()
    pieces = _DIGITS.split(folded)
    return tuple((int(piece), "") if piece.isdecimal() and piece.isascii() else (-1, piece) for piece in pieces)


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in names:
            yield (Path(place) / name).relative_to(folder).as_posix()
