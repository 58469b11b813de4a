"""What fans call a story's properties: front matter, label lines and anthology.toml share this one table."""

import re
from collections.abc import Callable, Iterator, Mapping

from fic2book import markup
from fic2book.model import Note, Place, Series
from fic2book.sources.values import commas, date, language, names, word_count

_WORDS: Mapping[str, str] = {
    "title": "title, titre, titel, título, story title, name",
    "authors": "author, authors, by, writer, writers, written by, pen name, pen names, penname, creator, creators, "
    "pseud, auteur, autor",
    "summary": "summary, blurb, description, synopsis, abstract, about",
    "fandoms": "fandom, fandoms, crossover, crossovers",
    "relationships": "relationship, relationships, ship, ships, pairing, pairings, couple, couples",
    "characters": "character, characters, starring, cast",
    "rating": "rating, rated, rate",
    "warnings": "warning, warnings, archive warning, archive warnings, tw, tws, cw, cws, tw/cw, cw/tw, "
    "trigger warning, trigger warnings, triggers, content warning, content warnings, content note, content notes",
    "categories": "category, categories",
    "tags": "tag, tags, genre, genres, additional tag, additional tags, keyword, keywords, freeform, freeforms, tropes",
    "series": "series, part of",
    "collection": "collection, collections, book, anthology",
    "language": "language, lang, langue, sprache, idioma",
    "published": "published, date, posted, date posted, publication date, written, created",
    "updated": "updated, date updated, last updated, modified, completed",
    "url": "url, link, source, story url, story link, original, originally posted, permalink, found at",
    "permission": "permission, licence, license, permission to archive, copying",
    "words_stated": "words, word count, wordcount, wc, length, words count, count",
    "notes": "note, notes, author's note, author's notes, authors note, authors notes, author note, author notes, "
    "a/n, an, a.n., beginning notes, disclaimer, dedication",
    "status": "status",
    "recipients": "recipient, recipients, gift for, for",
    "chapters_stated": "chapters stated",
    "number": "part, number, series part, series number, series index, volume, installment",
}
_FIELDS: Mapping[str, str] = {word: field for field, said in _WORDS.items() for word in said.split(", ")}
_NONE = re.compile(r"(none|n/?a|no|nil|nothing|tbd|-+|–|—|\?+)(\s*\(.*\))?\.?\Z", re.IGNORECASE)
_OF_SERIES = re.compile(r"part\s+(\d+)\s+of\s+(.+)\Z", re.IGNORECASE)
_NUMBERED = re.compile(r"(.+?)(?<![\s,])[\s,]*(?:#|part\s|no\.\s?|\()(\d+(?:\.\d+)?)\)?\Z", re.IGNORECASE)


def field_of(said: str) -> str:
    """Return the field of ``Story`` that a person's word means (``number`` is a series' part); empty if none."""
    plural = re.sub(r"/s\b|\(s\)", "s", said.strip().strip("*").lower().replace("’", "'"))
    return _FIELDS.get(re.sub(r"[\s_]+|(?<=\w)-(?=\w)", " ", plural), "")


def value(field: str, said: object) -> object | None:
    """Return what was said as the field's own type; ``None`` when it says nothing or cannot be understood.

    Text fields give ``str``, lists tuples of ``str``, ``series`` a tuple of ``Series``, ``notes`` of ``Note``,
    ``summary`` markup, dates ISO, ``language`` BCP 47, ``words_stated`` ``int``.
    """
    found = _READ[field](said) if field in _READ else None
    return found if found not in ("", (), 0) else None


def fields(mapping: Mapping[str, object]) -> dict[str, object]:
    """Return the ``Story`` fields that a mapping in fans' words holds; what it does not know, it leaves out."""
    found: dict[str, object] = {}
    number = ""
    for said, content in mapping.items():
        field = field_of(said)
        if field == "number":
            number = _line(content)
            continue
        read = value(field, content)
        if read is None:
            continue
        before = found.get(field)
        found[field] = (*before, *read) if isinstance(before, tuple) and isinstance(read, tuple) else before or read
    series = found.get("series")
    if number and isinstance(series, tuple) and series and not series[0].number:
        found["series"] = (Series(name=series[0].name, number=number), *series[1:])
    return found


def paragraphs(said: object) -> str:
    """Return a long value as markup; blank lines part its paragraphs."""
    text = "\n\n".join(map(str, said)) if isinstance(said, (list, tuple)) else str(said or "")
    return "".join(markup.paragraph(" ".join(run.split())) for run in re.split(r"\n\s*\n", text) if run.strip())


def _line(said: object) -> str:
    if isinstance(said, (list, tuple)):
        return ", ".join(filter(None, map(_line, said)))
    if isinstance(said, Mapping):
        return ", ".join(f"{key}: {_line(content)}" for key, content in said.items())
    return " ".join(str(said).split()) if said is not None else ""


def _items(said: object, split: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Return a list as it was given, and a line split where that is safe; "none" is no item."""
    given = [_line(item) for item in said] if isinstance(said, (list, tuple)) else list(split(_line(said)))
    return tuple(dict.fromkeys(item for item in given if item and not _NONE.match(item)))


def _series(said: object) -> tuple[Series, ...]:
    return tuple(_each_series(said))


def _each_series(said: object) -> Iterator[Series]:
    if isinstance(said, (list, tuple)):
        for item in said:
            yield from _each_series(item)
    elif isinstance(said, Mapping):
        name = _line(said.get("name") or said.get("title"))
        if name:
            yield Series(name=name, number=_line(said.get("number") or said.get("part")))
    elif _line(said) and not _NONE.match(_line(said)):
        yield _one_series(_line(said))


def _one_series(line: str) -> Series:
    part = _OF_SERIES.match(line)
    if part:
        return Series(name=part[2], number=part[1])
    numbered = _NUMBERED.match(line)
    return Series(name=numbered[1], number=numbered[2]) if numbered else Series(name=line)


def _notes(said: object) -> tuple[Note, ...]:
    body = paragraphs(said)
    return (Note(place=Place.BEFORE, body=body),) if body else ()


_READ: Mapping[str, Callable[[object], object]] = {
    **dict.fromkeys(("title", "collection", "rating", "url", "status", "chapters_stated", "permission"), _line),
    **dict.fromkeys(
        ("warnings", "categories", "fandoms", "relationships", "characters", "tags"),
        lambda said: _items(said, commas),
    ),
    **dict.fromkeys(("authors", "recipients"), lambda said: _items(said, names)),
    "series": _series,
    "language": lambda said: language(_line(said)),
    "published": lambda said: date(_line(said)),
    "updated": lambda said: date(_line(said)),
    "words_stated": lambda said: word_count(_line(said)),
    "summary": paragraphs,
    "notes": _notes,
}
