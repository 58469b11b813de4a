"""The authors' notes on paper: each one that is not hidden stands where its id leads, with all its words."""

from collections.abc import Iterator

from fic2book.checks import losses, notes
from fic2book.checks.losses import Text
from fic2book.checks.pdf.furniture import furniture
from fic2book.checks.pdf.joined_letters import folded
from fic2book.checks.pdf.opened import Opened
from fic2book.checks.told import Told, ToldStory
from fic2book.checks.walk import find
from fic2book.manifest.beside import OwnNote
from fic2book.model import Problem

_LETTERS = 900  # of a page of notes at least; a picture or a heading may take a page more


def problems(book: Opened, told: Told) -> Iterator[Problem]:
    """Walk every note from the page of its id on."""
    for story in told.stories:
        for note in story.notes:
            if note.how != notes.HIDDEN and note.letters:
                yield from _note(book, told, story, note)


def _note(book: Opened, told: Told, story: ToldStory, note: OwnNote) -> Iterator[Problem]:
    first = book.places.get(note.id)
    if first is None:
        yield notes.lost("PDF", story, note)
        return
    end = min(first + 3 + len(note.letters) // _LETTERS, len(book.texts))
    own, text = folded(note.text), "".join(book.letters[first:end])
    way = find(own, text, furniture(book, told, story, book.starts[first]))
    if any(one.end - one.start == len(own) for one in way.differences):
        yield notes.lost("PDF", story, note)
        return
    found = Text("\n".join(book.texts[first:end]), text)
    yield from losses.problems(notes.side("PDF", story, note), Text(note.text, own), found, way.differences)
