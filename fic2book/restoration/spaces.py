"""Rule: one space between words, none at a paragraph's edges, no-break spaces where the language wants them."""

import re

from fic2book.markup import Element
from fic2book.restoration.context import Context
from fic2book.restoration.flat import BREAK, change_blocks

_RUN = re.compile(r"[ \t]*(?:[ \t]{2}|\t)[ \t]*|[ \t\u00a0]*(?:\u00a0[ \t\u00a0]|[ \t]\u00a0)[ \t\u00a0]*")
_ABBREVIATION = r"(?:\b(?:Mrs?|Ms|Mx|Drs?|St|Prof|Rev|Capt|Col|Gen|Lt|Sgt|Hon|Messrs|vs?|No|pp?|[A-Z]))\."
_AFTER_SENTENCE = re.compile(r"(?<=[.!?…\"”’»,;:])\u00a0(?=\S)")
_KEPT_AFTER = re.compile(_ABBREVIATION + r"\Z")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]{2})\u00a0(?=[^\W\d_]{2})")
_FRENCH = re.compile(r" (?=[!?;:»])|(?<=«) ")
_AT_LINE_END = re.compile(f"(?<![ \t\u00a0])[ \t\u00a0]+(?={BREAK})|(?<={BREAK})[ \t\u00a0]+")
_EDGES = " \t\n\r\u00a0\u3000\u2003"


def spaces(root: Element, context: Context) -> None:
    """Even out white space; French keeps and gets its no-break spaces before ``! ? ; :`` and inside « »."""
    french = context.language.partition("-")[0] == "fr"
    change_blocks(root, context, "spaces", _is_uneven_french if french else _is_uneven, _french if french else _even)


def _is_uneven(flat: str) -> bool:
    if BREAK in flat and _AT_LINE_END.search(flat):
        return True
    return "  " in flat or "\u00a0" in flat or "\t" in flat or flat[:1].isspace() or flat[-1:].isspace()


def _is_uneven_french(flat: str) -> bool:
    return _is_uneven(flat) or _FRENCH.search(flat) is not None


def _even(flat: str) -> str:
    """Return a block's text with single spaces, and plain ones behind sentences and between words."""
    text = _RUN.sub(" ", _AT_LINE_END.sub("", flat.strip(_EDGES)))
    if "\u00a0" not in text:
        return text
    text = _AFTER_SENTENCE.sub(_plain_space, text)
    return _BETWEEN_WORDS.sub(" ", text)


def _plain_space(match: re.Match[str]) -> str:
    """Keep the no-break space of ``Mr. Vane`` and ``J. Vane``."""
    start = max(0, match.start() - 8)
    return "\u00a0" if _KEPT_AFTER.search(match.string[start : match.start()]) else " "


def _french(flat: str) -> str:
    text = re.sub(r"[ \t]{2,}|\t", " ", _AT_LINE_END.sub("", flat.strip(_EDGES)))
    return _FRENCH.sub("\u00a0", text)
