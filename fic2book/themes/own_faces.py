"""A person's own faces in the place of the theme's text family, as large as they have to be for its lines."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from fic2book import fonts
from fic2book.errors import SettingsError
from fic2book.model import Font

_SUFFIXES = (".ttf", ".otf")
_PLAIN, _BOLD = 400, 700
_IS_BOLD = 600  # where style sheets begin to call a face bold
_SAMPLE = (
    "She had been late before, and nobody at the harbour thought much of it; but when the second bell rang and the "
    "lamp above the door was still unlit, he put on his coat and went down to the water to see what could be done."
)
"""Prose by whose width two faces are compared."""
_LARGEST_STEP = 1.25  # times the theme's size, or a part of it: a face that needs more is no text face
_QUARTERS = 4  # type is set in quarters of a point
_OPEN = ("open font license", "openfontlicense", "/ofl")


class Worn(NamedTuple):
    """A theme's tokens and faces with a person's own family in them."""

    tokens: Mapping[str, Any]
    fonts: tuple[Font, ...]
    family: str
    behind: str
    """The theme's own text family, which stands in for signs that the new one lacks."""


def worn(folder: Path, tokens: Mapping[str, Any], theme_fonts: tuple[Font, ...]) -> Worn:
    """Return what the theme is with the faces of ``folder`` as its text; raises ``SettingsError`` where none fit."""
    own = own_faces(folder)
    family = own[0].family
    type_ = tokens.get("type", {})
    behind = str(type_.get("face", ""))
    kept = tuple(one for one in theme_fonts if one.family != family and one.path.name not in _names(own))
    ratio = _ratio(own, [one for one in theme_fonts if one.family == behind])
    said = {
        **tokens,
        "type": {**type_, "face": family, "size": _scaled(type_.get("size"), ratio)},
        "pages": {name: _page(table, ratio) for name, table in tokens.get("pages", {}).items()},
        "open_typefaces": _open(own, [name for name in tokens.get("open_typefaces", []) if name != behind]),
        "own_typeface": family,
    }
    return Worn(said, (*own, *kept), family, behind if any(one.family == behind for one in kept) else "")


def own_faces(folder: Path) -> tuple[Font, ...]:
    """Return the upright, the italic and the bold faces of the one family that a folder holds."""
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in _SUFFIXES)
    described = [(file, _described(file)) for file in files]
    families = sorted({facts.family for _, facts in described})
    if not families:
        raise _refused(folder, "it holds no faces", "Put the family's .ttf or .otf files into it.")
    if len(families) > 1:
        reason = f"it holds several families ({', '.join(families)})"
        raise _refused(folder, reason, "Leave the one in it that the text is to be set in.")
    faces = [Font(family=one.family, style=one.style, weight=one.weight, path=file) for file, one in described]
    upright = _nearest(faces, "normal", _PLAIN)
    if upright is None:
        way_out = "The upright face of normal weight has to be there; italic and bold may."
        raise _refused(folder, f"it holds no regular face of {families[0]}", way_out)
    others = (
        _nearest(faces, style, weight) for style, weight in (("italic", _PLAIN), ("normal", _BOLD), ("italic", _BOLD))
    )
    return (upright, *(face for face in others if face))


def _described(file: Path) -> fonts.Described:
    facts = fonts.described(file)
    if facts is None or not facts.family or fonts.missing(file, "abcdefghijklmnopqrstuvwxyz,."):
        raise _refused(file, "this is no face for text", "Take the file out of the folder.")
    if facts.is_variable:
        way_out = "Most families bring a folder “static” with a file for each weight: name that one."
        raise _refused(file, "the file holds many weights in one, which older e-readers do not know", way_out)
    if not facts.may_be_embedded:
        way_out = "Its licence forbids it, or asks for another; take a face that may be embedded."
        raise _refused(file, "its makers do not let it be put into books", way_out)
    return facts


def _nearest(faces: Iterable[Font], style: str, weight: int) -> Font | None:
    """Return the face nearest to a weight, under the weight that style sheets ask for."""
    near = [face for face in faces if face.style == style and (face.weight >= _IS_BOLD) is (weight >= _IS_BOLD)]
    found = min(near, key=lambda face: (abs(face.weight - weight), face.path.name), default=None)
    return Font(family=found.family, style=style, weight=weight, path=found.path) if found else None


def _ratio(own: tuple[Font, ...], theme: list[Font]) -> float:
    """Return by how much larger the new face may be set for as many letters a line."""
    old = next((one.path for one in theme if (one.style, one.weight) == ("normal", _PLAIN)), None)
    if old is None:
        return 1.0
    wide = fonts.shape(_SAMPLE, own[0].path, 1000).width
    ratio = fonts.shape(_SAMPLE, old, 1000).width / wide if wide else 1.0
    return min(max(ratio, 1 / _LARGEST_STEP), _LARGEST_STEP)


def _page(table: object, ratio: float) -> object:
    if not isinstance(table, Mapping) or "size" not in table:
        return table
    return {**table, "size": _scaled(table["size"], ratio)}


def _scaled(size: object, ratio: float) -> object:
    if isinstance(size, bool) or not isinstance(size, int | float):
        return size
    return round(size * ratio * _QUARTERS) / _QUARTERS


def _open(own: tuple[Font, ...], others: list[object]) -> list[object]:
    licence = (fonts.described(own[0].path) or fonts.Described()).licence.casefold()
    return [*([own[0].family] if any(sign in licence for sign in _OPEN) else []), *others]


def _names(faces: tuple[Font, ...]) -> frozenset[str]:
    return frozenset(face.path.name for face in faces)


def _refused(place: Path, reason: str, way_out: str) -> SettingsError:
    return SettingsError(reason, file=place.name, way_out=way_out)
