"""How the book can be read, by whom, and who says so: what shops and libraries show to people before they open it.

The values are those of the Schema.org Accessibility Properties for Discoverability vocabulary, chosen as DAISY's
knowledge base reads them: a cover and the mark of a press carry nothing that must be seen, so they make no book visual.
A claim of conformance is a person's word: EPUB Accessibility 1.1 (4.4.2) wants the name of the party that evaluated
the book, and no program can be that.
"""

from collections.abc import Iterator

from fic2book.manifest.beside import own_pictures, undescribed
from fic2book.model import Anthology, Book
from fic2book.writers.epub.entries import Entry, meta, refining

_STANDARD = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
_FEATURES = (
    "ARIA",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    "unlocked",
)
_SUMMARY = (
    "All of the book is text in reading order, with contents, headings and links; face, size and colours of the text "
    "are the reader’s own choice."
)
_PICTURES = {
    "none": "The only picture is the cover, which is described.",
    "mark": "The cover and the mark of the press are described.",
    "described": "The cover is described, and so are the pictures in the stories.",
    "undescribed": "Some pictures in the stories have no description, so the book does not meet WCAG 2.2.",
}
_PAGES = ("pageBreakMarkers", "pageNavigation")
_NUMBERED = "Page numbers are those of the printed book, whose page breaks are marked in the text."
_NOBODY = "The book is made to meet EPUB Accessibility 1.1 and WCAG 2.2 AA; nobody has evaluated it."


def entries(book: Book) -> Iterator[Entry]:
    """Say how the book can be read, and whether what it shows is described by the people who made it."""
    anthology = book.anthology
    kind = _kind(anthology)
    stated = [("accessibilityHazard", "none"), ("accessMode", "textual")]
    stated += [("accessibilityFeature", feature) for feature in _FEATURES]
    if any(section.kind == "index" for section in book.sections):
        stated.append(("accessibilityFeature", "index"))
    if book.printed:
        stated += [("accessibilityFeature", feature) for feature in _PAGES]
    if kind in {"described", "undescribed"}:
        stated += [("accessMode", "visual"), ("accessModeSufficient", "textual,visual")]
    if kind != "undescribed":
        stated += [("accessModeSufficient", "textual"), ("accessibilityFeature", "alternativeText")]
    yield from (meta(f"schema:{name}", value) for name, value in sorted(stated))
    may_conform = kind != "undescribed"
    sentences = [_SUMMARY, *([_NUMBERED] if book.printed else ()), _PICTURES[kind]]
    if may_conform and not anthology.certified_by:
        sentences.append(_NOBODY)
    yield meta("schema:accessibilitySummary", " ".join(sentences), {"xml:lang": "en"})
    if may_conform and anthology.certified_by:
        yield from _claim(anthology)


def _claim(anthology: Anthology) -> Iterator[Entry]:
    """Repeat what a person who has evaluated the book says of it, with their name and the day."""
    yield meta("dcterms:conformsTo", _STANDARD, {"id": "conformance"})
    yield refining("a11y:certifiedBy", anthology.certified_by, "conformance", {"id": "certifier"})
    if anthology.certified_on:
        yield refining("dcterms:date", anthology.certified_on, "certifier")


def _kind(anthology: Anthology) -> str:
    """Return which pictures there are besides the cover, and whether all of them are described."""
    if any(undescribed(story) for story in anthology.stories):
        return "undescribed"
    if any(own_pictures(story, anthology.language) for story in anthology.stories):
        return "described"
    return "mark" if anthology.imprint.logo else "none"
