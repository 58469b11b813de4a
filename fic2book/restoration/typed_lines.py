"""Rule: a page whose text is typed line by line, with ``<br/>`` or in ``<pre>``, is read as a plain text is.

``<br/>`` once in a while is a line end of verse, a letter or a sign. Where most of the text stands in lines that one
``<br/>`` parts, and these are prose (or wrapped at a column), each is a line as in a text file: ``wrapped_lines`` and
``blank_runs`` find out by the file's own habit which of them are paragraphs, verses and gaps.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import habit, splits
from fic2book.restoration.context import Context

TYPED = "data-typed"
_ENDS = re.compile(r"[.!?…:;—–\-。！？؟][\"'”’»)\]*_」』]*\Z|[\"”»」』]\Z")
_FEWEST = 6
_MOST_OF_IT = 0.5
_LONG = 90
"""Lines of verse are shorter, and most paragraphs of prose are not."""


def typed_lines(root: Element, context: Context) -> None:
    """Make a paragraph of each line, and an empty one of each empty line."""
    if not context.paged:
        return
    blocks = [block for block in root.iter("p", "pre") if _is_lines(block)]
    if blocks and _is_most(blocks, root):
        texts = list(_texts(blocks))
        if any(block.tag == "pre" for block in blocks) or _is_prose(texts) or habit.find(texts).measure:
            for block in blocks:
                _part(block)


def _is_lines(block: Element) -> bool:
    """Tell whether a block of the story's own level holds line ends and no blocks."""
    parent = block.getparent()
    return (
        parent is not None
        and parent.tag in {"body", "blockquote", "div"}
        and block.get("class") != "verse"
        and next(block.iter("br"), None) is not None
        and not any(child.tag in markup.BLOCKS for child in block)
    )


def _is_most(blocks: list[Element], root: Element) -> bool:
    inside = sum(len(markup.text_of(block)) for block in blocks)
    return inside > _MOST_OF_IT * len(markup.text_of(root))


def _texts(blocks: list[Element]) -> Iterator[str]:
    """Give the lines of the blocks, with an empty one between two blocks."""
    for block in blocks:
        yield from markup.text_of(block).split("\n")
        yield ""


def _is_prose(texts: list[str]) -> bool:
    """Tell whether lines that one line end parts are paragraphs: they end as sentences do, and some are long."""
    touching = [line for line, following in pairwise(texts) if line.strip() and following.strip()]
    ended = sum(_ENDS.search(line.rstrip()) is not None for line in touching)
    long = sum(len(line) >= _LONG for line in touching)
    return len(touching) >= _FEWEST and ended * 5 >= len(touching) * 4 and long * 7 >= len(touching)


def _part(block: Element) -> None:
    splits.lift(block)
    block.tag = "p"
    block.set(TYPED, "line")
    here = block
    for end in block.findall("br"):
        here = splits.split(here, end)
    previous = block.getprevious()
    if previous is not None and previous.get(TYPED) and not markup.is_blank(previous):
        block.addprevious(markup.new("p", data_typed="line"))
