"""The keys of a ``[[story]]`` table that are no metadata: what each wants, and how it is read."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from fic2book.config.rows import numbers, rows
from fic2book.model import Related
from fic2book.slugs import slug

SHOWN = ("before", "after", "footnotes", "appendix", "hide")
"""Where notes can stand: ``[notes] show`` and ``disclaimers``, and the same keys of one story."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Key(NamedTuple):
    """One key: the field of ``StorySettings`` or ``Story``, its reader (``None``: not understood), what it wants."""

    field: str
    read: Callable[[object], object | None]
    wants: str
    words: bool = False
    """Whether it takes one word of several: a mistake is then told with what was said."""


def _one_of(*words: str) -> Callable[[object], object | None]:
    return lambda said: said if said in ("", *words) else None


def _yes(said: object) -> bool | None:
    return said if isinstance(said, bool) else None


def _whole(said: object) -> int | None:
    return said if isinstance(said, int) and not isinstance(said, bool) and said >= 0 else None


def _names(said: object) -> frozenset[str] | None:
    """Return the names of rules as the program writes them: ``Scene breaks`` is ``scene_breaks``."""
    items = said.split(",") if isinstance(said, str) else said
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        return None
    plain = ("_".join(item.lower().replace("-", " ").replace("_", " ").split()) for item in items)
    return frozenset(name for name in plain if name)


def _split(said: object) -> str | None:
    if said is False:
        return "never"
    return said.lower() if isinstance(said, str) and said.lower() in ("", *HEADINGS) else None


def _titles(said: object) -> tuple[str, ...] | None:
    given = said if isinstance(said, list) else None
    return tuple(given) if given is not None and all(isinstance(title, str) for title in given) else None


def _related(said: object) -> tuple[Related, ...] | None:
    """Return other works: tables with ``how``, ``title``, ``authors`` and ``url``, or titles alone."""
    items = said if isinstance(said, list) else [said]
    works = [_work({"title": item} if isinstance(item, str) else item) for item in items]
    return tuple(work for work in works if work) if all(works) else None


def _described(said: object) -> Mapping[str, str] | None:
    """Return words by the names of pictures; a name may be written as its file's, ``map.png``."""
    if not isinstance(said, Mapping) or not all(isinstance(words, str) for words in said.values()):
        return None
    return {slug(_PICTURE.sub("", str(name)), 40): " ".join(words.split()) for name, words in said.items()}


def _work(said: object) -> Related | None:
    if not isinstance(said, Mapping) or not _WORK.issuperset(said):
        return None
    names = said.get("authors", said.get("author", []))
    authors = [names] if isinstance(names, str) else names
    words = [said.get("how", "inspired by"), said.get("title", ""), said.get("url", ""), *authors]
    if not all(isinstance(word, str) for word in words) or not (words[1] or words[2]):
        return None
    return Related(how=words[0], title=words[1], url=words[2], authors=tuple(authors))


_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|bmp|tiff?)\Z", re.IGNORECASE)
_WORK = frozenset(("how", "title", "author", "authors", "url"))
_ROWS = 'It wants numbers of lines between double quotes, such as "12-340" or "3-5, 12".'
_SHOWN = f"It is {', '.join(SHOWN[:-1])} or {SHOWN[-1]}, between double quotes."
_NOTE = 'It is "note" or "story".'

KEYS: Mapping[str, Key] = {
    "part": Key("part", _whole, "It wants a number: 1, 2, 3 …"),
    "skip": Key("skip", _yes, "It wants true or false, without quotes."),
    "alone": Key("alone", _yes, "It wants true or false, without quotes."),
    "opening_note": Key("opening_note", _one_of("note", "story"), _NOTE, words=True),
    "closing_note": Key("closing_note", _one_of("note", "story"), _NOTE, words=True),
    "text": Key("text", rows, _ROWS),
    "note": Key("note", rows, _ROWS),
    "breaks": Key("breaks", numbers, "It wants the numbers of lines in brackets: [57, 112]."),
    "off": Key("off", _names, 'It wants names of rules in brackets: ["quotes"].'),
    "split": Key(
        "split", _split, f"It is {', '.join(HEADINGS[:-1])} or {HEADINGS[-1]} between double quotes, or false."
    ),
    "chapters": Key("chapters", _titles, 'It wants the titles of all chapters in brackets: ["Dusk", "Dawn"].'),
    "related": Key("related", _related, 'It wants a table: { how = "inspired by", title = "…", url = "…" }.'),
    "alt": Key("alt", _described, 'It wants a table: { map = "A map of the quay." }.'),
    "show": Key("show_notes", _one_of(*SHOWN), _SHOWN, words=True),
    "disclaimers": Key("show_disclaimers", _one_of(*SHOWN), _SHOWN, words=True),
}
