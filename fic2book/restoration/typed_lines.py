"""Rule: a page whose text is typed line by line, with ``<br/>`` or in ``<pre>``, is read as a plain text is.

``<br/>`` once in a while is a line end of verse, a letter or a sign. Where most of the text stands in lines that one
``<br/>`` parts, and these are prose (or wrapped at a column), each is a line as in a text file: ``wrapped_lines`` and
``blank_runs`` find out by the file's own habit which of them are paragraphs, verses and gaps.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import habit, rows, splits
from fic2book.restoration.context import Context

TYPED = "data-typed"
_ENDS = re.compile(r"[.!?…:;—–\-。！？؟][\"'”’»)\]*_」』]*\Z|[\"”»」』]\Z")
_FEWEST = 6
_MOST_OF_IT = 0.5
_SCENE = 3
"""Empty lines that four line ends make."""
_LONG = 90
"""Lines of verse are shorter, and most paragraphs of prose are not."""


def typed_lines(root: Element, context: Context) -> None:
    """Make a paragraph of each line, and an empty one of each empty line."""
    if not context.paged:
        return
    blocks = [block for block in root.iter("p", "pre", "div") if _is_lines(block)]
    if blocks and _is_most(blocks, root):
        texts = list(_texts(blocks))
        if any(block.tag == "pre" for block in blocks) or _is_prose(texts) or habit.find(texts).measure:
            for block in blocks:
                _part(block, context)


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


def _part(block: Element, context: Context) -> None:
    typed = block.tag == "pre"
    splits.lift(block)
    block.tag = "p"
    block.set(TYPED, "line")
    behind = [splits.split(block, end) for end in reversed(block.findall("br"))]  # backwards: each moves one line only
    lines = [block, *reversed(behind)]
    previous = block.getprevious()
    if previous is not None and previous.get(TYPED) and not markup.is_blank(previous):
        block.addprevious(markup.new("p", data_typed="line"))
    if not typed:
        _part_scenes(lines, context)


def _part_scenes(lines: list[Element], context: Context) -> None:
    """Make a scene break of four line ends and more, as ``br_runs`` does, where they are no habit."""
    gaps = [list(group) for blank, group in groupby(lines, markup.is_blank) if blank]
    gaps = [gap for gap in gaps if len(gap) >= _SCENE and not rows.are_text(gap[0], context)]
    if len(gaps) * 5 > len(lines):
        return
    for gap in gaps:
        row = rows.first(gap[0])
        gap[0].addprevious(markup.new("hr", class_="scene", data_line=str(row)))
        context.ledger.rewritten("typed_lines", row, "", "a scene break")
        for blank in gap:
            markup.remove(blank)
