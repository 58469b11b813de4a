"""Sections become XHTML documents: names, what each part is called in EPUB's vocabulary, links between files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fic2book import letters, markup
from fic2book.markup import Element
from fic2book.model import Book, Image, Printed, Section, Story, Theme
from fic2book.slugs import unique
from fic2book.words import Words, writing_direction
from fic2book.writers import titling
from fic2book.writers.epub import page_breaks
from fic2book.writers.epub.splitting import split
from fic2book.writers.pictures import files, shown

OPS = "http://www.idpf.org/2007/ops"
FOLDER = "text/"
IMAGES = "images/"
_TYPE = f"{{{OPS}}}type"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = {
    "cover": "cover",
    "half-title": "halftitlepage",
    "title-page": "titlepage",
    "colophon": "colophon",
    "dedication": "dedication",
    "contents": "toc",
    "content-notes": "notice",
    "foreword": "foreword",
    "part": "part",
    "story": "chapter",
    "notes": "appendix",
    "afterword": "afterword",
    "credits": "other-credits",
    "about": "contributors",
    "press": "colophon",
}
"""An index is called so by its role alone: EPUB Indexes 1.0 wants one list in what is typed as one, ours has many."""
_ROLES = {"doc-noteref": "noteref", "doc-footnote": "footnote", "doc-backlink": "backlink"}
_VERY_SHORT, _FEW_WORDS = "drabble", 200
"""Class of a story that its style sheet closes with an ornament, and the words that it has at most."""
_VOID = frozenset({"br", "hr", "img"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document of the EPUB; a long story has several."""

    id: str
    name: str
    """Inside the package, such as ``text/the-lamp.xhtml``."""
    section: Section
    content: bytes
    signs: frozenset[str]
    """All characters that a font has to show."""
    display: frozenset[str]
    """Those of them that may be set in a face for titles: in headings, and as drop caps."""
    tags: frozenset[str]
    """What bold and italic it holds: ``b``, ``i`` and, one inside the other, ``bi``."""
    ids: tuple[str, ...]
    """In the order of the text, the marks of printed pages among them."""
    pictures: frozenset[str]
    """Addresses of what it shows, as they stand in it."""
    is_first: bool
    """False for the second and later documents of a section."""
    breaks: tuple[page_breaks.Break, ...] = ()
    """Where pages of the printed book begin, in order."""


def documents(book: Book, words: Words) -> tuple[Page, ...]:
    """Return the documents in reading order, the cover first.

    A section's file has its id for a name, its second file the id with ``.2`` (no id holds a point), so that the names
    of unchanged stories stay what they are whatever else is in the book.
    """
    sections = (_cover(book, words), *book.sections)
    pictures = {address: f"../{IMAGES}{file.name}" for address, file in files(book.anthology).items()}
    trees = [
        (section, f"{section.id}.{number}", root)
        for section in sections
        for number, root in _roots(section, pictures, book.theme)
    ]
    if book.printed:
        _mark_pages(book.printed, [(section.id, root) for section, _, root in trees])
    names = [name.removesuffix(".1") for _, name, _ in trees]
    found = [frozenset(_ids(root)) for _, _, root in trees]
    places = {one: f"{name}.xhtml" for name, ids in zip(names, found, strict=True) for one in sorted(ids)}
    places |= {section.id: f"{section.id}.xhtml" for section in sections}
    trees.reverse()
    pages = []
    for name, ids in zip(names, found, strict=True):
        section, _, root = trees.pop()  # a tree is let go of as soon as its page is made
        pages.append(_page(section, name, root, places, ids))
    return tuple(pages)


def _mark_pages(printed: Printed, roots: list[tuple[str, Element]]) -> None:
    """Mark the printed pages when the documents are split, so that their names do not depend on the marks."""
    of_section: dict[str, list[Element]] = {}
    for name, root in roots:
        of_section.setdefault(name, []).append(root)
    page_breaks.mark(of_section, printed)


def head(title: str, language: str, css: str, body_type: str = "") -> tuple[str, str]:
    """Return what stands before and behind a document's body."""
    lang = f'lang="{markup.escape(language)}" xml:lang="{markup.escape(language)}"'
    direction = ' dir="rtl"' if writing_direction(language) == "rtl" else ""
    kind = f' epub:type="{body_type}"' if body_type else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="{OPS}" {lang}{direction}>\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{markup.escape(title)}</title>\n'
        f'<link rel="stylesheet" type="text/css" href="{css}"/>\n</head>\n<body{kind}>\n',
        "\n</body>\n</html>\n",
    )


def _cover(book: Book, words: Words) -> Section:
    name = unique("cover", "page", frozenset(section.id for section in book.sections))
    root = markup.new("section", id=name, class_="cover", aria_label=words.cover)
    root.append(markup.new("img", src=f"../{cover_name(book.cover)}", alt=book.cover.alt or words.cover))
    body = markup.new("body")
    body.append(root)
    return Section(
        id=name,
        kind="cover",
        title=words.cover,
        matter="front",
        body=markup.serialise(body),
        language=words.language,
    )


def cover_name(cover: Image) -> str:
    """Return the cover picture's name inside the package."""
    return f"{IMAGES}cover.png" if cover.media_type == "image/png" else f"{IMAGES}cover.jpg"


def _roots(section: Section, pictures: Mapping[str, str], theme: Theme) -> Iterator[tuple[int, Element]]:
    """Yield the numbered roots of a section's documents, with EPUB's names on them and on the ``pictures``."""
    holder = markup.parse(f'<div xmlns:epub="{OPS}">{section.body}</div>')[0]
    root = holder[0]
    if section.kind in _KINDS:
        root.set(_TYPE, _KINDS[section.kind])
    for element in root.iter():
        kind = _ROLES.get(element.get("role", ""))
        if kind:
            element.set(_TYPE, kind)
        if "lang" in element.attrib:
            element.set(_XML_LANG, element.get("lang", ""))
    for image in root.iter("img"):
        image.set("src", pictures.get(image.get("src", ""), image.get("src", "")))
    if section.story and _is_very_short(section.story):
        root.set("class", f"{root.get('class', '')} {_VERY_SHORT}".strip())
    titling.mark(root, theme)
    yield from enumerate(split(root), 1)


def _is_very_short(story: Story) -> bool:
    """Tell whether a story is over so soon that an ornament should show that this is all: a drabble and its like."""
    has_more = "<hr" in story.body or 'class="chapter"' in story.body or story.pictures
    return not has_more and letters.words(markup.plain(story.body)) <= _FEW_WORDS


def _ids(root: Element) -> Iterator[str]:
    return (element.get("id", "") for element in root.iter() if "id" in element.attrib)


def _page(section: Section, name: str, root: Element, places: Mapping[str, str], ids: frozenset[str]) -> Page:
    for link in root.iter("a"):
        target = link.get("href", "")
        if target.startswith("#") and target[1:] not in ids and target[1:] in places:
            link.set("href", f"{places[target[1:]]}{target}")
    for element in root.iter():
        if not len(element) and not element.text and element.tag not in _VOID:
            element.text = ""
    before, behind = head(section.title, section.language, "../styles/book.css", f"{section.matter}matter")
    if name != section.id:
        root.set("aria-label", section.title)
    body = markup.new("body")
    signs, display = frozenset(markup.text_of(root)), frozenset(titling.display_text(root))
    tags = frozenset(_emphasis(root))
    body.append(root)
    return Page(
        id=name,
        name=f"{FOLDER}{name}.xhtml",
        section=section,
        content=f"{before}{markup.serialise(body)}{behind}".encode(),
        signs=signs,
        display=display,
        tags=tags,
        ids=tuple(_ids(root)),
        pictures=shown((root,)),
        is_first=name == section.id,
        breaks=tuple(page_breaks.breaks(root)),
    )


def _emphasis(root: Element) -> Iterator[str]:
    for element in root.iter("b", "strong", "th", "dt"):
        yield "b"
        around = {ancestor.tag for ancestor in element.iterancestors()} | {inner.tag for inner in element.iter()}
        if around & {"i", "em", "cite", "dfn"}:
            yield "bi"
