"""The inks of a printer's interior: black and greys alone where the paper takes no colour, and no transparency."""

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from fic2book.model import InteriorRules, Problem, Severity

_COLOUR, _CLEAR = "colour", "clear"
_NOTHING: frozenset[str] = frozenset()
_RGB = frozenset({"rg", "RG"})
_INKS = frozenset({"k", "K"})
_SPACES = frozenset({"cs", "CS"})
_GREYS = frozenset({"/DeviceGray", "/CalGray", "/Pattern"})
_NAMING = {"Do": "/XObject", "gs": "/ExtGState", "scn": "/Pattern", "SCN": "/Pattern", "sh": "/Shading", "Tf": "/Font"}
"""Operator → what of the resources its first or last operand names."""
_SHADED = 2  # a pattern that is a shading: ISO 32000-1, 8.7.4
_MOST = 6  # pages named in one sentence
_Seen = dict[tuple[int, int], frozenset[str]]


def problems(pdf: Pdf, rules: InteriorRules) -> Iterator[Problem]:
    """Look at what every page draws with."""
    seen: _Seen = {}
    found = [_of_content(page, page.obj.get("/Resources"), seen) for page in pdf.pages]
    coloured = [number for number, faults in enumerate(found, 1) if _COLOUR in faults]
    clear = [number for number, faults in enumerate(found, 1) if _CLEAR in faults]
    if coloured and not rules.in_colour:
        said = f"{_pages(coloured)} in other colours than black and greys, which this paper cannot take."
        yield Problem(code="print-colour", severity=Severity.ERROR, message=said)
    if clear:
        said = f"{_pages(clear)} with transparency, which some printers flatten and some refuse."
        yield Problem(code="print-transparency", severity=Severity.WARNING, message=said)


def _pages(numbers: list[int]) -> str:
    named = ", ".join(map(str, numbers[:_MOST])) + (f" and {len(numbers) - _MOST} more" if len(numbers) > _MOST else "")
    return f"pages {named} of the interior are drawn" if len(numbers) > 1 else f"page {named} of the interior is drawn"


def _of_content(content: Stream | Page, resources: Object | None, seen: _Seen) -> frozenset[str]:
    """Return what is wrong with the ink of a content stream, and of all that it names."""
    if isinstance(content, Page) and "/Contents" not in content.obj:
        return _NOTHING
    held = resources if isinstance(resources, Dictionary) else Dictionary()
    faults: set[str] = set()
    named: dict[tuple[str, str], None] = {}
    for one in pikepdf.parse_content_stream(content):
        name, parts = str(one.operator), list(one.operands)
        if _has_colour(name, parts, held):
            faults.add(_COLOUR)
        elif name in _NAMING:
            named |= {(_NAMING[name], str(part)): None for part in parts if isinstance(part, Name)}
    for kind, name in named:
        faults |= _of_thing(held.get(kind, Dictionary()).get(name), seen)
    return frozenset(faults)


def _has_colour(operator: str, parts: Sequence[object], resources: Dictionary) -> bool:
    """Tell whether an instruction chooses other inks than black: red, green and blue even where they make a grey."""
    if operator in _INKS:
        return any(float(str(ink)) for ink in parts[:3])
    return operator in _RGB or (operator in _SPACES and _space(resources, str(parts[0])) not in _GREYS)


def _of_thing(thing: Object | None, seen: _Seen) -> frozenset[str]:
    """Return what is wrong with a form, a picture, a pattern, a shading, a drawn font or a graphics state."""
    if not isinstance(thing, Dictionary | Stream):
        return _NOTHING
    if thing.is_indirect and thing.objgen in seen:
        return seen[thing.objgen]
    seen[thing.objgen] = _NOTHING  # what names itself has an end
    faults = _looked_at(thing, seen)
    seen[thing.objgen] = faults
    return faults


def _looked_at(thing: Dictionary | Stream, seen: _Seen) -> frozenset[str]:
    if thing.get("/Subtype") == Name.Type3:
        glyphs = (glyph for glyph in thing.CharProcs.values() if isinstance(glyph, Stream))
        return _NOTHING.union(*(_of_content(glyph, thing.get("/Resources"), seen) for glyph in glyphs))
    if thing.get("/PatternType") == _SHADED:
        return _of_thing(thing.get("/Shading"), seen)
    if "/ShadingType" in thing or thing.get("/Subtype") == Name.Image:
        is_mask = bool(thing.get("/ImageMask", False))
        is_grey = is_mask or _space(Dictionary(), thing.get("/ColorSpace")) in _GREYS
        return frozenset(([] if is_grey else [_COLOUR]) + ([_CLEAR] if "/SMask" in thing else []))
    if isinstance(thing, Stream):
        own = frozenset({_CLEAR}) if "/Group" in thing else _NOTHING
        return own | _of_content(thing, thing.get("/Resources"), seen)
    return frozenset({_CLEAR}) if _lets_through(thing) else _NOTHING


def _lets_through(state: Dictionary) -> bool:
    opaque = all(float(state.get(key, 1)) == 1 for key in ("/ca", "/CA"))
    return not opaque or str(state.get("/SMask", "/None")) != "/None" or "/BM" in state


def _space(resources: Object, name: Object | str | None) -> str:
    space = resources.get("/ColorSpace", Dictionary()).get(str(name)) if isinstance(name, str | Name) else name
    if space is None:
        return str(name)
    return str(space[0]) if isinstance(space, Array) else str(space)
