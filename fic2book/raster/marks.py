"""A binder's small pictures, a press's mark or an ornament: pixels that print sharp, with their transparency."""

import io
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from fic2book.errors import Fic2bookError
from fic2book.model import Image
from fic2book.raster import drawings, pixels

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_SIDE = 1200
"""Pixels of the longer side: such a picture is printed no more than two inches wide."""
_GREY = 24
"""How far the colours of a grey pixel may lie apart: scans of black ink are never quite grey."""
_SVG = re.compile(rb"\s*(<\?xml|<svg|<!--|<!DOCTYPE svg)")
_NOT_DRAWN = re.compile(r"<(?:\w+:)?(text|image|foreignObject|script)\b|<!(ENTITY)")
_WAY_OUT = "Save the picture as PNG (it may be transparent) or JPEG and name that file."


def mark(place: Path) -> Image:
    """Return a person's PNG, JPEG or SVG as a PNG with its transparency, no larger than print needs.

    What its file says of people and places is left behind. Raises ``Fic2bookError`` with the file's name.
    """
    try:
        data = place.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of bombs and odd metadata; the size is looked at here
            return _ready(_drawn(data) if _SVG.match(data[:200]) else data)
    except Fic2bookError as error:
        raise Fic2bookError(error.reason, file=place.name, way_out=error.way_out) from None
    except Exception as error:  # broken pictures raise anything from SyntaxError to struct.error
        reason = "the picture is broken or of a kind that is not read"
        raise Fic2bookError(reason, file=place.name, way_out=_WAY_OUT) from error


def ink(picture: Image, colour: str) -> Image | None:
    """Return a drawing in black (or any grey) on white or on nothing as the same in ``colour`` on nothing.

    ``None`` for a picture in colours, whose ink is its own. It is seen on pages of any colour then.
    """
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for
    from PIL import ImageChops

    with pixels.opened(picture.data) as opened:
        full = opened.convert("RGBA")
    red, green, blue, alpha = full.split()
    seen = alpha.point(lambda value: 255 if value > 127 else 0)
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    if _highest(ImageChops.multiply(apart, seen)) > _GREY:
        return None
    shades = full.convert("L")
    dark = ImageChops.multiply(ImageChops.invert(shades), alpha)
    if _is_one_shade(shades, seen):  # a shape cut out of nothing, such as this very function makes: it is its ink
        dark = alpha
    flat = pictures.new("RGBA", full.size, colour)
    flat.putalpha(dark)
    faint = dark.point(lambda value: 255 if value > _GREY else 0)  # white that a camera saw as almost white
    return _png(flat.crop(faint.getbbox()))


def _drawn(svg: bytes) -> bytes:
    text = svg.decode("utf-8-sig")
    found = _NOT_DRAWN.search(text)
    if found:
        what = {"text": "words in a font", "image": "another picture"}.get(found[1] or "", "more than a drawing")
        reason = f"the SVG holds {what}, which may look otherwise on each machine"
        raise Fic2bookError(reason, way_out="Turn words into paths in your drawing program, or save it as PNG.")
    return drawings.svg_to_png(text, _SIDE)


def _ready(data: bytes) -> Image:
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for
    from PIL import ImageOps

    with pixels.opened(data) as picture:
        picture.load()
        full = ImageOps.exif_transpose(pixels.in_srgb(picture)).convert("RGBA")
    full.thumbnail((_SIDE, _SIDE), pictures.Resampling.LANCZOS)
    box = full.getchannel("A").getbbox()
    if box is None:
        reason = "there is nothing to see in the picture"
        raise Fic2bookError(reason, way_out=_WAY_OUT)
    return _png(full.crop(box))


def _is_one_shade(shades: "Pixels", seen: "Pixels") -> bool:
    """Tell whether all that is seen of a picture is one grey, and something of it is not seen."""
    found = [value for value, count in enumerate(shades.histogram(seen)) if count]
    return _lowest(seen) == 0 and found[-1] - found[0] < _GREY


def _lowest(picture: "Pixels") -> int:
    """Return the lowest value of a picture of one channel."""
    return min(value for value, count in enumerate(picture.histogram()) if count)


def _highest(picture: "Pixels") -> int:
    """Return the highest value of a picture of one channel."""
    return max(value for value, count in enumerate(picture.histogram()) if count)


def _png(full: "Pixels") -> Image:
    target = io.BytesIO()
    full.info.clear()
    full.save(target, "PNG", optimize=True)
    return Image(data=target.getvalue(), media_type="image/png", width=full.width, height=full.height)
