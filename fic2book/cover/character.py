"""What a theme brings to its covers: the ``[cover]`` table of theme.toml."""

from collections.abc import Mapping
from dataclasses import dataclass

from fic2book.errors import SettingsError
from fic2book.model import Theme

_SIGN = "❦"
_KEYS = ("layouts", "patterns", "palettes", "face", "ornament", "capitals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """A theme's preferences; everything empty: any cover suits it."""

    layouts: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    palettes: tuple[str, ...] = ()
    face: str = ""
    """Family of the title's face, one of the theme's own."""
    ornament: str = _SIGN
    capitals: bool | None = None
    """Whether short titles are set in capitals; ``None``: as the dice fall."""


def character(theme: Theme) -> Character:
    """Read a theme's table; raises ``SettingsError`` for a key or a value that nobody knows."""
    table = theme.tokens.get("cover", {})
    if not isinstance(table, Mapping):
        raise _mistaken(theme, "[cover] is no table")
    for key, value in table.items():
        if key not in _KEYS:
            raise _mistaken(theme, f"[cover] {key} is not known")
        if not isinstance(value, _kind(key)):
            raise _mistaken(theme, f"[cover] {key} = {value!r} is of the wrong kind")
    capitals = table.get("capitals")
    return Character(
        **{key: tuple(map(str, table.get(key, ()))) for key in ("layouts", "patterns", "palettes")},
        face=str(table.get("face", "")),
        ornament=str(table.get("ornament", "") or _scene(theme)),
        capitals=None if capitals is None else bool(capitals),
    )


def _kind(key: str) -> type:
    return {"face": str, "ornament": str, "capitals": bool}.get(key, list)


def _scene(theme: Theme) -> str:
    """Return the sign of the title page, or between scenes, when it is one sign, else a floral heart."""
    signs = (theme.looks.title_page.sign, theme.looks.scene.sign)
    return next((sign for sign in signs if len(sign) == 1), _SIGN)


def _mistaken(theme: Theme, reason: str) -> SettingsError:
    way_out = f"It may have {', '.join(_KEYS)}; docs/covers.md shows them."
    return SettingsError(reason, file=f"{theme.name}/theme.toml", way_out=way_out)
