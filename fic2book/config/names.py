"""Names of manuscripts as people write them in anthology.toml, and the file that each means."""

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from fic2book.config.toml_text import FILE_NAME
from fic2book.errors import SettingsError


def manuscript(asked: str, known: Sequence[str], line: int, *, key: str = "file") -> str:
    """Return the file's path as the folder has it: case, accents' encoding and a missing folder name forgiven."""
    if any(ord(sign) < 32 for sign in asked):
        right = asked.translate({9: "/t", 10: "/n", 12: "/f", 13: "/r", 8: "/b"})
        reason = f"{key} holds a backslash, which has a meaning of its own between double quotes"
        raise mistake(line, reason, f'It should read: {key} = "{right}"')
    name = found_in(asked, known)
    if name:
        return name
    near = get_close_matches(asked, known, n=1, cutoff=0.5)
    way_out = f"Did you mean {near[0]}?" if near else "Put the file into the folder, or take the table out."
    raise mistake(line, f"there is no file {asked}", way_out)


def found_in(asked: str, known: Sequence[str]) -> str:
    """Return the file that a name means; empty when there is none."""
    wanted = _plain(asked.replace("\\", "/").removeprefix("./"))
    for name in known:
        if _plain(name) == wanted:
            return name
    ends = [name for name in known if _plain(name).endswith(f"/{wanted}")]
    return ends[0] if len(ends) == 1 and wanted else ""


def mistake(line: int, reason: str, way_out: str) -> SettingsError:
    """Return the error for a line of anthology.toml."""
    return SettingsError(f"line {line}: {reason}", file=FILE_NAME, way_out=way_out)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
