"""The theme's fonts inside the EPUB: only the faces that the book can use, only the glyphs that it needs."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fic2book import fonts
from fic2book.model import Font, Theme
from fic2book.slugs import slug
from fic2book.writers.epub.container import File
from fic2book.writers.epub.documents import Page
from fic2book.writers.epub.features import asked

_BOLD_IN_CSS = re.compile(r"font-weight:\s*(bold|[6-9]00)")
_OTHER_SCRIPTS = re.compile(r"^[^{}\n]*(?:\[dir=|:lang\()[^{}]*\{[^{}]*\}", re.MULTILINE)
"""Rules for scripts that no theme's face has: the reader's own font is bold there."""
_FACE_NAMED = re.compile(r"(?<![\w-])font-family:[^;{}]*(?:;[ ]?|(?=\}))")
"""A declaration that names faces, with its semicolon."""
_ALWAYS = "0123456789‐-.,;:!?()[]’‘“”…–—"
"""Signs that a reader puts in: numbers of lists, hyphens at line ends."""
_TYPES = {".otf": "font/otf", ".ttf": "font/ttf"}


class Face(NamedTuple):
    """A face in the package, and the rule that names it."""

    file: File
    css: str


def typefaces(theme: Theme, pages: Iterable[Page], which: str = "all") -> tuple[Face, ...]:
    """Return the faces that some text of the book can be set in, cut down to the characters that it can have there.

    The upright and the italic are always there (styles use both), the bold only where the book or a style sheet asks
    for it, the bold italic only where one stands inside the other. A face for titles has the titles' characters.
    ``which`` leaves out those for titles (``body``), or all of them (``none``).
    """
    if which == "none":
        return ()
    texts, titles, tags = set(_ALWAYS + theme.epub_css), set("0123456789" + theme.epub_css), set[str]()
    for page in pages:
        texts.update(page.signs)
        titles.update(page.display)
        tags |= page.tags
    if _BOLD_IN_CSS.search(_OTHER_SCRIPTS.sub("", theme.epub_css)):
        tags.add("b")
    for_text, for_titles = _in_both_cases(texts), _in_both_cases(titles)
    titling, text_family = _titling(theme), _text_family(theme)
    for_text_behind = _lacking(theme.fonts, text_family, for_text)

    def signs(font: Font) -> str:
        if font.family in titling:
            return for_titles
        return for_text if font.family == text_family else for_text_behind

    wanted = (font for font in theme.fonts if font.family in titling or _is_wanted(font, tags))
    if which == "body":
        wanted = (font for font in wanted if font.family not in titling)
    features = asked(theme.epub_css)
    return tuple(_face(font, signs(font), features) for font in wanted if signs(font))


def named_faces(theme: Theme, which: str) -> str:
    """Return the theme's style sheet without the names of the faces that the EPUB does not bring.

    Titles stand in the text's face where theirs is left out; with ``none`` nothing names a face, and the reading
    system takes its own.
    """
    if which == "none":
        return _FACE_NAMED.sub("", theme.epub_css)
    css = theme.epub_css
    for family in sorted(_titling(theme)) if which == "body" else ():
        css = css.replace(f'"{family}"', f'"{_text_family(theme)}"')
    return css


def _titling(theme: Theme) -> set[str]:
    """Return the families for titles and drop caps alone."""
    lettering = (*theme.looks.lettering.values(), theme.looks.drop_cap)
    return {one.face for one in lettering} - {_text_family(theme)}


def _lacking(faces: tuple[Font, ...], family: str, text: str) -> str:
    """Return what the text face lacks and another one has: a family that stands behind it shows that alone."""
    own = next((face.path for face in faces if face.family == family), None)
    others = [face.path for face in faces if face.family != family]
    lacking = fonts.missing(own, text) if own else frozenset(text)
    nowhere = frozenset.intersection(lacking, *(fonts.missing(one, text) for one in others))
    return "".join(sorted(lacking - nowhere))


def _text_family(theme: Theme) -> str:
    type_ = theme.tokens.get("type")
    return str(type_.get("face", "")) if isinstance(type_, Mapping) else ""


def _in_both_cases(texts: set[str]) -> str:
    return "".join(sorted(texts | {sign for letter in texts for sign in letter.upper() + letter.lower()}))


def _is_wanted(font: Font, tags: set[str]) -> bool:
    if font.weight < 600:
        return True
    return ("bi" if font.style == "italic" else "b") in tags


def _face(font: Font, text: str, features: frozenset[str] | None) -> Face:
    name = f"fonts/{slug(font.path.stem)}{font.path.suffix.lower()}"
    media_type = _TYPES.get(font.path.suffix.lower(), "font/ttf")
    css = (
        f'@font-face {{ font-family: "{font.family}"; font-style: {font.style}; font-weight: {font.weight}; '
        f'src: url("../{name}"); }}\n'
    )
    data = fonts.subset(font.path, text, features)
    return Face(File(id=f"font-{slug(font.path.stem)}", name=name, media_type=media_type, data=data), css)
