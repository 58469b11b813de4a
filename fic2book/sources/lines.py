"""A manuscript while its source takes it apart: what is still the story's, what was found, what was set aside."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fic2book import markup
from fic2book.ledger import Ledger
from fic2book.model import Document, Line, Story
from fic2book.sources import fields, file_names, rows

_EDGE_MARK = re.compile(r"[-–—*_~=•·.#⁂⋆✩✧✦☆★˖°。♡♥❤\ufe0f\s]{3,}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One source line of a text, one top-level block of Markdown."""

    line: int
    text: str
    markup: str
    tag: str = "p"


@dataclass(slots=True)
class Paste:
    """The state of one manuscript between reading and ``Story``."""

    document: Document
    origin: str
    blocks: list[Block]
    found: dict[str, object]
    """Fields of ``Story`` by name."""
    ledger: Ledger


def is_paste(document: Document) -> bool:
    """Tell whether a document is plain text, Markdown, or a page's own story (``markup``), block by block."""
    return document.format in {"text", "markdown", "markup"}


def blocks(document: Document) -> tuple[Block, ...]:
    """Return a document's blocks: the lines of a text, the top-level blocks of markup."""
    if document.format == "text":
        return by_rows(document.lines)
    return _of_rows(document.body) if document.format == "markup" else _of_markup(document.body)


@lru_cache(maxsize=1)  # each source opens the same document in turn
def by_rows(given: tuple[Line, ...]) -> tuple[Block, ...]:
    """Return a block for each row of a document, its words in a paragraph."""
    texts = [(row.number, unicodedata.normalize("NFC", row.text)) for row in given]
    return tuple(Block(line=number, text=text, markup=markup.paragraph(text, number)) for number, text in texts)


def opened(document: Document, origin: str) -> Paste:
    """Begin taking a document apart: every line is the story's, the front matter is known."""
    return Paste(document, origin, list(blocks(document)), fields.fields(document.metadata), Ledger())


def head(paste: Paste, count: int) -> list[int]:
    """Return the places of the first ``count`` blocks that hold something; footnotes are no part of the text."""
    places = (at for at, block in enumerate(paste.blocks) if block.text.strip() and block.tag != "aside")
    return [at for at, _ in zip(places, range(count), strict=False)]


def tail(paste: Paste, count: int) -> list[int]:
    """Return the places of the last ``count`` blocks that hold something, the last one first."""
    backwards = range(len(paste.blocks) - 1, -1, -1)
    places = (at for at in backwards if paste.blocks[at].text.strip() and paste.blocks[at].tag != "aside")
    return [at for at, _ in zip(places, range(count), strict=False)]


def set_aside(paste: Paste, at: int) -> None:
    """Take a block out of the story: it is in no book."""
    block = drop(paste, at)
    paste.ledger.removed(paste.origin, block.line, block.text)


def move(paste: Paste, at: int, field: str, value: object) -> None:
    """Take a block out of the story and keep its words as a field; tuples are added to what is there."""
    block = drop(paste, at)
    keep(paste, block.line, block.text, field, value)


def keep(paste: Paste, line: int, words: str, field: str, value: object) -> None:
    """Remember a field and say in the ledger where its words stood; the first title, rating … counts."""
    before = paste.found.get(field)
    if isinstance(value, tuple) and isinstance(before, tuple):
        paste.found[field] = before + tuple(item for item in value if item not in before)
    elif before is not None and before != value:
        paste.ledger.removed(paste.origin, line, words)
        return
    else:
        paste.found[field] = value
    paste.ledger.moved(paste.origin, line, words, "note before" if field == "notes" else field)


def trim_edges(paste: Paste) -> None:
    """Take out break marks that part the story from what was set aside; they part no scenes."""
    taken = [change.line for change in paste.ledger.changes]
    for places in (head, tail):
        at = next(iter(places(paste, 1)), None)
        if at is None or not taken or not _is_mark(paste.blocks[at]):
            continue
        line = paste.blocks[at].line
        if min(taken) < line if places is head else max(taken) > line:
            set_aside(paste, at)


def _is_mark(block: Block) -> bool:
    return block.tag == "hr" or _EDGE_MARK.match(block.text) is not None


def story(paste: Paste) -> Story:
    """Return what is left as the story, with all that was found about it."""
    while paste.blocks and _is_empty(paste.blocks[0]):
        paste.blocks.pop(0)
    while paste.blocks and _is_empty(paste.blocks[-1]):
        paste.blocks.pop()
    body = "".join(block.markup for block in paste.blocks)
    paste.ledger.changes[:0] = paste.document.changes
    known: dict[str, Any] = {"title": file_names.read(paste.document.file).title}
    known |= {field: value for field, value in paste.found.items() if field in Story.__slots__}
    return Story(
        file=paste.document.file,
        origin=paste.origin,
        body=body,
        pictures=tuple(picture for picture in paste.document.pictures if f'"picture:{picture.name}"' in body),
        images_left_out=paste.document.images_left_out,
        ledger=paste.ledger.settled(),
        **known,
    )


def _is_empty(block: Block) -> bool:
    return not block.text.strip() and block.tag != "hr" and "<img " not in block.markup


def drop(paste: Paste, at: int) -> Block:
    """Take a block out; blank lines on both sides of it become one, for nobody meant a pause there."""
    block = paste.blocks.pop(at)
    around = paste.blocks[max(at - 1, 0) : at + 1]
    if len(around) == 2 and not any(near.text.strip() for near in around):
        paste.blocks.pop(at)
    return block


@lru_cache(maxsize=1)  # the same
def _of_markup(body: str) -> tuple[Block, ...]:
    return tuple(map(_block, list(markup.parse(body))))


@lru_cache(maxsize=1)  # the same
def _of_rows(body: str) -> tuple[Block, ...]:
    return tuple(map(_block_of_rows, list(markup.parse(body))))


def _block_of_rows(element: markup.Element) -> Block:
    """Return a page's block; its text is that of its rows, one a line, so that a line's number is its row's."""
    words = rows.words_by_row(element)
    places = rows.rows(element)
    first, last = (min(places), max(places)) if places else (markup.line_of(element), 0)
    text = "***" if element.tag == "hr" else "\n".join(words.get(row, "") for row in range(first, last + 1))
    return Block(line=first, text=text, markup=markup.serialise_block(element), tag=str(element.tag))


def _block(element: markup.Element) -> Block:
    text = "***" if element.tag == "hr" else re.sub(r"\n\s*\n", "\n", markup.text_of(element)).strip("\n")
    line = markup.line_of(element)
    return Block(line=line, text=text, markup=markup.serialise_block(element), tag=str(element.tag))
