"""Colours that sit together: cloth, paper, ink and four tones for the art, picked by hand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One book's colours, as ``#rrggbb``."""

    name: str
    ground: str
    """The cloth: what covers the boards."""
    tones: tuple[str, str, str, str]
    """For the art, on the ground: hardly seen, seen, strong, and the highlight."""
    accent: str
    """Used once or twice: a sun, one line, an ornament."""
    paper: str
    """Labels and panels, and light type."""
    ink: str
    """Type on paper, and the deepest shade of the art."""

    @property
    def type_on_ground(self) -> str:
        """Paper or ink, whichever reads better on the cloth."""
        return max((self.paper, self.ink), key=lambda colour: contrast(colour, self.ground))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it; 4.5 is its least for text."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Return the colour ``share`` (0 to 1) of the way from one to the other."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(first + (second - first) * share):02x}" for first, second in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


PALETTES = (
    Palette(
        name="oxblood",
        ground="#5c1a22",
        tones=("#74272d", "#96413c", "#c08a62", "#e3c79b"),
        accent="#d9a441",
        paper="#f4ead6",
        ink="#2b1214",
    ),
    Palette(
        name="fir",
        ground="#1f3a31",
        tones=("#2c4d40", "#486b57", "#93a57f", "#d8cfa6"),
        accent="#d98e4a",
        paper="#f3ecdb",
        ink="#14241d",
    ),
    Palette(
        name="lapis",
        ground="#1d2f66",
        tones=("#2b4180", "#5069a6", "#a9b6d3", "#e8dfc4"),
        accent="#d8ae55",
        paper="#f5efe0",
        ink="#131b33",
    ),
    Palette(
        name="dove",
        ground="#bfc2bd",
        tones=("#aeb2ae", "#8f9592", "#646b6d", "#f1ecdf"),
        accent="#a8433a",
        paper="#f7f1e3",
        ink="#2a2c30",
    ),
    Palette(
        name="ochre",
        ground="#d3a03a",
        tones=("#c18c2a", "#a8731f", "#7a4d17", "#f3dc9b"),
        accent="#8c2f22",
        paper="#f8f0dc",
        ink="#2c1c0c",
    ),
    Palette(
        name="lagoon",
        ground="#17474f",
        tones=("#235b62", "#3f7f82", "#9dbbae", "#e6dcbd"),
        accent="#e0905a",
        paper="#f2eedf",
        ink="#0f2226",
    ),
    Palette(
        name="damson",
        ground="#43203f",
        tones=("#593255", "#7d5076", "#b996a6", "#e7d3c2"),
        accent="#d3a24f",
        paper="#f4ebe0",
        ink="#241220",
    ),
    Palette(
        name="blush",
        ground="#e2b7aa",
        tones=("#d5a093", "#bd7b70", "#8f4847", "#f6e3d5"),
        accent="#5b6b4c",
        paper="#faf2e8",
        ink="#34161c",
    ),
    Palette(
        name="sage",
        ground="#b5c0a2",
        tones=("#a2af8e", "#7f9070", "#4e6248", "#eee9d0"),
        accent="#b0533a",
        paper="#f7f3e4",
        ink="#1d2a22",
    ),
    Palette(
        name="night",
        ground="#182233",
        tones=("#26344b", "#445877", "#9aa7b8", "#e4d9bd"),
        accent="#e0b34f",
        paper="#f1ebdc",
        ink="#10151f",
    ),
    Palette(
        name="brick",
        ground="#8f3b25",
        tones=("#7d301c", "#b35c3d", "#d99a6c", "#f0d3ab"),
        accent="#f0c987",
        paper="#f7ecdc",
        ink="#2d140d",
    ),
    Palette(
        name="linen",
        ground="#ece2cc",
        tones=("#dfd2b6", "#bba98a", "#4f6478", "#2d3f58"),
        accent="#b3402e",
        paper="#fbf6ea",
        ink="#1e2a3a",
    ),
    Palette(
        name="raven",
        ground="#1c1a1f",
        tones=("#2a272e", "#4a444f", "#8d8590", "#d9d1c6"),
        accent="#a3262a",
        paper="#eee7db",
        ink="#100e12",
    ),
    Palette(
        name="rose",
        ground="#f3dfd9",
        tones=("#ecd0c9", "#d8a49e", "#a34f5b", "#7a2f45"),
        accent="#c2913f",
        paper="#fdf7f1",
        ink="#3b1622",
    ),
    Palette(
        name="canyon",
        ground="#f0c27a",
        tones=("#eab263", "#df8f4c", "#b4522f", "#fbe6bd"),
        accent="#1f5f6b",
        paper="#fbf1dc",
        ink="#2a1a14",
    ),
    Palette(
        name="chalk",
        ground="#f7f5f0",
        tones=("#e9e6de", "#c9c4b9", "#3a3d42", "#1f5fa8"),
        accent="#d8432b",
        paper="#ffffff",
        ink="#17181a",
    ),
)
