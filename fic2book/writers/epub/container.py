"""The EPUB's container, by EbookLib: its package document and its zip, and nothing of its content rewriting.

EbookLib is asked for the package document alone. Documents go in as finished bytes, navigation is our own, every
clock is the book's, and its generator mark and random identifier are cleared away.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ebooklib import epub

from fic2book.markup import Element
from fic2book.model import Anthology, Image
from fic2book.words import language_tag, writing_direction
from fic2book.writers.epub.documents import Page, cover_name
from fic2book.writers.epub.entries import Entry

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STORED = (".jpg", ".png")
"""Packed already; deflating them costs time and gains nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the package that is no page of the book."""

    id: str
    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """All that the container holds."""

    anthology: Anthology
    entries: tuple[Entry, ...]
    cover: Image
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    guide: tuple[Mapping[str, str], ...]
    extras: Mapping[str, bytes] = field(default_factory=dict)
    """Files beside the package, by their path in the container."""


class _Document(epub.EpubHtml):  # type: ignore[misc] # EbookLib has no types
    """A finished XHTML document; EbookLib's own class would rewrite it."""

    def get_content(self, default: object = None) -> bytes:  # noqa: ARG002 - EbookLib's signature
        """Return the document as it was made."""
        return bytes(self.content)


class _Zip(zipfile.ZipFile):
    """A zip without clock, user or machine in it."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,  # noqa: ANN401 - zipfile's own type is private
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a file with a fixed date and plain rights."""
        info = zipfile.ZipInfo(str(zinfo_or_arcname), (1980, 1, 1, 0, 0, 0))
        info.create_system = 3
        info.external_attr = 0o644 << 16
        is_packed = info.filename.endswith(_STORED)
        info.compress_type = compress_type if compress_type is not None else zipfile.ZIP_DEFLATED
        if is_packed:
            info.compress_type = zipfile.ZIP_STORED
        super().writestr(info, data, compresslevel=compresslevel)


class _Writer(epub.EpubWriter):  # type: ignore[misc] # EbookLib has no types
    """EbookLib's writer into memory; the package gets the book's language and no prefix that nothing uses."""

    def _write_opf_file(self, root: Element) -> None:
        root.set(_XML_LANG, self.book.language)
        del root.attrib["prefix"]
        for place in root.iter("{*}itemref", "itemref"):  # by its id a bookmark finds its story when others come or go
            place.set("id", f"place-{place.get('idref')}")
        super()._write_opf_file(root)

    def write(self) -> None:
        """Write the zip into the buffer that stands for the file name."""
        with _Zip(self.file_name, "w") as self.out:
            self.out.writestr("mimetype", "application/epub+zip", compress_type=zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()


def pack(package: Package) -> bytes:
    """Return the EPUB's bytes: mimetype first and stored, then the package, then its files by name."""
    book = epub.EpubBook()
    _describe(book, package)
    pages = {page.id: _document(page) for page in package.pages}
    cover = epub.EpubCover("cover-image", cover_name(package.cover))
    cover.content, cover.media_type = package.cover.data, package.cover.media_type
    items = [*pages.values(), cover, *(_item(file) for file in package.files)]
    for item in sorted(items, key=lambda item: str(item.file_name)):
        book.add_item(item)
    for name, data in sorted(package.extras.items()):
        extra = epub.EpubItem(name, name, "application/octet-stream", data, manifest=False)
        book.add_item(extra)
    book.spine = list(pages.values())
    buffer = io.BytesIO()
    options = {"mtime": package.anthology.modified, "epub3_pages": False, "raise_exceptions": True}
    _Writer(buffer, book, options).write()
    return buffer.getvalue()


def _describe(book: Any, package: Package) -> None:  # noqa: ANN401 - EbookLib has no types
    book.metadata.clear()
    book.set_identifier(package.anthology.identifier)
    book.set_language(language_tag(package.anthology.language))
    if writing_direction(book.language) == "rtl":
        book.set_direction("rtl")
    for entry in package.entries:
        attributes = {_XML_LANG if key == "xml:lang" else key: value for key, value in entry.attributes.items()}
        book.add_metadata(entry.namespace or None, entry.name, entry.value, attributes)
    book.title = next(entry.value for entry in package.entries if entry.name == "title")
    book.guide = [dict(place) for place in package.guide]


def _document(page: Page) -> Any:  # noqa: ANN401 - EbookLib has no types
    return _Document(uid=f"page-{page.id}", file_name=page.name, content=page.content, title=page.section.title)


def _item(file: File) -> Any:  # noqa: ANN401 - EbookLib has no types
    item = epub.EpubItem(file.id, file.name, file.media_type, file.data)
    item.properties = list(file.properties)
    return item
