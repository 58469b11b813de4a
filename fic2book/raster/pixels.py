"""The pixels of a stranger's picture: opened within limits, in the screen's colours, written as sRGB JPEG."""

import io
from typing import TYPE_CHECKING

from fic2book.errors import Fic2bookError

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MOST_PIXELS = 5_600_000
"""Apple's limit for one picture inside an EPUB; other stores allow more."""
MOST_BYTES = 5_000_000
"""Kobo's limit for a cover, and Kindle's for a picture."""
_DECODED_AT_MOST = 90_000_000
"""Pixels of a picture that is opened at all: above the largest cameras' and below what fills a small memory."""
_READ = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")


def opened(data: bytes) -> "Pixels":
    """Open a picture, without its pixels yet; a bomb (few bytes, very many pixels) is never unpacked."""
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    try:
        with pictures.open(io.BytesIO(data), formats=_READ) as picture:
            size = picture.width * picture.height
            picture.verify()
    except pictures.DecompressionBombError:
        size = _DECODED_AT_MOST + 1
    if size > _DECODED_AT_MOST:
        reason = f"the picture is too large to open (more than {_DECODED_AT_MOST // 1_000_000} million pixels)"
        raise Fic2bookError(reason, way_out="Save it smaller: 1600 × 2560 pixels are enough for a cover.")
    return pictures.open(io.BytesIO(data), formats=_READ)


def within(width: int, height: int) -> tuple[int, int]:
    """Return a picture's size, made smaller in proportion where it has more pixels than an EPUB may hold."""
    scale = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
    return max(1, int(width * scale)), max(1, int(height * scale))


def in_srgb(picture: "Pixels") -> "Pixels":
    """Return the picture in the screen's colours; a photograph for print (CMYK) or a wide screen has others."""
    from PIL import ImageCms  # 0.1 s that --help must not wait for

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK"}:
        return picture
    try:
        seen = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, seen, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture  # a broken profile: the numbers as they stand
    return turned or picture


def jpeg(picture: "Pixels", quality: int, subsampling: str) -> bytes:
    """Write sRGB JPEG; what is transparent becomes white, as paper is."""
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    if picture.mode in {"RGBA", "LA", "PA", "P"}:
        full = picture.convert("RGBA")
        flat = pictures.new("RGB", full.size, "white")
        flat.paste(full, mask=full.getchannel("A"))
    else:
        flat = picture.convert("RGB")
    target = io.BytesIO()
    flat.save(target, "JPEG", quality=quality, subsampling=subsampling, optimize=True, icc_profile=None, exif=b"")
    return target.getvalue()
