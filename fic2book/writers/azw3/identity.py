"""The AZW3 knows whose book it is: the EPUB's identifier and date stand where calibre writes new ones each time.

A Kindle tells its books apart by what it calls the ASIN. With one that stays, a later edition of an anthology is the
same book to it, and not a second one. Places and numbers are those of MobileRead's wiki ("PDB", "MOBI", "EXTH").
"""

import io
import struct
import uuid
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from fic2book import markup

_PACKAGE = "EPUB/content.opf"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_URN = "urn:uuid:"
_WRITTEN = 36  # bytes into the file: when it was made, and when it was changed
_NUMBER = 32  # bytes into the first record: a number by which the book is known
_EXTH = 128  # the same: whether there is a table of facts behind the header
_HAS_TABLE = 0x40
_KNOWN = {113: 36, 112: len("calibre:") + 36}
"""Facts that end with the identifier, the ASIN and where the book comes from → their bytes."""


class Facts(NamedTuple):
    """What an EPUB says of itself."""

    identifier: uuid.UUID
    language: str
    """The book's own, the first that it names."""
    when: int
    """Its date, in seconds since 1970."""


def settle(azw3: bytes, own: Facts) -> bytes:
    """Return an AZW3 with the identifier and the date of its EPUB; one of another shape comes back as it is."""
    done = bytearray(azw3)
    try:
        (start,) = struct.unpack_from(">I", azw3, 78)
        ends = [end for kind, begin, end in _table(azw3, start) if _KNOWN.get(kind) == end - begin]
        struct.pack_into(">II", done, _WRITTEN, own.when, own.when)
        struct.pack_into(">I", done, start + _NUMBER, own.identifier.int & 0xFFFFFFFF)
    except struct.error:
        return azw3
    for end in ends:
        done[end - 36 : end] = str(own.identifier).encode()
    return bytes(done)


def _table(azw3: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Yield the facts behind the header of the record at ``start``: their kind, where their bytes begin and end."""
    length, flags = struct.unpack_from(">I", azw3, start + 20)[0], struct.unpack_from(">I", azw3, start + _EXTH)[0]
    if not flags & _HAS_TABLE:
        return
    at = start + 16 + length
    (count,) = struct.unpack_from(">I", azw3, at + 8)
    at += 12
    for _ in range(count):
        kind, size = struct.unpack_from(">II", azw3, at)
        yield kind, at + 8, at + size
        at += max(size, 8)


def facts(epub: bytes) -> Facts:
    """Return what an EPUB says of itself; an identifier that is no UUID gets one that is always the same."""
    with zipfile.ZipFile(io.BytesIO(epub)) as book:
        package = markup.parse_xml(book.read(_PACKAGE))
    said = next(package.iter(f"{_DC}identifier")).text or ""
    metas = {meta.get("property"): meta.text or "" for meta in package.iter(f"{_OPF}meta")}
    when = datetime.fromisoformat(metas["dcterms:modified"]).astimezone(UTC)
    try:
        identifier = uuid.UUID(said.removeprefix(_URN))
    except ValueError:
        identifier = uuid.uuid5(uuid.NAMESPACE_URL, said)
    language = next(package.iter(f"{_DC}language")).text or ""
    return Facts(identifier, language, int(when.timestamp()))
