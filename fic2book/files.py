"""Finished files go to the disk beside their place and are renamed: never half, and an old book survives a failure."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from fic2book.errors import OutputError


def write(place: Path, data: bytes | Iterable[bytes]) -> None:
    """Write ``data``, whole or piece by piece, to ``place`` as a whole or not at all."""
    part = place.with_name(f".{place.name}.part")
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
