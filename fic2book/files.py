"""Finished files go to the disk beside their place and are renamed: never half, and an old book survives a failure."""

import glob
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from fic2book.errors import OutputError

_STALE = 3600  # seconds: no file takes so long between its first byte and its name


def write(place: Path, data: bytes | Iterable[bytes]) -> None:
    """Write ``data``, whole or piece by piece, to ``place`` as a whole or not at all, whoever else writes it now."""
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
        part.replace(place)
    except OSError as error:
        raise OutputError(_reason(error), file=place.name, way_out=_way_out(error, place)) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        _sweep(place)


def _sweep(place: Path) -> None:
    """Take away what a program that was killed left beside a file."""
    for left in place.parent.glob(f".{glob.escape(place.name)}.*.part"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _STALE:
                left.unlink()


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "cannot be written: it is open in another program, or the folder is write-protected"
    return f"cannot be written: {(error.strerror or 'the disk says no').lower()}"


def _way_out(error: OSError, place: Path) -> str:
    if isinstance(error, PermissionError):
        return "Close it there, or choose another folder with -o, and build again."
    if place.exists() and place.is_dir():
        return "A folder of that name is in the way: rename it, or choose another folder with -o."
    return f"Choose another folder with -o (now: {os.fspath(place.parent.name) or 'the top'})."
