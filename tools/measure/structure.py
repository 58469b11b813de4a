"""What the PDF says of itself: the element that each piece of text belongs to, the section of each page, its number."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

_CHAPTER = re.compile(r"-c\d+\Z")
_TEXT = re.compile(r"(?:-c\d+)?-text\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A leaf of the structure tree: a paragraph, a heading, a figure."""

    key: int
    """Tells elements of one book apart."""
    path: tuple[str, ...]
    """``Sect``, ``Div``, ``P``: from the page's section down."""
    alternative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The whole book's."""

    elements: Mapping[tuple[int, int], Element]
    """(page from 0, mark) → its element; what has none is no text: heads, folios, leaders."""
    labels: tuple[str, ...]
    """The number that stands on each page."""
    sections: Mapping[int, str]
    """First page of each section → its id."""
    stories: frozenset[str]
    """Ids of the sections that are stories."""

    @property
    def is_tagged(self) -> bool:
        """Whether the PDF says anything of its structure."""
        return bool(self.elements)


def structure(book: bytes) -> Structure:
    """Read a PDF's structure tree, page labels and named places."""
    with pikepdf.open(io.BytesIO(book)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        places = dict(_places(pdf, pages))
        sections = {name for name in places if f"{name}-title" in places and not _CHAPTER.search(name)}
        texts = {_TEXT.sub("", name) for name in places if _TEXT.search(name)}
        return Structure(
            elements=dict(_elements(pdf, pages)),
            labels=tuple(str(page.label) for page in pdf.pages),
            sections={places[name]: name for name in sorted(sections | texts)},
            stories=frozenset(texts),
        )


def _places(pdf: Pdf, pages: Mapping[tuple[int, int], int]) -> Iterator[tuple[str, int]]:
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items():
            if isinstance(target, Array):
                yield str(name), pages[target[0].objgen]


def _elements(pdf: Pdf, pages: Mapping[tuple[int, int], int]) -> Iterator[tuple[tuple[int, int], Element]]:
    if "/StructTreeRoot" not in pdf.Root:
        return
    waiting: list[tuple[Object, tuple[str, ...], int]] = [(kid, (), 0) for kid in _kids(pdf.Root.StructTreeRoot)]
    while waiting:
        element, above, page = waiting.pop()
        page = pages[element.Pg.objgen] if "/Pg" in element else page
        path = (*above, str(element.S).removeprefix("/"))
        own = Element(key=element.objgen[0], path=path[1:], alternative=str(element.get("/Alt", "")))
        for kid in _kids(element):
            if not isinstance(kid, Dictionary):
                yield (page, int(kid)), own
            elif "/S" in kid:
                waiting.append((kid, path, page))
            elif "/MCID" in kid:
                yield (pages[kid.Pg.objgen] if "/Pg" in kid else page, int(kid.MCID)), own


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]
