"""The authors' notes on paper: each one that is not hidden stands where its id leads, with all its words."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from fic2book.checks import losses, notes
from fic2book.checks.losses import Text
from fic2book.checks.pdf.furniture import furniture
from fic2book.checks.pdf.opened import Opened, in_order
from fic2book.checks.pdf.stories import pages
from fic2book.checks.told import Told, ToldStory
from fic2book.manifest.beside import OwnNote
from fic2book.model import Problem
from fic2book.walk import find
from fic2book.walk.joined_letters import folded

_LETTERS = 900  # of a page of notes at least; a picture or a heading may take a page more


def problems(book: Opened, told: Told) -> Iterator[Problem]:
    """Walk every note from the page of its id on; notes that say the same have to stand there as often."""
    counted: Counter[tuple[str, int]] = Counter()
    for number, story in enumerate(told.stories):
        own_pages = pages(book, told, number)
        for note in story.notes:
            if note.how == notes.HIDDEN or not note.letters:
                continue
            first = book.places.get(note.id)
            if first is None:
                yield notes.lost("PDF", story, note)
                continue
            end = min(first + 3 + len(note.letters) // _LETTERS, len(book.texts))
            last = own_pages[1] if first in range(*own_pages) else end
            yield from _note(_Place(book, told, story, first, min(end, last)), note, counted)


class _Place(NamedTuple):
    """The pages on which a note has to stand: ``first`` to ``end``, the last not included."""

    book: Opened
    told: Told
    story: ToldStory
    first: int
    end: int


def _note(place: _Place, note: OwnNote, counted: Counter[tuple[str, int]]) -> Iterator[Problem]:
    book, told, story, first, end = place
    own = folded(note.text)
    page_text, text = in_order(book, (first, end), note.text)
    counted[own, first] += 1
    whole = text.count(own)
    if whole:
        if whole < counted[own, first]:
            yield notes.lost("PDF", story, note)
        return
    way = find(own, text, furniture(book, told, story, book.starts[first]))
    if any(one.end - one.start == len(own) for one in way.differences):
        yield notes.lost("PDF", story, note)
        return
    found = Text(page_text, text)
    yield from losses.problems(notes.side("PDF", story, note), Text(note.text, own), found, way.differences)
