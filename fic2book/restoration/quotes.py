"""Rule: straight quotes become the language's, and an apostrophe an apostrophe; what has no partner stays straight.

Whether a quote may open or close depends on its neighbours, as CommonMark decides it for emphasis ("flanking"), and
partners are found on one level of inline elements only. A quote that is left is flagged, never guessed.
"""

import re

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import elisions, quote_pairs, rows
from fic2book.restoration.context import Context
from fic2book.restoration.flat import BORDERS, blocks, flatten, put
from fic2book.restoration.quote_marks import Pairs, alternate, hebrew, pairs_for

_OPENS = re.compile(r"[\ud800\ud801\s]*[\"“„«]")
_INCHES = re.compile(r"\d\s?(?:['′]\s?)?\d*\s?\"")
_REACH = 20
_SHORT = 80
"""Blocks, and lines no longer than this, that may stand between two paragraphs of one speech: a verse, a cipher, and
words that go on behind them in small letters."""
_DITTO = re.compile(r"(?:(?<=\s)|\A)[”“](?=\s|\Z)")
"""A mark by itself in a column: "the same as above"."""
_LOST = "A quotation mark has no partner: it may be missing, or one too many."


def quotes(root: Element, context: Context) -> None:
    """Set quotation marks and apostrophes in every block."""
    text = "".join(str(piece) for piece in root.itertext())
    pairs = pairs_for(context.language, text)
    elided = elisions.words_of(context.language)
    for block in list(blocks(root)):
        flat = flatten(block)
        if '"' in flat or "'" in flat or "`" in flat or "´" in flat:
            typed = alternate(hebrew(_accents(flat)), context.language, pairs)
            changed = quote_pairs.pair(elisions.set_elisions(typed, elided), pairs)
            if changed.count('"') % 2 and _goes_on(block, changed):
                changed = changed.replace('"', pairs.open, 1)
            put(block, flat, changed, "quotes", context)
            flat = changed
        _flag(block, flat, pairs, context)


def _accents(flat: str) -> str:
    """Read accents typed for quotes (``don`t``, ````said''``) as the quotes that were meant."""
    if "`" not in flat and "´" not in flat:
        return flat
    text = flat.replace("``", '"').replace("''", '"') if "``" in flat else flat
    return re.sub("(?<=[^\\W\\d_])[`´](?=[^\\W\\d_])", "'", text)


def _goes_on(block: Element, flat: str) -> bool:
    """Tell whether a speech goes on in the next paragraph, which then opens with a quote of its own."""
    following = block.getnext()
    if following is None or following.tag != "p" or block.tag != "p":
        return False
    first = BORDERS.sub("", flat).lstrip()
    return first.startswith('"') and first.count('"') == 1 and _OPENS.match(flatten(following)) is not None


def _flag(block: Element, flat: str, pairs: Pairs, context: Context) -> None:
    """Enter a block whose quotation marks do not come out even."""
    if len(flat) < _SHORT:
        flat = _DITTO.sub("", flat)
    opening, closing = pairs.open.strip("\u00a0"), pairs.close.strip("\u00a0")
    if opening == closing:
        lost = '"' in flat
    else:
        opened, closed = flat.count(opening), flat.count(closing)
        goes_on = opened == closed + 1 and _goes_on_curly(block, opening)
        lost = '"' in flat or (opened != closed and not goes_on)
    if (
        lost
        and block.tag not in {"td", "th"}
        and not (_INCHES.search(flat) and flat.count('"') == 1 and flat.count(opening) == flat.count(closing))
    ):
        context.ledger.flagged("quotes", rows.first(block), BORDERS.sub("", flat).strip(), _LOST)


def _goes_on_curly(block: Element, opening: str) -> bool:
    following = block.getnext()
    for _ in range(_REACH):
        if following is None:
            return False
        text = markup.text_of(following).lstrip()
        if following.tag == "p" and text.startswith((opening, '"')):
            return True
        aside = len(text) <= _SHORT or text[:1].islower() or following.get("class") == "verse"
        if following.tag == "p" and not aside:
            return False
        following = following.getnext()
    return False
