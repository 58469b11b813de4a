"""What is known of a book before it is printed: a row for each way to fold it, and for each trim of a printer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from fic2book import folding, lengths
from fic2book.bindery import printers
from fic2book.bindery.sheet_plan import counts
from fic2book.binding import trims
from fic2book.calculating.counting import Counted
from fic2book.errors import SettingsError
from fic2book.model import BookletSettings, PageDesign, SheetPlan

_SQUARE_METRE = (1000 * lengths.MILLIMETRE) ** 2
_COMMON = ("a4", "letter", "legal", "a3", "tabloid")
"""Papers that shops have, for a page that is no part of the one that is asked for."""

Design = Callable[[str], PageDesign]
"""A page by the name that it is asked for by; raises ``SettingsError`` for one that no prose stands on."""
Count = Callable[[PageDesign], Counted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A book that is folded and bound by hand."""

    counted: Counted
    plan: SheetPlan

    @property
    def ready(self) -> int:
        """Sheets to have ready: those of the book, of a test, and some to spare."""
        return counts.ready(self.plan)

    @property
    def grammes(self) -> float:
        """Of the book's sheets; what is trimmed off is not reckoned."""
        return len(self.plan.sheets) * self.plan.width * self.plan.height / _SQUARE_METRE * self.plan.grammes


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A book that a printer prints."""

    counted: Counted
    printer: str
    """As it calls itself."""
    trim: printers.Trim
    spines: tuple[tuple[str, float], ...]
    """By paper, in points; without those whose thickness the printer does not publish."""
    remark: str = ""


def folded(wishes: BookletSettings, papers: Sequence[str], design: Design, count: Count) -> Iterator[Folded]:
    """Give a row for each fold of each paper whose pages can be read; raises ``SettingsError`` for an unknown paper."""
    for name in papers:
        sheet = folding.paper(name)
        for fold in folding.ORDERS:
            try:
                page = design(folding.trim_of(sheet, fold).page)
            except SettingsError:  # a page too small for prose, or for this theme's type
                continue
            yield _row(replace(wishes, paper=sheet.name, fold=fold), count(page))


def on_other_paper(wishes: BookletSettings, counted: Counted) -> Folded | None:
    """Return a row for a page that is no part of a paper: the smallest common sheet that holds two of it."""
    for name in _COMMON:
        try:
            return _row(replace(wishes, paper=name, fold="folio"), counted)
        except SettingsError:  # the page is larger than half the sheet
            continue
    return None


def _row(wishes: BookletSettings, counted: Counted) -> Folded:
    plan = folding.plan(wishes, counted.pages, (counted.page.width, counted.page.height))
    return Folded(counted=counted, plan=plan)


def printed(name: str, pages: Sequence[PageDesign], count: Count) -> Iterator[Printed]:
    """Give a row for each page that a printer trims; raises ``SettingsError`` for an unknown printer."""
    house = printers.printer(name)
    for page in pages:
        trim = printers.trim(house, page.width, page.height)
        if trim is None:
            continue
        counted = count(page)
        wider = trims.with_margins(replace(page, width=trim.width, height=trim.height), house, counted.pages)
        if wider.measure < page.measure or wider.lines < page.lines:
            counted = count(wider)
        counted = replace(counted, pages=counted.pages + counted.pages % 2)
        papers = [one for one in house.papers if one.spine_page is not None and not one.in_colour]
        spines = tuple((one.name, printers.spine(house, one, counted.pages)) for one in papers)
        least, most = printers.limits(house, house.papers[0], trim)
        remark = f"too few: at least {least:.0f}" if counted.pages < least else ""
        remark = f"too many: at most {most:.0f} a volume" if counted.pages > most else remark
        yield Printed(counted=counted, printer=house.label, trim=trim, spines=spines, remark=remark)
