"""Pictures that lie beside a manuscript, or inside its addresses: never fetched, never from outside the folder."""

import base64
import binascii
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, unquote_to_bytes

from fic2book.readers.album import Album
from fic2book.readers.given import Given

_DATA = re.compile(r"\s*data:image/[\w.+-]*((?:;[\w=.+-]*)*),(.*)\Z", re.IGNORECASE | re.DOTALL)
_LARGEST = 40_000_000  # bytes, as many as an album opens
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\\", re.IGNORECASE)


def shown_in(given: Given, album: Album) -> Callable[[str], str]:
    """Return what turns a picture's address in a manuscript into ``picture:NAME``; others stay as they are."""

    def shown(address: str) -> str:
        inside = _DATA.match(address)
        if inside:
            return album.address(address, "picture", partial(_decoded, inside[1], inside[2])) or _short(address)
        place = _beside(given, address)
        return (place and album.address(str(place), place.stem, partial(_read, place))) or address

    return shown


def _decoded(said: str, data: str) -> bytes | None:
    if not said.lower().endswith(";base64"):
        return unquote_to_bytes(data)
    try:
        return base64.b64decode("".join(unquote(data).split()))
    except (binascii.Error, ValueError):
        return None


def _short(address: str) -> str:
    """Return what stands for an address that holds a whole picture."""
    return f"{address.strip()[:24]}…" if len(address) > 40 else address


def _beside(given: Given, address: str) -> Path | None:
    """Return the file that an address names, when it lies in the manuscript's folder and no link leads out of it."""
    if given.folder is None or _ELSEWHERE.match(address.strip()):
        return None
    name = unquote(address.strip().partition("?")[0].partition("#")[0])
    if not name or "\x00" in name:
        return None
    try:
        place = (given.folder / PurePosixPath(given.file).parent / name).resolve()
        return place if given.folder.resolve() in place.parents and place.is_file() else None
    except (OSError, ValueError):
        return None


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes() if place.stat().st_size <= _LARGEST else None
    except OSError:
        return None
