"""The theme's ornaments as drawings: what parts scenes, and what stands on the title page."""

from collections.abc import Mapping
from math import ceil
from pathlib import Path

from fic2book import fonts
from fic2book.model import Ornament, PageDesign, Theme
from fic2book.writers.pdf import accent

SCENE, TITLE_PAGE = "ornament.svg", "title-ornament.svg"
"""The drawings' names among the press's resources."""

_FALLBACK = "* * *"


def drawings(theme: Theme, page: PageDesign) -> Mapping[str, bytes]:
    """Return both ornaments by name: a picture as it is, a sign drawn on whole leadings, its ink in the middle.

    A sign that no face of the theme has becomes three asterisks; without any face nothing is drawn.
    """
    wanted = {scene_name(theme.looks.scene): theme.looks.scene, TITLE_PAGE: theme.looks.title_page}
    return {name: _drawing(ornament, theme, page) for name, ornament in wanted.items()}


def coloured(theme: Theme, page: PageDesign, colour: str) -> Mapping[str, bytes]:
    """Return both drawings in the book's colour (``#rrggbb``; empty: black)."""
    return {name: accent.coloured(data, colour) for name, data in drawings(theme, page).items()}


def scene_name(ornament: Ornament) -> str:
    """Return the scene ornament's name among the press's resources, which tells its kind."""
    is_pixels = ornament.picture is not None and ornament.picture.media_type == "image/png"
    return SCENE.replace(".svg", ".png") if is_pixels else SCENE


def box(ornament: Ornament, page: PageDesign) -> str:
    """Return the declarations that set a picture on whole lines; a sign is drawn on them."""
    if ornament.picture is None:
        return ""
    height = ornament.size * page.size
    white = _lines(height, page) * page.leading - height
    return f"height:{height:g}pt;margin-top:{white / 2:.3f}pt;margin-bottom:{white / 2:.3f}pt"


def _lines(height: float, page: PageDesign) -> int:
    return max(1, ceil(height / page.leading - 0.01))


def _drawing(ornament: Ornament, theme: Theme, page: PageDesign) -> bytes:
    if ornament.picture:
        return ornament.picture.data
    sign, found = ornament.sign, _face(theme, page, ornament.sign)
    if found is None:
        sign, found = _FALLBACK, _face(theme, page, _FALLBACK)
    if found is None:
        return b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    return _svg(fonts.ornament_path(found, sign, page.size * ornament.size), page).encode()


def _face(theme: Theme, page: PageDesign, sign: str) -> Path | None:
    """Return the first face that has the sign, the text face before the others."""
    faces = sorted(theme.fonts, key=lambda font: (font.family != page.face, font.style != "normal", font.weight != 400))
    return next((font.path for font in faces if not fonts.missing(font.path, sign)), None)


def _svg(outline: fonts.Outline, page: PageDesign) -> str:
    width, ink = outline.right - outline.left, outline.bottom - outline.top
    height = _lines(ink, page) * page.leading
    down = (height - ink) / 2 - outline.top
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:g}pt" '
        f'viewBox="0 0 {width:.2f} {height:g}">'
        f'<path transform="translate({-outline.left:.2f} {down:.2f})" d="{outline.path}"/></svg>'
    )
