"""What readers wrote below a journal's entry: where it begins, and when it is too long to be sure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from fic2book.sources import lines
from fic2book.sources.lines import Block, Paste

_MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
_DAY = rf"(?:(?:19|20)\d\d-\d\d-\d\d|{_MONTHS}[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+(?:19|20)\d\d)"
_STAMP = re.compile(rf".{{0,60}}\b{_DAY}[\s,]+\d{{1,2}}:\d\d(?::\d\d)?\s*(?:[ap]m\b)?.{{0,40}}\Z", re.IGNORECASE)
_DEEDS = r"(?:reply(?: to this)?|thread|parent|expand|collapse|link|track this|hide \d+ comments?)"
_REPLY = re.compile(rf"\W*{_DEEDS}(?:[\W_]+{_DEEDS})*\W*\Z", re.IGNORECASE)
_OPENER = re.compile(
    r"\W*(?:(?:leave|post|add|read)\s+(?:a\s+)?(?:new\s+)?comments?|\d+\s+comments?|comments?\s*\(\d+\)|"
    r"(?:flat|threaded)\W+(?:flat\W+)?top-level comments only)"
    r"(?:\W+(?:leave|post|add|reply|share|flag|link|a|new|comments?|\d+))*\W*\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\W*\(?no subject\)?\W*\Z|from:.*\[personal profile\].*\Z", re.IGNORECASE)
_BLANK = re.compile(r"\s*\Z")
_LONG = 300  # words of one comment; a longer one may be the story's next part, which did not fit into the entry
_STORY = 40  # words that stand above comments at least
_WHY = "This stands among comments and is long: it may be the story's next part, so the comments were left in."


def peel(paste: Paste) -> int:
    """Set aside the comments below a story, and return how many signs of comments there were."""
    start = _start(paste.blocks)
    if start == len(paste.blocks):
        return 0
    part = _next_part(paste.blocks, start)
    if part:
        paste.ledger.flagged(paste.origin, part.line, part.text, _WHY)
        return 1
    for at in range(len(paste.blocks) - 1, start - 1, -1):
        if at < len(paste.blocks) and paste.blocks[at].text.strip():
            lines.set_aside(paste, at)
    return 1


def _start(blocks: Sequence[Block]) -> int:
    """Return where the comments begin; the number of blocks when there are none."""
    stamps = [at for at, block in enumerate(blocks) if _STAMP.match(block.text)]
    replies = [at for at, block in enumerate(blocks) if _REPLY.match(block.text)]
    openers = [at for at, block in enumerate(blocks) if _OPENER.match(block.text) or _SUBJECT.match(block.text)]
    last = _only_deeds_from(blocks)
    for at in openers:
        followed = any(place > at for place in stamps) and any(place >= at for place in replies + openers[1:])
        if (followed or at >= last) and _told(blocks[:at]):
            return at
    if len(replies) > 1 and stamps and stamps[0] < replies[0]:
        named = [at for at in range(stamps[0]) if blocks[at].text.strip()]
        at = named[-1] if named and len(blocks[named[-1]].text.split()) <= 3 else stamps[0]
        return at if _told(blocks[:at]) else len(blocks)
    return len(blocks)


def _only_deeds_from(blocks: Sequence[Block]) -> int:
    """Return from where on there is nothing but what a page offers its readers to do."""
    at = len(blocks)
    while at and any(words.match(blocks[at - 1].text) for words in (_BLANK, _OPENER, _REPLY)):
        at -= 1
    return at


def _told(blocks: Sequence[Block]) -> bool:
    return sum(len(block.text.split()) for block in blocks) >= _STORY


def _next_part(blocks: Sequence[Block], start: int) -> Block | None:
    """Return the first block of a stretch between two stamps that is too long for a comment."""
    stamps = [at for at, block in enumerate(blocks) if at >= start and _STAMP.match(block.text)]
    for first, stop in pairwise([start, *stamps, len(blocks)]):
        stretch = [block for block in blocks[first + 1 : stop] if block.text.strip()]
        if sum(len(block.text.split()) for block in stretch) > _LONG:
            return stretch[0]
    return None
