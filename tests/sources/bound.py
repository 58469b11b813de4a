"""Small real EPUBs made of case files: ``dc:title = …`` lines, then pages, each behind ``--- its/file.xhtml``."""

import io
import re
import zipfile
from html import escape

_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_OPF = (
    '<package version="2.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="id"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata>'
    "<manifest>{items}</manifest><spine>{refs}</spine></package>"
)
_PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{name}</title></head>{body}</html>'


def parts(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the package's statements and the pages (name, markup) of a case."""
    head, *rest = re.split(r"(?m)^--- (\S+)\n", text)
    said = [
        (name.strip(), value.strip())
        for name, sign, value in (line.partition(" = ") for line in head.split("\n"))
        if sign
    ]
    return said, list(zip(rest[::2], rest[1::2], strict=True))


def epub(text: str) -> bytes:
    """Return the EPUB that a case describes."""
    said, pages = parts(text)
    metadata = "".join(
        f'<meta name="{name[5:]}" content="{escape(value)}"/>'
        if name.startswith("meta ")
        else f"<{name}>{escape(value)}</{name}>"
        for name, value in said
    )
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, (name, _) in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n, _ in enumerate(pages))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("content.opf", _OPF.format(metadata=metadata, items=items, refs=refs))
        for name, body in pages:
            whole = body if body.lstrip().startswith("<body") else f"<body>{body}</body>"
            archive.writestr(name, _PAGE.format(name=name, body=whole))
    return made.getvalue()


def renamed(text: str) -> str:
    """Return a case as calibre leaves it: every class has another name."""
    known: dict[str, str] = {}
    return re.sub(
        r'class="([^"]*)"', lambda found: f'class="{known.setdefault(found[1], f"calibre{len(known)}")}"', text
    )
