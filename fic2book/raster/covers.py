"""A person's picture for a cover, within the limits of stores."""

import re
import warnings
from pathlib import Path

from fic2book import bare
from fic2book.errors import Fic2bookError
from fic2book.model import Image
from fic2book.raster import pixels

_KEPT = {"JPEG": "image/jpeg", "PNG": "image/png"}
_PHOTO = 92
"""JPEG quality of a picture that has to be written again, higher than a drawing's: it was lossy once already."""
_WAY_OUT = "Save the picture as JPEG or PNG and name that file."


def image(picture: Path | bytes, *, file: str = "") -> Image:
    """Return a stranger's picture ready for a book, with what its file says about people, places and times left out.

    A sound upright JPEG or PNG within the stores' limits keeps its pixels as they are. Others are turned upright,
    made smaller and written as JPEG. ``file`` is the name for errors; a path brings its own.
    """
    name = picture.name if isinstance(picture, Path) else file
    data = _read(picture) if isinstance(picture, Path) else picture
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of bombs and odd metadata; the size is looked at here
            return _ready(data)
    except Fic2bookError as error:
        raise Fic2bookError(error.reason, file=name, way_out=error.way_out) from None
    except Exception as error:  # broken pictures raise anything from SyntaxError to struct.error
        raise Fic2bookError(_reason(data), file=name, way_out=_WAY_OUT) from error


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError as error:
        reason = f"the picture cannot be read ({(error.strerror or 'no reason given').lower()})"
        raise Fic2bookError(
            reason, file=place.name, way_out="Check the name and that the file may be opened."
        ) from error


def _ready(data: bytes) -> Image:
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for
    from PIL import ImageOps

    with pixels.opened(data) as picture:
        width, height = picture.size
        kind = picture.format or ""
        upright = picture.getexif().get(0x0112, 1) == 1
        if kind == "JPEG" and width * height > pixels.MOST_PIXELS:
            picture.draft("RGB", pixels.within(width, height))
        picture.load()
        fits = width * height <= pixels.MOST_PIXELS and len(data) <= pixels.MOST_BYTES
        if upright and fits and kind in _KEPT and picture.mode in {"RGB", "L", "P", "1"}:
            return Image(data=bare.bare(data), media_type=_KEPT[kind], width=width, height=height)
        turned = ImageOps.exif_transpose(pixels.in_srgb(picture))
        width, height = pixels.within(*turned.size)
        small = turned.resize((width, height), pictures.Resampling.LANCZOS, reducing_gap=3.0)
        return Image(data=pixels.jpeg(small, _PHOTO, "4:4:4"), media_type="image/jpeg", width=width, height=height)


def _reason(data: bytes) -> str:
    if re.match(rb"....ftyp(heic|heix|hevc|mif1|msf1|avif)", data[:12], re.DOTALL):
        return "the picture is HEIC or AVIF, which e-readers cannot show"
    if re.match(rb"\s*(<\?xml|<svg|<!DOCTYPE svg)", data[:200]):
        return "the picture is an SVG drawing, which shops do not take as a cover"
    return "the picture is broken or of a kind that is not read"
