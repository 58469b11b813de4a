"""Colours taken from elsewhere: a palette from a person's picture, and one dark accent for the book's ornaments."""

from collections.abc import Sequence

from fic2book.cover.palettes import Palette, channels, contrast, mix

_READABLE = 4.5
"""WCAG's least contrast for text; an ornament of it stays clear when it is printed in grey."""
_WHITE, _BLACK = "#ffffff", "#101010"
_STEP = 0.06
_GREY = 0.1
"""A colour less bright than this (0 to 1) is grey, and no accent."""


def of_picture(colours: Sequence[tuple[str, float]]) -> Palette:
    """Return a palette for what surrounds a picture: dark cloth in its chief colour, paper with a breath of it."""
    chief = max(colours, key=lambda found: (found[1] * (0.15 + chroma(found[0])), found[0]))[0]
    ground = _darkened(chief, 7.0, _WHITE)
    vivid = max(colours, key=lambda found: (chroma(found[0]) * min(1.0, 0.3 + 5 * found[1]), found[0]))[0]
    paper = mix("#fbf8f2", chief, 0.07)
    return Palette(
        name="picture",
        ground=ground,
        tones=(mix(ground, paper, 0.08), mix(ground, paper, 0.3), mix(ground, paper, 0.6), mix(ground, paper, 0.85)),
        accent=vivid,
        paper=paper,
        ink=mix(ground, _BLACK, 0.6),
    )


def accent(palette: Palette) -> str:
    """Return the cloth's colour where it is dark, else the palette's liveliest made dark; nothing where all is grey.

    It can be printed on white, and in grey.
    """
    if contrast(palette.ground, _WHITE) >= _READABLE and chroma(palette.ground) >= _GREY:
        return palette.ground
    dark = [_darkened(colour, _READABLE, _WHITE) for colour in (palette.accent, palette.ground, palette.tones[2])]
    chosen = max(dark, key=lambda colour: (round(chroma(colour), 3), colour))
    return chosen if chroma(chosen) >= _GREY else ""


def greyed(palette: Palette) -> Palette:
    """Return a palette in shades of grey, each as light as its colour."""
    shades = {name: _grey(getattr(palette, name)) for name in ("ground", "accent", "paper", "ink")}
    tones = (_grey(palette.tones[0]), _grey(palette.tones[1]), _grey(palette.tones[2]), _grey(palette.tones[3]))
    return Palette(name=palette.name, tones=tones, **shades)


def _grey(colour: str) -> str:
    red, green, blue = channels(colour)
    return "#" + f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02x}" * 3


def chroma(colour: str) -> float:
    """Return how far a colour is from grey, 0 to 1."""
    return (max(channels(colour)) - min(channels(colour))) / 255


def _darkened(colour: str, least: float, paper: str) -> str:
    """Return the colour, as dark as it must be to stand on paper with this contrast."""
    share = 0.0
    while contrast(mix(colour, _BLACK, share), paper) < least and share < 1:
        share += _STEP
    return mix(colour, _BLACK, min(share, 1.0))
