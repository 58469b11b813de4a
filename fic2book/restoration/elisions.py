"""Apostrophes that stand where letters were left out at a word's beginning."""

import re

_ENGLISH = (
    "tis twas twere twill twould tisn twasn em til till cause cuz cos coz bout round course kay scuse fraid nother "
    "nuff neath gainst fore ere ello allo ullo im ave ell ome ow ard ead eard elp er ere mong tween pon twixt sup "
    "specially spect spose least cept tever nd stead zat zackly"
)
_WORDS = {
    "en": _ENGLISH,
    "de": "s n ne nen nem ner nes ma mal rum raus rein runter rauf rüber ran drauf drin bin hab isn",
    "nl": "s t n k m r ns ie",
    "it": "sto sta sti ste ndrangheta na nu notte",
    "sv": "n na nåt sen",
}
"""By language. Words that are as common without their apostrophe inside single quotes are left out."""
_BOTH = "till cause round course er least bout ere fore ow ome ave mal bin hab rein s t n"
_AMBIGUOUS = frozenset(_BOTH.split())
"""Whole words by themselves: with a closing quote ahead they may as well open a quotation."""
_CLOSES = re.compile(r"(?<!in)(?<!s)['’](?!\w)")
"""What may close a quotation; ``goin'`` and ``sailors'`` are words."""
_YEARS = re.compile(r"(?<![\w'’\"])'(?=\d\ds?\b(?!['’\"]))")
_AND = re.compile(r"(?<=[\s\w-])'([nN])'(?=[\s\w-])")


def words_of(language: str) -> re.Pattern[str]:
    """Return the pattern of a language's leading elisions, the quote included."""
    known = _WORDS.get(language.partition("-")[0], "")
    words = "|".join(sorted(known.split(), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<![\w'’])'(?=(?P<word>{words})(?!\w))", re.IGNORECASE)


def set_elisions(flat: str, elided: re.Pattern[str]) -> str:
    """Write ’ for elisions (``'tis``, ``'em``, ``'90s``, ``rock 'n' roll``)."""
    if "'" not in flat:
        return flat
    text = _AND.sub(r"’\1’", flat)
    text = _YEARS.sub("’", text)
    return elided.sub(_apostrophe, text)


def _apostrophe(match: re.Match[str]) -> str:
    """Leave a quote that may open a quotation: an ambiguous word, and a single quote that could close it ahead."""
    if match["word"].lower() not in _AMBIGUOUS:
        return "’"
    ahead = match.string[match.end() :]
    return "'" if _CLOSES.search(ahead) else "’"
