"""What a page, a package or Word says about itself, as a person's front matter would."""

import re
from collections.abc import Iterator, Mapping

from fic2book.model import Change, Document, Kind, Sure

_FIRST: Mapping[str, tuple[str, ...]] = {
    "title": ("dc:title", "og:title"),
    "authors": ("dc:creator", "meta author", "article:author", "meta dc.creator", "meta byl"),
    "language": ("dc:language", "lang"),
    "published": ("article:published_time", "dc:date", "meta dc.date", "meta date"),
    "updated": ("article:modified_time",),
    "url": ("link canonical", "og:url", "dc:source"),
}
_WRITERS = re.compile(
    r"microsoft|word|libreoffice|openoffice|google docs|pages|scrivener|abiword|wordperfect|onlyoffice", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_GUESS = 'A word processor wrote a name into this file. It is not printed: authors = ["…"] prints a name.'


def facts(document: Document) -> dict[str, object]:
    """Return what the head states, by the names of ``Story``'s fields; a word processor's names are left out."""
    found: dict[str, object] = {}
    for name, keys in _FIRST.items():
        said = next((document.head[key] for key in keys if document.head.get(key)), ())
        if said and not (name == "authors" and is_of_word_processor(document)):
            found[name] = said if name == "authors" else said[0]
    if isinstance(found.get("authors"), tuple):
        found["authors"] = tuple(_names(found["authors"]))
    series = document.head.get("calibre:series", ())
    if series:
        found["series"] = [{"name": series[0], "number": _number(document)}]
    return found


def guesses(document: Document) -> Iterator[Change]:
    """Give the names that a word processor wrote into its file: a person's own, perhaps, and no pen name."""
    if not is_of_word_processor(document):
        return
    names = (name for key in ("dc:creator", "meta author", "cp:lastModifiedBy") for name in document.head.get(key, ()))
    for name in dict.fromkeys(names):
        yield Change(rule="properties", kind=Kind.FLAGGED, line=0, before=name, after=_GUESS, sure=Sure.GUESSED)


def is_of_word_processor(document: Document) -> bool:
    """Tell whether a word processor made the file, and so put its user's name in."""
    if document.format == "docx":
        return True
    return any(_WRITERS.search(said) for said in document.head.get("meta generator", ()))


def _names(said: object) -> Iterator[str]:
    for name in said if isinstance(said, tuple) else ():
        if not _ADDRESS.match(name) and name.lower() not in {"unknown", "admin", "administrator"}:
            yield name


def _number(document: Document) -> str:
    said = next(iter(document.head.get("calibre:series_index", ())), "")
    return said.removesuffix(".0")
