"""Marks of an EPUB beside the pages of its PDF, compared by nothing that placed them: zip, tree and pdfium alone."""

import io
import re
import unicodedata
import zipfile
from typing import NamedTuple

import pikepdf
import pypdfium2
from lxml import etree

_NUMBERS = {"contents", "content-notes", "index"}
"""Classes of sections that have page numbers among their words on paper."""
_BLOCKS = frozenset({
    "p", "div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "blockquote", "aside",
    "figcaption", "figure", "dt", "dd", "br", "hr", "pre",
})  # fmt: skip
_ON_PAPER_ALONE = re.compile(r"\A[\dIVXLC ]+\r\n|, page \d+")
"""A story's number above its title, where the theme has one, and page numbers in the authors' notes."""
_ENOUGH = 24  # letters; where a page has fewer, all of them


class Mark(NamedTuple):
    """A mark, and the words between it and the next one."""

    label: str
    section: str
    text: str


def marks(book: bytes) -> list[Mark]:
    """Return the marks of an EPUB in reading order."""
    found: list[list[str]] = []
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        for name in _spine(archive):
            body = etree.fromstring(archive.read(name)).find("{*}body")
            section = next((one.get("class", "").split()[0] for one in body.iter("{*}section")), "")
            for event, node in etree.iterwalk(body, events=("start", "end")):
                if event == "start" and node.get("role") == "doc-pagebreak":
                    found.append([node.get("aria-label"), section, ""])
                said = node.text if event == "start" else (node.tail if node is not body else "")
                edge = "\n" if etree.QName(node).localname in _BLOCKS else ""
                if found:
                    found[-1][2] += edge + (said or "")
    return [Mark(*one) for one in found]


def pages(book: bytes) -> dict[str, str]:
    """Return the text of a PDF's pages by label, but of those without a letter; heads and folios stand at its end."""
    document = pypdfium2.PdfDocument(book)
    texts = (page.get_textpage().get_text_range() for page in document)
    labelled = {document.get_page_label(number): text for number, text in enumerate(texts)}
    return {label: text for label, text in labelled.items() if letters(text)}


def source(book: bytes) -> str:
    """Return what an EPUB says that its page breaks are of."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        root = etree.fromstring(archive.read("EPUB/content.opf"))
    return next((one.text for one in root.iter("{*}meta") if one.get("property") == "pageBreakSource"), "")


def identifier(book: bytes) -> str:
    """Return a PDF's own identifier."""
    with pikepdf.open(io.BytesIO(book)) as pdf, pdf.open_metadata() as metadata:
        return str(metadata["dc:identifier"])


def words_off(mark: Mark, page: str) -> float:
    """Return by how many words a mark stands off its page's first one; half of one where a word is divided."""
    return min(_off(mark, said) for said in (page, _ON_PAPER_ALONE.sub("", page)))


def _off(mark: Mark, page: str) -> float:
    words, shown = [word for word in mark.text.split() if letters(word)], letters(page)
    if mark.section in _NUMBERS:
        words, shown = [re.sub(r"\d", "", word) for word in words], re.sub(r"\d", "", shown)
    said = letters(" ".join(words))
    enough = 4 if mark.section in _NUMBERS else _ENOUGH
    for inside in range(len(letters(words[0]))):
        if shown.startswith(said[inside:][:enough]):
            return 0.5 * bool(inside)
    later = (number for number in range(1, len(words)) if shown.startswith(letters(" ".join(words[number:]))[:enough]))
    return next(later, 1000)


def letters(text: str) -> str:
    """Return letters and figures alone."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(re.findall(r"[^\W_]+", folded))


def _spine(archive: zipfile.ZipFile) -> list[str]:
    root = etree.fromstring(archive.read("EPUB/content.opf"))
    items = {one.get("id"): one.get("href") for one in root.iter("{*}item")}
    return [f"EPUB/{items[one.get('idref')]}" for one in root.iter("{*}itemref")]
