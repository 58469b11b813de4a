"""Drawings of our own as pixels: the only resvg."""

import base64
import io
from typing import NamedTuple

from fic2book import workers
from fic2book.raster import pixels


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
    return pixels.jpeg(whole, quality, "4:2:0")


def converted(data: bytes, suffix: str) -> bytes:
    """Return a picture as the file's ending says: PNG for ``.png``, as it is for any other."""
    if suffix != ".png" or data.startswith(b"\x89PNG"):
        return data
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    target = io.BytesIO()
    with pictures.open(io.BytesIO(data)) as picture:
        picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def svg_to_png(svg: str, side: int) -> bytes:
    """Draw a stranger's SVG without text elements as PNG, in the middle of a square of ``side`` px of nothing.

    It is drawn inside an SVG of our own, whose size is known: one that says it is a mile high would fill the memory.
    """
    import resvg_py  # only a drawing needs it

    inner = base64.b64encode(svg.encode()).decode()
    framed = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {side} {side}">'
        f'<image width="{side}" height="{side}" xlink:href="data:image/svg+xml;base64,{inner}"/></svg>'
    )
    return bytes(resvg_py.svg_to_bytes(svg_string=framed, width=side, height=side, skip_system_fonts=True))


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
