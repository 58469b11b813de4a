"""Text rule: UTF-8 that was read as cp1252 and saved again is UTF-8 again; invisible rubbish goes."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import unescape
from itertools import pairwise

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
    """Return the document with its lines, body and front matter repaired, and says so line by line.

    What is repaired in a line and not in the markup made of it, or the other way round, stays as it is in both: a
    word must be the same word in both.
    """
    repaired = {line.number: text for line in document.lines if (text := mend_text(line.text)) != line.text}
    if not repaired:
        return document
    body = document.body
    if body:
        body, doubtful = _mend_body(document)
        repaired = {number: text for number, text in repaired.items() if number not in doubtful}
    ledger = Ledger()
    lines = []
    for line in document.lines:
        text = repaired.get(line.number, line.text)
        if text != line.text:
            ledger.rewritten("mojibake", line.number, line.text, text)
        lines.append(line if text == line.text else replace(line, text=text))
    return replace(
        document,
        lines=tuple(lines),
        body=body,
        metadata={key: _mend_value(value, mend_text) for key, value in document.metadata.items()},
        head={key: tuple(map(mend_text, values)) for key, values in document.head.items()},
        changes=document.changes + ledger.settled(),
    )


def _mend_body(document: Document) -> tuple[str, set[int]]:
    """Return the body repaired row by row, and the rows that stay as they are."""
    root = markup.parse(document.body)
    texts = {line.number: line.text for line in document.lines}
    doubtful: set[int] = set()
    blocks: dict[int, list[markup.Element]] = {}
    for block in root.iter():
        if block.get("data-line") and block.tag != "br":
            blocks.setdefault(int(block.get("data-line", "0")), []).append(block)
    following = dict(pairwise([*sorted(blocks), max(texts, default=0) + 1]))
    for first, begun in blocks.items():
        rows = range(first, max(following[first], first + 1))
        if not _mend_blocks(begun, [texts.get(row, "") for row in rows]):
            doubtful.update(rows)
    return markup.serialise(root, keep_lines=True), doubtful


def _mend_blocks(blocks: list[markup.Element], said: list[str]) -> bool:
    """Repair the words of the blocks that begin in a row; tell whether their rows, repaired, say the same."""
    slots = [(element, name) for block in blocks for element, name in _slots(block) if getattr(element, name)]
    texts = [getattr(element, name) for element, name in slots]
    repaired = [mend_text(text) for text in texts]
    mended = [mend_text(row) for row in said]
    if mended == said and repaired == texts:
        return True
    if _foreign(texts) != _foreign(map(unescape, said)) or _foreign(repaired) != _foreign(map(unescape, mended)):
        return False
    for (element, name), new in zip(slots, repaired, strict=True):
        setattr(element, name, new)
    return True


def _foreign(texts: Iterable[str]) -> str:
    """Return the letters beyond ASCII in order: what mojibake is made of, and what Markdown's own signs are not."""
    return "".join(character for text in texts for character in text if character > "\x7f" and character.isalnum())


def _slots(block: markup.Element) -> Iterator[tuple[markup.Element, str]]:
    """Give the places of text in a block, those of blocks with rows of their own left out."""
    yield block, "text"
    for child in block:
        if child.tag not in markup.BLOCKS or not child.get("data-line"):
            yield from _slots(child)
        yield child, "tail"


def _mend_value(value: object, repair: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return repair(value)
    if isinstance(value, list | tuple):
        return type(value)(_mend_value(item, repair) for item in value)
    if isinstance(value, dict):
        return {key: _mend_value(item, repair) for key, item in value.items()}
    return value
