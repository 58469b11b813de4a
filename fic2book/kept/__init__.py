"""What was made once and may be asked for again, in the user's cache folder: bounded, and never to be relied on.

Each thing is a file of its own under the name of all that it depends on, with a checksum before it. It is written
beside its place and renamed, so that builds at the same time, and a build that is killed, leave only whole files.
Damage is a thing that is not there; a full disk means that nothing is kept. No error comes from here.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

MOST = 500_000_000
"""Bytes that are kept, if nobody says otherwise."""

_CHECKSUM = 32  # bytes of SHA-256
_LEFT = 0.9  # of the bound: what stays when the least recently used goes, so that it is not the next build's task again
_PART = ".part"
_STALE = 3600  # seconds: no build takes so long between a file's first byte and its name


class Size(NamedTuple):
    """How much is kept."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of things that are kept."""

    folder: Path
    most: int = MOST

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key; nothing where there is none, or where it is damaged."""
        place = self._place(key)
        try:
            file = place.read_bytes()
        except OSError:
            return None
        data = file[_CHECKSUM:]
        if _summed(key, data) != file[:_CHECKSUM]:
            with suppress(OSError):
                place.unlink()
            return None
        with suppress(OSError):  # the time of its last use
            os.utime(place)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep something, if the disk has room for it."""
        place = self._place(key)
        part = ""
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            descriptor, part = tempfile.mkstemp(_PART, dir=place.parent)
            with os.fdopen(descriptor, "wb") as file:
                file.write(_summed(key, data))
                file.write(data)
            Path(part).replace(place)
        except OSError:
            if part:
                with suppress(OSError):
                    Path(part).unlink(missing_ok=True)

    def trim(self) -> None:
        """Take the least recently used away where more is kept than may be, and what killed builds left."""
        found = sorted(self._found())
        total = sum(size for _, size, _ in found)
        if total > self.most:
            for _, size, place in found:
                if total <= self.most * _LEFT:
                    break
                with suppress(OSError):
                    place.unlink()
                    total -= size
        self._sweep(time.time() - _STALE)

    def size(self) -> Size:
        """Return how much is kept."""
        sizes = [size for _, size, _ in self._found()]
        return Size(len(sizes), sum(sizes))

    def clear(self) -> Size:
        """Take all away; return how much it was."""
        before = self.size()
        for _, _, place in self._found():
            with suppress(OSError):
                place.unlink()
        self._sweep(float("inf"))
        return before

    def _found(self) -> Iterator[tuple[float, int, Path]]:
        """Yield time of last use, size and place of each file; other builds may take them away meanwhile."""
        with suppress(OSError):
            for place in sorted(self.folder.glob("??/*")):
                if place.suffix != _PART:
                    with suppress(OSError):
                        told = place.stat()
                        yield told.st_mtime, told.st_size, place

    def _sweep(self, before: float) -> None:
        with suppress(OSError):
            for part in sorted(self.folder.glob(f"??/*{_PART}")):
                with suppress(OSError):
                    if part.stat().st_mtime < before:
                        part.unlink()

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def users() -> Kept:
    """Return what is kept for this user on this machine."""
    import platformdirs  # late: a build without a PDF keeps nothing

    return Kept(platformdirs.user_cache_path("fic2book", appauthor=False) / "pages")


def _summed(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()
