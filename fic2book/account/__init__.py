"""The proof that every word of a manuscript ended in the story, in its metadata or in the ledger.

It knows nothing of readers, sources and rules: it takes the file's lines, subtracts what the ledger says was removed
or moved, and the rest must be the story's letters, in order, each once.
"""

from collections.abc import Sequence
from typing import NamedTuple

from fic2book.account import arrival, definitions, finished, manuscript, notes, taken, walk
from fic2book.letters import letters
from fic2book.model import Change, Document, Kind, Story


class Balance(NamedTuple):
    """What does not add up, as (line in the file, words)."""

    lost: tuple[tuple[int, str], ...]
    """Words of the manuscript that are nowhere."""
    invented: tuple[tuple[int, str], ...]
    """Words of the story that the manuscript does not have there; the line is the one they follow."""


def unaccounted(document: Document, stories: Sequence[Story]) -> tuple[tuple[int, str], ...]:
    """Return (line, words) of all that was lost or invented on the way to the stories; empty: proved."""
    lost, invented = balance(document, stories)
    return tuple(sorted((*lost, *invented)))


def balance(document: Document, stories: Sequence[Story]) -> Balance:
    """Compare a document with its stories, restored or not; letters and digits in order, doubles noticed."""
    changes = _changes(stories) if stories else list(document.changes)
    if document.format == finished.FORMAT:
        lost, invented = finished.compare(taken.left(document, changes), stories)
        return Balance(tuple(lost), tuple(invented))
    plain = document.format != "markdown"
    text, footnotes = notes.told(stories, calls=plain)
    told = letters(text)
    moved = (letters(change.before) for change in changes if change.kind is Kind.MOVED)
    rows = taken.left(document, changes, "\0".join((told, *moved)))
    missing = arrival.missing(taken.followed(changes), stories)
    if not footnotes and letters("\n".join(row.text for row in rows)) == told:
        return Balance(missing, ())
    compared = _compared_plain if plain else _compared_markdown
    lost, invented = compared(document, rows, text, footnotes)
    return Balance((*missing, *lost), tuple(invented))


def _changes(stories: Sequence[Story]) -> list[Change]:
    """Return all entries; what two stories of one file both tell of its rows (a site's header) happened once."""
    seen: set[Change] = set()
    changes: list[Change] = []
    for story in stories:
        changes += [change for change in story.ledger if change not in seen]
        seen.update(story.ledger)
    return changes


def _compared_plain(
    document: Document, rows: Sequence[manuscript.Row], text: str, footnotes: Sequence[notes.Footnote]
) -> tuple[walk.Found, walk.Found]:
    lost, invented = _without_footnotes(document, rows, text, (footnotes, True, None))
    if footnotes and (lost or invented):  # the first of several rows that say the same may be the note, or one between
        for from_end, told in ((False, None), (True, letters(text))):
            if _without_footnotes(document, rows, text, (footnotes, from_end, told)) == ([], []):
                return [], []
    return lost, invented


def _without_footnotes(
    document: Document,
    rows: Sequence[manuscript.Row],
    text: str,
    asked: tuple[Sequence[notes.Footnote], bool, str | None],
) -> tuple[walk.Found, walk.Found]:
    """Compare the rows without the footnotes, sought from the end or not, and with the letters told or not."""
    footnotes, from_end, told = asked
    body, unused = notes.apart(rows, footnotes, from_end=from_end, told=told)
    lost, invented = walk.compare(manuscript.pieces(body, plain=True), text)
    return lost, invented + _nowhere(document, unused)


def _compared_markdown(
    document: Document, rows: Sequence[manuscript.Row], text: str, footnotes: Sequence[notes.Footnote]
) -> tuple[walk.Found, walk.Found]:
    body, unused = definitions.apart(rows, footnotes) if footnotes else (list(rows), [])
    lost, invented = walk.compare(manuscript.pieces(body, plain=False), text)
    return lost, invented + _nowhere(document, unused)


def _nowhere(document: Document, footnotes: Sequence[notes.Footnote]) -> walk.Found:
    return [(document.lines[-1].number if document.lines else 0, note.text) for note in footnotes]
