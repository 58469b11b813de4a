"""Where the faces of a book come from: the files of its theme, and those of the machine for what a theme lacks."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fic2book import fonts, press
from fic2book.writers.pdf.engine.faces import Origins


def finder(resources: Iterable[tuple[str, bytes]]) -> Origins:
    """Return what finds a face by its file's SHA-256 and size; nothing for one that one subset cannot stand for."""
    own = {hashlib.sha256(data).hexdigest(): data for _, data in resources}

    @cache
    def find(name: str, size: int, index: int) -> tuple[bytes, int] | None:
        data = own.get(name) or _of_the_machine(name, size)
        return (data, index) if data and fonts.is_plain(data, index) else None

    return find


@cache
def _sizes() -> tuple[tuple[Path, int], ...]:
    files = dict.fromkeys(face.path for face in press.installed())
    return tuple((path, path.stat().st_size) for path in files if path.is_file())


def _of_the_machine(name: str, size: int) -> bytes | None:
    for path, long in _sizes():
        if long == size:
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == name:
                return data
    return None
