"""The labels of the Archive's work header, in singular and plural, and what each value says."""

import re
from collections.abc import Mapping, Sequence

from fic2book.model import Series
from fic2book.sources.values import date, language, word_count

FIELDS: Mapping[str, str] = {
    "rating": "rating",
    "ratings": "rating",
    "archive warning": "warnings",
    "archive warnings": "warnings",
    "warning": "warnings",
    "warnings": "warnings",
    "category": "categories",
    "categories": "categories",
    "fandom": "fandoms",
    "fandoms": "fandoms",
    "relationship": "relationships",
    "relationships": "relationships",
    "pairing": "relationships",
    "pairings": "relationships",
    "character": "characters",
    "characters": "characters",
    "additional tag": "tags",
    "additional tags": "tags",
    "language": "language",
    "series": "series",
    "collection": "collection",
    "collections": "collection",
    "stats": "stats",
}
STATS: Mapping[str, str] = {
    "published": "published",
    "completed": "updated",
    "updated": "updated",
    "words": "words_stated",
    "chapters": "chapters_stated",
    "comments": "",
    "kudos": "",
    "bookmarks": "",
    "hits": "",
}
"""Label → field; counters of readers have none."""

NOT_A_TAG = re.compile(r"show (?:warnings|additional tags)\Z", re.IGNORECASE)
"""What stands for tags that a reader chose not to see."""
NEIGHBOURS = re.compile(r"[^\w\s]{0,3}\s{0,3}(?:previous|next) work\b\s*[^\w\s]*", re.IGNORECASE)
"""Links to the series' next and previous work."""
_NEXT_PART = re.compile(r"[\s,]+(?=part\s+\d+\s+of\s)", re.IGNORECASE)
_PART = re.compile(r"part\s+(\d+)\s+of\s+(.+)\Z", re.IGNORECASE | re.DOTALL)


def field_of(label: str) -> str:
    """Return the field that a label means; empty when it is none of the header's."""
    return FIELDS.get(label.strip().rstrip(":").strip().lower(), "")


def stat_of(label: str) -> str | None:
    """Return the field that a label of the numbers means, empty for a counter; ``None`` when it is no such label."""
    return STATS.get(label.strip().rstrip(":").strip().lower())


def value(field: str, items: Sequence[str]) -> object | None:
    """Return what the items of one label say, as the field's own type; ``None`` for what cannot be understood."""
    if field == "series":
        return tuple(map(_series, items)) or None
    if field == "collection":
        return ", ".join(items) or None
    if field == "rating":
        return items[0] if items else None
    if field == "language":
        return language(items[0]) or None if items else None
    return tuple(items) or None


def stat(field: str, said: str) -> object | None:
    """Return a date, a number of words or of chapters; ``None`` for what is no such thing."""
    if field == "words_stated":
        return word_count(said) or None
    return date(said) or None if field in {"published", "updated"} else said


def series(said: str) -> tuple[str, ...]:
    """Part a line into the series that it names: a pasted header has them one behind the other."""
    return tuple(_NEXT_PART.split(said))


def _series(said: str) -> Series:
    part = _PART.match(" ".join(said.split()))
    return Series(name=part[2], number=part[1]) if part else Series(name=said)
