"""Names that every file system and every anchor can carry: ASCII slugs."""

import hashlib
import re
import unicodedata
from collections.abc import Collection

_GAPS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_WINDOWS = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
_APOSTROPHES = re.compile(r"['’ʼ]")


def slug(words: str, longest: int = 60) -> str:
    """Return ``words`` as lower-case ASCII letters, digits and single hyphens, cut at a word, valid on Windows.

    A title without any Latin letter gets a short name of its own from its letters, the same on every machine.
    """
    folded = _APOSTROPHES.sub("", words.casefold()).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    name = _GAPS.sub("-", plain).strip("-")
    if len(name) > longest:
        name = name[: longest + 1].rpartition("-")[0] or name[:longest]
    if not name:
        name = "x" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{name}-book" if name in _WINDOWS else name


def unique(name: str, second: str, taken: Collection[str]) -> str:
    """Return ``name``, else ``name-second``, else the first free of ``name-second-2``, ``name-second-3`` and so on."""
    if name not in taken:
        return name
    longer = f"{name}-{second}" if second else name
    if second and longer not in taken:
        return longer
    number = 2
    while f"{longer}-{number}" in taken:
        number += 1
    return f"{longer}-{number}"
