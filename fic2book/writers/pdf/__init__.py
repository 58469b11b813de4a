"""The book as a PDF, to read on a screen and to hold beside a paperback: one document, one run of the press."""

from collections.abc import Mapping

from fic2book import press
from fic2book.model import Book
from fic2book.writers.pdf import contents, cover_page, document, finish, openers, ornament, page
from fic2book.writers.pdf.page import Page


def write(book: Book) -> Mapping[str, bytes]:
    """Return the finished PDF under its suffix; raises MissingToolError without Pango."""
    return {".pdf": typeset(book).pdf}


def typeset(book: Book) -> press.Typeset:
    """Lay out, print and finish the book; what the press warned of comes with it."""
    paper = page.page(book.theme)
    html, drawings = document.document(book, paper, rectos=openers.on_rectos(book.anthology, paper))
    sheets = (page.faces(book.theme.fonts), page.css(paper), book.theme.pdf_css)
    printed = press.typeset(html, sheets, {**drawings, **_resources(book, paper)})
    return press.Typeset(finish.finish(printed.pdf, book), printed.problems)


def _resources(book: Book, paper: Page) -> dict[str, bytes]:
    return {
        cover_page.name(book.cover): book.cover.data,
        ornament.NAME: ornament.drawing(book.theme, paper),
        contents.LEADER: contents.leader(paper),
        **{font.path.name: font.path.read_bytes() for font in book.theme.fonts},
    }
