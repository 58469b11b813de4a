"""A story's notes without the rows that are the story's own."""

from collections.abc import Sequence
from dataclasses import replace

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Change, Kind, Note
from fic2book.undoing.places import Places


def notes_left(notes: Sequence[Note], undone: Sequence[Change], places: Places) -> tuple[Note, ...]:
    """Return the notes without the rows of ``undone``: a note of several rows keeps the others, an empty one goes."""
    gone = [change for change in undone if change.kind is Kind.MOVED and change.after.startswith("note ")]
    left = []
    for note in notes:
        after = min((other.line for other in notes if other.line > note.line), default=0)
        own = [
            change for change in gone if note.line and note.line <= change.line and (not after or change.line < after)
        ]
        kept = _less(note, own, places) if own else note
        if kept is not None:
            left.append(kept)
    return tuple(left)


def _less(note: Note, own: Sequence[Change], places: Places) -> Note | None:
    """Return a note without the words of some rows; ``None`` when nothing is left of it."""
    root = markup.parse(note.body)
    words = [letters(change.before) for change in own]
    for block in list(root):
        here = letters(markup.text_of(block))
        if not here or any(here in said or said in here for said in words if said):
            markup.remove(block)
    if not letters(markup.plain_text(root)):
        return None
    first = max(row for change in own for row in places.rows(change)) + 1
    return replace(
        note, body=markup.serialise(root), line=first if note.line in {change.line for change in own} else note.line
    )
