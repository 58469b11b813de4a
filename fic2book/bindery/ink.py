"""What pages draw, in black and greys where the paper takes no colour, and without transparency that shows nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Name, Object, Operator, Stream

from fic2book.bindery.shades import SHADES, of_cmyk, of_rgb

Instruction = ContentStreamInstruction | pikepdf.ContentStreamInlineImage
_FILL, _STROKE = "g", "G"
_INVISIBLE = 3  # text that is neither filled nor stroked: ISO 32000-1, table 106
_PAINTED = frozenset({"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"})
_SHOWN = frozenset({"Do", "sh"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What of the graphics state decides about ink."""

    is_clear: bool = False
    """Whether fills leave no ink: their alpha is 0."""
    mode: int = 0
    """How text is drawn."""
    fill: str = "/DeviceGray"
    stroke: str = "/DeviceGray"
    """Colour spaces by their names in the resources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """How a book is drawn."""

    in_colour: bool
    """Whether colours stay; else they become greys."""
    is_opaque: bool
    """Whether no ink of the book lets through what lies under it: then nothing need be said of it."""


def inked(content: Stream | pikepdf.Page, resources: Dictionary, inks: Inks) -> bytes:
    """Return a content stream's instructions anew.

    In a book of opaque ink, text that is wholly transparent becomes invisible, and other ink that is wholly
    transparent is no longer drawn.
    """
    pen = _Pen(resources, inks)
    written = [new for old in pikepdf.parse_content_stream(content) for new in pen.write(old)]
    return pikepdf.unparse_content_stream(written)


class _Pen:
    """The state while one content stream is gone through."""

    def __init__(self, resources: Dictionary, inks: Inks) -> None:
        self._resources = resources
        self._changes = {**(_CLEAR if inks.is_opaque else {}), **({} if inks.in_colour else _COLOURS), **_KEPT}
        self._state = _State()
        self._saved: list[_State] = []

    def write(self, old: Instruction) -> Iterator[Instruction]:
        """Yield what stands in an instruction's place."""
        if isinstance(old, pikepdf.ContentStreamInlineImage):
            yield old
            return
        name = str(old.operator)
        change = self._changes.get(name)
        if self._state.is_clear and name in _PAINTED:
            yield _instruction("n")
        elif self._state.is_clear and name in _SHOWN:
            return
        elif change is None:
            yield old
        else:
            yield from change(self, old)

    def keep(self, old: ContentStreamInstruction) -> Iterator[Instruction]:
        """Remember the state for the next ``Q``."""
        self._saved.append(self._state)
        yield old

    def go_back(self, old: ContentStreamInstruction) -> Iterator[Instruction]:
        """Take the state of the last ``q`` up again."""
        self._state = self._saved.pop() if self._saved else _State()
        yield old

    def draw_text(self, old: ContentStreamInstruction) -> Iterator[Instruction]:
        """Remember how text is drawn, for the time when it is visible."""
        self._state = replace(self._state, mode=int(_numbers(old)[0]))
        if not self._state.is_clear:
            yield old

    def set_state(self, old: ContentStreamInstruction) -> Iterator[Instruction]:
        """Leave out states that only say how opaque ink is, when it is wholly so or not at all."""
        states = self._resources.get("/ExtGState", Dictionary())
        asked = states.get(str(old.operands[0]), Dictionary())
        clear = float(asked["/ca"]) == 0 if "/ca" in asked else self._state.is_clear
        if clear != self._state.is_clear:
            self._state = replace(self._state, is_clear=clear)
            yield _instruction("Tr", _INVISIBLE if clear else self._state.mode)

    def shade(self, old: ContentStreamInstruction) -> Iterator[Instruction]:
        """Draw in the shade of red, green and blue, or of four inks."""
        name = str(old.operator)
        shade = (of_rgb if name.lower() == "rg" else of_cmyk)(_numbers(old))
        yield _instruction(_STROKE if name[0].isupper() else _FILL, _short(shade))

    def enter(self, old: ContentStreamInstruction) -> Iterator[Instruction]:
        """Remember a colour space; one whose colours become greys is not entered."""
        name = str(old.operands[0])
        is_stroke = str(old.operator) == "CS"
        self._state = replace(self._state, stroke=name) if is_stroke else replace(self._state, fill=name)
        if self._family(name) in SHADES:
            yield _instruction(_STROKE if is_stroke else _FILL, 0)
        else:
            yield old

    def choose(self, old: ContentStreamInstruction) -> Iterator[Instruction]:
        """Draw in the shade of a colour of the space that was entered."""
        is_stroke = str(old.operator)[0].isupper()
        family = self._family(self._state.stroke if is_stroke else self._state.fill)
        if family in SHADES:
            yield _instruction(_STROKE if is_stroke else _FILL, _short(SHADES[family](_numbers(old))))
        else:
            yield old

    def _family(self, name: str) -> str:
        spaces = self._resources.get("/ColorSpace", Dictionary())
        space = spaces.get(name)
        if isinstance(space, pikepdf.Array) and len(space):
            return str(space[0])
        return str(space) if isinstance(space, Name) else name


def is_plain(state: Object) -> bool:
    """Tell whether a graphics state says nothing but that ink is opaque, or that fills leave none at all."""
    keys = set(state.keys()) - {"/Type"}
    return keys <= {"/ca", "/CA"} and float(state.get("/ca", 1)) in {0.0, 1.0} and float(state.get("/CA", 1)) == 1.0


def _instruction(operator: str, *operands: float | Decimal) -> ContentStreamInstruction:
    return ContentStreamInstruction(list(operands), Operator(operator))


def _numbers(instruction: ContentStreamInstruction) -> list[float]:
    return [float(operand) for operand in instruction.operands]


def _short(shade: float) -> Decimal:
    return Decimal(f"{shade:.4f}").normalize() + 0


_Change = Callable[[_Pen, ContentStreamInstruction], Iterator[Instruction]]
_KEPT: Mapping[str, _Change] = {"q": _Pen.keep, "Q": _Pen.go_back}
_CLEAR: Mapping[str, _Change] = {"Tr": _Pen.draw_text, "gs": _Pen.set_state}
_COLOURS: Mapping[str, _Change] = {
    "rg": _Pen.shade, "RG": _Pen.shade, "k": _Pen.shade, "K": _Pen.shade, "cs": _Pen.enter, "CS": _Pen.enter,
    "sc": _Pen.choose, "SC": _Pen.choose, "scn": _Pen.choose, "SCN": _Pen.choose,
}  # fmt: skip
