"""The colours of a picture, a few of the many, with their shares."""

from fic2book.raster import pixels

_MANY = 12
_SMALL = (96, 96)
"""Enough to know colours by; the same on every machine, for it is whole numbers all the way."""


def colours(data: bytes) -> tuple[tuple[str, float], ...]:
    """Return up to twelve colours as ``#rrggbb`` with their shares of the picture, the largest first."""
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    with pixels.opened(data) as picture:
        picture.draft("RGB", _SMALL)
        full = pixels.in_srgb(picture).convert("RGBA")
    flat = pictures.new("RGBA", full.size, "white")
    flat.alpha_composite(full)
    small = flat.convert("RGB").resize(_SMALL, pictures.Resampling.BOX)
    few = small.quantize(_MANY, method=pictures.Quantize.MEDIANCUT, dither=pictures.Dither.NONE).convert("RGB")
    found = few.getcolors(_MANY) or []
    whole = sum(count for count, _ in found) or 1
    named = ((count, bytes(colour).hex()) for count, colour in found if isinstance(colour, tuple))
    return tuple((f"#{colour}", count / whole) for count, colour in sorted(named, reverse=True))
