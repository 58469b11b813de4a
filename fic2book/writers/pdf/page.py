"""The page by its numbers: trim, margins, leading; and the style rules that follow from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fic2book import press
from fic2book.errors import SettingsError
from fic2book.model import Font, Theme

_INCH = 72.0
_TITLES = {
    "half-title": ".half-title .book-title",
    "title-page": ".title-page .book-title",
    "part": ".part-title",
    "story": ".story-title",
}
_OTHER_SCRIPTS = (
    '"Amiri", "Scheherazade New", "Noto Naskh Arabic", "Frank Ruhl Libre", "Noto Serif Hebrew", "Noto Serif CJK SC", '
    '"Source Han Serif SC", "Songti SC", "SimSun", "Noto Serif CJK JP", "Noto Serif Thai", "Noto Serif Devanagari"'
)
"""Text faces of the scripts that a theme's own face lacks, where the machine has them; else the machine's choice."""
_A_HAIR = 0.1  # points by which the text block is deeper than its lines: roundings never push the last one out


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The ``[pdf]`` table of a theme; lengths in points."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    least_bottom: float
    face: str
    """Family of the text face."""
    size: float
    leading: float
    """The unit of every vertical space."""
    title_sizes: Mapping[str, float]
    """By kind of section: ``half-title``, ``title-page``, ``part``, ``story``."""
    drop_cap_lines: int
    """0: no drop caps."""
    hyphenate: tuple[int, int, int]
    """Shortest word, fewest letters before and after a hyphen."""
    hyphenation_zone: float
    """Percent of the line that may stay empty before a word is divided."""

    @property
    def measure(self) -> float:
        """Width of the text block."""
        return self.width - self.inner - self.outer

    @property
    def lines(self) -> int:
        """Lines of a full page: the text's depth is a whole number of leadings."""
        return int((self.height - self.top - self.least_bottom + _A_HAIR) // self.leading)

    @property
    def bottom(self) -> float:
        """The margin that is left under the last line."""
        return self.height - self.top - self.lines * self.leading - _A_HAIR


def page(theme: Theme) -> Page:
    """Read the theme's ``[pdf]`` table: trim and margins in inches, type in points."""
    table = theme.tokens.get("pdf")
    if not isinstance(table, Mapping):
        raise SettingsError("the theme says nothing about the printed page", file=theme.name, way_out="Add [pdf].")
    try:
        shortest, before, after = (int(number) for number in table["hyphenate"])
        return Page(
            **{name: float(table[name]) * _INCH for name in ("width", "height", "inner", "outer", "top")},
            least_bottom=float(table["bottom"]) * _INCH,
            face=str(table["face"]),
            size=float(table["size"]),
            leading=float(table["leading"]),
            title_sizes={kind: float(table["titles"].get(kind) or table["titles"]["story"]) for kind in _TITLES},
            drop_cap_lines=int(table["drop_cap_lines"]),
            hyphenate=(shortest, before, after),
            hyphenation_zone=float(table["hyphenation_zone"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        reason = f"the theme's [pdf] table is not complete or not in numbers ({error})"
        raise SettingsError(reason, file=theme.name, way_out="Compare it with the classic theme's.") from error


def css(page: Page) -> str:
    """Return the rules that depend on numbers: page box, mirrored margins, sizes and leading, hyphenation."""
    shortest, before, after = page.hyphenate
    titles = "\n".join(f"{_TITLES[kind]} {{ font-size: {size:g}pt }}" for kind, size in page.title_sizes.items())
    margins = f"{page.top:g}pt {page.outer:g}pt {page.bottom:g}pt {page.inner:g}pt"
    return f"""
@page {{ size: {page.width:g}pt {page.height:g}pt; margin: {margins} }}
@page :left {{ margin-left: {page.outer:g}pt; margin-right: {page.inner:g}pt }}
html {{ font-family: "{page.face}", {_OTHER_SCRIPTS}, serif }}
html {{ font-size: {page.size:g}pt; line-height: {page.leading:g}pt;
  hyphenate-limit-chars: {shortest} {before} {after}; hyphenate-limit-zone: {page.hyphenation_zone:g}% }}
{titles}
"""


def faces(fonts: tuple[Font, ...]) -> str:
    """Return the ``@font-face`` rules for a theme's fonts, served by the press under their file names."""
    return "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-style: {font.style}; font-weight: {font.weight}; '
        f"src: url({press.SCHEME}{font.path.name}) }}"
        for font in fonts
    )


def face(fonts: tuple[Font, ...], page: Page, style: str = "normal") -> Path | None:
    """Return the file of the text face, upright or ``italic``."""
    return next(
        (font.path for font in fonts if (font.family, font.style, font.weight) == (page.face, style, 400)), None
    )
