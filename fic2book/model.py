"""The values that travel through the program: frozen, and nothing but the standard library.

``markup`` below always means an XHTML fragment of allowed tags (see ``fic2book.markup``), well-formed, without
namespaces, in NFC. ``text`` means plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What happened to words of a manuscript."""

    REMOVED = "removed"
    """The words are in no book: site furniture, counters, slogans, empty decoration."""
    MOVED = "moved"
    """The words left the story's text and are in its metadata (title, authors, notes, tags …)."""
    REWRITTEN = "rewritten"
    """The words stayed, other characters stand for them (quotes, dashes, repaired encoding)."""
    FLAGGED = "flagged"
    """Nothing was changed; a person should look."""


class Severity(StrEnum):
    """How much a problem matters: an error fails the build, a warning does so with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of a story's ledger."""

    rule: str
    """Name of the rule or origin that did it, such as ``scene_breaks`` or ``wattpad``."""
    kind: Kind
    line: int
    """1-based line in the source file; 0 when it belongs to no line (a file name, a property)."""
    before: str = ""
    """The source's own words, as decoded; never shortened."""
    after: str = ""
    """For ``moved``: where they went (``title``, ``note before``). For ``rewritten``: the new words. For ``flagged``:
    the reason, as a sentence for the person who made the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a text manuscript, without its line end."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A decoded file, before anybody knows which site it came from."""

    file: str
    """Path relative to the folder given, with forward slashes."""
    format: str
    """``text`` or ``markdown``."""
    lines: tuple[Line, ...]
    """The whole decoded file, line by line (for Markdown the front matter too)."""
    metadata: Mapping[str, object] = field(default_factory=dict)
    """Front matter by its own keys; empty for plain text."""
    body: str = ""
    """Markdown only: the markup of the whole text, each block with ``data-line``."""
    images_left_out: tuple[str, ...] = ()
    """Addresses of pictures that a story asked for and that were not fetched."""
    changes: tuple[Change, ...] = ()
    """What decoding changed (encoding repaired, control characters taken out)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series that a story belongs to."""

    name: str
    number: str = ""


class Place(StrEnum):
    """Where a note belongs."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An author's note, outside the story's own words."""

    place: Place
    body: str
    """Markup, block level."""
    chapter: int = 0
    """1-based chapter it belongs to; 0 for the whole work."""
    marked: bool = True
    """False when the program recognised it without a label."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One one-shot (or a short work in chapters), as read from one file."""

    file: str
    origin: str
    """``wattpad``, ``tumblr``, ``text``, ``markdown`` …"""
    title: str
    body: str
    """Markup of the story's own words and nothing else. Chapters begin with ``<h2 class="chapter">``; scene breaks
    are ``<hr class="scene"/>``, pauses ``<hr class="pause"/>``. Before restoration, plain text is one ``<p>`` a source
    line (empty for a blank one) with ``data-line``; after it no ``data-`` attribute is left."""
    part: int = 1
    """1-based, when a file holds several stories."""
    id: str = ""
    """ASCII slug, unique in the anthology, given when the anthology is assembled."""
    authors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    summary: str = ""
    """Markup, block level."""
    chapters: tuple[str, ...] = ()
    """Titles of the chapters; empty for a one-shot."""
    collection: str = ""
    series: tuple[Series, ...] = ()
    language: str = ""
    """BCP 47; empty while nobody knows."""
    rating: str = ""
    warnings: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    fandoms: tuple[str, ...] = ()
    relationships: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: str = ""
    """ISO date as far as it is known: ``2019``, ``2019-04`` or ``2019-04-21``."""
    updated: str = ""
    url: str = ""
    words_stated: int | None = None
    images_left_out: tuple[str, ...] = ()
    ledger: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture as bytes."""

    data: bytes
    media_type: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySettings:
    """A ``[[story]]`` table: what a person says about one manuscript. ``None`` means: not said."""

    file: str
    line: int = 0
    """1-based line of the table in anthology.toml."""
    part: int = 0
    """1-based story of a file that holds several; 0 for every story of the file."""
    skip: bool = False
    opening_note: str = ""
    """``note`` or ``story``: turns the recognition of an unmarked opening note round."""
    closing_note: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    """Fields of ``Story`` by name, already of the right type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person decided about the restoration of one manuscript. Empty means: not said."""

    opening_note: str = ""
    """``note`` or ``story``: what an unmarked opening note is."""
    closing_note: str = ""
    language: str = ""
    """BCP 47: the anthology's language, for a story whose own nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is asked for: command line over anthology.toml. Empty means: not said."""

    folder: Path
    output: Path
    """Folder for the finished books."""
    to: tuple[str, ...] = ("epub", "pdf")
    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    editor: str = ""
    language: str = ""
    description: str = ""
    dedication: str = ""
    foreword: Path | None = None
    afterword: Path | None = None
    rights: str = ""
    identifier: str = ""
    theme: str = "classic"
    css: tuple[Path, ...] = ()
    cover: Path | None = None
    order: str = ""
    """``file``, ``title``, ``author``, ``date``, ``length``; empty: the ``[[story]]`` tables' order, then by file."""
    openers: str = "auto"
    """``auto``, ``recto`` or ``any``."""
    strict: bool = False
    stories: tuple[StorySettings, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Anthology:
    """The book's content, complete: what every output is made from."""

    title: str
    stories: tuple[Story, ...]
    identifier: str
    """A URN, derived from title, authors and stories unless it was given."""
    modified: datetime
    """Aware, UTC: the newest date stated in a manuscript, else SOURCE_DATE_EPOCH, else 2000-01-01."""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    """All the book's authors, in the order of the stories, each once."""
    editor: str = ""
    language: str = "en"
    description: str = ""
    dedication: str = ""
    foreword: str = ""
    """Markup."""
    afterword: str = ""
    rights: str = ""
    cover: Image | None = None
    """The user's picture, if there is one."""
    openers: str = "auto"

    @property
    def by_one_author(self) -> bool:
        """Tell whether all stories are by the same one author: then the book is theirs and needs no bylines."""
        return len({story.authors for story in self.stories}) == 1 and len(self.stories[0].authors) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the book, the same for every output; links inside it are ``#id`` of any section's element."""

    id: str
    kind: str
    """``cover``, ``half-title``, ``title-page``, ``colophon``, ``dedication``, ``contents``, ``foreword``, ``story``,
    ``afterword``, ``credits``."""
    title: str
    """Label in the machine contents; a story's is "Title — Author" unless the book is one author's."""
    matter: str
    """``front``, ``body`` or ``back``."""
    body: str
    """Markup of the one ``<section>`` element, with its id, class, role and epub:type."""
    language: str
    story: Story | None = None
    children: tuple[tuple[str, str], ...] = ()
    """Chapters as (id, title)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """One static face."""

    family: str
    style: str
    """``normal`` or ``italic``."""
    weight: int
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A folder of ``styles/`` (or a user's own), over the common base."""

    name: str
    label: str
    """One line that says what it looks like."""
    tokens: Mapping[str, object]
    """theme.toml as read."""
    epub_css: str
    pdf_css: str
    fonts: tuple[Font, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What a writer gets: content, parts and looks."""

    anthology: Anthology
    sections: tuple[Section, ...]
    theme: Theme
    cover: Image
    """The finished cover, generated or the user's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a reader of the book, or its maker, would notice."""

    code: str
    """Stable and documented, such as ``text-lost``."""
    severity: Severity
    message: str
    place: str = ""
    """The story's title, a file and line, or a page."""
