"""The anthology on its way to the outputs: content, parts, looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from fic2book.model.designs import PageDesign
from fic2book.model.editions import Edition
from fic2book.model.images import Image
from fic2book.model.looks import Looks
from fic2book.model.manuscripts import Note, NoteKind, Picture, Place, Story
from fic2book.model.printed import Printed
from fic2book.model.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the book with a title page of its own before its stories."""

    title: str
    stories: tuple[str, ...]
    """Ids of its stories, one behind the other in the anthology, the first of them first."""
    text: str = ""
    """Plain words under the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Who made the book by hand, and what they say of it; everything empty: nobody says anything."""

    name: str = ""
    logo: Image | None = None
    place: str = ""
    edition: str = ""
    colophon: str = ""


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
    about: str = ""
    """Markup: about the authors."""
    rights: str = ""
    series: str = ""
    series_number: str = ""
    certified_by: str = ""
    """Who has examined the book's accessibility; empty: nobody has."""
    certified_on: str = ""
    cover: Image | None = None
    """The user's picture, if there is one."""
    openers: str = "auto"
    lengths: bool = False
    content_notes: str = "front"
    indexes: tuple[str, ...] = ()
    credits: str = "full"
    qr: bool = False
    imprint: Imprint = field(default_factory=Imprint)
    edition: Edition = field(default_factory=Edition)
    parts: tuple[Part, ...] = ()
    """In the order of their stories; stories of no part stand before the first one or behind the last."""
    volume: str = ""
    """Which of several volumes this is, in the book's language: "Volume I"; empty: the book is whole."""
    show_notes: str = ""
    """Where the authors' notes of stories stand that say nothing themselves; see ``Story.show_notes``."""
    show_disclaimers: str = ""

    @property
    def by_one_author(self) -> bool:
        """Tell whether all stories are by the same one author: then the book is theirs and needs no bylines."""
        return bool(self.stories) and len(self.stories[0].authors) == 1 and not self.differ("authors")

    def differ(self, name: str) -> bool:
        """Tell whether the stories have not all the same in a field, such as ``fandoms``."""
        values = (getattr(story, name) for story in self.stories)
        first = next(values, None)
        return any(value != first for value in values)

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """All pictures under the names that the sections show them by: ``STORY.NAME`` (no id has a point).

        The press's mark is ``press.logo``.
        """
        own = {f"{story.id}.{picture.name}": picture for story in self.stories for picture in story.pictures}
        logo = self.imprint.logo
        if logo is None:
            return own
        size = {"width": logo.width, "height": logo.height}
        return {**own, "press.logo": Picture(name="logo", data=logo.data, media_type=logo.media_type, **size)}

    def showing(self, story: Story, note: Note) -> str:
        """Return where one of a story's notes is shown: as asked for the story, else for the book, else empty.

        A chapter's summary is no author's talk and stays with its chapter. A warning stays where it stood, or goes
        before the text; it is never hidden.
        """
        notes = story.show_notes or self.show_notes
        if note.kind == NoteKind.SUMMARY:
            return ""
        if note.kind == NoteKind.WARNING:
            return Place.BEFORE.value if notes == Place.BEFORE else ""
        if note.kind == NoteKind.DISCLAIMER:
            return story.show_disclaimers or self.show_disclaimers or notes
        return notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the book, the same for every output; links inside it are ``#id`` of any section's element."""

    id: str
    kind: str
    """``cover``, ``half-title``, ``title-page``, ``colophon``, ``dedication``, ``contents``, ``foreword``, ``part``,
    ``story``, ``notes``, ``afterword``, ``credits``, ``content-notes``, ``about``, ``index``, ``press`` (the
    colophon at the back; the kind ``colophon`` is the small print in front)."""
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
    part: str = ""
    """Id of the part's section that a story belongs to."""


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
    looks: Looks
    """What of it says how things look, read and proved."""
    epub_css: str
    pdf_css: str
    fonts: tuple[Font, ...]
    lent: tuple[Font, ...] = ()
    """Faces of other themes, for letters that its own lack: Greek and Cyrillic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What a writer gets: content, parts and looks."""

    anthology: Anthology
    sections: tuple[Section, ...]
    theme: Theme
    cover: Image
    """The finished cover, generated or the user's."""
    page: PageDesign
    """The printed page."""
    front: Image | None = None
    """The cover in the printed page's own proportions; ``None``: ``cover`` stands there too."""
    epub_fonts: str = "all"
    """Which faces the EPUB brings: ``none``, ``body`` or ``all``."""
    archival: bool = False
    """Whether the PDF is PDF/A-3a as well as PDF/UA-1."""
    accent: str = ""
    """The colour of ornaments and rules on paper, as ``#rrggbb``; empty: black."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """The looks that were asked for, by their keys in anthology.toml; ``own`` for a person's own files."""
    printed: Printed | None = None
    """Its printed pages, where they are known: an EPUB says then where each of them begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a writer gives."""

    files: Mapping[str, bytes]
    """Suffix (``.epub``) → the finished file; one writer may give several."""
    problems: tuple[Problem, ...] = ()
    """What was noticed while the files were made, such as a style rule without effect."""
