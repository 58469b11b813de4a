"""Rule: a note in brackets inside a paragraph (``… he said. (A/N: sorry!)``) is a note after the story."""

import re

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Note, Place
from fic2book.restoration import note_labels, rows
from fic2book.restoration.author_notes import units
from fic2book.restoration.context import Context

_NOTE = re.compile(
    r"[ \u00a0]?(?P<note>\((?P<text>\s*(?:a/n|(?-i:AN)\s*:|author['’]?s['’]? note\s*:)[^()]*)\)"
    r"|\[\s*(?:a/n|(?-i:AN)\s*:|author['’]?s['’]? note\s*:)[^\[\]]*\])",
    re.IGNORECASE,
)


def inline_notes(root: Element, context: Context) -> None:
    """Move bracketed notes that share their paragraph with the story's words."""
    for chapter, blocks in units(root):
        for block in blocks:
            text = block.text or ""
            if (
                not len(block)
                and not rows.are_text(block, context)
                and ("/" in text or ":" in text)
                and ("(" in text or "[" in text)
            ):
                _take(block, text, chapter, context)


def _take(block: Element, text: str, chapter: int, context: Context) -> None:
    matches = list(_NOTE.finditer(text))
    left = _NOTE.sub("", text).strip()
    if not matches or not re.search(r"\w", left):
        return
    line = rows.first(block)
    for match in matches:
        note = match["note"]
        context.ledger.moved("inline_notes", line, note, f"note {Place.AFTER}")
        body = markup.paragraph(note[1:-1].strip())
        kind = note_labels.kind(note)
        context.notes.append(Note(place=Place.AFTER, body=body, chapter=chapter, line=line, kind=kind))
    block.text = left
