"""The page that a printer trims: chosen, and with margins that are wide enough for its machines."""

from dataclasses import replace

from fic2book import themes
from fic2book.bindery import printers
from fic2book.bindery.printers import Printer, Trim
from fic2book.errors import SettingsError
from fic2book.model import PageDesign, Theme

_BESIDE = 2.1
"""Leadings that a running head or a folio takes with the white between it and the text: ``styles/base/pdf.css``."""


def page(theme: Theme, asked: str, house: Printer) -> PageDesign:
    """Return the page that is asked for, as the printer trims it; without a wish the theme's own or the nearest trim.

    Raises ``SettingsError`` for a page that the printer does not make.
    """
    wanted = themes.design(theme, asked)
    trim = printers.trim(house, wanted.width, wanted.height)
    if trim is None:
        trim = printers.nearest(house, wanted.width, wanted.height)
        if asked:
            way_out = f"The nearest that it has: --page {said(trim)}."
            raise SettingsError(f"{house.label} prints no pages of {wanted.name}", way_out=way_out)
        wanted = themes.design(theme, said(trim))
    bound = wanted.is_bound or bool(house.trims)
    return replace(wanted, width=trim.width, height=trim.height, is_bound=bound)


def with_margins(wanted: PageDesign, house: Printer, pages: int) -> PageDesign:
    """Return the page with at least the printer's margins for so many pages; head and folio stay inside them too."""
    free = printers.outside(house)
    beside = free + _BESIDE * wanted.leading
    return replace(
        wanted,
        inner=max(wanted.inner, printers.gutter(house, pages)),
        outer=max(wanted.outer, free),
        top=max(wanted.top, beside),
        least_bottom=max(wanted.least_bottom, beside),
    )


def said(trim: Trim) -> str:
    """Return a trim as ``--page`` takes it: ``6x9in``."""
    return f"{trim.width / 72:.5g}x{trim.height / 72:.5g}in"
