"""What a manifest holds, record by record; every key of the JSON is a field's name here."""

from dataclasses import dataclass

from fic2book.manifest.told import BookRecord, ToldRecord
from fic2book.model import Gone


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterRecord:
    """One chapter of a story; a one-shot has one, without a title."""

    title: str
    letters: int
    """How many letters and digits, as ``fic2book.letters`` counts them."""
    sha256: str
    """Hash of those letters in UTF-8, hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRecord:
    """A picture at its place in a story's text."""

    words: str
    """Its alternative text."""
    sha256: str
    """Hash of its bytes."""
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRecord:
    """An author's note; a hidden one is told here and stands nowhere else."""

    id: str
    kind: str
    shown: str
    """As a person asked: ``before``, ``after``, ``footnotes``, ``appendix``, ``hide``; empty: where it stood."""
    letters: int
    sha256: str
    place: str = ""
    """``before`` or ``after``: where its author put it."""
    chapter: int = 0
    """1-based; 0 for the whole work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRecord:
    """A part of the book."""

    title: str
    stories: tuple[str, ...]
    """Ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    """One story as it was put into the book."""

    id: str
    title: str
    authors: tuple[str, ...]
    language: str
    file: str
    """The manuscript's path inside the folder given."""
    part: int
    origin: str
    url: str
    words: int
    letters: int
    sha256: str
    scene_breaks: int
    pauses: int
    chapters: tuple[ChapterRecord, ...]
    words_stated: int | None = None
    """What the site that it came from counted."""
    words_to_find: int = 0
    """Words that the text has by its site's own rule; 0 when nobody knows."""
    pictures: tuple[PictureRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    permission: str = ""
    manuscript: str = ""
    """Seal of the bytes that it was read from."""
    sketch: str = ""
    """Of its words, by which it is known again when it was edited; see ``fic2book.manifest.sketch``."""
    told: ToldRecord | None = None
    """What else is known of it; nothing in books of earlier versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The whole book."""

    schema: int
    tool: str
    version: str
    title: str
    identifier: str
    language: str
    stories: tuple[StoryRecord, ...]
    parts: tuple[PartRecord, ...] = ()
    new: tuple[str, ...] = ()
    """Ids of the stories that the edition before did not have; empty for a first one."""
    updated: tuple[str, ...] = ()
    """Ids of the stories that it had with other words."""
    gone: tuple[Gone, ...] = ()
    """Stories of earlier editions that this one does not have."""
    guessed: tuple[str, ...] = ()
    """``title``, ``language``, ``identifier``: what nobody said."""
    book: BookRecord | None = None
    """What else is known of the book; nothing in books of earlier versions."""
