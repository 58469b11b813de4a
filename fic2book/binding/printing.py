"""The product ``print``: the pages inside a book, as a printer takes them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from fic2book import folding, greys, raster
from fic2book.bindery import printers
from fic2book.bindery.interior import interior as printed
from fic2book.bindery.printers import Paper, Printer, Trim
from fic2book.binding import trims
from fic2book.binding.orders import Bound, Order, Volume
from fic2book.binding.typesetting import Typesetting
from fic2book.dressing import dressed
from fic2book.errors import SettingsError
from fic2book.model import Book, BookBlock, InteriorRules, PageDesign, Problem, Settings, Severity, Theme
from fic2book.words import writing_direction

SUFFIX = "-print.pdf"
_HAIR = 0.01  # points, by which a margin may miss its measure in the reckoning


@dataclass(frozen=True, slots=True, kw_only=True)
class Interior:
    """The pages inside one book."""

    data: bytes
    pages: int
    book: Book
    """As it was typeset, with the page's margins."""
    reading: bytes
    """The PDF that it was made of."""
    rules: InteriorRules
    problems: tuple[Problem, ...]


def make(order: Order) -> Bound:
    """Make the interiors of all volumes; raises ``SettingsError`` for what the printer cannot print or bind."""
    made = {f"{volume.suffix}{SUFFIX}": interior(volume, order) for volume in order.volumes}
    return Bound(
        files={suffix: inside.data for suffix, inside in made.items()},
        problems=tuple(problem for inside in made.values() for problem in inside.problems),
        blocks={volume.suffix: block(volume, order) for volume in order.volumes},
        proofs=tuple(partial(_proof, suffix, inside) for suffix, inside in made.items()),
    )


def page(settings: Settings, theme: Theme) -> PageDesign:
    """Return the page as the printer trims it; raises ``SettingsError`` for a wish that the printer does not fulfil."""
    house, _ = _asked(settings)
    return trims.page(theme, settings.page, house)


def block(volume: Volume, order: Order) -> BookBlock:
    """Return the leaves of one volume, for what goes round them; at home they are as thick as the paper of the sheets.

    Raises ``SettingsError`` as ``interior`` does.
    """
    inside, settings = interior(volume, order), order.dress.settings
    at_home = not printers.printer(settings.printing.printer).trims
    return BookBlock(
        width=inside.rules.width,
        height=inside.rules.height,
        pages=inside.pages,
        thickness=inside.pages / 2 * folding.thickness(settings.booklet) if at_home else 0.0,
        from_right=inside.rules.from_right,
    )


def interior(volume: Volume, order: Order) -> Interior:
    """Return the pages inside one volume; raises ``SettingsError`` where the printer cannot bind so many."""
    made = typeset_whole(volume, order)
    prove_pages(made, *_asked(order.dress.settings))
    return made


def typeset_whole(volume: Volume, order: Order) -> Interior:
    """Return the pages inside one volume, however many the printer can bind; once made they are kept."""
    house, sheet = _asked(order.dress.settings)
    return order.typesetting.once(
        (SUFFIX, volume), lambda: typeset(_book(volume, order, sheet), order.typesetting, house, sheet)
    )


def _asked(settings: Settings) -> tuple[Printer, Paper]:
    house = printers.printer(settings.printing.printer)
    return house, printers.paper(house, settings.printing.paper)


def _book(volume: Volume, order: Order, sheet: Paper) -> Book:
    """Return the book laid out, in grey where the paper takes no colour."""
    dress = order.dress
    design = page(dress.settings, dress.theme)
    if sheet.in_colour or dress.settings.greyscale:
        return dressed(volume.anthology, dress, design, is_printed="pdf" in dress.settings.to)
    grey = replace(dress, theme=greys.theme(dress.theme), settings=replace(dress.settings, greyscale=True))
    return dressed(greys.anthology(volume.anthology), grey, design, is_printed=False)


def typeset(book: Book, typesetting: Typesetting, house: Printer, sheet: Paper) -> Interior:
    """Typeset a book; once more while its pages ask for a wider gutter than they have.

    A gutter only ever becomes wider: where the pages then are fewer again, it stays, and there is an end.
    """
    design, pages, told = book.page, 0, []
    while True:
        book = replace(book, page=trims.with_margins(design, house, pages))
        written = typesetting.pdf(book)
        rules = _rules(book, house, sheet, pages)
        data = printed(written.files[".pdf"], rules)
        count = raster.page_count(data)
        if printers.gutter(house, count) <= book.page.inner + _HAIR:
            break
        pages = max(pages, count)
        told.append(_widened(house, count))
    return Interior(
        data=data,
        pages=count,
        book=book,
        reading=written.files[".pdf"],
        rules=replace(rules, inner=printers.gutter(house, count)),
        problems=(*written.problems, *told),
    )


def _rules(book: Book, house: Printer, sheet: Paper, pages: int) -> InteriorRules:
    size = printers.sheet_size(house, Trim(book.page.width, book.page.height))  # no page of ours bleeds
    return InteriorRules(
        printer=house.label,
        width=size.width,
        height=size.height,
        inner=printers.gutter(house, pages),
        outside=printers.outside(house),
        in_colour=sheet.in_colour,
        last_page_blank=house.last_page_blank,
        is_bound=book.page.is_bound,
        from_right=writing_direction(book.anthology.language) == "rtl",
    )


def _widened(house: Printer, pages: int) -> Problem:
    inches = printers.gutter(house, pages) / 72
    said = (
        f"for {pages} pages {house.label} wants {inches:g} in at the spine: the book was typeset once more with that."
    )
    return Problem(code="gutter-widened", severity=Severity.INFO, message=said)


def prove_pages(made: Interior, house: Printer, sheet: Paper) -> None:
    """Raise ``SettingsError`` for a book that the printer cannot bind, with what would change it."""
    trim = Trim(made.rules.width, made.rules.height)
    if printers.fits(house, sheet, trim, made.pages):
        return
    least, most = printers.limits(house, sheet, trim)
    what = f"pages of {trim.name} on its paper “{sheet.name}”"
    title = made.book.anthology.title
    if made.pages < least:
        reason = f"“{title}” has {made.pages} pages, and {house.label} binds no fewer than {least} {what}"
        way_out = "Add stories, ask for a smaller --page, or fold and sew it yourself (--to booklet)."
        raise SettingsError(reason, way_out=way_out)
    others = [one.name for one in house.papers if printers.limits(house, one, trim).most >= made.pages]
    paper = f", or for --printer-paper {others[0]}" if others else ""
    reason = f"“{title}” has {made.pages} pages, and {house.label} binds no more than {most} {what}"
    raise SettingsError(reason, way_out=f"Ask for volumes (--volumes auto) or for a larger --page{paper}.")


def _proof(suffix: str, inside: Interior, opened: Mapping[str, bytes]) -> Iterator[Problem]:
    """Prove the finished interior, and the PDF that it was made of, whose links name the pages that are printed."""
    from fic2book.checks import interior as proof  # late: with the other checks
    from fic2book.checks import pdf

    anthology = inside.book.anthology
    if opened.get(".pdf") != inside.reading:
        yield from pdf.check(inside.reading, anthology)
    yield from proof.check(opened[suffix], anthology, inside.rules)
