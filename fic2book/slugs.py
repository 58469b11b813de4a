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
    r"fnref-\d+|page-\d+|plate-\d+)\Z"
)
"""What ids inside a story end with: "rain-title" belongs to the story "rain", and may be no story's own."""


def slug(words: str, longest: int = 60) -> str:
    """Return ``words`` as lower-case ASCII letters, digits and single hyphens, cut at a word, valid on Windows.

    A title without any Latin letter gets a short name of its own from its letters, the same on every machine.
    """
    name = _latin(words)
    if len(name) > longest:
        name = name[: longest + 1].rpartition("-")[0] or name[:longest]
    if not name:
        name = "x" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{name}-book" if name in _WINDOWS else name


def file_name(title: str) -> str:
    """Return the name of a book's file, without its suffix: the title's slug, or its own letters where none is Latin.

    Nobody finds a book again by a slug that is made up; and every file system of today carries all letters. What
    stands inside an EPUB keeps to ASCII.
    """
    own = _own_letters(title)
    in_other_letters = any(map(str.isalpha, own)) and not any(map(str.isalpha, _latin(title)))
    return own if in_other_letters else slug(title)


def _latin(words: str) -> str:
    """Return what of ``words`` is Latin letters and digits, or can be, with hyphens between."""
    folded = _APOSTROPHES.sub("", words.casefold()).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return _GAPS.sub("-", plain).strip("-")


def _own_letters(title: str, longest: int = 120) -> str:
    """Return a title's letters, marks and digits in their own script, with hyphens between words, cut at a word."""
    plain = unicodedata.normalize("NFC", title.lower())
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" else "-" for char in plain)
    name = re.sub("-+", "-", kept).strip("-")
    if len(name.encode("utf-8", "replace")) <= longest:
        return name
    cut = name.encode("utf-8", "replace")[: longest + 1].decode("utf-8", "ignore")
    return cut.rpartition("-")[0] or cut[:-1]


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
