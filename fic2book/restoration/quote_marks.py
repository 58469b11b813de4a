"""Which marks a language quotes with."""

from typing import NamedTuple


class Pairs(NamedTuple):
    """What straight double and single quotes become."""

    open: str
    close: str
    inner_open: str
    inner_close: str


_ENGLISH = Pairs("“", "”", "‘", "’")
_LOW = Pairs("„", "“", "‚", "‘")
_GUILLEMETS = Pairs("«", "»", "‘", "’")
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
    "pt": _ENGLISH,
    "nl": _ENGLISH,
    "da": _ENGLISH,
    "tr": _ENGLISH,
}
"""By language: CLDR's delimiters (quotationStart/End) for the double marks, save where the typed mark says otherwise:
Dutch double quotes stay double. French has its no-break spaces (Imprimerie nationale, Lexique des règles)."""


def pairs_for(language: str, text: str) -> Pairs:
    """Return the marks for a text: the ones it already uses, else its language's, else the English ones."""
    pairs = PAIRS.get(language.partition("-")[0], _ENGLISH)
    if pairs.open[0] != "“" and pairs.close != "“" and text.count("“") > text.count(pairs.open[0]):
        return _ENGLISH
    if language == "pt-PT":
        return _GUILLEMETS
    return pairs
