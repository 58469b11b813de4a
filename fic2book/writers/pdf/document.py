"""The book's sections as the one HTML document that goes to the press."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Anthology, Book, PageDesign, Section
from fic2book.words import language_tag, words_of
from fic2book.writers import numbering, titling
from fic2book.writers.pdf import (
    colophon,
    contents,
    cover_page,
    drop_caps,
    folios,
    imprint,
    long_words,
    openers,
    pictures,
    qr_codes,
    ruby,
    running_heads,
    scene_breaks,
    tables,
    titles,
)
from fic2book.writers.pictures import files, name_in_order

_VOID = frozenset({"br", "hr", "img", "meta"})
_EPUB = "http://www.idpf.org/2007/ops"


class Set(NamedTuple):
    """A section ready for the press."""

    section: Section | None
    """Nothing for the cover's page."""
    element: Element
    drawings: Mapping[str, bytes]
    """What was drawn for it, by name."""


def sections(book: Book, page: PageDesign) -> tuple[Set, ...]:
    """Return the cover's page and all sections of the book, in order."""
    words = words_of(language_tag(book.anthology.language))
    shown, numbered = files(book.anthology), numbering.numbers(book)
    first = next((section.id for section in book.sections if section.matter == "body"), "")
    room = running_heads.room(book.theme, page)
    made = [Set(None, cover_page.section(book.front or book.cover, words.cover, page.width / page.height), {})]
    for section in book.sections:
        element = _element(section)
        places = ([f"first-{section.kind}"] if section.id == first else []) + (["in-part"] if section.part else [])
        places += ["drabble"] if section.story and openers.is_drabble(section.story, page) else []
        element.set("class", " ".join([section.kind, section.matter, *places]))
        _name(element, section)
        running_heads.set_heads(element, section, book.anthology, room)
        _number(element, numbered.get(section.id, ""))
        scene_breaks.draw(element, words.scene_break, book.theme, page)
        if section.story:
            name_in_order(element, section.id)
        pictures.place(element, shown, page)
        ruby.bracket(element)
        long_words.divide(element)
        tables.tighten(element, page)
        titling.mark(element, book.theme)
        titles.balance_display(element, section, book.theme, page)
        made.append(Set(section, element, _arrange(element, section, book, page)))
    return tuple(made)


def html(elements: Sequence[Element], head: Element, *, language: str, rectos: bool) -> str:
    """Return sections as one HTML document."""
    body = markup.new("body", class_="rectos" if rectos else "any")
    body.extend(elements)
    root = markup.new("html", lang=language)
    root.extend([head, body])
    return f"<!DOCTYPE html>{_html(root)}"


def _arrange(element: Element, section: Section, book: Book, page: PageDesign) -> dict[str, bytes]:
    """Do what only one kind of section needs; return what is drawn for it."""
    folios.name_pages(element, words_of(section.language))
    if section.kind in {"contents", "content-notes"}:
        contents.add_folios(element, page)
    elif section.kind == "index":
        folios.locate(element, words_of(section.language))
    elif section.kind == "colophon":
        colophon.sink(element, page)
    elif section.kind == "title-page":
        imprint.make_room(element)
    elif section.kind == "press":
        imprint.even_out(element, book.theme, page)
    elif section.kind == "credits" and book.anthology.qr:
        return qr_codes.draw(element, page)
    elif section.story:
        cap = drop_caps.wrap(element, page, book.theme)
        return {cap.name: cap.drawing} if cap else {}
    return {}


def _name(element: Element, section: Section) -> None:
    """Say what a section and its chapters are called in the outline."""
    element.set("lang", section.language)
    if section.kind != "half-title":
        element.set("data-label", section.title)
    labels = dict(section.children)
    for part in element.iter("section"):
        label = labels.get(part.get("id", ""))
        if label:
            part.set("data-label", label)


def _number(element: Element, number: str) -> None:
    for opener in element.iter("header"):
        if number:
            opener.set(numbering.ATTRIBUTE, number)


def _element(section: Section) -> Element:
    """Return a section's own element, without the attributes that only an EPUB knows."""
    holder = markup.parse(f'<div xmlns:epub="{_EPUB}">{section.body}</div>')[0]
    for part in holder.iter():
        for name in [name for name in part.attrib if str(name).startswith("{")]:
            del part.attrib[name]
    return holder[0]


def head(anthology: Anthology) -> Element:
    """Return the head of the book's document: its title and what is told of it."""
    made = markup.new("head")
    made.append(markup.new("title", anthology.title))
    made.extend(markup.new("meta", name=name, content=content) for name, content in _metadata(anthology) if content)
    return made


def _metadata(anthology: Anthology) -> Iterator[tuple[str, str]]:
    date = anthology.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    for author in anthology.authors:
        yield "author", author
    yield "description", anthology.description
    yield "generator", "fic2book"
    yield "dcterms.created", date
    yield "dcterms.modified", date


def _html(root: Element) -> str:
    """Serialise a tree so that an HTML parser reads the same tree: empty elements get their end tags."""
    for element in root.iter():
        if element.text is None and not len(element) and element.tag not in _VOID:
            element.text = ""
    holder = markup.new("body")
    holder.append(root)
    return markup.serialise(holder)
