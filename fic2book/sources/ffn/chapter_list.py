"""The list of a story's chapters as the site's menu has it: ``1. The Weir``, ``2. The Mill``."""

import re
from collections.abc import Sequence

_ENTRY = re.compile(r"\s*(\d{1,3})\.\s+(\S.*)\Z")
_LABEL = re.compile(r"(chapter|part|prologue|epilogue)\b", re.IGNORECASE)


def titles(rows: Sequence[str], stated: str) -> tuple[str, ...]:
    """Return the titles when the rows begin with a list that counts up to the stated number of chapters; else none.

    A story may begin with a list of its own: only the menu has as many entries as the site says chapters.
    """
    found: list[str] = []
    for row in rows:
        entry = _ENTRY.match(row)
        if entry is None or int(entry[1]) != len(found) + 1:
            break
        found.append(entry[2].strip())
    return tuple(found) if stated.isdigit() and len(found) == int(stated) > 1 else ()


def is_entry(row: str, known: Sequence[str]) -> bool:
    """Tell whether a row is an entry of a menu whose titles are known."""
    entry = _ENTRY.match(row)
    return entry is not None and int(entry[1]) <= len(known) and known[int(entry[1]) - 1] == entry[2].strip()


def title_of(row: str) -> str:
    """Return an entry's title without its number."""
    entry = _ENTRY.match(row)
    return entry[2].strip() if entry else row.strip()


def number_of(row: str) -> int:
    """Return an entry's number; 0 of a row that is none."""
    entry = _ENTRY.match(row)
    return int(entry[1]) if entry else 0


def is_labelled(row: str) -> bool:
    """Tell whether a row is a chapter's heading that the writer put into the text."""
    return len(row) < 90 and _LABEL.match(row.strip(" *_~=-#.:oO")) is not None
