"""Summaries and notes in a pasted work page: under ``Summary:`` and ``Notes:``, in front of a text and behind it."""

import re
from collections.abc import Iterator, Sequence

from fic2book import markup
from fic2book.model import Note, NoteKind, Place, Sure
from fic2book.sources import lines
from fic2book.sources.ao3 import related
from fic2book.sources.lines import Block, Paste

_LABEL = re.compile(r"(?:Summary|Notes):\Z")
_BYLINE = re.compile(r"Chapter by \S.{0,80}\Z")
_TO_END = re.compile(r"\(See the end of the (?:chapter|work) for .{0,60}\)\Z")
_NAME = r"[\w.-]+(?: [\w.-]+)?(?: \([\w.-]+\))?"
_ITEM = re.compile(
    r"(?:Inspired by|A translation of|Translation into [^:]{1,60} available:)\s.+\sby\s.+"
    r"|For (?!(?:a|all|an|any\w*|every\w*|her|his|more|my|other|our|that|the|this|those|you)\b)"
    rf"{_NAME}(?:, {_NAME})*\.\Z"
)


def read_front(paste: Paste, rows: Sequence[Block], chapter: int = 0) -> None:
    """Keep the summary and the notes in front of a work's text, or of a chapter's."""
    for label, block in _labelled(rows):
        for row in block:
            if not label and _BYLINE.match(row.text.strip()):
                keep_note(paste, [row], Place.BEFORE, chapter=chapter)
            elif row.text.strip() and (not label or _TO_END.match(row.text.strip())):
                paste.ledger.removed(paste.origin, row.line, row.text)
        said = [row for row in block if label and not _TO_END.match(row.text.strip())]
        if label == "Summary:" and not chapter:
            _keep_summary(paste, said)
        elif label == "Summary:":
            keep_note(paste, said, Place.BEFORE, chapter=chapter, kind=NoteKind.SUMMARY)
        elif label:
            keep_note(paste, _without_items(paste, said), Place.BEFORE, chapter=chapter)


def keep_note(
    paste: Paste, rows: Sequence[Block], place: Place, *, chapter: int = 0, kind: NoteKind = NoteKind.NOTE
) -> None:
    """Keep lines as one note."""
    said = [row for row in rows if row.text.strip()]
    if not said:
        return
    note = Note(place=place, body=_paragraphs(said), chapter=chapter, line=said[0].line, kind=kind)
    before = paste.found.get("notes", ())
    paste.found["notes"] = (*before, note) if isinstance(before, tuple) else (note,)
    for row in said:
        paste.ledger.moved(paste.origin, row.line, row.text, f"note {place.value}")


def read_behind(paste: Paste, rows: Sequence[Block], *, chapter: int, sure: Sure) -> None:
    """Keep the notes behind a text; their label is set aside."""
    label, *said = rows
    paste.ledger.removed(paste.origin, label.line, label.text)
    keep_note(paste, said, Place.AFTER, chapter=chapter)
    if sure is not Sure.STATED:
        why = "The page did not say that notes follow the story: if these lines are story, name them in text."
        paste.ledger.flagged(paste.origin, label.line, label.text, why)


def _labelled(rows: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Give each label with the lines below it, the label's own line left to the caller as one that says nothing."""
    label, block = "", list[Block]()
    for row in rows:
        if _LABEL.match(row.text.strip()):
            yield label, block
            label, block = "", [row]
            yield label, block
            label, block = row.text.strip(), []
        else:
            block.append(row)
    yield label, block


def _keep_summary(paste: Paste, rows: Sequence[Block]) -> None:
    said = [row for row in rows if row.text.strip()]
    if said:
        paste.found["summary"] = f"{paste.found.get('summary', '')}{_paragraphs(said)}"
    for row in said:
        paste.ledger.moved(paste.origin, row.line, row.text, "summary")


def _without_items(paste: Paste, rows: Sequence[Block]) -> list[Block]:
    """Keep the items that stand above the notes (whom it is for, what inspired it), and return the notes."""
    rest = list(rows)
    while rest and not rest[0].text.strip():
        rest.pop(0)
    while rest and _ITEM.match(rest[0].text.strip()):
        row = rest.pop(0)
        text = row.text.strip()
        found = related.related(text)
        if text.startswith("For "):
            names = tuple(name.strip() for name in text[4:].rstrip(".").split(","))
            lines.keep(paste, row.line, row.text, "recipients", names)
        elif found:
            lines.keep(paste, row.line, row.text, "related", (found[0],))
    return rest


def _paragraphs(rows: Sequence[Block]) -> str:
    return "".join(markup.paragraph(" ".join(row.text.split())) for row in rows)
