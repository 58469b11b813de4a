"""Characters that no book can hold, in a page's words."""

import re

from fic2book.model import Change, Kind

_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""What the C1 controls mean where somebody took cp1252 for Latin-1: browsers read ``&#151;`` as a dash too."""


def fitted(words: str, line: int) -> tuple[str, Change | None]:
    """Return words that XML and printing can hold, and the ledger's entry when they were others."""
    if not _UNFIT.search(words):
        return words, None
    meant = words.translate(_C1)
    fit = _UNFIT.sub("", meant)
    if meant != words:
        return fit, Change(rule="control_characters", kind=Kind.REWRITTEN, line=line, before=words, after=fit)
    unfit = "".join(_UNFIT.findall(words))
    return fit, Change(rule="control_characters", kind=Kind.REMOVED, line=line, before=unfit)
