"""The line that FanFiction.Net prints of every story: ``Rated: T - English - Angst - [Ann, Ben] - Words: 204 - …``.

Three eras write it ``Fiction Rated: K+``, ``Rated: M`` and ``Rated: Fiction T``; the site for phones puts commas where
the others have dashes. Genre and characters may be missing: they are told by what they say and where they stand.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fic2book.sources.values import date, language, word_count

_RATING = re.compile(
    r"(?P<before>(?:Fiction\s+)?Rated:\s*(?:Fiction\s+)?)(?P<rating>K\+|K|T|MA|M)(?![\w+])", re.IGNORECASE
)
_GENRES = (
    "Hurt/Comfort, Action/Adventure, Adventure, Angst, Biography, Crime, Drama, Essay, Fable, Family, Fantasy, "
    "Friendship, General, Historical, Horror, Humor, Manga, Mystery, Mythology, Parody, Play, Poetry, Religion, "
    "Romance, Sci-Fi, Song, Spiritual, Supernatural, Suspense, Thriller, Tragedy, Western, Young Adult"
)
_GENRE = "|".join(_GENRES.split(", "))
_ALL_GENRES = re.compile(rf"(?:{_GENRE})(?:\s*(?:/|&)\s*(?:{_GENRE}))*\Z")
_LABELS: Mapping[str, str] = {
    "chapters": "chapters_stated",
    "words": "words_stated",
    "published": "published",
    "p": "published",
    "updated": "updated",
    "u": "updated",
    "status": "status",
    "id": "url",
    "reviews": "",
    "favs": "",
    "follows": "",
}
_LABEL = re.compile(rf"(?P<label>{'|'.join(_LABELS)})\s*:\s*(?P<value>.*)\Z", re.IGNORECASE)
_BEFORE_LABEL = re.compile(rf"(?:\s+-\s+|,\s+|\s+)(?=(?:{'|'.join(_LABELS)})\s*:)", re.IGNORECASE)
_AMERICAN = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\Z")
_ADDRESS = re.compile(r"https://www\.(?:fanfiction\.net|fictionpress\.com)/s/\d+/\Z")
_PAIRING = re.compile(r"\[([^\]]+)\]")
_ENOUGH = 2
"""Labelled figures that make the line the site's own; a header of LiveJournal has ``Rated: T`` alone."""


class Piece(NamedTuple):
    """One statement of the line."""

    words: str
    """As they stand in the line; empty for what another piece's words say too, as a pairing among characters."""
    field: str
    """Of ``Story``; empty when no book has a use for it."""
    value: object


def read(line: str) -> tuple[Piece, ...]:
    """Return what the line states, in its order and with every word of it; empty when it is no such line."""
    start = _RATING.match(line.strip())
    if start is None:
        return ()
    first, *labelled = _BEFORE_LABEL.split(line.strip())
    if len([chunk for chunk in labelled if _LABEL.match(chunk)]) < _ENOUGH:
        return ()
    head = first[start.end() :]
    rating = start["rating"]
    pieces = [Piece(start["before"].strip(), "", None), Piece(rating, "rating", rating)]
    pieces += _placed(_parted(head))
    for chunk in labelled:
        said, *behind = re.split(r"\s+-\s+", chunk)
        pieces += _labelled(said)
        pieces += _placed(behind)
    several = any(piece.field == "chapters_stated" for piece in pieces)
    alone = 0 if several else 1
    return tuple(
        piece._replace(value=of_chapter(piece.value, alone)) if piece.field == "url" else piece for piece in pieces
    )


def of_chapter(address: object, number: int) -> object:
    """Return a story's address as that of one of its chapters, when the number is known and the address has none."""
    return f"{address}{number}/" if number and _ADDRESS.match(str(address)) else address


def of_site(address: object, said: str) -> object:
    """Return a story's address on FictionPress, the sister for original stories, when the page says it is there."""
    there = "fictionpress" in said.lower() and "fanfiction" not in said.lower()
    return str(address).replace("//www.fanfiction.net/", "//www.fictionpress.com/") if there else address


def american_date(said: str) -> str:
    """Return a date of the site as ISO: its month comes first; empty without a year (``14h``, ``Feb 3``)."""
    found = _AMERICAN.match(said.strip())
    if found is None:
        return date(said.strip())
    month, day, year = found.groups()
    century = "" if len(year) == 4 else "19" if int(year) > 90 else "20"
    return date(f"{century}{year}-{month}-{day}")


def _parted(head: str) -> list[str]:
    if " - " in head:
        return [part for part in re.split(r"\s+-(?:\s+|\Z)", head) if part.strip()]
    spoken, *rest = [part for part in re.split(r",\s+", head.lstrip(", ")) if part.strip()] or [""]
    if rest and _ALL_GENRES.match(rest[0]):
        return [spoken, rest[0], ", ".join(rest[1:])]
    return [spoken, ", ".join(rest)]


def _placed(parts: list[str]) -> Iterator[Piece]:
    """Give what is told by its look: a language, genres, ``Complete``; the rest are characters."""
    for part in (part.strip() for part in parts):
        if language(part):
            yield Piece(part, "language", language(part))
        elif _ALL_GENRES.match(part):
            yield Piece(part, "tags", tuple(re.findall(_GENRE, part)))
        elif part.lower() in {"complete", "in-progress"}:
            yield Piece(part, "status", part)
        elif part:
            yield from _people(part)


def _people(part: str) -> Iterator[Piece]:
    everybody = tuple(filter(None, (name.strip() for name in re.split(r"[\[\],]|\s&\s", part))))
    yield Piece(part, "characters", everybody)
    couples = [re.split(r",\s*|\s&\s", inside) for inside in _PAIRING.findall(part)]
    if couples:
        yield Piece("", "relationships", tuple("/".join(name.strip() for name in couple) for couple in couples))


def _labelled(said: str) -> Iterator[Piece]:
    found = _LABEL.match(said)
    if found is None:
        yield from _placed([said])
        return
    field, value = _LABELS[found["label"].lower()], found["value"].strip()
    read: object = value
    if field in {"published", "updated"}:
        read = american_date(value)
    elif field == "words_stated":
        read = 0 if value.endswith("+") else word_count(value)  # the site for phones rounds: 226k+
    elif field == "url":
        read = f"https://www.fanfiction.net/s/{value}/" if value.isdigit() else ""
    yield Piece(said, field, read) if field and read else Piece(said, "", None)
