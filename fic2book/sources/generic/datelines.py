"""Lines that a blog sets over or below a post: the day, the writer's name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Kind, Sure
from fic2book.sources import look, rows
from fic2book.sources.values import date

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}})"
)
_DATED = re.compile(
    rf"(?:(?:posted|published|written|updated|date)\b)?\W*(?:on\W+)?(?:\w+day,?\s+)?(?P<day>{_DAY})"
    r"(?:\W+(?:at\s+)?\d{1,2}:\d\d(?:\s*[ap]m)?)?(?:\W*\bby\s+(?P<name>\S.{0,40}?))?\W*\Z",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"posted by\s+(?P<name>\S.{{0,40}}?)\s+(?:at|on)\s+(?:{_DAY}\W*)?(?:at\s+)?(?:\d{{1,2}}:\d\d(?:\s*[ap]m)?)?\W*\Z",
    re.IGNORECASE,
)
BEHIND = 4  # rows below a story in which a blog names the writer
_BY_ON = re.compile(
    rf"(?:(?:posted|published|written)\s+)?by\s+(?P<name>\S.{{0,40}}?)\W+(?:on\s+)?(?P<day>{_DAY})\W*\Z", re.IGNORECASE
)


@dataclass(slots=True)
class Opening:
    """What stands over a story."""

    title: Element | None = None
    blocks: list[Element] = field(default_factory=list)
    """The title and the by-line, where they stand outside the story's own part of the page."""
    facts: dict[str, object] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def take_day(row: Element, opening: Opening, rule: str) -> bool:
    """Read the day, and the name if there is one, off a line such as "Posted on March 3, 2019 by ada_quay"."""
    text = look.text(row)
    found = _DATED.match(text) or _BY_ON.match(text) if len(text) < 120 else None
    if not found or not date(found["day"]):
        return False
    opening.facts.setdefault("published", date(found["day"]))
    if found["name"]:
        opening.facts.setdefault("authors", [found["name"].strip()])
    opening.changes += [
        Change(rule=rule, kind=Kind.MOVED, line=number, before=words, after=to, sure=Sure.LIKELY)
        for number, words in rows.words_by_row(row).items()
        for words, to in _sorted(words, found)
    ]
    return True


def take_signature(row: Element, opening: Opening, rule: str) -> bool:
    """Read the name off what a blog sets below a post: "Posted by ada_quay at 10:11 PM"."""
    found = _POSTED.match(look.text(row))
    if not found:
        return False
    opening.facts.setdefault("authors", [found["name"]])
    known = opening.facts["authors"] == [found["name"]]
    for number, words in rows.words_by_row(row).items():
        for part, to in _sorted(words, found):
            kind = Kind.MOVED if to == "authors" and known else Kind.REMOVED
            after = to if kind is Kind.MOVED else ""
            opening.changes.append(Change(rule=rule, kind=kind, line=number, before=part, after=after))
    return True


def _sorted(words: str, found: re.Match[str]) -> Iterable[tuple[str, str]]:
    """Part a date line into what names the writer and what names the day."""
    if not found["name"]:
        return [(words, "published")]
    before, name, after = words.partition(found["name"])
    parts = [(before.strip(), "published"), (name, "authors"), (after.strip(), "published")]
    return [(part, to) for part, to in parts if letters(part)]
