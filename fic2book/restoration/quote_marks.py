"""Which marks a language quotes with."""

import re
from typing import NamedTuple

_GERSHAYIM = re.compile('(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
_GERESH = re.compile("(?<=[\u05d0-\u05ea])'(?=[\u05d0-\u05ea])")


class Pairs(NamedTuple):
    """What straight double and single quotes become."""

    open: str
    close: str
    inner_open: str
    inner_close: str


_ENGLISH = Pairs("“", "”", "‘", "’")
_LOW = Pairs("„", "“", "‚", "‘")
_GUILLEMETS = Pairs("«", "»", "‘", "’")
_ALTERNATING = frozenset({"zh", "ja", "ko", "th"})
"""Writing in which a quotation may touch the words around it: of an even number, each second mark closes."""
_RIGHT = Pairs("”", "”", "’", "’")

PAIRS = {
    "en": _ENGLISH,
    "fr": Pairs("«\u00a0", "\u00a0»", "‘", "’"),
    "de": _LOW,
    "cs": _LOW,
    "sk": _LOW,
    "sl": _LOW,
    "bg": _LOW,
    "is": _LOW,
    "es": _GUILLEMETS,
    "ca": _GUILLEMETS,
    "it": _GUILLEMETS,
    "el": _GUILLEMETS,
    "ru": Pairs("«", "»", "„", "“"),
    "uk": Pairs("«", "»", "„", "“"),
    "nb": _GUILLEMETS,
    "nn": _GUILLEMETS,
    "no": _GUILLEMETS,
    "pl": Pairs("„", "”", "‚", "’"),
    "ro": Pairs("„", "”", "‚", "’"),
    "hu": Pairs("„", "”", "‚", "’"),
    "hr": Pairs("„", "”", "‚", "’"),
    "sv": _RIGHT,
    "fi": _RIGHT,
    "he": _RIGHT,
    "yi": _RIGHT,
    "ar": Pairs("”", "“", "’", "‘"),
    "fa": _GUILLEMETS,
    "pt": _ENGLISH,
    "nl": _ENGLISH,
    "da": _ENGLISH,
    "tr": _ENGLISH,
}
"""By language: CLDR's delimiters (quotationStart/End) for the double marks, save where the typed mark says otherwise:
Dutch double quotes stay double. French has its no-break spaces (Imprimerie nationale, Lexique des règles)."""


def alternate(flat: str, language: str, pairs: Pairs) -> str:
    """Set straight double quotes by turns, in languages whose words do not tell which of them opens."""
    if language.partition("-")[0] not in _ALTERNATING or flat.count('"') % 2:
        return flat
    first, *rest = flat.split('"')
    return first + "".join((pairs.close if at % 2 else pairs.open) + part for at, part in enumerate(rest))


def hebrew(flat: str) -> str:
    """Set the marks inside Hebrew words (``צה"ל``, ``ג'``) as what they are, and not as quotes."""
    return _GERESH.sub("׳", _GERSHAYIM.sub("״", flat))


def pairs_for(language: str, text: str) -> Pairs:
    """Return the marks for a text: the ones it already uses, else its language's, else the English ones."""
    pairs = PAIRS.get(language.partition("-")[0], _ENGLISH)
    if pairs.open[0] != "“" and pairs.close != "“" and text.count("“") > text.count(pairs.open[0]):
        return _ENGLISH
    if language == "pt-PT":
        return _GUILLEMETS
    return pairs
