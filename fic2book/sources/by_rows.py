"""A site's page, pasted into Word or an editor that saves pages: taken apart row by row, as a pasted text is by lines.

What is left in the end comes out of the page's own tree, so that emphasis, lists and pictures stay.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Document, Kind, Story
from fic2book.sources import lines, look, rows
from fic2book.sources.lines import Block, Paste

_EDITED = frozenset({"html", "docx", "markdown"})
"""What editors save; an EPUB was made by a program that knows its chapters. A site's page has no signs of Markdown."""
_SIGNS = re.compile(r"\[\^|<!--|</?[a-z][a-z0-9]*[\s/>]|!\[|&#?\w{1,12};", re.IGNORECASE)
"""Footnotes, HTML, pictures and entities."""


def can_be_pasted(document: Document) -> bool:
    """Tell whether a site's page may have been pasted into a document of this kind."""
    return document.format == "text" or document.format in _EDITED


def opened(document: Document, origin: str) -> Paste:
    """Begin taking a text or a page apart, a block for each of its rows."""
    paste = lines.opened(replace(document, format="text") if document.format in _EDITED else document, origin)
    paste.document = document
    return paste


def story(paste: Paste) -> tuple[Story, ...]:
    """Return what is left as the story: of a page or Markdown, the elements of the rows that are as they were.

    There is none in a text that uses Markdown for more than emphasis: its rows are not what a reader of it sees.
    """
    if _is_written_in_markdown(paste):
        return ()
    given = {block.line: block for block in lines.by_rows(paste.document.lines)}
    if paste.document.format == "markdown":
        paste.blocks = list(_of_markdown(paste, given))
    made = lines.story(paste)
    if not look.is_page(paste.document):
        return (made,)
    whole = {block.line for block in paste.blocks if given.get(block.line) == block}
    changed = {block.line: markup.parse(block.markup)[0] for block in paste.blocks if block.line not in whole}
    found = [*_elements(look.at(paste.document), whole), *changed.items()]
    tidied = markup.tidy(element for _, element in sorted(found, key=lambda one: one[0]))
    pictures = tuple(one for one in paste.document.pictures if f'"picture:{one.name}"' in tidied.markup)
    left_out = (*paste.document.images_left_out, *tidied.images)
    return (replace(made, body=_with_ids(tidied.markup, changed), pictures=pictures, images_left_out=left_out),)


def _is_written_in_markdown(paste: Paste) -> bool:
    """Tell whether rows hold words that Markdown has elsewhere: raw HTML, footnotes, front matter, pictures in text."""
    if paste.document.format != "markdown":
        return False
    kept = {block.line for block in paste.blocks if block.text.strip()}
    kept |= {change.line for change in paste.ledger.changes if change.kind is Kind.MOVED}
    taken = {change.line for change in paste.document.changes if change.kind in {Kind.REMOVED, Kind.MOVED}}
    signs = any(_SIGNS.search(row.text) for row in paste.document.lines if row.number in kept)
    return signs or "<aside" in paste.document.body or not kept.isdisjoint(taken)


def _of_markdown(paste: Paste, given: Mapping[int, Block]) -> Iterator[Block]:
    """Give the rows that are left, as Markdown reads them; a row in a block of several is a paragraph of its own."""
    read = lines.blocks(paste.document)
    stops = [*(block.line for block in read[1:]), len(given) + 1]
    times = Counter(block.line for block in read)
    ends = {block.line: (block, stop) for block, stop in zip(read, stops, strict=True) if times[block.line] == 1}
    whole = {block.line for block in paste.blocks if given.get(block.line) == block}
    inside = range(0)
    for block in paste.blocks:
        if block.line in inside:
            continue
        said, stop = ends.get(block.line, (block, block.line))
        held = [row for row in range(block.line, stop) if given[row].text.strip()]
        if held and whole.issuperset(held) and (len(held) == 1 or said.tag != "p"):
            inside = range(block.line, held[-1] + 1)
            yield said
        else:
            yield block


def _with_ids(body: str, changed: Mapping[int, Element]) -> str:
    """Give the headings that a source made their ids again: they tell a chapter's number to the files beside this."""
    root = markup.parse(body)
    for block in root:
        heading = changed.get(markup.line_of(block))
        if heading is not None and heading.get("id"):
            block.set("id", heading.get("id", ""))
    return markup.serialise(root, keep_lines=True)


def _elements(root: Element, whole: Collection[int]) -> Iterator[tuple[int, Element]]:
    """Give the largest elements whose rows are all the story's; of others the paragraphs of the rows that are."""
    for element in root:
        held = rows.rows(element)
        if held and all(row in whole for row in held):
            yield held[0], element
        elif element.get("data-line"):
            texts = rows.words_by_row(element)
            yield from ((row, _paragraph(texts.get(row, ""), row)) for row in held if row in whole)
        elif any(row in whole for row in held):
            yield from _elements(element, whole)


def _paragraph(text: str, row: int) -> Element:
    return markup.new("p", text, data_line=str(row))
