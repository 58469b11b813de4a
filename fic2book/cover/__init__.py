"""Covers: drawn from the book's own words when there is no picture, else the person's picture.

The art is seeded by title and authors, so a book keeps its cover. All type is shaped to outlines. Characters that no
face has are left out of the drawing, never a box; the alternative text has them all.
"""

from dataclasses import replace

from fic2book import fonts, raster, scripts
from fic2book.cover import framed, fronts, lettering, names, sheet, texts, tints, title_band, wraps
from fic2book.cover.character import character
from fic2book.cover.choice import AS_IT_FALLS, Choice, Wish, candidates, choose, seed
from fic2book.cover.design import Brief, Drawing
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import COVER, Box
from fic2book.cover.wraps import Wrap
from fic2book.model import Anthology, Image, Problem, Severity, Theme, WrapPlan
from fic2book.words import writing_direction

__all__ = [
    "AS_IT_FALLS",
    "Wish",
    "Wrap",
    "accent",
    "around",
    "brief_of",
    "contact_sheet",
    "cover",
    "design",
    "for_image",
    "front",
    "left_out",
    "made",
    "prove",
    "undrawn",
]

_SAME = 0.01
"""Proportions that differ by less show the same cover."""
_LOWEST, _HIGHEST = 1900.0, 2900.0
"""Px of a front 1600 px wide: broader or narrower ones are no books to put a title on."""


def made(anthology: Anthology, theme: Theme, wish: Wish = AS_IT_FALLS) -> Image:
    """Return the book's cover: the person's picture if there is one, else a drawn one."""
    if anthology.cover is None:
        return cover(anthology, theme, wish)
    return for_image(anthology, theme, anthology.cover, wish.picture)


def front(anthology: Anthology, theme: Theme, wish: Wish, ratio: float) -> Image | None:
    """Return what is drawn of a cover for a page of this ratio, or nothing where the e-book's will do."""
    if abs(ratio * COVER.height / COVER.width - 1) < _SAME or (anthology.cover and wish.picture != "framed"):
        return None
    if anthology.cover:
        return for_image(anthology, theme, anthology.cover, wish.picture, ratio)
    return cover(anthology, theme, wish, ratio)


def prove(theme: Theme, wish: Wish) -> None:
    """Raise ``SettingsError`` for a style that nobody knows, before a folder is read."""
    choose("", character(theme), wish)


def contact_sheet(anthology: Anthology, theme: Theme, wish: Wish = AS_IT_FALLS) -> sheet.Sheet:
    """Draw all covers to choose from on one page."""
    _, brief = brief_of(anthology, theme, wish)
    return sheet.contact_sheet(brief, candidates(brief.seed, brief.character, wish))


def cover(anthology: Anthology, theme: Theme, wish: Wish = AS_IT_FALLS, ratio: float = 0.0) -> Image:
    """Draw a cover of 1600 × 2560 px (or of a page's ``ratio``, width by height) as JPEG, with alternative text."""
    brief, drawing = design(anthology, theme, wish, ratio)
    width, height = int(drawing.box.width), int(drawing.box.height)
    data = raster.svg_to_jpeg(drawing.svg(), width, height)
    alt = names.alternative(anthology, brief.art.says)
    return Image(data=data, media_type="image/jpeg", width=width, height=height, alt=alt)


def for_image(anthology: Anthology, theme: Theme, image: Image, shown: str = "full", ratio: float = 0.0) -> Image:
    """Return the person's picture as the cover: untouched, framed, or with title and names on a band over its foot."""
    alt = image.alt or names.alternative(anthology, "")
    if shown not in _DRESSED:
        return replace(image, alt=alt)
    brief = replace(brief_of(anthology, theme)[1], palette=_palette_of(image))
    drawing = _DRESSED[shown](brief, image, ratio)
    width, height = (image.width, image.height) if shown == "band" else map(int, drawing.box[2:])
    data = raster.svg_to_jpeg(drawing.svg(), width, height)
    return Image(data=data, media_type="image/jpeg", width=width, height=height, alt=alt)


def around(anthology: Anthology, theme: Theme, wish: Wish, plan: WrapPlan, *, in_grey: bool = False) -> Wrap:
    """Draw the sheet that goes round a book: the same cover, with spine, back and flaps."""
    choice, brief = brief_of(anthology, theme, wish)
    image = anthology.cover
    if image:
        brief = replace(brief, palette=_palette_of(image))
    if in_grey:
        brief = replace(brief, palette=tints.greyed(brief.palette))
    if not image:
        return wraps.draw(plan, wraps.Dressed(choice.layout, brief, choice.layout.front))
    shown = fronts.of_picture(image, wish.picture)
    return wraps.draw(plan, wraps.Dressed(fronts.LAYOUT, brief, shown, {fronts.name(image): image.data}))


def accent(anthology: Anthology, theme: Theme, wish: Wish = AS_IT_FALLS) -> str:
    """Return the colour of the book's ornaments: as wished, else a dark one of the cover's; nothing means black."""
    if wish.accent != "cover":
        return "" if wish.accent == "none" else wish.accent
    palette = _palette_of(anthology.cover) if anthology.cover else brief_of(anthology, theme, wish)[1].palette
    return tints.accent(palette)


def design(anthology: Anthology, theme: Theme, wish: Wish = AS_IT_FALLS, ratio: float = 0.0) -> tuple[Brief, Drawing]:
    """Choose composition and palette by the book's title and authors, and lay the cover out."""
    choice, brief = brief_of(anthology, theme, wish)
    brief = replace(brief, board=board(ratio))
    return brief, choice.layout.front(brief)


def board(ratio: float) -> Box:
    """Return the front of a book of these proportions (width by height), 1600 px wide; 0 is an e-book's."""
    height = COVER.width / ratio if ratio else COVER.height
    return COVER._replace(height=float(round(min(max(height, _LOWEST), _HIGHEST))))


def brief_of(anthology: Anthology, theme: Theme, wish: Wish = AS_IT_FALLS) -> tuple[Choice, Brief]:
    """Throw the dice for layout, pattern and palette, and gather what can be drawn of the texts."""
    own = character(theme)
    thrown = seed(anthology, wish)
    choice = choose(thrown, own, wish)
    faces = lettering.faces(theme, own.face)
    said = texts.texts(anthology, faces)
    return choice, Brief(
        **said._asdict(),
        language=anthology.language,
        faces=faces,
        palette=choice.palette,
        art=choice.art,
        seed=thrown,
        character=own,
        spine_right=writing_direction(anthology.language) == "rtl",
    )


def left_out(anthology: Anthology, theme: Theme) -> frozenset[str]:
    """Return the characters of the cover's texts that the theme's faces cannot draw."""
    return texts.left_out(anthology, lettering.faces(theme, character(theme).face))


def undrawn(anthology: Anthology, theme: Theme, wish: Wish) -> tuple[Problem, ...]:
    """Say which characters of the title and the names a drawn cover leaves out, and what brings a face for them."""
    drawn = anthology.cover is None or wish.picture in _DRESSED
    signs = left_out(anthology, theme) if drawn else frozenset()
    if not signs:
        return ()
    codes = sorted({code for sign in signs if (code := fonts.script(sign))})
    ways_out = dict.fromkeys(scripts.way_out(code) for code in codes)
    message = " ".join((f"the cover is drawn without {' '.join(sorted(signs))}, for want of a face.", *ways_out))
    return (Problem(code="cover-signs", severity=Severity.INFO, message=message),)


def _palette_of(image: Image) -> Palette:
    return tints.of_picture(raster.colours(image.data))


def _framed(brief: Brief, image: Image, ratio: float) -> Drawing:
    return framed.lay_out(replace(brief, board=board(ratio)), image)


def _banded(brief: Brief, image: Image, _: float) -> Drawing:
    whole = Box(0, 0, COVER.width, COVER.width * image.height / image.width)
    return title_band.lay_out(replace(brief, board=whole), image)


_DRESSED = {"framed": _framed, "band": _banded}
