"""A finished AZW3 opened again: its letters and its breaks, in the order in which a Kindle shows them.

The container is Palm's database of records, the first of which says how the text is packed; the text is XHTML, cut into
skeletons and what goes into them, which stand in reading order (MobileRead's wiki, "MOBI", "PDB" and "KF8"; calibre
writes it so).
"""

import re
import struct
from dataclasses import dataclass
from html.parser import HTMLParser

from fic2book.checks.unreadable import UnreadableError
from fic2book.letters import letters
from fic2book.manifest.own_words import Break
from fic2book.markup import BLOCKS

_BREAK = re.compile(r"(scene|pause)\d*")
"""The class of a break; calibre puts a number behind a name that means several looks."""
_UNPACKED, _PALMDOC = 1, 2
_KF8 = 8
_AFTER = 7  # words that name the place of a break


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The whole book."""

    title: str
    """As a Kindle's shelf shows it: with the subtitle behind a colon."""
    text: str
    """One line a block."""
    letters: str
    breaks: tuple[tuple[int, Break], ...]
    """Each break with the number of letters before it."""


def opened(book: bytes) -> Opened:
    """Open an AZW3; raises ``UnreadableError`` when it is none that could be proved."""
    try:
        records = _records(book)
        page = _Page()
        page.feed(_markup(records))
        page.close()
        start, length = struct.unpack_from(">II", records[0], 84)
        title = records[0][start : start + length].decode()
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise UnreadableError("azw3-unreadable", "the AZW3 is cut off or damaged.") from error
    return Opened(title=title, text="".join(page.texts), letters="".join(page.letters), breaks=tuple(page.breaks))


def _records(book: bytes) -> list[bytes]:
    if book[60:68] != b"BOOKMOBI":
        raise UnreadableError("azw3-unreadable", "this is no AZW3 file.")
    (count,) = struct.unpack_from(">H", book, 76)
    starts = [struct.unpack_from(">I", book, 78 + 8 * number)[0] for number in range(count)]
    if not starts or starts[-1] >= len(book):
        raise IndexError
    return [book[start:end] for start, end in zip(starts, [*starts[1:], len(book)], strict=True)]


def _markup(records: list[bytes]) -> str:
    """Return the text of a book's records; behind its pages stand their style sheets."""
    packing, _, size, pieces, _, locked = struct.unpack_from(">HHIHHH", records[0])
    (version,) = struct.unpack_from(">I", records[0], 36)
    if locked or version != _KF8 or packing not in {_UNPACKED, _PALMDOC}:
        raise UnreadableError("azw3-unreadable", "the AZW3 is locked, or packed in a way that calibre does not use.")
    (behind,) = struct.unpack_from(">I", records[0], 240)
    texts = (_without_rest(record, behind) for record in records[1 : pieces + 1])
    text = b"".join(_unpacked(record) if packing == _PALMDOC else record for record in texts)
    if len(text) != size:
        raise UnreadableError("azw3-unreadable", "the AZW3 is cut off or damaged.")
    return text.decode()


def _without_rest(record: bytes, behind: int) -> bytes:
    """Take off what stands behind a record's text: a letter's rest, told by bit 0, and tables, a bit each."""
    for bit in range(15, 0, -1):
        if behind >> bit & 1:
            size = shift = 0
            for byte in record[-1:-5:-1]:
                size |= (byte & 0x7F) << shift
                shift += 7
                if byte & 0x80:
                    break
            record = record[:-size]
    return record[: -(record[-1] & 3) - 1] if behind & 1 else record


def _unpacked(record: bytes) -> bytes:
    """Unpack PalmDOC: runs of letters, a space with a letter, and copies of what stood shortly before."""
    out = bytearray()
    at = 0
    while at < len(record):
        sign = record[at]
        at += 1
        if 1 <= sign <= 8:
            out += record[at : at + sign]
            at += sign
        elif sign < 0x80:
            out.append(sign)
        elif sign >= 0xC0:
            out += bytes((32, sign ^ 0x80))
        else:
            pair = sign << 8 | record[at]
            at += 1
            back, length = pair >> 3 & 0x7FF, (pair & 7) + 3
            for _ in range(length):
                out.append(out[-back])
    return bytes(out)


class _Page(HTMLParser):
    """Gathers text and breaks; what stands in a head is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.letters: list[str] = []
        self.breaks: list[tuple[int, Break]] = []
        self._count = 0
        self._in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block; remember a break."""
        if tag == "head":
            self._in_head = True
        elif tag in BLOCKS or tag == "br":
            self.texts.append("\n")
        kinds = (_BREAK.fullmatch(name) for name in (dict(attrs).get("class") or "").split()) if tag == "hr" else ()
        for kind in filter(None, kinds):
            before = " ".join("".join(self.texts[-60:]).split()[-_AFTER:])
            self.breaks.append((self._count, Break(kind[1], before)))

    def handle_endtag(self, tag: str) -> None:
        """End a head, or a block's line."""
        if tag == "head":
            self._in_head = False
        elif tag in BLOCKS:
            self.texts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take text in."""
        if not self._in_head:
            self.texts.append(data)
            self.letters.append(letters(data))
            self._count += len(self.letters[-1])
