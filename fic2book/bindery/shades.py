"""Colours as the shade of grey that a printer with black ink shows: from 0, black, to 1, paper."""

from collections.abc import Callable, Mapping, Sequence

_RED, _GREEN, _BLUE = 0.3, 0.59, 0.11
"""Shares of luminance: ISO 32000-1, 10.3.3."""
_DARK = 0.04045
"""Below it sRGB is a straight line: IEC 61966-2-1."""


def of_rgb(parts: Sequence[float]) -> float:
    """Return the shade of red, green and blue; three equal parts keep theirs to the last digit."""
    red, green, blue = parts
    return red if red == green == blue else _within(_RED * red + _GREEN * green + _BLUE * blue)


def of_cmyk(parts: Sequence[float]) -> float:
    """Return the shade of cyan, magenta, yellow and black."""
    cyan, magenta, yellow, black = parts
    return _within(1 - (_RED * cyan + _GREEN * magenta + _BLUE * yellow + black))


def of_lab(parts: Sequence[float]) -> float:
    """Return the shade of a lightness, from 0 to 100, as sRGB has it."""
    root = (parts[0] + 16) / 116
    light = root**3 if root > 6 / 29 else 3 * (6 / 29) ** 2 * (root - 4 / 29)
    return _within(12.92 * light if light <= _DARK / 12.92 else 1.055 * light ** (1 / 2.4) - 0.055)


def of_grey(parts: Sequence[float]) -> float:
    """Return a shade as it is."""
    return parts[0]


SHADES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "/DeviceRGB": of_rgb,
    "/CalRGB": of_rgb,
    "/DeviceCMYK": of_cmyk,
    "/Lab": of_lab,
    "/DeviceGray": of_grey,
    "/CalGray": of_grey,
}
"""Family of a colour space → the shade of a colour in it. Of other families (profiles, spot colours) nobody knows."""


def _within(shade: float) -> float:
    return min(max(shade, 0.0), 1.0)
