"""What goes round the book: wrap, jacket or case as a file, and as a proof with its zones drawn on it."""

from collections.abc import Iterator
from dataclasses import replace

from fic2book import cover, folding, markup
from fic2book.bindery import printers, wrap_file, wraps
from fic2book.binding import booklet, printing, wrap_guides, wrap_sheet, wrap_words
from fic2book.binding.orders import Bound, Order, Proof, Volume
from fic2book.binding.wrap_sheet import Sheet
from fic2book.checks import wrap as wrap_proof
from fic2book.model import BookBlock, PageDesign, Problem, Settings, Severity, Theme, WrapPlan
from fic2book.words import writing_direction

_FILE, _PROOF = "-wrap.pdf", "-wrap-proof.pdf"
_USUAL = 300
"""Pages of a book that is not made yet."""


def make(order: Order) -> Bound:
    """Make the wrap of each volume; raises ``SettingsError`` for measures that cannot be."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    proofs: list[Proof] = []
    for volume in order.volumes:
        sheet = sheet_of(order, volume)
        art, words = wrap_sheet.art(sheet), wrap_sheet.words(sheet)
        name = volume.suffix + _FILE
        files[name] = wrap_file.finished(words.pdf, art.pdf, sheet.plan)
        proofs.append(_proof(name, wanted(sheet, art.pdf)))
        if order.dress.settings.wrap.guides or sheet.plan.pieces:
            files[volume.suffix + _PROOF] = wrap_guides.proof(sheet, art.pdf)
        problems += [*art.problems, *words.problems, *_told(sheet)]
    return Bound(files=files, problems=tuple(problems), proofs=tuple(proofs))


def plan(order: Order, volume: Volume) -> WrapPlan:
    """Return the measures of a volume's wrap."""
    settings = order.dress.settings
    house = printers.printer(settings.printing.printer)
    sheet = printers.paper(house, settings.printing.paper)
    return wraps.plan(settings.wrap, _block(order, volume), house, sheet)


def sheet_of(order: Order, volume: Volume) -> Sheet:
    """Draw a volume's wrap and fit its words."""
    dress, anthology = order.dress, volume.anthology
    planned = plan(order, volume)
    wrap = cover.around(anthology, dress.theme, dress.wish, planned, in_grey=dress.settings.greyscale)
    has_flaps = "front flap" in planned.areas
    said = [(panel, wrap_words.contents(anthology, panel.name, has_flaps=has_flaps)) for panel in wrap.panels]
    text = "".join(content.main + content.foot for _, contents in said for content in contents)
    hand = wrap_sheet.hand(dress.theme, _page(dress.settings, dress.theme), anthology.language, text)
    return Sheet(planned, wrap, tuple(wrap_sheet.fitted(panel, contents, hand) for panel, contents in said), hand)


def wanted(sheet: Sheet, art: bytes) -> wrap_proof.Wanted:
    """Return what a finished wrap has to hold; ``art`` is the sheet without words, as PDF."""
    said = [(setting.panel, markup.plain(setting.content.main + setting.content.foot)) for setting in sheet.settings]
    return wrap_proof.Wanted(
        plan=sheet.plan,
        texts=tuple((panel.name, panel.area, text) for panel, text in said),
        lettered=tuple((one.name, one.area) for one in sheet.wrap.lettered),
        bare=art,
    )


def _proof(name: str, wanted: wrap_proof.Wanted) -> Proof:
    return lambda files: wrap_proof.check(files[name], wanted) if name in files else ()


def _told(sheet: Sheet) -> Iterator[Problem]:
    """Tell what the maker of the book would like to know, and what the sheet had no room for."""
    plan = sheet.plan
    yield from (_problem("wrap-measure", said) for said in plan.told)
    if plan.spine_refusal:
        yield _problem("wrap-spine", f"the spine has no words: {plan.spine_refusal}.")
    for panel, content, _ in sheet.settings:
        if content.lacks:
            yield _problem("wrap-room", f"the {panel.name} of the {plan.kind} has no room for {content.lacks}.")


def _problem(code: str, said: str) -> Problem:
    return Problem(code=code, severity=Severity.INFO, message=said)


def measures(settings: Settings, theme: Theme) -> WrapPlan:
    """Return the measures of a wrap round so many pages as are told, else round a usual book.

    Raises ``SettingsError`` for wishes that no manuscript can change.
    """
    wishes, design = settings.wrap, _page(settings, theme)
    if not wishes.pages:
        wishes = replace(wishes, pages=_USUAL, spine_text="auto")
    house = printers.printer(settings.printing.printer)
    block = _told_block(settings, design, wishes.pages, from_right=False)
    return wraps.plan(wishes, block, house, printers.paper(house, settings.printing.paper))


def _page(settings: Settings, theme: Theme) -> PageDesign:
    """Return the page of what is wrapped: the printer's, or the folded sheet's."""
    return printing.page(settings, theme) if _is_printers(settings) else booklet.page(settings, theme)


def _block(order: Order, volume: Volume) -> BookBlock:
    """Return the leaves that are wrapped: told in the settings, made in this build, or those that it would make."""
    settings, anthology = order.dress.settings, volume.anthology
    if settings.wrap.pages:
        from_right = writing_direction(anthology.language) == "rtl"
        return _told_block(settings, _page(settings, order.dress.theme), settings.wrap.pages, from_right=from_right)
    if volume.suffix in order.blocks:
        return order.blocks[volume.suffix]
    if _is_printers(settings):
        return printing.block(volume, order)
    return booklet.block(booklet.folded(order, volume).plan)


def _told_block(settings: Settings, design: PageDesign, pages: int, *, from_right: bool) -> BookBlock:
    thick = -(-pages // 2) * folding.thickness(settings.booklet)
    return BookBlock(width=design.width, height=design.height, pages=pages, thickness=thick, from_right=from_right)


def _is_printers(settings: Settings) -> bool:
    return printers.printer(settings.printing.printer).cover is not None
