"""What a person asks for: settings of the book, words about one manuscript, decisions about its restoring."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fic2book.model.bound import BookletSettings, PrintSettings, WrapSettings

Rows = tuple[tuple[int, int], ...]
"""Stretches of a manuscript's rows, first and last, as a person names them: ``"3-5, 12"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySettings:
    """A ``[[story]]`` table: what a person says about one manuscript. ``None`` means: not said."""

    file: str
    line: int = 0
    """1-based line of the table in anthology.toml."""
    part: int = 0
    """1-based story of a file that holds several; 0 for every story of the file."""
    undoes: bool = False
    """Whether it only turns guesses round, as the report's lines do: then it gives its story no place in the order."""
    skip: bool | None = None
    alone: bool = False
    """Whether the file stands by itself: never joined with other files, never left out as a double."""
    opening_note: str = ""
    """``note`` or ``story``: turns the recognition of an unmarked opening note round."""
    closing_note: str = ""
    text: Rows = ()
    """Rows that are story, whatever was made of them."""
    note: Rows = ()
    """Rows that are an author's note."""
    breaks: tuple[int, ...] = ()
    """Rows at which a scene ends: a blank one becomes the break, before another one it stands."""
    off: frozenset[str] = frozenset()
    """Names of the rules that are not wanted for it."""
    split: str = ""
    """``h1`` … ``h6``: each such heading begins a story; ``never``: the file is one story."""
    show_notes: str = ""
    """``before``, ``after``, ``footnotes``, ``appendix`` or ``hide``; empty: as the book does."""
    show_disclaimers: str = ""
    alt: Mapping[str, str] = field(default_factory=dict)
    """Words for people who cannot see a picture, by the picture's name."""
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
    text: Rows = ()
    note: Rows = ()
    breaks: tuple[int, ...] = ()
    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSettings:
    """A ``[[part]]`` table: a part of the book with a title page of its own, and the stories in it."""

    title: str
    files: tuple[str, ...] = ()
    """Manuscripts in their order."""
    text: str = ""
    """Plain words under the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprintSettings:
    """The ``[press]`` table: what a person who makes books by hand puts their name to."""

    name: str = ""
    logo: Path | None = None
    place: str = ""
    edition: str = ""
    """``Copy 1 of 3, Christmas 2026``."""
    colophon: str = ""
    """Plain words about the making: paper, thread, type."""


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
    dedication_paper: Path | None = None
    """A file with the dedication, where it is not said in words."""
    foreword: Path | None = None
    afterword: Path | None = None
    about: Path | None = None
    """The page about the authors."""
    rights: str = ""
    series: str = ""
    """The series that the book itself belongs to."""
    series_number: str = ""
    identifier: str = ""
    certified_by: str = ""
    """Who has examined the book against EPUB Accessibility 1.1 and WCAG 2.2 AA; empty: nobody has."""
    certified_on: str = ""
    """The day of it, as an ISO date."""
    theme: str = "classic"
    page: str = ""
    """Name or measures of the printed page; empty: the theme's own."""
    css: tuple[Path, ...] = ()
    cover: Path | None = None
    cover_picture: str = ""
    """How a person's picture is shown: ``full``, ``framed`` or ``band`` (title and names on a band); empty: full."""
    cover_style: str = ""
    """A drawn cover's layout, pattern or palette by name, or several; empty: as title and authors decide."""
    cover_seed: str = ""
    """What the drawn cover is thrown from in place of title and authors."""
    accent: str = "cover"
    """The colour of the printed ornaments: ``cover`` (one of the cover's), ``none`` (black) or ``#rrggbb``."""
    ornament: Path | None = None
    """A picture for scene breaks."""
    fonts: Path | None = None
    """A folder of a person's own faces."""
    greyscale: bool = False
    """Whether all pictures, the cover too, are in shades of grey."""
    archival: bool = False
    """Whether the PDF is PDF/A-3a as well."""
    epub_fonts: str = "all"
    """Which faces the EPUB brings: ``none``, ``body`` (the text's) or ``all``."""
    order: str = ""
    """``file``, ``title``, ``author``, ``date``, ``length``, ``series``, ``fandom``; empty: the order of the
    ``[[story]]`` tables, then by file."""
    openers: str = "auto"
    """``auto``, ``recto`` or ``any``."""
    lengths: bool = False
    """Whether the contents tell each story's words and reading time."""
    content_notes: str = "front"
    """Where the page of ratings and warnings stands: ``front`` or ``back``."""
    indexes: tuple[str, ...] = ()
    """``authors``, ``fandoms``, ``relationships``, ``characters``, ``tags``, or ``none``; empty: what suits."""
    credits: str = "full"
    """``full``, ``names`` or ``none``."""
    qr: bool = False
    """Whether the printed credits show each address as a QR code too."""
    imprint: ImprintSettings = field(default_factory=ImprintSettings)
    printing: PrintSettings = field(default_factory=PrintSettings)
    booklet: BookletSettings = field(default_factory=BookletSettings)
    wrap: WrapSettings = field(default_factory=WrapSettings)
    since: Path | None = None
    """The edition before, an EPUB or its manifest; without one the last build in the output folder is it."""
    open: bool = False
    """Whether the folder with the finished books is opened."""
    strict: bool = False
    show_notes: str = ""
    """``[notes] show``: ``before``, ``after``, ``footnotes``, ``appendix`` or ``hide``; empty: where they stood."""
    show_disclaimers: str = ""
    """``[notes] disclaimers``: the same values; empty: as the notes."""
    parts: tuple[PartSettings, ...] = ()
    stories: tuple[StorySettings, ...] = ()
