"""Rule: hyphens that stand for dashes are dashes."""

import re

from fic2book.markup import Element
from fic2book.restoration.context import Context
from fic2book.restoration.flat import change_blocks

_HYPHEN = re.compile(r"-(?:(?<=[\s\"“‘«„\d]-)|(?<=\A-)|(?=[-?!\s\"”’»\ud800-\ud803]|\Z))")
"""A hyphen with something else than letters beside it; it begins with the hyphen itself, which makes it quick."""
_TRIPLE = re.compile(r"(?<!-)---(?!-)")
_YEARS = re.compile(r"(?<![\w.,/-])(1[0-9]{3}|20[0-9]{2})--?([0-9]{2}|[0-9]{4})(?![\w/-]|[.,]\d)")
_DOUBLE = re.compile(r"(?<!-)--(?!-)")
_SPACED = re.compile(r"(?<=[^\s-])([ \u00a0])-(?=[ \u00a0][^\s-])")
_CUT_OFF = re.compile(
    r"(?<=[^\W_])[ \u00a0]?-(?=[\ud800\ud801]?(?:[\"”»]|’(?!\w))|[\ud801]?\Z)"
    r"|(?<=[?!,…])-(?=[\"”»])|(?<=[^\W_])-(?=[?!]+[\"”»])"
)
_ACTION = re.compile(r"-[^-]+-\Z")
"""``-laughs-`` as a paragraph is an action, not speech cut off."""
_TAKEN_UP = re.compile(r"(?<=[“«„])(\u00a0?)-(?=\w)")
_SPEECH = re.compile(r"\A([\ud800]?)-{1,2}(?=[ \u00a0]?[^\W\d_¡¿]|[ \u00a0]?[¡¿…«])")
_EN_SPEECH = frozenset({"fi", "sv", "nb", "nn", "no", "da"})
_EM_BETWEEN = frozenset({"ru", "uk", "be", "bg"})
"""Languages that set the long dash between words with spaces; the others take the short one."""
_EM_SPEECH = frozenset(
    {"fr", "es", "it", "pt", "pl", "ru", "uk", "cs", "sk", "ro", "hu", "tr", "el", "bg", "sr", "hr", "ca"}
)
"""Languages whose novels open speech with a dash: the Nordic ones with the short one."""
_SPANISH_OPENING = re.compile(r"(?<=[ \u00a0])-(?=[^\W\d_¿¡]|[¿¡])")
_SPANISH_CLOSING = re.compile(r"(?<=[^\W_])-(?=[ \u00a0.,;:!?…]|\Z)")


def dashes(root: Element, context: Context) -> None:
    """Write dashes as the language does; hyphenated words, stutters, dates and numbers stay."""
    language = context.language.partition("-")[0]
    between = "—" if language in _EM_BETWEEN else "–"
    change_blocks(root, context, "dashes", _HYPHEN.search, lambda flat: _dash(_speech(flat, language), between))


def _dash(flat: str, between: str) -> str:
    text = _YEARS.sub(_range, flat)
    text = _DOUBLE.sub("—", _TRIPLE.sub("—", text))
    text = _SPACED.sub(rf"\1{between}", text)
    text = _TAKEN_UP.sub(r"\1—", text)
    return text if _ACTION.match(text) else _CUT_OFF.sub("—", text)


def _range(match: re.Match[str]) -> str:
    """Set a range of years; what does not count up is a date or a number."""
    first, last = match[1], match[2]
    return f"{first}–{last}" if last > first[-len(last) :] else match[0]


def _speech(flat: str, language: str) -> str:
    """Set the dash that opens a paragraph of dialogue in the languages that do so."""
    if language not in _EM_SPEECH and language not in _EN_SPEECH:
        return flat
    dash = "—" if language in _EM_SPEECH else "–"
    text = _SPEECH.sub(rf"\1{dash}", flat)
    if language == "es" and text.startswith("—"):
        text = _SPANISH_CLOSING.sub("—", _SPANISH_OPENING.sub("—", text))
    return text
