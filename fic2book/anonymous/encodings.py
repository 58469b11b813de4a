"""Bytes to text and back to the same bytes: what is not a letter to replace stays to the last bit."""

from fic2book.errors import ManuscriptError
from fic2book.readers.decode import decode

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LAST = "latin-1"
"""Holds every byte: in it only the letters of English are replaced."""


def decoded(data: bytes) -> tuple[str, str]:
    """Return a file's text, byte order mark and all, and the encoding that gives the same bytes again."""
    return next((data.decode(name), name) for name in _ways(data) if _is_same(data, name))


def encoded(text: str, encoding: str) -> bytes:
    """Return the bytes of a text from ``decoded``."""
    return text.encode(encoding)


def _ways(data: bytes) -> tuple[str, ...]:
    marked = tuple(name for mark, name in _MARKS if data.startswith(mark))
    return (*marked, "utf-8", _guessed(data), _LAST)


def _guessed(data: bytes) -> str:
    try:
        return decode(data, "").encoding
    except ManuscriptError:
        return _LAST


def _is_same(data: bytes, encoding: str) -> bool:
    try:
        return data.decode(encoding).encode(encoding) == data
    except UnicodeError:
        return False
