"""The head of a pasted FanFiction.Net page: menus, path, title, by-line, summary and the Rated line."""

import re
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.sources import lines
from fic2book.sources.ffn import furniture, rated
from fic2book.sources.lines import Block, Paste
from fic2book.sources.values import names

_BYLINE = re.compile(r"\s*By:\s*(?P<authors>\S.*?)\s*\Z")
_TITLE_AND_BYLINE = re.compile(r"\s*(?P<title>\S.*?)\s+by\s+(?P<authors>\S.{0,60}?)\s*\Z")
_GLUED = re.compile(r"\s*Follow/Fav(?:orite)?s?\s*(?P<title>.*?)\s*\Z")
_ADDRESS = re.compile(r"\s*https?://(?:www\.|m\.)?(?:fanfiction\.net|fictionpress\.com)/s/\d+\S*\s*\Z")
_ABOVE = 40  # rows of menus, path and title
_PATH_WITHIN = 4  # rows of the title in which the path stands
_SUMMARY = 12  # rows between by-line and Rated line
_LONGEST = 160  # characters of a row of the menus


class Head(NamedTuple):
    """Where the rows of a page's head stand."""

    rows: tuple[int, ...]
    """All of them that hold something."""
    byline: int
    rated: int


def find(paste: Paste, at: int) -> Head | None:
    """Return the head around a Rated line, if there is a by-line above it and nothing but menus above that."""
    rows = [place for place in range(at + 1) if paste.blocks[place].text.strip()]
    above = rows[:-1][-_SUMMARY:]
    byline = next((place for place in reversed(above) if _BYLINE.match(paste.blocks[place].text)), -1)
    if byline < 0 and above and _TITLE_AND_BYLINE.match(paste.blocks[above[-1]].text):
        byline = above[-1]
    menus = [paste.blocks[place].text for place in rows if place < byline]
    if byline < 0 or len(menus) > _ABOVE or any(len(text) > _LONGEST for text in menus):
        return None
    return Head(tuple(rows), byline, at)


def peel(paste: Paste, head: Head) -> None:
    """Move what the head says to the fields it means; the rest of it is the site's."""
    blocks = {place: paste.blocks[place] for place in head.rows}
    for place in reversed(head.rows):
        lines.drop(paste, place)
    above = [block for place, block in blocks.items() if place < head.byline]
    _keep_above(paste, above)
    _keep_byline(paste, blocks[head.byline])
    _keep_summary(paste, [block for place, block in blocks.items() if head.byline < place < head.rated])
    _keep_rated(paste, blocks[head.rated])


def _keep_above(paste: Paste, above: list[Block]) -> None:
    """Sort the rows above the by-line: the last is the title, one near it the path; the rest are menus."""
    for number, block in enumerate(above, 1 - len(above)):
        glued = _GLUED.match(block.text)
        named = furniture.fandoms(block.text) if number > -_PATH_WITHIN else ()
        if number == 0 and not named and (glued is None or glued["title"]):
            title = glued["title"] if glued else block.text.strip()
            _keep_part(paste, block, title, "title", title)
        elif named and "fandoms" not in paste.found:
            _keep_part(paste, block, " + ".join(named), "fandoms", named)
        elif _ADDRESS.match(block.text):
            lines.keep(paste, block.line, block.text, "url", block.text.strip())
        else:
            paste.ledger.removed(paste.origin, block.line, block.text)


def _keep_part(paste: Paste, block: Block, words: str, field: str, value: object) -> None:
    """Keep the words of a row that are a field's; what is glued to them before and behind is the site's."""
    before, _, behind = block.text.partition(words)
    for glued in (before, behind):
        if letters(glued):
            paste.ledger.removed(paste.origin, block.line, glued.strip())
    lines.keep(paste, block.line, words, field, value)


def _keep_byline(paste: Paste, block: Block) -> None:
    simple = _BYLINE.match(block.text)
    found = simple or _TITLE_AND_BYLINE.match(block.text)
    if found is None:
        return
    words = block.text.strip()
    if simple is None:
        lines.keep(paste, block.line, found["title"], "title", found["title"])
        words = words[len(found["title"]) :].strip()
    lines.keep(paste, block.line, words, "authors", names(found["authors"]))


def _keep_summary(paste: Paste, blocks: list[Block]) -> None:
    if blocks:
        summary = "".join(markup.paragraph(block.text.strip()) for block in blocks)
        for block in blocks:
            paste.ledger.moved(paste.origin, block.line, block.text.strip(), "summary")
        paste.found.setdefault("summary", summary)


def _keep_rated(paste: Paste, block: Block) -> None:
    for piece in rated.read(block.text):
        if not piece.words:
            paste.found.setdefault(piece.field, piece.value)
        elif piece.field:
            lines.keep(paste, block.line, piece.words, piece.field, piece.value)
        else:
            paste.ledger.removed(paste.origin, block.line, piece.words)
