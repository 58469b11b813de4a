"""A folder's path as terminals give it when it is dragged into them: quoted, escaped or as it is."""

import os
import re
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fic2book.errors import SettingsError

_WINDOWS_PATH = re.compile(r"[A-Za-z]:\\|\\\\")


def asked_folder(answer: str) -> Path:
    """Return the folder that a person dragged or typed; a word about it when it is not there."""
    words = answer.strip()
    for reading in _readings(words):
        place = Path(reading).expanduser()
        if place.is_dir():
            return place
    raise SettingsError("is not a folder", file=words, way_out="Drag the folder that holds your stories.")


def _readings(words: str) -> tuple[str, ...]:
    """Return what the answer may mean, the likeliest first."""
    bare = words.strip("\"'& ")
    readings = [words, bare]
    if words.startswith("file://"):
        readings.append(unquote(urlsplit(words).path))
    if os.name != "nt" and not _WINDOWS_PATH.match(bare):
        try:
            readings += shlex.split(words)[:1]
        except ValueError:
            readings.append(words.replace("\\ ", " "))
    return tuple(dict.fromkeys(reading for reading in readings if reading))
