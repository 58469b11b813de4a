"""EPUBs for tests, built from parts, so that a test says only what is odd about its book."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
TYPES = {"xhtml": "application/xhtml+xml", "html": "application/xhtml+xml", "ncx": "application/x-dtbncx+xml"}
TYPES |= {"css": "text/css", "png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


def page(body, *, head="<title>A page</title>", attributes=""):
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops">\n<head>{head}</head>\n<body{attributes}>\n{body}\n</body>\n</html>'
    )


def package(items, spine, *, metadata="<dc:title>The Weir</dc:title>", rest="", version="3.0"):
    """Return a package; ``items`` are (id, href, type, properties), ``spine`` ids or whole ``itemref`` elements."""
    manifest = "".join(
        f'<item id="{name}" href="{escape(href)}" media-type="{kind}"'
        + (f' properties="{properties}"' if properties else "")
        + "/>"
        for name, href, kind, properties in items
    )
    order = "".join(entry if entry.startswith("<") else f'<itemref idref="{entry}"/>' for entry in spine)
    return (
        f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="{version}" unique-identifier="i">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{metadata}</metadata><manifest>{manifest}</manifest><spine>{order}</spine>{rest}</package>"
    )


def zipped(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return a zip of these files, names and all as they are given; one may stand in it twice."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def book(pages: Mapping[str, str | bytes], *, more=(), opf="OEBPS/content.opf", **said) -> bytes:
    """Return an EPUB of pages in their order; ``more`` are further (name, data), ``said`` is what the package says."""
    folder = opf.rpartition("/")[0]
    inside = f"{folder}/" if folder else ""
    said.setdefault("items", [(f"p{n}", name, TYPES["xhtml"], "") for n, name in enumerate(pages)])
    said.setdefault("spine", [name for name, *_ in said["items"]])
    return zipped(
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", CONTAINER.format(opf)),
            (opf, package(**said)),
            *((inside + name, data) for name, data in pages.items()),
            *more,
        ]
    )
