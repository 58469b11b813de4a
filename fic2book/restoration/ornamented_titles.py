"""Rule: ``.:O:.:O:.`` round a chapter's title is its ornament, and no break."""

import re

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import rows
from fic2book.restoration.context import Context

_ORNAMENT = r"(?=[^\s]*:)(?=[^\s]*\.)[.:][.:oOxX*~-]{4,}[.:]"
_ALONE = re.compile(rf"{_ORNAMENT}\Z")
_ROUND = re.compile(rf"(?P<left>{_ORNAMENT})\s+(?P<title>\S.{{0,80}}?)\s+(?P<right>{_ORNAMENT})\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"”’]?\Z")
_LONGEST = 160


def ornamented_titles(root: Element, context: Context) -> None:
    """Make a heading of a title between two of these ornaments, on its own line or above and below it."""
    lines = (block for block in root if block.tag == "p" and not len(block))
    blocks = [block for block in lines if not rows.are_text(block, context)]
    for block in blocks:
        text = (block.text or "").strip()
        if text[:1] in {".", ":"} and len(text) <= _LONGEST:
            _one_line(block, text, context)
            _three_lines(block, text, context)


def _one_line(block: Element, text: str, context: Context) -> None:
    found = _ROUND.match(text)
    if found:
        line = rows.first(block)
        context.ledger.removed("ornamented_titles", line, found["left"])
        context.ledger.removed("ornamented_titles", line, found["right"])
        block.text = found["title"]
        _make_heading(block)


def _three_lines(above: Element, text: str, context: Context) -> None:
    title = above.getnext()
    below = title.getnext() if title is not None else None
    if not _ALONE.match(text) or title is None or below is None or title.tag != "p" or len(title):
        return
    if any(rows.are_text(line, context) for line in (title, below)):
        return
    words = (title.text or "").strip()
    if (below.text or "").strip() == text and 0 < len(words) <= 80 and not _SENTENCE_END.search(words):
        for ornament in (above, below):
            context.ledger.removed("ornamented_titles", rows.first(ornament), text)
            markup.remove(ornament)
        _make_heading(title)


def _make_heading(block: Element) -> None:
    block.tag = "h2"
    block.set("class", "chapter")
