"""A printer's interior: the pages of a reading PDF as they go to paper."""

import io
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from fic2book.bindery import bare_pages, ink, leaves, pictures
from fic2book.bindery.drawn import Drawing, drawing, is_blank
from fic2book.bindery.saving import saved
from fic2book.bindery.shades import SHADES
from fic2book.model import InteriorRules

_BOXES = ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox")
_STEPPED = 3  # a function of functions: ISO 32000-1, 7.10


def interior(reading: bytes, rules: InteriorRules) -> bytes:
    """Return the pages inside, an even number of them, as a printer wants them.

    Cover, links, outline and metadata go; what is drawn becomes grey where the paper takes no colour. The boxes are
    the trim.
    """
    with pikepdf.open(io.BytesIO(reading)) as pdf:
        leaves.without_cover(pdf, is_bound=rules.is_bound)
        bare_pages.bare(pdf)
        bare_pages.forget_unshown(pdf)
        _print(pdf, in_colour=rules.in_colour)
        _fill_up(pdf, rules)
        for page in pdf.pages:
            _trim(page, rules)
        return saved(pdf)


def transparent(drawn: Drawing) -> bool:
    """Tell whether some ink lets through what lies under it."""
    return any("/SMask" in one for one in drawn.pictures) or not all(map(ink.is_plain, drawn.states))


def _print(pdf: Pdf, *, in_colour: bool) -> None:
    drawn = drawing(pdf)
    for picture in drawn.pictures:
        pictures.printed(picture, in_colour=in_colour)
    inks = ink.Inks(in_colour=in_colour, is_opaque=not transparent(drawn))
    for content, resources in drawn.contents:
        written = ink.inked(content, resources, inks)
        if isinstance(content, pikepdf.Page):
            content.obj.Contents = pdf.make_stream(written)
        else:
            content.write(written)
    if inks.is_opaque:
        _forget(drawn.forms, "/Group")
        _forget([one.resources for one in drawn.contents], "/ExtGState")
    for shading in () if in_colour else drawn.shadings:
        _shade(shading)


def _forget(holders: Sequence[Object], name: str) -> None:
    for holder in holders:
        if name in holder:
            del holder[name]


def _shade(shading: Dictionary | Stream) -> None:
    """Make a shading grey whose colours stand in it as numbers; others stay."""
    family, ends = str(shading.get("/ColorSpace")), list(_ends(shading.get("/Function")))
    if family not in SHADES or not ends or any("/C0" not in end or "/C1" not in end for end in ends):
        return
    for end in ends:
        for key in ("/C0", "/C1"):
            end[key] = Array([round(SHADES[family]([float(part) for part in end[key]]), 4)])
    shading.ColorSpace = Name.DeviceGray


def _ends(function: Object | None) -> Iterator[Object]:
    if isinstance(function, Dictionary | Stream):
        if function.get("/FunctionType") == _STEPPED:
            for part in function.Functions:
                yield from _ends(part)
        else:
            yield function


def _fill_up(pdf: Pdf, rules: InteriorRules) -> None:
    """Add blank pages until they are even in number, and the last one is blank where it has to be."""
    size = (rules.width, rules.height)
    if rules.last_page_blank and not is_blank(pdf.pages[-1]):
        pdf.add_blank_page(page_size=size)
    if len(pdf.pages) % 2:
        pdf.add_blank_page(page_size=size)


def _trim(page: pikepdf.Page, rules: InteriorRules) -> None:
    """Make all boxes of a page the trim: nothing in an interior bleeds."""
    for name in _BOXES:
        if name in page.obj:
            del page.obj[name]
    page.obj.MediaBox = Array([0, 0, round(rules.width, 3), round(rules.height, 3)])
    page.obj.TrimBox = page.obj.BleedBox = page.obj.MediaBox
