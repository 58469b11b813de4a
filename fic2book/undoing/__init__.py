"""What a person turns round: rows that a source took come back to their place, and what was read from them goes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from fic2book import restoration
from fic2book.model import Change, Choices, Document, Kind, Rows, Story, StorySettings
from fic2book.undoing.chapters import retitled
from fic2book.undoing.fields import together, without
from fic2book.undoing.lines import named
from fic2book.undoing.notes import notes_left
from fic2book.undoing.places import Places, put_back
from fic2book.undoing.rules import prove

__all__ = ["brought_back", "prove", "retitled", "unanswered"]


def brought_back(document: Document, story: Story, choices: Choices) -> Story:
    """Return the story with the rows of ``text`` and ``note`` in it, as the file has them, each at its place.

    Their ledger entries go, and so does what the story's fields and notes had from them. Rows that are in the story
    already, and rows of other stories of the file, are left alone.
    """
    if not choices.text and not choices.note:
        return story
    places = Places.of(document)
    parted = _parted(story, places, choices)
    if not parted.undone:
        return replace(story, ledger=parted.kept)
    rows = sorted({row for change in parted.undone for row in places.rows(change)})
    for change in parted.undone:
        if change.kind is Kind.MOVED:
            story = without(story, change, parted.kept)
    return replace(
        story,
        notes=notes_left(story.notes, parted.undone, places),
        body=put_back(story.body, rows, places),
        ledger=parted.kept,
    )


def unanswered(ledger: Sequence[Change], table: StorySettings) -> tuple[Change, ...]:
    """Return a ledger without the doubts that a person's word has settled: a title's, once the table gives one."""
    said = {*table.fields, *(name for name in ("opening_note", "closing_note") if getattr(table, name))}
    return tuple(change for change in ledger if change.kind is not Kind.FLAGGED or named(change) not in said)


class _Parted(NamedTuple):
    undone: tuple[Change, ...]
    kept: tuple[Change, ...]


def _parted(story: Story, places: Places, choices: Choices) -> _Parted:
    """Part the entries that a person turned round from the others; a row comes back whole or not at all."""
    turned = [change for change in story.ledger if _is_named(change, places, choices)]
    turned += together(story, turned)
    named_rows = {row for change in turned for row in places.rows(change)}
    undone, kept = [], []
    for change in story.ledger:
        touched = change.line and not named_rows.isdisjoint(places.rows(change))
        if touched and _is_taken(change):
            undone.append(change)
        elif not (touched and change.kind is Kind.FLAGGED):
            kept.append(change)
    return _Parted(tuple(undone), tuple(kept))


def _is_named(change: Change, places: Places, choices: Choices) -> bool:
    """Tell whether a person named the entry's rows; what is a note already needs no ``note``."""
    if not change.line or not (_is_taken(change) or change.kind is Kind.FLAGGED):
        return False
    stretches: Rows = choices.text
    if change.kind is not Kind.FLAGGED and not change.after.startswith("note "):
        stretches = (*choices.text, *choices.note)
    rows = places.rows(change)
    return any(first <= rows[-1] and rows[0] <= last for first, last in stretches)


def _is_taken(change: Change) -> bool:
    """Tell whether an entry says that a row is not as the file has it; the repairs of a whole file stay."""
    return change.kind in {Kind.REMOVED, Kind.MOVED} or (
        change.kind is Kind.REWRITTEN and change.rule not in restoration.NAMES
    )
