"""A zip opened with limits: bytes by name, and no name, size or count in it is believed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from fic2book.errors import ManuscriptError

MOST_MEMBERS = 10_000
"""Files in one archive; the largest merged books of a thousand chapters hold some three thousand."""
LARGEST_MEMBER = 64_000_000
"""Bytes of one file when it is inflated; a text of that size is a hundred long novels."""
LARGEST_TOTAL = 256_000_000
"""Bytes of all that is asked for; with the trees made of it a reading stays below its gigabyte."""
_STEEPEST = 100
"""Times that a file may grow when it is inflated; prose grows 3 to 4 times, a page of one letter a thousand."""
_HARMLESS = 5_000_000
"""Bytes below which a file may grow as it likes: an empty table, a picture of one colour."""
_PIECE = 1_000_000
_ENTRY = b"PK\x01\x02"  # begins each record of the list of contents
_LOCKED = 0x1  # APPNOTE.TXT 4.4.4: bit 0 of the general purpose flags
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # all that EPUB and OOXML allow
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip
_AGAIN = "Download it again, or open it in its own program and save it anew."
_TAME = "It may have been made to do harm; save the story's text as a plain .txt file instead."


class Archive:
    """An opened zip; what is read from it is counted over its whole life."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        if data.count(_ENTRY) > MOST_MEMBERS:  # counted before the list is read: a million entries take a minute
            raise self._error(f"it holds more than {MOST_MEMBERS:,} files, far more than any book", _TAME)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise self._error("it is damaged: the list of what it holds cannot be read", _AGAIN) from error
        self._members: dict[str, zipfile.ZipInfo] = {}
        refused = []
        for member in self._zip.infolist():
            if member.filename in self._members or not _is_inside(member.orig_filename):
                refused.append(member.orig_filename)
            elif not member.is_dir():
                self._members[member.filename] = member
        self.refused = tuple(refused)
        """Names that lead out of the archive or stand in it twice; they are never followed."""
        self._inflated = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Give what can be read, in the archive's own order."""
        return tuple(self._members)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of ``name``, which must be in ``names``.

        Raises ``ManuscriptError`` when they are locked, damaged, or more than any book holds.
        """
        member = self._members[name]
        if member.flag_bits & _LOCKED:
            raise self._error(f"{name} in it is locked with a password", "Open it with the password and save it anew.")
        if member.compress_type not in _METHODS:
            raise self._error(f"{name} in it is packed in a way that no book uses", _AGAIN)
        try:
            return b"".join(self._pieces(member))
        except _DAMAGE as error:
            raise self._error(f"{name} in it is damaged", _AGAIN) from error

    def _pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """Inflate piece by piece: the sizes that the archive states may be wrong on purpose."""
        size = 0
        steep = max(_HARMLESS, member.compress_size * _STEEPEST)
        with self._zip.open(member) as opened:
            while piece := opened.read(_PIECE):
                size += len(piece)
                self._inflated += len(piece)
                if size > min(LARGEST_MEMBER, steep) or self._inflated > LARGEST_TOTAL:
                    raise self._error(f"{member.filename} in it grows without end when it is unpacked", _TAME)
                yield piece

    def _error(self, reason: str, way_out: str) -> ManuscriptError:
        return ManuscriptError(reason, file=self._file, way_out=way_out)


def opened(data: bytes, file: str) -> Archive:
    """Return the zip whose bytes are ``data``, of the manuscript ``file``.

    Raises ``ManuscriptError`` when it is none, is damaged or holds more files than any book.
    """
    return Archive(data, file)


def _is_inside(name: str) -> bool:
    """Tell whether a member's name stays inside: no drive, no root, no step up, no other system's separators."""
    parts = PurePosixPath(name).parts
    return bool(parts) and name[0] != "/" and ".." not in parts and "\\" not in name and name[1:2] != ":"
