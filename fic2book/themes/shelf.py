"""A theme's name, or its folder, becomes its looks: style sheets for both outputs, fonts, tokens."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from fic2book.errors import SettingsError
from fic2book.model import Font, Looks, Theme
from fic2book.themes.looks import looks
from fic2book.themes.own_faces import Worn, worn
from fic2book.themes.own_ornament import own_ornament
from fic2book.themes.rules import rules

_BASE = "base"
_FILE = "theme.toml"
_READABLE = "clear"
"""The theme whose face is read best from afar."""
_LENDERS = ("modern", "classic")
"""Themes whose faces have Greek and Cyrillic, all four: Literata is near to every other face in weight and height."""


class Own(NamedTuple):
    """What a person puts in the place of a theme's."""

    ornament: Path | None = None
    """A picture for scene breaks."""
    fonts: Path | None = None
    """A folder with the faces of one family, for the text."""


_NOTHING = Own()


def load(name_or_folder: str, user_css: Sequence[Path] = (), own: Own = _NOTHING) -> Theme:
    """Return a theme by its name, or by the folder that holds its ``theme.toml``.

    A style sheet is the base's, then the rules that follow from the theme's tokens, then the theme's own, then the
    user's files in the order given; base and theme have a ``common.css`` and an ``epub.css`` or ``pdf.css``.
    ``own`` is what a person puts in the place of the theme's. Raises ``SettingsError`` for an unknown name, a damaged
    ``theme.toml``, or a file that cannot be read.
    """
    folder = _folder(name_or_folder)
    tokens = _tokens(folder)
    seen = looks(tokens, folder)
    if own.ornament:
        seen = replace(seen, scene=own_ornament(own.ornament))
    theme = Theme(
        name=folder.name,
        label=str(tokens.get("label", folder.name)),
        tokens=tokens,
        looks=seen,
        epub_css=_css(folder, seen, "epub"),
        pdf_css=_css(folder, seen, "pdf"),
        fonts=_fonts(folder, tokens),
    )
    theme = _set_in(theme, worn(own.fonts, tokens, theme.fonts)) if own.fonts else theme
    sheets = "".join(_user_css(path) for path in user_css)
    lent = tuple(font for font in _lenders() if font.family not in {one.family for one in theme.fonts})
    return replace(theme, epub_css=theme.epub_css + sheets, pdf_css=theme.pdf_css + sheets, lent=lent)


def names() -> tuple[tuple[str, str], ...]:
    """Return the themes that come with the program, by name: (name, one line that says what it looks like)."""
    folders = sorted(path.parent for path in styles().glob(f"*/{_FILE}"))
    return tuple((folder.name, str(_tokens(folder).get("label", folder.name))) for folder in folders)


def open_typefaces(theme: Theme) -> tuple[str, ...]:
    """Return the families under the SIL Open Font License that a theme names, for the colophon."""
    names = theme.tokens.get("open_typefaces", [])
    return tuple(str(name) for name in names) if isinstance(names, list) else ()


def own_typeface(theme: Theme) -> str:
    """Return a person's own family, unless it is under that licence too; empty without one."""
    name = str(theme.tokens.get("own_typeface", ""))
    return "" if name in open_typefaces(theme) else name


def leaflet() -> tuple[str, tuple[Font, ...]]:
    """Return what a printed page of instructions is set in, the same for every theme: its style sheet and faces."""
    return _text(styles() / _BASE / "plan.css"), _fonts(styles() / _READABLE, _tokens(styles() / _READABLE))


def styles() -> Path:
    """Return the folder of the styles: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "styles"
    return installed if installed.is_dir() else package.parent / "styles"


def _set_in(theme: Theme, own: Worn) -> Theme:
    """Return the theme in a person's own family; wherever its sheets name its text family, that one stands behind."""
    named = f'"{own.family}"' + (f', "{own.behind}"' if own.behind else "")
    old = f'"{own.behind or own.family}"'
    first = f"html {{ font-family: {named}, serif }}\n"
    return replace(
        theme,
        tokens=own.tokens,
        fonts=own.fonts,
        epub_css=theme.epub_css.replace(old, named),
        pdf_css=theme.pdf_css.replace(old, named) + first,
    )


def _folder(name_or_folder: str) -> Path:
    shipped = [name for name, _ in names()]
    if name_or_folder in shipped:
        return styles() / name_or_folder
    own = Path(name_or_folder).expanduser()
    if own.joinpath(_FILE).is_file():
        return own.resolve()
    nearest = get_close_matches(name_or_folder.lower(), shipped, n=1, cutoff=0.5)
    reason = f"there is no theme “{name_or_folder}”"
    way_out = f"Did you mean “{nearest[0]}”?" if nearest else f"Take one of: {', '.join(shipped)}."
    if own.is_dir():
        reason, way_out = f"the folder “{own.name}” is no theme", f"It needs a file {_FILE}."
    raise SettingsError(reason, way_out=way_out)


def _tokens(folder: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads((folder / _FILE).read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = f"the theme cannot be read ({error})"
        raise SettingsError(reason, file=f"{folder.name}/{_FILE}", way_out="Mend this line.") from error


def _css(folder: Path, seen: Looks, output: str) -> str:
    base = styles() / _BASE
    common = _sheets(base, output)
    return common + rules(seen, output, common, base / "choices") + _sheets(folder, output)


def _sheets(folder: Path, output: str) -> str:
    places = (folder / f"{sheet}.css" for sheet in ("common", output))
    return "".join(_text(place) for place in places if place.is_file())


def _text(place: Path) -> str:
    return place.read_text("utf-8-sig").strip() + "\n\n"


def _user_css(place: Path) -> str:
    try:
        return _text(place)
    except (OSError, UnicodeDecodeError) as error:
        reason = "the style sheet cannot be read"
        way_out = "It has to be a plain text file in UTF-8; name its place from the folder of anthology.toml."
        raise SettingsError(reason, file=place.name, way_out=way_out) from error


def _fonts(folder: Path, tokens: Mapping[str, object]) -> tuple[Font, ...]:
    """Return the faces that ``[[font]]`` names; each has family, style, weight and file."""
    tables = tokens.get("font", [])
    return tuple(_font(folder, table) for table in tables) if isinstance(tables, list) else ()


def _lenders() -> tuple[Font, ...]:
    """Return the shipped faces with the most letters, the one that goes with all others first."""
    folders = [styles() / name for name in _LENDERS if (styles() / name / _FILE).is_file()]
    return tuple(font for folder in folders for font in _fonts(folder, _tokens(folder)))


def _font(folder: Path, table: Mapping[str, object]) -> Font:
    place = folder / str(table.get("file", ""))
    family = str(table.get("family", ""))
    if not family or not place.is_file():
        reason = f"the font “{family or place.name}” names no file that is there"
        way_out = (
            "Each [[font]] needs family and file (.ttf or .otf); style and weight when they are not normal and 400."
        )
        raise SettingsError(reason, file=f"{folder.name}/{_FILE}", way_out=way_out)
    weight = table.get("weight", 400)
    return Font(
        family=family,
        style="italic" if table.get("style") == "italic" else "normal",
        weight=weight if isinstance(weight, int) else 400,
        path=place,
    )
