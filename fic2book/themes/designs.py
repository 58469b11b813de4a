"""Page designs: a trim by its name or its measures, and a theme's type set to it.

``styles/pages.toml`` holds the trims with their margins and the scale of the type; a theme's ``[type]`` table holds its
type at scale 1, its ``[pages.NAME]`` tables what it sets otherwise on one of them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from fic2book import lengths
from fic2book.errors import SettingsError
from fic2book.model import PageDesign, Theme
from fic2book.themes.shelf import styles

_FILE = "pages.toml"
_BARE = "in"
_SIDE = r"\s*(\d+(?:[.,]\d+)?)\s*(in|mm|cm|pt|)\s*"
_CUSTOM = re.compile(rf"{_SIDE}[x*]{_SIDE}\Z")
_TITLES = ("half-title", "title-page", "part", "story")
_QUARTERS = 4  # type is set in quarters of a point
_SMALLEST, _LARGEST = 2.5 * 72, 24 * 72
_FEWEST_LETTERS, _FEWEST_LINES = 30, 12
"""Less than this a line, or a page, is no page of prose any more."""
_MOST_LETTERS = 72
"""On a page of one's own measures: what a line of so many does not need goes to the margins."""
_PROSE = (
    "It was late, and the rain had stopped; so they sat at the open window, the two of them, and listened to the river "
    "going by under the bridge. Nobody said anything for a while. “You might have written,” she said at last."
)
"""As many of each letter, and as many spaces, as prose has; other languages with Latin letters are near."""


def design(theme: Theme, asked: str = "") -> PageDesign:
    """Return the page that is asked for by name (``a5``) or measures (``130x200mm``); else the theme's own.

    Raises ``SettingsError`` for one that nobody knows, and for a theme whose type is not told in numbers.
    """
    name = _plain(asked or str(theme.tokens.get("page", "5.5x8.5")))
    table = _tables().get(name) or _custom(name)
    if table is None:
        near = get_close_matches(name, design_names(), n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        way_out = f"Take one of {', '.join(design_names())}, or measures such as 130x200mm.{hint}"
        raise SettingsError(f"there is no page “{asked}”", way_out=way_out)
    page = _set(theme, name, {**table, **_own(theme, name)})
    if name not in _tables():
        page = _with_margins(page)
    return _possible(page)


def design_names() -> tuple[str, ...]:
    """Return the names of the page designs, in their order in the file."""
    return tuple(_tables())


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((styles() / _FILE).read_text("utf-8"))


def _plain(asked: str) -> str:
    plain = asked.strip().lower().replace("×", "x").replace("″", "").replace('"', "")
    same = {"half-letter": "5.5x8.5", "digest": "5.5x8.5", "tablet": "screen", "large": "large-print"}
    plain = re.sub(r"\s*x\s*", "x", plain).removesuffix(" in").removesuffix("in")
    return same.get(plain, plain)


def _own(theme: Theme, name: str) -> Mapping[str, Any]:
    pages = theme.tokens.get("pages", {})
    table = pages.get(name, {}) if isinstance(pages, Mapping) else {}
    return table if isinstance(table, Mapping) else {}


def _custom(name: str) -> Mapping[str, Any] | None:
    """Return a table for measures: the margins of the named design whose width is nearest, in proportion."""
    found = _CUSTOM.match(name)
    if not found:
        return None
    unit = lengths.UNITS[found[2] or found[4] or _BARE]
    width, height = lengths.number(found[1]) * unit, lengths.number(found[3]) * unit
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        way_out = "A page is between 2.5 and 24 inches (64 and 610 mm) wide and high."
        raise SettingsError(f"nobody can hold a page of {name}", way_out=way_out)
    usual = [table for table in _tables().values() if table.get("usual", True)]
    near = min(usual, key=lambda table: abs(_points(table["width"]) - width))
    across, down = width / _points(near["width"]), height / _points(near["height"])
    margins = {side: f"{_points(near[side]) * across}pt" for side in ("inner", "outer")}
    margins |= {side: f"{_points(near[side]) * down}pt" for side in ("top", "bottom")}
    return {**near, **margins, "width": f"{width}pt", "height": f"{height}pt"}


def _with_margins(page: PageDesign) -> PageDesign:
    """Give both margins their share of what a line on a wide page of one's own measures has too much."""
    beyond = page.measure - _MOST_LETTERS * page.size * page.letter
    return replace(page, inner=page.inner + beyond / 2, outer=page.outer + beyond / 2) if beyond > 0 else page


def _possible(page: PageDesign) -> PageDesign:
    """Return a page that prose can stand on; raises ``SettingsError`` for others."""
    letters = max(int(page.characters), 0)
    if letters >= _FEWEST_LETTERS and page.lines >= _FEWEST_LINES:
        return page
    if page.measure <= 0 or page.lines <= 0:
        reason = f"on a page of {page.name} the margins leave no room for the text"
    else:
        reason = f"a page of {page.name} has room for {page.lines} lines of {letters} letters, which nobody can read"
    way_out = f'Ask for a larger page; or set margins and size in [pages."{page.name}"] of a theme of your own.'
    raise SettingsError(reason, way_out=way_out)


def _set(theme: Theme, name: str, table: Mapping[str, Any]) -> PageDesign:
    type_ = theme.tokens.get("type")
    if not isinstance(type_, Mapping):
        raise SettingsError("the theme says nothing about its type", file=theme.name, way_out="Add a [type] table.")
    try:
        page = _designed(name, type_, table)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"the theme's [type] or [pages] table is not complete or not in numbers ({error})"
        raise SettingsError(reason, file=theme.name, way_out="Compare it with the classic theme's.") from error
    face = next((f.path for f in theme.fonts if (f.family, f.style, f.weight) == (page.face, "normal", 400)), None)
    return replace(page, letter=_letter(face)) if face else page


@cache
def _letter(face: Path) -> float:
    """Return the mean width of the letters of prose in a face, in sizes."""
    from fic2book import fonts  # the names of designs need no shaping

    return fonts.shape(_PROSE, face, 1000).width / 1000 / len(_PROSE)


def _designed(name: str, type_: Mapping[str, Any], table: Mapping[str, Any]) -> PageDesign:
    scale = float(table.get("scale", 1))
    size = float(table.get("size") or _quarter(float(type_["size"]) * scale))
    leading = float(table.get("leading") or _quarter(float(type_["leading"]) * size / float(type_["size"])))
    titles = type_["titles"]
    grown = size / float(type_["size"])
    shortest, before, after = (int(number) for number in type_["hyphenate"])
    return PageDesign(
        name=name,
        **{side: _points(table[side]) for side in ("width", "height", "inner", "outer", "top")},
        least_bottom=_points(table["bottom"]),
        face=str(type_["face"]),
        size=size,
        leading=leading,
        title_sizes={kind: round(float(titles.get(kind) or titles["story"]) * grown, 2) for kind in _TITLES},
        drop_cap_lines=int(type_["drop_cap_lines"]),
        hyphenate=(shortest, before, after),
        hyphenation_zone=float(table.get("hyphenation_zone") or type_["hyphenation_zone"]),
        is_justified=bool(table.get("justified", True)) and bool(type_.get("justified", True)),
        is_bound=bool(table.get("bound", True)),
    )


def _points(length: object) -> float:
    """Return a length such as ``0.75in`` or ``18 mm`` in points; a bare number is in inches."""
    found = lengths.points(str(length), _BARE)
    if found is None:
        message = f"{length!r} is no length"
        raise ValueError(message)
    return found


def _quarter(points: float) -> float:
    return round(points * _QUARTERS) / _QUARTERS
