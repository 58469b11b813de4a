"""The proof of a wrap: the same sheet with its zones drawn and named, its measures beside it and a legend below."""

from collections.abc import Iterator
from html import escape

from fic2book.bindery import wrap_file
from fic2book.binding import wrap_sheet
from fic2book.binding.wrap_sheet import Sheet
from fic2book.lengths import MILLIMETRE
from fic2book.model import Area, WrapPlan

_MARGIN = 54.0
_LINE = 11.5
_INCH = 72.0


def proof(sheet: Sheet, art: bytes) -> bytes:
    """Return the proof as PDF; ``art`` is the sheet's, as PDF."""
    plan = sheet.plan
    lines = tuple(_legend(plan))
    height = plan.height + 2 * _MARGIN + len(lines) * _LINE
    rules = (
        f"@page {{ size: {plan.width + 2 * _MARGIN:.3f}pt {height:.3f}pt; margin: 0 }}\n"
        f".sheet {{ position: absolute; left: {_MARGIN}pt; top: {_MARGIN}pt; width: {plan.width:.3f}pt; "
        f"height: {plan.height:.3f}pt }}\n{_CSS}"
    )
    zones = "".join((*_zones(plan), *_measures(plan)))
    told = "".join(f'<p class="{kind}"><b></b>{escape(text)}</p>' for kind, text in lines)
    legend = f'<div class="legend" style="top: {_MARGIN + plan.height + 14:.3f}pt">{told}</div>'
    content = f'<div class="sheet">{wrap_sheet.body(sheet)}{zones}</div>{legend}'
    printed = wrap_sheet.printed(content, rules, sheet.hand, wrap_sheet.resources(sheet))
    return wrap_file.proof(printed.pdf, art, (_MARGIN, height - _MARGIN - plan.height))


def _zones(plan: WrapPlan) -> Iterator[str]:
    whole = Area(0, 0, plan.width, plan.height)
    yield _zone("edge", whole, "")
    yield _zone("trim", whole.inset(plan.margin, plan.margin), "")
    for name, area in plan.areas.items():
        yield _zone("fold", area, name)
    for area in plan.safe.values():
        yield _zone("safe", area, "")
    if plan.barcode:
        yield _zone("barcode", plan.barcode, "barcode: left free")


def _zone(kind: str, area: Area, name: str) -> str:
    place = f"left: {area.x:.3f}pt; top: {area.y:.3f}pt; width: {area.width:.3f}pt; height: {area.height:.3f}pt"
    label = f"<span>{escape(name)}</span>" if name else ""
    return f'<div class="zone {kind}" dir="ltr" style="{place}">{label}</div>'


def _measures(plan: WrapPlan) -> Iterator[str]:
    """Yield the breadth of each area above it, the height beside it, and what the margin is."""
    for number, area in enumerate(plan.areas.values()):
        middle, low = area.x + area.width / 2, area.width < _INCH and number % 2
        place = f"left: {middle - 60:.2f}pt; top: {-14.0 - 11 * low:.2f}pt; width: 120pt; text-align: center"
        yield f'<div class="measure" dir="ltr" style="{place}">{_said(area.width)}</div>'
    front = plan.areas["front"]
    side = f"left: {plan.width + 3:.2f}pt; top: {front.y + front.height / 2:.2f}pt"
    yield f'<div class="measure" dir="ltr" style="{side}">{_said(front.height).replace(" (", "<br>(")}</div>'


def _legend(plan: WrapPlan) -> Iterator[tuple[str, str]]:
    """Yield the kind of a line and what it means."""
    yield "plain", "This is a proof to look at: the file to print is the one without “-proof” in its name."
    yield "plain", f"The whole sheet: {_said(plan.width)} broad, {_said(plan.height)} high."
    outside = "is bleed, art that is cut off" if plan.is_cut else "is turned in round the boards and glued"
    edge = "cut" if plan.is_cut else "the edge of the boards"
    yield "trim", f"{edge}: what lies outside ({_said(plan.margin)}) {outside}"
    yield "fold", "folds, and the areas: " + ", ".join(plan.areas)
    yield "safe", "words stay inside"
    if plan.barcode:
        yield "barcode", f"the printer’s barcode, {_said(plan.barcode.width)} by {_said(plan.barcode.height)}: no words"
    if plan.spine_refusal:
        yield "plain", f"No words on the spine: {plan.spine_refusal}."
    for piece in plan.pieces:
        yield "plain", f"Cut {piece.number} × {piece.name}: {_said(piece.width)} broad, {_said(piece.height)} high"
    if plan.pieces:
        yield "plain", "The grain of boards and cloth runs along the spine."
    for said in plan.told:
        yield "plain", said


def _said(length: float) -> str:
    return f"{length / MILLIMETRE:.1f} mm ({length / _INCH:.3f} in)"


_CSS = """
.zone { position: absolute; box-sizing: border-box }
.zone span, .measure, .legend { font-size: 7.5pt; line-height: 9pt; color: #111 }
.zone span { position: absolute; left: 0; top: 0; background: #fff; padding: 0 2pt }
.zone { outline: 1.5pt solid rgba(255, 255, 255, .8) }
.edge { border: .5pt solid #666; outline: none }
.trim { border: .9pt solid #e0002a }
.fold { border: .9pt dashed #0a8f3c }
.safe { border: .9pt dotted #0057d8 }
.barcode { border: .9pt solid #b07800; background: rgba(255, 255, 255, .75) }
.measure { position: absolute; direction: ltr; white-space: nowrap }
.legend { position: absolute; left: 54pt; right: 20pt; direction: ltr; text-align: left }
.legend b { display: inline-block; width: 16pt; height: 0; margin-right: 5pt; vertical-align: 2pt }
.legend .plain b { display: none }
.legend b { border-top: 1.2pt solid #888 }
.legend .trim, .legend .fold, .legend .safe, .legend .barcode { border: none; background: none }
.legend .trim b { border-top: 1.2pt solid #e0002a }
.legend .fold b { border-top: 1.2pt dashed #0a8f3c }
.legend .safe b { border-top: 1.2pt dotted #0057d8 }
.legend .barcode b { border-top: 1.2pt solid #b07800 }
"""
