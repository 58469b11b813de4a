"""What a file's name tells: ``Title - Author``, ``12345 Title - Author``, ``03. Title``, ``author--title``."""

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from fic2book.letters import letters

_WORK_NUMBER = re.compile(r"\d{4,}[ _]+(?=\S)")
_IN_ORDER = re.compile(r"(?:\d{1,3}\s*[.)]\s+|\d{1,3}\s+[-–—]\s+|\(\d{1,3}\)\s*|\d{3}[ _]+|0\d{1,2}[ _-]+)(?=\S)")
_PARTS = re.compile(r"(.+?)(?:\s+[-–—]\s+|\s*--\s*)(.+)\Z")
_BY = re.compile(r"(.+?)[\s,(]+by\s+([^)]+)\)?\Z", re.IGNORECASE)
_COPY = re.compile(r"\s*(?:\(\d{1,2}\)|- copy|\(copy\)| copy)\Z", re.IGNORECASE)


class Named(NamedTuple):
    """What a file's name says."""

    title: str
    author: str


def read(file: str, title: str = "") -> Named:
    """Return title and author of a file's name; the title that the text has tells which part is which.

    Without one, ``Title - Author`` is taken, as downloaders name their files. The author is empty when the name tells
    none, or when it is another story's name than the text's.
    """
    stem = _bare(PurePosixPath(file).stem)
    parts = _PARTS.match(stem)
    by = _BY.match(stem)
    known = letters(title)
    ways = [Named(_readable(stem), "")]
    if parts:
        slug = "--" in stem
        one, two = parts[1], parts[2]
        ways = [Named(_readable(one), _name(two, slug=slug)), Named(_readable(two), _name(one, slug=slug)), *ways]
    if by:
        ways.append(Named(_readable(by[1]), _name(by[2])))
    if not known:
        return ways[0]
    return next((way for way in ways if letters(way.title) == known), Named(title, ""))


def _bare(stem: str) -> str:
    """Return a file's name without a downloader's number, a place in an order, and the mark of a second copy."""
    words = stem if " " in stem or "_" not in stem else stem.replace("_", " ")
    for front in (_WORK_NUMBER, _IN_ORDER):
        words = front.sub("", words, count=1) if front.match(words) else words
    return _COPY.sub("", words).strip() or stem


def _readable(stem: str) -> str:
    words = stem.replace("_", " ")
    words = words if " " in words else words.replace("-", " ")
    words = " ".join(words.split())
    return words.title() if words.islower() else words


def _name(said: str, *, slug: bool = False) -> str:
    """Return a writer's name; a pen name keeps its signs and small letters, but not that of ``poe--raven``."""
    plain = said.strip()
    return _readable(plain) if slug and plain.islower() else plain
