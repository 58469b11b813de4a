"""Whether the words that the ledger calls moved are where it says."""

import re
from collections.abc import Iterator, Sequence

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Change, Kind, Note, Related, Series, Story

_REFORMED = frozenset({"words_stated", "published", "updated", "language"})
"""Fields that hold a value in a form of their own: 4.3k becomes 4300, "3 April 2019" 2019-04-03."""
_WORDLESS = frozenset({"body", "ledger", "pictures"})
_KEPT_IN_LEDGER = "front matter"
_LABEL = re.compile(r"\A(?:[^\w:：]|_)*[^:=：\n]{1,60}[:=：]")
_KEY = re.compile(
    r"(?m)^[^\S\n]*+(?:-[^\S\n]*+)?[{]?[^\S\n]*+(?:name|title|number|part)\s*:|,\s*(?:name|title|number|part)\s*:"
)
_CONNECTING = {
    "authors": "by and with und et von par written a story fic oneshot",
    "series": "part of in number no book work series the",
    "related": "inspired by a translation of into available remix in response to for",
    "recipients": "for a gift and to",
    "collection": "in part of collection collections",
    "chapters": "chapter part",
}
"""Words between the values of a field, which the field does not hold."""
_LISTS = "warnings categories fandoms relationships characters tags"
_CONNECTING |= dict.fromkeys(_LISTS.split(), "none na no nil nothing tbd")  # beside others they name nothing


def missing(changes: Sequence[Change], stories: Sequence[Story]) -> tuple[tuple[int, str], ...]:
    """Return (line, words) of what was to be moved into a story's metadata and is not there."""
    moved = [change for change in changes if change.kind is Kind.MOVED and change.after != _KEPT_IN_LEDGER]
    held: dict[str, str] = {}
    found: list[tuple[int, str]] = []
    for change in moved:
        place = change.after
        if place not in held:
            held[place] = "\0".join(letters(text) for story in stories for text in _texts(story, place))
        if place not in _REFORMED or not held[place]:
            words = _not_in(change, held[place])
            found += [(change.line, words)] if words else []
    return tuple(found)


def _not_in(change: Change, held: str) -> str:
    for words in (change.before, _LABEL.sub("", change.before)):
        if letters(words) in held:
            return ""
    connecting = _CONNECTING.get("series" if change.after == "number" else change.after, "").split()
    bare = _KEY.sub(" ", _LABEL.sub("", change.before))
    wanted = (word for word in re.split(r"[\s/,;|]+", bare) if letters(word) and letters(word) not in connecting)
    return " ".join(word for word in wanted if letters(word) not in held)


def _texts(story: Story, place: str) -> Iterator[str]:
    """Give the texts that a place of the metadata holds: a field by its name, or the notes."""
    if place.startswith("note"):
        yield from (markup.plain(note.body) for note in story.notes)
        return
    if place == "number":
        place = "series"
    if place not in Story.__slots__:
        yield from (text for field in Story.__slots__ if field not in _WORDLESS for text in _texts(story, field))
        return
    value = getattr(story, place)
    if place == "summary":
        yield markup.plain(story.summary)
    elif isinstance(value, tuple):
        yield from map(_text, value)
        yield "".join(map(_text, value))
    elif value is not None:
        yield str(value)


def _text(item: object) -> str:
    if isinstance(item, Series):
        return f"{item.name} {item.number}"
    if isinstance(item, Related):
        return f"{item.how} {item.title} {' '.join(item.authors)} {item.url}"
    return markup.plain(item.body) if isinstance(item, Note) else str(item)
