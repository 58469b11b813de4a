"""A title and its writer on one line: "The Grey Quay by ada_quay", "The Grey Quay — Ada Quay"."""

import re
from typing import NamedTuple

from fic2book.letters import letters
from fic2book.sources import file_names

_PARTS = re.compile(r"(?P<title>\S.*?)(?P<between>,?\s+by:?\s+|\s+[-–—~|]\s+)(?P<author>\S.{0,60})\Z", re.IGNORECASE)
_PEN_NAME = re.compile(r"@?(?=\w*[_\d])[a-z][\w.-]{2,40}\Z")
"""A name that is no word: small letters with a digit or an underscore among them."""
_QUOTED = re.compile(r"[“\"«„].+[”\"»“]\Z")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}\Z")


_APART = re.compile(r"\s[-–—]\s|--")


class WithAuthor(NamedTuple):
    """The two parts of a line, as they stand."""

    title: str
    author: str
    said: str
    """The author with the word before it: ``by ada_quay``."""


def read(line: str, file: str) -> WithAuthor | None:
    """Part a line where it is sure: a pen name, a title in quotes or before a comma, or both in the file's name.

    "Found by Silver Light" and "Love — Again" are titles: ``None``.
    """
    found = _PARTS.match(line.strip())
    if not found:
        return None
    title, author, between = found["title"], found["author"].strip(), found["between"]
    known = file_names.read(file, title)
    named = bool(known.author) and letters(known.author) == letters(author) and _APART.search(file) is not None
    by = between.strip(" ,:").lower() == "by"
    set_off = by and _NAME.match(author) is not None and ("," in between or _QUOTED.match(title) is not None)
    sure = named or _PEN_NAME.match(author) is not None or set_off
    return WithAuthor(title, author, f"{between.strip()} {author}" if by else author) if sure else None
