"""A page's bytes → its text: what it declares counts as far as its bytes agree."""

import re

from fic2book.readers import decode

_FIRST = 4096
"""Bytes that browsers look through for a declaration, four times over: saved pages begin with comments."""
_DECLARED = re.compile(
    rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_LINE_END = re.compile("\r\n?")


def page_text(data: bytes, file: str) -> str:
    """Return the text of a page.

    Raises ``ManuscriptError`` for an empty file and for one that is no text.
    """
    declaration = _DECLARED.search(data[:_FIRST])
    declared = (declaration[1] or declaration[2]).decode("ascii", "replace") if declaration else ""
    text, _ = decode.told(data, file, declared)
    return _LINE_END.sub("\n", text)
