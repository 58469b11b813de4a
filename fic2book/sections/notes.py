"""Which note stands where: short opening notes on the opener, all others behind the text."""

from dataclasses import dataclass

from fic2book import letters, markup
from fic2book.model import Note, Place, Story

_LONGEST = 60  # words; what an opener can carry and still be one page
"""The limit of summaries and of opening notes together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The notes round one text (a whole story, or one chapter)."""

    opening: tuple[Note, ...]
    closing: tuple[Note, ...]


def place(story: Story, chapter: int, chapters: int) -> Placed:
    """Return the notes of a chapter (1-based), or for 0 those of the whole work (and of chapters that are none)."""
    own = [note for note in story.notes if (note.chapter if note.chapter <= chapters else 0) == chapter]
    before = tuple(note for note in own if note.place == Place.BEFORE)
    after = tuple(note for note in own if note.place == Place.AFTER)
    if sum(words(note.body) for note in before) <= _LONGEST:
        return Placed(opening=before, closing=after)
    return Placed(opening=(), closing=before + after)


def is_short(summary: str) -> bool:
    """Tell whether a summary may stand on the opener."""
    return words(summary) <= _LONGEST


def words(fragment: str) -> int:
    """Count the words of a fragment."""
    return letters.words(markup.plain(fragment)) if fragment else 0
