"""A book's pictures without their colours, for e-ink and for printers that have black alone."""

import io
from dataclasses import replace
from typing import NamedTuple

from fic2book.model import Image
from fic2book.raster import pixels

_PHOTO = 92
"""JPEG quality: it was lossy once already."""
_GREYS = frozenset({"L", "LA", "1"})


def grey(picture: Image) -> Image:
    """Return a JPEG or PNG in shades of grey, of the same size and kind; what is grey already, and SVG, stays as it is.

    Transparency stays. Shades are those of luminance (ITU-R 601), as Pillow has them.
    """
    if picture.media_type not in {"image/jpeg", "image/png"}:
        return picture
    with pixels.opened(picture.data) as opened:
        if opened.mode in _GREYS:
            return picture
        is_clear = opened.has_transparency_data
        flat = opened.convert("RGBA").convert("LA") if is_clear else pixels.in_srgb(opened).convert("L")
    target = io.BytesIO()
    flat.info.clear()
    if picture.media_type == "image/jpeg":
        flat.save(target, "JPEG", quality=_PHOTO, optimize=True)
    else:
        flat.save(target, "PNG", optimize=True)
    return replace(picture, data=target.getvalue())


class Samples(NamedTuple):
    """A picture's bytes row by row, one for each band of a pixel: one of grey, or three of red, green and blue."""

    data: bytes
    width: int
    height: int
    bands: int


def flattened(picture: Samples, mask: Samples | None, *, in_colour: bool) -> bytes:
    """Return the samples of a picture as it looks on white paper, in grey unless ``in_colour``.

    ``mask`` says how much of each pixel is seen: 0 nothing, 255 all of it.
    """
    from PIL import Image as Pixels  # as everywhere in this room

    mode = "RGB" if picture.bands > 1 else "L"
    flat = Pixels.frombytes(mode, (picture.width, picture.height), picture.data)
    if mask is not None:
        seen = Pixels.frombytes("L", (mask.width, mask.height), mask.data).resize(flat.size)
        flat = Pixels.composite(flat, Pixels.new(mode, flat.size, "white"), seen)
    return (flat if in_colour or mode == "L" else flat.convert("L")).tobytes()
