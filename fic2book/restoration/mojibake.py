"""Text rule: UTF-8 that was read as cp1252 and saved again is UTF-8 again; invisible rubbish goes."""

import re
from collections.abc import Callable
from dataclasses import replace

from fic2book import markup
from fic2book.ledger import Ledger
from fic2book.model import Document

_LOST_BYTE = re.compile("\u00e2\u20ac[\ufffd\u0081\u008d\u008f\u0090]")
"""The third byte of ” (E2 80 9D) is nothing in cp1252 and many editors lose it; no other mark of text is lost so."""
_STRAY_BYTE = re.compile("[\x80-\x84\x86-\x9f]")
"""What is left of such bytes where no repair was possible: no book can show them."""
_INVISIBLE = re.compile("[\u200b\ufeff\u2028\u2029\u180e](?![\u0300-\u036f])")
"""Zero-width space, byte order mark, separators. Joiners stay: Persian, Hindi and emoji are written with them."""
_THAI_TO_KHMER = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Writing without spaces, where a zero-width space is where words end."""

_SUSPECT = re.compile("[^\x00-\x7f\xa0\u2000-\u200a\u200c-\u2027\u202a-\u206f]")
"""What mojibake and invisible rubbish always hold: a character beyond ASCII and the ordinary marks of print, since the
first byte of every UTF-8 sequence is a letter or a sign in each one-byte encoding."""


def mend_text(text: str) -> str:
    """Return a text with its encoding repaired; one that is not mojibake comes back as it is.

    ``ftfy.fix_encoding`` alone: ``fix_text`` would straighten quotes and undo ligatures as well.
    """
    if not _SUSPECT.search(text):
        return text
    import ftfy  # late: most manuscripts need no repair

    repaired = ftfy.fix_encoding(_LOST_BYTE.sub("\u00e2\u20ac\u009d", text))
    repaired = _STRAY_BYTE.sub("", repaired)
    return repaired if _THAI_TO_KHMER.search(repaired) else _INVISIBLE.sub("", repaired)


def mend(document: Document) -> Document:
    """Return the document with its lines, body and front matter repaired, and says so line by line."""
    ledger = Ledger()
    lines = []
    for line in document.lines:
        text = mend_text(line.text)
        if text != line.text:
            ledger.rewritten("mojibake", line.number, line.text, text)
        lines.append(line if text == line.text else replace(line, text=text))
    if not ledger.changes:
        return document
    return replace(
        document,
        lines=tuple(lines),
        body=_mend_body(document.body),
        metadata={key: _mend_value(value, mend_text) for key, value in document.metadata.items()},
        changes=document.changes + ledger.settled(),
    )


def _mend_body(body: str) -> str:
    root = markup.parse(body)
    for element in root.iter():
        if element.text:
            element.text = mend_text(element.text)
        if element.tail:
            element.tail = mend_text(element.tail)
    return markup.serialise(root, keep_lines=True)


def _mend_value(value: object, repair: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return repair(value)
    if isinstance(value, list | tuple):
        return type(value)(_mend_value(item, repair) for item in value)
    if isinstance(value, dict):
        return {key: _mend_value(item, repair) for key, item in value.items()}
    return value
