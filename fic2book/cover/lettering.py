"""Type as drawing: lines of text shaped to outlines in the theme's faces, and where they stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from fic2book import fonts
from fic2book.cover import runs, shapes
from fic2book.cover.shapes import Box
from fic2book.cover.title import LEADING, Fitted, fit
from fic2book.model import Theme

_TALLER = 1.15
_TALL_SCRIPTS = "\u0590"
"""Hebrew, Arabic and all that come after them in Unicode."""
_OPEN = 1.4
"""Leading of their lines, in ems."""


class Faces(NamedTuple):
    """The theme's text faces, and those of the title: the same unless the theme has others for it."""

    roman: Path
    italic: Path
    title: Path
    title_italic: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text is set."""

    face: Path
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    """In ems."""
    leading: float = LEADING
    """From baseline to baseline, in ems."""
    language: str = ""
    """BCP 47; of the faces for a script the one that draws it as this language does is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A text on the cover."""

    svg: str
    box: Box
    """Around the ink."""
    colour: str
    behind: str
    """The flat colour that it stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines of one size, still without a place."""

    manner: Manner
    fitted: Fitted
    outlines: tuple[fonts.Outline, ...]

    @property
    def cap(self) -> float:
        """Height of a capital in px."""
        return rise(self.outlines[:1], self.fitted.size * cap(self.manner))

    @property
    def step(self) -> float:
        """From baseline to baseline in px."""
        return self.fitted.size * leading("".join(self.fitted.lines), self.manner)

    @property
    def height(self) -> float:
        """From the top of the capitals to the last baseline, or to what hangs below it, in px."""
        if not self.outlines:
            return 0.0
        return self.cap + self.step * (len(self.outlines) - 1) + max(0.0, self.outlines[-1].bottom)


def faces(theme: Theme, display: str = "") -> Faces:
    """Return the theme's regular and italic, and those of the family ``display``.

    One face stands for both where there is no other, and where a theme slants only what authors have slanted.
    """
    type_ = theme.tokens.get("type", {})
    text = _family(theme, str(type_.get("face", "")) if isinstance(type_, Mapping) else "")
    return Faces(*text, *(_family(theme, display) if display else text))


def _family(theme: Theme, name: str) -> tuple[Path, Path]:
    found = [font for font in theme.fonts if font.family == name] or theme.fonts
    roman = min(found, key=lambda font: (font.style != "normal", abs(font.weight - 400)))
    slanted = "italic" if theme.looks.italics == "all" else "normal"
    second = min(found, key=lambda font: (font.style != slanted, abs(font.weight - 400)))
    return roman.path, second.path


def small_caps(face: Path, text: str, language: str = "") -> Manner:
    """Set names in spaced small capitals where the face has them for every letter, else as they are."""
    if fonts.has_small_caps(face, text):
        return Manner(face=face, features=("smcp", "onum"), tracking=0.06, leading=1.3, language=language)
    return Manner(face=face, features=("onum",), leading=1.3, language=language)


def measure(manner: Manner) -> Callable[[str], float]:
    """Return what gives a line's width at size 1."""
    return lambda text: outline(text, manner, 1000).width / 1000


def cap(manner: Manner) -> float:
    """Return the height of a capital at size 1."""
    face = fonts.metrics(manner.face)
    return face.cap_height / face.upm


def ink(text: str, manner: Manner) -> float:
    """Return the height of a line from its highest accent, or the capitals' height, to its lowest tail, at size 1."""
    shaped = outline(text, manner, 1000)
    return (max(shaped.bottom, 0.0) - min(shaped.top, -1000 * cap(manner))) / 1000


def block(text: str, manner: Manner, room: tuple[float, float], sizes: Sequence[float]) -> Block:
    """Fit a text into a width and a height; see ``title.fit``."""
    if not text.strip():
        return Block(manner=manner, fitted=Fitted((), sizes[-1]), outlines=())
    tall = -min(-cap(manner), *(outline(part, manner, 1000).top / 1000 for part in text.split()))
    fitted = fit(text, measure(manner), room, sizes, (tall, leading(text, manner)))
    outlines = tuple(outline(row, manner, fitted.size) for row in fitted.lines)
    return Block(manner=manner, fitted=fitted, outlines=outlines)


def rows(texts: Sequence[str], manner: Manner, width: float, sizes: Sequence[float]) -> Block:
    """Set texts one below the other, all at the largest size at which the broadest fits."""
    broadest = max(map(measure(manner), texts), default=1.0) or 1.0
    size = next((size for size in sizes if broadest * size <= width), width / broadest)
    return Block(
        manner=manner,
        fitted=Fitted(tuple(texts), size),
        outlines=tuple(outline(text, manner, size) for text in texts),
    )


def centred(what: Block, x: float, top: float, colour: str, behind: str) -> Lettering:
    """Place a block with its lines centred on ``x`` and its first capitals' tops at ``top``."""
    return _placed(what, top, [x - outline.width / 2 for outline in what.outlines], colour, behind)


def flush(what: Block, x: float, top: float, colour: str, behind: str) -> Lettering:
    """Place a block with the ink of every line beginning at ``x``."""
    return _placed(what, top, [x - outline.left for outline in what.outlines], colour, behind)


def flush_right(what: Block, x: float, top: float, colour: str, behind: str) -> Lettering:
    """Place a block with the ink of every line ending at ``x``."""
    return _placed(what, top, [x - outline.right for outline in what.outlines], colour, behind)


def _placed(what: Block, top: float, starts: Sequence[float], colour: str, behind: str) -> Lettering:
    pieces = []
    left, upper, right, lower = [], [], [], []
    for number, (outline, start) in enumerate(zip(what.outlines, starts, strict=True)):
        base = top + what.cap + number * what.step
        pieces.append(shapes.group(shapes.path(outline.path, colour), at=(start, base)))
        left.append(start + outline.left)
        right.append(start + outline.right)
        upper.append(base + outline.top)
        lower.append(base + outline.bottom)
    if not pieces:
        return Lettering(svg="", box=Box(starts[0] if starts else 800, top, 0, 0), colour=colour, behind=behind)
    box = Box(min(left), min(upper), max(right) - min(left), max(lower) - min(upper))
    return Lettering(svg="".join(pieces), box=box, colour=colour, behind=behind)


@lru_cache(maxsize=4096)
def outline(text: str, manner: Manner, size: float) -> fonts.Outline:
    """Shape one line."""
    if not text:
        return fonts.Outline("", 0.0, 0.0, 0.0, 0.0, 0.0)
    return runs.joined(_shaped(run, manner, size) for run in runs.runs(text, manner.face, manner.language))


def rise(first: Sequence[fonts.Outline], capitals: float) -> float:
    """Return how far a block's first line stands up: its capitals' height, unless its signs are clearly taller."""
    tallest = max((-one.top for one in first), default=0.0)
    return tallest if tallest > _TALLER * capitals else capitals


def leading(text: str, manner: Manner) -> float:
    """Return a manner's leading, opened for scripts whose signs fill the line's height."""
    return (
        max(manner.leading, _OPEN) if any(sign >= _TALL_SCRIPTS for sign in text if sign.isalpha()) else manner.leading
    )


def _shaped(run: runs.Run, manner: Manner, size: float) -> fonts.Outline:
    """Shape one stretch; only the line's own face knows its features, and no other script is spaced out."""
    if not run.own:
        return fonts.shape(run.text, run.face, size)
    return fonts.shape(run.text, run.face, size, dict.fromkeys(manner.features, True), manner.tracking * size)
