"""What calls a footnote, and what leads back from one."""

import re
import unicodedata

_MARK = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#⁎]{1,4}|[⁰¹²³⁴-⁹]{1,3}|(?:foot)?note \d{1,3})"
_CALL = re.compile(rf"[\[({{]?\s*{_MARK}\s*[\])}}]?\Z", re.IGNORECASE)
_LEADING = re.compile(
    rf"\s*(?P<mark>[\[(]\s*{_MARK}\s*[\])]\s*[.:]?|{_MARK}\s*[.):]|[*†‡§¶⁎]{{1,4}}|[⁰¹²³⁴-⁹]{{1,3}}|\d{{1,3}}(?=\s))\s*",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"[\s\[(]*(?:[↩↑^⤴⏎↵⮐⬆\ufe0e\ufe0f]+|(?:go |jump )?(?:back|return|up)"
    r"(?: to (?:the )?(?:text|story|top|main text))?)[\s\])]*\Z",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\W_]+")
_LABEL = re.compile(r"\W*+(?:foot|end|chapter (?:end)?)?\s*-?notes?(?: and references)?\W*\Z", re.IGNORECASE)


def is_call(text: str) -> bool:
    """Tell whether a link's words are a footnote's mark: ``1``, ``[2]``, ``*``, ``(iv)``, ``²``."""
    return _CALL.match(text.strip()) is not None


def leading(text: str) -> tuple[str, int]:
    """Return the mark that a footnote's own text begins with, as it stands, and where the text goes on behind it."""
    match = _LEADING.match(text)
    return (match["mark"], match.end()) if match else ("", 0)


def is_way_back(text: str) -> bool:
    """Tell whether a link's words only say that it leads back: ``↩``, ``back``, ``[return to text]``."""
    return _BACK.match(text) is not None


def bare(mark: str) -> str:
    """Return a mark without brackets and stops: ``2`` of ``[2].``; a sign such as ``*`` stays as it is."""
    return _BARE.sub("", mark).lower() or mark.strip("[](). :")


def number(mark: str) -> str:
    """Return a mark as the number that it is, in plain digits; ``*`` and letters stay."""
    return unicodedata.normalize("NFKC", bare(mark))


def is_label(text: str) -> bool:
    """Tell whether a line is only the label over footnotes: ``Notes``, ``Footnotes:``, ``Endnotes``."""
    return len(text) < 40 and _LABEL.match(text) is not None
