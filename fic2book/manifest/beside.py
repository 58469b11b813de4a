"""A story's own pictures and notes beside its words: what every output has to show, in order."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Anthology, Note, Story
from fic2book.words import words_of

_SCHEME = "picture:"
_BEFORE = 7  # words that name a picture's place
_PIECES = 60  # pieces of text in which so many words are found: a paragraph may be cut into many


class Shown(NamedTuple):
    """A picture at its place in a story."""

    address: str
    words: str
    """What a person hears who cannot see it."""
    after: str
    """The last words before it; empty at the beginning."""


class OwnPicture(NamedTuple):
    """A picture that a story's text shows."""

    words: str
    after: str
    sha256: str
    """Hash of its bytes, hexadecimal."""
    width: int
    height: int


class Undescribed(NamedTuple):
    """A picture without words for people who cannot see it."""

    name: str
    after: str
    """The last words before it."""


class OwnNote(NamedTuple):
    """An author's note, and where a person wants it."""

    id: str
    """Of its element in the book."""
    kind: str
    how: str
    """``before``, ``after``, ``footnotes``, ``appendix``, ``hide``; empty: where it stood."""
    text: str
    letters: str


def shown(root: Element) -> Iterator[Shown]:
    """Yield the pictures inside ``root``, in order."""
    return _walk(root, [])


def own_pictures(story: Story, language: str) -> tuple[OwnPicture, ...]:
    """Return the pictures of a story's body; ``language`` is the book's, whose word stands for missing ones."""
    known = {_SCHEME + picture.name: picture for picture in story.pictures}
    unnamed = words_of(language).picture
    places = shown(markup.parse(story.body)) if known else ()
    pairs = ((one, known[one.address]) for one in places if one.address in known)
    return tuple(
        OwnPicture(
            words=" ".join(one.words.split()) or unnamed,
            after=one.after,
            sha256=data_seal(picture.data),
            width=picture.width,
            height=picture.height,
        )
        for one, picture in pairs
    )


def undescribed(story: Story) -> tuple[Undescribed, ...]:
    """Return the pictures of a story and of its notes that nobody has described, each once, in order."""
    known = {_SCHEME + picture.name: picture.name for picture in story.pictures}
    texts = (story.body, *(note.body for note in story.notes)) if known else ()
    found = (one for text in texts if _SCHEME in text for one in shown(markup.parse(text)))
    first: dict[str, Undescribed] = {}
    for one in found:
        if one.address in known and not one.words.strip():
            first.setdefault(one.address, Undescribed(known[one.address], one.after))
    return tuple(first.values())


def own_notes(story: Story, anthology: Anthology) -> tuple[OwnNote, ...]:
    """Return all notes of a story, the hidden ones too."""
    return tuple(
        _own_note(f"{story.id}-note-{number}", note, anthology.showing(story, note))
        for number, note in enumerate(story.notes, 1)
    )


def data_seal(data: bytes) -> str:
    """Return the hash that stands for a picture."""
    return hashlib.sha256(data).hexdigest()


def _walk(element: Element, before: list[str]) -> Iterator[Shown]:
    """Yield the pictures inside ``element``; ``before`` gathers the words that stand before each."""
    if element.tag == "img":
        words = " ".join(before[-_PIECES:]).split()[-_BEFORE:]
        yield Shown(element.get("src", ""), element.get("alt", ""), " ".join(words))
    before.append(element.text or "")
    for child in element:
        yield from _walk(child, before)
        before.append(child.tail or "")


def _own_note(name: str, note: Note, how: str) -> OwnNote:
    text = markup.plain(note.body)
    return OwnNote(name, note.kind.value, how, text, letters(text))
