"""Chapter numbers in titles and file names: "The Grey Quay ch 2", "The Grey Quay - Chapter Two: Salt"."""

import re
from typing import NamedTuple

from fic2book import locales

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_KIND = r"chapter|chap\.?|ch\.?|part|pt\.?|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|глава|rozdział"
_NUMBER = rf"\d{{1,3}}|[ivxl]{{1,7}}|{'|'.join(_ONES)}"
_CHAPTER = re.compile(
    rf"(?P<work>.*?)(?P<gap>\A|[\s,:;–—|(\[_-]+)(?P<heading>(?P<kind>{_KIND})\s*(?P<number>{_NUMBER})"
    r"(?:\s*(?:/|of)\s*\d+)?(?:\s*[:.–—|-]+\s*(?P<name>\S.*?))?)\s*[)\]]?\s*\Z",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?:ch|chap)\.?(?=\s*\d)", re.IGNORECASE)


class Numbered(NamedTuple):
    """What a title or a file's name says of a chapter."""

    work: str
    """The work's title; empty when only the chapter is named."""
    number: int
    heading: str
    """The chapter's own words: ``Chapter Two: Salt``."""
    kind: str
    """The word before the number, in lower case and without a full stop."""


def numbered(title: str) -> Numbered | None:
    """Read a work's title and a chapter's number off a title; ``None`` when it names no chapter."""
    found = _CHAPTER.match(" ".join(title.replace("_", " ").split()))
    number = _value(found["number"].lower()) if found else 0
    if not found or not number:
        return None
    heading = found["heading"]
    heading = _SHORT.sub("Chapter" if heading[0].isupper() else "chapter", heading, count=1)
    work = found["work"].strip(" ,:;–—|([-")
    return Numbered(work, number, heading[0].upper() + heading[1:], found["kind"].lower().rstrip("."))


def _value(said: str) -> int:
    """Return the number that digits, a word or Roman numerals mean; 0 when they are no number."""
    if said.isdigit():
        return int(said)
    if said in _ONES:
        return _ONES.index(said) + 1
    values = [_ROMAN[letter] for letter in said]
    total = sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
    return total if locales.roman(total).lower() == said else 0
