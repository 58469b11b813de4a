"""The book for Kobo's own reader: the finished EPUB, with the places that Kobo counts by in its pages.

A Kobo opens ``NAME.kepub.epub`` with its own engine, which knows a place by a span round each sentence and sets pages
on two boxes round the whole body. Its positions, highlights and notes hang on them. Everything else is the EPUB's:
package, contents, notes, page marks, pictures and faces, byte for byte.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Written
from fic2book.writers.kepub import boxes, jumps, spans

SUFFIX = ".kepub.epub"
_BODY = "{http://www.w3.org/1999/xhtml}body"
_OPF = "{http://www.idpf.org/2007/opf}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_PACKAGE = "EPUB/content.opf"
_VOID = frozenset({"br", "hr", "img", "link", "meta"})


def make(book: bytes) -> Written:
    """Return a finished EPUB's kepub under its suffix; the same EPUB gives the same bytes."""
    with zipfile.ZipFile(io.BytesIO(book)) as source:
        pages = {name: markup.parse_xml(source.read(name)) for name in _spine(source)}
        jumps.mend(pages)
        for body in (body for root in pages.values() for body in root.iter(_BODY)):
            if not _is_cover(body):
                spans.put(body)
            boxes.put(body)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as kepub:
            for info in source.infolist():
                data = source.read(info)
                if info.filename in pages:
                    data = _page(data, pages[info.filename])
                elif info.filename.endswith(".css"):
                    data += boxes.STYLE.encode()
                kepub.writestr(info, data)
    return Written(files={SUFFIX: buffer.getvalue()})


def _spine(source: zipfile.ZipFile) -> Iterator[str]:
    """Yield the names of the pages that are read, in their order; the contents for machines are none of them."""
    package = markup.parse_xml(source.read(_PACKAGE))
    folder = _PACKAGE.rpartition("/")[0]
    names: Mapping[str, str] = {
        item.get("id", ""): f"{folder}/{item.get('href')}" for item in package.iter(f"{_OPF}item")
    }
    return (names[place.get("idref", "")] for place in package.iter(f"{_OPF}itemref"))


def _is_cover(body: Element) -> bool:
    """Tell whether a page is the cover: Kobo fits its picture to the screen by itself, with nothing round it."""
    return any(section.get(_TYPE) == "cover" for section in body)


def _page(old: bytes, root: Element) -> bytes:
    """Return a page's bytes with its first lines as they were; no tag but those of void elements closes itself."""
    for element in root.iter():
        if not len(element) and not element.text and str(element.tag).rpartition("}")[2] not in _VOID:
            element.text = ""
    return old[: old.index(b"<html")] + markup.serialise_block(root).encode() + b"\n"
