"""A chapter's heading in a paste: a row that the file itself says is one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from fic2book import markup
from fic2book.letters import letters
from fic2book.sources import lines
from fic2book.sources.lines import Paste

_NUMBERED = re.compile(r"\s*(\d{1,3})\s*(?:[.:)]|\s-)\s+(\S.*)\Z")
_NO_TITLE = re.compile(r"(?:\d+\s*[.:]?\s*)?(?:chapter|part)?\s*(?:1|one|i)\.?\Z|one[\s-]?shot\Z", re.IGNORECASE)


def make(paste: Paste, at: int, title: str, *, level: int = 2, rows: int = 1) -> None:
    """Make a heading of a row (``<h2 class="chapter">``, or a lower one) and of those on which its title goes on.

    What the first row holds before the title goes, such as a number.
    """
    block = paste.blocks[at]
    before = block.text.partition(" ".join(title.split()[:1]))[0]
    if letters(before):
        paste.ledger.removed(paste.origin, block.line, before.strip())
    del paste.blocks[at + 1 : at + rows]
    heading = markup.new(f"h{level}", title, data_line=str(block.line))
    if level == 2:
        heading.set("class", "chapter")
    paste.blocks[at] = lines.Block(line=block.line, text=title, markup=markup.serialise_block(heading), tag=heading.tag)


def count(paste: Paste, at: int, number: int) -> None:
    """Say in a heading which chapter of its work it begins, for the work's other chapters may be in other files."""
    block = paste.blocks[at]
    heading = markup.parse(block.markup)[0]
    heading.set("id", f"chapter-{number}")
    paste.blocks[at] = replace(block, markup=markup.serialise_block(heading))


def without_numbers(titles: Sequence[str]) -> tuple[str, ...]:
    """Return chapter titles without the numbers of a menu, if each has its own: ``1. The Weir``, ``2. The Mill``."""
    found = [_NUMBERED.match(title) for title in titles]
    own = [match for count, match in enumerate(found, 1) if match and int(match[1]) == count]
    return tuple(match[2] for match in own) if len(own) == len(titles) else tuple(titles)


def says_nothing(title: str, story: str) -> bool:
    """Tell whether a one-shot's only heading is no heading: the story's title again, or ``Chapter 1``."""
    return letters(title) == letters(story) or _NO_TITLE.match(title.strip()) is not None
