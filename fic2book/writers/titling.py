"""What a title's words ask for: the text face where the face for titles lacks a letter, less size where it is long."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fic2book import fonts, markup
from fic2book.markup import Element
from fic2book.model import Lettering, Theme

PLAIN, LONG = "plain-face", "long"
LONG_SCALE = 0.68
"""Times the size of a title, where it is long."""

_MOST_LETTERS: Mapping[str, int] = {"story": 60, "title-page": 45}
_KINDS: Mapping[str, str] = {
    "book-title": "title-page",
    "part-title": "part",
    "story-title": "story",
    "page-title": "page",
    "chapter-title": "chapter",
    "byline": "byline",
    "book-authors": "authors",
}
"""Class of a line → its kind among the theme's letterings."""


def mark(root: Element, theme: Theme) -> None:
    """Give each title the classes that its words ask for.

    A title of which one letter is missing is set whole in the text face: one strange letter in it would be worse.
    """
    for kind, line in _lines(root):
        text = markup.text_of(line)
        face = _face(theme, theme.looks.lettering.get(kind, Lettering()))
        if face and fonts.missing(face, text + text.upper()):
            _add(line, PLAIN)
        if len(text) > _MOST_LETTERS.get(kind, len(text)):
            _add(line, LONG)


def display_text(root: Element) -> str:
    """Return all text that may be set in a face for titles, which an EPUB's face then needs."""
    drops = (p for p in root.iter("p") if "drop" in (p.get("class") or "").split())
    return "".join(
        (
            *(markup.text_of(heading) for heading in root.iter(*markup.HEADINGS)),
            *(markup.text_of(line) for _, line in _lines(root)),
            *(markup.text_of(drop)[:1] for drop in drops),
        )
    )


def is_long(title: Element) -> bool:
    """Tell whether ``mark`` found a title long."""
    return LONG in (title.get("class") or "").split()


def _lines(root: Element) -> Iterator[tuple[str, Element]]:
    for element in root.iter():
        for name in (element.get("class") or "").split():
            if name in _KINDS:
                yield _KINDS[name], element
        if "part-entry" in (element.get("class") or "").split():
            yield "part", next(element.iter("span"))


def _face(theme: Theme, lettering: Lettering) -> Path | None:
    return next((font.path for font in theme.fonts if font.family == lettering.face), None)


def _add(line: Element, name: str) -> None:
    line.set("class", f"{line.get('class')} {name}")
