"""The proof for a finished text: what its asides say is in summary and notes, all other words are the story's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from fic2book.account import definitions, manuscript, notes, walk
from fic2book.account.manuscript import Row
from fic2book.model import Story

FORMAT = "restored"
_CLOSES = "</aside>"


class _Rows(NamedTuple):
    text: list[Row]
    notes: list[Row]
    summary: list[Row]


def compare(rows: Sequence[Row], stories: Sequence[Story]) -> tuple[walk.Found, walk.Found]:
    """Return (line, words) of what such a file lost, and of what was invented."""
    apart = _apart(rows)
    lost: walk.Found = []
    invented: walk.Found = []
    bodies = {"text": _bodies(stories), "notes": _notes(stories), "summary": _summaries(stories)}
    for name, parts in bodies.items():
        text, footnotes = notes.told(tuple(parts), calls=False)
        here = getattr(apart, name)
        kept, unused = definitions.apart(here, footnotes) if footnotes else (list(here), [])
        missing, more = walk.compare(manuscript.pieces(kept, plain=False), text)
        lost += missing
        invented += [*more, *((rows[-1].line, note.text) for note in unused)]
    return lost, invented


def _apart(rows: Sequence[Row]) -> _Rows:
    """Return the rows by what they are; a tag on a row of its own opens an aside and closes it."""
    apart = _Rows([], [], [])
    into = apart.text
    for row in rows:
        words = row.text.strip()
        if words.startswith('<aside class="') and words.count("<") == 1:
            into = apart.summary if '"summary"' in words else apart.notes
        elif words == _CLOSES:
            into = apart.text
        else:
            into.append(row)
    return apart


def _bodies(stories: Sequence[Story]) -> Iterator[Story]:
    yield from stories


def _notes(stories: Sequence[Story]) -> Iterator[Story]:
    yield from (replace(story, body=note.body) for story in stories for note in story.notes)


def _summaries(stories: Sequence[Story]) -> Iterator[Story]:
    yield from (replace(story, body=story.summary) for story in stories if story.summary)
