"""An EPUB's files, unpacked with limits by the standard library: the writer's library has no say here."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from fic2book.checks.unreadable import UnreadableError

_MOST_FILES = 20_000  # 1,000 stories need about 1,100
_MOST_BYTES = 400_000_000  # unpacked; a book of 3 million words has 20 MB
_ENCRYPTED = 0x1
_WAY_OUT = "Build the book again, or copy it again from where it came."


def unpack(book: bytes) -> Mapping[str, bytes]:
    """Return the files by name, in the archive's order.

    Raises ``UnreadableError`` when it is no zip, cut off, damaged, locked, or of a size that no book has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _see_limits(entries)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        code = "epub-unreadable"
        if not book.startswith(b"PK"):
            raise UnreadableError(code, f"this is no EPUB file. {_WAY_OUT}") from error
        raise UnreadableError(code, f"the EPUB is cut off or damaged. {_WAY_OUT}") from error


def _see_limits(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableError("epub-unreadable", "the EPUB is locked with a password: nothing in it can be proved.")
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise UnreadableError("epub-unreadable", "the EPUB unpacks to a size that no book has; it was not opened.")
    names = [entry.filename for entry in entries]
    if len(names) != len(set(names)):
        double = next(name for place, name in enumerate(names) if name in names[:place])
        raise UnreadableError("epub-unreadable", f"the EPUB holds two files named {double}.")
