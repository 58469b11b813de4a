"""Pictures and pages as pixels: the only Pillow, resvg and pdfium. All three come in late: most runs need one."""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from fic2book import bare, workers
from fic2book.errors import Fic2bookError, OutputError
from fic2book.model import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS = 5_600_000
"""Apple's limit for one picture inside an EPUB; other stores allow more."""
MOST_BYTES = 5_000_000
"""Kobo's limit for a cover."""
_DECODED_AT_MOST = 90_000_000
"""Pixels of a picture that is opened at all: above the largest cameras' and below what fills a small memory."""
_READ = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
_KEPT = {"JPEG": "image/jpeg", "PNG": "image/png"}
_PHOTO = 92
"""JPEG quality of a picture that has to be written again, higher than a drawing's: it was lossy once already."""
_WAY_OUT = "Save the picture as JPEG or PNG and name that file."
_NO_PAGE = "Build the book again."


def svg_to_jpeg(svg: str, width: int, height: int, quality: int = 88) -> bytes:
    """Draw an SVG without text elements as JPEG of ``width`` × ``height`` px: sRGB, baseline, 4:2:0, no metadata."""
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    whole = pictures.new("RGB", (width, height), "white")
    cut = height // 2 if _window(0, width, height) in svg else 0  # two strips, on two cores where there are two
    edges = [(0, cut), (cut, height)] if cut else [(0, height)]
    strips = [_Strip(svg, (width, height), top, below - top) for top, below in edges]
    for strip, png in zip(strips, workers.each(_drawn, strips, worth=True), strict=True):
        with pictures.open(io.BytesIO(png)) as picture:
            whole.paste(picture, (0, strip.top), picture if picture.mode == "RGBA" else None)
    return _jpeg(whole, quality, "4:2:0")


class _Strip(NamedTuple):
    """A part of a drawing as wide as the whole, in pixels."""

    svg: str
    size: tuple[int, int]
    top: int
    height: int


def _window(top: int, width: int, height: int) -> str:
    return f'viewBox="0 {top} {width} {height}"'


def _drawn(strip: _Strip) -> bytes:
    import resvg_py  # only a generated cover needs it

    width, height = strip.size
    seen = strip.svg.replace(_window(0, width, height), _window(strip.top, width, strip.height), 1)
    png = resvg_py.svg_to_bytes(svg_string=seen, width=width, height=strip.height, skip_system_fonts=True)
    return bytes(png)


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


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with closing(_document(pdf)) as document:
        return len(document)


def pdf_pages(pdf: bytes, scale: float = 1.0) -> Iterator[bytes]:
    """Yield each page as PNG; ``scale`` 1 is 72 pixels an inch."""
    with closing(_document(pdf)) as document:
        for page in document:
            target = io.BytesIO()
            page.render(scale=scale).to_pil().save(target, "PNG")
            page.close()
            yield target.getvalue()


def pdf_text(pdf: bytes) -> Iterator[str]:
    """Yield each page's text as pdfium reads it: in painting order, lines ended by CR LF."""
    with closing(_document(pdf)) as document:
        for page in document:
            words = page.get_textpage()
            yield words.get_text_range()
            words.close()
            page.close()


def _document(pdf: bytes) -> Any:  # noqa: ANN401 — pypdfium2 has no types
    import pypdfium2  # a library of 4 MB that only a finished PDF needs

    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        reason = "the PDF cannot be opened again"
        raise OutputError(reason, way_out=_NO_PAGE) from error


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError as error:
        reason = f"the picture cannot be read ({(error.strerror or 'no reason given').lower()})"
        raise Fic2bookError(
            reason, file=place.name, way_out="Check the name and that the file may be opened."
        ) from error


def _ready(data: bytes) -> Image:
    from PIL import Image as pictures  # noqa: N813 — see svg_to_jpeg
    from PIL import ImageOps

    with _opened(data) as picture:
        width, height = picture.size
        kind = picture.format or ""
        upright = picture.getexif().get(0x0112, 1) == 1
        if kind == "JPEG" and width * height > MOST_PIXELS:
            picture.draft("RGB", _within(width, height))
        picture.load()
        fits = width * height <= MOST_PIXELS and len(data) <= MOST_BYTES
        if upright and fits and kind in _KEPT and picture.mode in {"RGB", "L", "P", "1"}:
            return Image(data=bare.bare(data), media_type=_KEPT[kind], width=width, height=height)
        turned = ImageOps.exif_transpose(_in_srgb(picture))
        width, height = _within(*turned.size)
        small = turned.resize((width, height), pictures.Resampling.LANCZOS, reducing_gap=3.0)
        return Image(data=_jpeg(small, _PHOTO, "4:4:4"), media_type="image/jpeg", width=width, height=height)


def _opened(data: bytes) -> "Picture":
    """Open a picture, without its pixels yet; a bomb (few bytes, very many pixels) is never unpacked."""
    from PIL import Image as pictures  # noqa: N813 — see svg_to_jpeg

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


def _in_srgb(picture: "Picture") -> "Picture":
    """Return the picture in the screen's colours; a photograph for print (CMYK) or a wide screen has others."""
    from PIL import ImageCms  # see svg_to_jpeg

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK"}:
        return picture
    try:
        seen = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, seen, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture  # a broken profile: the numbers as they stand
    return turned or picture


def _within(width: int, height: int) -> tuple[int, int]:
    scale = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
    return max(1, int(width * scale)), max(1, int(height * scale))


def _jpeg(picture: "Picture", quality: int, subsampling: str) -> bytes:
    """Write sRGB JPEG; what is transparent becomes white, as paper is."""
    from PIL import Image as pictures  # noqa: N813 — see svg_to_jpeg

    if picture.mode in {"RGBA", "LA", "PA", "P"}:
        full = picture.convert("RGBA")
        flat = pictures.new("RGB", full.size, "white")
        flat.paste(full, mask=full.getchannel("A"))
    else:
        flat = picture.convert("RGB")
    target = io.BytesIO()
    flat.save(target, "JPEG", quality=quality, subsampling=subsampling, optimize=True, icc_profile=None, exif=b"")
    return target.getvalue()


def _reason(data: bytes) -> str:
    if re.match(rb"....ftyp(heic|heix|hevc|mif1|msf1|avif)", data[:12], re.DOTALL):
        return "the picture is HEIC or AVIF, which e-readers cannot show"
    if re.match(rb"\s*(<\?xml|<svg|<!DOCTYPE svg)", data[:200]):
        return "the picture is an SVG drawing, which shops do not take as a cover"
    return "the picture is broken or of a kind that is not read"
