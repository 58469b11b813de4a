"""What a manuscript is on its way to a story: the file, its lines, its ledger, the story with all it carries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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


class Sure(StrEnum):
    """How sure it is that words are what they were taken for."""

    STATED = "stated"
    """A label, an id or a file's own field says so."""
    LIKELY = "likely"
    """Several signs agree."""
    GUESSED = "guessed"
    """The best of what was there; a person should look."""


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
    sure: Sure = Sure.STATED
    """For ``moved``: how sure it is that the words are the field that ``after`` names."""
    file: str = ""
    """The manuscript that ``line`` counts in, where it is not the story's own: a work gathered from several files."""
    place: str = ""
    """Where the row stands for a person who opens the file, if not at that line; see ``Line.place``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a manuscript: a line of a text without its end; of a page a paragraph, or a line inside one."""

    number: int
    """1-based: what a ledger and ``[[story]] text = "12-340"`` call the row by."""
    text: str
    place: str = ""
    """Where the row stands for a person who opens the file, if not at that line: ``line 213``, ``ch2.xhtml line 5``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that a manuscript holds."""

    name: str
    """ASCII, unique in its file: ``<img src="picture:NAME"/>`` in a body shows it."""
    data: bytes
    media_type: str
    """``image/jpeg`` or ``image/png``: what both outputs can show; readers convert the rest."""
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A decoded file, before anybody knows which site it came from."""

    file: str
    """Path relative to the folder given, with forward slashes."""
    format: str
    """``text``, ``markdown``, ``html``, ``epub`` or ``docx``."""
    lines: tuple[Line, ...]
    """The whole decoded file, row by row (for Markdown the front matter too)."""
    metadata: Mapping[str, object] = field(default_factory=dict)
    """Front matter by its own keys; empty for all but Markdown."""
    head: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a page's head, a package or Word's properties say, by their own names: ``title``, ``meta author``,
    ``dc:creator``, ``calibre:series``."""
    body: str = ""
    """All but plain text: the whole file's markup, each block (and each ``<br/>`` of a page) with ``data-line``."""
    pictures: tuple[Picture, ...] = ()
    images_left_out: tuple[str, ...] = ()
    """Addresses of pictures that a story asked for and that were not fetched."""
    changes: tuple[Change, ...] = ()
    """What decoding changed (encoding repaired, control characters taken out)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series that a story belongs to."""

    name: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another work that a story grew from, or that grew from it."""

    how: str
    """``inspired by``, ``a translation of``, ``translated as``, ``inspired``."""
    title: str
    authors: tuple[str, ...] = ()
    url: str = ""


class NoteKind(StrEnum):
    """What a note is, for what a person wants shown."""

    NOTE = "note"
    DISCLAIMER = "disclaimer"
    WARNING = "warning"
    """The author's own content warning; it is never hidden."""
    SUMMARY = "summary"
    """A chapter's summary."""


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
    kind: NoteKind = NoteKind.NOTE


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
    permission: str = ""
    """Under what words its author lets it be copied: a licence, a letter."""
    words_stated: int | None = None
    chapters_stated: str = ""
    """As the site writes it: ``1/1``, ``3/?``."""
    status: str = ""
    """The site's own word: ``Complete``, ``In-Progress``, ``Hiatus``."""
    recipients: tuple[str, ...] = ()
    """Whom the story is a gift for."""
    related: tuple[Related, ...] = ()
    show_notes: str = ""
    """What a person said of its notes: ``before``, ``after``, ``footnotes``, ``appendix`` or ``hide``; empty: as the
    book does, else where they stood."""
    show_disclaimers: str = ""
    """The same of its disclaimers; empty: as the book does, else as the notes."""
    pictures: tuple[Picture, ...] = ()
    """Those that the body shows."""
    images_left_out: tuple[str, ...] = ()
    finished: bool = False
    """Whether its file says that it came out of a book: it is whole, and nothing in it is guessed."""
    manuscript: str = ""
    """Seal of its file's bytes (of several files', where it is a work of several): it tells whether they changed."""
    ledger: tuple[Change, ...] = ()
