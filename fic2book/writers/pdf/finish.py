"""What a book's PDF has once: page labels, metadata, the way its leaves turn, the same bytes."""

import io
import uuid

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from fic2book.model import Book
from fic2book.words import writing_direction
from fic2book.writers.pdf import archival


def finish(pdf: Pdf, book: Book) -> bytes:
    """Return the finished PDF of a book whose pages stand in order."""
    pages = destinations(pdf)
    _label_pages(pdf, [(pages[section.id], section.matter) for section in book.sections if section.id in pages])
    _say_metadata(pdf, book)
    _turn(pdf, book)
    if book.archival:
        archival.make(pdf)
    return _saved(pdf)


def identifier(book: Book) -> str:
    """Return the PDF's own URN: pages of another design are another printed book of the same anthology."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{book.anthology.identifier}#pages-{book.page.name}").urn


def destinations(pdf: Pdf) -> dict[str, int]:
    """Return the 0-based page of every id in the book."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    names = pdf.Root.Names.Dests.Names
    return {str(names[place]): numbers[names[place + 1][0].objgen] for place in range(0, len(names), 2)}


def _label_pages(pdf: Pdf, starts: list[tuple[int, str]]) -> None:
    """Label the cover's pages C1, C2, the front matter in roman figures, the rest from 1 at the first story."""
    ranges = {0: Dictionary(S=Name.D, P=pikepdf.String("C"))}
    front = next((start for start, matter in starts if matter == "front"), None)
    body = next((start for start, matter in starts if matter == "body"), None)
    if front is not None:
        ranges[front] = Dictionary(S=Name.r)
    if body is not None:
        ranges[body] = Dictionary(S=Name.D)
    pdf.Root.PageLabels = Dictionary(Nums=Array([piece for pair in sorted(ranges.items()) for piece in pair]))


def _say_metadata(pdf: Pdf, book: Book) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:language"] = {book.anthology.language}
        metadata["dc:identifier"] = identifier(book)
        metadata["dc:relation"] = {book.anthology.identifier}
        metadata["dc:format"] = "application/pdf"


def _turn(pdf: Pdf, book: Book) -> None:
    """Lay the spreads of a book from right to left where all is written so.

    PDFium takes the word for the text of every page: it would read the lines of a story in French backwards.
    """
    if all(writing_direction(section.language) == "rtl" for section in book.sections):
        view = pdf.Root.get("/ViewerPreferences", Dictionary())
        view.Direction = Name.R2L
        pdf.Root.ViewerPreferences = view


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        force_version="1.7",
    )
    return out.getvalue()
