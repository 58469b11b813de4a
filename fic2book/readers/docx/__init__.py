"""Word documents (.docx): mammoth reads what was made plain for it, and what it passes over goes to the ledger."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any

from fic2book.errors import ManuscriptError
from fic2book.model import Document
from fic2book.readers.album import Album
from fic2book.readers.docx import left_out, mending, numbers, package, properties, styles, thinning
from fic2book.readers.given import Given
from fic2book.readers.pages import Around, normalise

_TAGS = {
    "": "p:fresh", "title": "h1[epub\\:type='title']:fresh", "subtitle": "p[epub\\:type='subtitle']:fresh",
    "quote": "blockquote > p:fresh", "verse": "p.verse:separator('\\n')",
    "pause": "hr.pause:fresh", "rule": "hr:fresh",
    **{f"h{level}": f"h{level}:fresh" for level in range(1, 7)},
}  # fmt: skip
_CSS = """
.verse { white-space: pre } .center { text-align: center } .right { text-align: right } .rtl { direction: rtl }
"""
_LISTS = (
    "p:{kind}-list(1) => {tag} > li:fresh", "p:{kind}-list(2) => ul|ol > li > {tag} > li:fresh",
    "p:{kind}-list(3) => ul|ol > li > ul|ol > li > {tag} > li:fresh",
)  # fmt: skip
"""As mammoth's own; what stands deeper in lists is a paragraph."""
_TEXTS = r"word/(?:document|footnotes|endnotes)\d*\.xml\Z"


def read(given: Given) -> Document:
    """Return a Word document as markup in rows; places in it have no line numbers.

    Raises ``ManuscriptError`` when it is locked, damaged, empty, or another kind of file.
    """
    archive = package.opened(given.data, given.file)
    parts = package.trees(archive, given.file)
    known = styles.read(parts.get("word/styles.xml"))
    changes = [*left_out.beside(parts)]
    main = package.document_name(parts)
    texts = [(name, root) for name, root in parts.items() if name == main or package.parts_named({name: root}, _TEXTS)]
    used: set[str] = set()
    for _, root in texts:
        changes += left_out.inside(root, known)
        mending.mend(root, known)
        numbers.go_on(root, parts.get("word/numbering.xml"))
        thinning.thin(root)
        used |= mending.used(root)
    album = Album()
    html = _converted(package.rebuilt(archive, parts), _style_map(used), album, given.file)
    page = normalise(html, around=Around(css=_CSS))
    if not any(line.text.strip() for line in page.lines):
        reason = "there are no words in it"
        raise ManuscriptError(reason, file=given.file, way_out="Put the story into it, or take it out of the folder.")
    return Document(
        file=given.file,
        format="docx",
        lines=tuple(replace(line, place="") for line in page.lines),
        head=properties.facts(parts.get("docProps/core.xml")),
        body=page.body,
        pictures=album.pictures,
        changes=(*changes, *page.changes),
    )


def _converted(data: BytesIO, style_map: str, album: Album, file: str) -> str:
    import mammoth  # late: 60 ms that other formats need not wait for

    def shown(image: Any) -> dict[str, str]:  # noqa: ANN401 — mammoth has no types
        with image.open() as opened:
            data = opened.read()
        address = album.address(sha256(data).hexdigest(), "picture", lambda: data)
        return {"src": address or f"a picture ({image.content_type})"}

    try:
        made = mammoth.convert_to_html(
            data,
            style_map=style_map,
            include_default_style_map=False,
            include_embedded_style_map=False,
            ignore_empty_paragraphs=False,
            convert_image=mammoth.images.img_element(shown),
        )
    except (RecursionError, KeyError, ValueError, OSError, AttributeError, TypeError) as error:
        reason = "it is damaged, or nested too deep to be read"
        way_out = "Open it in Word or LibreOffice and save it anew as .docx."
        raise ManuscriptError(reason, file=file, way_out=way_out) from error
    return str(made.value)


def _style_map(used: Iterable[str]) -> str:
    """Return mammoth's rules for the styles that are used; it asks them one by one for every run."""
    rules = [f"p.{style} => {_path(style)}" for style in sorted(used)]
    lists = (
        rule.format(kind=kind, tag=tag) for rule in _LISTS for kind, tag in (("unordered", "ul"), ("ordered", "ol"))
    )
    return "\n".join((*rules, *lists, "u => u"))


def _path(style: str) -> str:
    """Return what a style of ours becomes: ``fic2book-h1-center-`` is a heading in the middle."""
    _, kind, align, *direction = style.split("-")
    if kind == "from":
        return f"ol[start='{align}'] > li:fresh"
    tag, colon, rest = _TAGS[kind].rpartition(":")
    classes = "".join(f".{name}" for name in (align, *direction) if name)
    return f"{tag}{classes}{colon}{rest}"
