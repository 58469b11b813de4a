"""The book as a PDF, to read on a screen and to hold beside a paperback: typeset story by story, put together."""

from collections.abc import Mapping
from functools import cache

from fic2book import press, scripts
from fic2book.model import Book, Font, PageDesign, Written
from fic2book.press import hearing
from fic2book.words import writing_direction
from fic2book.workers.shop import Crew, Shop
from fic2book.writers.pdf import accent, contents, finish, lent, openers, ornament, page
from fic2book.writers.pdf.engine import book as whole
from fic2book.writers.pdf.engine import jobs, pieces
from fic2book.writers.pdf.engine.placing import Spread
from fic2book.writers.pdf.engine.progress import Progress

_HERE = Shop()
"""In this process, and nothing is kept."""


def write(book: Book, shop: Shop = _HERE) -> Written:
    """Lay out, print and finish the book, with what the press warned of; raises MissingToolError without Pango.

    ``shop`` says where the pieces are typeset and whether they are kept; the bytes are the same wherever it is done.
    """
    colour = accent.stand_in(book.accent, ornament.drawings(book.theme, book.page).values())
    copyist = whole.Copyist(
        book=book,
        kit_for=_kits(book),
        colour=colour,
        ornaments=ornament.coloured(book.theme, book.page, colour),
        edges=ornament.coloured(book.theme, book.page, book.accent),
        rectos=openers.on_rectos(book.anthology, book.page),
        spread=Spread(writing_direction(book.anthology.language) == "ltr"),
    )
    with shop.open() as crew:
        made = whole.typeset(copyist, lambda wanted, progress: _done(crew, wanted, progress))
    with made.pdf:
        return Written(
            files={".pdf": finish.finish(made.pdf, book)},
            problems=(*hearing.problems(made.said), *scripts.unprinted(hearing.unprinted(made.said))),
        )


def _done(crew: Crew, wanted: Mapping[str, jobs.Job], progress: Progress | None) -> list[pieces.Piece]:
    told = progress.told if progress else None
    if crew.is_elsewhere:
        files = crew.results(jobs.elsewhere, {key: jobs.shared(job) for key, job in wanted.items()}, told)
    else:
        files = crew.results(jobs.work, wanted, told)
    return [pieces.unpacked(file) for file in files]


def sheets(book: Book, faces: tuple[Font, ...]) -> tuple[str, ...]:
    """Return the style sheets of a book in the order in which they count; its colour comes behind them."""
    own = (page.css(book.page), page.turned(book.anthology.language))
    return (page.faces(faces), *own, book.theme.pdf_css)


def _kits(book: Book) -> whole.KitFor:
    """Return what finds a document's style sheets and faces: those of the theme, and what its letters borrow."""

    @cache
    def kit(borrowed: tuple[Font, ...]) -> press.Kit:
        faces = (*book.theme.fonts, *borrowed)
        return press.Kit(sheets(book, faces), resources(book.page, faces), scripts.rules())

    def kit_for(text: str) -> press.Kit:
        return kit(lent.borrowed(book.theme, book.page, text))

    return kit_for


def resources(paper: PageDesign, faces: tuple[Font, ...]) -> dict[str, bytes]:
    """Return what the style sheets of all books in a theme fetch: fonts, the leader of the contents."""
    return {contents.LEADER: contents.leader(paper), **{font.path.name: font.path.read_bytes() for font in faces}}
