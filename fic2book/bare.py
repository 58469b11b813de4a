"""Pictures without what their files say about people, places and times; not a pixel is touched."""

from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TALK = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_JPEG_KEPT = frozenset({0xE0, 0xE2, 0xEE})
"""Application segments that say how to read the pixels: JFIF, the colour profile, Adobe's colour transform."""
_COMMENT = 0xFE
_SCAN = 0xDA


def bare(data: bytes) -> bytes:
    """Return a sound JPEG or PNG without comments, Exif, XMP and times; other data as it is."""
    if data.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(data))
    if data.startswith(b"\xff\xd8"):
        return b"\xff\xd8" + b"".join(_jpeg_segments(data))
    return data


def _png_chunks(data: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        kind = data[place + 4 : place + 8]
        if kind not in _PNG_TALK:
            yield data[place:end]
        if kind == b"IEND":
            return
        place = end


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments before the first scan that stay, then all the rest as it is."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != _SCAN:
        marker = data[place + 1]
        if marker == 0xFF:  # fill bytes may stand before a marker
            place += 1
            continue
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker != _COMMENT and (marker not in range(0xE0, 0xF0) or marker in _JPEG_KEPT):
            yield data[place:end]
        place = end
    yield data[place:]
