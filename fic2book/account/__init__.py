"""The proof that every word of a manuscript ended in the story, in its metadata or in the ledger.

It knows nothing of readers, sources and rules: it takes the file's lines, subtracts what the ledger says was removed
or moved, and the rest must be the story's letters, in order, each once.
"""

from collections.abc import Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.account import arrival, manuscript, walk
from fic2book.letters import letters
from fic2book.model import Document, Story


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
    changes = [change for story in stories for change in story.ledger] if stories else list(document.changes)
    rows = manuscript.left(document, changes)
    text, notes = _told(stories)
    missing = arrival.missing(manuscript.followed(changes), stories)
    told = letters(text)
    if not notes and letters("\n".join(row.text for row in rows)) == told:
        return Balance(missing, ())
    return _compared(document, rows, text, notes, missing)


def _compared(
    document: Document,
    rows: Sequence[manuscript.Row],
    text: str,
    notes: Sequence[str],
    missing: tuple[tuple[int, str], ...],
) -> Balance:
    plain = document.format != "markdown"
    body, definitions = (rows, []) if plain or not notes else manuscript.without_footnotes(rows, document)
    lost, invented = walk.compare(manuscript.pieces(body, plain=plain), text)
    unused = list(notes)
    for definition in definitions:
        pieces = manuscript.pieces(definition, plain=False)
        match = next((note for note in unused if walk.compare(pieces, note) == ([], [])), None)
        if match is None:
            lost.append((definition[0].line, " ".join(row.text.strip() for row in definition)))
        else:
            unused.remove(match)
    invented += [(document.lines[-1].number, note) for note in unused]
    return Balance((*missing, *lost), tuple(invented))


def _told(stories: Sequence[Story]) -> tuple[str, list[str]]:
    """Return the stories' text without references to footnotes, and the footnotes' texts."""
    notes: list[str] = []
    texts: list[str] = []
    for story in stories:
        root = markup.parse(story.body)
        if 'class="footnote"' in story.body or 'class="noteref"' in story.body:
            for link in [link for link in root.iter("a") if link.get("class") in {"noteref", "backref"}]:
                markup.remove(link)
            for aside in [aside for aside in root.iter("aside") if aside.get("class") == "footnote"]:
                notes.append(markup.text_of(aside))
                markup.remove(aside)
        texts.append(markup.plain_text(root))
    return "\n".join(texts), notes
