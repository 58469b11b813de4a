"""What a book knows of a story beside its words, and of itself: enough to take it apart and make it again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fic2book import markup
from fic2book.model import Anthology, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRecord:
    """A series that a story belongs to."""

    name: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRecord:
    """Another work that a story grew from, or that grew from it."""

    how: str
    title: str
    authors: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRecord:
    """What is known of one story; the names are those of ``Story``."""

    language: str = ""
    """As the manuscript or a guess has it; empty when nobody knows, and the book's stands for it."""
    summary: str = ""
    """Markup."""
    collection: str = ""
    series: tuple[SeriesRecord, ...] = ()
    rating: str = ""
    warnings: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    fandoms: tuple[str, ...] = ()
    relationships: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    chapters_stated: str = ""
    status: str = ""
    recipients: tuple[str, ...] = ()
    related: tuple[RelatedRecord, ...] = ()
    images_left_out: tuple[str, ...] = ()
    show_notes: str = ""
    show_disclaimers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRecord:
    """One thing that was asked for, by its key in anthology.toml (``press.name`` for one of a table)."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRecord:
    """What is known of the book beside its stories."""

    authors: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    part_texts: tuple[str, ...] = ()
    """Words under the titles of the parts, in their order."""
    own_cover: int = 0
    """1 when the cover is a person's own picture."""
    asked: tuple[AskedRecord, ...] = ()
    """Keys that hold one word or line; switches are ``true``."""


_LOCAL = re.compile(r"file:|[A-Za-z]:[\\/]|[\\/]", re.IGNORECASE)
"""How an address begins that names a place on a machine."""
_LINES = (
    "subtitle", "editor", "description", "dedication", "rights", "series", "series_number", "openers",
    "content_notes", "credits", "certified_by", "certified_on",
)  # fmt: skip
_SWITCHES = ("lengths", "qr")
_PRESS = ("name", "place", "edition", "colophon")
_AS_IT_IS = frozenset({("openers", "auto"), ("content_notes", "front"), ("credits", "full")})


def told(story: Story) -> ToldRecord:
    """Return what is known of a story; its notes and its words stand elsewhere."""
    same = {name: getattr(story, name) for name in ToldRecord.__slots__ if name not in {"series", "related"}}
    same["images_left_out"] = tuple(map(_without_folder, story.images_left_out))
    same["summary"] = markup.clean(story.summary).markup  # a stranger's scripts and addresses are in no book
    return ToldRecord(
        **same,
        series=tuple(SeriesRecord(name=one.name, number=one.number) for one in story.series),
        related=tuple(
            RelatedRecord(how=one.how, title=one.title, authors=one.authors, url=one.url) for one in story.related
        ),
    )


def _without_folder(address: str) -> str:
    """Return the name alone of a picture that lay on somebody's machine."""
    is_local = _LOCAL.match(address) is not None
    return re.split(r"[/\\]", address.rstrip("/\\"))[-1] if is_local else address


def of_book(anthology: Anthology, looks: Mapping[str, str]) -> BookRecord:
    """Return what is known of the book; ``looks`` are the keys of anthology.toml that say how it looks."""
    lines = {name: str(getattr(anthology, name)) for name in _LINES}
    switches = {name: "true" for name in _SWITCHES if getattr(anthology, name)}
    press = {f"press.{name}": str(getattr(anthology.imprint, name)) for name in _PRESS}
    notes = {"notes.show": anthology.show_notes, "notes.disclaimers": anthology.show_disclaimers}
    said = {**lines, **switches, **looks, **press, **notes}
    return BookRecord(
        authors=anthology.authors,
        indexes=anthology.indexes,
        part_texts=tuple(part.text for part in anthology.parts),
        own_cover=int(anthology.cover is not None),
        asked=tuple(
            AskedRecord(key=key, value=value) for key, value in said.items() if value and (key, value) not in _AS_IT_IS
        ),
    )
