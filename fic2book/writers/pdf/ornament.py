"""The theme's ornament as a drawing: what parts scenes, and stands on the title page."""

from collections.abc import Mapping
from pathlib import Path

from fic2book import fonts
from fic2book.model import PageDesign, Theme

NAME = "ornament.svg"
"""The drawing's name among the press's resources."""

_FALLBACK = "* * *"
_LARGER = 1.3  # than the text: a flower of the text's own size looks lost on a line


def drawing(theme: Theme, page: PageDesign) -> bytes:
    """Return the sign that ``[ornament] scene`` names as SVG, one leading high, its ink in the middle.

    A sign that no face of the theme has becomes three asterisks; without any face nothing is drawn.
    """
    table = theme.tokens.get("ornament")
    sign = str(table.get("scene", _FALLBACK)) if isinstance(table, Mapping) else _FALLBACK
    found = _face(theme, page, sign)
    if found is None:
        sign, found = _FALLBACK, _face(theme, page, _FALLBACK)
    return (
        _svg(sign, found, page).encode() if found else b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    )


def _face(theme: Theme, page: PageDesign, sign: str) -> Path | None:
    """Return the first face that has the sign, the text face before the others."""
    faces = sorted(theme.fonts, key=lambda font: (font.family != page.face, font.style != "normal", font.weight != 400))
    return next((font.path for font in faces if not fonts.missing(font.path, sign)), None)


def _svg(sign: str, face: Path, page: PageDesign) -> str:
    outline = fonts.ornament_path(face, sign, page.size * _LARGER)
    width, height = outline.right - outline.left, outline.bottom - outline.top
    down = (page.leading - height) / 2 - outline.top
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{page.leading:g}pt" '
        f'viewBox="0 0 {width:.2f} {page.leading:g}">'
        f'<path transform="translate({-outline.left:.2f} {down:.2f})" d="{outline.path}"/></svg>'
    )
