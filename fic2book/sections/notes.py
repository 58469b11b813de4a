"""Which note stands where: as a person asked, else short opening notes on the opener, longer ones behind the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from fic2book import letters, markup
from fic2book.markup import Element
from fic2book.model import Anthology, Note, NoteKind, Place, Story
from fic2book.sections.rendering import trusted

_LONGEST = 60  # words; what an opener can carry and still be one page
"""The limit of summaries and of opening notes together."""


class Numbered(NamedTuple):
    """A note and its 1-based number in its story, by which the finished book is searched for it."""

    number: int
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The notes round one text (a whole story, or one chapter)."""

    warnings: tuple[Numbered, ...] = ()
    """The author's own content warnings; they stand before the text, however long they are."""
    summary: tuple[Numbered, ...] = ()
    opening: tuple[Numbered, ...] = ()
    """Short enough for an opener."""
    leading: tuple[Numbered, ...] = ()
    """Asked to stand before the text and too long for the opener."""
    closing: tuple[Numbered, ...] = ()
    footnotes: tuple[Numbered, ...] = ()


def place(story: Story, anthology: Anthology, chapter: int, chapters: int) -> Placed:
    """Return the notes of a chapter (1-based), or for 0 those of the whole work (and of chapters that are none)."""
    own = [one for one in _numbered(story) if (one.note.chapter if one.note.chapter <= chapters else 0) == chapter]
    shown = [(anthology.showing(story, one.note), one) for one in own]
    warned = tuple(one for how, one in shown if one.note.kind == NoteKind.WARNING and _is_before(how, one))
    summary = tuple(one for _, one in shown if one.note.kind == NoteKind.SUMMARY)
    rest = [(how, one) for how, one in shown if one not in (*warned, *summary)]
    before = tuple(one for how, one in rest if _is_before(how, one))
    fits = sum(words(one.note.body) for one in before) <= _LONGEST
    asked = tuple(one for how, one in rest if how == "before")
    late = () if fits else tuple(one for one in before if one not in asked)
    behind = tuple(one for how, one in rest if how == "after" or (not how and one.note.place == Place.AFTER))
    return Placed(
        warnings=warned,
        summary=summary,
        opening=before if fits else (),
        leading=() if fits else asked,
        closing=late + behind,
        footnotes=tuple(one for how, one in rest if how == "footnotes"),
    )


def in_appendix(story: Story, anthology: Anthology) -> tuple[Numbered, ...]:
    """Return the notes of a story that stand in the book's appendix."""
    return tuple(one for one in _numbered(story) if anthology.showing(story, one.note) == "appendix")


def hidden(story: Story, anthology: Anthology) -> tuple[Note, ...]:
    """Return the notes that are in no output because a person wants them hidden."""
    return tuple(note for note in story.notes if anthology.showing(story, note) == "hide")


def trees(some: tuple[Numbered, ...]) -> tuple[Element, ...]:
    """Return the notes' trees; each knows its number as ``data-note`` until ``fragment`` makes an id of it."""
    roots = tuple(markup.parse(one.note.body) for one in some)
    for one, root in zip(some, roots, strict=True):
        root.set("data-note", str(one.number))
    return roots


def fragment(root: Element, story_id: str) -> Markup:
    """Return a note in an element of its own, named by its story and number."""
    name = f"{story_id}-note-{root.get('data-note')}"
    return trusted(f'<div class="note-text" id="{name}">{markup.serialise(root)}</div>')


def is_short(summary: str) -> bool:
    """Tell whether a summary may stand on the opener."""
    return words(summary) <= _LONGEST


def words(fragment: str) -> int:
    """Count the words of a fragment."""
    return letters.words(markup.plain(fragment)) if fragment else 0


def _numbered(story: Story) -> Iterator[Numbered]:
    yield from (Numbered(number, note) for number, note in enumerate(story.notes, 1))


def _is_before(how: str, one: Numbered) -> bool:
    return how == "before" or (not how and one.note.place == Place.BEFORE)
