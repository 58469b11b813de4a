"""Front matter: what is known of a story, in YAML that says exactly this, by the keys that people use."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from fic2book.model import Story
from fic2book.sources.restored import LINES, LISTS, RELATED, SERIES, WORDS

_PLAIN = re.compile(r"[^\W\d_][\w ’“”'.,!?()/&+–—-]*\Z")
"""What YAML reads as it stands: no sign in it or before it means anything."""
_SPOKEN = frozenset(["yes", "no", "on", "off", "true", "false", "null", "y", "n"])
_SPACES = frozenset(" \xa0\u202f\u2009\u3000")


def front_matter(story: Story) -> str:
    """Return the block with its two rules, for a file whose text is finished."""
    said = ["---", "restored: true", *_lines(story), "---"]
    return "\n".join(said)


def _lines(story: Story) -> Iterator[str]:
    for key, field in LINES.items():
        if getattr(story, field):
            yield f"{key}: {value(getattr(story, field))}"
    if story.words_stated:
        yield f"{WORDS}: {story.words_stated}"
    for key, field in LISTS.items():
        yield from _list(key, getattr(story, field))
    yield from _tables(SERIES, [{"name": one.name, "number": one.number} for one in story.series])
    yield from _tables(
        RELATED,
        [{"how": one.how, "title": one.title, "authors": one.authors, "url": one.url} for one in story.related],
    )


def _list(key: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"{key}:"
        yield from (f"  - {value(item)}" for item in items)


def _tables(key: str, tables: Sequence[Mapping[str, str | tuple[str, ...]]]) -> Iterator[str]:
    if tables:
        yield f"{key}:"
    for table in tables:
        given = {name: said for name, said in table.items() if said}
        for at, (name, said) in enumerate(given.items()):
            words = value(said) if isinstance(said, str) else f"[{', '.join(map(_quoted, said))}]"
            yield f"  {'-' if at == 0 else ' '} {name}: {words}"


def value(words: str) -> str:
    """Return words as YAML reads them back, bare where that is safe."""
    is_bare = _PLAIN.match(words) and words == words.strip() and words.casefold() not in _SPOKEN
    is_bare = is_bare and all(map(_shows, words)) and unicodedata.is_normalized("NFC", words)
    return words if is_bare else _quoted(words)


def _quoted(words: str) -> str:
    """Return words between double quotes; JSON's escapes are YAML's too."""
    joins = not unicodedata.is_normalized("NFC", words)  # decoding would join its signs
    hidden = {ord(sign): _number(sign) for sign in words if sign >= "\x7f" and (joins or not _shows(sign))}
    return json.dumps(words, ensure_ascii=False).translate(hidden)


def _shows(sign: str) -> bool:
    """Tell a character that stays what it is in a text file."""
    return sign in _SPACES or (sign.isprintable() and not sign.isspace())


def _number(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
