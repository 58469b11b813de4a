"""The book as an EPUB 3.3 with EPUB 2's contents beside it: the same bytes for the same book, on every machine."""

from collections.abc import Iterator
from dataclasses import replace

from fic2book import manifest, raster
from fic2book.model import Book, Image, Written
from fic2book.words import words_of
from fic2book.writers import numbering, pictures
from fic2book.writers.epub import metadata, navigation
from fic2book.writers.epub.container import File, Package, pack
from fic2book.writers.epub.documents import IMAGES, Page, documents
from fic2book.writers.epub.ornaments import ornaments
from fic2book.writers.epub.typefaces import named_faces, typefaces

_ON_ANY_PAGE = "#757575"
"""A grey that stands out from white and from black alike, 4.6 : 1 from both."""


def write(book: Book) -> Written:
    """Return the finished EPUB under its suffix."""
    words = words_of(book.anthology.language)
    pages = documents(book, words)
    theme = replace(book.theme, epub_css=book.theme.epub_css + numbering.rules(book))
    faces = typefaces(theme, pages, book.epub_fonts)
    css = "".join(face.css for face in faces) + named_faces(theme, book.epub_fonts)
    files = (
        navigation.nav(book, pages, words),
        navigation.ncx(book, pages, words),
        File(id="css", name="styles/book.css", media_type="text/css", data=css.encode()),
        *(face.file for face in faces),
        *ornaments(book.theme.looks),
        *_pictures(book, pages),
    )
    package = Package(
        anthology=book.anthology,
        entries=metadata.entries(book, words),
        cover=book.cover,
        pages=pages,
        files=files,
        guide=navigation.guide(pages, words),
        extras={manifest.FILE: manifest.dump(book.anthology, book.asked)},
    )
    return Written(files={".epub": pack(package)})


def _pictures(book: Book, pages: tuple[Page, ...]) -> Iterator[File]:
    """Yield the pictures that some page shows; a file that nothing shows is no part of a book."""
    asked = frozenset(address for page in pages for address in page.pictures)
    logo = book.anthology.imprint.logo
    for name, picture in pictures.files(book.anthology).values():
        if f"../{IMAGES}{name}" in asked:
            stem = name.rpartition(".")[0]
            data = on_any_page(logo).data if logo and picture.data == logo.data else picture.data
            yield File(id=f"picture-{stem}", name=f"{IMAGES}{name}", media_type=picture.media_type, data=data)


def on_any_page(drawing: Image) -> Image:
    """Return a drawing in black as one that is seen on white, on sepia and on black; others stay as they are."""
    return raster.ink(drawing, _ON_ANY_PAGE) or drawing
