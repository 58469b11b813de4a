"""The signs that FanFicFare's .txt puts for markup: headings, and backslashes before what only looks like a sign."""

import re
from dataclasses import replace

from fic2book import markup
from fic2book.letters import letters
from fic2book.sources import headings
from fic2book.sources.lines import Paste

_HEADING = re.compile(r"(?P<signs>#{1,6})\s+(?P<title>\S.*?)\s*\Z")
_ESCAPED = re.compile(r"(?P<before>\s*(?:\d{1,3})?)\\(?P<sign>[-+.])")
_HIGHEST = 3  # a heading inside a chapter stands below the chapter's


def undo(paste: Paste, first: int) -> None:
    r"""Make headings of rows such as ``### The Weir``, and take the backslash from ``\---`` and ``1\.`` at its head."""
    for at in range(first, len(paste.blocks)):
        block = paste.blocks[at]
        heading = _HEADING.match(block.text)
        escaped = _ESCAPED.match(block.text)
        if heading and letters(heading["title"]):
            headings.make(paste, at, heading["title"], level=max(len(heading["signs"]), _HIGHEST))
        elif escaped:
            text = escaped["before"] + escaped["sign"] + block.text[escaped.end() :]
            paste.ledger.rewritten(paste.origin, block.line, block.text.strip(), text.strip())
            paste.blocks[at] = replace(block, text=text, markup=markup.paragraph(text, block.line))
