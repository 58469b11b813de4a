"""A picture of a story, as it is unless it is larger than an EPUB may hold."""

import io
import warnings
from typing import TYPE_CHECKING

from fic2book import bare
from fic2book.model import Image
from fic2book.raster import pixels

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_PHOTO = 90
_KEPT = {"JPEG": {"RGB", "L"}, "PNG": {"RGB", "RGBA", "L", "LA", "P", "1"}}
_COLOURS = 256
"""Colours up to which a picture is a drawing, and PNG is both smaller and exact."""


def illustration(data: bytes) -> Image | None:
    """Return a stranger's picture as JPEG or PNG without what its file says of people and places.

    One that every reading system shows within its limits keeps its pixels as they are, byte for byte.
    ``None`` for one that is broken, too large to be opened, or of a kind that is not read (SVG, HEIC).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of bombs and odd metadata; the size is looked at here
            return _ready(data)
    except Exception:  # noqa: BLE001 — broken pictures raise anything from SyntaxError to struct.error
        return None


def _ready(data: bytes) -> Image:
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for
    from PIL import ImageOps

    with pixels.opened(data) as picture:
        kind, (width, height) = picture.format or "", picture.size
        fits = width * height <= pixels.MOST_PIXELS and len(data) <= pixels.MOST_BYTES
        upright = picture.getexif().get(0x0112, 1) == 1
        still = getattr(picture, "n_frames", 1) == 1
        if kind == "JPEG":
            picture.draft("RGB", pixels.within(width, height))
        picture.load()
        if fits and upright and still and picture.mode in _KEPT.get(kind, ()):
            return Image(data=bare.bare(data), media_type=f"image/{kind.lower()}", width=width, height=height)
        turned = ImageOps.exif_transpose(pixels.in_srgb(picture))
        size = pixels.within(*turned.size)
        if size != turned.size:
            full = turned.convert("RGBA" if _is_transparent(turned) else "RGB")
            turned = full.resize(size, pictures.Resampling.LANCZOS, reducing_gap=3.0)
        return _written(turned, photo=kind == "JPEG")


def _written(picture: "Pixels", *, photo: bool) -> Image:
    width, height = picture.size
    if photo or not (_is_transparent(picture) or _is_drawing(picture)):
        data = pixels.jpeg(picture, _PHOTO, "4:4:4")
        return Image(data=data, media_type="image/jpeg", width=width, height=height)
    target = io.BytesIO()
    mode = "RGBA" if _is_transparent(picture) else "RGB"
    plain = picture if picture.mode in {"P", "L", "1"} and mode == "RGB" else picture.convert(mode)
    plain.info.clear()
    plain.save(target, "PNG", optimize=True)
    return Image(data=target.getvalue(), media_type="image/png", width=width, height=height)


def _is_transparent(picture: "Pixels") -> bool:
    return picture.has_transparency_data


def _is_drawing(picture: "Pixels") -> bool:
    return picture.mode in {"P", "1"} or picture.convert("RGB").getcolors(_COLOURS) is not None
