"""The whole book in one run of the press, and what a book in pieces must have in common with it, page by page.

``python -m tests.oracle THEME [FOLDER]`` makes a folder's book both ways and says how they differ.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import ImageChops
from pypdfium2 import raw

from fic2book import press, scripts
from fic2book.model import Book
from fic2book.writers import pdf
from fic2book.writers.pdf import accent, cover_page, document, finish, lent, lines, openers, ornament, pictures, tags

A_HAIR = 0.05  # points: two glyphs nearer than this stand at the same place
A_FEW = 40  # pixels of a page at 72 to the inch: a thin line may fall on either side of a pixel's edge
_PALER = 64  # of 256 shades of grey
_MOST = 12  # differences that are told

Glyph = tuple[str, float, float, float, float]
"""A character and its box: left, bottom, right, top in points."""


def single_run(book: Book) -> bytes:
    """Return the book's PDF as one document of one run: the way that all its pages depend on each other."""
    html, drawings = _document(book)
    faces = (*book.theme.fonts, *lent.borrowed(book.theme, book.page, html))
    cover = book.front or book.cover
    ornaments = ornament.coloured(book.theme, book.page, book.accent)
    resources = {**drawings, cover_page.name(cover): cover.data, **ornaments, **pdf.resources(book.page, faces)}
    sheets = (*pdf.sheets(book, faces), accent.css(book.accent))
    printed = press.typeset(html, sheets, resources, scripts.rules(), lines.compose)
    with pikepdf.open(io.BytesIO(printed.pdf)) as made:
        pages = finish.destinations(made)
        tags.tidy(made)
        starts = [(pages[section.id], section) for section in book.sections if section.id in pages]
        ends = [*(start for start, _ in starts[1:]), len(made.pages)]
        for (start, section), end in zip(starts, ends, strict=True):
            if section.language != book.anthology.language:
                tags.read_in_language(made, start, end, section.language)
        return finish.finish(made, book)


def _document(book: Book) -> tuple[str, dict[str, bytes]]:
    """Return the HTML of the whole book, and what is drawn and shown in it by name."""
    made = document.sections(book, book.page)
    elements = [one.element for one in made]
    drawings = {name: data for one in made for name, data in one.drawings.items()}
    drawings |= pictures.resources(book.anthology, tuple(elements))
    rectos = openers.on_rectos(book.anthology, book.page)
    head, language = document.head(book.anthology), book.anthology.language
    return document.html(elements, head, language=language, rectos=rectos), drawings


def differences(one: bytes, other: bytes) -> list[str]:
    """Return how two PDFs differ for a reader: pages, words, places of glyphs, drawings, outline, names, labels."""
    return [said for said, _ in zip(_differences(one, other), range(_MOST), strict=False)]


def _differences(one: bytes, other: bytes) -> Iterator[str]:
    first, second = pypdfium2.PdfDocument(one), pypdfium2.PdfDocument(other)
    if len(first) != len(second):
        yield f"{len(first)} pages, not {len(second)}"
    for number in range(min(len(first), len(second))):
        if first.get_page_size(number) != second.get_page_size(number):
            yield f"page {number} has another size"
        if first.get_page_label(number) != second.get_page_label(number):
            yield f"page {number} is labelled {first.get_page_label(number)}, not {second.get_page_label(number)}"
        yield from _on_page(number, _glyphs(first[number]), _glyphs(second[number]))
        if _otherwise(first[number], second[number]) > A_FEW:
            yield f"page {number} looks otherwise"
    for name, look in (("outline", outline), ("destinations", destinations), ("links", links)):
        yield from _in_list(name, look(one), look(other))


def _on_page(number: int, first: list[Glyph], second: list[Glyph]) -> Iterator[str]:
    texts = ["".join(glyph[0] for glyph in glyphs) for glyphs in (first, second)]
    if texts[0].casefold() != texts[1].casefold():  # one small capital is two letters: it means the one met first
        same = next((n for n, (a, b) in enumerate(zip(*texts, strict=False)) if a != b), 0)
        said, wanted = (text[max(0, same - 20) : same + 20] for text in texts)
        yield f"page {number} says {said!r}, not {wanted!r}"
        return
    for here, there in zip(first, second, strict=True):
        off = max(abs(a - b) for a, b in zip(here[1:], there[1:], strict=True))
        if off > A_HAIR:
            yield f"page {number}: {here[0]!r} stands {off:.3f} pt off ({here[1:3]}, {there[1:3]})"
            return


def _in_list(name: str, first: list[object], second: list[object]) -> Iterator[str]:
    for here, there in zip(first, second, strict=False):
        if not _alike(here, there):
            yield f"{name}: {here}, not {there}"
    if len(first) != len(second):
        yield f"{name}: {len(first)}, not {len(second)}: {set(map(str, first)) ^ set(map(str, second))}"


def _alike(here: object, there: object) -> bool:
    if isinstance(here, tuple) and isinstance(there, tuple):
        return len(here) == len(there) and all(map(_alike, here, there))
    if isinstance(here, float) and isinstance(there, float):
        return abs(here - there) <= A_HAIR
    return here == there


def outline(data: bytes) -> list[object]:
    """Return the outline: level, title, page and place of each line."""
    with pikepdf.open(io.BytesIO(data)) as made, made.open_outline() as tree:
        return list(_lines(tree.root, 1, _numbers(made)))


def destinations(data: bytes) -> list[object]:
    """Return the places that have names: name, page and place."""
    with pikepdf.open(io.BytesIO(data)) as made:
        names, numbers = list(made.Root.Names.Dests.Names), _numbers(made)
        return [(str(name), _place(at, numbers)) for name, at in zip(names[::2], names[1::2], strict=True)]


def links(data: bytes) -> list[object]:
    """Return the links: page, box, and where each leads."""
    with pikepdf.open(io.BytesIO(data)) as made:
        return [
            (number, tuple(map(float, one.Rect)), str(one.get("/Dest") or one.A.URI), str(one.get("/Contents")))
            for number, page in enumerate(made.pages)
            for one in page.obj.get("/Annots", [])
        ]


def _lines(items: list[pikepdf.OutlineItem], level: int, numbers: dict[tuple[int, int], int]) -> Iterator[object]:
    for item in items:
        yield level, item.title, _place(item.destination, numbers)
        yield from _lines(item.children, level + 1, numbers)


def _numbers(made: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: number for number, page in enumerate(made.pages)}


def _place(at: pikepdf.Array, numbers: dict[tuple[int, int], int]) -> tuple[int, float, float]:
    return numbers[at[0].objgen], float(at[2]), float(at[3])


def _otherwise(first: pypdfium2.PdfPage, second: pypdfium2.PdfPage) -> int:
    """Return how many pixels of a page look otherwise: ornaments, rules, pictures, grounds."""
    shown = [page.render(scale=1, grayscale=True).to_pil() for page in (first, second)]
    return sum(ImageChops.difference(*shown).histogram()[_PALER:])


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return what the page shows, without the spaces and line ends that pdfium adds.

    It guesses them from the shape of the whole page, and does not count what stands in a form, as our heads do.
    """
    words = page.get_textpage()
    text, box = words.get_text_range, words.get_charbox
    try:
        shown = (n for n in range(raw.FPDFText_CountChars(words)) if raw.FPDFText_IsGenerated(words, n) != 1)
        return [(text(number, 1), *box(number)) for number in shown]
    finally:
        words.close()
        page.close()


if __name__ == "__main__":
    from tests.oracle_books import folder_book

    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "manuscripts")
    asked = dict(re.findall(r"(\w+)=(\S+)", " ".join(sys.argv[3:])))
    laid = folder_book(folder, sys.argv[1], asked)
    whole = single_run(laid)
    pieces = pdf.write(laid).files[".pdf"]
    sys.stdout.write(f"{len(whole)} bytes in one run, {len(pieces)} in pieces\n")
    sys.stdout.writelines(f"{said}\n" for said in differences(pieces, whole))
