"""The book as a PDF, to read on a screen and to hold beside a paperback: one document, one run of the press."""

from fic2book import press, scripts
from fic2book.model import Book, Font, PageDesign, Written
from fic2book.writers.pdf import accent, contents, cover_page, document, finish, lent, lines, openers, ornament, page


def write(book: Book) -> Written:
    """Lay out, print and finish the book, with what the press warned of; raises MissingToolError without Pango."""
    paper = book.page
    html, drawings = document.document(book, paper, rectos=openers.on_rectos(book.anthology, paper))
    faces = (*book.theme.fonts, *lent.borrowed(book.theme, paper, html))
    own = (page.css(paper), page.turned(book.anthology.language))
    sheets = (page.faces(faces), *own, book.theme.pdf_css, accent.css(book.accent))
    resources = {**drawings, **_resources(book, paper, faces)}
    printed = press.typeset(html, sheets, resources, scripts.rules(), lines.compose)
    return Written(
        files={".pdf": finish.finish(printed.pdf, book)},
        problems=(*printed.problems, *scripts.unprinted(printed.unprinted)),
    )


def _resources(book: Book, paper: PageDesign, faces: tuple[Font, ...]) -> dict[str, bytes]:
    cover = book.front or book.cover
    return {
        cover_page.name(cover): cover.data,
        **{name: accent.coloured(data, book.accent) for name, data in ornament.drawings(book.theme, paper).items()},
        contents.LEADER: contents.leader(paper),
        **{font.path.name: font.path.read_bytes() for font in faces},
    }
