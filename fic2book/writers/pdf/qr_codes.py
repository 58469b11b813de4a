"""Addresses of the printed credits as QR codes, for whoever holds the book and a telephone; the only segno."""

import io
from math import ceil

import segno

from fic2book import markup, press
from fic2book.lengths import MILLIMETRE
from fic2book.markup import Element
from fic2book.model import PageDesign

_LEAST = 15 * MILLIMETRE  # of the code itself: what telephones read at a hand's length
_MODULE = 0.4 * MILLIMETRE  # least side of one module, for long addresses
_QUIET = 4  # modules of white on all sides, ISO/IEC 18004, 6.3.8
_LEVEL = "m"  # a thumb's stain of 15 % may lie on it
_WIDEST = 0.5  # of the measure: the words beside it need the rest
_WEB = ("http://", "https://")


def draw(credits_page: Element, page: PageDesign) -> dict[str, bytes]:
    """Set a code beside each credit that has an address of the web; return the drawings by their names.

    The alternative text is the address, which stands beside the code in words. One that is too long for a code that
    fits is left to its words.
    """
    drawings: dict[str, bytes] = {}
    for credit in credits_page.iter("div"):
        link = next((inner for inner in credit.iterfind("p/a") if (inner.get("href") or "").startswith(_WEB)), None)
        address = (link.get("href") or "") if link is not None and _is_address(link) else ""
        code = _code(address, page) if address else None
        if code is None:
            continue
        name = f"qr-{len(drawings) + 1}.svg"
        side, white, drawings[name] = code
        style = f"width:{side:.2f}pt;height:{side:.2f}pt;margin-right:{-white:.2f}pt"  # its ink ends where lines end
        credit.insert(0, markup.new("img", class_="qr", src=press.SCHEME + name, alt=address, style=style))
        credit.set("class", f"{credit.get('class') or ''} with-code".strip())
    return drawings


def _is_address(link: Element) -> bool:
    around = link.getparent()
    return around is not None and "address" in (around.get("class") or "").split()


def _code(address: str, page: PageDesign) -> tuple[float, float, bytes] | None:
    """Return the side of a code with its white (a whole number of lines), the white's width, and the drawing."""
    try:
        made = segno.make_qr(address, error=_LEVEL, boost_error=False)
    except segno.DataOverflowError:
        return None
    modules = made.symbol_size(border=0)[0]
    least = max(_LEAST / modules, _MODULE) * (modules + 2 * _QUIET)
    side = ceil(least / page.leading) * page.leading
    if side > _WIDEST * page.measure:
        return None
    drawing = io.BytesIO()
    made.save(drawing, kind="svg", border=_QUIET, xmldecl=False, svgns=True, nl=False, omitsize=True, svgclass=None)
    return side, side * _QUIET / (modules + 2 * _QUIET), drawing.getvalue()
