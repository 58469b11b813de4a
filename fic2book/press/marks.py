"""Marks in the text of a paragraph that only a line breaker sees, and its type a hair larger or smaller."""

import itertools

from fic2book.press.paragraphs import Setting
from fic2book.press.parts import Box, Part

WORD_JOINER = "\u2060"
SOFT_HYPHEN = "\xad"
_INSIDE = 2.0  # px


def apply(settings: list[tuple[int, Setting]], texts: list[Part]) -> None:
    """Put the marks into the text boxes; words are divided nowhere else.

    A mark between two boxes ends the first: a line may end behind a space there, and may not behind a joiner.
    """
    marks: dict[int, str] = {}
    for start, setting in settings:
        marks |= {start + place: WORD_JOINER for place in setting.joined}
        marks |= {start + place: SOFT_HYPHEN for place in setting.hyphens}
    styles: dict[tuple[int, int], Box] = {}
    for part in texts:
        own = sorted(place for place in marks if part.start <= place < part.start + len(part.text))
        bounds = [0, *(place - part.start for place in own), len(part.text)]
        pieces = [part.text[a:b] for a, b in itertools.pairwise(bounds)]
        part.box.text = "".join(a + marks.get(b, "") for a, b in zip(pieces, [*own, -1], strict=True))
        number = max((number for number, (start, _) in enumerate(settings) if start <= part.start), default=0)
        key = (id(part.box.style), number)
        if key not in styles:
            styles[key] = _changed(part.box.style, settings[number][1])
        part.box.style = styles[key]
    for before, part in itertools.pairwise(texts):
        if part.box.text.startswith(WORD_JOINER) and before.start + len(before.text) == part.start:
            before.box.text, part.box.text = before.box.text + WORD_JOINER, part.box.text[1:]


def _changed(style: Box, setting: Setting) -> Box:
    """Return a style without hyphens of WeasyPrint's own, with narrower word spaces and a little larger or smaller.

    The line's height stays: it is the strut's, and text of another size may not stand out of it.
    """
    from weasyprint.css.properties import Dimension
    from weasyprint.text.line_break import strut

    changed = style.copy()
    if changed["hyphens"] == "auto":
        changed["hyphens"] = "manual"
    if setting.tightened:
        changed["word_spacing"] = style["word_spacing"] - setting.tightened
    if setting.size != 1:
        height = strut(style)[0]
        changed["font_size"] = style["font_size"] * setting.size
        if height > _INSIDE:
            changed["line_height"] = Dimension(height - _INSIDE, "px")
    return changed
