"""Names that every file system and every anchor can carry: ASCII slugs."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Sequence

_GAPS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_WINDOWS = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
_APOSTROPHES = re.compile(r"['’ʼ]")

SECTIONS = (
    "cover", "half-title", "title-page", "colophon", "dedication", "contents", "foreword", "afterword", "credits",
    "nav", "notes", "part", "content-notes", "about", "index", "index-authors", "index-fandoms",
    "index-relationships", "index-characters", "index-tags", "press",
)  # fmt: skip
_INNER = re.compile(
    r"-(?:title|text|summary|notes|see-notes|note-\d+|(?:opening|leading|closing|author|warning)-note|c\d+|fn-\d+|"
    r"fnref-\d+)\Z"
)
"""What ids inside a story end with: "rain-title" belongs to the story "rain", and may be no story's own."""


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


def story_name(title: str, authors: Sequence[str], taken: Collection[str]) -> str:
    """Return a name for a story that nothing else in the book has: of its title, then of its first author too."""
    name = slug(title)
    name = name if name[0].isalpha() else f"s-{name}"
    name = f"{name}-story" if _INNER.search(name) else name
    return unique(name, slug(authors[0]) if authors else "", taken)
