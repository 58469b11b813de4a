"""Chapters inside one file: headings become ``<h2 class="chapter">`` when there are at least two."""

import re
from dataclasses import replace

from fic2book import markup
from fic2book.sources.lines import Block, Paste

_NUMBER = r"(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CHAPTER = re.compile(rf"\s*(?:chapter|chapitre|kapitel|capítulo|capitolo)\s+{_NUMBER}\b.{{0,80}}\Z", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def mark(paste: Paste) -> None:
    """Mark the chapters; other headings go below them, so that a story's outline stays in order."""
    chapters = _chapters(paste.blocks)
    if len(chapters) < 2:
        chapters = []
    for at, block in enumerate(paste.blocks):
        if at in chapters:
            title = " ".join(block.text.split())
            paste.blocks[at] = replace(block, markup=_heading("h2", title, block.line, "chapter"), tag="h2")
        elif block.tag in ("h1", "h2"):
            paste.blocks[at] = replace(block, markup=_lowered(block), tag="h3")
    if chapters:
        paste.found["chapters"] = tuple(" ".join(paste.blocks[at].text.split()) for at in chapters)


def _chapters(blocks: list[Block]) -> list[int]:
    headings = [at for at, block in enumerate(blocks) if block.tag in _HEADINGS and block.text.strip()]
    if headings:
        highest = min(blocks[at].tag for at in headings)
        return [at for at in headings if blocks[at].tag == highest]
    return [at for at, block in enumerate(blocks) if block.tag == "p" and _CHAPTER.match(block.text)]


def _heading(tag: str, title: str, line: int, kind: str) -> str:
    root = markup.new("body")
    root.append(markup.new(tag, title, class_=kind, data_line=str(line)))
    return markup.serialise(root, keep_lines=True)


def _lowered(block: Block) -> str:
    root = markup.parse(block.markup)
    for heading in root.iter("h1", "h2"):
        heading.tag = "h3"
    return markup.serialise(root, keep_lines=True)
