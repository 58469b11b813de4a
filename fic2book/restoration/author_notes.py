"""Rule: what the writer marked as a note is a note, and the story's text holds the story's own words only."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Note, NoteKind, Place
from fic2book.restoration import note_labels, note_signs, rows
from fic2book.restoration.context import Context
from fic2book.restoration.finish import finish

_LOOK_AHEAD = 6
"""Paragraphs that a note may have before its "Enjoy!"; longer ones were not seen."""


def author_notes(root: Element, context: Context) -> None:
    """Move labelled notes (``A/N``, ``Author's note:``, ``Disclaimer:``) with all that belongs to them."""
    for chapter, blocks in units(root):
        first, at_head = 0, True
        while first < len(blocks):
            stop = first if rows.are_text(blocks[first], context) else _stop(blocks, first, at_head=at_head)
            stop = next((at for at in range(first, stop) if rows.are_text(blocks[at], context)), stop)
            if stop > first:
                set_apart(blocks[first:stop], Place.BEFORE if at_head else Place.AFTER, chapter, context)
                del blocks[first:stop]
            else:
                at_head = at_head and not is_prose(blocks[first])
                first += 1


def units(root: Element) -> Iterator[tuple[int, list[Element]]]:
    """Give each chapter's number (0 for what stands before the first) and its blocks, heading left out."""
    chapter = 0
    blocks: list[Element] = []
    for block in list(root):
        if block.tag == "h2" and block.get("class") == "chapter" and not note_labels.is_marked(markup.text_of(block)):
            yield chapter, blocks
            chapter, blocks = chapter + 1, []
        elif block.tag != "aside":  # a footnote is the story's, wherever it stands
            blocks.append(block)
    yield chapter, blocks


def set_apart(
    blocks: list[Element], place: Place, chapter: int, context: Context, *, rule: str = "author_notes"
) -> None:
    """Take blocks out of the story as one note; the ledger says where its words are now, and by which rule."""
    for kind, group in _by_kind(blocks):
        line = rows.first(group[0])
        holder = markup.new("body")
        for block in group:
            for row, words in rows.words(block):
                context.ledger.moved(rule, row, words, f"note {place}")
            if block.tag in markup.HEADINGS:
                block.tag = "p"
                block.attrib.pop("class", "")
            markup.remove(block)
            holder.append(block)
        finish(holder)
        body = markup.serialise(holder)
        marked = rule != "unmarked_notes"
        context.notes.append(Note(place=place, body=body, chapter=chapter, marked=marked, line=line, kind=kind))


def is_prose(block: Element) -> bool:
    """Tell whether a block says something: it is no break and not empty."""
    return block.tag != "hr" and not markup.is_blank(block)


def _by_kind(blocks: list[Element]) -> list[tuple[NoteKind, list[Element]]]:
    """Part a note where a warning or a disclaimer begins or another label ends it: they are shown by other rules."""
    groups: list[tuple[NoteKind, list[Element]]] = []
    for block in blocks:
        text = markup.text_of(block)
        kind = note_labels.kind(text)
        goes_on = kind is NoteKind.NOTE and not note_labels.is_marked_at_edge(text)
        if groups and (goes_on or kind is groups[-1][0]):
            groups[-1][1].append(block)
        else:
            groups.append((kind, [block]))
    return groups


def _stop(blocks: list[Element], first: int, *, at_head: bool) -> int:
    """Return where the note that begins at ``first`` ends; ``first`` itself when none begins there."""
    text = _text(blocks[first])
    at_edge = at_head or len(blocks) - first <= 3
    if not (note_labels.is_marked(text) or (at_edge and note_labels.is_marked_at_edge(text))):
        return first
    if not at_edge and note_labels.is_mere_notes(text) and not _goes_on(blocks[: first + 2], first + 1):
        return first
    stop = first + 1
    if note_labels.is_label_only(text) and stop < len(blocks) and blocks[stop].tag != "hr":
        stop += 1
    while stop < len(blocks) and _goes_on(blocks, stop):
        stop += 1
    return _enjoy(blocks, stop) if at_head else _tail(blocks, stop)


def _goes_on(blocks: list[Element], at: int) -> bool:
    text = _text(blocks[at]) if at < len(blocks) else ""
    return bool(text) and (note_labels.is_marked_at_edge(text) or note_signs.weigh(text)[0] >= note_signs.DOUBTFUL)


def _enjoy(blocks: list[Element], stop: int) -> int:
    """Let an opening note reach to its short last paragraph ("Enjoy!"), if one follows soon and before a break."""
    for at in range(stop, min(stop + _LOOK_AHEAD, len(blocks))):
        text = _text(blocks[at])
        if not text:
            break
        if len(text.split()) <= 12 and "wishes joy" in note_signs.weigh(text)[1]:
            return at + 1
    return stop


def _tail(blocks: list[Element], stop: int) -> int:
    """Let a closing note reach to the end, if what is left is short and speaks as a note does."""
    if not 0 < len(blocks) - stop <= _LOOK_AHEAD:
        return stop
    rest = [_text(block) for block in blocks[stop:]]
    if not all(rest):
        return stop
    signed = sum(note_signs.weigh(text)[0] > 0 for text in rest)
    told = any(text[0] in '"“„«' for text in rest)
    return len(blocks) if signed * 2 >= len(rest) and not told else stop


def _text(block: Element) -> str:
    """Return a block's text; empty for a break, and for a conversation, which is never a note."""
    return "" if block.tag == "hr" or block.get("class") == "chat" else markup.text_of(block).strip()
