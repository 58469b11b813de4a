"""Several books agree: two EPUBs of the same book hold the same stories, the PDF's faces are those of the EPUB."""

import re
from collections.abc import Iterator

from fic2book import scripts
from fic2book.checks import epub, page_marks, pdf
from fic2book.checks.unreadable import UnreadableError
from fic2book.letters import letters
from fic2book.manifest import Manifest
from fic2book.model import Problem, Severity

_FAMILIES = re.compile(r"font-family\s*:\s*([^;}]+)")
_LANGUAGE = re.compile(rb'\blang="([\w-]+)"')
_GENERIC = frozenset({"serif", "sansserif", "monospace", "cursive", "fantasy", "systemui", "inherit"})


def together(book: bytes, printed: bytes) -> Iterator[Problem]:
    """Compare an EPUB and a PDF that were made in one build; what cannot be opened was told before."""
    try:
        with pdf.opened(printed) as opened:
            yield from beside(opened, epub.opened(book))
    except UnreadableError:
        return


def beside(printed: pdf.Opened, book: epub.Opened) -> Iterator[Problem]:
    """Compare an EPUB with a PDF of the same anthology: their faces, and the places where pages begin."""
    yield from faces(printed, book)
    yield from page_marks.problems(book, printed)


def faces(printed: pdf.Opened, book: epub.Opened) -> Iterator[Problem]:
    """Compare the faces in which the PDF shows text with the families that the EPUB's style sheets ask for."""
    css = "\n".join(
        book.files[item.path].decode("utf-8", "replace")
        for item in book.items
        if item.media_type == "text/css" and item.path in book.files
    )
    asked = {letters(name) for names in _FAMILIES.findall(css) for name in names.split(",")} - _GENERIC - {""}
    own = _own_of_languages(book)
    for face, signs in sorted(pdf.families(printed).items()):
        if not asked or any(letters(face).startswith(name) for name in asked):
            continue
        usual = sorted(sign for sign in signs if epub.is_usual(sign) and not letters(face).startswith(own))
        if usual:
            said = f"the PDF shows {' '.join(usual[:12])} in the face {face}, for which the theme has its own."
            yield Problem(code="font-fallback", severity=Severity.ERROR, message=said)
        strange = sorted(sign for sign in signs if not epub.is_usual(sign) and not sign.isspace())
        if strange and not usual:
            said = f"the theme’s fonts lack {' '.join(strange[:12])}: the PDF shows them in the face {face}."
            yield Problem(code="glyph-fallback", severity=Severity.INFO, message=said)


def _own_of_languages(book: epub.Opened) -> tuple[str, ...]:
    """Return the faces that stand before the theme's where the book speaks a language of their script."""
    texts = (book.files[item.path] for item in book.items if item.media_type.endswith("xhtml+xml"))
    spoken = {tag.decode().lower() for text in texts for tag in _LANGUAGE.findall(text)}
    return tuple(letters(name) for language in sorted(spoken) for name in scripts.own_faces(language))


def agreeing(one: tuple[str, Manifest], other: tuple[str, Manifest]) -> Iterator[Problem]:
    """Compare what two EPUBs of the same identifier say of their stories."""
    (name, first), (other_name, second) = one, other
    seals = {record.id: record.sha256 for record in second.stories}
    if first.identifier != second.identifier or first == second:
        return
    for record in first.stories:
        if seals.pop(record.id, "") != record.sha256:
            said = f"“{record.title}” is not the same in {name} and {other_name}, which are editions of one book."
            yield Problem(code="books-differ", severity=Severity.ERROR, message=said, place=record.file)
    for left in seals:
        said = f"{other_name} holds the story “{left}”, and {name} does not: they are editions of one book."
        yield Problem(code="books-differ", severity=Severity.ERROR, message=said)
