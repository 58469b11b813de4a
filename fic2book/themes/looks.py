"""The tokens of a theme become typed looks; what is not allowed is named, with what is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from fic2book import markup
from fic2book.errors import SettingsError
from fic2book.model import Image, Lettering, Looks, Ornament

_TITLES = ("half-title", "title-page", "part", "story", "page")
KINDS = (*_TITLES, "chapter", "heading", "byline", "authors", "label", "lead-in", "head")
"""Kinds of lines that a theme letters."""
MANNERS: Mapping[str, Lettering] = {
    "plain": Lettering(),
    "none": Lettering(),
    "italic": Lettering(style="italic"),
    "bold": Lettering(weight=700),
    "small-caps": Lettering(caps="small-caps", tracking=0.05),
    "all-small-caps": Lettering(caps="all-small-caps", tracking=0.08),
    "capitals": Lettering(caps="capitals", tracking=0.06),
}
"""The words that say how a line is lettered, for short."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "align": ("centre", "left"),
    "rule": ("none", "above", "short", "below"),
    "number": ("none", "arabic", "roman"),
    "contents": ("leaders", "flush", "after"),
    "italics": ("all", "emphasis"),
    "caps": ("none", "small-caps", "all-small-caps", "capitals"),
    "style": ("normal", "italic"),
}
_FALLBACK = "* * *"
_SVG = "{http://www.w3.org/2000/svg}"
_NO_DRAWING = frozenset({"script", "foreignObject", "image", "style", "text", "animate", "set"})
_TALLEST = 20  # lines above a title, times the text for an ornament: more is a slip of the pen


def looks(tokens: Mapping[str, Any], folder: Path) -> Looks:
    """Return the looks that ``tokens`` name; raises ``SettingsError`` for a value that means nothing."""
    ask = _Asking(tokens, f"{folder.name}/theme.toml")
    scene = _ornament(ask, "scene", Ornament(sign=_FALLBACK), folder)
    return Looks(
        scene=scene,
        title_page=_ornament(ask, "title-page", replace(scene, size=2 * scene.size), folder),
        lettering=_letterings(ask),
        drop_cap=_lettering(ask, "drop-cap", ask.table("").get("drop-cap"), Lettering()),
        drop_cap_lines=int(ask.number("type", "drop_cap_lines", 0)),
        align=ask.choice("opener", "align"),
        opener_lines=int(ask.number("opener", "lines", 5)),
        rule=ask.choice("opener", "rule"),
        number=ask.choice("opener", "number"),
        contents=ask.choice("contents", "folio", "contents"),
        italics=ask.choice("", "italics"),
        hyphen=str(tokens.get("hyphen", Looks().hyphen)),
    )


class _Asking:
    """Asks a table for values, and says which file and key is wrong."""

    def __init__(self, tokens: Mapping[str, Any], file: str) -> None:
        self.tokens = tokens
        self.file = file

    def table(self, name: str) -> Mapping[str, Any]:
        found = self.tokens.get(name, {}) if name else self.tokens
        if not isinstance(found, Mapping):
            raise self.refused(f"[{name}] is no table", f"Write it as [{name}] with its keys below.")
        return found

    def choice(self, table: str, key: str, kind: str = "") -> str:
        place = f"[{table}] {key}" if table else key
        return self.one_of(kind or key, self.table(table).get(key), place)

    def one_of(self, kind: str, value: object, place: str) -> str:
        allowed = CHOICES[kind]
        if value is None:
            return allowed[0]
        if value not in allowed:
            raise self.refused(f"{place} = “{value}” means nothing", f"Take one of: {', '.join(allowed)}.")
        return str(value)

    def number(self, table: str, key: str, usual: float) -> float:
        return self.measure(self.table(table).get(key, usual), f"[{table}] {key}")

    def measure(self, value: object, place: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _TALLEST:
            raise self.refused(f"{place} = {value!r} is no measure", f"Give a number from 0 to {_TALLEST}.")
        return value

    def refused(self, reason: str, way_out: str) -> SettingsError:
        return SettingsError(reason, file=self.file, way_out=way_out)


def _ornament(ask: _Asking, place: str, usual: Ornament, folder: Path) -> Ornament:
    """Return the sign or drawing for a place; what the theme does not say is ``usual``."""
    table = ask.table("ornament")
    said = str(table.get(place, ""))
    size = ask.number("ornament", f"{place}-size", usual.size)
    if not said:
        return replace(usual, size=size)
    if not said.lower().endswith(".svg"):
        return Ornament(sign=said, size=size)
    return Ornament(picture=_drawing(ask, folder / said), size=size)


def _drawing(ask: _Asking, place: Path) -> Image:
    """Return a drawing as it goes into both books: nothing in it acts, and nothing leads out of it."""
    try:
        root = markup.parse_xml(place.read_bytes())
    except (OSError, ValueError) as error:
        raise ask.refused(
            f"the ornament “{place.name}” cannot be read ({error})", "It has to be a drawing (SVG)."
        ) from error
    if root.tag != f"{_SVG}svg" or not root.get("viewBox") or any(map(_acts, root.iter())):
        way_out = "Save it as plain SVG with a viewBox, with paths alone: no scripts, no pictures, no links."
        raise ask.refused(f"the ornament “{place.name}” is no plain drawing", way_out)
    return Image(data=markup.xml_bytes(root), media_type="image/svg+xml", width=0, height=0)


def _acts(element: markup.Element) -> bool:
    names = {str(name).rpartition("}")[2] for name in element.attrib}
    kind = str(element.tag).removeprefix(_SVG)
    return kind in _NO_DRAWING or "href" in names or any(name.startswith("on") for name in names)


def _letterings(ask: _Asking) -> Mapping[str, Lettering]:
    """Return how each kind of line is lettered; ``titles`` stands for every title that is not named itself."""
    table = ask.table("lettering")
    for kind in table.keys() - {*KINDS, "titles"}:
        raise ask.refused(f"[lettering] {kind} is no kind of line", f"Take one of: titles, {', '.join(KINDS)}.")
    titles = _lettering(ask, "titles", table.get("titles"), Lettering())
    return {kind: _lettering(ask, kind, table.get(kind), titles if kind in _TITLES else Lettering()) for kind in KINDS}


def _lettering(ask: _Asking, kind: str, said: object, usual: Lettering) -> Lettering:
    """Return one lettering: a word for short, or a table over ``usual``."""
    if said is None:
        return usual
    if isinstance(said, str):
        if said not in MANNERS:
            reason = f"“{said}” is no way to letter the {kind}"
            raise ask.refused(reason, f"Take one of: {', '.join(MANNERS)}; or a table with face, weight, style …")
        return replace(MANNERS[said], face=usual.face)
    if not isinstance(said, Mapping):
        raise ask.refused(f"the lettering of the {kind} is neither a word nor a table", "See docs/themes.md.")
    return replace(usual, **_said(ask, kind, said))


def _said(ask: _Asking, kind: str, table: Mapping[str, Any]) -> dict[str, Any]:
    readers: Mapping[str, Callable[[Any], Any]] = {
        "face": str,
        "style": lambda value: ask.one_of("style", value, f"style of the {kind}"),
        "weight": lambda value: int(value) if isinstance(value, int) else 400,
        "caps": lambda value: ask.one_of("caps", value, f"caps of the {kind}"),
        "tracking": lambda value: ask.measure(value, f"tracking of the {kind}"),
    }
    for key in table.keys() - readers.keys():
        raise ask.refused(f"the {kind} has no “{key}”", f"Take: {', '.join(readers)}.")
    return {key: readers[key](value) for key, value in table.items()}
