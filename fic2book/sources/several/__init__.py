"""Several stories in one file: where each of them begins, and what stands before the first.

Chapters of one story are no stories: only what begins as a story begins (a header of its own, a title with a by-line,
a number that counts stories) parts a file, and two pieces with the same title leave it whole.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from fic2book.ledger import Ledger
from fic2book.letters import letters
from fic2book.model import Change, Document, Kind, Story, Sure
from fic2book.sources import lines
from fic2book.sources.lines import Block
from fic2book.sources.several import before, headings, starts

Read = Callable[[Document], tuple[Story, ...]]

NEVER = "never"
_PART = re.compile(
    r"[\s,:(\[–—-]*(?:\b(?:chapter|chap|ch|part|pt)\b\.?\s*\w+|\b\d+\s*(?:/|of)\s*[\d?]+)[)\]]?.{0,60}\Z", re.IGNORECASE
)
"""What tells a title's chapters apart: pieces that differ in nothing else are one story's."""


def stories(document: Document, split: str, read: Read) -> tuple[Story, ...]:
    """Return the stories of a paste, or of a page's own part, that holds more than one; none when it holds one.

    ``split`` is a person's word (``h1`` … ``h6``, ``never``), empty when nothing was said. ``read`` knows one story.
    """
    if split == NEVER or not lines.is_paste(document):
        return ()
    whole = lines.blocks(document)
    blocks = [block for block in whole if block.tag != "aside"]
    places = headings.asked(blocks, split) if split else _starts(document, blocks)
    if len(places) < 2 and not split:
        return ()
    if not places:
        return ()
    begun = blocks[places[0]].line  # what nobody calls stays where it was typed, above the first story in the first
    notes = [block for block in whole if block.tag == "aside"]
    asides = {note: 0 if _calls(document.body, note) else max(note.line, begun) for note in notes}
    pieces = tuple(_piece(document, blocks, asides, span) for span in _spans(places, len(blocks)))
    found = [_one(read(piece)) for piece in pieces]
    if not split and len({letters(_PART.sub("", story.title)) for story in found}) < len(found):
        return ()
    told = before.read(blocks[: places[0]], blocks[places[0]].line, found, document)
    if not split:
        told.changes.append(_read_as(len(found)))
    return tuple(_numbered(story, number, told) for number, story in enumerate(found, 1))


def _starts(document: Document, blocks: Sequence[Block]) -> tuple[int, ...]:
    for rule in (*starts.RULES, headings.titles_of_stories):
        places = rule(document, blocks)
        if len(places) > 1:
            return places
    return ()


def _spans(places: Sequence[int], end: int) -> tuple[tuple[int, int], ...]:
    return tuple(zip(places, (*places[1:], end), strict=True))


def _piece(document: Document, blocks: Sequence[Block], asides: Mapping[Block, int], span: tuple[int, int]) -> Document:
    """Return one story's part of a file; its rows keep their numbers, its footnotes (called or not) come along."""
    first, stop = span
    line = blocks[first].line
    end = blocks[stop].line if stop < len(blocks) else document.lines[-1].number + 1
    changes = tuple(change for change in document.changes if line <= change.line < end)
    begins, ends = (bisect_left(document.lines, number, key=attrgetter("number")) for number in (line, end))
    own = document.lines[begins:ends]
    if document.format == "text":
        return replace(document, lines=own, changes=changes, images_left_out=())
    body = "".join(block.markup for block in blocks[first:stop])
    own_notes = (aside for aside, typed in asides.items() if (line <= typed < end if typed else _calls(body, aside)))
    body += "".join(aside.markup for aside in own_notes)
    metadata = {said: value for said, value in document.metadata.items() if not before.is_of_the_whole(said)}
    return replace(document, body=body, lines=own, metadata=metadata, changes=changes, images_left_out=())


def _read_as(count: int) -> Change:
    why = f"This file was read as {count} stories, each with its own beginning: split = false makes them one."
    return Change(rule="several", kind=Kind.FLAGGED, line=0, after=why, sure=Sure.LIKELY)


def _calls(body: str, aside: Block) -> bool:
    """Tell whether a text calls a footnote; one that is never called belongs where it was typed."""
    return any(f'href="#{part.partition(chr(34))[0]}"' in body for part in aside.markup.split('id="')[1:])


def _one(found: tuple[Story, ...]) -> Story:
    return found[0]


def _numbered(story: Story, number: int, told: before.Before) -> Story:
    """Give a story its place in the file, and what the file says of all its stories."""
    first = number == 1
    title, ledger = _without_count(story)
    return replace(
        story,
        part=number,
        title=title,
        authors=story.authors or told.authors,
        collection=story.collection or told.collection,
        notes=(*told.notes, *story.notes) if first else story.notes,
        images_left_out=(*told.images_left_out, *story.images_left_out) if first else story.images_left_out,
        ledger=Ledger([*(told.changes if first else ()), *ledger]).settled(),
    )


def _without_count(story: Story) -> tuple[str, list[Change]]:
    """Return a title without the words that count it, and the ledger in which they are set aside."""
    title = starts.without_count(story.title)
    entries: list[Change] = []
    for entry in story.ledger:
        at = entry.before.rfind(title)
        if title != story.title and entry.after == "title" and at > 0:
            entries.append(replace(entry, kind=Kind.REMOVED, before=entry.before[:at].strip(), after=""))
            entries.append(replace(entry, before=entry.before[at:]))
        else:
            entries.append(entry)
    return title, entries
