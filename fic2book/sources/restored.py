"""A story that `extract` took out of a book: what its front matter says is so, and its text is the book's."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from fic2book import markup
from fic2book.ledger import Ledger
from fic2book.markup import Element
from fic2book.model import Document, Note, NoteKind, Place, Related, Series, Story

FORMAT = "restored"
LINES: Mapping[str, str] = {
    "title": "title",
    "origin": "origin",
    "collection": "collection",
    "language": "language",
    "rating": "rating",
    "published": "published",
    "updated": "updated",
    "url": "url",
    "permission": "permission",
    "chapters stated": "chapters_stated",
    "status": "status",
}
"""Key of the front matter → the field of ``Story`` that it says, as it stands."""
LISTS: Mapping[str, str] = {
    "authors": "authors",
    "recipients": "recipients",
    "fandoms": "fandoms",
    "relationships": "relationships",
    "characters": "characters",
    "warnings": "warnings",
    "categories": "categories",
    "tags": "tags",
    "pictures left out": "images_left_out",
}
WORDS, SERIES, RELATED = "words", "series", "related"
NOTE, SUMMARY = "note", "summary"
"""Classes of the ``<aside>`` elements that are no part of the text."""
CHAPTER = "chapter-"
"""A note's class ``chapter-2`` says which chapter it belongs to."""


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the one story of such a file."""
    if document.format != FORMAT:
        return ()
    root = markup.parse(document.body)
    asides = [block for block in root if block.tag == "aside" and _classes(block) & {NOTE, SUMMARY}]
    for aside in asides:
        markup.remove(aside)
    body = markup.serialise(root, keep_lines=True)
    told = [aside for aside in asides if NOTE not in _classes(aside)]
    shown = (body, *map(markup.serialise_block, asides))
    said = dict(_said(document.metadata))
    story = Story(
        file=document.file,
        title=said.pop("title", ""),
        origin=said.pop("origin", "") or FORMAT,
        body=body,
        finished=True,
        summary="".join(map(_inner, told)),
        notes=tuple(_note(aside) for aside in asides if aside not in told),
        pictures=tuple(one for one in document.pictures if any(f'"picture:{one.name}"' in text for text in shown)),
        ledger=Ledger([*document.changes]).settled(),
        **said,
    )
    return (replace(story, images_left_out=(*story.images_left_out, *document.images_left_out)),)


def _said(metadata: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    for key, field in LINES.items():
        if key in metadata:
            yield field, _line(metadata[key])
    for key, field in LISTS.items():
        if key in metadata:
            yield field, tuple(map(_line, _items(metadata[key])))
    count = _line(metadata.get(WORDS, ""))
    if count.isascii() and count.isdigit():
        yield "words_stated", int(count)
    yield "series", tuple(_series(one) for one in _items(metadata.get(SERIES, [])))
    yield "related", tuple(_related(one) for one in _items(metadata.get(RELATED, [])))


def _items(said: object) -> list[object]:
    return said if isinstance(said, list) else [said] if said else []


def _line(said: object) -> str:
    return said if isinstance(said, str) else ""


def _series(said: object) -> Series:
    table = said if isinstance(said, dict) else {"name": said}
    return Series(name=_line(table.get("name", "")), number=_line(table.get("number", "")))


def _related(said: object) -> Related:
    table = said if isinstance(said, dict) else {"how": "inspired by", "title": said}
    words = {key: _line(table.get(key, "")) for key in ("how", "title", "url")}
    return Related(**words, authors=tuple(map(_line, _items(table.get("authors", [])))))


def _note(aside: Element) -> Note:
    classes = _classes(aside)
    chapter = next((name.removeprefix(CHAPTER) for name in classes if name.startswith(CHAPTER)), "0")
    return Note(
        place=Place.AFTER if Place.AFTER.value in classes else Place.BEFORE,
        kind=next((kind for kind in NoteKind if kind.value in classes and kind is not NoteKind.NOTE), NoteKind.NOTE),
        chapter=int(chapter) if chapter.isascii() and chapter.isdigit() else 0,
        body=_inner(aside),
        line=markup.line_of(aside),
    )


def _inner(aside: Element) -> str:
    """Return what an aside holds, without the line ends between its blocks."""
    aside.text = aside.text if (aside.text or "").strip() else None
    for block in aside:
        block.tail = block.tail if (block.tail or "").strip() else None
    return markup.serialise(aside)


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())
