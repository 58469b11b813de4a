"""What was restored, in numbers: a reader of the book may know how its text came to be what it is."""

from collections.abc import Callable, Mapping

from fic2book.model import Anthology, Change, Kind
from fic2book.words import Counted, Words

_SIGNS = frozenset({"dashes", "ellipses", "elisions", "quotes", "spaces"})
_BREAK = "a scene break"
"""What the rules that find one write into the ledger."""

_COUNTED: Mapping[str, Callable[[Change], bool]] = {
    "lines_set_aside": lambda change: change.kind is Kind.REMOVED,
    "notes_found": lambda change: change.kind is Kind.MOVED and change.rule in {"author_notes", "unmarked_notes"},
    "breaks_restored": lambda change: change.kind is Kind.REWRITTEN and change.after == _BREAK,
    "letters_mended": lambda change: change.kind is Kind.REWRITTEN and change.rule == "mojibake",
    "emphasis_restored": lambda change: change.kind is Kind.REWRITTEN and change.rule == "emphasis",
    "signs_restored": lambda change: change.kind is Kind.REWRITTEN and change.rule in _SIGNS,
}
"""Field of ``Words`` → which entries of a ledger it counts."""


def restored(anthology: Anthology, words: Words) -> tuple[str, ...]:
    """Return what was done how often in all stories together, sentence by sentence; what was never done is not said."""
    entries = [change for story in anthology.stories for change in story.ledger]
    counts = ((name, sum(map(is_one, entries))) for name, is_one in _COUNTED.items())
    said: list[tuple[Counted, int]] = [(getattr(words, name), count) for name, count in counts if count]
    return tuple(phrase.said(count) for phrase, count in said)
