"""Names inside a book: what an address means in the file that it stands in."""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from fic2book.readers.zipped import Archive

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class Names(NamedTuple):
    """The names of what a book holds."""

    exact: frozenset[str]
    folded: Mapping[str, str]
    """Without case and in NFC → as it stands in the book."""


def names(archive: Archive) -> Names:
    """Return the names in an archive, ready to be found by careless addresses."""
    return Names(frozenset(archive.names), {_folded(name): name for name in reversed(archive.names)})


def leads_out(address: str, source: str) -> bool:
    """Tell whether an address in the file ``source`` leads out of the book: to the web, to a folder above it."""
    path = _path(address)
    return bool(_SCHEME.match(path)) or any(_joined(each, source).startswith("..") for each in _meanings(path))


def find(address: str, source: str, known: Names) -> str:
    """Return the name of what an address in the file ``source`` means; empty when the book does not hold it.

    Percent signs are undone, as often as the book's maker did them; case may differ, as on Windows.
    """
    path = _path(address)
    if not path or leads_out(address, source):
        return ""
    for meaning in _meanings(path):
        name = _joined(meaning, source)
        found = name if name in known.exact else known.folded.get(_folded(name), "")
        if found:
            return found
    return ""


def fragment(address: str) -> str:
    """Return the id that an address leads to, empty when it leads to a whole file."""
    return unquote(address.partition("#")[2]).strip()


def _path(address: str) -> str:
    return address.strip().partition("#")[0].partition("?")[0]


def _meanings(path: str) -> tuple[str, ...]:
    once = unquote(path)
    return tuple(dict.fromkeys((path, once, unquote(once))))


def _joined(path: str, source: str) -> str:
    """Return the name that a path means; one from the root is one from the book's."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path)).lstrip("/")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
