"""Tell a paragraph that a writer marked as a note from a sentence that begins with the same word."""

import re

from fic2book.model import NoteKind

_LABELS = (
    r"(?:a\s?/\s?n|t/n|b/n)(?:\s*\d+)?(?![\w/])(?:\s*[:.\-–—~]+|(?=\s|\Z))",
    r"(?-i:AN|A\.N\.?)\s*[:\-–—~]+",
    r"(?:the |an )?(?:author|writer|translator)(?:['’]?s['’]?)?[\s-]*(?:end[\s-]*|foot)?"
    r"(?:notes?|comments?|ramblings?|corner)(?:\s*\([^)]{0,30}\))?\s*(?:[:~–—]|-(?!\w)|\Z|[)\]*]+\s*\Z)",
    r"(?:end |opening |closing |beginning )?notes\s*(?::|\Z)",
    r"disclaimers?\s*(?:[:~–—]|-(?!\w)|\Z)",
    r"(?-i:Notes? de (?:l['’](?:auteure?|autrice)|la traductrice|fin)|N\.?d\.?A)\s*(?::|\Z)",
    r"(?-i:Nota (?:de la autora?|del autor|da autora?|do autor))\s*(?::|\Z)",
    r"(?-i:Nota dell['’](?:autrice|autore)|Anmerkung(?:en)?(?: (?:der Autorin|des Autors))?)\s*(?::|\Z)",
)
_AT_THE_EDGES = (
    r"note\s*:",
    r"(?:trigger |content )?warnings?\s*:",
    r"(?-i:TW|CW)\s*:",
    r"p\.?\s?s\.?\s*:",
    r"(?:beta|beta'd by|prompt|spoilers?)\s*:",
)
_WARNS = re.compile(
    r"(?-i:\b[TC]W)\s*[:/–—-]|\b(?:trigger|content)[ -]?(?:warnings?|notes?)\b|(?:\A|[.!\n])\W{0,8}warnings?\s*:",
    re.IGNORECASE,
)
_DISCLAIMS = re.compile(r"\A[\s\W_]{0,6}disclaimers?\b", re.IGNORECASE)
_LEAD = r"[\s\W_]{0,6}"
_MARKED = re.compile(rf"\A{_LEAD}(?:{'|'.join(_LABELS)})", re.IGNORECASE)
_EDGE = re.compile(rf"\A{_LEAD}(?:{'|'.join(_AT_THE_EDGES)})", re.IGNORECASE)
_MERE = re.compile(r"\W*notes?\W*\Z", re.IGNORECASE)
_QUOTED = re.compile(r"\A\W*[\"“„«‘']")


def kind(text: str) -> NoteKind:
    """Return what a note is by its label; one that warns of anything is a warning, whatever else it says."""
    if _WARNS.search(text):
        return NoteKind.WARNING
    return NoteKind.DISCLAIMER if _DISCLAIMS.match(text) else NoteKind.NOTE


def is_marked(text: str) -> bool:
    """Tell whether a paragraph begins with a note's label (``A/N``, ``Author's note:``, ``Disclaimer:``)."""
    start = text[:80]
    return _MARKED.match(start) is not None and _QUOTED.match(start) is None


def is_marked_at_edge(text: str) -> bool:
    """Tell the same of labels that mean a note only at a story's head or tail (``Note:``, ``Warnings:``)."""
    start = text[:80]
    return is_marked(text) or (_EDGE.match(start) is not None and _QUOTED.match(start) is None)


def is_mere_notes(text: str) -> bool:
    """Tell whether a line is only the word ``Notes``, which stories have on the pages of their own books too."""
    return _MERE.match(text) is not None


def is_label_only(text: str) -> bool:
    """Tell whether a paragraph is the label by itself, the note following below."""
    match = _MARKED.match(text[:80]) or _EDGE.match(text[:80])
    return match is not None and not re.search(r"\w", text[match.end() :])
