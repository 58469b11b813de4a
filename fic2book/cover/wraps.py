"""The art of what goes round a book: the cover's own boards, cloth and colours over all the areas of a plan."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from fic2book.cover import fronts, shapes, spine
from fic2book.cover.design import Back, Brief, Drawing, Layout, plain
from fic2book.cover.lettering import Lettering
from fic2book.cover.palettes import Palette, contrast
from fic2book.cover.shapes import Box
from fic2book.model import Area, WrapPlan

_ABOVE_BARCODE = 6.0
"""Points between what is drawn for words and the printer's barcode."""
_UNDER_FOLD = 1.5
"""Points by which the boards' art reaches under a flap's fold."""


class Panel(NamedTuple):
    """Room for words that the press sets."""

    name: str
    """The area's: ``back``, ``front flap``, ``back flap``."""
    area: Area
    colour: str
    behind: str
    is_centred: bool


class Lettered(NamedTuple):
    """A text that stands on the wrap as outlines."""

    name: str
    """The area's: ``front`` or ``spine``."""
    area: Area
    """Around its ink."""


class Wrap(NamedTuple):
    """A whole sheet without the words that the press sets."""

    art: str
    """SVG whose unit is a point."""
    letters: str
    """The same of the texts that are outlines."""
    panels: tuple[Panel, ...]
    lettered: tuple[Lettered, ...]
    pictures: Mapping[str, bytes]
    """What the art shows, by its name for the press."""


class Dressed(NamedTuple):
    """The cover that goes round the book: a drawn one, or a person's picture in cloth of its own colours."""

    layout: Layout
    brief: Brief
    front: fronts.Front
    pictures: Mapping[str, bytes] = MappingProxyType({})
    """What its art shows, by name."""


def draw(plan: WrapPlan, dressed: Dressed) -> Wrap:
    """Draw a wrap; ``dressed`` is the cover."""
    front, back = plan.areas["front"], plan.areas["back"]
    scale = front.width / shapes.COVER.width
    brief = replace(
        dressed.brief,
        board=Box(0, 0, shapes.COVER.width, front.height / scale),
        bleed=_bleed(plan) / scale,
        is_covered=True,
        spine_right=plan.from_right,
    )
    placed = [_front(plan, dressed, brief, scale), _spine(plan, dressed, brief, scale)]
    floor = (plan.barcode.y - _ABOVE_BARCODE - back.y) / scale if plan.barcode else brief.board.bottom
    laid = dressed.layout.back(replace(brief, spine_right=not plan.from_right), floor)
    art = [
        _boards(plan, dressed, brief, scale),
        _window(laid.art, plan, "back", scale),
        *(piece.art for piece in placed),
        *(_flap(plan, name, brief.palette) for name in plan.areas if name.endswith("flap")),
    ]
    panels = [_panel(plan, laid, scale), *_flaps(plan, brief.palette)]
    return Wrap(
        art=_sheet(plan, "".join(art)),
        letters=_sheet(plan, "".join(piece.letters for piece in placed)),
        panels=tuple(panels),
        lettered=tuple(one for piece in placed for one in piece.lettered),
        pictures=dressed.pictures,
    )


class _Piece(NamedTuple):
    art: str
    letters: str
    lettered: tuple[Lettered, ...]


def _sheet(plan: WrapPlan, content: str) -> str:
    size = f'width="{plan.width:.4f}" height="{plan.height:.4f}" viewBox="0 0 {plan.width:.4f} {plan.height:.4f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{content}</svg>'


def _bleed(plan: WrapPlan) -> float:
    """Return how far art runs over an area's edges, in points: over hinges and turn-ins too."""
    hinges = [area.width for name, area in plan.areas.items() if "hinge" in name]
    return max([plan.margin, *hinges])


def _boards(plan: WrapPlan, dressed: Dressed, brief: Brief, scale: float) -> str:
    """Cover the sheet, all but the flaps: with paper by the yard, or a picture that is mirrored at the spine."""
    named = [area for name, area in plan.areas.items() if not name.endswith("flap")]
    has_flaps = len(named) < len(plan.areas)
    over = _UNDER_FOLD if has_flaps else plan.margin
    left, right = named[0].x - over, named[-1].right + over
    bare = replace(brief, is_covered=False)
    whole = Box(0, 0, (right - left) / scale, plan.height / scale)
    middle = (plan.areas["spine"].x + plan.areas["spine"].right) / 2
    if brief.art.repeats or dressed.layout.boards is plain:
        drawn = dressed.layout.boards(bare, whole)
    else:
        axis = (middle - left) / scale
        half = Box(0, 0, axis, whole.height) if plan.from_right else Box(axis, 0, whole.width - axis, whole.height)
        drawn = shapes.mirrored(dressed.layout.boards(bare, half), half, axis)
    return shapes.window(Drawing(art=drawn, texts=(), box=whole).svg(), (left, 0), whole, scale)


def _window(art: str, plan: WrapPlan, name: str, scale: float) -> str:
    """Show a cover's art in its area, and over those of the area's edges at which the cover ends."""
    area = plan.areas[name]
    seen = _reach(plan, name)
    box = Box((seen.x - area.x) / scale, (seen.y - area.y) / scale, seen.width / scale, seen.height / scale)
    return shapes.window(Drawing(art=art, texts=(), box=box).svg(), (seen.x, seen.y), box, scale)


def _reach(plan: WrapPlan, name: str) -> Area:
    """Return an area with its hinge and the margins beside it, from the sheet's head to its foot."""
    area, spine_ = plan.areas[name], plan.areas["spine"]
    has_flap = f"{name} flap" in plan.areas
    over = _UNDER_FOLD if has_flap else plan.margin
    left, right = (area.x - over, spine_.x) if area.x < spine_.x else (spine_.right, area.right + over)
    return Area(left, 0, right - left, plan.height)


def _front(plan: WrapPlan, dressed: Dressed, brief: Brief, scale: float) -> _Piece:
    """Set the front into its area, a little smaller where its words would come too near to an edge."""
    area, safe = plan.areas["front"], plan.safe["front"]
    drawing = dressed.front(brief)
    shrunk = min((_fit(text.box, area, safe, scale) for text in drawing.texts), default=1.0)
    if shrunk < 1:
        over = brief.board.width * (1 / shrunk - 1)  # the board is smaller: its art runs on to the same edges
        drawing = dressed.front(replace(brief, bleed=brief.bleed / shrunk + over))
    own = scale * shrunk
    at = (area.x + area.width * (1 - shrunk) / 2, area.y + area.height * (1 - shrunk) / 2)
    inner = area._replace(x=at[0], y=at[1])
    seen = _reach(plan, "front")
    box = Box((seen.x - inner.x) / own, (seen.y - inner.y) / own, seen.width / own, seen.height / own)
    art = shapes.window(replace(drawing, texts=(), box=box).svg(), (seen.x, seen.y), box, own)
    return _lettered("front", art, drawing.texts, at, own)


def _fit(text: Box, area: Area, safe: Area, scale: float) -> float:
    """Return how much smaller about the area's middle a text must be to keep inside its safe box."""
    middle = (area.width / 2, area.height / 2)
    across = max(middle[0] - text.x * scale, text.right * scale - middle[0])
    down = max(middle[1] - text.y * scale, text.bottom * scale - middle[1])
    return min(1.0, safe.width / 2 / across, safe.height / 2 / down)


def _lettered(name: str, art: str, texts: tuple[Lettering, ...], at: shapes.Point, scale: float) -> _Piece:
    drawn = [text for text in texts if text.svg]
    boxes = [
        Area(
            at[0] + text.box.x * scale,
            at[1] + text.box.y * scale,
            text.box.width * scale,
            text.box.height * scale,
        )
        for text in drawn
    ]
    letters = (
        f'<g transform="translate({at[0]:.3f} {at[1]:.3f}) scale({scale:.6f})">'
        f"{''.join(text.svg for text in drawn)}</g>"
    )
    return _Piece(art, letters if drawn else "", tuple(Lettered(name, box) for box in boxes))


def _spine(plan: WrapPlan, dressed: Dressed, brief: Brief, scale: float) -> _Piece:
    area, safe = plan.areas["spine"], plan.safe["spine"]
    box = Box(0, 0, area.width / scale, area.height / scale)
    breadth = 0.0 if plan.spine_refusal else safe.width / scale
    kept = spine.Kept(breadth, plan.margin / scale, is_covered=True)
    drawing = spine.draw(dressed.layout, brief, box, kept)
    seen = Box(0, -plan.margin / scale, box.width, plan.height / scale)
    art = shapes.window(replace(drawing, texts=(), box=seen).svg(), (area.x, 0), seen, scale)
    return _lettered("spine", art, drawing.texts, (area.x, area.y), scale)


def _panel(plan: WrapPlan, laid: Back, scale: float) -> Panel:
    """Return the back's room for words in points: what its layout leaves, as far as it is safe."""
    back, safe = plan.areas["back"], plan.safe["back"]
    x, y = back.x + laid.room.x * scale, back.y + laid.room.y * scale
    left, top = max(x, safe.x), max(y, safe.y)
    right, foot = min(x + laid.room.width * scale, safe.right), min(y + laid.room.height * scale, safe.bottom)
    if plan.barcode:
        foot = min(foot, plan.barcode.y - _ABOVE_BARCODE)
    return Panel("back", Area(left, top, right - left, foot - top), *laid.colours, laid.is_centred)


def _flap(plan: WrapPlan, name: str, palette: Palette) -> str:
    """Cover a flap with plain paper in the cloth's colour, to the sheet's edges."""
    area = plan.areas[name]
    left = 0.0 if area.x <= plan.margin else area.x
    right = plan.width if area.right >= plan.width - plan.margin - 0.01 else area.right
    return shapes.rectangle(Box(left, 0, right - left, plan.height), palette.ground)


def _flaps(plan: WrapPlan, palette: Palette) -> list[Panel]:
    tone = max((palette.paper, palette.ink), key=lambda colour: contrast(colour, palette.ground))
    return [
        Panel(name, plan.safe[name], tone, palette.ground, is_centred=False)
        for name in ("front flap", "back flap")
        if name in plan.safe
    ]
